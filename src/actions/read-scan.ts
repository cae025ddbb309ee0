import { z } from 'zod';
import type { ArchiveDocument } from '../core/document.ts';
import type { PageText } from '../core/facsimile/page-text.ts';
import { facsimileOf, isReadHere, withTextOfScan } from '../core/facsimile/text-of-scan.ts';
import { parseId } from '../core/id.ts';
import { keepBlockIds } from '../core/keep-block-ids.ts';
import { parseLanguage, type LanguageTag } from '../core/language.ts';
import type { Standing } from '../core/lifecycle.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { Facsimile, FacsimilePage, PageImage, TextLayer } from '../core/rendition.ts';
import { accepted, refused, type Result } from '../core/result.ts';
import type { JobTask } from '../ports/jobs.ts';
import type { RecordChange } from '../ports/record-store.ts';
import type { Ports } from './archive.ts';
import { importedAfter } from './import-change.ts';
import { keepPageText, readPagesOf } from './kept-page-texts.ts';

type Deps = Pick<Ports, 'records' | 'files' | 'world' | 'settings'> & {
  readonly reader: NonNullable<Ports['reader']>;
};
export type ReadTextTask = Extract<JobTask, { readonly kind: 'read-text' }>;

/** What whoever reads a scan tells, and is told, page by page. */
export interface ReadingSteps {
  readonly saved: ReadonlyMap<string, string>;
  save(name: string, value: string): Promise<unknown>;
  /** Answers whether to go on. */
  reach(done: number, total: number): Promise<boolean>;
}

export type ReadScan =
  | { readonly kind: 'read'; readonly pages: number }
  /** Asked to stop, or another has the work. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * Reads the pages of a scan that have no words yet: what the file itself holds, else by OCR. Then makes one new
 * version, with the words and the text that they make. What was given, or a person wrote, is never replaced; with
 * `languages`, what was read here before is read again. A page that cannot be read is a problem, the others stay.
 */
export async function readScan(deps: Deps, task: ReadTextTask, steps: ReadingSteps): Promise<ReadScan> {
  const found = await headOf(deps, task);
  if (!found) return { kind: 'failed', problem: problem('not-found', { record: task.document }) };
  if (found.standing.state.kind === 'withdrawn' || found.standing.state.kind === 'merged')
    return { kind: 'read', pages: 0 };
  const languages = languagesOf(deps, task, found.document);
  const wanted = found.facsimile.pages.filter((page, at) => isWanted(page, at, task));
  const layers = new Map<string, TextLayer>();
  let failure: Problem | undefined;
  for (const [at, page] of wanted.entries()) {
    if (!(await steps.reach(at, wanted.length))) return { kind: 'stopped' };
    const name = [nameOf(page.image), ...languages].join(' ');
    const kept = steps.saved.get(name);
    const read = kept ? accepted(layerIn(kept)) : await readPage(deps, page, languages, task);
    if (read.ok) {
      layers.set(nameOf(page.image), read.value);
      if (!kept) await steps.save(name, JSON.stringify(read.value));
    } else failure ??= onPage(read.problem, page, task);
  }
  if (!(await steps.reach(wanted.length, wanted.length))) return { kind: 'stopped' };
  const written = await writeRead(deps, task, layers);
  if (!written.ok) return { kind: 'failed', problem: written.problem };
  return failure ? { kind: 'failed', problem: failure } : { kind: 'read', pages: layers.size };
}

const nameOf = ({ digest, page }: PageImage): string => `${digest} ${page ?? 1}`;

const isWanted = ({ textLayer }: FacsimilePage, at: number, { languages, pages }: ReadTextTask): boolean =>
  (pages === undefined || pages.includes(at + 1)) && mayBeRead(textLayer, languages !== undefined);

const mayBeRead = (layer: TextLayer | undefined, isAgain: boolean): boolean =>
  layer === undefined || (isAgain && isReadHere(layer));

interface Head {
  readonly standing: Standing;
  readonly document: ArchiveDocument;
  readonly facsimile: Facsimile;
}

async function headOf({ records }: Deps, task: ReadTextTask): Promise<Head | undefined> {
  const id = parseId(task.document);
  const standing = id && (await records.standings([id])).get(id);
  const record = standing && (await records.version(standing.id, standing.head))?.record;
  if (!standing || record?.kind !== 'document') return undefined;
  const facsimile = facsimileOf(record, task.rendition);
  return facsimile && { standing, document: record, facsimile };
}

/** Those asked for, else the document's, else the archive's own. */
function languagesOf(
  { settings }: Deps,
  { languages }: ReadTextTask,
  document: ArchiveDocument,
): readonly LanguageTag[] {
  const said = languages?.flatMap((one) => parseLanguage(one) ?? []) ?? document.languages;
  return said.length > 0 ? said : settings.languages.flatMap((one) => parseLanguage(one) ?? []);
}

async function readPage(
  { reader, files }: Deps,
  { image }: FacsimilePage,
  languages: readonly LanguageTag[],
  task: ReadTextTask,
): Promise<Result<TextLayer, Problem>> {
  const given = task.languages ? accepted(undefined) : await reader.given(image);
  if (!given.ok) return given;
  const read = given.value ? accepted(given.value) : await reader.recognize(image, languages);
  if (!read.ok) return read;
  const engine = read.value.madeBy ?? { engine: 'the text of the file' };
  return accepted(
    await keepPageText(files, { ...read.value, madeBy: { ...engine, fromDigest: image.digest } }),
  );
}

const onPage = (why: Problem, { label, name }: FacsimilePage, task: ReadTextTask): Problem => ({
  ...why,
  where: {
    ...(name === undefined ? {} : { file: name }),
    ...why.where,
    field: `page ${label}`,
    record: task.document,
  },
});

const layerSchema = z.object({
  digest: z.string(),
  words: z.number(),
  confidence: z.number().exactOptional(),
  madeBy: z
    .object({ engine: z.string(), model: z.string().exactOptional(), fromDigest: z.string().exactOptional() })
    .exactOptional(),
});
const layerIn = (json: string): TextLayer => layerSchema.parse(JSON.parse(json));

/** How often a save of somebody else's is met before it is left to a later try. */
const MOST_CONFLICTS = 5;

/** One commit: the words of pages, and the text that they make. An editor's save in between is read, and it is tried again. */
async function writeRead(
  deps: Deps,
  task: ReadTextTask,
  layers: ReadonlyMap<string, TextLayer>,
): Promise<Result<undefined, Problem>> {
  for (let attempt = 0; attempt < MOST_CONFLICTS; attempt++) {
    const head = await headOf(deps, task);
    const record = head && (await withLayers(deps, head, layers, task.languages !== undefined));
    if (!head || !record) return accepted(undefined);
    const [engine] = [...layers.values()].flatMap(({ madeBy }) => madeBy?.engine ?? []);
    const done = await deps.records.commit({
      at: deps.world.now(),
      today: deps.world.today(),
      by: engine ?? 'reading',
      changes: [changeOf(head.standing, record)],
    });
    if (done.ok) return accepted(undefined);
  }
  return refused(problem('version-conflict', { record: task.document }));
}

/** The document with these words on its pages; undefined where nothing is new. */
async function withLayers(
  { files }: Deps,
  { standing, document, facsimile }: Head,
  layers: ReadonlyMap<string, TextLayer>,
  isAgain: boolean,
): Promise<ArchiveDocument | undefined> {
  const pages = facsimile.pages.map((page) => {
    const layer = layers.get(nameOf(page.image));
    return layer && mayBeRead(page.textLayer, isAgain) ? { ...page, textLayer: layer } : page;
  });
  const isNew = pages.some(
    ({ textLayer }, at) => textLayer?.digest !== facsimile.pages[at]?.textLayer?.digest,
  );
  if (!isNew) return undefined;
  const now = { ...facsimile, pages };
  const known = new Map<string, PageText>();
  const [before, after] = [await readPagesOf(files, facsimile, known), await readPagesOf(files, now, known)];
  return keepBlockIds(document, standing.head, withTextOfScan(document, now, after, before));
}

/**
 * The new version goes the way of the record: where readers have its head, they get this one too. Where an editor's
 * work waits to be published, or a part is held back that the new words may hold, a person publishes it.
 */
function changeOf(standing: Standing, record: ArchiveDocument): RecordChange {
  const { id, kind, revision, state, editions, head, restrictions } = standing;
  const why = 'Text read from the scan';
  const isShown =
    editions.at(-1)?.version === head && restrictions.every(({ scope }) => scope.kind === 'whole');
  const isOpen = state.kind === 'published' || state.kind === 'embargoed';
  return {
    id,
    kind,
    expected: revision,
    version: { record, why },
    ...importedAfter(standing),
    ...(isShown && isOpen ? { publish: { why } } : {}),
    ...(isShown && state.kind === 'published' ? { announce: 'public' as const } : {}),
  };
}
