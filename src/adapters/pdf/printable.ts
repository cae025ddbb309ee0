import type { HandoutSays, Run } from '../../core/handout.ts';

/** Of how many letters how many could be set. */
export interface Coverage {
  letters: number;
  covered: number;
}

const SCRIPTS =
  'Han Hangul Hiragana Katakana Arabic Hebrew Thai Devanagari Armenian Georgian Mongolian Ethiopic'
    .split(' ')
    .map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);
const LETTER = /[\p{L}\p{N}]/u;
/** Marks that show nothing: directions, joiners, soft hyphens, byte-order marks, controls. */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f]/g;
const THIN_SPACES = /[\u2000-\u2006\u2008-\u200a\u205f\u3000\t]/g;
const UNBROKEN_SPACES = /[\u2007\u202f]/g;

const LIKE: ReadonlyMap<number, string> = new Map([
  [0x2011, '-'],
  [0x2010, '-'],
  [0x2212, '–'],
  [0x2022, '·'],
  [0x25cf, '·'],
  [0x2192, '->'],
  [0x2190, '<-'],
  [0x2026, '...'],
  [0xfffd, '?'],
]);

/**
 * The runs as they can be set: what the type has no letter for is said in brackets, never shown as a box or
 * as something else. `counted` is added to.
 *
 *   "Mao (毛泽东)" -> "Mao ([Chinese characters])"
 */
export function printable(
  runs: readonly Run[],
  covers: (codePoint: number) => boolean,
  says: Pick<HandoutSays, 'scripts' | 'otherScript'>,
  counted: Coverage,
): readonly Run[] {
  return runs.map((run) => {
    const text = run.text
      .normalize('NFC')
      .replace(UNSEEN, '')
      .replace(THIN_SPACES, ' ')
      .replace(UNBROKEN_SPACES, '\u00a0');
    return { ...run, text: settable(text, covers, says, counted) };
  });
}

function settable(
  text: string,
  covers: (codePoint: number) => boolean,
  says: Pick<HandoutSays, 'scripts' | 'otherScript'>,
  counted: Coverage,
): string {
  let out = '';
  let missing = '';
  const close = (): void => {
    if (missing !== '') out += `[${nameOf(missing, says)}]`;
    missing = '';
  };
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const isLetter = LETTER.test(character);
    if (isLetter) counted.letters++;
    if (character === '\n' || covers(codePoint)) {
      // A space between two words of a script that is missing does not part them.
      if (missing !== '' && character === ' ') {
        missing += ' ';
        continue;
      }
      const isParted = missing.endsWith(' ');
      close();
      if (isLetter) counted.covered++;
      out += isParted ? ` ${character}` : character;
      continue;
    }
    const like = LIKE.get(codePoint);
    if (like === undefined) missing += character;
    else {
      close();
      out += like;
    }
  }
  const isParted = missing.endsWith(' ');
  close();
  return isParted ? `${out} ` : out;
}

function nameOf(missing: string, says: Pick<HandoutSays, 'scripts' | 'otherScript'>): string {
  const script = SCRIPTS.find(([, pattern]) => pattern.test(missing))?.[0];
  return (script === undefined ? undefined : says.scripts[script]) ?? says.otherScript;
}
