/**
 * Forms of words: how many words of English text have another form, and pairs of them, drawn by chance, to be
 * read: is the other form the same word?
 *
 *   npm run bench:inflection          250 pairs
 *   npm run bench:inflection -- 1000
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordForms } from '../src/core/inflection/word-forms.ts';
import { tokenize } from '../src/core/tokens/tokenize.ts';
import { chanceOf } from './search/chance.ts';
import { printTable } from './table.ts';

const corpora = process.env['UNSEALED_CORPORA'] ?? join(import.meta.dirname, '../../shared/corpora');
const drawn = Number(process.argv[2] ?? 250);
/** Rarer words are misprints as often as not. */
const OFTEN = 20;

function wordsOf(folder: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.xml')))
    tokenize(readFileSync(join(folder, file), 'utf8').replace(/<[^>]*>/g, ' '), (term) =>
      counts.set(term, (counts.get(term) ?? 0) + 1),
    );
  return counts;
}

const counts = wordsOf(join(corpora, 'frus'));
const often = [...counts].filter(([word, count]) => count >= OFTEN && /^[a-z]{3,}$/.test(word)).toSorted();
const formed = often.map(([word, count]) => ({
  word,
  count,
  forms: wordForms(word, new Set()).filter((form) => counts.has(form)),
}));
const pairs = formed.flatMap(({ word, count, forms }) =>
  forms.map((form) => [word, String(count), form, String(counts.get(form))] as const),
);
const chance = chanceOf(7);

printTable(
  `Words that stand ${OFTEN} times or more in the volumes`,
  ['words', 'of them with another form', 'pairs'],
  [
    [
      String(often.length),
      String(formed.filter(({ forms }) => forms.length > 0).length),
      String(pairs.length),
    ],
  ],
);
printTable(
  `${drawn} pairs, drawn by chance`,
  ['word', 'stands', 'also searched', 'stands'],
  Array.from({ length: drawn }, () => pairs[chance.below(pairs.length)] ?? []),
);
