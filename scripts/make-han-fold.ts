/**
 * Writes src/core/tokens/han-fold.ts: which traditional Chinese characters a search takes for which
 * simplified ones. The data are OpenCC's (Apache License 2.0), as the package `opencc-js` brings them.
 *
 *   node scripts/make-han-fold.ts
 */
import { writeFile } from 'node:fs/promises';

const dictionary: unknown = (await import('opencc-js/dict/TSCharacters')).default;
if (typeof dictionary !== 'string') throw new TypeError('opencc-js: TSCharacters is no longer a text');

const simplifiedOf = new Map<string, string>();
for (const entry of dictionary.split('|')) {
  const [from, to] = entry.split(' ');
  if (from?.length === 1 && to?.length === 1 && from !== to) simplifiedOf.set(from, to);
}

/** Follows a character to where it rests, so that folding twice is folding once. */
function restOf(character: string): string {
  const seen = new Set<string>();
  let at = character;
  for (let next = simplifiedOf.get(at); next !== undefined && !seen.has(next); next = simplifiedOf.get(at)) {
    seen.add(at);
    at = next;
  }
  return at;
}

let pairs = '';
for (const from of [...simplifiedOf.keys()].sort()) {
  const to = restOf(from);
  if (to !== from) pairs += from + to;
}

const lines = pairs.match(/.{1,96}/gsu) ?? [];
await writeFile(
  new URL('../src/core/tokens/han-fold.ts', import.meta.url),
  `/**
 * Traditional Chinese characters and the simplified ones they are searched as, in pairs: "丟丢" is 丟 as 丢.
 *
 * Made by scripts/make-han-fold.ts from the character table of OpenCC (Apache License 2.0,
 * https://github.com/BYVoid/OpenCC). Do not edit.
 */
export const HAN_FOLD =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`,
);
