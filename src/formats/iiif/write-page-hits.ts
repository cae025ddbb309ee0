import type { FoundOnPage } from '../../core/facsimile/find-on-page.ts';
import type { NumberedPage } from '../../core/facsimile/page-of.ts';
import { canvasId } from './canvas.ts';
import { SEARCH_CONTEXT, type Viewing } from './viewing.ts';
import { fragmentOf } from './write-annotations.ts';

/** What the standard lets one ask for beside words, and is not done here: said to be ignored. */
const NOT_DONE = ['motivation', 'date', 'user'];

/**
 * Where words were found on the pages of a document: a rectangle for each line of a place, and of each
 * place what stands before and after it.
 *
 * Source: IIIF Content Search API 2.0, read on 2026-11-23.
 */
export function writePageHits(
  viewing: Viewing,
  asked: URLSearchParams,
  hits: readonly (FoundOnPage & { readonly on: NumberedPage })[],
): object {
  const base = viewing.at('search');
  const q = asked.get('q') ?? '';
  const ignored = NOT_DONE.filter((name) => asked.has(name));
  const id = `${base}?q=${encodeURIComponent(q)}`;
  const places = hits.map((hit, at) => ({
    hit,
    ids: hit.regions.map((_, line) => `${base}/hit/${at + 1}/${line + 1}`),
  }));
  return {
    '@context': SEARCH_CONTEXT,
    id,
    type: 'AnnotationPage',
    ...(ignored.length > 0 ? { ignored } : {}),
    items: places.flatMap(({ hit, ids }) =>
      hit.regions.map((region, line) => ({
        id: ids[line],
        type: 'Annotation',
        motivation: 'highlighting',
        body: { type: 'TextualBody', value: hit.exact, format: 'text/plain' },
        target: canvasId(viewing, hit.on) + fragmentOf(region),
      })),
    ),
    annotations: [
      {
        id: `${id}#contexts`,
        type: 'AnnotationPage',
        items: places.map(({ hit: { before, exact, after }, ids }) => ({
          id: `${ids[0] ?? base}/context`,
          type: 'Annotation',
          motivation: 'contextualizing',
          target: {
            type: 'SpecificResource',
            source: ids[0],
            selector: [{ type: 'TextQuoteSelector', prefix: before, exact, suffix: after }],
          },
        })),
      },
    ],
  };
}
