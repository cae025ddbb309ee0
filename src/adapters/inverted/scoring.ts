import type { Sought } from '../../core/query/sought.ts';
import type { QueryTerm } from '../../core/tokens/tokenize.ts';
import { anyBit, eachBit, hasBit, Numbering, type Bits } from './bits.ts';
import { termsFor } from './expand.ts';
import type { LiveSegment } from './live-segment.ts';
import { having, maskOf, matching } from './matching.ts';
import type { Postings, TermPlace } from './postings.ts';
import { BLOCK } from './postings-writer.ts';
import { rarity, wordsOf, sizeOf, sizePerWord, worth, type Scored, type Statistics } from './scored.ts';
import type { Segment } from './segment.ts';
import type { Top } from './top.ts';

/** Documents that are scored together, or passed over together when none of them can be among the best. */
const WINDOW = 4096;

const keyOf = ({ term, isBegun, isPattern }: QueryTerm): string =>
  term + (isBegun ? '\u0000' : isPattern === true ? '\u0001' : '');

export function statisticsOf(segments: readonly LiveSegment[], scored: Scored): Statistics {
  const bearers = new Map<string, number>();
  const asked = new Map(wordsOf(scored).flatMap(({ terms }) => terms.map((term) => [keyOf(term), term])));
  for (const { segment } of segments)
    for (const [key, term] of asked)
      bearers.set(
        key,
        termsFor(segment, term).reduce((sum, { documents }) => sum + documents, bearers.get(key) ?? 0),
      );
  const documents = segments.reduce((sum, { segment }) => sum + segment.documents, 0);
  const length = segments.reduce((sum, { segment }) => sum + segment.totalLength, 0);
  return { documents, averageLength: Math.max(1, length / Math.max(1, documents)), bearers };
}

/** Adds scores of the documents of a window, and says what the most is that any of them can add. */
interface Scorer {
  readonly bounds: Float64Array;
  /** What comes to less than `least` with all that is added here need not be right. */
  addTo(out: Float64Array, low: number, high: number, least: number): void;
}

/**
 * Puts the best of a set of documents into `top`. Windows are taken in order of the most that a document
 * in them can score, and none is looked at any more once that is less than what was found (or than
 * `floor`, which others have reached): the outcome is as if each document were scored.
 */
export function findBest(
  segment: Segment,
  scored: Scored,
  statistics: Statistics,
  set: Bits,
  top: Top,
  floor = -Infinity,
): void {
  const scorer = scorerOf(new Scene(segment, statistics, set), scored);
  const windows: number[] = [];
  for (let window = 0; window < scorer.bounds.length; window++)
    if (anyBit(set, window * WINDOW, Math.min(segment.documents, (window + 1) * WINDOW) - 1))
      windows.push(window);
  windows.sort((a, b) => (scorer.bounds[b] ?? 0) - (scorer.bounds[a] ?? 0) || a - b);
  const scores = new Float64Array(WINDOW);
  for (const window of windows) {
    if ((scorer.bounds[window] ?? 0) < Math.max(floor, top.threshold)) return;
    const low = window * WINDOW;
    const high = Math.min(segment.documents, low + WINDOW);
    scores.fill(0);
    scorer.addTo(scores, low, high, Math.max(floor, top.threshold));
    takeBest(set, scores, low, high, top);
  }
}

function takeBest(set: Bits, scores: Float64Array, low: number, high: number, top: Top): void {
  let least = top.threshold;
  for (let word = low >>> 5; word < (high + 31) >>> 5; word++)
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const document = word * 32 + 31 - Math.clz32(bits & -bits);
      const score = scores[document - low] ?? 0;
      if (score < least) continue;
      top.add(document, score);
      least = top.threshold;
    }
}

/** What all scorers of one segment have in common. */
class Scene {
  readonly segment: Segment;
  readonly statistics: Statistics;
  readonly set: Bits;
  readonly windows: number;

  constructor(segment: Segment, statistics: Statistics, set: Bits) {
    this.segment = segment;
    this.statistics = statistics;
    this.set = set;
    this.windows = Math.ceil(segment.documents / WINDOW);
  }
}

function scorerOf(scene: Scene, scored: Scored): Scorer {
  switch (scored.kind) {
    case 'words':
      return wordsScorer(scene, scored.sought, scored.isSure);
    case 'sum':
      return sumOf(
        scene,
        scored.parts.map((part) => scorerOf(scene, part)),
      );
    case 'best':
      return bestOf(
        scene,
        scored.parts.map(({ part, weight, node }) => ({
          weight,
          scorer: scorerOf(scene, part),
          gate: node.kind === 'word' ? undefined : matching(scene.segment, node, scene.set),
        })),
      );
  }
}

/** What can add most comes first, so that of the rest only those are scored that may still be among the best. */
function sumOf({ windows }: Scene, parts: readonly Scorer[]): Scorer {
  const most = ({ bounds }: Scorer): number => bounds.reduce((most, bound) => Math.max(most, bound), 0);
  const scorers = parts.length < 2 ? parts : parts.toSorted((a, b) => most(b) - most(a));
  const bounds = new Float64Array(windows);
  for (const scorer of scorers)
    for (let at = 0; at < windows; at++) bounds[at] = (bounds[at] ?? 0) + (scorer.bounds[at] ?? 0);
  return {
    bounds,
    addTo: (out, low, high, least) => {
      let later = bounds[low / WINDOW] ?? 0;
      for (const scorer of scorers) {
        later -= scorer.bounds[low / WINDOW] ?? 0;
        scorer.addTo(out, low, high, least - later - ROUNDING);
      }
    },
  };
}

/** Sums of the same numbers in another order may differ by less. */
const ROUNDING = 1e-9;

function bestOf(
  { windows, set }: Scene,
  ways: readonly { readonly weight: number; readonly scorer: Scorer; readonly gate: Bits | undefined }[],
): Scorer {
  const bounds = new Float64Array(windows);
  for (const { weight, scorer } of ways)
    for (let at = 0; at < windows; at++)
      bounds[at] = Math.max(bounds[at] ?? 0, weight * (scorer.bounds[at] ?? 0));
  const best = new Float64Array(WINDOW);
  const own = new Float64Array(WINDOW);
  return {
    bounds,
    addTo: (out, low, high) => {
      best.fill(0);
      for (const { weight, scorer, gate } of ways) {
        own.fill(0);
        scorer.addTo(own, low, high, -Infinity);
        eachBit(gate ?? set, low, high, (document) => {
          const score = weight * (own[document - low] ?? 0);
          if (score > (best[document - low] ?? 0)) best[document - low] = score;
        });
      }
      eachBit(set, low, high, (document) => {
        out[document - low] = (out[document - low] ?? 0) + (best[document - low] ?? 0);
      });
    },
  };
}

/** Words that stand together score each for itself, where they stand so. */
function wordsScorer(scene: Scene, sought: Sought, isSure: boolean): Scorer {
  const { segment, statistics } = scene;
  const groups = sought.terms.map((term) => ({ term, places: termsFor(segment, term) }));
  if (groups.some(({ places }) => places.length === 0)) return sumOf(scene, []);
  const set = isSure || groups.length === 1 ? scene.set : having(segment, sought, scene.set);
  const mask = maskOf(sought);
  return sumOf(
    scene,
    groups.map(({ term, places }) => {
      const rare = rarity(statistics, keyOf(term));
      const [only] = places;
      return places.length === 1 && only !== undefined
        ? termScorer(scene, segment.postings(only), set, mask, rare)
        : groupScorer(scene, places, set, mask, rare);
    }),
  );
}

function termScorer(scene: Scene, postings: Postings, set: Bits, mask: number, rare: number): Scorer {
  const { lengths } = scene.segment;
  const perWord = sizePerWord(scene.statistics.averageLength);
  const ofBlocks = new Float64Array(postings.blocks);
  const bounds = new Float64Array(scene.windows);
  const chosen = new Uint8Array(BLOCK);
  for (let block = 0; block < postings.blocks; block++) {
    const shortest = sizeOf(postings.shortest(block, lengths), perWord);
    const most = worth(rare, postings.highestWeight(block), shortest);
    ofBlocks[block] = most;
    const end = Math.floor(postings.last(block) / WINDOW);
    for (let at = Math.floor(postings.first(block) / WINDOW); at <= end; at++)
      if ((bounds[at] ?? 0) < most) bounds[at] = most;
  }
  return {
    bounds,
    addTo: (out, low, high, least) => {
      for (let block = postings.blockFrom(low); block < postings.blocks; block++) {
        const first = Math.max(low, postings.first(block));
        if (first >= high) return;
        if (!anyBit(set, first, Math.min(high - 1, postings.last(block)))) continue;
        const needed = least - (ofBlocks[block] ?? 0);
        const count = postings.choose(block, set, chosen);
        const { docs } = postings;
        let hasWeights = false;
        for (let one = 0; one < count; one++) {
          const at = chosen[one] ?? 0;
          const document = docs[at] ?? 0;
          if (document < low || document >= high) continue;
          const before = out[document - low] ?? 0;
          if (before < needed) continue;
          if (!hasWeights) postings.readWeights(block);
          hasWeights = true;
          const { weights, masks } = postings;
          if (((masks[at] ?? 0) & mask) === 0) continue;
          const size = sizeOf(lengths[document] ?? 0, perWord);
          out[document - low] = before + worth(rare, weights[at] ?? 0, size);
        }
      }
    },
  };
}

/** Terms that stand for one word, as if they were one term. */
function groupScorer(
  scene: Scene,
  places: readonly TermPlace[],
  set: Bits,
  mask: number,
  rare: number,
): Scorer {
  const { segment, statistics } = scene;
  const numbering = new Numbering(set);
  const weights = new Uint32Array(numbering.size);
  const postings = segment.postings();
  for (const place of places) {
    postings.set(place);
    for (let block = 0; block < postings.blocks; block++) {
      if (!anyBit(set, postings.first(block), postings.last(block))) continue;
      const count = postings.read(block);
      postings.readWeights(block);
      const { docs, masks, weights: read } = postings;
      for (let at = 0; at < count; at++) {
        const document = docs[at] ?? 0;
        if (((masks[at] ?? 0) & mask) === 0 || !hasBit(set, document)) continue;
        const number = numbering.numberOf(document);
        weights[number] = (weights[number] ?? 0) + (read[at] ?? 0);
      }
    }
  }
  const perWord = sizePerWord(statistics.averageLength);
  const worthOf = (document: number, weight: number): number =>
    worth(rare, weight, sizeOf(segment.lengths[document] ?? 0, perWord));
  const bounds = new Float64Array(scene.windows);
  let next = 0;
  eachBit(set, 0, segment.documents, (document) => {
    const own = worthOf(document, weights[next++] ?? 0);
    const window = Math.floor(document / WINDOW);
    if (own > (bounds[window] ?? 0)) bounds[window] = own;
  });
  return {
    bounds,
    addTo: (out, low, high) => {
      let number = numbering.numberOf(low);
      eachBit(set, low, high, (document) => {
        const weight = weights[number++] ?? 0;
        if (weight > 0) out[document - low] = (out[document - low] ?? 0) + worthOf(document, weight);
      });
    },
  };
}
