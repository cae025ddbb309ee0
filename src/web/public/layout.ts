import { addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Child, type Html } from '../html.ts';
import type { PageModule } from '../assets.ts';
import type { Site } from '../site.ts';
import { mark } from './marks.ts';
import type { Metadata } from './metadata.ts';
import { quickSearch } from './search-box.ts';

export type Section = 'collections' | 'people' | 'places' | 'map' | 'timeline' | 'subjects' | 'sources';

/** A page before it is laid out. */
export interface Page {
  readonly title: string;
  /** One or two sentences for search engines and cards. */
  readonly description?: string;
  /** The path under which this page is known; absent: it should not be kept by search engines. */
  readonly canonical?: string;
  readonly section?: Section;
  readonly cardKind?: 'website' | 'article' | 'profile';
  /** Path of a picture for the card. */
  readonly image?: string;
  readonly isWide?: boolean;
  /** The page has a search box of its own: the small one in the masthead is left out. */
  readonly hasSearch?: boolean;
  /** What it tells programs: linked data, tags, links, in its head and in the header `Link`. */
  readonly metadata?: Metadata;
  readonly alternates?: readonly { readonly mediaType: string; readonly address: string }[];
  /** Where it stands in a sequence of pages. */
  readonly sequence?: { readonly previous?: string; readonly next?: string };
  /** Modules that make the page quicker or richer; it works without them. */
  readonly modules?: readonly PageModule[];
  readonly body: Html;
}

const DESCRIPTION_LENGTH = 200;

/** The whole page, from its doctype. */
export function layOut(site: Site, page: Page): Html {
  const { words, assets, settings } = site;
  return html`<!doctype html>
<html${attributes({ lang: words.language.tag, dir: words.language.direction })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title === settings.name ? settings.name : `${page.title} · ${settings.name}`}</title>
${meta(site, page)}${html`<script${attributes({ src: assets.settings })}></script>`}
${assets.preloads.map(
  (href) => html`<link rel="preload"${attributes({ href })} as="font" type="font/woff2" crossorigin>
`,
)}<link rel="stylesheet"${attributes({ href: assets.stylesheet })}>
${
  site.mode === 'live' &&
  html`<link rel="unapi-server" type="application/xml" title="unAPI"${attributes({ href: `${settings.address}/unapi` })}>
`
}<link rel="icon" type="image/svg+xml"${attributes({ href: assets.icon })}>
${modules(site, page)}${page.metadata?.head}</head>
<body${attributes({ class: page.isWide === true ? 'wide' : undefined })}>
<a class="skip" href="#main">${words.site.skip}</a>
${masthead(site, page)}
<main id="main">
${page.body}
</main>
${foot(site)}
</body>
</html>
`;
}

/** Where there is no server, there is nothing that a field could ask. */
function modules({ assets, mode }: Site, page: Page): Html {
  if (mode === 'static') return nothing;
  const names: readonly PageModule[] = ['suggest', ...(page.modules ?? [])];
  return html`${names.map(
    (name) => html`<script type="module"${attributes({ src: assets.modules[name] })}></script>
`,
  )}`;
}

function meta(site: Site, page: Page): Html {
  const { settings } = site;
  const description = page.description === undefined ? undefined : shorten(page.description);
  const canonical = page.canonical === undefined ? undefined : settings.address + page.canonical;
  const image = page.image === undefined ? undefined : settings.address + page.image;
  const property = (name: string, content: string | undefined): Child =>
    content !== undefined &&
    html`<meta${attributes({ property: name, content })}>
`;
  return html`${
    description !== undefined &&
    html`<meta name="description" content="${description}">
`
  }${
    canonical === undefined
      ? html`<meta name="robots" content="noindex">
`
      : html`<link rel="canonical"${attributes({ href: canonical })}>
`
  }${
    page.sequence?.previous !== undefined &&
    html`<link rel="prev"${attributes({ href: page.sequence.previous })}>
`
  }${
    page.sequence?.next !== undefined &&
    html`<link rel="next"${attributes({ href: page.sequence.next })}>
`
  }${page.alternates?.map(
    ({ mediaType, address }) => html`<link rel="alternate"${attributes({ type: mediaType, href: address })}>
`,
  )}${property('og:type', page.cardKind ?? 'website')}${property('og:site_name', settings.name)}${property('og:title', page.title)}${property('og:description', description)}${property('og:url', canonical)}${property('og:image', image)}<meta name="twitter:card"${attributes({ content: image === undefined ? 'summary' : 'summary_large_image' })}>
`;
}

/** A description cut at a word, so that it is shown whole. */
export function shorten(text: string, length = DESCRIPTION_LENGTH): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trimEnd()} …`;
}

const SECTIONS: readonly (readonly [Section, string])[] = [
  ['collections', '/collections'],
  ['people', '/people'],
  ['places', '/places'],
  ['map', '/map'],
  ['timeline', '/timeline'],
  ['subjects', '/subjects'],
  ['sources', '/repositories'],
];

/** Where there is no room for the small search box, a link leads to the large one. */
function masthead(site: Site, page: Page): Html {
  const { words, settings } = site;
  const isSearched = page.hasSearch !== true && site.mode === 'live';
  return html`<header class="masthead"><div class="frame">
<a class="wordmark"${attributes({ href: addressOfPage(site, '/') })}>${mark}<b>${settings.name}</b>${settings.motto !== '' && html` <span>${settings.motto}</span>`}</a>
${isSearched ? html`<a class="button to-search"${attributes({ href: addressOfPage(site, '/search') })}>${words.search.search}</a>` : nothing}<nav aria-label="${words.site.main}"><ul>${SECTIONS.map(
    ([section, path]) =>
      html`<li><a${attributes({ href: addressOfPage(site, path), 'aria-current': page.section === section && 'true' })}>${words.nav[section]}</a></li>`,
  )}</ul></nav>
${isSearched ? quickSearch(site) : nothing}
</div></header>`;
}

const FOOT_ARCHIVE = ['about', 'rights', 'help', 'data', 'quote', 'api'] as const;
/** What only a server can answer. */
const LIVE: ReadonlySet<string> = new Set(['quote', 'api']);
const FOOT_FIND = ['new', 'organizations', 'events', 'types', 'languages', 'terms'] as const;

function foot(site: Site): Html {
  const { words, settings } = site;
  const link = (key: (typeof FOOT_ARCHIVE)[number] | (typeof FOOT_FIND)[number]): Html =>
    html`<li><a${attributes({ href: addressOfPage(site, `/${key}`) })}>${words.nav[key]}</a></li>`;
  return html`<footer class="foot"><div class="frame">
<div><p>${words.site.foot}</p>${settings.notice !== undefined && html`<p class="invented">${settings.notice}</p>`}</div>
<nav aria-label="${words.site.more}"><ul class="rows">${FOOT_FIND.map(link)}</ul></nav>
<nav aria-label="${words.site.aboutArchive}"><ul class="rows">${FOOT_ARCHIVE.filter((one) => !LIVE.has(one) || site.mode === 'live').map(link)}</ul></nav>
</div></footer>`;
}
