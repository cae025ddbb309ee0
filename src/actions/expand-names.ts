import { asWritten } from '../core/query/as-written.ts';
import { findNamesIn, type Found } from './find-query-names.ts';
import type { Filter, QueryNode, WordField, Variant } from '../core/query.ts';
import type { Label } from '../core/label.ts';
import { meantBy, type FoundName } from '../core/names/find-names.ts';
import {
  authorityForms,
  daysMeet,
  daysBorne,
  withoutRepeats,
  type Bearer,
  type DayFilter,
  type OtherForm,
  type Typed,
} from '../core/names/other-forms.ts';
import { wholeKey } from '../core/names/search-forms.ts';
import { replaceInRuns, type NameRun, type Replacement } from '../core/query/name-runs.ts';
import type { NameTable } from './name-table.ts';
import type { AlsoSearched, SearchRequest } from './search-page.ts';

/** A query with every form of the names in it, what it asks for besides its words, and whom it may mean. */
export interface Expanded {
  readonly node: QueryNode;
  readonly alsoSearched: readonly AlsoSearched[];
  readonly which: readonly { readonly words: string; readonly bearers: readonly Bearer[] }[];
  /** The words of it that are part of a name that somebody bears. */
  readonly nameWords: ReadonlySet<string>;
}

/** What was typed, what an authority says is the same, what a rule makes of it. */
const WEIGHT = { typed: 1, authority: 0.9, rule: 0.5 } as const;
const MOST_NAMES = 8;
const MOST_VARIANTS = 24;

type Asked = Pick<SearchRequest, 'filters' | 'isExact' | 'without'>;

/**
 * Finds the names in a query, and puts beside each the other forms that authorities and rules know, and the
 * documents that are linked with whom it names. Names that several bear are left as they stand, and told.
 */
export async function expandNames(names: NameTable, node: QueryNode, asked: Asked): Promise<Expanded> {
  if (asked.isExact === true) {
    const none = new Set<string>();
    return { node: asWritten(node), alsoSearched: [], which: [], nameWords: none };
  }
  const found = await findNamesIn(names, node);
  const alsoSearched: AlsoSearched[] = [];
  const which: Expanded['which'][number][] = [];
  const nameWords = new Set<string>();
  const asking = { left: leftOut(asked), chosen: chosenIn(asked.filters), days: daysAsked(asked.filters) };
  let left = MOST_NAMES;
  const expanded = replaceInRuns(node, (run) =>
    found(run).flatMap((name): readonly Replacement[] => {
      const possible = name.bearers.filter(({ names }) => daysMeet(daysBorne(names), asking.days));
      const meant = meantBy(possible, asking.chosen);
      const words = name.words.join(' ');
      if (name.bearers.length > 0) for (const word of name.words) nameWords.add(word);
      if (meant.kind === 'which') which.push({ words, bearers: meant.bearers });
      const ways = waysOf(name, meant.kind === 'these' ? meant.bearers : [], run, asking);
      if (ways.length === 0 || left === 0) return [];
      left--;
      alsoSearched.push(...ways.map(({ also }) => also));
      return [{ first: name.first, length: name.length, by: (typed) => variantsOf(typed, ways) }];
    }),
  );
  return { node: expanded, alsoSearched, which: which.slice(0, MOST_NAMES), nameWords };
}

const variantsOf = (typed: QueryNode, ways: readonly Way[]): QueryNode => ({
  kind: 'variants',
  nodes: [{ node: typed, weight: WEIGHT.typed }, ...ways.map(({ variant }) => variant)],
});

interface Way {
  readonly variant: Variant;
  readonly also: AlsoSearched;
}

interface Asking {
  readonly left: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
  readonly days: DayFilter | undefined;
}

/** Every other way to say a name: its links first, then what authorities say, then what rules make. */
function waysOf(name: Found, bearers: readonly Bearer[], run: NameRun, asking: Asking): readonly Way[] {
  const typed: Typed = { words: name.words, isPhrase: run.isPhrase };
  const insteadOf = name.words.join(' ');
  const isByRule = name.isByRule;
  const weight = isByRule ? WEIGHT.rule : WEIGHT.authority;
  const forms = withoutRepeats(
    [...bearers.flatMap((one) => authorityForms(one, typed)), ...name.spellings],
    typed,
  );
  const whose = bearers.length === 1 ? bearers[0]?.label : undefined;
  const links = run.field === undefined || run.field === 'name' ? bearers : [];
  return [
    ...links.map((one) => linkTo(one, insteadOf, weight)),
    ...together(forms.filter(({ days }) => daysMeet(days, asking.days))).map((same) =>
      wayOf(same, { insteadOf, whose, field: run.field, weight }),
    ),
  ]
    .filter(({ also }) => !asking.left.has(wholeKey(also.leaveOut)))
    .slice(0, MOST_VARIANTS - 1);
}

function linkTo(bearer: Bearer, insteadOf: string, weight: number): Way {
  const field = bearer.label.kind === 'place' ? 'place' : 'person';
  const link: QueryNode = { kind: 'filter', filter: { field, condition: 'is', values: [bearer.id] } };
  const [name] = bearer.names;
  return {
    variant: { node: inDays(link, daysBorne(bearer.names)), weight },
    also: {
      words: bearer.label.title,
      insteadOf,
      by: 'link',
      whose: bearer.label,
      leaveOut: bearer.id,
      ...(bearer.label.lang ? { lang: bearer.label.lang } : {}),
      ...(name && bearer.isWhole ? { name: nameSaid(name) } : {}),
    },
  };
}

interface Beside {
  readonly insteadOf: string;
  readonly whose: Label | undefined;
  readonly field: WordField | undefined;
  readonly weight: number;
}

/** "I. V. Stalin" and "Stalin, I. V." are one form, looked for in both orders. */
function together(forms: readonly OtherForm[]): readonly (readonly [OtherForm, ...OtherForm[]])[] {
  const found = new Map<string, [OtherForm, ...OtherForm[]]>();
  for (const one of forms) {
    const key = `${wholeKey(one.form)} ${one.days?.from} ${one.days?.to}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, [one]);
    else same.push(one);
  }
  return [...found.values()];
}

function wayOf(same: readonly [OtherForm, ...OtherForm[]], { insteadOf, whose, field, weight }: Beside): Way {
  const [{ form, lang, rule, name, days }] = same;
  const phrases = same.map((one): QueryNode => ({
    kind: 'phrase',
    text: one.form,
    slop: 0,
    ...(field ? { field } : {}),
  }));
  const [only] = phrases;
  const said: QueryNode = phrases.length === 1 && only ? only : { kind: 'or', nodes: phrases };
  return {
    variant: { node: inDays(said, days), weight: rule === undefined ? weight : WEIGHT.rule },
    also: {
      words: form,
      insteadOf,
      by: rule ?? 'authority',
      leaveOut: form,
      ...(lang ? { lang } : {}),
      ...(whose && rule === undefined ? { whose } : {}),
      ...(name ? { name: nameSaid(name) } : {}),
    },
  };
}

const nameSaid = ({
  kind,
  years,
}: FoundName['bearers'][number]['names'][number]): NonNullable<AlsoSearched['name']> => ({
  kind,
  ...(years === undefined ? {} : { years }),
});

const inDays = (node: QueryNode, days: DayFilter | undefined): QueryNode =>
  days === undefined ? node : { kind: 'and', nodes: [node, { kind: 'filter', filter: days }] };

const leftOut = ({ without = [] }: Asked): ReadonlySet<string> => new Set(without.map(wholeKey));

/** Who is chosen by a filter is whom a name means. */
const chosenIn = (filters: readonly Filter[]): ReadonlySet<string> =>
  new Set(filters.flatMap((filter): readonly string[] => (filter.condition === 'is' ? filter.values : [])));

const daysAsked = (filters: readonly Filter[]): DayFilter | undefined =>
  filters.find((filter): filter is DayFilter => filter.condition === 'between');
