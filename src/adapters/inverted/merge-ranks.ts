import { Heap } from './heap.ts';
import { ByteLists, NumberLists } from './lists.ts';
import { GONE, type Reading } from './merge-source.ts';
import { idOf, keyOf, type Order } from './rows.ts';

/** Texts of one order, one after another. */
class Keys {
  readonly #bytes = new ByteLists();
  readonly #lists = new NumberLists();
  readonly #from = new NumberLists();
  readonly #lengths = new NumberLists();
  add(key: Uint8Array): void {
    const { list, from } = this.#bytes.add(key);
    this.#lists.add(list);
    this.#from.add(from);
    this.#lengths.add(key.length);
  }
  compare(a: number, b: number): number {
    const [bytes, others] = [this.#bytes.list(this.#lists.at(a)), this.#bytes.list(this.#lists.at(b))];
    const [first, second] = [this.#from.at(a), this.#from.at(b)];
    const [length, other] = [this.#lengths.at(a), this.#lengths.at(b)];
    for (let at = 0; at < length && at < other; at++) {
      const difference = (bytes?.[first + at] ?? 0) - (others?.[second + at] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - other;
  }
}

/** The documents of a source in their order, and how many of them have their place. */
interface Ordered {
  readonly list: Uint32Array;
  at: number;
  /** The next of them. */
  number: number;
}

/** Each source is in order already: it is only told which of their first documents comes next. */
export function rankOf(
  reading: readonly Reading[],
  documents: number,
  order: Order,
  date: Uint32Array | undefined,
): Uint32Array {
  const keys = new Keys();
  const ids = new Keys();
  for (const { segment, pages, numbers } of reading)
    for (let at = 0; at < segment.documents; at++) {
      if (numbers[at] === GONE) continue;
      const row = pages.rowBytes(at);
      keys.add(keyOf(row, order));
      if (date === undefined) ids.add(idOf(row));
    }
  const heap = new Heap<Ordered>((a, b) => {
    const difference = keys.compare(a.number, b.number) * (order === 'opened' ? -1 : 1);
    if (difference !== 0) return difference < 0;
    return date === undefined
      ? ids.compare(a.number, b.number) < 0
      : (date[a.number] ?? 0) < (date[b.number] ?? 0);
  });
  for (const { segment, numbers } of reading) {
    const list = inOrder(segment.rank(order), numbers);
    const [number] = list;
    if (number !== undefined) heap.put({ list, at: 0, number });
  }
  const rank = new Uint32Array(documents);
  for (let place = 0; place < documents; place++) {
    const first = heap.first;
    if (first === undefined) break;
    rank[first.number] = place;
    first.number = first.list[++first.at] ?? GONE;
    if (first.at < first.list.length) heap.moved();
    else heap.take();
  }
  return rank;
}

/** The new numbers of a source's documents, in the source's own order. */
function inOrder(rank: Uint32Array, numbers: Uint32Array): Uint32Array {
  const byRank = new Uint32Array(rank.length);
  for (let at = 0; at < rank.length; at++) byRank[rank[at] ?? 0] = numbers[at] ?? GONE;
  return byRank.filter((number) => number !== GONE);
}
