import type { HomePage } from '../../actions/pages.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { cards } from './collections.ts';
import { plainEntry } from './entry.ts';
import { histogram } from './histogram.ts';
import type { Page } from './layout.ts';
import { linked, type Metadata } from './metadata.ts';
import { siteLd } from '../../formats/json-ld/site-ld.ts';
import { feedsAt } from './feeds-at.ts';
import { everyWay } from './ways.ts';
import { searchBox } from './search-box.ts';

export function homePage(site: Site, home: HomePage): Page {
  const { words, settings } = site;
  return {
    title: settings.name,
    description: settings.about ?? words.home.description(settings.name, settings.motto),
    canonical: addressOfPage(site, '/'),
    alternates: feedsAt(addressOfPage(site, '/feed')),
    hasSearch: true,
    metadata: homeMetadata(site),
    body: html`<div class="frame">
<section class="opening"><div>
<h1>${words.home.heading}</h1>
<p class="lede">${words.home.lede(home.counts)}</p>
${searchBox(site, { isPlain: true })}
</div>${counts(site, home)}</section>
${
  home.years.length > 1 &&
  html`<section aria-labelledby="years"><div class="section-head"><h2 id="years">${words.home.byYear}</h2><a${attributes({ href: addressOfPage(site, '/timeline') })}>${words.nav.timeline}</a></div>${histogram(words, home.years, { widthPx: 1248, heightPx: 116, className: 'only-wide' })}${histogram(words, home.years, { widthPx: 328, heightPx: 96, className: 'only-narrow' })}</section>`
}
${
  home.featured.length > 0 &&
  html`<section class="section" aria-labelledby="collections"><div class="section-head"><h2 id="collections">${words.nav.collections}</h2><a${attributes({ href: addressOfPage(site, '/collections') })}>${words.home.allCollections(home.counts.collections)}</a></div>${cards(site, home.featured)}</section>`
}
${
  home.newest.length > 0 &&
  html`<section class="section" aria-labelledby="newest"><div class="section-head"><h2 id="newest">${words.home.newest}</h2><a${attributes({ href: addressOfPage(site, '/new') })}>${words.ways.newest.all}</a></div><ol class="rows two-columns">${home.newest.map((row) => plainEntry(site, row))}</ol></section>`
}
${everyWay(site)}
</div>`,
  };
}

/** The site as linked data, with the address of its search. */
function homeMetadata(site: Site): Metadata {
  const { settings, mode } = site;
  const archive = siteLd(
    { name: settings.name, url: settings.address },
    {
      languages: settings.languages,
      ...(settings.about === undefined ? {} : { about: settings.about }),
      ...(mode === 'live' ? { search: `${settings.address}${addressOfPage(site, '/search')}?q={q}` } : {}),
    },
  );
  return { head: linked(site, [archive], []), signs: [] };
}

function counts(site: Site, home: HomePage): Html {
  const { words } = site;
  const line = (count: number, says: string): Html | false =>
    count > 0 && html`<div><dt>${says}</dt><dd>${words.number(count)}</dd></div>`;
  const { documents, people, repositories, languages, collections, notHeld } = home.counts;
  return html`<section aria-label="${words.home.whatIsHere}"><dl class="counts">${line(documents, words.home.counted.documents(documents))}${line(collections, words.home.counted.collections(collections))}${line(people, words.home.counted.people(people))}${line(repositories, words.home.counted.repositories(repositories))}${line(languages, words.home.counted.languages(languages))}${line(notHeld, words.home.counted.notHeld(notHeld))}</dl></section>`;
}
