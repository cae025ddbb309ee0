import type { ArchiveDocument } from '../core/document.ts';
import { parseId } from '../core/id.ts';
import { primaryLanguage } from '../core/language.ts';
import type { Rendition } from '../core/rendition.ts';
import type { CompareAnswer, CompareColumn, Comparison, TextRendition } from './compare-page.ts';
import type { ReadAnswer, RecordPage } from './pages.ts';

type DocumentPage = RecordPage<ArchiveDocument>;
/** Reads a document, or one of its editions, as a reader would. */
export type ReadDocument = (asked: string, edition?: number) => Promise<ReadAnswer>;

export interface Columns {
  readonly kind: Comparison;
  readonly columns: readonly CompareColumn[];
}
type Chosen =
  | { readonly kind: 'columns'; readonly columns: Columns }
  | { readonly kind: 'answer'; readonly answer: CompareAnswer };

const UNKNOWN: Chosen = { kind: 'answer', answer: { kind: 'unknown' } };

/** What one of the others is, by its name in the address. */
type Other =
  | { readonly kind: 'document'; readonly name: string }
  | { readonly kind: 'edition'; readonly name: string; readonly number: number }
  | { readonly kind: 'release'; readonly name: string }
  | { readonly kind: 'text'; readonly name: string };

function readOther(name: string, { releases, renditions }: ArchiveDocument): Other | undefined {
  if (parseId(name) !== undefined || /^\d{1,18}$/.test(name)) return { kind: 'document', name };
  if (/^v[1-9]\d{0,6}$/.test(name)) return { kind: 'edition', name, number: Number(name.slice(1)) };
  if (releases.some(({ key }) => key === name)) return { kind: 'release', name };
  return renditions.some((one) => isText(one) && one.key === name) ? { kind: 'text', name } : undefined;
}

export const isText = (rendition: Rendition): rendition is TextRendition => rendition.kind !== 'facsimile';

/** The text by which a document is read first: its transcription. */
const mainText = ({ renditions }: ArchiveDocument): TextRendition | undefined => {
  const texts = renditions.filter(isText);
  return texts.find(({ kind }) => kind === 'transcription') ?? texts[0];
};

/** The text in a language, if there is one; else that by which it is read first. */
const textIn = (document: ArchiveDocument, language: string): TextRendition | undefined =>
  document.renditions.filter(isText).find((one) => primaryLanguage(one.language) === language) ??
  mainText(document);

/**
 * What stands side by side for an address. Others of one kind, two or more, stand by themselves; one alone stands
 * beside the document as it is read today (a release beside the last, an edition beside the newest). Releases and
 * editions stand in order of time.
 */
export async function chooseColumns(
  page: DocumentPage,
  names: readonly string[],
  language: string,
  read: ReadDocument,
): Promise<Chosen> {
  const { record } = page.view;
  const distinct = [...new Set(names)].filter((name) => name !== page.label.id);
  if (distinct.length < names.length) return movedTo(page, distinct);
  const others = distinct.map((name) => readOther(name, record));
  if (others.some((one) => one === undefined) || others.length === 0) return UNKNOWN;
  const known = others.filter((one) => one !== undefined);
  const [first] = known;
  const kinds = new Set(known.map(({ kind }) => kind));
  if (kinds.size > 1 || first === undefined) return mixed(page, known, language, read);
  switch (first.kind) {
    case 'document':
      return accounts(page, known, language, read);
    case 'edition':
      return editions(
        page,
        known.flatMap((one) => (one.kind === 'edition' ? one.number : [])),
        read,
      );
    case 'release':
      return releases(
        page,
        known.map(({ name }) => name),
      );
    case 'text':
      return texts(
        page,
        known.map(({ name }) => name),
      );
  }
}

const movedTo = (page: DocumentPage, others: readonly string[]): Chosen => ({
  kind: 'answer',
  answer: { kind: 'moved', to: page.label, others },
});

const asColumns = (kind: Comparison, columns: readonly CompareColumn[]): Chosen =>
  columns.length < 2 ? UNKNOWN : { kind: 'columns', columns: { kind, columns } };

const columnOf = (
  name: string,
  page: DocumentPage,
  text: TextRendition | undefined,
  more: Pick<CompareColumn, 'release' | 'side'> = {},
): CompareColumn => ({ name, page, ...(text === undefined ? {} : { text }), ...more });

async function accounts(
  page: DocumentPage,
  others: readonly Other[],
  language: string,
  read: ReadDocument,
): Promise<Chosen> {
  const columns = [columnOf(page.label.id, page, textIn(page.view.record, language), sideOf(page, page))];
  for (const { name } of others) {
    const column = await accountColumn(page, name, language, read);
    if (column.kind === 'answer')
      return column.answer.kind === 'moved' ? movedOn(page, others, column.answer) : column;
    columns.push(column.column);
  }
  return asColumns('accounts', columns);

  function movedOn(
    at: DocumentPage,
    all: readonly Other[],
    answer: CompareAnswer & { kind: 'moved' },
  ): Chosen {
    const [from = ''] = answer.others;
    return movedTo(
      at,
      all.map(({ name }) => (name === from ? answer.to.id : name)),
    );
  }
}

type OneColumn =
  | { readonly kind: 'column'; readonly column: CompareColumn }
  | { readonly kind: 'answer'; readonly answer: CompareAnswer };

async function accountColumn(
  page: DocumentPage,
  name: string,
  language: string,
  read: ReadDocument,
): Promise<OneColumn> {
  const answer = await read(name);
  if (answer.kind === 'moved') return { kind: 'answer', answer: { ...answer, others: [name] } };
  if (answer.kind !== 'found') return { kind: 'answer', answer };
  const other = answer.page;
  if (!isDocument(other)) return { kind: 'answer', answer: { kind: 'unknown' } };
  const text = textIn(other.view.record, language);
  return { kind: 'column', column: columnOf(other.label.id, other, text, sideOf(page, other)) };
}

const isDocument = (page: RecordPage): page is DocumentPage => page.view.record.kind === 'document';

/** Whose account a document is, of an event that the first of them is an account of. */
function sideOf(page: DocumentPage, other: DocumentPage): Pick<CompareColumn, 'side'> {
  for (const { accounts: all } of page.events ?? []) {
    const found = all.find(({ row }) => row.label.id === other.label.id);
    if (found !== undefined) return { side: found.side };
  }
  return {};
}

async function editions(page: DocumentPage, numbers: readonly number[], read: ReadDocument): Promise<Chosen> {
  const all = page.view.editions.map(({ number }) => number);
  const newest = all.at(-1) ?? 0;
  const [only] = numbers;
  const beside = only === newest ? (all.at(-2) ?? newest) : newest;
  const wanted = numbers.length === 1 ? [...numbers, beside] : numbers;
  const main = mainText(page.view.record);
  const columns: CompareColumn[] = [];
  for (const number of [...new Set(wanted)].toSorted((a, b) => a - b)) {
    const answer = await read(page.label.id, number);
    if (answer.kind === 'moved') return UNKNOWN;
    if (answer.kind !== 'found') return { kind: 'answer', answer };
    if (!isDocument(answer.page)) return UNKNOWN;
    const { record } = answer.page.view;
    const same = record.renditions.filter(isText).find(({ key }) => key === main?.key);
    columns.push(columnOf(`v${number}`, answer.page, same ?? mainText(record)));
  }
  return asColumns('editions', columns);
}

function releases(page: DocumentPage, names: readonly string[]): Chosen {
  const { record } = page.view;
  const keys = record.releases.map(({ key }) => key);
  const [only] = names;
  const last = keys.at(-1);
  const beside = only === last ? keys.at(-2) : last;
  const wanted = new Set(names.length === 1 && beside !== undefined ? [...names, beside] : names);
  return asColumns(
    'releases',
    record.releases.filter(({ key }) => wanted.has(key)).map((one) => releaseColumn(page, one.key)),
  );
}

function releaseColumn(page: DocumentPage, name: string): CompareColumn {
  const { record } = page.view;
  const release = record.releases.find(({ key }) => key === name);
  const text = record.renditions.filter(isText).find(({ key }) => key === release?.rendition);
  return columnOf(name, page, text, release === undefined ? {} : { release });
}

function texts(page: DocumentPage, names: readonly string[]): Chosen {
  const all = page.view.record.renditions.filter(isText);
  const main = mainText(page.view.record);
  const first = all.find(({ key }) => key === names[0]);
  const original = first?.kind === 'translation' ? all.find(({ key }) => key === first.of) : undefined;
  const beside = [original, main, ...all].find((one) => one !== undefined && one.key !== names[0]);
  const wanted = names.length === 1 && beside !== undefined ? [beside.key, ...names] : names;
  return asColumns(
    'texts',
    wanted.map((name) =>
      columnOf(
        name,
        page,
        all.find(({ key }) => key === name),
      ),
    ),
  );
}

/** Of several kinds: the document as it is read, and each of the others as it is. */
async function mixed(
  page: DocumentPage,
  others: readonly Other[],
  language: string,
  read: ReadDocument,
): Promise<Chosen> {
  const columns = [columnOf(page.label.id, page, mainText(page.view.record))];
  for (const other of others) {
    if (other.kind === 'release') columns.push(releaseColumn(page, other.name));
    else if (other.kind === 'text')
      columns.push(
        columnOf(
          other.name,
          page,
          page.view.record.renditions.filter(isText).find(({ key }) => key === other.name),
        ),
      );
    else {
      const found =
        other.kind === 'document'
          ? await accountColumn(page, other.name, language, read)
          : await editionColumn(page, other.name, other.number, read);
      if (found.kind === 'answer') return found.answer.kind === 'moved' ? UNKNOWN : found;
      columns.push(found.column);
    }
  }
  return asColumns('mixed', columns);
}

async function editionColumn(
  page: DocumentPage,
  name: string,
  number: number,
  read: ReadDocument,
): Promise<OneColumn> {
  const answer = await read(page.label.id, number);
  if (answer.kind === 'moved') return { kind: 'answer', answer: { kind: 'unknown' } };
  if (answer.kind !== 'found') return { kind: 'answer', answer };
  if (!isDocument(answer.page)) return { kind: 'answer', answer: { kind: 'unknown' } };
  return { kind: 'column', column: columnOf(name, answer.page, mainText(answer.page.view.record)) };
}
