import type { ExpectedText } from './expected-text.ts';

const VOID = new Set(['br', 'img', 'hr', 'input', 'meta', 'link', 'wbr', 'source', 'col']);
/** What a page adds to a text: numbers of paragraphs, marks of notes and pages, heads, words for a gap. */
const FURNITURE = new Set(
  'num noteref page-mark leaf part-head col-heads note-label back visually-hidden restored-tag gap'.split(
    ' ',
  ),
);
/** Square brackets are the page's own here, and the source's in what an agency held back. */
const BRACKETED = new Set(['supplied']);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

interface Open {
  readonly name: string;
  readonly isSkipped: boolean;
  readonly into: string[];
  readonly isWithheld: boolean;
  readonly isBracketed: boolean;
}

const unescaped = (text: string): string =>
  text.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
const squeeze = (parts: readonly string[]): string => parts.join('').replace(/\s+/gu, '').normalize('NFC');

/** The reading part of a page of a document or of matter: from its text's first element to its last. */
export function readingPartOf(page: string): string | undefined {
  const start = page.search(/<article class="(?:texts|matter-text)[ "]/);
  const end = page.lastIndexOf('</article>');
  return start < 0 || end < start ? undefined : page.slice(start, end);
}

/**
 * The characters of a document that its page shows, notes apart, in the form of {@link ExpectedText}; undefined
 * for a page without a text. What the page adds for its readers is left out, by the classes of its elements.
 */
export function textOfPage(page: string): ExpectedText | undefined {
  const part = readingPartOf(page);
  if (part === undefined) return undefined;
  const body: string[] = [];
  const notes: string[][] = [];
  const stack: Open[] = [];
  const outermost: Open = { name: '', isSkipped: false, into: body, isWithheld: false, isBracketed: false };
  for (const [token, name, attributes = ''] of part.matchAll(/<\/?([a-z][a-z0-9]*)([^>]*)>|[^<]+/g)) {
    const top = stack.at(-1) ?? outermost;
    if (name === undefined) {
      if (!top.isSkipped) top.into.push(wordsOf(unescaped(token), top));
      continue;
    }
    if (token.startsWith('</')) {
      stack.pop();
      continue;
    }
    if (VOID.has(name)) continue;
    const classes = (/\sclass="([^"]*)"/.exec(attributes)?.[1] ?? '').split(' ');
    const isNote = name === 'li' && classes.includes('note');
    const into: string[] = isNote ? [] : top.into;
    if (isNote) notes.push(into);
    stack.push({
      name,
      into,
      isSkipped: top.isSkipped || classes.some((one) => FURNITURE.has(one)) || isNotHeld(classes, stack),
      isWithheld: classes.includes('withheld'),
      isBracketed: classes.some((one) => BRACKETED.has(one)),
    });
  }
  return { body: squeeze(body), notes: notes.map(squeeze) };
}

/** The words beside a figure whose image is not held. */
const isNotHeld = (classes: readonly string[], stack: readonly Open[]): boolean =>
  classes.includes('quiet') && stack.at(-1)?.name === 'figure';

/** What an agency held back stands in brackets in the source, and as a bar on the page. */
function wordsOf(text: string, { isWithheld, isBracketed }: Open): string {
  if (isWithheld) return `[${text.split(' · ')[0] ?? ''}]`;
  return isBracketed ? text.replace(/^\[|\]$/g, '') : text;
}
