import type { ExampleKind, SearchExample } from '../../actions/search-examples.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import type { Page } from './layout.ts';
import { EVERYTHING, printSearchAddress } from './search-address.ts';
import { trail } from './trail.ts';

type Group = keyof Site['words']['helpSearch']['groups'];

const GROUPS: Readonly<Record<Group, readonly ExampleKind[]>> = {
  words: ['words', 'phrase', 'near', 'either', 'without', 'group', 'beginning', 'letters'],
  fields: ['title', 'person', 'from', 'to', 'place', 'subject', 'archive', 'type', 'language', 'has', 'any'],
  dates: ['year', 'years', 'month', 'certainly', 'before'],
  references: ['reference', 'in-file'],
  names: ['name'],
};
const ORDER: readonly Group[] = ['words', 'fields', 'dates', 'references', 'names'];

/** How to search, each thing with an example that finds something here. */
export function helpSearchPage(site: Site, examples: readonly SearchExample[]): Page {
  const { helpSearch: words, nav } = site.words;
  const above = [{ address: addressOfPage(site, '/help'), says: nav.help }];
  const section = ([heading = '', ...paragraphs]: readonly string[]): Html =>
    html`<section><h2>${heading}</h2>${paragraphs.map((one) => html`<p>${one}</p>`)}</section>`;
  return {
    title: words.title,
    description: words.lede,
    canonical: addressOfPage(site, '/help/search'),
    cardKind: 'article',
    body: html`<div class="frame">
${trail(site, above, words.title)}
<article class="prose"><header class="page-head"><h1>${words.title}</h1><p class="lede">${words.lede}</p></header>
${examples.length === 0 && html`<p>${words.none}</p>`}
${ORDER.map((group) => groupHtml(site, group, examples))}
<section><p>${words.rest}</p></section>
${words.further.map(section)}</article>
</div>`,
  };
}

function groupHtml(site: Site, group: Group, examples: readonly SearchExample[]): Html {
  const { helpSearch: words } = site.words;
  const shown = GROUPS[group].flatMap((kind) => examples.find((one) => one.kind === kind) ?? []);
  const list = shown.map(
    (one) =>
      html`<dt>${exampleHtml(site, one)}</dt><dd>${words.says[one.kind]}<span class="quiet small"> · ${words.results(one.total)}</span></dd>`,
  );
  return html`<section><h2 id="${group}">${words.groups[group]}</h2><p>${words.intro[group]}</p>${shown.length > 0 ? html`<dl class="examples">${list}</dl>` : nothing}</section>`;
}

/** A link where there is a server to ask. */
function exampleHtml(site: Site, { q }: SearchExample): Html {
  const says = html`<code dir="auto">${q}</code>`;
  if (site.mode === 'static') return says;
  return html`<a${attributes({ href: addressOfPage(site, printSearchAddress({ ...EVERYTHING, q })), rel: 'nofollow' })}>${says}</a>`;
}
