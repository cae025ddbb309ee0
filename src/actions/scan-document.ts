import type { Attestation } from '../core/attestation.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import type { ArchiveDocument } from '../core/document.ts';
import { sourceKey, type Draft, type Read, type SourceKey } from '../core/draft.ts';
import { withTextOfScan } from '../core/facsimile/text-of-scan.ts';
import { UNDETERMINED, type LanguageTag } from '../core/language.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { Facsimile, FacsimilePage, PageImage } from '../core/rendition.ts';
import { describeRow } from '../formats/fields/describe.ts';
import { isField, type FieldName } from '../formats/fields/field-names.ts';
import type { Row } from '../formats/fields/row.ts';
import { baseOf } from '../formats/page-names/match-files.ts';
import { MOST_PAGES } from '../formats/page-text/given-pages.ts';
import type { Ports } from './archive.ts';
import { LayerMaker } from './given-layers.ts';
import type { OfferedScan, OfferedText } from './offered-scans.ts';
import { readPagesOf } from './kept-page-texts.ts';

/** A document that is to be made of scans. */
export interface ScanDocument {
  readonly pages: readonly ScanFile[];
  /** By what the files are called, or what describes them. */
  readonly described: Described;
}

export interface ScanFile {
  readonly scan: OfferedScan;
  /** As the page is labelled; absent: by its place, as the pages of a file of several are. */
  readonly label?: string;
  readonly text?: OfferedText;
}

export type Described =
  | { readonly kind: 'row'; readonly draft: Draft }
  | {
      readonly kind: 'names';
      readonly key: SourceKey;
      readonly title: string;
      /** Whose name that is: "the folder", "the file". */
      readonly from: string;
      /** What else is said of it, under the names of fields, and what no field takes. */
      readonly fields?: Readonly<Partial<Record<FieldName, string>>>;
      readonly others?: Row['others'];
      readonly identifier?: { readonly scheme: string; readonly value: string };
    };

export type ScanDeps = Pick<Ports, 'files'> & { readonly imager: NonNullable<Ports['imager']> };

/** The key that a scan's document is known by from then on. */
export const scanKey = (value: string): SourceKey => sourceKey('scan', value);

/** The one rendition of its pages. */
export const SCAN = 's1';

/**
 * Looks into the files of a document and makes its draft: a facsimile, the words that were given with it, and
 * the text that these make. A file that is no page is a problem, and the others go in; of none there is none.
 */
export async function* readScanDocument(
  deps: ScanDeps,
  { pages: files, described }: ScanDocument,
  language: LanguageTag | undefined,
): AsyncGenerator<Read> {
  const pages: FacsimilePage[] = [];
  for (const file of files) {
    const inspected = await imagesOf(deps, file.scan);
    if (!inspected.ok) {
      yield said(inspected.problem);
      continue;
    }
    if (pages.length + inspected.value.length > MOST_PAGES) {
      const facts = { limit: '10,000 pages a document' };
      yield said(problem('too-large', { file: file.scan.name }, { facts }));
      break;
    }
    const made = new LayerMaker(deps.files, file);
    for (const page of await made.pagesOf(inspected.value, pages.length)) pages.push(page);
    for (const one of made.problems) yield said(one);
  }
  const [first] = files;
  if (pages.length === 0 && described.kind === 'names') return;
  const base =
    described.kind === 'row' ? described.draft : yield* describedByName(described, language, first);
  if (base.record.kind !== 'document' || pages.length === 0) return yield { kind: 'draft', draft: base };
  const facsimile: Facsimile = {
    kind: 'facsimile',
    key: SCAN,
    ...originalOf(files),
    pages,
  };
  yield { kind: 'draft', draft: { ...base, record: await withScan(deps, base.record, facsimile, language) } };
}

const said = (one: Problem): Read => ({ kind: 'problem', problem: one });

async function imagesOf({ imager }: ScanDeps, { name, digest, mediaType }: OfferedScan) {
  if (digest === undefined) return { ok: true, value: [unseen(mediaType)] } as const;
  const inspected = await imager.inspect({ digest, mediaType });
  if (inspected.ok) return inspected;
  const { where, ...rest } = inspected.problem;
  return { ok: false, problem: { ...rest, where: { ...where, file: name } } } as const;
}

/** A dry run looks into no picture. */
const unseen = (mediaType: string): PageImage => ({ digest: '', mediaType, widthPx: 1, heightPx: 1 });

/** A document that came in one file of several pages has that as its original. */
function originalOf([file, another]: readonly ScanFile[]): Pick<Facsimile, 'file'> {
  const { digest, mediaType, name } = file?.scan ?? {};
  if (another || digest === undefined || mediaType !== 'application/pdf') return {};
  return { file: { digest, mediaType, name: baseOf(name ?? '') } };
}

async function withScan(
  deps: ScanDeps,
  record: ArchiveDocument<SourceKey>,
  facsimile: Facsimile,
  language: LanguageTag | undefined,
): Promise<ArchiveDocument<SourceKey>> {
  const languages = record.languages.length === 0 && language ? [language] : record.languages;
  // Statements on renditions are by their place: what the row has keeps its own.
  const withFacsimile = { ...record, languages, renditions: [...record.renditions, facsimile] };
  if (record.renditions.some(({ kind }) => kind === 'transcription')) return withFacsimile;
  const read = await readPagesOf(deps.files, facsimile);
  return withTextOfScan(withFacsimile, facsimile, read, []);
}

function* describedByName(
  described: Extract<Described, { readonly kind: 'names' }>,
  language: LanguageTag | undefined,
  first: ScanFile | undefined,
): Generator<Read, Draft> {
  const { key, title, from, identifier } = described;
  const fields = new Map<FieldName, string>([['title', title]]);
  for (const [name, words] of Object.entries(described.fields ?? {}))
    if (isField(name)) fields.set(name, words);
  const read = describeRow(
    { line: 0, fields, others: described.others ?? [] },
    {
      file: first?.scan.name ?? '',
      lang: from === METS ? (language ?? UNDETERMINED) : UNDETERMINED,
      idScheme: 'scan',
    },
  );
  for (const one of read.problems) yield said({ ...one, where: { file: first?.scan.name ?? '' } });
  for (const stub of read.stubs) yield { kind: 'draft', draft: stub };
  const { record } = read.draft;
  const attestation: Attestation = { field: 'titles.0', by: 'rule', from: `the name of ${from}` };
  const document = record.kind === 'document' ? record : BLANK_DOCUMENT;
  return {
    key,
    joins: 'whole',
    record: {
      ...document,
      identifiers: [...document.identifiers, ...(identifier ? [identifier] : [])],
      // A scan is in no order that the file gives it.
      collections: [],
      attestations: from === METS ? document.attestations : [...document.attestations, attestation],
    },
  };
}

/** What describes by itself: its title is no rule's. */
export const METS = 'the METS file';
