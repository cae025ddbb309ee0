import type { SearchPage, SearchRequest } from '../../actions/search-page.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { asking, printSearchAddress } from './search-address.ts';

/** How many results a file holds, and a page of the feed. */
export const MOST_IN_FILE = 1000;
export const MOST_IN_FEED = 50;
/** To how many files of a long result the page leads; the others have the next pages in their addresses. */
const MOST_FILES = 8;

export const RESULT_FORMS = ['csv', 'ris', 'bib', 'csl.json', 'json', 'atom', 'rss'] as const;
export type ResultForm = (typeof RESULT_FORMS)[number];

/** Where the same question is answered in another form: "/search.csv?q=tea&page=2". */
export const addressOfResults = (
  site: Pick<Site, 'prefix'>,
  request: SearchRequest,
  form: ResultForm,
): string => addressOfPage(site, printSearchAddress(request, `/search.${form}`));

/** The feed of a question: always in the order of opening, and from its first page. */
export const addressOfFeed = (
  site: Pick<Site, 'prefix'>,
  request: SearchRequest,
  form: 'atom' | 'rss' = 'atom',
): string => addressOfResults(site, asking(request, { sort: 'relevance' }), form);

/** Each form in which these results can be had. What does not go into one file is given in several. */
export function takeAway(site: Site, { request, total }: Pick<SearchPage, 'request' | 'total'>): Html {
  const { words } = site;
  const { results } = words;
  const link = (href: string, says: string, label?: string): Html =>
    html`<a${attributes({ href, rel: 'nofollow', 'aria-label': label })}>${says}</a> `;
  const files = Math.min(MOST_FILES, Math.ceil(total / MOST_IN_FILE));
  const inFiles = (form: 'csv' | 'ris' | 'bib' | 'csl.json'): Html => {
    const first = asking(request, {});
    if (files <= 1) return link(addressOfResults(site, first, form), results.forms[form]);
    const each = Array.from({ length: files }, (_, at) => {
      const [from, to] = [at * MOST_IN_FILE + 1, Math.min(total, (at + 1) * MOST_IN_FILE)];
      const address = addressOfResults(site, asking(request, { page: at + 1 }), form);
      return link(address, results.stretch(from, to), results.stretchOf(results.forms[form], from, to));
    });
    return html`<span>${results.forms[form]}: ${each}</span>`;
  };
  return html`<div class="forms"><span>${words.search.takeAway}</span> ${total > 0 && [inFiles('csv'), inFiles('ris'), inFiles('bib'), inFiles('csl.json')]}${link(addressOfResults(site, request, 'json'), results.forms.json)}${link(addressOfFeed(site, request), results.follow)}</div>
${files > 1 ? html`<p class="small quiet">${results.further(MOST_IN_FILE)}</p>` : nothing}<p class="small quiet">${results.feedSays}</p>`;
}
