import { countOfDay } from '../../core/date/day-count.ts';
import { parseDay } from '../../core/date/day.ts';
import { newestOf, updatedAt, wordsOf, type Feed } from '../atom/write-atom.ts';
import { saidOf } from '../fields/said-of-record.ts';
import { printElement, printText, printWords } from '../xml/print-xml.ts';

/**
 * A feed in RSS 2.0, for those who read no Atom; what is gone cannot be told in it.
 *
 * Source: RSS 2.0.11 of the RSS Advisory Board, read 2026-11-23.
 */
export function writeRss(feed: Feed): string {
  const content = [
    element('title', feed.title),
    element('link', feed.page),
    element('description', feed.subtitle ?? feed.title),
    element('language', feed.lang),
    element('lastBuildDate', printInstant(newestOf(feed))),
    element('generator', 'Unsealed'),
    `${printElement('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.self })}\n`,
    ...feed.entries.map(itemOf),
  ];
  const attributes = {
    version: '2.0',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  const channel = printElement('channel', {}, `\n${content.join('')}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printElement('rss', attributes, `\n${channel}\n`)}\n`;
}

const element = (name: string, text: string): string => `${printElement(name, {}, printText(text))}\n`;

function itemOf(entry: Feed['entries'][number]): string {
  const said = saidOf(entry);
  const authors = said.people.filter(({ role }) => role === 'author' || role === 'sender');
  const content = [
    element('title', said.title),
    element('link', entry.url),
    `${printElement('guid', { isPermaLink: 'true' }, printText(entry.permanent))}\n`,
    element('pubDate', printInstant(updatedAt(entry))),
    ...new Set(authors.map(({ name }) => element('dc:creator', name))),
    element('category', said.genre ?? entry.view.record.kind),
    printWords('description', {}, wordsOf(entry)),
  ];
  return `<item>\n${content.join('')}</item>\n`;
}

const WEEKDAYS = ['Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue'] as const;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "2026-01-02T03:04:05.000Z" -> "Fri, 02 Jan 2026 03:04:05 GMT" (RFC 822 as RSS has it). Day 0 was a Wednesday. */
function printInstant(instant: string): string {
  const day = parseDay(instant.slice(0, 10));
  if (day === undefined) return instant;
  const [year, month, date] = day.split('-');
  return `${WEEKDAYS[countOfDay(day) % 7]}, ${date} ${MONTHS[Number(month) - 1]} ${year} ${instant.slice(11, 19)} GMT`;
}
