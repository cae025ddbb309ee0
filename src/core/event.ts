import type { AuthorityBase } from './agent.ts';
import type { Contribution } from './contribution.ts';
import type { CataloguedDate } from './date/catalogued-date.ts';
import type { RecordId } from './id.ts';

/** A meeting, visit, conference or crisis. Documents are its accounts, each from one side. */
export interface HistoricalEvent<R extends string = RecordId> extends AuthorityBase {
  readonly kind: 'event';
  readonly dates: readonly CataloguedDate[];
  readonly places: readonly R[];
  readonly participants: readonly Contribution<R>[];
  readonly accounts: readonly { readonly document: R; readonly side: string }[];
}
