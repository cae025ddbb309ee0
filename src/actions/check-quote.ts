import { leavesOf, parsePlace } from '../core/citation/passage.ts';
import { catalogueDate, type ArchiveDocument } from '../core/document.ts';
import type { RecordId } from '../core/id.ts';
import { labelOf } from '../core/label.ts';
import type { PublicRecord } from '../core/public-record.ts';
import { compareQuotation, type Comparison } from '../core/quotation/compare.ts';
import { quotedWords, readQuotation, type Quotation } from '../core/quotation/read-quotation.ts';
import { readQuotedReference, type QuotedReference } from '../core/quotation/read-reference.ts';
import type { Block, Inline, Text } from '../core/text.ts';
import type { Ports } from './archive.ts';
import { checkPassage, editionsOf } from './check-passage.ts';
import { findCandidates } from './quote-candidates.ts';
import type { PublicViews } from './public-views.ts';
import type { QuoteAnswer, QuoteAsked, QuotePlace, ReferenceReading } from './quote-page.ts';
import { readReferred } from './quote-reference.ts';

export const MOST_LETTERS = 10_000;
/** Fewer words say nothing of where they come from, unless a document is named. */
const FEWEST_WORDS = 3;
const MOST_COMPARED = 10;
const MOST_PLACES = 5;
const MOST_EDITIONS = 10;

type Deps = Pick<Ports, 'records' | 'index' | 'world'> & { readonly views: PublicViews };

/** Whether words stand so in a document that is public, where, and what differs. */
export async function checkQuote(deps: Deps, asked: QuoteAsked): Promise<QuoteAnswer> {
  const nothing = { asked, reading: { kind: 'none' }, places: [], questions: 0, compared: 0 } as const;
  if (asked.text.length > MOST_LETTERS || asked.reference.length > MOST_LETTERS)
    return { ...nothing, refused: 'too-long' };
  const quotation = readQuotation(asked.text);
  const reference = readQuotedReference(asked.reference);
  const referred = await readReferred(deps, reference);
  const reading = await withSign(deps, referred.reading, reference);
  const words = quotedWords(quotation);
  if (words === 0)
    return { ...nothing, reading, ...(reading.kind === 'none' ? { refused: 'empty' as const } : {}) };
  if (words < FEWEST_WORDS && referred.ids.length === 0) return { ...nothing, reading, refused: 'too-short' };
  const named = referred.ids.slice(0, MOST_COMPARED);
  const first = await placesIn(deps, quotation, named, new Set(named));
  const isSettled = first.places.some(({ comparison }) => comparison.verdict !== 'differs');
  if (isSettled || words < FEWEST_WORDS)
    return { asked, reading, questions: 0, compared: first.compared, places: sorted(first.places) };
  const found = await findCandidates(deps, quotation);
  const others = found.ids.filter((id) => !named.includes(id)).slice(0, MOST_COMPARED);
  const more = await placesIn(deps, quotation, others, new Set());
  return {
    asked,
    reading,
    questions: found.questions,
    compared: first.compared + more.compared,
    places: sorted([...first.places, ...more.places]),
  };
}

/** A sign that the reference bears is checked along with it. */
async function withSign(
  deps: Deps,
  reading: ReferenceReading,
  { place, digest }: QuotedReference,
): Promise<ReferenceReading> {
  const at = place === undefined ? undefined : parsePlace(place);
  if (reading.kind !== 'document' || place === undefined || at === undefined || digest === undefined)
    return reading;
  const check = await checkPassage(deps, reading.label.id, at, digest);
  return check === undefined ? reading : { ...reading, sign: { place, digest, check } };
}

const RANK = { exact: 0, forgiven: 1, differs: 2 } as const;

function sorted(places: readonly QuotePlace[]): readonly QuotePlace[] {
  const weight = ({ comparison, isReferred, edition, newest }: QuotePlace): number =>
    RANK[comparison.verdict] * 4 -
    comparison.same / Math.max(1, comparison.words) -
    (isReferred ? 2 : 0) +
    (edition === newest ? 0 : 1);
  return [...places].sort((a, b) => weight(a) - weight(b)).slice(0, MOST_PLACES);
}

/** The best place of a quotation in each of these documents. */
async function placesIn(
  deps: Deps,
  quotation: Quotation,
  ids: readonly RecordId[],
  referred: ReadonlySet<RecordId>,
): Promise<{ readonly places: readonly QuotePlace[]; readonly compared: number }> {
  const places: QuotePlace[] = [];
  let compared = 0;
  for (const id of ids) {
    const view = await deps.views.view(id, 'whole');
    if (view.kind !== 'public' || !isDocument(view.view)) continue;
    compared += 1;
    const isReferred = referred.has(id);
    const place = bestIn(quotation, view.view, { newest: view.view, isReferred });
    const isSettled = place !== undefined && place.comparison.verdict !== 'differs';
    const earlier = isSettled ? undefined : await inEarlier(deps, quotation, view.view, isReferred);
    const better = earlier ?? place;
    if (better !== undefined) places.push(better);
  }
  return { places, compared };
}

/** Where it stands so in an earlier edition, if it does not in the newest. */
async function inEarlier(
  deps: Deps,
  quotation: Quotation,
  newest: PublicRecord<ArchiveDocument>,
  isReferred: boolean,
): Promise<QuotePlace | undefined> {
  if (newest.editions.length < 2) return undefined;
  let looked = 0;
  for await (const view of editionsOf(deps, newest.id)) {
    if (looked++ >= MOST_EDITIONS) return undefined;
    if (view.edition.number === newest.edition.number) continue;
    const place = bestIn(quotation, view, { newest, isReferred });
    if (place !== undefined && place.comparison.verdict !== 'differs') return place;
  }
  return undefined;
}

function bestIn(
  quotation: Quotation,
  view: PublicRecord<ArchiveDocument>,
  { newest, isReferred }: { readonly newest: PublicRecord<ArchiveDocument>; readonly isReferred: boolean },
): QuotePlace | undefined {
  let best: QuotePlace | undefined;
  const date = catalogueDate(view.record);
  for (const rendition of view.record.renditions) {
    if (rendition.kind === 'facsimile') continue;
    const comparison = compareQuotation(quotation, {
      leaves: [...leavesOf(rendition.text)],
      noteLabels: noteLabelsOf(rendition.text),
    });
    if (comparison === undefined || !isBetter(comparison, best?.comparison)) continue;
    best = {
      label: labelOf(newest),
      rendition: { kind: rendition.kind, language: rendition.language },
      edition: view.edition.number,
      newest: newest.edition.number,
      comparison,
      isReferred,
      ...(date === undefined ? {} : { date }),
    };
  }
  return best;
}

const isBetter = (one: Comparison, other: Comparison | undefined): boolean =>
  other === undefined ||
  RANK[one.verdict] < RANK[other.verdict] ||
  (one.verdict === other.verdict && one.same > other.same);

const isDocument = (view: PublicRecord): view is PublicRecord<ArchiveDocument> =>
  view.record.kind === 'document';

function noteLabelsOf({ blocks, notes }: Text): ReadonlySet<string> {
  const labels = new Set(notes.map(({ label }) => label));
  for (const block of blocks) if ('content' in block) addMarks(block, labels);
  return labels;
}

function addMarks(
  { content }: Extract<Block, { readonly content: readonly Inline[] }>,
  labels: Set<string>,
): void {
  for (const part of content)
    if (typeof part !== 'string' && part.kind === 'note-mark') labels.add(part.label);
}
