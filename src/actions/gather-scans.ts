import type { Draft, Read } from '../core/draft.ts';
import type { LanguageTag } from '../core/language.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { Ports } from './archive.ts';
import { Gathering, type Planned } from './gathering.ts';
import type { ReadFile } from './import-records.ts';
import type { OfferedScans } from './offered-scans.ts';
import { readScanDocument, type ScanDeps } from './scan-document.ts';
import { settledKey } from './settle-scan-key.ts';

type Deps = ScanDeps & Pick<Ports, 'records'>;

/**
 * Makes documents of the scans that a run brought, once all has come: first those that a table describes, then
 * those that METS puts in order, then PDFs, each a document, and last what the names of images say. What nothing
 * took is said. An image that a record shows already stays that record's.
 */
export async function* gatherScans(
  deps: Deps,
  offered: OfferedScans,
  language: LanguageTag | undefined,
): AsyncGenerator<ReadFile> {
  const gathering = new Gathering(offered);
  const documents: readonly Planned[] = [
    ...gathering.ofTables(),
    ...gathering.ofStructures(),
    ...gathering.ofPdfs(),
    ...gathering.ofNames(),
  ];
  for (const planned of documents) yield fileOf(deps, planned, gathering, language);
  for (const { name, kind } of gathering.companions.left)
    yield only(name, problem('companion-alone', { file: name }, { value: WHAT[kind] }));
}

const WHAT = { alto: 'ALTO', 'page-xml': 'PAGE XML', hocr: 'hOCR' } as const;

function fileOf(
  deps: Deps,
  planned: Planned,
  gathering: Gathering,
  language: LanguageTag | undefined,
): ReadFile {
  const { name, digest } = planned;
  return {
    name,
    ...(digest === undefined ? {} : { digest }),
    reads: readsOf(deps, planned, gathering, language),
  };
}

async function* readsOf(
  deps: Deps,
  { document, problems, name }: Planned,
  gathering: Gathering,
  language: LanguageTag | undefined,
): AsyncGenerator<Read> {
  const { described, pages } = document;
  if (described.kind === 'names' && pages.length > 0) {
    const settled = await settledKey(
      deps.records,
      described.key,
      pages.map(({ scan }) => scan),
      (digest) => gathering.isShown(digest),
    );
    if (settled.kind === 'shown') {
      const facts = { by: settled.by };
      yield { kind: 'problem', problem: problem('scan-known', { file: name }, { facts }) };
      return;
    }
    for (const one of problems) yield { kind: 'problem', problem: one };
    for (const value of settled.replaced)
      yield { kind: 'problem', problem: problem('scan-replaced', { file: name }, { value }) };
    yield* readScanDocument(deps, { pages, described: { ...described, key: settled.key } }, language);
    return;
  }
  for (const one of problems) yield { kind: 'problem', problem: one };
  yield* readScanDocument(deps, document, language);
}

function only(name: string, one: Problem): ReadFile {
  return { name, reads: justOne({ kind: 'problem', problem: one }) };
}

async function* justOne(read: Read): AsyncGenerator<Read> {
  yield read;
}

/** A table's record that waits for its files, without them: what import does where no picture is looked into. */
export function withoutFiles({ pageFiles: _, ...draft }: Draft): Draft {
  return draft;
}
