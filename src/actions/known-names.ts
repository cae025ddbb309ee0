import type { Draft, SourceKey } from '../core/draft.ts';
import type { RecordId } from '../core/id.ts';
import { foldName } from '../core/names/fold-name.ts';
import type { ArchiveRecord } from '../core/record.ts';
import type { RecordStore } from '../ports/record-store.ts';

/** What a name alone stands for here. */
export type Known = { readonly kind: 'one'; readonly id: RecordId } | { readonly kind: 'several' };

/**
 * Finds whom names alone stand for: an authority of the kind that bears exactly this name, in any of its
 * forms. Where several bear it, nobody is chosen.
 *
 *   "Stalin, Joseph" -> the person whose variants have "Stalin, Joseph"
 *   "Smith, John"    -> several: stays a name of its own, and is said
 */
export async function knownByName(
  records: RecordStore,
  stubs: readonly Draft[],
): Promise<ReadonlyMap<SourceKey, Known>> {
  const known = new Map<SourceKey, Known>();
  for (const { key, record } of stubs) {
    const name = nameOf(record);
    if (name === undefined) continue;
    const found = (await records.byNameKey(record.kind, [name])).get(name) ?? [];
    const bearers = await bearersOf(records, found, record);
    const [only, second] = bearers;
    if (only && second === undefined) known.set(key, { kind: 'one', id: only });
    else if (only) known.set(key, { kind: 'several' });
  }
  return known;
}

/** The names of an authority, the titles of a collection; nothing else is known by name. */
function formsOf(record: ArchiveRecord<string>): readonly string[] {
  if (record.kind === 'collection') return record.titles.map(({ text }) => text);
  return 'names' in record ? record.names.map(({ form }) => form) : [];
}

const ONE_WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u;

/** The name that is looked for, folded. One word is too little to know a person by, unless its script writes names so. */
function nameOf(record: ArchiveRecord<SourceKey>): string | undefined {
  const name = foldName(formsOf(record)[0] ?? '');
  if (name === '') return undefined;
  return record.kind === 'agent' && record.agentKind === 'person' && ONE_WORD.test(name) ? undefined : name;
}

async function bearersOf(
  records: RecordStore,
  ids: readonly RecordId[],
  stub: ArchiveRecord<SourceKey>,
): Promise<readonly RecordId[]> {
  const asked = formsOf(stub)[0] ?? '';
  const standings = await records.standings(ids);
  const bearers = new Set<RecordId>();
  for (const id of ids) {
    const standing = standings.get(id);
    if (!standing || standing.state.kind === 'withdrawn') continue;
    const record = (await records.version(id, standing.head, 'description'))?.record;
    if (!record || !isOfKind(record, stub)) continue;
    if (formsOf(record).some((form) => isSameName(form, asked)))
      bearers.add(standing.state.kind === 'merged' ? standing.state.into : id);
  }
  return [...bearers];
}

/** The same words, in the same order; or in another where only one of the two has a comma: "Stalin, Joseph", "Joseph Stalin". */
function isSameName(one: string, other: string): boolean {
  const [a, b] = [foldName(one), foldName(other)];
  if (a === b) return true;
  const words = (name: string): string => name.split(' ').sort().join(' ');
  return one.includes(',') !== other.includes(',') && words(a) === words(b);
}

const isOfKind = (record: ArchiveRecord, stub: ArchiveRecord<SourceKey>): boolean =>
  record.kind === stub.kind &&
  (record.kind !== 'agent' ||
    stub.kind !== 'agent' ||
    (record.agentKind === 'person') === (stub.agentKind === 'person'));
