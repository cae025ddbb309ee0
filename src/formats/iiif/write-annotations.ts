import { lineWords } from '../../core/facsimile/line-words.ts';
import type { NumberedPage } from '../../core/facsimile/page-of.ts';
import type { PageLine, PageText } from '../../core/facsimile/page-text.ts';
import type { Region } from '../../core/rendition.ts';
import { canvasId } from './canvas.ts';
import { PRESENTATION_CONTEXT, type Viewing } from './viewing.ts';

/** "#xywh=310,402,188,41": whole pixels that hold all of it. */
export function fragmentOf({ x, y, w, h }: Region): string {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  return `#xywh=${left},${top},${Math.max(1, Math.ceil(x + w) - left)},${Math.max(1, Math.ceil(y + h) - top)}`;
}

/** The words of a page, a line an annotation, each where it stands. */
export function writeAnnotations(
  viewing: Viewing,
  numbered: NumberedPage,
  text: PageText,
  language?: string,
): object {
  const { facsimile, number } = numbered;
  const id = viewing.at('annotations', facsimile.key, String(number));
  const target = canvasId(viewing, numbered);
  return {
    '@context': PRESENTATION_CONTEXT,
    id,
    type: 'AnnotationPage',
    items: text.lines
      .filter(({ words }) => words.length > 0)
      .map((line, at) => ({
        id: `${id}/${at + 1}`,
        type: 'Annotation',
        motivation: 'supplementing',
        body: {
          type: 'TextualBody',
          value: lineWords(line),
          format: 'text/plain',
          ...(language === undefined ? {} : { language }),
        },
        target: target + fragmentOf(boxOf(line)),
      })),
  };
}

function boxOf({ words }: PageLine): Region {
  const x = Math.min(...words.map((word) => word.x));
  const y = Math.min(...words.map((word) => word.y));
  return {
    x,
    y,
    w: Math.max(...words.map((word) => word.x + word.w)) - x,
    h: Math.max(...words.map((word) => word.y + word.h)) - y,
  };
}
