import type { ImportCounts, ImportEvent, ImportOptions } from '../../src/actions/import-records.ts';
import { importRecords } from '../../src/actions/import-records.ts';
import { readFiles } from '../../src/actions/read-files.ts';
import type { Ports } from '../../src/actions/archive.ts';
import type { LanguageTag } from '../../src/core/language.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { Intake } from '../../src/ports/intake.ts';

/** An intake of files that are only named and given, in order of name. */
export function offering(files: Readonly<Record<string, Uint8Array | string>>): Intake {
  return {
    async *offer() {
      for (const [name, content] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        const openBytes = async function* (): AsyncGenerator<Uint8Array> {
          yield bytes;
        };
        yield { kind: 'item', item: { name, sizeBytes: bytes.length, openBytes } };
      }
    },
  };
}

/** Imports files that are only named and given; answers the counts and all problems. */
export async function importFiles(
  ports: Ports,
  files: Readonly<Record<string, Uint8Array | string>>,
  options: Partial<ImportOptions> & { readonly language?: LanguageTag } = {},
): Promise<ImportCounts & { readonly problems: readonly Problem[] }> {
  const { language, ...importing } = options;
  const isDryRun = options.isDryRun ?? false;
  const read = readFiles({ ...ports, intake: offering(files) }, ['files'], {
    format: 'auto',
    isDryRun,
    ...(language ? { language } : {}),
  });
  const run = importRecords(ports, read, { by: 'test', isPublishing: false, isDryRun, ...importing });
  const problems: Problem[] = [];
  for (;;) {
    const step: IteratorResult<ImportEvent, ImportCounts> = await run.next();
    if (step.done) return { ...step.value, problems };
    if (step.value.kind === 'problem') problems.push(step.value.problem);
  }
}
