import type { FacetAsked } from '../../actions/list-facet.ts';
import type { SearchRequest } from '../../actions/search-page.ts';
import { addressOfPage } from '../addresses.ts';
import { found, type Answer } from '../answer.ts';
import type { Visit } from '../site.ts';
import { facetPage } from './facet-page.ts';
import { addressOfForm, isForm, pendingRows } from './filter-form.ts';
import { lastPage } from './pager.ts';
import { readFacetAddress, readSearchAddress } from './search-address.ts';
import { searchJson } from './search-json.ts';
import { searchPage } from './search.ts';

type Said = Promise<Answer | undefined>;

export async function search({ site, room, url }: Visit): Said {
  const params = url.searchParams;
  if (isForm(params)) {
    const to = await addressOfForm({ site, room }, params, '/search');
    return { kind: 'moved', status: 303, to: addressOfPage(site, to) };
  }
  const facet = readFacetAddress(params);
  if (facet !== undefined) return allValues({ site, room }, readSearchAddress(params), facet);
  const request = readSearchAddress(params);
  const pending = await pendingRows({ site, room }, params, request);
  return found(searchPage(site, await room.search(request), pending));
}

async function allValues(
  { site, room }: Pick<Visit, 'site' | 'room'>,
  request: SearchRequest,
  asked: Pick<FacetAsked, 'field' | 'among'>,
): Said {
  const says = (value: string): string => site.words.facetValue(asked.field, value);
  const list = await room.facet(request, { ...asked, says });
  return list.page > lastPage(list) ? undefined : found(facetPage(site, list));
}

export async function searchAsJson({ site, room, url }: Visit): Said {
  const answer = await room.search(readSearchAddress(url.searchParams));
  return { kind: 'text', mediaType: 'application/json; charset=utf-8', body: searchJson(site, answer) };
}
