import type { Agent, AuthorityBase, Name } from '../agent.ts';
import type { ArchiveRecord } from '../record.ts';
import { impossible } from '../result.ts';
import { blockingKeysOf } from './blocking-keys.ts';
import { foldName } from './fold-name.ts';
import { readPersonName } from './person-name.ts';
import { queryKeysOf } from './search-forms.ts';
import { TITLES } from './titles.ts';

/**
 * Every key by which the record's head can be found by name: its names folded; of a person also the
 * inverted name, family name with initials, and the keys of {@link blockingKeysOf}; of persons, bodies and
 * places the keys under which queries look for them ({@link queryKeysOf}); of a collection its titles. Documents and units have none: they are found by their identifiers.
 *
 *   "Dulles, John Foster" -> "dulles john foster", "dulles j f", "dulles j*", "dulles f*"
 *   "Soviet Union"        -> "soviet union"
 */
export function nameKeysOf(record: ArchiveRecord<string>): readonly string[] {
  switch (record.kind) {
    case 'document':
    case 'unit':
      return [];
    case 'collection':
      return distinct(record.titles.map(({ text }) => foldName(text)));
    case 'term':
      return distinct([foldName(record.form)]);
    case 'agent':
      return [
        ...(record.agentKind === 'person' ? distinct(personKeys(record)) : foldedNames(record)),
        ...queryKeysOf(record),
      ];
    case 'place':
      return [...foldedNames(record), ...queryKeysOf(record)];
    case 'subject':
    case 'repository':
    case 'event':
      return foldedNames(record);
    default:
      return impossible(record);
  }
}

const foldedNames = ({ names }: AuthorityBase): readonly string[] =>
  distinct(names.map((name) => foldName(name.form)));

const distinct = (keys: readonly string[]): readonly string[] =>
  [...new Set(keys)].filter((key) => key !== '');

function personKeys(agent: Agent): readonly string[] {
  const whole = agent.names.flatMap(({ form }) => [
    foldName(form),
    ...readPersonName(form).flatMap(({ family, forenames }) => [
      [family, ...forenames].join(' '),
      [family, ...forenames.map((forename) => forename.slice(0, 1))].join(' '),
    ]),
  ]);
  return [...whole, ...blockingKeysOf(agent)];
}

/**
 * The text by which a name is put in order: folded, without an article or title before it. A name
 * without a comma is not turned round: no rule knows whose family name stands first.
 *
 *   "Dulles, John Foster"     -> "dulles john foster"
 *   "Chou En-lai"             -> "chou en lai"
 *   "Prince Norodom Sihanouk" -> "norodom sihanouk"
 *   "The Hague"               -> "hague"
 */
export function sortFormOf({ form }: Pick<Name, 'form'>): string {
  const words = foldName(form).split(' ');
  const first = words.findIndex((word) => !ARTICLES.has(word) && !TITLES.has(word));
  if (ARTICLES.has(words[0] ?? '') && words.length > 1) return words.slice(1).join(' ');
  const isTitled = first > 0 && !form.includes(',') && words.length - first > 1;
  return words.slice(isTitled ? first : 0).join(' ');
}

const ARTICLES = new Set(['the', 'a', 'an', 'der', 'die', 'das', 'le', 'la', 'les']);
