/**
 * What words of one kind end in, one form or another: a word with one of these endings may stand with any other
 * of them. '' is a form without an ending.
 */
export interface Endings {
  readonly forms: readonly string[];
  /** Only words that end so are of this kind. Absent: any. */
  readonly only?: RegExp;
}

/** What is left of a word without its ending has so many letters at least. */
const SHORTEST_STEM = 3;

/**
 * A word with the other endings of its kind, none where it has none of them. The longest that it has is taken for
 * its ending.
 *
 *   "комиссии", [ия ии ию ией …] -> комиссия, комиссию, комиссией, …
 */
export function withOtherEndings(word: string, { forms, only }: Endings): readonly string[] {
  if (only?.test(word) === false) return [];
  const [ending] = forms
    .filter((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM)
    .toSorted((a, b) => b.length - a.length);
  if (ending === undefined) return [];
  const stem = word.slice(0, word.length - ending.length);
  return forms.map((one) => stem + one);
}
