import { terms } from '../tokens/tokenize.ts';
import type { Correction } from './corrections.ts';

/**
 * A query as it was written, with the words that were doubted spelt otherwise; all else stays.
 *
 *   mongolian "rialway protocol" + rialway -> railway   gives   mongolian "railway protocol"
 */
export function correctWords(
  q: string,
  corrections: readonly Pick<Correction, 'word' | 'instead'>[],
): string {
  const instead = new Map(corrections.map((one) => [one.word, one.instead]));
  return q.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const [term, ...more] = terms(word);
    return (more.length === 0 && term !== undefined ? instead.get(term) : undefined) ?? word;
  });
}
