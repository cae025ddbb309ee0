import type { Question } from './question.ts';
import type { Volume } from './read-volume.ts';

/** Answers a whole number below the one given. */
export type Draw = (below: number) => number;

const FUNCTION_WORDS = new Set(
  'a an and as at between by for from in into its of on or the their to under upon with'.split(' '),
);

interface Titled {
  readonly key: string;
  readonly words: readonly string[];
  readonly year: string | undefined;
}

/** The words of a title that say something (numbers, and words of three letters or more), each once, in order. */
export const wordsOfTitle = (title: string): readonly string[] => [
  ...new Set(
    (title.toLowerCase().match(/\d+|\p{L}{3,}/gu) ?? []).filter((word) => !FUNCTION_WORDS.has(word)),
  ),
];

/**
 * Questions from titles. A document is drawn; of the words of its title so many are drawn, kept in their
 * order. It is a question only if no other title of all volumes has all these words (and, where the
 * question names a year, no other of that year). No document is drawn twice.
 *
 *   12 of five words   8 of five words, the longest mistyped   10 of three words and the year
 */
export function drawTitles(volumes: readonly Volume[], draw: Draw): readonly Question[] {
  const titled = volumes.flatMap(({ name, documents }) =>
    documents.map(({ id, title, year }): Titled => ({
      key: `tei:${name}#${id}`,
      words: wordsOfTitle(title),
      year,
    })),
  );
  const seen = new Set<string>();
  const next = (
    count: number,
    withYear: boolean,
  ): { readonly of: Titled; readonly words: readonly string[] } => {
    for (;;) {
      const of = titled[draw(titled.length)];
      if (of === undefined || seen.has(of.key) || of.words.length < count) continue;
      if (withYear && (of.year === undefined || of.words.includes(of.year))) continue;
      const words = someOf(of.words, count, draw);
      if (!withYear && !words.some((word) => word.length >= 7)) continue;
      const alike = titled.filter(
        (other) => (!withYear || other.year === of.year) && words.every((word) => other.words.includes(word)),
      );
      if (alike.length !== 1) continue;
      seen.add(of.key);
      return { of, words };
    }
  };
  const made: Question[] = [];
  const put = (name: Question['class'], ask: string, key: string): void => {
    const id = `drawn-title-${String(made.length + 1).padStart(2, '0')}`;
    made.push({ id, class: name, ask, scope: 'documents', expect: [key] });
  };
  for (let n = 0; n < 12; n++) {
    const { of, words } = next(5, false);
    put('title words', words.join(' '), of.key);
  }
  for (let n = 0; n < 8; n++) {
    const { of, words } = next(5, false);
    put('title words, one mistyped', mistypeLongest(words, draw).join(' '), of.key);
  }
  for (let n = 0; n < 10; n++) {
    const { of, words } = next(3, true);
    put('title words and year', `${words.join(' ')} ${of.year ?? ''}`, of.key);
  }
  return made;
}

function someOf(words: readonly string[], count: number, draw: Draw): readonly string[] {
  const kept = new Set<number>();
  while (kept.size < count) kept.add(draw(words.length));
  return words.filter((_, at) => kept.has(at));
}

function mistypeLongest(words: readonly string[], draw: Draw): readonly string[] {
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  return words.map((word) => (word === longest ? mistype(word, draw) : word));
}

/** One letter left out, or two neighbours swapped; never the first. */
export function mistype(word: string, draw: Draw): string {
  for (;;) {
    const at = 1 + draw(word.length - 2);
    const [here, after] = [word.charAt(at), word.charAt(at + 1)];
    const wrong =
      draw(2) === 0
        ? word.slice(0, at) + word.slice(at + 1)
        : word.slice(0, at) + after + here + word.slice(at + 2);
    if (wrong !== word) return wrong;
  }
}
