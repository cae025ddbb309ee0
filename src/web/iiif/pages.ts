import { labelOf } from '../../core/label.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { writeAlto } from '../../formats/alto/write-alto.ts';
import { canvas as writeCanvas } from '../../formats/iiif/canvas.ts';
import { PRESENTATION_CONTEXT, SEARCH_CONTEXT } from '../../formats/iiif/viewing.ts';
import { writeAnnotations } from '../../formats/iiif/write-annotations.ts';
import { writePageHits } from '../../formats/iiif/write-page-hits.ts';
import { addressOfViewing, imageName } from '../addresses.ts';
import type { Answer } from '../answer.ts';
import type { Visit } from '../site.ts';
import { countOf, seen, seenPage, type Seen, type SeenPage } from './read-page.ts';
import { viewingOf } from './viewing-of.ts';

type Said = Promise<Answer | undefined>;

const pageAsked = (visit: Visit, what: 'canvas' | 'annotations' | 'alto'): Promise<Seen<SeenPage>> => {
  const { asked = '', rendition = '', page = '' } = visit.params;
  return seenPage(visit, asked, rendition, countOf(page), (id) =>
    addressOfViewing(id, what, rendition, page),
  );
};

/** A page as it stands in its document's manifest. */
export async function canvas(visit: Visit): Said {
  const page = await pageAsked(visit, 'canvas');
  if (page.kind === 'answer') return page.answer;
  const { document, on } = page.value;
  const viewing = viewingOf(visit.site, labelOf(document));
  return linked({ '@context': PRESENTATION_CONTEXT, ...writeCanvas(viewing, on) });
}

/** The words of a page, where they stand. */
export async function annotations(visit: Visit): Said {
  const page = await pageAsked(visit, 'annotations');
  if (page.kind === 'answer') return page.answer;
  const { document, on } = page.value;
  const text = await visit.room.pageText(document.id, on.facsimile.key, on.number);
  if (text === undefined) return undefined;
  const viewing = viewingOf(visit.site, labelOf(document));
  return linked(writeAnnotations(viewing, on, text, languageOf(document.record)));
}

/** The same as other programs for text on scans take it in. */
export async function alto(visit: Visit): Said {
  const page = await pageAsked(visit, 'alto');
  if (page.kind === 'answer') return page.answer;
  const { document, on } = page.value;
  const { facsimile, number } = on;
  const text = await visit.room.pageText(document.id, facsimile.key, number);
  if (text === undefined) return undefined;
  const name = imageName(document.id, facsimile.key, number);
  return {
    kind: 'text',
    mediaType: 'application/xml; charset=utf-8',
    body: writeAlto(text, on.page.name ?? name, { number, language: languageOf(document.record) }),
    fileName: `${name}.alto.xml`,
  };
}

/** The language of a document that is in one. */
const languageOf = ({ languages }: ArchiveDocument): string | undefined =>
  languages.length === 1 && languages[0] !== 'und' ? languages[0] : undefined;

/** Where words stand on the pages of a document. */
export async function searchWithin(visit: Visit): Said {
  const { site, room, params, url } = visit;
  const document = await seen(
    visit,
    params['asked'] ?? '',
    'document',
    (id) => addressOfViewing(id, 'search') + url.search,
  );
  if (document.kind === 'answer') return document.answer;
  const words = url.searchParams.get('q') ?? '';
  const viewing = viewingOf(site, labelOf(document.value));
  const { hits } = await room.searchPages(document.value, words);
  return linked(writePageHits(viewing, url.searchParams, hits), SEARCH_CONTEXT);
}

const linked = (body: object, context = PRESENTATION_CONTEXT): Answer => ({
  kind: 'linked-data',
  context,
  body: JSON.stringify(body),
});
