import type { FacetField, Filter, QueryNode } from '../../src/core/query.ts';
import type { SearchDocument } from '../../src/core/search-document.ts';
import { terms } from '../../src/core/tokens/tokenize.ts';
import type { IndexQuery } from '../../src/ports/search-index.ts';
import { chanceOf, type Chance } from './chance.ts';
import { wordsBySample, type SampleWords } from './sample-words.ts';

/** What is asked of an engine, once. */
export type Asked =
  | { readonly kind: 'page'; readonly query: IndexQuery }
  /** A query with a mistyped word: its correction is sought, and the page of what is then asked. */
  | { readonly kind: 'correct'; readonly mistyped: QueryNode; readonly query: IndexQuery }
  | { readonly kind: 'suggest'; readonly letters: string };

/** A class of queries: a line of the table. */
export interface QueryClass {
  readonly name: string;
  readonly asked: readonly Asked[];
}

const FACETS: readonly FacetField[] = ['collection', 'person', 'place', 'type', 'language', 'archive'];

/** A whole result page: total, six facets, histogram, twenty hits with two passages each. */
const page = (node: QueryNode, filters: readonly Filter[] = [], more: Partial<IndexQuery> = {}): Asked => ({
  kind: 'page',
  query: queryOf(node, filters, more),
});
const queryOf = (
  node: QueryNode,
  filters: readonly Filter[] = [],
  more: Partial<IndexQuery> = {},
): IndexQuery => ({
  node,
  filters,
  sort: 'relevance',
  offset: 0,
  limit: 20,
  facets: FACETS.map((field) => ({ field, limit: 10 })),
  years: true,
  passages: 2,
  ...more,
});

const word = (text: string): QueryNode => ({ kind: 'word', text });
const phrase = (text: string, slop = 0): QueryNode => ({ kind: 'phrase', text, slop });
const and = (...nodes: readonly QueryNode[]): QueryNode => ({ kind: 'and', nodes });

/**
 * Queries of each class, made from a sample of the documents that are asked, the same for the same sample.
 * A class for which the sample has nothing (Russian in an English corpus) is left out.
 */
export function questionsOf(sample: readonly SearchDocument[], each: number): readonly QueryClass[] {
  const chance = chanceOf(99);
  const words = wordsBySample(sample);
  const makers = { ...wordMakers(words, chance), ...otherMakers(sample, words, chance) };
  return Object.entries(makers).flatMap(([name, make]) => {
    const asked: Asked[] = [];
    for (let tries = 0; tries < each * 20 && asked.length < each; tries++) {
      const one = make();
      if (one !== undefined) asked.push(one);
    }
    return asked.length < each ? [] : [{ name, asked }];
  });
}

/** As `expandWords` puts the forms of a word beside it. */
const inForms = (forms: readonly string[]): QueryNode => ({
  kind: 'variants',
  nodes: forms.map((text, at) => ({ node: word(text), weight: at === 0 ? 1 : 0.8 })),
});

type Makers = Readonly<Record<string, () => Asked | undefined>>;

const pick = <T>(chance: Chance, of: readonly T[]): T | undefined => of[chance.below(of.length)];

function wordMakers(words: SampleWords, chance: Chance): Makers {
  const run = (length: number): string | undefined => {
    const passage = pick(chance, words.runs) ?? [];
    const at = chance.below(passage.length - length);
    return passage.length > length ? passage.slice(at, at + length).join(' ') : undefined;
  };
  const of = (
    lists: readonly (readonly string[])[],
    make: (...chosen: string[]) => Asked | undefined,
  ): (() => Asked | undefined) => {
    return () => {
      const chosen = lists.flatMap((list) => pick(chance, list) ?? []);
      return chosen.length === lists.length ? make(...chosen) : undefined;
    };
  };
  const { rare, middling, common } = words;
  return {
    'one word': () => {
      const one = pick(chance, chance.next() < 0.5 ? rare : middling);
      return one === undefined ? undefined : page(word(one));
    },
    'two words': () => {
      const both = words.pairs[chance.below(words.pairs.length)];
      return both && page(and(word(both[0]), word(both[1])));
    },
    'two common words': of([common, common], (a, b) =>
      a === b ? undefined : page(and(word(a ?? ''), word(b ?? ''))),
    ),
    phrase: () => {
      const text = run(chance.next() < 0.6 ? 2 : 3);
      return text === undefined ? undefined : page(phrase(text));
    },
    near: () => {
      const [a, b] = words.pairs[chance.below(words.pairs.length)] ?? [];
      return a === undefined || b === undefined ? undefined : page(phrase(`${a} ${b}`, 5));
    },
    'beginning of a word': of([middling], (a) => page({ kind: 'prefix', text: (a ?? '').slice(0, 4) })),
    wildcard: of([middling], (a = '') =>
      a.length < 6 ? undefined : page({ kind: 'wildcard', text: `${a.slice(0, 3)}*${a.slice(-2)}` }),
    ),
    'one of three': of([rare, middling, common], (...all) => page({ kind: 'or', nodes: all.map(word) })),
    'a word without another': of([middling, common], (a, b) =>
      page(and(word(a ?? ''), { kind: 'not', node: word(b ?? '') })),
    ),
    'two words in all their forms': () => {
      const both = [pick(chance, words.formed), pick(chance, words.formed)];
      const nodes = both.flatMap((forms) => (forms === undefined ? [] : inForms(forms)));
      return nodes.length < 2 ? undefined : page(and(...nodes));
    },
    'in the title': of([middling], (text = '') => page({ kind: 'word', text, field: 'title' })),
    Russian: of([words.cyrillic], (text = '') => page(word(text))),
    Chinese: of([words.han], (text = '') => page(word(text))),
    'mistyped, corrected': of([words.long], (text = '') => {
      const at = 1 + chance.below(text.length - 2);
      const mistyped = text.slice(0, at) + text.slice(at + 1);
      return { kind: 'correct', mistyped: word(mistyped), query: queryOf(word(text)) };
    }),
  };
}

function otherMakers(sample: readonly SearchDocument[], words: SampleWords, chance: Chance): Makers {
  const documents = sample.filter(({ kind }) => kind === 'document');
  const valueOf = (field: FacetField): Filter | undefined => {
    const value = pick(chance, pick(chance, documents)?.facets[field] ?? []);
    return value === undefined ? undefined : { field, condition: 'is', values: [value] };
  };
  const middling = (): QueryNode => word(pick(chance, words.middling) ?? '');
  return {
    'a word within a facet': () => {
      const filter = valueOf(pick(chance, ['collection', 'person', 'language'] as const) ?? 'language');
      return filter && page(middling(), [filter]);
    },
    'a word within years': () => {
      const year = Number((pick(chance, documents)?.earliest ?? '1950').slice(0, 4));
      const to = `${year + 2 + chance.below(10)}-12-31`;
      return page(middling(), [{ field: 'date', condition: 'between', from: `${year}-01-01`, to }]);
    },
    'a name in all its forms': () => {
      const name = pick(chance, documents)?.passages.find(({ field }) => field === 'name')?.text ?? '';
      const [surname, given] = name.split(', ');
      if (surname === undefined || given === undefined) return undefined;
      const forms = [`${given} ${surname}`, `${surname} ${given}`, `${given.charAt(0)} ${surname}`, surname];
      const nodes = forms.map((text, at) => ({ node: phrase(text), weight: 1 - at / 5 }));
      return page({ kind: 'variants', nodes });
    },
    everything: () => page({ kind: 'everything' }),
    'everything, by date, within a facet': () => {
      const filter = valueOf(pick(chance, ['collection', 'place', 'archive', 'type'] as const) ?? 'type');
      return (
        filter &&
        page({ kind: 'everything' }, [filter], {
          sort: 'earliest',
          limit: 50,
          offset: 50 * chance.below(3),
          passages: 0,
        })
      );
    },
    suggestions: () => {
      const [first = ''] = terms(pick(chance, documents)?.passages[0]?.text ?? '');
      const letters = first.slice(0, 3 + chance.below(3));
      return letters.length < 3 ? undefined : { kind: 'suggest', letters };
    },
  };
}
