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
  })[];
}

/**
 * A feed: RFC 4287, in pages as RFC 5005 has them. An entry is updated when its edition came out, and was
 * published when it was first opened; the feed is as new as the newest of its entries.
 */
export function writeAtom(feed: Feed): string {
  const updated = feed.entries.reduce(
    (newest, { view }) => (view.edition.at > newest ? view.edition.at : newest),
    '',
  );
  const link = (rel: string, href: string | undefined, type = 'application/atom+xml'): string =>
    href === undefined ? '' : `${printElement('link', { rel, type, href })}\n`;
  const head = [
    element('id', feed.id),
    element('title', feed.title),
    feed.subtitle === undefined ? '' : element('subtitle', feed.subtitle),
    element('updated', updated || feed.changedAt),
    `<author>${printElement('name', {}, printText(feed.archive))}</author>\n`,
    `${printElement('generator', {}, 'Unsealed')}\n`,
    link('self', feed.self),
    link('alternate', feed.page, 'text/html'),
    link('first', feed.id),
    link('previous', feed.previous),
    link('next', feed.next),
  ];
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.lang };
  const body = `\n${head.join('')}${feed.entries.map(entryOf).join('')}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printElement('feed', attributes, body)}\n`;
}

const element = (name: string, text: string, lang?: string): string =>
  `${printElement(name, { 'xml:lang': lang }, printText(text))}\n`;

function entryOf(entry: Feed['entries'][number]): string {
  const { view } = entry;
  const said = saidOf(entry);
  const authors = said.people.filter(({ role }) => role === 'author' || role === 'sender');
  const words = [
    said.invented === undefined ? undefined : `This text is invented: ${said.invented}`,
    said.date?.words,
    said.summary,
    said.source,
    said.holding?.kind === 'not-held' ? said.holding.words : undefined,
    ...view.withheld.map((one) => `Withheld: ${one.words}`),
  ];
  const summary = words.filter((one) => one !== undefined && one !== '').join('\n');
  const category = (term: string): string => `${printElement('category', { term })}\n`;
  const content = [
    element('id', entry.permanent),
    element('title', said.title, said.titleLang),
    element('updated', view.edition.at),
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
