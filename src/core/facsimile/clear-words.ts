import type { PageImage, Region } from '../rendition.ts';
import { plainInline } from '../text.ts';
import type { PageText } from './page-text.ts';
import { isUnder, textShownOn } from './shown-text.ts';
import { paragraphsOf } from './text-of-pages.ts';

/**
 * The paragraphs that a page's words make, as they are read, of which no word lies under any of these parts of
 * the page. A word without a place may lie anywhere; a paragraph that also stands where it is covered is not clear.
 */
export function clearParagraphs(
  { widthPx, heightPx }: Pick<PageImage, 'widthPx' | 'heightPx'>,
  text: PageText,
  regions: readonly Region[],
): ReadonlySet<string> {
  const clear = new Set<string>();
  const covered = new Set<string>();
  for (const { lines, content } of paragraphsOf(textShownOn({ widthPx, heightPx }, text))) {
    const isClear = lines.every(({ words }) =>
      words.every((word) => (word.w > 0 || word.h > 0) && !isUnder(regions, word)),
    );
    (isClear ? clear : covered).add(plainInline(content));
  }
  for (const one of covered) clear.delete(one);
  return clear;
}
