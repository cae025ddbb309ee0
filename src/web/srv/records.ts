import type { ArchiveDocument } from '../../core/document.ts';
import type { RecordId } from '../../core/id.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import { isRecordOf } from '../../formats/srv/known.ts';
import { nameStub } from '../../formats/srv/stubs.ts';
import { collectionJson, coverageJson, themeJson } from '../../formats/srv/other-json.ts';
import { recordJson, type OldWords } from '../../formats/srv/record-json.ts';
import type { Collection } from '../../core/collection.ts';
import type { Place } from '../../core/place.ts';
import type { Answer } from '../answer.ts';
import type { Site, Visit } from '../site.ts';
import { countOf, themeOfSlug, withinOf } from './forest.ts';
import { KIND_OF, nothingThere, recordAsked, type Asked } from './resolve.ts';
import { sayJson } from './said.ts';

type Said = Promise<Answer | undefined>;

export const oldWords = ({ words }: Site): OldWords => ({
  languageName: words.languageName,
  rightsName: words.rightsName,
});

export async function record(visit: Visit): Said {
  const asked = await recordAsked(visit, visit.params['name'] ?? '', 'record', 'document');
  if (asked.kind === 'answer') return asked.answer;
  const { view } = asked;
  const known = await visit.room.publicRecords(namedIn(view.record).slice(0, MOST_NAMED));
  return sayJson(recordJson(view, (id) => known.get(id), oldWords(visit.site)));
}

/** Of what a record names beyond these, only the names are told. */
const MOST_NAMED = 2000;

const namedIn = (document: ArchiveDocument): readonly RecordId[] => [
  ...document.collections.map(({ collection }) => collection),
  ...document.contributions.flatMap(({ agent }) => agent ?? []),
  ...document.subjects,
  ...document.places.map(({ place }) => place),
  ...(document.source.original?.repository === undefined ? [] : [document.source.original.repository]),
  ...document.related.map(({ document: id }) => id),
];

export async function collection(visit: Visit): Said {
  const asked = await recordAsked(visit, visit.params['name'] ?? '', 'collection', 'collection');
  if (asked.kind === 'answer') return asked.answer;
  const { view } = asked;
  const above = view.record.parents.map(({ collection: id }) => id);
  const [parent] = (await visit.room.publicRecords(above)).values();
  const documents = await countOf(visit.room, view.id);
  return sayJson(
    collectionJson(view, {
      documents,
      ...(parent !== undefined && isRecordOf(parent, 'collection') ? { parent } : {}),
    }),
  );
}

/** A collection with others within it, by its id, its number of before, or its slug, as clients ask for it. */
export async function theme(visit: Visit): Said {
  const name = visit.params['name'] ?? '';
  let asked: Asked<Collection> = await recordAsked(visit, name, 'theme', 'collection');
  if (asked === nothingThere) {
    const id = await themeOfSlug(visit.room, name.replace(/\.json$/, ''));
    if (id !== undefined) asked = await recordAsked(visit, `${id}.json`, 'theme', 'collection');
  }
  if (asked.kind === 'answer') return asked.answer;
  const { view } = asked;
  const within = await withinOf(visit.room, view.id);
  if (within.length === 0) return undefined;
  const counts = new Map(within.map(({ id, documents }) => [id, documents]));
  const shown = [...(await visit.room.publicRecords(counts.keys())).values()];
  return sayJson(
    themeJson(
      view,
      shown.flatMap((one) =>
        isRecordOf(one, 'collection') ? [{ view: one, documents: counts.get(one.id) ?? 0 }] : [],
      ),
    ),
  );
}

/** A subject, contributor, publisher or archive: a name that stands for itself. */
export const nameOf =
  (model: 'subject' | 'contributor' | 'publisher' | 'repository') =>
  async (visit: Visit): Said => {
    const asked = await recordAsked(visit, visit.params['name'] ?? '', model, KIND_OF[model]);
    if (asked.kind === 'answer') return asked.answer;
    const { uri, ...stub } = nameStub(asked.view, model);
    return sayJson(model === 'publisher' ? stub : { ...stub, uri });
  };

/** Of a place so many places within it are told. */
const MOST_WITHIN = 1000;

export async function coverage(visit: Visit): Said {
  const asked = await recordAsked(visit, visit.params['name'] ?? '', 'coverage', 'place');
  if (asked.kind === 'answer') return asked.answer;
  const { view } = asked;
  const { within } = view.record;
  const [parent] = (await visit.room.publicRecords(within === undefined ? [] : [within])).values();
  return sayJson(
    coverageJson(view, {
      ...(parent ? { parent } : {}),
      children: await placesIn(visit, view),
    }),
  );
}

async function placesIn({ room }: Visit, { id }: PublicRecord<Place>): Promise<readonly PublicRecord[]> {
  const answer = await room.read(id, { kind: 'place' });
  if (answer.kind !== 'found') return [];
  const ids = (answer.page.branches ?? []).map((branch) => branch.label.id).slice(0, MOST_WITHIN);
  return [...(await room.publicRecords(ids)).values()];
}
