import { printQuery, readQuery } from '../query-language.ts';

/** Fewer words than these say too little when any of them will do; of more, only so many are asked for. */
const LEAST_WORDS = 2;
const MOST_WORDS = 16;

/**
 * A question for any of the words, where it asks for all of them; undefined unless it is a plain list of
 * words and phrases.
 *
 *   railway protocol harbin    -> railway OR protocol OR harbin
 *   railway type:Letter        -> (undefined)
 */
export function anyWordOf(q: string): string | undefined {
  const { node } = readQuery(q);
  if (node.kind !== 'and' || node.nodes.length < LEAST_WORDS) return undefined;
  const isPlain = node.nodes.every(({ kind }) => kind === 'word' || kind === 'phrase' || kind === 'prefix');
  return isPlain ? printQuery({ kind: 'or', nodes: node.nodes.slice(0, MOST_WORDS) }) : undefined;
}
