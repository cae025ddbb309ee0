import type { RecordPage, ValueList } from '../../actions/pages.ts';
import type { Collection } from '../../core/collection.ts';
import type { Filter } from '../../core/query.ts';
import { parseLanguage } from '../../core/language.ts';
import { addressOfPage, addressWithin } from '../addresses.ts';
import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { inLanguage } from './entry.ts';
import type { Page } from './layout.ts';
import { EVERYTHING, printSearchAddress } from './search-address.ts';
import { trail } from './trail.ts';
import { headingInto, stepsInto } from './within.ts';

type Within = RecordPage<Collection> | undefined;

const PATHS = { type: 'types', language: 'languages' } as const;

/** Every genre or every language, each with the way to its documents. */
export function valueListPage(site: Site, list: ValueList, within?: RecordPage<Collection>): Page {
  const { words } = site;
  const { values } = words.ways;
  const path = PATHS[list.field];
  const name = words.nav[path];
  return {
    title: [name, within?.label.title].filter(Boolean).join(' · '),
    description: values.describe[list.field](within?.label.title ?? site.settings.name),
    canonical:
      within === undefined ? addressOfPage(site, `/${path}`) : addressWithin(site, within.label, path),
    ...(within === undefined ? {} : { section: 'collections' as const }),
    body: html`<div class="frame">
${trail(site, stepsInto(site, within), name)}
<header class="page-head"><h1>${headingInto(site, within, name)}</h1><p class="lede">${values.says[list.field]}</p></header>
${list.values.length === 0 ? html`<p class="quiet none">${values.none}</p>` : html`<ul class="rows names-list">${list.values.map((one) => valueRow(site, list, one, within))}</ul>`}
${list.without > 0 && html`<p class="quiet small none">${linked(site, within, { field: list.field, condition: 'none' }, values.without[list.field](list.without))}</p>`}
</div>`,
  };
}

function valueRow(
  site: Site,
  { field }: ValueList,
  { value, count }: ValueList['values'][number],
  within: Within,
): Html {
  const { words } = site;
  const says = words.facetValue(field, value);
  const own = field === 'language' ? words.ways.ownLanguageName(value) : undefined;
  const isOther = own !== undefined && own.toLowerCase() !== says.toLowerCase();
  return html`<li><span class="name-of">${linked(site, within, { field, condition: 'is', values: [value] }, says)}</span><span class="other">${isOther && html`<span${inLanguage(site, parseLanguage(value))}>${own}</span>`}</span><span class="quiet nums">${words.count.documents(count)}</span></li>`;
}

/** The documents of a value are a search, which needs a server. */
function linked(site: Site, within: Within, filter: Filter, says: string): Html {
  const scope = within?.label.id ?? 'documents';
  const href = printSearchAddress({ ...EVERYTHING, scope, filters: [filter], sort: 'earliest' });
  return site.mode === 'live'
    ? html`<a${attributes({ href: addressOfPage(site, href), rel: 'nofollow' })}>${says}</a>`
    : html`${says}`;
}
