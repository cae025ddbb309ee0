import { zipf, type Chance } from './chance.ts';

/** Made-up words by rank: the first are the shortest and the commonest. */
export interface Vocabulary {
  readonly latin: readonly string[];
  readonly cyrillic: readonly string[];
  readonly han: readonly string[];
  readonly people: readonly { readonly surname: string; readonly given: string }[];
}

const LATIN = {
  onsets: 'b c d f g h k l m n p r s t v w st tr pr gr ch sh th pl br cr'.split(' '),
  vowels: 'a e i o u ea ou ai io'.split(' '),
  codas: ['', '', '', 'n', 'r', 's', 't', 'l', 'nd', 'nt', 'ng', 'm'],
};
const CYRILLIC = {
  onsets: [...'бвгдзклмнпрстх'],
  vowels: [...'аеиоуыя'],
  codas: ['', '', 'н', 'р', 'ов', 'ий', 'ть', 'ск'],
};

/** All vocabularies of the synthetic corpus, from one chance. */
export function makeVocabulary(chance: Chance): Vocabulary {
  const latin = distinct(150_000, (rank) => word(chance, LATIN, syllables(chance, rank)));
  return {
    latin,
    cyrillic: distinct(40_000, (rank) => word(chance, CYRILLIC, syllables(chance, rank))),
    han: hanWords(chance),
    people: Array.from({ length: 20_000 }, () => ({
      surname: capital(latin[3_000 + chance.below(60_000)] ?? ''),
      given: capital(latin[1_000 + chance.below(3_000)] ?? ''),
    })),
  };
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function syllables(chance: Chance, rank: number): number {
  if (rank < 60) return 1;
  if (rank < 2_000) return 1 + chance.below(2);
  return 2 + chance.below(rank < 20_000 ? 2 : 3);
}

function word(chance: Chance, letters: typeof LATIN, count: number): string {
  const one = (of: readonly string[]): string => of[chance.below(of.length)] ?? '';
  let made = '';
  for (let at = 0; at < count; at++)
    made += one(letters.onsets) + one(letters.vowels) + (chance.next() < 0.5 ? one(letters.codas) : '');
  return made;
}

function hanWords(chance: Chance): readonly string[] {
  const character = zipf(chance, 3_000, 0.9, 5);
  return distinct(20_000, (rank) => {
    const length = rank < 300 ? 1 + chance.below(2) : chance.next() < 0.75 ? 2 : 3 + chance.below(2);
    return String.fromCharCode(...Array.from({ length }, () => 0x4e00 + character() * 5));
  });
}

function distinct(count: number, make: (rank: number) => string): readonly string[] {
  const made = new Set<string>();
  while (made.size < count) made.add(make(made.size));
  return [...made];
}
