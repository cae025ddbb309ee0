import { EDITORIAL_MARKS, type EditorialMark } from '../../core/text.ts';
import type { Words } from '../../words/words.ts';
import { html, nothing, trusted, type Html } from '../html.ts';

/** What a text may have that wants explaining. */
export type Sign = EditorialMark | 'doubtful' | 'uncertain-date' | 'redaction' | 'restored' | 'page';

const ORDER: readonly Sign[] = [
  ...EDITORIAL_MARKS,
  'doubtful',
  'uncertain-date',
  'redaction',
  'restored',
  'page',
];

/** How each looks, with a word of no meaning in it. */
const SAMPLES: Readonly<Record<Sign, string>> = {
  unclear: '<span class="unclear">abc</span>',
  supplied: '<span class="supplied">[abc]</span>',
  deleted: '<del>abc</del>',
  added: '<ins>abc</ins>',
  gap: '<span class="gap">[…]</span>',
  sic: '<span class="sic">abc</span>',
  corrected: '<span class="supplied">[abc]</span>',
  abbreviation: '<abbr title="">abc</abbr>',
  expansion: '<span class="supplied">[abc]</span>',
  hand: '<span class="hand">abc</span>',
  doubtful: '<span class="unclear">abc</span>',
  'uncertain-date': '<span class="uncertain">1945</span>',
  redaction: '<span class="withheld">abc</span>',
  restored: '<span class="restored">abc</span>',
  page: '<span class="page-mark">4</span>',
};

/** The signs that the shown texts use, and no other, each with what it means. */
export function legendHtml(words: Words, used: ReadonlySet<Sign>): Html {
  const signs = ORDER.filter((sign) => used.has(sign));
  if (signs.length === 0) return nothing;
  return html`<section class="legend" aria-labelledby="signs"><h3 id="signs">${words.reading.signs}</h3><dl>${signs.map(
    (sign) =>
      html`<div><dt aria-hidden="true">${trusted(SAMPLES[sign])}</dt><dd>${saysOf(words, sign)}</dd></div>`,
  )}</dl></section>`;
}

function saysOf({ text, reading }: Words, sign: Sign): string {
  switch (sign) {
    case 'doubtful':
      return reading.doubtful;
    case 'uncertain-date':
      return reading.uncertainDate;
    case 'redaction':
      return reading.redactionSign;
    case 'restored':
      return reading.restoredSign;
    case 'page':
      return reading.pageSign;
    default:
      return text.marks[sign];
  }
}
