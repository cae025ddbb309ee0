import type { AuthorityBase } from './agent.ts';
import type { RecordId } from './id.ts';

export interface Place<R extends string = RecordId> extends AuthorityBase {
  readonly kind: 'place';
  /** WGS 84 degrees. */
  readonly coordinates?: { readonly latitude: number; readonly longitude: number };
  readonly within?: R;
}
