import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answered } from './answer.ts';
import type { Expanded } from './false-expansions.ts';
import { CLASSES } from './question.ts';
import { meanOf, type Score } from './score.ts';

const PAGE = join(import.meta.dirname, '../../docs/explanation/search-quality.md');

const percent = (part: number): string => (part * 100).toFixed(0);
const two = (part: number): string => part.toFixed(2);

/** Recall in a hundred and mean reciprocal rank, by class. */
export function tableLines(answered: readonly Answered[]): readonly string[] {
  const line = (name: string, some: readonly Answered[]): string => {
    const [ours, plain] = [meanOf(some.map((one) => one.ours)), meanOf(some.map((one) => one.plain))];
    const respelt = meanOf(some.map((one) => one.respelt));
    const cells = (mean: Score): readonly string[] => [
      percent(mean.recall10),
      percent(mean.recall20),
      two(mean.reciprocalRank),
    ];
    const all = [...cells(ours), percent(respelt.recall20), ...cells(plain)];
    return `| ${[name, String(some.length), ...all].join(' | ')} |`;
  };
  const isDrawn = ({ question }: Answered): boolean => question.id.startsWith('drawn-');
  return [
    '| questions | how many | ours: recall@10 | recall@20 | MRR | recall@20 as respelt | plain FTS5: recall@10 | recall@20 | MRR |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...CLASSES.map((name) =>
      line(
        name,
        answered.filter(({ question }) => question.class === name),
      ),
    ),
    line('all drawn by rule', answered.filter(isDrawn)),
    line(
      'all asked by hand',
      answered.filter((one) => !isDrawn(one)),
    ),
    line('all', answered),
  ];
}

/** What was not, or not all, on the first page. */
export function missLines(answered: readonly Answered[]): readonly string[] {
  const missed = answered.filter(({ ours }) => ours.recall20 < 1);
  return [
    `${missed.length} of ${answered.length} questions do not have all that must come up on the first page.`,
    '',
    '| question | asked | in | of it on the first page | as respelt | plain FTS5 | first instead |',
    '| --- | --- | --- | ---: | ---: | ---: | --- |',
    ...missed.map(({ question, ours, respelt, plain, first }) => {
      const instead = ours.reciprocalRank === 1 ? 'the right one' : (first ?? 'nothing');
      const cells = [
        question.id,
        inTable(question.ask),
        question.scope,
        percent(ours.recall20),
        percent(respelt.recall20),
        percent(plain.recall20),
      ];
      return `| ${[...cells, inTable(shortened(instead))].join(' | ')} |`;
    }),
  ];
}

/** Names by which another's documents came up. */
export function expansionLines(expanded: readonly Expanded[]): readonly string[] {
  if (expanded.length === 0) return [];
  const sum = (part: 'right' | 'tied'): number => expanded.reduce((total, one) => total + one[part], 0);
  const wrong = expanded.filter(({ right, tied }) => right < tied);
  const most = wrong.toSorted((a, b) => b.tied - b.right - (a.tied - a.right)).slice(0, 10);
  const also = expanded.filter((one) => one.also.length > 0).length;
  return [
    `${expanded.length} forms of names of persons were asked for; ${also} were searched in other forms as well. ` +
      `Of the hits among the first ten that are tied to this person or a namesake, ${percent(sum('right') / sum('tied'))} in a hundred are this person's; ` +
      `${wrong.length} forms bring in a document of another's.`,
    '',
    '| asked | this person’s | another’s | also searched |',
    '| --- | ---: | ---: | --- |',
    ...most.map(
      ({ ask, right, tied, also: forms }) =>
        `| ${inTable(ask)} | ${right} | ${tied - right} | ${inTable(shortened(forms.join(', ') || '-'))} |`,
    ),
  ];
}

const inTable = (text: string): string => text.replaceAll('|', '\\|').replaceAll('*', '\\*');
const shortened = (text: string): string => (text.length > 70 ? `${text.slice(0, 68)} …` : text);

/** Puts the parts between their marks in the page. */
export function writePage(parts: readonly (readonly string[])[]): void {
  const names = ['figures', 'expansions', 'misses'];
  const page = names.reduce(
    (text, name, at) => {
      const [start, end] = [
        `<!-- ${name}: printed by npm run bench:relevance -->`,
        `<!-- end of ${name} -->`,
      ];
      const from = text.indexOf(start);
      const to = text.indexOf(end);
      if (from < 0 || to < from) throw new Error(`${PAGE} has no place for ${name}`);
      return `${text.slice(0, from + start.length)}\n\n${(parts[at] ?? []).join('\n')}\n\n${text.slice(to)}`;
    },
    readFileSync(PAGE, 'utf8'),
  );
  writeFileSync(PAGE, page);
}
