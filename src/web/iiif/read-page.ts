import type { ViewAnswer } from '../../actions/pages.ts';
import { pageOf, type NumberedPage } from '../../core/facsimile/page-of.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { RecordId } from '../../core/id.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { moved, type Answer } from '../answer.ts';
import { away } from '../public/edges.ts';
import type { Visit } from '../site.ts';

export type Seen<T> =
  | { readonly kind: 'seen'; readonly value: T }
  /** What is said instead; undefined: nothing stands there. */
  | { readonly kind: 'answer'; readonly answer: Answer | undefined };

export const nothingThere: Seen<never> = { kind: 'answer', answer: undefined };

/** The public record of a kind that an address for viewers names; else what is answered: moved, gone, or not there. */
export async function seen<K extends ArchiveRecord['kind']>(
  { site, room }: Visit,
  asked: string,
  kind: K,
  addressOf: (id: RecordId) => string,
): Promise<Seen<PublicRecord<Extract<ArchiveRecord, { kind: K }>>>> {
  const answer: ViewAnswer = await room.view(asked, kind);
  switch (answer.kind) {
    case 'unknown':
      return nothingThere;
    case 'moved':
      return { kind: 'answer', answer: moved(addressOf(answer.to.id)) };
    case 'gone':
    case 'withdrawn':
      return { kind: 'answer', answer: away(site, answer) };
    case 'found':
      return isOfKind(answer.view, kind) ? { kind: 'seen', value: answer.view } : nothingThere;
  }
}

const isOfKind = <K extends ArchiveRecord['kind']>(
  view: PublicRecord,
  kind: K,
): view is PublicRecord<Extract<ArchiveRecord, { kind: K }>> => view.record.kind === kind;

/** A number as pages are counted: from 1, without zeros before it. */
export const countOf = (text: string): number | undefined =>
  /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;

/** A page of a public document, and how its image is called. */
export interface SeenPage {
  readonly document: PublicRecord<ArchiveDocument>;
  readonly on: NumberedPage;
}

export async function seenPage(
  visit: Visit,
  asked: string,
  rendition: string,
  number: number | undefined,
  addressOf: (id: RecordId) => string,
): Promise<Seen<SeenPage>> {
  if (number === undefined) return nothingThere;
  const document = await seen(visit, asked, 'document', addressOf);
  if (document.kind === 'answer') return document;
  const on = pageOf(document.value.record, rendition, number);
  return on ? { kind: 'seen', value: { document: document.value, on } } : nothingThere;
}
