import type { ArchiveRecord } from '../../src/core/record.ts';
import type { RecordId } from '../../src/core/id.ts';

/** Text that would run, break out, or break the page, if it were not written as text. */
export const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;\${x}`;

/** Keys whose values are codes of ours, checked at the door: never what a stranger wrote. */
const CODES = new Set(
  'kind id key lang language languages role agentKind titleKind relation outcome reason noteKind numberKind level style mark of field by position digest mediaType widthPx heightPx page from to collection document agent place repository subjects broader places explainedIn within edtf period years date dir rendition romanisation slug'.split(
    ' ',
  ),
);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function poison(value: unknown, key: string): unknown {
  if (typeof value === 'string')
    return CODES.has(key) && !(key === 'from' && value === 'the dateline') ? value : value + HOSTILE;
  if (Array.isArray(value)) return value.map((one: unknown) => poison(one, key));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      typeof one === 'string'
        ? poison(one, name)
        : poison(one, isObject(one) || Array.isArray(one) ? name : key),
    ]),
  );
}

const isRecord = (value: unknown, like: ArchiveRecord): value is ArchiveRecord =>
  isObject(value) && value['kind'] === like.kind;

/** The same records with something hostile in every field that a stranger fills. */
export function hostileRecords(
  records: ReadonlyMap<RecordId, ArchiveRecord>,
): ReadonlyMap<RecordId, ArchiveRecord> {
  return new Map(
    [...records].map(([id, record]) => {
      const poisoned = poison(record, '');
      if (!isRecord(poisoned, record)) throw new TypeError(`no longer a ${record.kind}`);
      return [id, poisoned];
    }),
  );
}
