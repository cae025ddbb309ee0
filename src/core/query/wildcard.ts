import { terms } from '../tokens/tokenize.ts';

/**
 * The pattern that terms are held against, folded as terms are; undefined where a stretch between two signs
 * is not one word by itself, as in scripts without spaces.
 *
 *   "Sovi*t" -> sovi*t      "Kr?mer" -> kr?mer      "*" -> (undefined)      "mao-ts*" -> (undefined)
 */
export function patternOf(text: string): string | undefined {
  let pattern = '';
  let letters = 0;
  for (const part of text.split(/([*?])/)) {
    if (part === '*' || part === '?' || part === '') pattern += part;
    else {
      const [term, ...more] = terms(part);
      if (term === undefined || more.length > 0) return undefined;
      pattern += term;
      letters += term.length;
    }
  }
  return letters === 0 ? undefined : pattern.replace(/\*+/g, '*');
}

/** The letters before the first sign: what every term begins with that a pattern allows. */
export const beginningOf = (pattern: string): string => /^[^*?]*/.exec(pattern)?.[0] ?? '';

/**
 * Whether a term is one that a pattern allows. Goes back to the last `*` only, so that no pattern costs
 * more than its length times the term's.
 */
export function allows(pattern: string, term: string): boolean {
  let [at, in_, star, resume] = [0, 0, -1, 0];
  while (in_ < term.length) {
    const sign = pattern[at];
    if (sign === '*') {
      star = at++;
      resume = in_;
    } else if (sign === '?' || (sign !== undefined && sign === term[in_])) {
      at++;
      in_++;
    } else if (star >= 0) {
      at = star + 1;
      in_ = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
