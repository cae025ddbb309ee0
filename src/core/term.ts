import type { Attestation } from './attestation.ts';
import type { LangText } from './document.ts';
import type { Identifier, RecordId } from './id.ts';
import type { LanguageTag } from './language.ts';

/** An abbreviation or code word: its form, what it stands for, and where that is explained. Never a subject. */
export interface Term<R extends string = RecordId> {
  readonly kind: 'term';
  readonly identifiers: readonly Identifier[];
  readonly form: string;
  readonly lang?: LanguageTag;
  readonly expansion: string;
  readonly notes: readonly LangText[];
  readonly explainedIn: readonly R[];
  readonly attestations: readonly Attestation[];
  readonly invented?: string;
}
