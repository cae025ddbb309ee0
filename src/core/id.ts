/**
 * Opaque identifiers: a letter for the kind, eight base-32 characters, a check character.
 *
 *   d k4m7q2zx h
 *   │ │        └ check: catches any one wrong character and any two swapped
 *   │ └ eight characters of Crockford's alphabet (no i, l, o, u)
 *   └ kind: d document, c collection, a agent, p place, s subject, r repository,
 *           f unit of description (fonds … file), t term, e event, h theme
 *
 * Unique across archives, never reused. An all-digit id is never ours.
 */
declare const brand: unique symbol;
export type RecordId = string & { readonly [brand]: 'RecordId' };

export const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const LETTERS = {
  document: 'd',
  collection: 'c',
  agent: 'a',
  place: 'p',
  subject: 's',
  repository: 'r',
  unit: 'f',
  term: 't',
  event: 'e',
  theme: 'h',
} as const;

export type RecordKind = keyof typeof LETTERS;
export const RECORD_KINDS = Object.keys(LETTERS) as readonly RecordKind[];

const KIND_OF_LETTER: ReadonlyMap<string, RecordKind> = new Map(
  RECORD_KINDS.map((kind) => [LETTERS[kind], kind]),
);
const VALUE_OF: ReadonlyMap<string, number> = new Map(
  [...ALPHABET].map((character, value) => [character, value]),
);

/** Multiplication by x in GF(32) with x^5 + x^2 + 1. */
const timesX = (value: number): number => (value & 16 ? ((value << 1) ^ 0b100101) & 31 : value << 1);

/**
 * The check character of a body: the sum of value·x^position in GF(32). All positions have
 * different weights, so one altered character, or two exchanged, always change the sum.
 */
function checkOf(body: string): string {
  let sum = 0;
  for (const character of body) sum = timesX(sum ^ (VALUE_OF.get(character) ?? 0));
  return ALPHABET[sum] ?? '0';
}

/** Makes an id from eight characters of chance, as `world.newId` gives them. */
export function makeId(kind: RecordKind, eight: string): RecordId {
  const body = LETTERS[kind] + eight;
  const id = parseId(body + checkOf(body));
  if (id === undefined) throw new RangeError(`not eight characters of ${ALPHABET}: ${eight}`);
  return id;
}

/** An id if the text is one (its check character included), else undefined. Upper case is forgiven. */
export function parseId(text: string): RecordId | undefined {
  const id = text.toLowerCase();
  if (!/^[dcapsrfteh][0-9a-hjkmnp-tv-z]{9}$/.test(id)) return undefined;
  return checkOf(id.slice(0, 9)) === id[9] ? (id as RecordId) : undefined;
}

/** The kind that an id names with its first letter. */
export function kindOf(id: RecordId): RecordKind {
  const kind = KIND_OF_LETTER.get(id.charAt(0));
  if (kind === undefined) throw new RangeError(`not an id: ${id}`);
  return kind;
}

/** A name that a record has elsewhere or had before. `scheme` is ours ("former", "tei", "wikidata"…). */
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

/** One text for an identifier, as it is indexed: "tei:frus1955-57v03#d2". */
export const printIdentifier = (identifier: Identifier): string => `${identifier.scheme}:${identifier.value}`;
