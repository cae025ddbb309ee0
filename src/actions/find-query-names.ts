import { bearersOf, keysOfWords, namesIn, stretchesOf, type FoundName } from '../core/names/find-names.ts';
import { ruleFormsOf } from '../core/names/romanise/rule-forms.ts';
import { replaceInRuns, type NameRun } from '../core/query/name-runs.ts';
import type { QueryNode } from '../core/query.ts';
import type { NameTable } from './name-table.ts';

/** A name in a query. `isByRule`: no authority has it as it is typed, but one has it as a rule spells it. */
export interface Found extends FoundName {
  readonly isByRule: boolean;
}

/** Finds the names in every run of words of a query: looked up all at once, then those that only a rule leads to. */
export async function findNamesIn(
  names: NameTable,
  node: QueryNode,
): Promise<(run: NameRun) => readonly Found[]> {
  const runs: NameRun[] = [];
  replaceInRuns(node, (run) => {
    runs.push(run);
    return [];
  });
  const keys = runs.flatMap((run) => stretchesOf(run).flatMap(({ words }) => keysOfWords(words)));
  const known = await names.bearersOf(keys);
  const found = runs.map((run) => namesIn(run, (key) => known.get(key) ?? []));
  const spelled = found.flatMap((all) =>
    all.filter(({ bearers }) => bearers.length === 0).flatMap(spellingsOf),
  );
  const led = await names.bearersOf(spelled.flatMap(keysOfWords));
  const byRun = new Map(
    runs.map((run, at) => [
      textOf(run),
      (found[at] ?? []).map((name): Found => {
        if (name.bearers.length > 0) return { ...name, isByRule: false };
        const bearers = spellingsOf(name).flatMap((words) => bearersOf(words, (key) => led.get(key) ?? []));
        return { ...name, bearers: distinct(bearers), isByRule: true };
      }),
    ]),
  );
  return (run) => byRun.get(textOf(run)) ?? [];
}

const textOf = ({ words, isPhrase, field }: NameRun): string =>
  JSON.stringify([words, isPhrase, field ?? '']);

const spellingsOf = ({ words }: FoundName): readonly (readonly string[])[] =>
  ruleFormsOf(words).map(({ form }) => form.split(' '));

const distinct = (bearers: FoundName['bearers']): FoundName['bearers'] => [
  ...new Map(bearers.map((one) => [one.id, one])).values(),
];
