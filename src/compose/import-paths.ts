import { readFile } from 'node:fs/promises';
import type { Ports } from '../actions/archive.ts';
import {
  importRecords,
  type ImportCounts,
  type ImportEvent,
  type ImportOptions,
} from '../actions/import-records.ts';
import type { RecordId } from '../core/id.ts';
import type { Problem } from '../core/problem.ts';
import type { Result } from '../core/result.ts';
import { FORMATS } from '../formats/format.ts';
import { languageNamed } from './named-language.ts';

export type ImportOutcome = ImportCounts;

export interface ImportAsked extends Omit<ImportOptions, 'collection'> {
  readonly collection?: RecordId;
  readonly format: string;
  /** A mapping file's path. */
  readonly mapping?: string;
  /** The language that scans are in, by name or tag. */
  readonly language?: string;
}

/** Brings in what lies under these paths. */
export async function* importPaths(
  ports: Ports,
  paths: readonly string[],
  asked: ImportAsked,
  settle: () => Promise<void>,
): AsyncGenerator<ImportEvent, ImportOutcome> {
  const { format, mapping, language, ...options } = asked;
  // The readers are many, and a server that only serves need not load them.
  const { readFiles } = await import('../actions/read-files.ts');
  const { diskIntake } = await import('../adapters/intake/intake.ts');
  const { formatOf } = await import('../formats/sniff/format-of.ts');
  const intake = diskIntake({ isZip: (head, name) => formatOf(head, name).kind === 'zip' });
  const meant = mapping === undefined ? undefined : await readMapping(mapping);
  if (meant?.ok === false) {
    yield { kind: 'problem', problem: meant.problem };
    return NOTHING;
  }
  const spoken = await languageNamed(language);
  if (!spoken.ok) {
    yield { kind: 'problem', problem: { ...spoken.problem, severity: 'error' } };
    return NOTHING;
  }
  const files = readFiles({ ...ports, intake }, paths, {
    format: FORMATS.find((one) => one === format) ?? 'auto',
    isDryRun: options.isDryRun,
    ...(spoken.value ? { language: spoken.value } : {}),
    ...(meant ? { options: { mapping: meant.value } } : {}),
  });
  const counts = yield* importRecords(ports, files, options);
  await settle();
  return counts;
}

const NOTHING: ImportOutcome = { created: 0, updated: 0, unchanged: 0, merged: 0, documents: 0 };

async function readMapping(path: string): Promise<Result<unknown, Problem>> {
  const { parseMappingFile } = await import('../formats/xml-mapping/mapping.ts');
  return parseMappingFile(await readFile(path, 'utf8'), path);
}
