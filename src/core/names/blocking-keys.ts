import type { Agent } from '../agent.ts';
import type { PersonName } from './person-name.ts';
import { personNamesOf } from './person-name.ts';
import { fullForename } from './titles.ts';

/**
 * Keys of which two persons that {@link comparePersons} may call the same, or maybe the same, always share
 * one: the family name with the first letter of each forename; the family name alone where there is none.
 *
 *   "Johnson, U. Alexis" -> "johnson u*", "johnson a*"
 *   "Bohlen, Charles E. (Chip)" -> "bohlen c*", "bohlen e*"
 *   "Starke" -> "starke *"
 */
export function blockingKeysOf(agent: Agent): readonly string[] {
  if (agent.agentKind !== 'person') return [];
  return [...new Set(personNamesOf(agent.names).flatMap(keysOfName))];
}

function keysOfName({ family, forenames, nicknames }: PersonName): readonly string[] {
  const squashed = family.replaceAll(' ', '');
  if (forenames.length === 0) return [`${squashed} *`];
  return [...forenames, ...nicknames].flatMap((word) =>
    [word, fullForename(word)].map((form) => `${squashed} ${form.slice(0, 1)}*`),
  );
}
