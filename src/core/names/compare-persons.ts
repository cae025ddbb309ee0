import type { Agent } from '../agent.ts';
import { impossible } from '../result.ts';
import { evidenceOf } from './note-evidence.ts';
import type { PersonName } from './person-name.ts';
import { personNamesOf } from './person-name.ts';
import { fullForename } from './titles.ts';

/** Whether two records are of one person, and why: the reason is kept with a merge. */
export interface Comparison {
  readonly verdict: 'same' | 'maybe' | 'different';
  readonly reason: string;
}

/**
 * Compares two persons by their names, then by what their notes and years say. Same: a forename in full
 * agrees, nothing in the names or notes speaks against it, and unless the names are equal with two
 * forenames, the notes name the same office. Initials alone, a short form, a father and a son are never
 * more than maybe.
 *
 *   "Acheson, Dean", "Acheson, Dean G.", both Secretary of State      -> same
 *   "Dulles, John Foster", "Dulles, J. F."                            -> maybe
 *   "MacArthur, Douglas", "MacArthur, Douglas, II"                    -> maybe
 *   "Johnson, U. Alexis", "Johnson, Lyndon B."                        -> different
 */
export function comparePersons(a: Agent, b: Agent): Comparison {
  if (a.agentKind !== 'person' || b.agentKind !== 'person')
    return { verdict: 'different', reason: 'not both are persons' };
  const likeness = likest(a, b);
  if (likeness.kind === 'different') return { verdict: 'different', reason: likeness.because };
  const evidence = evidenceOf(a, b);
  if (evidence.kind === 'contradict') {
    const verdict = likeness.kind === 'equal' || likeness.kind === 'alike' ? 'maybe' : 'different';
    return { verdict, reason: `the names agree, the notes do not: ${evidence.because}` };
  }
  switch (likeness.kind) {
    case 'weak':
      return { verdict: 'maybe', reason: likeness.because };
    case 'conflict':
      return evidence.kind === 'agree'
        ? { verdict: 'maybe', reason: `${likeness.because}, but in both notes: ${evidence.shared}` }
        : { verdict: 'different', reason: likeness.because };
    case 'equal':
      return evidence.kind === 'agree'
        ? { verdict: 'same', reason: `the same name, and in both notes: ${evidence.shared}` }
        : { verdict: 'same', reason: 'the same name with two forenames or more, and nothing against it' };
    case 'alike':
      return evidence.kind === 'agree'
        ? { verdict: 'same', reason: `${likeness.because}, and in both notes: ${evidence.shared}` }
        : { verdict: 'maybe', reason: `${likeness.because}, but the notes share no office` };
    default:
      return impossible(likeness);
  }
}

type Likeness =
  /** Every part is equal, and there are two forenames at least, one of them in full. */
  | { readonly kind: 'equal' }
  /** A forename in full agrees, and nothing disagrees. */
  | { readonly kind: 'alike'; readonly because: string }
  | { readonly kind: 'weak'; readonly because: string }
  /** The first forename agrees in full and a later initial does not: a slip, if the office is the same. */
  | { readonly kind: 'conflict'; readonly because: string }
  | { readonly kind: 'different'; readonly because: string };

const STRENGTH = { equal: 4, alike: 3, weak: 2, conflict: 1, different: 0 } as const;

/** The best that any name of the one makes with any of the other. */
function likest(a: Agent, b: Agent): Likeness {
  let best: Likeness = { kind: 'different', because: 'no name in common' };
  const others = namesOf(b);
  for (const name of namesOf(a))
    for (const other of others) {
      const likeness = compareNames(name, other);
      if (STRENGTH[likeness.kind] > STRENGTH[best.kind]) best = likeness;
    }
  return best;
}

const namesOf = (agent: Agent): readonly PersonName[] => personNamesOf(agent.names);

/** How like two names are; of a family name that differs, different. */
export function compareNames(a: PersonName, b: PersonName): Likeness {
  if (a.family.replaceAll(' ', '') !== b.family.replaceAll(' ', ''))
    return { kind: 'different', because: 'the family names differ' };
  if (a.forenames.length === 0 || b.forenames.length === 0)
    return a.forenames.length === b.forenames.length
      ? { kind: 'weak', because: 'the same name, without forenames' }
      : { kind: 'different', because: 'one has no forename' };
  const forenames = compareForenames(a, b);
  if (a.isWife !== b.isWife && forenames.kind !== 'different')
    return { kind: 'weak', because: 'one is named as a wife' };
  if (a.suffix === b.suffix || forenames.kind === 'different') return forenames;
  if (a.suffix !== undefined && b.suffix !== undefined)
    return { kind: 'different', because: `${a.suffix} is not ${b.suffix}` };
  return { kind: 'weak', because: `one is ${a.suffix ?? b.suffix}: it may be a father or a namesake` };
}

function compareForenames(a: PersonName, b: PersonName): Likeness {
  const [one, other] = [a.forenames, b.forenames];
  if (one.join('') === other.join('')) {
    const whole = one.filter((word) => word.length > 1);
    if (whole.length === 0) return { kind: 'weak', because: 'only initials, though the same' };
    return one.length > 1 ? { kind: 'equal' } : { kind: 'alike', because: 'the same name' };
  }
  let inFull = 0;
  let hasShort = false;
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const [x = '', y = ''] = [one[at], other[at]];
    if (x === y) inFull += x.length > 1 ? 1 : 0;
    else if (x.length === 1 || y.length === 1) {
      if (x.charAt(0) === y.charAt(0)) continue;
      return inFull > 0 ? { kind: 'conflict', because: `${x} is not ${y}` } : shifted(a, b);
    } else if (fullForename(x) === fullForename(y)) hasShort = true;
    else return shifted(a, b);
  }
  if (hasShort) return { kind: 'weak', because: 'one has a short form of the forename' };
  if (inFull === 0) return { kind: 'weak', because: 'only initials agree' };
  return { kind: 'alike', because: 'one name extends the other' };
}

/** "U. Alexis" and "Alexis", "Edward “Ted”" and "Ted": a forename in full in another place. */
function shifted(a: PersonName, b: PersonName): Likeness {
  const whole = (name: PersonName): readonly string[] =>
    [...name.forenames, ...name.nicknames].filter((word) => word.length > 1).map(fullForename);
  const [first] = [a, b].map((name) => name.forenames[0] ?? '');
  const theirs = new Set(whole(b));
  const common = whole(a).find((word) => theirs.has(word));
  const bothLed = (first?.length ?? 0) > 1 && (b.forenames[0]?.length ?? 0) > 1;
  if (common === undefined || (bothLed && !isLed(a, common) && !isLed(b, common)))
    return { kind: 'different', because: 'the forenames differ' };
  return { kind: 'weak', because: `a forename agrees, in another place: ${common}` };
}

const isLed = (name: PersonName, forename: string): boolean =>
  fullForename(name.forenames[0] ?? '') === forename || name.nicknames.map(fullForename).includes(forename);
