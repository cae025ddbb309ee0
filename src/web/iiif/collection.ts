import { parseId } from '../../core/id.ts';
import type { Collection } from '../../core/collection.ts';
import { labelOf } from '../../core/label.ts';
import { plainInline } from '../../core/text.ts';
import { thumbnailOf } from '../../formats/iiif/canvas.ts';
import { PRESENTATION_CONTEXT, type Neighbour } from '../../formats/iiif/viewing.ts';
import { writeCollection, type CollectionContents } from '../../formats/iiif/write-collection.ts';
import { pagesOf, titleMap } from '../../formats/iiif/write-manifest.ts';
import { languageMap, plainText, said } from '../../formats/iiif/language-map.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import { addressOfViewing } from '../addresses.ts';
import { moved, type Answer } from '../answer.ts';
import { ofKind, read } from '../public/handlers.ts';
import { readSearchAddress } from '../public/search-address.ts';
import type { Site, Visit } from '../site.ts';
import { statementOf } from './manifest.ts';
import { countOf } from './read-page.ts';
import { collectionNeighbour, manifestAddress, viewingOf } from './viewing-of.ts';

/** So many documents stand in one answer; a longer collection is told in parts. */
const MOST_IN_PART = 500;

/** A collection with those within it and its documents that have pages, or a part of a long one. */
export async function collection(visit: Visit): Promise<Answer | undefined> {
  const { site, room, params } = visit;
  const part = params['part'] === undefined ? undefined : countOf(params['part']);
  if (params['part'] !== undefined && part === undefined) return undefined;
  const asked = params['asked'] ?? '';
  const answer = await room.view(asked, 'collection');
  if (answer.kind === 'moved') return moved(addressOfViewing(answer.to.id, 'collection'));
  const reading = await read(visit, 'collection');
  if (reading.kind === 'answer') return reading.answer;
  const page = ofKind(reading.page, 'collection');
  if (page === undefined || parseId(asked) === undefined) return undefined;
  const within = { ...readSearchAddress(new URLSearchParams({ in: asked, sort: 'date' })), page: part ?? 1 };
  const taken = await room.take(within, { pageSize: MOST_IN_PART, kinds: ['document'] });
  const parts = Math.max(1, Math.ceil(taken.total / MOST_IN_PART));
  if (part !== undefined && part > parts) return undefined;
  const viewing = viewingOf(site, page.label);
  const isWhole = part === undefined;
  const statement = statementOf(site, page.view.record);
  const body = writeCollection(page.view, viewing, {
    collections: isWhole
      ? [
          ...(page.children ?? []).map(({ row }) => collectionNeighbour(site, row.label)),
          ...(parts < 2 ? [] : partsOf(site, parts, (n) => viewing.at('collection', String(n)))),
        ]
      : [],
    manifests: isWhole && parts > 1 ? [] : taken.records.flatMap(({ view }) => manifestOf(site, view) ?? []),
    ...(part === undefined ? {} : { part }),
    partOf: isWhole
      ? (page.trail ?? []).slice(-1).map((label) => collectionNeighbour(site, label))
      : [collectionNeighbour(site, page.label)],
    ...(statement ? { statement } : {}),
    ...toldOf(site, page.view.record),
  });
  return { kind: 'linked-data', context: PRESENTATION_CONTEXT, body: JSON.stringify(body) };
}

const partsOf = (site: Site, parts: number, at: (part: number) => string): readonly Neighbour[] =>
  Array.from({ length: parts }, (_, n) => ({
    address: at(n + 1),
    label: said(site.language, site.words.viewing.part(n + 1)),
  }));

function manifestOf(site: Site, view: PublicRecord): Neighbour | undefined {
  const { id, record } = view;
  const [first] = record.kind === 'document' ? pagesOf(record) : [];
  if (record.kind !== 'document' || first === undefined) return undefined;
  const thumbnail = thumbnailOf(viewingOf(site, labelOf(view)), first);
  return { address: manifestAddress(site, id), label: titleMap(record, id), thumbnail };
}

/** What it is, when it is of, and who brought it together. */
function toldOf(
  { words, language }: Site,
  { description, descriptionLang, period, curators }: Collection,
): Pick<CollectionContents, 'metadata' | 'summary'> {
  const first = description.find((block) => block.kind === 'paragraph');
  const summary = first && plainText(plainInline(first.content));
  const rows: (readonly [says: string, values: readonly string[]])[] = [
    [words.viewing.period, period === undefined ? [] : [period.replace('/', '–')]],
    [words.collection.curators, curators],
  ];
  return {
    ...(summary ? { summary: languageMap([{ text: summary, lang: descriptionLang }]) } : {}),
    metadata: rows.flatMap(([says, values]) =>
      values.length === 0
        ? []
        : [{ label: said(language, says), value: said('none', ...values.map(plainText)) }],
    ),
  };
}
