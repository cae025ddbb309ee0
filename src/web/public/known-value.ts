/**
 * What a filter row sends beside its words, so that who chose a name is understood to mean just that one:
 * the value, a space, and the words for which it stands. Once the words are altered, it says nothing.
 *
 *   "a4km7q2zxh Stalin, I. V."
 */
export const knownValue = (value: string, words: string): string => `${encodeURIComponent(value)} ${words}`;

/** The value that the words stand for; undefined if they are not those that were chosen. */
export function readKnownValue(known: string, words: string): string | undefined {
  const space = known.indexOf(' ');
  if (space < 1 || known.slice(space + 1) !== words) return undefined;
  try {
    return decodeURIComponent(known.slice(0, space));
  } catch (failure) {
    if (failure instanceof URIError) return undefined;
    throw failure;
  }
}
