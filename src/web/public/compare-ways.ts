import type { ComparePage, Comparison } from '../../actions/compare-page.ts';
import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { RecordId } from '../../core/id.ts';
import type { Label } from '../../core/label.ts';
import { addressOfComparison } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { shortTitle } from './entry.ts';
import { isText } from './reader.ts';

type DocumentPage = RecordPage<ArchiveDocument>;
type Way = Exclude<Comparison, 'mixed'>;

/** As many others as stand beside one. */
const MOST_OTHERS = 3;

/** What can be compared from a document, each way with what it begins with. */
export function waysOf(
  page: DocumentPage,
): readonly { readonly way: Way; readonly others: readonly string[] }[] {
  const { record, editions } = page.view;
  const accounts = otherAccounts(page).slice(0, MOST_OTHERS);
  const [releases, texts] = [record.releases, record.renditions.filter(isText)];
  const released = releases.filter(({ rendition }) => texts.some(({ key }) => key === rendition));
  const others = texts.filter(({ key }) => released.every(({ rendition }) => rendition !== key));
  const ways: { way: Way; others: readonly string[] }[] = [];
  if (accounts.length > 0) ways.push({ way: 'accounts', others: accounts.map(({ id }) => id) });
  if (released.length > 1) ways.push({ way: 'releases', others: ends(released.map(({ key }) => key)) });
  if (others.length > 1)
    ways.push({
      way: 'texts',
      others: [others.find(({ kind }) => kind === 'translation')?.key ?? others[1]?.key ?? ''],
    });
  if (editions.length > 1) ways.push({ way: 'editions', others: [`v${editions.at(-2)?.number ?? 1}`] });
  return ways;
}

const ends = (keys: readonly string[]): readonly string[] => [keys[0] ?? '', keys.at(-1) ?? ''];

/** The other accounts of the events that a document is an account of. */
export function otherAccounts(
  page: DocumentPage,
): readonly { readonly id: RecordId; readonly says: string }[] {
  const found = new Map<RecordId, string>();
  for (const { accounts } of page.events ?? [])
    for (const { row, side } of accounts)
      if (row.label.id !== page.label.id)
        found.set(row.label.id, `${side}: ${shortTitle(row.label.title, 60)}`);
  return [...found].map(([id, says]) => ({ id, says }));
}

/** A switch between the ways of comparing one document. */
export function waysHtml(site: Site, page: DocumentPage, current: Comparison): Html {
  const { compare } = site.words;
  const ways = waysOf(page);
  if (ways.length < 2) return nothing;
  return html`<nav class="switch" aria-label="${compare.ways}">${ways.map(({ way, others }) => html`<a${attributes({ href: addressOfComparison(site, page.label.id, others), rel: 'nofollow', 'aria-current': way === current && 'true' })}>${compare.way[way]}</a>`)}</nav>`;
}

/** The ways of comparing a document, on its own page. */
export function compareActs(site: Site, page: DocumentPage): Html {
  const { compare } = site.words;
  const ways = waysOf(page);
  if (ways.length === 0) return nothing;
  return html`<p class="release-ways"><span class="quiet">${compare.ways}</span>${ways.map(({ way, others }) => html`<a${attributes({ href: addressOfComparison(site, page.label.id, others), rel: 'nofollow' })}>${compare.way[way]}</a>`)}</p>`;
}

/** Another account of the same event: both side by side. */
export const readBeside = (site: Site, one: Label, other: Label): Html =>
  html`<p class="small"><a class="way"${attributes({ href: addressOfComparison(site, one.id, [other.id]), rel: 'nofollow', 'aria-label': `${site.words.compare.withThis}: ${other.title}` })}>${site.words.compare.withThis}</a></p>`;

/** Everything else that can be set beside the document, one by one. */
export function besideHtml(site: Site, { page, columns }: ComparePage): Html {
  const { words } = site;
  const { record, editions } = page.view;
  const shown = new Set(columns.map(({ name }) => name));
  const texts = record.renditions.filter(isText);
  const released = new Set(record.releases.flatMap(({ rendition }) => rendition ?? []));
  const groups: readonly (readonly [Way, readonly { readonly id: string; readonly says: string }[]])[] = [
    ['accounts', otherAccounts(page)],
    [
      'releases',
      record.releases.map(({ key, date }) => ({
        id: key,
        says: words.compare.shortRelease(date?.slice(0, 4), key),
      })),
    ],
    [
      'texts',
      texts
        .filter(({ key }) => !released.has(key))
        .map(({ key, language, by }) => ({
          id: key,
          says: [words.languageName(language), by].filter(Boolean).join(', '),
        })),
    ],
    [
      'editions',
      editions.slice(0, -1).map(({ number }) => ({ id: `v${number}`, says: words.compare.edition(number) })),
    ],
  ];
  const lists = groups.flatMap(([way, all]) => {
    const [first, ...rest] = all.filter(({ id }) => !shown.has(id));
    if (first === undefined || (all.length < 2 && way !== 'accounts' && way !== 'editions')) return [];
    const links = [first, ...rest].map(
      ({ id, says }) =>
        html`<li><a${attributes({ href: addressOfComparison(site, page.label.id, [id]), rel: 'nofollow' })}>${says}</a></li>`,
    );
    return [html`<div><h3>${words.compare.way[way]}</h3><ul class="plainlist">${links}</ul></div>`];
  });
  if (lists.length === 0) return nothing;
  return html`<section class="section" aria-labelledby="beside-it"><div class="section-head"><h2 id="beside-it">${words.compare.beside}</h2></div><div class="left-out">${lists}</div></section>`;
}
