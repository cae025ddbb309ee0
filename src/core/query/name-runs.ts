import type { QueryNode, WordField } from '../query.ts';
import { impossible } from '../result.ts';

/** Words of a query that stand side by side, or within one pair of quotation marks: where names are looked for. */
export interface NameRun {
  readonly words: readonly string[];
  readonly field?: WordField;
  /** Within quotation marks: a name only as a whole. */
  readonly isPhrase: boolean;
}

/** Words of a run, by their place in it, that another node stands for. */
export interface Replacement {
  readonly first: number;
  readonly length: number;
  /** Given what stood there. */
  readonly by: (typed: QueryNode) => QueryNode;
}

/** References and numbers are no names. */
const NAMELESS: ReadonlySet<WordField> = new Set(['source', 'number']);
const FURTHEST_APART = 3;

/**
 * A query in which words that are names are replaced. What is denied stays as it is, and so does what is
 * begun or has open letters. Replacements of a run come in order and do not overlap.
 *
 *   stalin "zhou enlai" -mao  -> runs: [stalin], ["zhou" "enlai" as a phrase]
 *   (talks with chou en-lai)  -> run:  [talks with chou en-lai]
 */
export function replaceInRuns(
  node: QueryNode,
  replacementsOf: (run: NameRun) => readonly Replacement[],
): QueryNode {
  switch (node.kind) {
    case 'word':
      return inWords([node], replacementsOf)[0] ?? node;
    case 'phrase':
      return inPhrase(node, replacementsOf);
    case 'or':
      return { ...node, nodes: node.nodes.map((one) => replaceInRuns(one, replacementsOf)) };
    case 'and':
      return allOf(inAll(node.nodes, replacementsOf));
    case 'everything':
    case 'prefix':
    case 'wildcard':
    case 'not':
    case 'filter':
    case 'variants':
      return node;
    default:
      return impossible(node);
  }
}

const allOf = (nodes: readonly QueryNode[]): QueryNode => {
  const [only] = nodes;
  return nodes.length === 1 && only ? only : { kind: 'and', nodes };
};

type Word = Extract<QueryNode, { kind: 'word' }>;
type Phrase = Extract<QueryNode, { kind: 'phrase' }>;
type Ask = Parameters<typeof replaceInRuns>[1];

function inAll(nodes: readonly QueryNode[], ask: Ask): readonly QueryNode[] {
  const out: QueryNode[] = [];
  let run: Word[] = [];
  const close = (): void => {
    out.push(...inWords(run, ask));
    run = [];
  };
  for (const node of nodes) {
    const isNext = node.kind === 'word' && (run.length === 0 || run[0]?.field === node.field);
    if (!isNext) close();
    if (node.kind === 'word') run.push(node);
    else out.push(replaceInRuns(node, ask));
  }
  close();
  return out;
}

function inWords(run: readonly Word[], ask: Ask): readonly QueryNode[] {
  const field = run[0]?.field;
  if (run.length === 0 || (field !== undefined && NAMELESS.has(field))) return run;
  const asked = { words: run.map(({ text }) => text), isPhrase: false, ...(field ? { field } : {}) };
  const out: QueryNode[] = [];
  let at = 0;
  for (const { first, length, by } of ask(asked)) {
    out.push(...run.slice(at, first));
    const typed = run.slice(first, first + length);
    const [only] = typed;
    out.push(by(typed.length === 1 && only ? only : { kind: 'and', nodes: typed }));
    at = first + length;
  }
  return [...out, ...run.slice(at)];
}

/** Of words near each other only those of a field of names are one. */
function inPhrase(node: Phrase, ask: Ask): QueryNode {
  const isNear = node.slop > 0 && !(node.field === 'name' && node.slop <= FURTHEST_APART);
  if (isNear || (node.field !== undefined && NAMELESS.has(node.field))) return node;
  const words = node.text.split(/\s+/u).filter(Boolean);
  const asked = { words, isPhrase: true, ...(node.field ? { field: node.field } : {}) };
  const [whole] = ask(asked);
  return whole === undefined ? node : whole.by(node);
}
