import { passagesOfText, rowBlocks } from '../core/alignment/passages.ts';
import { rowsBeside, type RowBeside } from '../core/alignment/rows-beside.ts';
import type { Shared } from '../core/alignment/signs.ts';
import { stretchesOf } from '../core/alignment/stretches.ts';
import type { Passage } from '../core/alignment/guess-links.ts';
import { joined, wordingOf } from '../core/difference/wording.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { AgendaItem } from '../core/event.ts';
import type { RecordId } from '../core/id.ts';
import type { Label } from '../core/label.ts';
import type { Block, BlockId } from '../core/text.ts';
import { changesBetween } from './compare-changes.ts';
import { chooseColumns, type Columns, type ReadDocument } from './compare-columns.ts';
import { linksBetween, type ColumnLink } from './compare-links.ts';
import { marksOf } from './compare-marks.ts';
import type { CompareAnswer, CompareCell, CompareColumn, ComparePage, CompareRow } from './compare-page.ts';
import { knownForms, namesOf, type Views } from './known-forms.ts';
import type { RecordPage } from './pages.ts';
import { isNumbered } from '../core/numbered.ts';

export const MOST_BESIDE = 3;
/** So many rows stand on a page; what follows of longer texts is counted. */
export const MOST_ROWS = 1500;

/** Sets a document beside others, or its own releases, editions or texts beside each other. */
export async function compare(
  views: Views,
  read: ReadDocument,
  asked: string,
  others: readonly string[],
  language: string,
): Promise<CompareAnswer> {
  if (others.length === 0 || others.length > MOST_BESIDE) return { kind: 'unknown' };
  const answer = await read(asked);
  if (answer.kind === 'moved') return { ...answer, others };
  if (answer.kind !== 'found') return answer;
  const { page } = answer;
  if (!isDocument(page)) return { kind: 'unknown' };
  const chosen = await chooseColumns(page, others, language, read);
  if (chosen.kind === 'answer') return chosen.answer;
  return { kind: 'found', page: await pageOf(views, page, chosen.columns) };
}

const isDocument = (page: RecordPage): page is RecordPage<ArchiveDocument> =>
  page.view.record.kind === 'document';

async function pageOf(
  views: Views,
  page: RecordPage<ArchiveDocument>,
  { kind, columns }: Columns,
): Promise<ComparePage> {
  const byForm = await knownForms(
    views,
    columns.map((column) => column.page.view.record),
  );
  const blocks = columns.map(({ text }) => (text === undefined ? [] : rowBlocks(text.text.blocks)));
  const passages = columns.map(({ text, page: of }) =>
    text === undefined ? [] : passagesOfText(text.text, namesOf(of.view.record, byForm), text.language),
  );
  const event = eventOf(page, columns);
  const links = linksOf(columns, passages, event?.agenda);
  const numbers = blocks.map(numbersOf);
  const all = rowsBeside(
    blocks.map(({ length }) => length),
    links.map(({ texts, links: some }) => ({
      texts,
      stretches: stretchesOf(idsOf(passages[texts[0]]), idsOf(passages[texts[1]]), some),
    })),
  );
  const rows = all.slice(0, MOST_ROWS).map((spans) => rowOf(kind, columns, blocks, numbers, links, spans));
  const [older, newer] = [columns[0], columns.at(-1)];
  return {
    kind,
    page,
    columns,
    rows,
    more: all.length - rows.length,
    labels: await labelsOf(views, rows),
    ...(event ? { event: event.event } : {}),
    changes:
      kind === 'editions' && older !== undefined && newer !== undefined
        ? changesBetween(older.page.view.record, newer.page.view.record)
        : [],
    counts: columns.map((_, at) => countsOf(rows, at)),
  };
}

const idsOf = (passages: readonly Passage[] | undefined): readonly string[] =>
  (passages ?? []).map(({ id }) => id);

/** Links from the passages of one column to those of a later one. */
interface Linked {
  readonly texts: readonly [one: number, other: number];
  readonly links: readonly ColumnLink[];
}

/** Of each column to each later one; what answers to an earlier one already is not asked again. */
function linksOf(
  columns: readonly CompareColumn[],
  passages: readonly (readonly Passage[])[],
  agenda: readonly AgendaItem[] | undefined,
): readonly Linked[] {
  const open = passages.map((all) => new Set(all));
  const found: Linked[] = [];
  for (const [one, column] of columns.entries()) {
    const others = columns.map((_, at) => at).slice(one + 1);
    for (const other of others) {
      const [here, there] = [[...(open[one] ?? [])], [...(open[other] ?? [])]];
      const target = columns[other];
      if (target === undefined || here.length === 0 || there.length === 0) continue;
      const links = linksBetween(column, target, here, there, agenda).filter(
        ({ from, to }) => areOpen(from, passages[one], here) && areOpen(to, passages[other], there),
      );
      found.push({ texts: [one, other], links });
    }
    for (const { texts, links } of found) {
      const told = new Set<string>(links.flatMap(({ to }) => to));
      for (const passage of open[texts[1]] ?? []) if (told.has(passage.id)) open[texts[1]]?.delete(passage);
    }
  }
  return found;
}

/** Whether nothing that answers to another text already stands among them. */
function areOpen(
  ids: readonly BlockId[],
  all: readonly Passage[] = [],
  open: readonly Passage[] = [],
): boolean {
  if (all.length === open.length) return true;
  const places = ids.map((id) => all.findIndex((passage) => passage.id === id));
  const still = new Set(open);
  return all.slice(Math.min(...places), Math.max(...places) + 1).every((passage) => still.has(passage));
}

/** The number that each block bears on its own page; of those that bear none undefined. */
function numbersOf(blocks: readonly Block[]): readonly (number | undefined)[] {
  let number = 0;
  return blocks.map((block) => (isNumbered(block) ? (number += 1) : undefined));
}

function rowOf(
  kind: ComparePage['kind'],
  columns: readonly CompareColumn[],
  blocks: readonly (readonly Block[])[],
  numbers: readonly (readonly (number | undefined)[])[],
  links: readonly Linked[],
  spans: RowBeside,
): CompareRow {
  const cut = spans.map(({ from, to }, at) => blocks[at]?.slice(from, to) ?? []);
  const marks = marksOf(
    kind,
    columns,
    cut.map((some) => joined(some.map(wordingOf))),
  );
  const cells = cut.map((some, at): CompareCell => {
    const { from, to } = spans[at] ?? NOTHING;
    return { blocks: some, marks: marks[at] ?? [], numbers: numbers[at]?.slice(from, to) ?? [] };
  });
  const here = cut.map((some) => new Set<string>(some.map(({ id }) => id)));
  const made = links.flatMap(({ texts: [one, other], links: some }) =>
    (cut[other]?.length ?? 0) === 0 ? [] : some.filter(({ from }) => from.some((id) => here[one]?.has(id))),
  );
  const bases = new Set(made.map(({ basis }) => basis));
  const basis = (['guessed', 'by-hand', 'given'] as const).find((one) => bases.has(one));
  return {
    cells,
    ...(basis === undefined ? {} : { basis }),
    shared: distinct(made.flatMap(({ shared }) => shared)),
    topics: [...new Set(made.flatMap(({ topic }) => topic ?? []))],
  };
}

const distinct = (shared: readonly Shared[]): readonly Shared[] => [
  ...new Map(shared.map((one) => [JSON.stringify(one), one])).values(),
];

const NOTHING = { from: 0, to: 0 };

/** The names that guesses were made by, as records that are public. */
async function labelsOf(views: Views, rows: readonly CompareRow[]): Promise<ReadonlyMap<RecordId, Label>> {
  const ids = rows.flatMap(({ shared }) => shared.flatMap((one) => (one.kind === 'name' ? [one.to] : [])));
  return views.labels(new Set(ids));
}

/** The event that every document of a comparison is an account of. */
function eventOf(
  page: RecordPage<ArchiveDocument>,
  columns: readonly CompareColumn[],
): NonNullable<RecordPage['events']>[number] | undefined {
  return (page.events ?? []).find(({ accounts }) =>
    columns.every((column) => accounts.some(({ row }) => row.label.id === column.page.label.id)),
  );
}

/** A paragraph without a partner; a heading or a name at the end is nothing that others leave out. */
export const isAlone = (cells: readonly CompareCell[], at: number): boolean =>
  cells[at]?.numbers.some((number) => number !== undefined) === true &&
  cells.every((other, n) => n === at || other.blocks.length === 0);

function countsOf(rows: readonly CompareRow[], at: number): ComparePage['counts'][number] {
  let [held, opened, alone] = [0, 0, 0];
  for (const { cells } of rows) {
    const cell = cells[at];
    if (cell === undefined || cell.blocks.length === 0) continue;
    held += joined(cell.blocks.map(wordingOf)).held.length;
    opened += cell.marks.filter(({ kind }) => kind === 'opened').length;
    if (isAlone(cells, at)) alone += 1;
  }
  return { held, opened, alone };
}
