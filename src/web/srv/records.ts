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
import { KIND_OF, knownOf, nothingThere, recordAsked, type Asked } from './resolve.ts';
import { sayJson } from './said.ts';

type Said = Promise<Answer | undefined>;

export const oldWords = ({ words }: Site): OldWords => ({
  languageName: words.languageName,
  rightsName: words.rightsName,
});

export async function record(visit: Visit): Said {
  const asked = await recordAsked(visit, visit.params['name'] ?? '', 'record', 'document');
  if (asked.kind === 'answer') return asked.answer;
  const { described } = asked;
  const known = await knownOf(visit.room, described, namedIn(described.view.record));
  return sayJson(recordJson(described, known, oldWords(visit.site)));
}

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
  const { view } = asked.described;
  const [above] = view.record.parents;
  const known = await knownOf(visit.room, asked.described, above === undefined ? [] : [above.collection]);
  const parent = above && known(above.collection);
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
  const { view } = asked.described;
  const within = await withinOf(visit.room, view.id);
  if (within.length === 0) return undefined;
  const counts = new Map(within.map(({ id, documents }) => [id, documents]));
  const shown = await visit.room.describe([...counts.keys()], 'description');
  return sayJson(
    themeJson(
      view,
      shown.flatMap((one) =>
        isRecordOf(one.view, 'collection')
          ? [{ view: one.view, documents: counts.get(one.view.id) ?? 0 }]
          : [],
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
    const { uri, ...stub } = nameStub(asked.described.view, model);
    return sayJson(model === 'publisher' ? stub : { ...stub, uri });
  };

/** Of a place so many places within it are told. */
const MOST_WITHIN = 1000;

export async function coverage(visit: Visit): Said {
  const asked = await recordAsked(visit, visit.params['name'] ?? '', 'coverage', 'place');
  if (asked.kind === 'answer') return asked.answer;
  const { view } = asked.described;
  const { within } = view.record;
  const known = await knownOf(visit.room, asked.described, within === undefined ? [] : [within]);
  const parent = within && known(within);
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
  return (await room.describe(ids, 'description')).map(({ view }) => view);
}
