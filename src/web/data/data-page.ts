import type { OfferedDump } from '../../actions/offered-dumps.ts';
import type { LdNode } from '../../formats/json-ld/ld-node.ts';
import { addressOfPage } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Page } from '../public/layout.ts';
import { linked } from '../public/metadata.ts';
import { trail } from '../public/trail.ts';
import type { Site } from '../site.ts';
import { addressOfData, addressOfDataFile } from './data-addresses.ts';

/** All the data: what there is of each day, under which terms, and how it is read. */
export function dataPage(site: Site, dumps: readonly OfferedDump[], datasets: readonly LdNode[]): Page {
  const words = site.words.data;
  const newest = dumps.find(({ kind }) => kind === 'open');
  return {
    title: words.title,
    description: words.lede,
    canonical: addressOfPage(site, addressOfData),
    cardKind: 'article',
    alternates: [{ mediaType: 'application/ld+json', address: `${addressOfData}.json` }],
    metadata: {
      head: linked(site, datasets, [{ name: words.title, path: addressOfPage(site, addressOfData) }]),
      signs: [],
    },
    body: html`<div class="frame">
${trail(site, [], words.title)}
<article class="prose all-data"><header class="page-head"><h1>${words.title}</h1><p class="lede">${words.lede}</p></header>
${dumps.map((one) => section(site, one, one === newest))}
${dumps.length === 0 && html`<section><p>${words.none}</p><pre><code>${words.make}</code></pre></section>`}
<section><h2 id="terms">${words.terms}</h2>${licensed(site)}${words.rights.map((one) => html`<p>${one}</p>`)}</section>
<section><h2 id="how">${words.howTo}</h2>${words.read.map(
      ([says, lines]) => html`<p>${says}:</p><pre><code>${lines.join('\n')}</code></pre>`,
    )}${newest !== undefined && html`<p>${words.copy} <code>${site.settings.address}${addressOfDataFile('latest', 'records.jsonl.gz')}</code></p>`}</section>
<section><h2>${words.programs}</h2><p>${words.programsSay} <a${attributes({ href: `${addressOfData}.json` })}>${addressOfData}.json</a></p></section>
</article>
</div>`,
  };
}

function section(site: Site, dump: OfferedDump, isNewest: boolean): Html {
  const words = site.words.data;
  const heading = html`<h2${attributes({ id: `d${dump.date}` })}>${words.of(site.words.day(dump.date))}${isNewest && html` <small>${words.newest}</small>`}</h2>`;
  if (dump.kind === 'taken-back') return html`<section>${heading}<p>${words.takenBack}</p></section>`;
  return html`<section>${heading}
<p>${words.upTo(site.words.instant(dump.dump.change.at))}${dump.isBehind && html` ${words.behind}`}</p>
<ul class="counted">${words.counts(dump.dump.counts).map((one) => html`<li>${one}</li>`)}</ul>
${isNewest ? files(site, dump) : html`<details><summary>${words.filesOf(dump.files.length)}</summary>${files(site, dump)}</details>`}
</section>`;
}

function files(site: Site, { date, files: all }: Extract<OfferedDump, { readonly kind: 'open' }>): Html {
  const words = site.words.data;
  const says: Readonly<Record<string, string>> = words.files;
  return html`<dl class="data-files">${all.map(
    ({ name, sizeBytes, sha256 }) =>
      html`<dt><a${attributes({ href: addressOfDataFile(date, name), download: name })}>${name}</a> <span class="size">${words.size(sizeBytes)}</span></dt><dd>${says[name]}${sha256 !== undefined && html` <span class="digest"><abbr title="${words.digestSays}">${words.digest}</abbr> <code>${sha256}</code></span>`}</dd>`,
  )}</dl>`;
}

/** The licence of what the archive itself writes, where it has one. */
function licensed({ settings: { licence }, words }: Site): Html {
  if (licence === undefined) return nothing;
  return html`<p>${words.data.licensed} <a rel="license"${attributes({ href: licence })}>${words.rightsName(licence) ?? licence}</a>.</p>`;
}
