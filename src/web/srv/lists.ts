import type { RecordKind } from '../../core/id.ts';
import { firstDay, lastDay } from '../../formats/srv/old-date.ts';
import { languageId } from '../../formats/srv/language-id.ts';
import { nameStub } from '../../formats/srv/stubs.ts';
import { catalogueDate } from '../../core/document.ts';
import { isRecordOf } from '../../formats/srv/known.ts';
import { themeJson } from '../../formats/srv/other-json.ts';
import { oldUri } from '../../formats/srv/old-id.ts';
import type { Answer } from '../answer.ts';
import type { Visit } from '../site.ts';
import { themesOf } from './forest.ts';
import { isCut, namedSo } from './question.ts';
import { readOldQuery, type OldQuery } from './read-old-query.ts';
import { KIND_OF } from './resolve.ts';
import { cannotRead, pageOf, sayJson } from './said.ts';

type Said = Promise<Answer | undefined>;

/** Clients ask for the first page of these lists alone, and take it for the whole. */
const MOST_NAMES = 1000;

const sizedFor = (old: OldQuery): OldQuery => (old.isPaged ? old : { ...old, pageSize: MOST_NAMES });

async function withQuery(visit: Visit, answer: (old: OldQuery) => Promise<Answer>): Said {
  const read = readOldQuery(visit.url.searchParams);
  return read.ok ? answer(sizedFor(read.value)) : cannotRead(visit.site, read.problem);
}

/** Subjects, contributors, places or archives that are called so; all of them where nothing is asked for. */
export const namesOf =
  (model: 'subject' | 'contributor' | 'coverage' | 'repository') =>
  (visit: Visit): Said =>
    withQuery(visit, async (old) => {
      const kinds: readonly RecordKind[] = [KIND_OF[model]];
      const request = {
        q: namedSo(old.words),
        scope: 'everything',
        filters: [],
        sort: old.words === '' ? 'title' : 'relevance',
        page: old.page,
      } as const;
      const taken = await visit.room.take(request, { pageSize: old.pageSize, kinds });
      if (isCut(taken)) return cannotRead(visit.site, 'term');
      const list = taken.records.map(({ view }) => nameStub(view, model));
      return pageOf(list, old, taken.total);
    });

/** Who published and who paid is known of each document alone: there is no list of them. */
export const nobody = (visit: Visit): Said => withQuery(visit, async (old) => pageOf([], old, 0));

interface OldLanguage {
  readonly id: string;
  readonly name: string;
  readonly uri: string;
}

async function languagesOf({ site, room }: Visit): Promise<readonly OldLanguage[]> {
  const { values } = await room.values('language');
  const found = new Map<string, OldLanguage>();
  for (const { value } of values) {
    const id = languageId(value);
    const name = site.words.languageName(value.split('-')[0] ?? value);
    if (!found.has(id)) found.set(id, { id, name, uri: oldUri('language', id) });
  }
  return [...found.values()];
}

export const languages = (visit: Visit): Said =>
  withQuery(visit, async (old) => {
    const all = (await languagesOf(visit)).filter((one) => isCalled(one.name, old.words));
    return pageOf(pageIn(all, old), old, all.length);
  });

export async function language(visit: Visit): Said {
  const asked = /^([A-Za-z-]{2,35})\.json$/.exec(visit.params['name'] ?? '')?.[1];
  if (asked === undefined) return undefined;
  const one = (await languagesOf(visit)).find(({ id }) => id === languageId(asked));
  return one && sayJson({ id: one.id, name: one.name });
}

const isCalled = (name: string, words: string): boolean => name.toLowerCase().includes(words.toLowerCase());

const pageIn = <T>(all: readonly T[], { page, pageSize }: OldQuery): readonly T[] =>
  all.slice((page - 1) * pageSize, page * pageSize);

export const themes = (visit: Visit): Said =>
  withQuery(visit, async (old) => {
    const records = await visit.room.publicRecords(await themesOf(visit.room));
    const all = [...records.values()].flatMap((view) => {
      if (!isRecordOf(view, 'collection')) return [];
      const { featured_collections: _within, ...stub } = themeJson(view, []);
      return isCalled(stub.title, old.words) ? [stub] : [];
    });
    return pageOf(pageIn(all, old), old, all.length);
  });

/** The first day of any document, and the last of the one that begins last; null where none is dated. */
export async function dateRange({ room }: Visit): Said {
  const end = async (sort: 'earliest' | 'latest'): Promise<string | null> => {
    const asked = { q: '', scope: 'documents', filters: [DATED], sort, page: 1 } as const;
    const { records } = await room.take(asked, { pageSize: 1, kinds: ['document'] });
    const [first] = records;
    if (first === undefined || !isRecordOf(first.view, 'document')) return null;
    const date = catalogueDate(first.view.record);
    return sort === 'earliest' ? firstDay(date) : (lastDay(date) ?? firstDay(date));
  };
  return sayJson({ begin: await end('earliest'), end: await end('latest') });
}

const DATED = {
  field: 'date',
  condition: 'between',
  from: '0001-01-01',
  to: '9999-12-31',
  certainly: true,
} as const;
