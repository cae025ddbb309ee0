import { BREAK, FOLD, foldAstral, MANY, SKIP, spelledOut, UNSPACED } from '../tokens/fold.ts';

const START = 0x811c9dc5;
/** A step of FNV-1a over UTF-16 units. */
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/**
 * Tells the number of each word of a text, in order: of its letters folded as they are for the search, so
 * that capitals, accents, variant characters and punctuation make no difference. In scripts without spaces
 * each pair of neighbours is a word. No word is ever cut out of the text: that is what makes it cheap.
 */
export function hashWords(text: string, tell: (hash: number) => void): void {
  let [hash, isBegun, before] = [START, false, 0];
  const end = (): void => {
    if (isBegun) tell(hash);
    hash = START;
    isBegun = false;
    before = 0;
  };
  const alone = (letters: string): void => {
    if (isBegun) end();
    const own = hashOf(letters);
    if (before !== 0) tell(step(before, own));
    before = own;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const folded = FOLD[unit] ?? BREAK;
    if (folded === SKIP) continue;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const codePoint = text.codePointAt(at) ?? unit;
      const astral = foldAstral(codePoint);
      if (codePoint > 0xffff) at++;
      if (astral.folded === '') end();
      else alone(astral.folded);
    } else if (folded === BREAK) {
      if (isBegun || before !== 0) end();
    } else if (UNSPACED[unit] === 1) alone(folded === MANY ? spelledOut(unit) : String.fromCharCode(folded));
    else {
      hash = folded === MANY ? hashOf(spelledOut(unit), hash) : step(hash, folded);
      isBegun = true;
    }
  }
  end();
}

function hashOf(letters: string, from: number = START): number {
  let hash = from;
  for (let at = 0; at < letters.length; at++) hash = step(hash, letters.charCodeAt(at));
  return hash;
}
