/** A stretch of a file: from a byte to before another. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretch that is asked of a file: undefined where all of it is to be sent, which also answers what asks for
 * several stretches, in another unit, or in no words of the standard; `beyond` where nothing of it is there.
 *
 *   "bytes=0-99"  of 1000 -> 0 .. 100
 *   "bytes=990-"  of 1000 -> 990 .. 1000
 *   "bytes=-10"   of 1000 -> 990 .. 1000
 *   "bytes=1000-" of 1000 -> beyond
 *
 * Source: RFC 9110, 14.
 */
export function rangeOf(asked: string | null, sizeBytes: number): ByteRange | 'beyond' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec((asked ?? '').trim()) ?? [];
  if (first === '' && last === '') return undefined;
  if (sizeBytes === 0) return 'beyond';
  if (first === '')
    return last === '0' ? 'beyond' : { from: Math.max(0, sizeBytes - Number(last)), to: sizeBytes };
  const [from, to] = [Number(first), last === '' ? sizeBytes : Math.min(Number(last) + 1, sizeBytes)];
  if (last !== '' && Number(last) < from) return undefined;
  return from >= sizeBytes ? 'beyond' : { from, to };
}
