import type { AuthorityBase } from './agent.ts';
import type { Contribution } from './contribution.ts';
import type { CataloguedDate } from './date/catalogued-date.ts';
import type { RecordId } from './id.ts';
import type { BlockId } from './text.ts';

/** A meeting, visit, conference or crisis. Documents are its accounts, each from one side. */
export interface HistoricalEvent<R extends string = RecordId> extends AuthorityBase {
  readonly kind: 'event';
  readonly dates: readonly CataloguedDate[];
  readonly places: readonly R[];
  readonly participants: readonly Contribution<R>[];
  readonly accounts: readonly { readonly document: R; readonly side: string }[];
  /** What was talked of, in order, set by hand: for each item the passages of each account that tell of it. */
  readonly agenda?: readonly AgendaItem<R>[];
}

export interface AgendaItem<R extends string = RecordId> {
  readonly title: string;
  /** Passages are named by their ids in the text that is compared; a document that is silent is left out. */
  readonly passages: readonly { readonly document: R; readonly blocks: readonly BlockId[] }[];
}
