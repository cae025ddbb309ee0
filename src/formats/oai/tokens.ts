import { parseId, type RecordId } from '../../core/id.ts';
import { readDatestamp, type Datestamp } from './datestamps.ts';

/** Which records a list has: everything that its first request said. */
export interface ListedBy {
  readonly prefix: string;
  readonly from?: Datestamp;
  readonly until?: Datestamp;
  /** The collections of a set, from the outermost. */
  readonly set?: readonly RecordId[];
}

export type ListVerb = 'ListRecords' | 'ListIdentifiers';

/** How far a list was handed out. */
export interface ListPlace {
  /** The entry of the list of public changes that was the last when the list was begun. */
  readonly upTo: number;
  /** The entry of the record that was handed out last. */
  readonly after: number;
  /** How many were handed out. */
  readonly cursor: number;
}

const LETTERS = { ListRecords: 'r', ListIdentifiers: 'i', ListSets: 's' } as const;
const MOST_LETTERS = 1000;

/**
 * Where a list goes on, in letters that need no escape in an address. Nothing is kept here for it: it holds all that its
 * answer depends on, so that it is as good after a restart as before, and for ever, as the list of changes is.
 *
 *   "r.oai_dc.8120.4711.200.2026-01-01.2026-01-31.cabc:cdef.9f3a1b2c"
 *    │ │      │    │    │   from       until      set       check
 *    │ format upTo after cursor
 *    verb
 */
export const printListToken = (
  verb: ListVerb,
  { prefix, from, until, set }: ListedBy,
  { upTo, after, cursor }: ListPlace,
): string =>
  sealed([
    LETTERS[verb],
    prefix,
    String(upTo),
    String(after),
    String(cursor),
    from?.written ?? '',
    until?.written ?? '',
    set?.join(':') ?? '',
  ]);

/** Where a list of sets goes on: after the set that was handed out last. */
export const printSetsToken = (after: string, cursor: number): string =>
  sealed([LETTERS.ListSets, String(cursor), after]);

/** Reads what {@link printListToken} wrote for this verb; undefined for anything else. */
export function readListToken(
  verb: ListVerb,
  token: string,
): { readonly by: ListedBy; readonly place: ListPlace } | undefined {
  const parts = opened(token, LETTERS[verb], 8);
  if (parts === undefined) return undefined;
  const [, prefix = '', ...rest] = parts;
  const [upTo, after, cursor] = rest.slice(0, 3).map(readCount);
  const [from = '', until = '', spec = ''] = rest.slice(3);
  const set = spec === '' ? undefined : readSetSpec(spec);
  const [first, last] = [from, until].map((text) => (text === '' ? undefined : readDatestamp(text)));
  const isWhole =
    (from === '' || first !== undefined) &&
    (until === '' || last !== undefined) &&
    (spec === '' || set !== undefined);
  if (!isWhole || upTo === undefined || after === undefined || cursor === undefined || after > upTo)
    return undefined;
  return {
    by: {
      prefix,
      ...(first ? { from: first } : {}),
      ...(last ? { until: last } : {}),
      ...(set ? { set } : {}),
    },
    place: { upTo, after, cursor },
  };
}

/** Reads what {@link printSetsToken} wrote; undefined for anything else. */
export function readSetsToken(
  token: string,
): { readonly after: string; readonly cursor: number } | undefined {
  const [, count = '', after = ''] = opened(token, LETTERS.ListSets, 3) ?? [];
  const cursor = readCount(count);
  return cursor === undefined || readSetSpec(after) === undefined ? undefined : { after, cursor };
}

/** The collections of a set's name, from the outermost: "cabc:cdef" -> two ids; undefined if it names none of ours. */
export function readSetSpec(spec: string): readonly RecordId[] | undefined {
  const ids = spec.split(':').map((one) => parseId(one));
  const known = ids.flatMap((id) => (id === undefined ? [] : [id]));
  return known.length === ids.length && known.join(':') === spec ? known : undefined;
}

const readCount = (text: string): number | undefined =>
  /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined;

const sealed = (parts: readonly string[]): string => {
  const text = parts.join('.');
  return `${text}.${checkOf(text)}`;
};

function opened(token: string, letter: string, count: number): readonly string[] | undefined {
  if (token.length > MOST_LETTERS) return undefined;
  const at = token.lastIndexOf('.');
  const text = token.slice(0, Math.max(at, 0));
  const parts = text.split('.');
  return token.slice(at + 1) === checkOf(text) && parts[0] === letter && parts.length === count
    ? parts
    : undefined;
}

/** FNV-1a, 32 bits: against tokens that were cut or mistyped. It hides nothing, and what is forged tells nothing that is not public. */
function checkOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
