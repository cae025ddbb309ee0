import type { Agent, AuthorityBase, Name } from '../agent.ts';
import type { ArchiveRecord } from '../record.ts';
import { terms } from '../tokens/tokenize.ts';
import { SUFFIXES, TITLES } from './titles.ts';

/** A form of a name as it is looked for. `family`, `given`: of a name that was inverted. */
export interface SearchForm {
  readonly form: string;
  readonly family?: string;
  readonly given?: readonly string[];
}

const LONGEST_NAME = 200;
const BRACKETS = /[([]([^()[\]]*)[)\]]/gu;
const QUOTED = /[“"«][^”"»]*[”"»]/gu;

/**
 * The forms in which a name of an authority stands in texts: a person's as written and turned round, titles
 * and nicknames left out, another name in brackets for itself; a place's without its qualifier; any other
 * as it stands.
 *
 *   "Bowen, General Frank S." -> "Frank S. Bowen", "Bowen, Frank S."     "Chou En-lai (Zhou Enlai)" -> each
 *   "Far East (Russia)"       -> "Far East"                               "Dr. Soong" -> "Dr. Soong"
 */
export function searchFormsOf(
  record: AuthorityBase & { readonly kind: string },
  name: string,
): readonly SearchForm[] {
  const form = name.slice(0, LONGEST_NAME);
  if (isPerson(record)) return personForms(form);
  const plain = form.replace(BRACKETS, ' ').replace(/\s+/gu, ' ').trim();
  return [{ form: record.kind === 'place' && plain !== '' ? plain : form }];
}

const isPerson = (record: { readonly kind: string }): boolean =>
  record.kind === 'agent' && 'agentKind' in record && record.agentKind === 'person';

function personForms(form: string): readonly SearchForm[] {
  const others = [...form.matchAll(BRACKETS)].flatMap(([, inner = '']) =>
    isOtherName(inner) ? personForms(inner) : [],
  );
  const plain = form.replace(QUOTED, ' ').replace(BRACKETS, ' ');
  const [head = '', ...rest] = plain.split(',').map((part) => part.trim());
  const given = rest.flatMap((part) => part.split(/\s+/u)).filter((word) => word !== '' && !isTitle(word));
  if (head === '') return others;
  if (given.length === 0) return [{ form: withoutTitles(head) }, ...others];
  return [
    { form: `${given.join(' ')} ${head}`, family: head, given },
    { form: `${head}, ${given.join(' ')}`, family: head, given },
    ...others,
  ];
}

const isOtherName = (inner: string): boolean =>
  /^\p{L}[^\s,]+,?\s+\p{Lu}/u.test(inner) && !inner.split(/[\s,]+/u).some(isTitle);

function isTitle(word: string): boolean {
  const small = word.toLowerCase().replace(/\.$/u, '');
  return small.length > 1 && (TITLES.has(small) || SUFFIXES.has(small));
}

/** Leading titles go where a name of two words is left: "Prince Norodom Sihanouk", but "Dr. Soong". */
function withoutTitles(form: string): string {
  const words = form.split(/\s+/u).filter(Boolean);
  const first = words.findIndex((word) => !isTitle(word));
  return (words.length - first >= 2 ? words.slice(Math.max(0, first)) : words).join(' ');
}

/** The key of words that are a name, whatever their order: "soong t v" of "T. V. Soong" and of "Soong, T.V.". */
export const wholeKey = (words: string): string => wholeKeyOf(terms(words));
/** The key of a family name that stands alone. */
export const familyKey = (words: string): string => familyKeyOf(terms(words));
/** The same of terms. */
export const wholeKeyOf = (of: readonly string[]): string => `=${of.toSorted().join(' ')}`;
export const familyKeyOf = (of: readonly string[]): string => `~${of.join(' ')}`;

/**
 * Every key by which a query finds an authority by a form of a name: the whole form; of a person's inverted
 * name also the family name with initials, with the first forename, and alone.
 *
 *   "Khrushchev, Nikita S." -> "=khrushchev nikita s", "=khrushchev n s", "=khrushchev nikita", "~khrushchev"
 *   "Chou En-lai"           -> "=chou en lai", "=chou enlai"
 */
export function searchKeysOf({ form, family, given }: SearchForm): readonly string[] {
  const keys = [wholeKey(form), wholeKey(form.replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, ''))];
  if (family !== undefined && given !== undefined) {
    const initials = terms(given.join(' ')).map((word) => word.slice(0, 1));
    const first = given.find((word) => terms(word).some((term) => term.length > 1));
    keys.push(wholeKey([family, ...initials].join(' ')), familyKey(family));
    if (first !== undefined) keys.push(wholeKey(`${family} ${first}`));
  }
  return [...new Set(keys)].filter((key) => key.length > 1);
}

/** Every key by which a query finds a person, body or place: those of all its names. */
export function queryKeysOf(record: ArchiveRecord<string>): readonly string[] {
  if (record.kind !== 'agent' && record.kind !== 'place') return [];
  const keys = record.names.flatMap(({ form }) => searchFormsOf(record, form).flatMap(searchKeysOf));
  return [...new Set(keys)];
}

/** The names of an authority that a key stands for. */
export const namesUnder = (
  record: (Agent | AuthorityBase) & { readonly kind: string },
  key: string,
): readonly Name[] =>
  record.names.filter(({ form }) =>
    searchFormsOf(record, form).some((one) => searchKeysOf(one).includes(key)),
  );
