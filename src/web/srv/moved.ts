import type { SearchRequest } from '../../actions/search-page.ts';
import { kindOf, type RecordKind } from '../../core/id.ts';
import { labelOf } from '../../core/label.ts';
import { addressOf, addressOfPage } from '../addresses.ts';
import { moved, type Answer } from '../answer.ts';
import { away } from '../public/edges.ts';
import { EVERYTHING, printSearchAddress } from '../public/search-address.ts';
import type { Visit } from '../site.ts';
import { themeOfSlug } from './forest.ts';
import { questionOf } from './question.ts';
import { OLD_LISTS, readOldQuery } from './read-old-query.ts';

type Said = Promise<Answer | undefined>;

/** A page that had another word in its address: leads to the record's own, by a number of before or by an id. */
export const pageOf =
  (kind: RecordKind) =>
  async ({ site, room, params }: Visit): Said => {
    const answer = await room.view(params['asked'] ?? '', kind);
    switch (answer.kind) {
      case 'unknown':
        return undefined;
      case 'gone':
      case 'withdrawn':
        return kindOf(answer.id) === kind ? away(site, answer) : undefined;
      case 'moved':
        return answer.to.kind === kind ? moved(addressOf(site, answer.to)) : undefined;
      case 'found':
        return kindOf(answer.view.id) === kind ? moved(addressOf(site, labelOf(answer.view))) : undefined;
    }
  };

/** The page of a theme, which was called by its slug too: leads to the collection that stands for it. */
export async function themePage(visit: Visit): Said {
  const { room, params } = visit;
  const id = await themeOfSlug(room, params['asked'] ?? '');
  return pageOf('collection')(id === undefined ? visit : { ...visit, params: { ...params, asked: id } });
}

/**
 * A page of results: leads to our search for the same, on its first page, since pages were of another size.
 *
 *   /search-results/1/{"search-in":"all","term":"test"}?recordType=Record -> /search?q=test&in=documents
 *   /search-results?q=test                                                -> /search?q=test
 */
export async function results({ site, room, url, params }: Visit): Said {
  const asked = readAsked(params['what']);
  const old = new URLSearchParams();
  for (const [name, value] of [...asked, ...url.searchParams])
    if (TAKEN.has(name.replace(/\[\]$/, ''))) old.append(name, value);
  const read = readOldQuery(old);
  const question = read.ok ? await questionOf(room, read.value) : undefined;
  const { q, filters } = question?.request ?? { q: old.get('q') ?? old.get('term') ?? '', filters: [] };
  const scope = scopeOf(url.searchParams.get('recordType'), asked.get('search-in'));
  const to = printSearchAddress({ ...EVERYTHING, q, filters, scope });
  return moved(addressOfPage(site, to));
}

const TAKEN: ReadonlySet<string> = new Set([
  'q',
  'term',
  'start_date',
  'end_date',
  'language',
  'theme',
  ...OLD_LISTS,
]);

function scopeOf(type: string | null, within: string | null): SearchRequest['scope'] {
  if (within === 'title') return 'titles';
  if (type?.toLowerCase() === 'record') return 'documents';
  return type?.toLowerCase() === 'collection' ? 'collections' : 'everything';
}

/** What the address says as JSON: names with a text, or a list of them; anything else is passed over. */
function readAsked(text: string | undefined): URLSearchParams {
  const asked = new URLSearchParams();
  const json = text === undefined ? undefined : tryParse(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return asked;
  for (const [name, value] of Object.entries(json))
    for (const one of Array.isArray(value) ? value : [value])
      if (typeof one === 'string' || typeof one === 'number') asked.append(name, String(one));
  return asked;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}
