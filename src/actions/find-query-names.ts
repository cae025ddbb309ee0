import {
  bearersUnder,
  keysOfWords,
  namesAmong,
  stretchesOf,
  type FoundName,
} from '../core/names/find-names.ts';
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
  const stretches = runs.map(stretchesOf);
  const known = await names.bearersOf(stretches.flatMap((all) => all.flatMap(({ keys }) => keys)));
  const found = stretches.map((all) => namesAmong(all, (key) => known.get(key) ?? []));
  const led = await names.bearersOf(
    found.flatMap((all) => all.flatMap((one) => (one.bearers.length > 0 ? [] : spelledKeys(one)))),
  );
  const byRun = new Map(
    runs.map((run, at) => [
      textOf(run),
      (found[at] ?? []).map((name): Found => {
        if (name.bearers.length > 0) return { ...name, isByRule: false };
        return {
          ...name,
          bearers: bearersUnder(spelledKeys(name), (key) => led.get(key) ?? []),
          isByRule: true,
        };
      }),
    ]),
  );
  return (run) => byRun.get(textOf(run)) ?? [];
}

const textOf = ({ words, isPhrase, field }: NameRun): string =>
  JSON.stringify([words, isPhrase, field ?? '']);

const spelledKeys = ({ spellings }: FoundName): readonly string[] =>
  spellings.flatMap(({ form }) => keysOfWords(form.split(' ')));
