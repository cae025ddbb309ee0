import type { EmphasisStyle } from '../../core/text.ts';

/** Tags of emphasis, and what each says. */
export const EMPHASIS: ReadonlyMap<string, EmphasisStyle> = new Map<string, EmphasisStyle>([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['cite', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['del', 'strikethrough'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['code', 'code'],
  ['tt', 'code'],
]);
/** Blocks whose end ends a paragraph. */
export const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol li blockquote table tr td th caption pre dl dt dd section article header footer'.split(
    ' ',
  ),
);
/** Tags that say nothing of their own: what is in them is read as if they were not there. */
export const TRANSPARENT = new Set(
  'html body main span font center small big tbody thead tfoot colgroup col o:p abbr time figure figcaption label nav wbr'.split(
    ' ',
  ),
);
