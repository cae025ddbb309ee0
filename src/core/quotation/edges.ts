import type { Step } from './align.ts';
import type { QuotedWord } from './read-quotation.ts';

/** More words before or after a stretch of the text are rather of the one who quotes. */
const MOST = 3;

interface Placed {
  readonly fold: string;
  /** Of which piece of the text it is. */
  readonly leaf: number;
}

/**
 * The least changes leave a wrong word at either end of a quotation beside nothing: there it stands for the word
 * that the text has in its place.
 *
 *   "All men | are born", "All human beings are born": "men" for "beings"
 */
export function settledEdges(
  steps: readonly Step[],
  quote: readonly QuotedWord[],
  text: readonly Placed[],
  labels: ReadonlySet<string>,
): readonly Step[] {
  const isWrong = (step: Step): boolean => {
    const word = step.kind === 'added' ? quote[step.quote] : undefined;
    return word !== undefined && !word.isAdded && !labels.has(word.text);
  };
  const first = steps.findIndex((step) => !isWrong(step));
  const last = steps.findLastIndex((step) => !isWrong(step));
  if (first === -1) return steps;
  const [start, end] = [textOf(steps[first]), textOf(steps[last])];
  const leading = steps.slice(0, first);
  const trailing = steps.slice(last + 1);
  return [
    ...replaced(leading, start === undefined ? undefined : start - leading.length, start, text),
    ...steps.slice(first, last + 1),
    ...replaced(trailing, end === undefined ? undefined : end + 1, end, text),
  ];
}

const textOf = (step: Step | undefined): number | undefined =>
  step === undefined || step.kind === 'added' ? undefined : step.text;

/** Words of the quotation beside as many of the text from a place on, if all are of one piece with its neighbour. */
function replaced(
  added: readonly Step[],
  from: number | undefined,
  neighbour: number | undefined,
  text: readonly Placed[],
): readonly Step[] {
  if (from === undefined || neighbour === undefined || added.length > MOST) return added;
  const leaf = text[neighbour]?.leaf;
  if (!added.every((_, at) => text[from + at]?.leaf === leaf)) return added;
  return added.map((step, at) =>
    step.kind === 'added' ? { kind: 'changed', quote: step.quote, text: from + at } : step,
  );
}
