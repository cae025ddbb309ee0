import type { RecordPage } from '../../actions/pages.ts';
import { catalogueDate, type ArchiveDocument } from '../../core/document.ts';
import { eachMarked } from '../../core/each-marked.ts';
import type { RecordId } from '../../core/id.ts';
import { plainInline, type Text } from '../../core/text.ts';
import { printPath } from '../../formats/fields/said-of-record.ts';
import { addressOfScans } from '../addresses.ts';
import { archivalCitation, citationOfPage } from '../public/citation.ts';
import { shortDate } from './dates.ts';
import { knowOf, linkOf, ofMachine, rightsOf, urlInEdition } from './records.ts';
import { firstOf, LETTERS, shortened } from './shorten.ts';
import type { Asking } from './tool.ts';
import { textsOf } from './units.ts';

type DocumentPage = RecordPage<ArchiveDocument>;

const MOST = {
  people: 30,
  places: 20,
  subjects: 20,
  dates: 8,
  titles: 6,
  numbers: 10,
  headings: 40,
  texts: 20,
  related: 20,
} as const;

/** How a document is cited: the archival form, which is our own. */
export const citationLine = (asking: Asking, page: DocumentPage): string =>
  archivalCitation(asking, citationOf(asking, page), asking.words.day(asking.room.today()));

export const citationOf = (
  { settings, words }: Asking,
  page: DocumentPage,
  passage?: Parameters<typeof citationOfPage>[2],
): ReturnType<typeof citationOfPage> =>
  citationOfPage({ settings, language: words.language.tag }, page, passage);

/** What every answer about a document says of it, whichever part of it is read. */
export const referenceOf = (asking: Asking, page: DocumentPage): object => ({
  ...linkOf(asking, page.label),
  edition: page.view.edition.number,
  newestEdition: page.view.editions.at(-1)?.number,
  editionUrl: urlInEdition(asking, page.view),
  citation: citationLine(asking, page),
  rights: rightsOf(page.view),
  know: knowOf(page.view),
});

/** A document without its texts: its description, and what there is to read. */
export function describeDocument(asking: Asking, page: DocumentPage): object {
  const { record } = page.view;
  const date = catalogueDate(record);
  const linked = (id: RecordId): object | undefined => {
    const label = page.labels.get(id);
    return label && linkOf(asking, label);
  };
  const summary = record.summaries[0];
  return {
    ...referenceOf(asking, page),
    lang: page.label.lang,
    otherTitles: some(record.titles.slice(1), MOST.titles, ({ text, lang }) => ({
      text: shortened(text, LETTERS.title),
      lang,
    })),
    date: date && shortDate(date),
    dates: some(record.dates, MOST.dates, (one) => ({ kind: one.kind, ...shortDate(one) })),
    type: record.genre,
    languages: record.languages,
    summary: summary && shortened(summary.text, LETTERS.note * 2),
    people: some(record.contributions, MOST.people, ({ role, name, agent, station }) => ({
      role,
      name: shortened(name, LETTERS.name),
      station,
      person: agent === undefined ? undefined : linked(agent),
    })),
    places: some(record.places, MOST.places, ({ role, name, place }) => ({
      role,
      name,
      place: linked(place),
    })),
    subjects: some(record.subjects, MOST.subjects, linked),
    marking: record.marking.classification,
    numbers: some(record.numbers, MOST.numbers, ({ numberKind, value }) => ({ kind: numberKind, value })),
    source:
      record.source.verbatim === undefined
        ? record.source.original && printPath(record.source.original)
        : shortened(record.source.verbatim, LETTERS.note),
    collections: some(record.collections, MOST.subjects, ({ collection }) => linked(collection)),
    related: some(record.related, MOST.related, ({ relation, document }) => ({
      relation,
      document: linked(document),
    })),
    accountOf: some(page.events ?? [], MOST.subjects, ({ event }) => linkOf(asking, event)),
    texts: some(textsOf(record), MOST.texts, (one) => textOf(one)),
    scans: scansOf(asking, page),
    forms: Object.fromEntries(
      ['md', 'txt', 'tei', 'json', 'pdf'].map((form) => [
        form,
        `${asking.settings.address}/document/${page.label.id}.${form}`,
      ]),
    ),
  };
}

const some = <T>(
  all: readonly T[],
  most: number,
  says: (one: T) => unknown,
): readonly unknown[] | undefined => {
  const { shown, more } = firstOf(all, most);
  if (shown.length === 0) return undefined;
  return [...shown.map(says), ...(more === undefined ? [] : [`… and ${more} more`])];
};

/** What a text is, and its headings, so that the right part of it is read. */
function textOf(rendition: ReturnType<typeof textsOf>[number]): object {
  const { blocks } = rendition.text;
  const headings = blocks.flatMap((block) =>
    block.kind === 'heading' ? [{ block: block.id, words: shortened(plainInline(block.content), 120) }] : [],
  );
  return {
    text: rendition.key,
    kind: rendition.kind,
    language: rendition.language,
    translates: rendition.kind === 'translation' ? rendition.of : undefined,
    by: rendition.by,
    know: ofMachine(rendition)[0],
    blocks: blocks.length,
    firstBlock: blocks[0]?.id,
    lastBlock: blocks.at(-1)?.id,
    heldBackByAgencies: heldBackIn(rendition.text),
    headings: some(headings, MOST.headings, (one) => one),
    rights: rendition.rightsWords,
  };
}

/** How many places an agency has blacked out; they stand in brackets in the words. */
function heldBackIn(text: Text): number | undefined {
  let count = 0;
  eachMarked(text, (one) => {
    if (one.kind === 'redaction') count += 1;
  });
  return count === 0 ? undefined : count;
}

function scansOf({ settings }: Asking, { view, label }: DocumentPage): object | undefined {
  const pages = view.record.renditions.reduce(
    (sum, one) => sum + (one.kind === 'facsimile' ? one.pages.length : 0),
    0,
  );
  return pages === 0
    ? undefined
    : { pages, pdf: settings.address + addressOfScans({ prefix: '' }, label.id) };
}
