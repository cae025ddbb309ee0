import type { AuthorityBase } from './agent.ts';
import type { RecordId } from './id.ts';

export interface Subject<R extends string = RecordId> extends AuthorityBase {
  readonly kind: 'subject';
  readonly broader: readonly R[];
}
