import { directionOf, parseLanguage } from '../../core/language.ts';
import type { Block, Inline } from '../../core/text.ts';
import { isBlank, type XmlElement, type XmlNode } from '../xml/xml-node.ts';

/** What a run of words becomes, and how its element was laid out. */
export interface Shape {
  readonly kind: 'paragraph' | 'opener' | 'closer' | 'heading' | 'rule';
  readonly level?: 1 | 2 | 3 | 4 | 5 | 6;
  /** The element whose words they are: its id, language and layout go to the first run. */
  readonly element?: XmlElement;
  /** Depth of divisions, for headings. */
  readonly depth?: number;
}

const BLOCKS = new Set(
  'p ab head dateline opener closer list table lg figure div div1 div2 div3 div4 div5 floatingText postscript frus:attachment salute signed byline trailer epigraph argument titlePage titlePart docTitle docImprint listBibl address sp stage speaker bibl biblStruct front body back group text l listPerson listPlace listOrg listEvent person place org'.split(
    ' ',
  ),
);
/** Empty marks that stand between blocks unless words follow them on the same line. */
export const MARKS = new Set(['pb', 'gap', 'note', 'milestone']);
/** Levels of headings, from the top. */
export const LEVELS = [1, 2, 3, 4, 5, 6] as const;

/** Whether a node is a block of its own rather than part of a line. */
export function isBlock(node: XmlNode): boolean {
  if (typeof node === 'string') return false;
  if (BLOCKS.has(node.name)) return true;
  return (
    node.name === 'quote' &&
    (node.attributes['rend'] === 'blockquote' ||
      node.attributes['n'] === 'block' ||
      node.children.some(isBlock))
  );
}

/** Whether words stand next to an empty mark, so that it belongs to their line. */
export function hasWordsAfter(nodes: readonly XmlNode[], at: number): boolean {
  for (let next = at + 1; next < nodes.length; next++) {
    const node = nodes[next];
    if (node === undefined) return false;
    if (typeof node === 'string') {
      if (!isBlank(node)) return true;
    } else if (!MARKS.has(node.name)) return !isBlock(node);
  }
  return false;
}

/** Language, direction and layout of an element, where they carry meaning. */
export function layoutOf(
  element: XmlElement | undefined,
  isOwn: boolean,
): Pick<Extract<Block, { kind: 'paragraph' }>, 'lang' | 'dir' | 'place'> {
  if (element === undefined) return {};
  const { rend, rendition, 'xml:lang': tag } = element.attributes;
  const layout = `${rend ?? ''} ${rendition ?? ''}`;
  const dir = /\brtl\b/.test(layout) ? 'rtl' : /\bltr\b/.test(layout) ? 'ltr' : undefined;
  const lang = tag ? parseLanguage(tag) : undefined;
  const place = /\bcenter/.test(layout)
    ? 'center'
    : /\bright\b/.test(layout)
      ? 'right'
      : /indent|hanging/.test(layout)
        ? 'indent'
        : undefined;
  return {
    ...(lang ? { lang } : {}),
    ...(dir ? { dir } : lang && !isOwn && directionOf(lang) === 'rtl' ? { dir: 'rtl' as const } : {}),
    ...(place ? { place } : {}),
  };
}

/** Words in the shape that they take. */
export function blockOf(
  shape: Shape,
  base: Pick<Extract<Block, { kind: 'paragraph' }>, 'id' | 'sourceId' | 'lang' | 'dir' | 'place'>,
  content: readonly Inline[],
): Block {
  if (shape.kind === 'heading') return { ...base, kind: 'heading', level: shape.level ?? 2, content };
  return { ...base, kind: shape.kind, content };
}

/** Whether a run of nodes has words, so that a mark behind them belongs to their line. */
export const isBusy = (run: readonly XmlNode[]): boolean =>
  run.some((node) => (typeof node === 'string' ? !isBlank(node) : !MARKS.has(node.name)));
