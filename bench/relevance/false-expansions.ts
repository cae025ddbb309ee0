import type { RecordId } from '../../src/core/id.ts';
import type { AskedArchive } from './archive.ts';
import { foldName } from '../../src/core/names/fold-name.ts';
import { TITLES } from '../../src/core/names/titles.ts';
import { certainPersons, type Person } from './draw-persons.ts';
import type { Volume } from './read-volume.ts';

/** A form of a person's name, and whose documents it brings in. */
export interface Expanded {
  readonly ask: string;
  readonly exact: Brought;
  readonly all: Brought;
  /** Words that were searched besides. */
  readonly also: readonly string[];
}

/** Of the first ten hits: documents that the lists tie to this person, and to a namesake alone. */
interface Brought {
  readonly right: number;
  readonly others: number;
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
  for (const person of clearPersons(volumes)) {
    const own = new Set<RecordId>();
    for (const key of person.documents) {
      const id = await archive.recordOf(key);
      if (id !== undefined) own.add(id);
    }
    const [given = ''] = person.given;
    const forms = given.length > 2 ? [person.form, `${given} ${person.surname}`] : [person.form];
    for (const ask of forms) {
      const exact = await firstTen(archive, ask, true);
      const all = await firstTen(archive, ask, false);
      const alike = namesOf(person.surname, all.also);
      const brought = (hits: readonly RecordId[]): Brought => ({
        right: hits.filter((id) => own.has(id)).length,
        others: hits.filter((id) => !own.has(id) && isOfAnother(tied.get(id) ?? [], alike)).length,
      });
      yield { ask, exact: brought(exact.hits), all: brought(all.hits), also: all.also };
    }
  }
}

async function firstTen(
  archive: AskedArchive,
  q: string,
  isExact: boolean,
): Promise<{ readonly hits: readonly RecordId[]; readonly also: readonly string[] }> {
  const page = await archive.room.search({
    q,
    scope: 'documents',
    filters: [],
    sort: 'relevance',
    page: 1,
    isExact,
  });
  return {
    hits: page.rows.slice(0, 10).map(({ label }) => label.id),
    also: page.alsoSearched.map(({ words }) => words),
  };
}

/**
 * Certain persons who stand in documents, and whose surname no list has in an entry that may be theirs: one
 * that cannot be taken apart, one with a rank for a first name, one that shares a given name.
 */
function clearPersons(volumes: readonly Volume[]): readonly Person[] {
  const certain = certainPersons(volumes);
  const known = new Set(certain.flatMap(({ records }) => records));
  const unclear = new Set(
    volumes.flatMap(({ name, persons }) =>
      persons.flatMap(({ id, form }) => (known.has(`tei:${name}#${id}`) ? [] : surnameOf(form))),
    ),
  );
  const givenBySurname = new Map<string, string[]>();
  for (const { surname, given } of certain) {
    const key = surname.toLowerCase();
    const names = given.map(foldName).filter((name) => name.length > 1);
    const others = givenBySurname.get(key) ?? [];
    if (names.some((name) => TITLES.has(name) || others.includes(name))) unclear.add(key);
    givenBySurname.set(key, [...others, ...names]);
  }
  return certain.filter(
    ({ surname, documents }) => documents.length > 0 && !unclear.has(surname.toLowerCase()),
  );
}

const surnameOf = (form: string): string => /[\p{L}\p{M}’'-]+/u.exec(form)?.[0].toLowerCase() ?? '';

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

/** The surname, and the longest word of each form that was searched besides: what a namesake's form begins with. */
function namesOf(surname: string, also: readonly string[]): readonly string[] {
  const longest = also.map((words) =>
    (words.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).reduce(
      (best, word) => (word.length > best.length ? word : best),
      '',
    ),
  );
  return [...new Set([surname.toLowerCase(), ...longest.filter((word) => word.length > 3)])];
}

const isOfAnother = (forms: readonly string[], alike: readonly string[]): boolean =>
  forms.some((form) => alike.some((name) => form.startsWith(name)));
