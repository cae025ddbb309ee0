import { printElement, printText } from '../xml/print-xml.ts';
import { saidOf, type Written } from '../fields/said-of-record.ts';

/** A list of what was opened, as a feed tells of it. Addresses are whole. */
export interface Feed {
  readonly title: string;
  /** What its reader should know of it: that there are further pages, that a question was not understood. */
  readonly subtitle?: string;
  /** Who publishes it. */
  readonly archive: string;
  readonly lang: string;
  /** The address of the feed's first page, which is also its id. */
  readonly id: string;
  readonly self: string;
  /** The page for people that says the same. */
  readonly page: string;
  readonly previous?: string;
  readonly next?: string;
  /** When anything public last changed: the time of a feed that has no entry. ISO instant. */
  readonly changedAt: string;
  readonly entries: readonly (Written & {
    /** An address that never changes, whatever becomes of its title. */
    readonly permanent: string;
    /** When what is told of it changed; absent: when its edition came out. ISO instant. */
    readonly updated?: string;
  })[];
  /** What was told of before and is no longer public: its permanent address, and since when. */
  readonly gone?: readonly { readonly permanent: string; readonly at: string }[];
}

type Entry = Feed['entries'][number];

/** When an entry was last altered. */
export const updatedAt = ({ updated, view }: Entry): string => updated ?? view.edition.at;

/** When the newest of what a feed tells of was altered; of an empty feed, when anything last changed. */
export const newestOf = ({ entries, gone = [], changedAt }: Feed): string =>
  [...entries.map(updatedAt), ...gone.map(({ at }) => at)].reduce(
    (newest, at) => (at > newest ? at : newest),
    '',
  ) || changedAt;

/** What is said of an entry below its title, a line each. */
export function wordsOf(entry: Entry): string {
  const said = saidOf(entry);
  const words = [
    said.invented === undefined ? undefined : `This text is invented: ${said.invented}`,
    said.date?.words,
    said.summary,
    said.source,
    said.holding?.kind === 'not-held' ? said.holding.words : undefined,
    ...entry.view.withheld.map((one) => `Withheld: ${one.words}`),
  ];
  return words.filter((one) => one !== undefined && one !== '').join('\n');
}

/**
 * A feed: RFC 4287, in pages as RFC 5005 has them. An entry is updated when its edition came out, and was
 * published when it was first opened; the feed is as new as the newest of its entries. What went is told by RFC 6721.
 */
export function writeAtom(feed: Feed): string {
  const link = (rel: string, href: string | undefined, type = 'application/atom+xml'): string =>
    href === undefined ? '' : `${printElement('link', { rel, type, href })}\n`;
  const head = [
    element('id', feed.id),
    element('title', feed.title),
    feed.subtitle === undefined ? '' : element('subtitle', feed.subtitle),
    element('updated', newestOf(feed)),
    `<author>${printElement('name', {}, printText(feed.archive))}</author>\n`,
    `${printElement('generator', {}, 'Unsealed')}\n`,
    link('self', feed.self),
    link('alternate', feed.page, 'text/html'),
    link('first', feed.id),
    link('previous', feed.previous),
    link('next', feed.next),
  ];
  const { gone = [] } = feed;
  const attributes = {
    xmlns: 'http://www.w3.org/2005/Atom',
    ...(gone.length === 0 ? {} : { 'xmlns:at': 'http://purl.org/atompub/tombstones/1.0' }),
    'xml:lang': feed.lang,
  };
  const tombstones = gone.map(
    ({ permanent, at }) => `${printElement('at:deleted-entry', { ref: permanent, when: at })}\n`,
  );
  const body = `\n${head.join('')}${feed.entries.map(entryOf).join('')}${tombstones.join('')}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printElement('feed', attributes, body)}\n`;
}

const element = (name: string, text: string, lang?: string): string =>
  `${printElement(name, { 'xml:lang': lang }, printText(text))}\n`;

function entryOf(entry: Entry): string {
  const { view } = entry;
  const said = saidOf(entry);
  const authors = said.people.filter(({ role }) => role === 'author' || role === 'sender');
  const summary = wordsOf(entry);
  const category = (term: string): string => `${printElement('category', { term })}\n`;
  const content = [
    element('id', entry.permanent),
    element('title', said.title, said.titleLang),
    element('updated', updatedAt(entry)),
    element('published', (view.editions[0] ?? view.edition).at),
    `${printElement('link', { rel: 'alternate', type: 'text/html', href: entry.url })}\n`,
    ...[...new Set(authors.map(({ name }) => name))].map(
      (name) => `<author>${printElement('name', {}, printText(name))}</author>\n`,
    ),
    category(view.record.kind),
    ...(said.genre === undefined ? [] : [category(said.genre)]),
    summary === '' ? '' : element('summary', summary),
    said.rights === undefined ? '' : element('rights', said.rights),
  ];
  return `<entry>\n${content.join('')}</entry>\n`;
}
