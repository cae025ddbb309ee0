import type { TakenResults } from '../../actions/take-results.ts';
import type { SearchRequest } from '../../actions/search-page.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { RecordId, RecordKind } from '../../core/id.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import { idOfName } from '../../formats/srv/old-id.ts';
import { isRecordOf } from '../../formats/srv/known.ts';
import { languageId } from '../../formats/srv/language-id.ts';
import { collectionStub, documentStub } from '../../formats/srv/stubs.ts';
import type { Answer } from '../answer.ts';
import type { Visit } from '../site.ts';
import { collectionsOf } from './forest.ts';
import { readQuery } from '../../core/query-language.ts';
import { isCut, questionOf } from './question.ts';
import { readOldQuery, type OldQuery } from './read-old-query.ts';
import { cannotRead, pageOf } from './said.ts';

type Said = Promise<Answer | undefined>;

/** Documents and collections, as `model` says, or both. */
export const records = (visit: Visit): Said => found(visit);

/** Collections alone. */
export const collections = (visit: Visit): Said => found(visit, 'collection');

async function found(visit: Visit, model?: OldQuery['model']): Said {
  const { site, room, url } = visit;
  const read = readOldQuery(url.searchParams);
  if (!read.ok) return cannotRead(site, read.problem);
  const old = { ...read.value, ...(model === undefined ? {} : { model }) };
  if (isCut(readQuery(old.words))) return cannotRead(site, 'q');
  const question = await questionOf(room, old);
  if (question === undefined) return pageOf([], old, 0);
  const sieve = sieveOf(old, question.publishers);
  if (sieve !== undefined) return sieved(visit, old, question.request, sieve);
  const taken = await room.take(question.request, { pageSize: old.pageSize, kinds: kindsOf(old) });
  if (isCut(taken)) return cannotRead(site, 'q');
  return pageOf(await stubsOf(visit, taken.records), old, taken.total);
}

function kindsOf({ model }: OldQuery): readonly RecordKind[] {
  if (model === undefined) return ['document', 'collection'];
  return [model === 'record' ? 'document' : 'collection'];
}

async function stubsOf({ room }: Visit, taken: TakenResults['records']): Promise<readonly unknown[]> {
  const counts = taken.some(({ view }) => isRecordOf(view, 'collection'))
    ? await collectionsOf(room)
    : undefined;
  return taken.flatMap(({ view }): readonly unknown[] => {
    if (isRecordOf(view, 'document')) return [documentStub(view)];
    if (isRecordOf(view, 'collection')) return [collectionStub(view, counts?.get(view.id)?.documents ?? 0)];
    return [];
  });
}

type Sieve = (view: PublicRecord<ArchiveDocument>, labels: TakenResults['labels']) => boolean;

/** What no index knows, and is looked for in the documents themselves: who paid, who published, into what it is translated. */
function sieveOf({ lists, translation }: OldQuery, asked: readonly RecordId[]): Sieve | undefined {
  if (lists.donor.length === 0 && asked.length === 0 && translation === undefined) return undefined;
  const into = translation === undefined ? undefined : languageId(translation);
  return ({ record }, labels) => {
    const donors = new Set(record.funders.map(idOfName));
    const publishers = new Set(
      record.contributions.flatMap(({ role, agent }) =>
        role === 'publisher' && agent !== undefined ? [labels.get(agent)?.id] : [],
      ),
    );
    const isInto = record.renditions.some(
      (one) => one.kind === 'translation' && languageId(one.language) === into,
    );
    return (
      lists.donor.every((one) => donors.has(one)) &&
      asked.every((one) => publishers.has(one)) &&
      (into === undefined || isInto)
    );
  };
}

/** So many documents are looked through, so many at a time. */
const MOST_LOOKED_THROUGH = 2000;
const AT_ONCE = 500;

async function sieved(visit: Visit, old: OldQuery, request: SearchRequest, sieve: Sieve): Said {
  const { site, room } = visit;
  if (old.model === 'collection') return pageOf([], old, 0);
  const passed: TakenResults['records'][number][] = [];
  for (let page = 1; page <= MOST_LOOKED_THROUGH / AT_ONCE; page++) {
    const taken = await room.take({ ...request, page }, { pageSize: AT_ONCE, kinds: ['document'] });
    if (isCut(taken)) return cannotRead(site, 'q');
    if (taken.total > MOST_LOOKED_THROUGH) {
      const { title } = site.words.faults[400];
      return {
        kind: 'problem',
        status: 400,
        title,
        detail: site.words.oldAddresses.tooMany(MOST_LOOKED_THROUGH),
      };
    }
    for (const one of taken.records)
      if (isRecordOf(one.view, 'document') && sieve(one.view, taken.labels)) passed.push(one);
    if (page * AT_ONCE >= taken.total) break;
  }
  const from = (old.page - 1) * old.pageSize;
  return pageOf(await stubsOf(visit, passed.slice(from, from + old.pageSize)), old, passed.length);
}
