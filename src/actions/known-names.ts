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
    const bearers = await bearersOf(records, found, record, name);
    const [only, second] = bearers;
    if (only && second === undefined) known.set(key, { kind: 'one', id: only });
    else if (only) known.set(key, { kind: 'several' });
  }
  return known;
}

/** A name of one word is too little to know anyone by, except a place or a subject. */
function nameOf(record: ArchiveRecord<SourceKey>): string | undefined {
  if (!('names' in record)) return undefined;
  const name = foldName(record.names[0]?.form ?? '');
  if (name === '') return undefined;
  return record.kind === 'agent' &&
    record.agentKind === 'person' &&
    !name.includes(' ') &&
    /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u.test(name)
    ? undefined
    : name;
}

async function bearersOf(
  records: RecordStore,
  ids: readonly RecordId[],
  stub: ArchiveRecord<SourceKey>,
  name: string,
): Promise<readonly RecordId[]> {
  const standings = await records.standings(ids);
  const bearers = new Set<RecordId>();
  for (const id of ids) {
    const standing = standings.get(id);
    if (!standing || standing.state.kind === 'withdrawn') continue;
    const record = (await records.version(id, standing.head, 'description'))?.record;
    if (!record || !('names' in record) || !isOfKind(record, stub)) continue;
    if (record.names.some(({ form }) => foldName(form) === name))
      bearers.add(standing.state.kind === 'merged' ? standing.state.into : id);
  }
  return [...bearers];
}

const isOfKind = (record: ArchiveRecord, stub: ArchiveRecord<SourceKey>): boolean =>
  record.kind === stub.kind &&
  (record.kind !== 'agent' ||
    stub.kind !== 'agent' ||
    (record.agentKind === 'person') === (stub.agentKind === 'person'));
