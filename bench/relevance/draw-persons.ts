import type { Draw } from './draw-titles.ts';
import type { Question } from './question.ts';
import type { Volume } from './read-volume.ts';

/** All entries of all lists that have one surname and one first initial. */
export interface Person {
  readonly surname: string;
  readonly given: readonly string[];
  /** As the list of the first volume has it. */
  readonly form: string;
  readonly records: readonly string[];
  readonly documents: readonly string[];
}

/** Ranks and styles that lists set before a given name, and what they set after it. */
const NO_NAME =
  /^(?:(?:Vice |Rear |Brigadier |Major |Lieutenant |Lt\. )?(?:Admiral|General|Colonel|Captain|Major)|Sir|Lord|Dr\.|Prince|King|Count|Jr\.?|Sr\.?|I{2,3}|IV)$/u;

/** "Allison, John M." -> Allison, [John, M.]; undefined where a list has no comma, or says more than a name. */
export function partsOfForm(
  form: string,
): { readonly surname: string; readonly given: readonly string[] } | undefined {
  const [surname, rest, ...further] = form.split(/,\s*/u);
  if (surname === undefined || rest === undefined || !/^[\p{L}’'-]+$/u.test(surname)) return undefined;
  if (further.some((part) => !NO_NAME.test(part))) return undefined;
  const given = rest.split(/\s+/u).filter((part) => !NO_NAME.test(part));
  return given.length > 0 && given.every((part) => /^\p{Lu}[\p{L}’'-]*\.?$/u.test(part))
    ? { surname, given }
    : undefined;
}

/**
 * The persons that the lists hold under a surname and first initial which no other person shares: where a
 * list has two such entries, or lists disagree in the names that both spell out, neither is certain.
 */
export function certainPersons(volumes: readonly Volume[]): readonly Person[] {
  const byKey = new Map<string, (Person & { readonly volume: string })[]>();
  for (const { name, persons, documents } of volumes)
    for (const { id, form } of persons) {
      const parts = partsOfForm(form);
      if (parts === undefined) continue;
      const key = `${parts.surname} ${parts.given[0]?.charAt(0) ?? ''}`.toLowerCase();
      const mentioned = documents.filter((document) => document.persons.has(id));
      const entry = {
        ...parts,
        form,
        volume: name,
        records: [`tei:${name}#${id}`],
        documents: mentioned.map((document) => `tei:${name}#${document.id}`),
      };
      byKey.set(key, [...(byKey.get(key) ?? []), entry]);
    }
  return [...byKey.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined || new Set(entries.map(({ volume }) => volume)).size < entries.length) return [];
    if (!entries.every((one) => entries.every((other) => agree(one.given, other.given)))) return [];
    const { surname, given, form } = first;
    return [
      {
        surname,
        given,
        form,
        records: entries.flatMap(({ records }) => records),
        documents: entries.flatMap(({ documents }) => documents),
      },
    ];
  });
}

/** Names that both spell out are the same, and an initial is that of the other's name. */
function agree(one: readonly string[], other: readonly string[]): boolean {
  return one.every((name, at) => {
    const theirs = other[at];
    if (theirs === undefined) return true;
    const [mine, yours] = [name.replace(/\.$/u, ''), theirs.replace(/\.$/u, '')];
    return mine.length === 1 || yours.length === 1 ? mine[0] === yours[0] : mine === yours;
  });
}

const FORMS: readonly (readonly [Question['class'], (person: Person) => string])[] = [
  ['name as listed', ({ form }) => form],
  ['name turned', ({ given, surname }) => `${given[0] ?? ''} ${surname}`],
  [
    'name by initials',
    ({ given, surname }) => `${given.map((name) => `${name.charAt(0)}.`).join(' ')} ${surname}`,
  ],
];

/**
 * Questions from lists of persons: ten of each form, of which five ask for the person's own record and five
 * for the documents. Drawn are certain persons with a full first name who stand in 3 to 20 documents, none twice.
 */
export function drawPersons(volumes: readonly Volume[], draw: Draw): readonly Question[] {
  const pool = certainPersons(volumes).filter(
    ({ documents, given }) =>
      documents.length >= 3 && documents.length <= 20 && (given[0] ?? '').replace('.', '').length > 1,
  );
  const seen = new Set<Person>();
  const made: Question[] = [];
  for (const [name, formOf] of FORMS)
    for (let n = 0; n < 10;) {
      const person = pool[draw(pool.length)];
      if (person === undefined || seen.has(person)) continue;
      seen.add(person);
      const id = `drawn-name-${String(made.length + 1).padStart(2, '0')}`;
      const isRecord = n < 5;
      made.push({
        id,
        class: name,
        ask: formOf(person),
        scope: isRecord ? 'people' : 'documents',
        expect: [...(isRecord ? person.records : person.documents)],
      });
      n++;
    }
  return made;
}
