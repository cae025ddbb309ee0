import type { Attestation } from '../../core/attestation.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { doubted } from '../../core/date/doubt.ts';
import type { Bounds } from '../../core/date/bounds.ts';
import type { ArchiveDocument, PlaceMention } from '../../core/document.ts';
import { sourceKey, type Draft, type SourceKey } from '../../core/draft.ts';
import type { Identifier } from '../../core/id.ts';
import type { LanguageTag } from '../../core/language.ts';
import type { Block } from '../../core/text.ts';
import { childOf, descendantsOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import { readBlocks, settleMarks } from './blocks.ts';
import type { Exchange } from './cited-numbers.ts';
import { readDate, readLine } from './dates.ts';
import { cityOf, isDepartment } from './stations.ts';
import { readHeading, type Heading } from './heading.ts';
import { readSource, type SourceRead } from './source-note.ts';
import { readNumbers } from './own-numbers.ts';
import { placeKey } from './stubs.ts';
import { newTextState, type TeiFile } from './text-state.ts';

/** Where a document stands in its volume. */
export interface Standing {
  readonly collection: SourceKey;
  readonly sequence: number;
  /** The volume's title, for the edition that the text was taken from. */
  readonly volumeTitle: string;
  /** Ids of pages that began just before it, and in no document. */
  readonly pages: readonly string[];
  /** The page on which it begins, where one was marked. */
  readonly page?: string;
  readonly lang: LanguageTag;
  /** What the volume covers, so that a date outside of it is doubted. */
  readonly period?: Bounds;
  readonly rights: ArchiveDocument['rights'];
  readonly isFrus: boolean;
}

const INSIDE = new Set(['frus:attachment', 'note', 'p', 'table', 'quote']);
const SENT = /telegram|airgram|cable|message|despatch|letter/i;

function datesOf(div: XmlElement, heading: Heading, period: Bounds | undefined): CataloguedDate[] {
  const kind = SENT.test(heading.genre ?? '') || heading.contributions.length > 1 ? 'sent' : 'created';
  const dates: CataloguedDate[] = [];
  for (const element of descendantsOf(div, 'date', INSIDE)) {
    const date = readDate(element, kind);
    if (date) dates.push(date);
  }
  const lines =
    dates.length > 0 ? [] : [...descendantsOf(div, 'dateline', INSIDE)].map((line) => plainOf(line, INSIDE));
  for (const line of lines) dates.push(...readLine(line, kind));
  if (dates.length === 0)
    dates.push(...readLine(heading.title, kind).map((date) => ({ ...date, inferredFrom: 'the heading' })));
  return dates.map((date, at) => {
    const checked = period === undefined ? date : doubted(date, period);
    return at === 0 ? { ...checked, isCatalogueDate: true } : checked;
  });
}

/** Between whom the document passed, as far as its heading and dateline tell. */
function exchangeOf(heading: Heading, place: string | undefined): Exchange {
  const [sender, recipient] = (['sender', 'recipient'] as const).map((role) =>
    heading.contributions.find((one) => one.role === role),
  );
  const isFromPost =
    recipient !== undefined &&
    isDepartment(recipient.name) &&
    !(sender !== undefined && isDepartment(sender.name));
  const other = isFromPost ? sender : recipient;
  const told =
    other &&
    (cityOf(other.name) ?? (other.station === undefined ? undefined : (cityOf(other.station) ?? undefined)));
  const post = isFromPost ? (place ?? told) : told;
  return { isFromPost, ...(post && !/^Washington/.test(post) ? { post } : {}) };
}

/** The places of a document's datelines, each once. Their records are given out with the names in its text. */
function placesOf(div: XmlElement): PlaceMention<SourceKey>[] {
  const mentions: PlaceMention<SourceKey>[] = [];
  for (const element of descendantsOf(div, 'placeName', INSIDE)) {
    const place = placeKey(plainOf(element));
    if (place === undefined || mentions.some((one) => one.place === place.key)) continue;
    mentions.push({ place: place.key, role: 'written-at', name: place.form });
  }
  return mentions;
}

/** Ids of the pages that begin within, by which references to a page lead here. */
function* pagesIn(div: XmlElement): Generator<string> {
  for (const page of descendantsOf(div, 'pb')) {
    const id = page.attributes['xml:id'];
    if (id !== undefined) yield id;
  }
}

function identifiersOf(file: TeiFile, id: string, div: XmlElement, standing: Standing): Identifier[] {
  const pages = [...standing.pages, ...pagesIn(div)];
  return [
    { scheme: 'tei', value: `${file.base}#${id}` },
    ...pages.map((page) => ({ scheme: 'page', value: `${file.base}#${page}` })),
    ...(standing.isFrus ? [{ scheme: 'frus', value: `${file.base}/${id}` }] : []),
  ];
}

/** Which fields a rule read, and from what. */
function attestationsOf(
  heading: Heading,
  source: SourceRead,
  places: number,
  numbers: number,
): Attestation[] {
  const by = (field: string, from: string): Attestation => ({ field, by: 'rule', from });
  const genre = heading.genre ? 'the heading' : source.genre ? 'the note on the source' : undefined;
  return [
    ...(genre ? [by('genre', genre)] : []),
    ...Array.from({ length: places }, (_, at) => by(`places.${at}`, 'the dateline')),
    ...source.attestations,
    ...Array.from({ length: numbers }, (_, at) => by(`numbers.${at}`, 'the text')),
  ];
}

function otherFieldsOf(heading: Heading, source: SourceRead): Pick<ArchiveDocument, 'otherFields'> {
  const fields = [
    ...(heading.number ? [{ name: 'number', value: heading.number }] : []),
    ...(source.publishedIn ? [{ name: 'published in', value: source.publishedIn }] : []),
  ];
  return fields.length > 0 ? { otherFields: fields } : {};
}

/** Reads one document of a volume, and between whom it passed. */
export function readVolumeDocument(
  file: TeiFile,
  div: XmlElement,
  standing: Standing,
): { readonly draft: Draft; readonly exchange: Exchange } {
  const id = div.attributes['xml:id'] ?? `document-${standing.sequence}`;
  const heading = readHeading(childOf(div, 'head'), file);
  const places = placesOf(div);
  const exchange = exchangeOf(heading, places[0]?.name);
  const state = newTextState(file, exchange);
  const blocks: Block[] = [];
  readBlocks(state, div.children, blocks, { kind: 'paragraph', depth: 0 });
  settleMarks(state, blocks);
  const dates = datesOf(div, heading, standing.period);
  const source = readSource(file, div, standing);
  const genre = heading.genre ?? source.genre;
  const numbers = readNumbers(div, heading, exchange, source.note);
  const record: ArchiveDocument<SourceKey> = {
    kind: 'document',
    identifiers: identifiersOf(file, id, div, standing),
    titles: heading.title === '' ? [] : [{ text: heading.title, lang: standing.lang, titleKind: 'supplied' }],
    summaries: source.summaries,
    dates,
    ...(genre ? { genre } : {}),
    contributions: [...heading.contributions, ...source.credits],
    subjects: [],
    places,
    languages: [standing.lang],
    marking: source.marking,
    numbers,
    source: source.note,
    rights: standing.rights,
    funders: [],
    releases: [],
    renditions: [
      { key: 't', kind: 'transcription', language: standing.lang, text: { blocks, notes: state.notes } },
    ],
    alignments: [],
    related: [],
    collections: [{ collection: standing.collection, sequence: standing.sequence }],
    mentions: [...state.mentions].map(([key, to]) => ({ key, to })),
    holding: { kind: 'held' },
    ...otherFieldsOf(heading, source),
    attestations: attestationsOf(heading, source, places.length, numbers.length),
  };
  const key = sourceKey('tei', `${file.base}#${id}`);
  return { draft: { key, record, line: div.line, joins: 'whole' }, exchange };
}
