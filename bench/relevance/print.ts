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
    const cells = (mean: Score): readonly string[] => [
      percent(mean.recall10),
      percent(mean.recall20),
      two(mean.reciprocalRank),
    ];
    const all = [...cells(ours), ...cells(plain)];
    return `| ${[name, String(some.length), ...all].join(' | ')} |`;
  };
  const isDrawn = ({ question }: Answered): boolean => question.id.startsWith('drawn-');
  return [
    '| questions | how many | ours: recall@10 | recall@20 | MRR | plain FTS5: recall@10 | recall@20 | MRR |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
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
    '| question | asked | in | of it on the first page | plain FTS5 | first instead |',
    '| --- | --- | --- | ---: | ---: | --- |',
    ...missed.map(({ question, ours, plain, first }) => {
      const instead = ours.reciprocalRank === 1 ? 'the right one' : (first ?? 'nothing');
      const cells = [
        question.id,
        inTable(question.ask),
        question.scope,
        percent(ours.recall20),
        percent(plain.recall20),
      ];
      return `| ${[...cells, inTable(shortened(instead))].join(' | ')} |`;
    }),
  ];
}

/** Names by which another's documents came up, exactly as written and in all forms. */
export function expansionLines(expanded: readonly Expanded[]): readonly string[] {
  if (expanded.length === 0) return [];
  const line = (name: string, some: readonly Expanded[], part: 'exact' | 'all'): string => {
    const right = some.reduce((sum, one) => sum + one[part].right, 0);
    const others = some.reduce((sum, one) => sum + one[part].others, 0);
    const bringing = some.filter((one) => one[part].others > 0).length;
    const cells = [some.length, right, others, ((right / (right + others)) * 100).toFixed(1), bringing];
    return `| ${[name, ...cells].join(' | ')} |`;
  };
  const widened = expanded.filter((one) => one.also.length > 0);
  const worse = (one: Expanded): number => one.all.others - one.exact.others;
  const most = widened.filter((one) => worse(one) > 0).toSorted((a, b) => worse(b) - worse(a));
  return [
    '| forms of names | how many | hits of this person | of a namesake | this person’s, in a hundred | forms that bring in a namesake |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    line('all, exactly as written', expanded, 'exact'),
    line('all, as searched', expanded, 'all'),
    line('those searched in other forms too, exactly as written', widened, 'exact'),
    line('the same, as searched', widened, 'all'),
    '',
    `${most.length} forms bring in more of a namesake's than exactly as written. The worst:`,
    '',
    '| asked | a namesake’s exactly as written | as searched | also searched |',
    '| --- | ---: | ---: | --- |',
    ...most
      .slice(0, 15)
      .map(
        ({ ask, exact, all, also }) =>
          `| ${[inTable(ask), exact.others, all.others, inTable(shortened(also.join(', ')))].join(' | ')} |`,
      ),
  ];
}

const inTable = (text: string): string => text.replaceAll('|', '\\|').replaceAll('*', '\\*');
const shortened = (text: string): string => (text.length > 70 ? `${text.slice(0, 68)} …` : text);

/** Puts each part between its marks in the page; what was not measured stays as it is. */
export function writePage(parts: Readonly<Record<string, readonly string[]>>): void {
  let page = readFileSync(PAGE, 'utf8');
  for (const [name, lines] of Object.entries(parts)) {
    if (lines.length === 0) continue;
    const [start, end] = [`<!-- ${name}: printed by npm run bench:relevance -->`, `<!-- end of ${name} -->`];
    const [from, to] = [page.indexOf(start), page.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${PAGE} has no place for ${name}`);
    page = `${page.slice(0, from + start.length)}\n\n${lines.join('\n')}\n\n${page.slice(to)}`;
  }
  writeFileSync(PAGE, page);
}
