import type { SearchDocument } from '../../src/core/search-document.ts';
import { wordForms } from '../../src/core/inflection/word-forms.ts';
import { terms } from '../../src/core/tokens/tokenize.ts';

/** Words of a sample by how many of its documents have them, and words as they stand together. */
export interface SampleWords {
  /** In one to three of the sample. */
  readonly rare: readonly string[];
  /** In 1 to 10 of a hundred. */
  readonly middling: readonly string[];
  /** In 30 to 75 of a hundred. */
  readonly common: readonly string[];
  /** Middling or rarer, of seven letters or more, in four documents or more: what is worth correcting. */
  readonly long: readonly string[];
  readonly cyrillic: readonly string[];
  /** Two characters. */
  readonly han: readonly string[];
  /** Terms of passages, in order. */
  readonly runs: readonly (readonly string[])[];
  /** Middling words, each with its other forms in the sample behind it. */
  readonly formed: readonly (readonly string[])[];
  /** Two middling words of one passage, at most five others between them. */
  readonly pairs: readonly (readonly [string, string])[];
}

const NO_LANGUAGE: ReadonlySet<string> = new Set();
const LATIN = /^[a-z]{2,}$/;

/** Sorts the words of a sample; a sample of some thousand documents says enough. */
export function wordsBySample(sample: readonly SearchDocument[]): SampleWords {
  const documentsOf = new Map<string, number>();
  const runs: (readonly string[])[] = [];
  for (const { passages } of sample) {
    const ofDocument = new Set<string>();
    for (const { field, text } of passages) {
      const all = terms(text);
      if (field === 'text' && LATIN.test(all[0] ?? '')) runs.push(all);
      for (const term of all) ofDocument.add(term);
    }
    for (const term of ofDocument) documentsOf.set(term, (documentsOf.get(term) ?? 0) + 1);
  }
  const between = (from: number, to: number, shape: RegExp): readonly string[] =>
    [...documentsOf].flatMap(([term, count]) =>
      count >= from && count <= to && shape.test(term) ? term : [],
    );
  const share = (part: number): number => part * sample.length;
  const middling = between(share(0.01), share(0.1), LATIN);
  return {
    rare: between(1, 3, LATIN),
    middling,
    common: between(share(0.3), share(0.75), LATIN),
    long: between(4, share(0.05), /^[a-z]{7,}$/),
    cyrillic: between(3, share(0.03), /^[а-я]{3,}$/),
    han: between(3, share(0.02), /^\p{Script=Han}{2}$/u),
    runs,
    formed: middling.flatMap((word) => {
      const forms = wordForms(word, NO_LANGUAGE).filter((form) => documentsOf.has(form));
      return forms.length === 0 ? [] : [[word, ...forms]];
    }),
    pairs: pairsIn(runs, new Set(middling)),
  };
}

function pairsIn(
  runs: readonly (readonly string[])[],
  middling: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  return runs.flatMap((run) => {
    const first = run.findIndex((term) => middling.has(term));
    const a = run[first];
    const b = run.slice(first + 1, first + 7).find((term) => middling.has(term) && term !== a);
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
}
