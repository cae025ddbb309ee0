import type { AuthorityBase } from './agent.ts';
import type { RecordId } from './id.ts';
import type { ReferenceStep } from './source.ts';
import type { LangText } from './document.ts';
import type { Attestation } from './attestation.ts';
import type { Identifier } from './id.ts';

/** An archive, library or office that holds originals. */
export interface Repository<R extends string = RecordId> extends AuthorityBase {
  readonly kind: 'repository';
  readonly place?: R;
  readonly country?: string;
}

/**
 * A unit of description (ISAD(G) 3.1–3.6): a fonds, series, file … on the way from the repository down
 * to its documents. It exists as a record only where someone described it; bare steps need none.
 */
export interface Unit<R extends string = RecordId> {
  readonly kind: 'unit';
  readonly identifiers: readonly Identifier[];
  readonly repository: R;
  readonly path: readonly ReferenceStep[];
  readonly level: string;
  readonly titles: readonly LangText[];
  readonly dateWords?: string;
  readonly edtf?: string;
  readonly extent?: string;
  /** Scope and content, history, arrangement …: ISAD(G) elements by their term. */
  readonly elements: readonly { readonly element: string; readonly text: string }[];
  readonly accessWords?: string;
  readonly order: number;
  readonly attestations: readonly Attestation[];
  readonly invented?: string;
}
