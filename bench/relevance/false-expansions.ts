import type { RecordId } from '../../src/core/id.ts';
import type { AskedArchive } from './archive.ts';
import { certainPersons } from './draw-persons.ts';
import type { Volume } from './read-volume.ts';

/** A form of a person's name, and whose documents it brings in. */
export interface Expanded {
  readonly ask: string;
  readonly person: string;
  /** Of the first ten that the lists tie to a person at all: how many to this one. */
  readonly right: number;
  readonly tied: number;
  /** Words that were searched besides. */
  readonly also: readonly string[];
}

/**
 * Asks for every certain person of the lists by the form of the list, and by first name and surname. A
 * document is held to be another's if the XML ties it to persons of the lists who share the surname or a
 * form that was searched besides, and not to this one: a document that only names the surname in passing
 * ties to nobody and is not counted.
 */
export async function* falseExpansions(
  volumes: readonly Volume[],
  archive: AskedArchive,
): AsyncGenerator<Expanded> {
  const tied = await tiesOf(volumes, archive);
  for (const person of certainPersons(volumes)) {
    if (person.documents.length === 0) continue;
    const own = new Set<RecordId>();
    for (const key of person.documents) {
      const id = await archive.recordOf(key);
      if (id !== undefined) own.add(id);
    }
    const turned = `${person.given[0] ?? ''} ${person.surname}`;
    for (const ask of new Set([person.form, turned])) {
      const page = await archive.room.search({
        q: ask,
        scope: 'documents',
        filters: [],
        sort: 'relevance',
        page: 1,
      });
      const hits = page.rows.slice(0, 10).map(({ label }) => label.id);
      const alike = namesOf(person.surname, page.alsoSearched);
      const others = hits.filter((id) => !own.has(id) && isOfAnother(tied.get(id) ?? [], alike));
      const right = hits.filter((id) => own.has(id)).length;
      yield {
        ask,
        person: person.form,
        right,
        tied: right + others.length,
        also: page.alsoSearched.map(({ words }) => words),
      };
    }
  }
}

/** The forms by which the XML ties each document to persons of the lists. */
async function tiesOf(
  volumes: readonly Volume[],
  archive: AskedArchive,
): Promise<ReadonlyMap<RecordId, readonly string[]>> {
  const ties = new Map<RecordId, readonly string[]>();
  for (const { name, documents, persons } of volumes) {
    const forms = new Map(persons.map(({ id, form }) => [id, form.toLowerCase()]));
    for (const document of documents) {
      const id = await archive.recordOf(`tei:${name}#${document.id}`);
      if (id !== undefined)
        ties.set(
          id,
          [...document.persons].flatMap((person) => forms.get(person) ?? []),
        );
    }
  }
  return ties;
}

/** The surname, and the longest word of each form that was searched besides: what a namesake would share. */
function namesOf(surname: string, also: readonly { readonly words: string }[]): readonly string[] {
  const longest = also.map(({ words }) =>
    (words.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).reduce(
      (best, word) => (word.length > best.length ? word : best),
      '',
    ),
  );
  return [...new Set([surname.toLowerCase(), ...longest.filter((word) => word.length > 3)])];
}

const isOfAnother = (forms: readonly string[], alike: readonly string[]): boolean =>
  forms.some((form) => alike.some((name) => form.startsWith(name)));
