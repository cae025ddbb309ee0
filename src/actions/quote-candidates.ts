import type { RecordId } from '../core/id.ts';
import type { QueryNode } from '../core/query.ts';
import type { Quotation, QuotedWord, Segment } from '../core/quotation/read-quotation.ts';
import { mayBeSpeltOtherwise, otherSpelling } from '../core/quotation/words.ts';
import type { Ports } from './archive.ts';

/** In how many steps documents are looked for, and how many questions each may take. */
const STAGES = [
  { words: 6, questions: 10 },
  { words: 3, questions: 10 },
  { words: 1, questions: 1 },
] as const;
const HITS = 12;
/** A document that so many runs of words stand in is likely the one. */
const ENOUGH = 4;
const TELLING = 4;
const DOUBT = 3;

/**
 * Documents in which a quotation may stand, the likeliest first: those that have most of its longest runs of words.
 * Runs of six words are asked for first, then of three, at last a few of its longest words together.
 */
export async function findCandidates(
  { index }: Pick<Ports, 'index'>,
  quotation: Quotation,
): Promise<{ readonly ids: readonly RecordId[]; readonly questions: number }> {
  const votes = new Map<RecordId, number>();
  let questions = 0;
  for (const { words, questions: most } of STAGES) {
    for (const node of runsOf(quotation, words).slice(0, most)) {
      questions += 1;
      const { hits } = await index.search({
        node,
        filters: [{ field: 'kind', condition: 'is', values: ['document'] }],
        sort: 'relevance',
        offset: 0,
        limit: HITS,
        facets: [],
        passages: 0,
      });
      // What stands in few documents tells more.
      for (const { id } of hits) votes.set(id, (votes.get(id) ?? 0) + 1 / hits.length);
      if (Math.max(0, ...votes.values()) >= ENOUGH) break;
    }
    if (votes.size > 0) break;
  }
  const ids = [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
  return { ids, questions };
}

interface Run {
  readonly node: QueryNode;
  readonly weight: number;
}

/**
 * Runs of so many words, the most telling first: long words are rarer than short ones. One with a word that the
 * text may spell otherwise ("fuer") goes behind others.
 */
function runsOf(quotation: Quotation, size: number): readonly QueryNode[] {
  if (size === 1) return [telling(quotation)];
  const runs: Run[] = [];
  for (const segment of quotation.segments) {
    const plain = segment.words.filter(({ isAdded }) => !isAdded);
    const step = Math.max(1, Math.floor(size / 2));
    for (let at = 0; at < plain.length; at += step) {
      const words = plain.slice(at, at + size);
      if (words.length < Math.min(size, plain.length)) break;
      runs.push(runOf(segment, words));
    }
  }
  return runs.sort((a, b) => b.weight - a.weight).map(({ node }) => node);
}

function runOf({ text }: Segment, words: readonly QuotedWord[]): Run {
  const [first, last] = [words[0], words.at(-1)];
  const phrase = text.slice(first?.from ?? 0, last?.to ?? 0).replace(/\s+/gu, ' ');
  return {
    node: { kind: 'phrase', text: phrase, slop: 0 },
    weight:
      words.reduce((sum, { fold }) => sum + Math.min(12, fold.length), 0) /
      (words.some(({ text: word }) => mayBeSpeltOtherwise(word)) ? DOUBT : 1),
  };
}

function telling({ segments }: Quotation): QueryNode {
  const words = [...new Set(segments.flatMap((one) => one.words.map(({ text }) => text)))];
  const longest = words.sort((a, b) => b.length - a.length).slice(0, TELLING);
  return { kind: 'and', nodes: longest.map(inEitherSpelling) };
}

const inEitherSpelling = (text: string): QueryNode =>
  mayBeSpeltOtherwise(text)
    ? { kind: 'or', nodes: [text, otherSpelling(text)].map((one) => ({ kind: 'word', text: one })) }
    : { kind: 'word', text };
