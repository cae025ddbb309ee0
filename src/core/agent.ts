import type { Attestation } from './attestation.ts';
import type { LangText } from './document.ts';
import type { Identifier, RecordId } from './id.ts';
import type { LanguageTag } from './language.ts';

/**
 * One form of a name.
 *
 *   { form: "Stalin, I. V.", lang: "en", kind: "preferred", sort: "stalin i v" }
 *   { form: "Филиппов", lang: "ru", kind: "cover", years: "1947/1953" }
 *   { form: "Sung Tzu-wen", lang: "zh-Latn", romanisation: "wade-giles", kind: "variant" }
 */
export interface Name {
  readonly form: string;
  readonly lang?: LanguageTag;
  readonly romanisation?:
    | 'pinyin'
    | 'wade-giles'
    | 'postal'
    | 'bgn-pcgn'
    | 'ala-lc'
    | 'iso-9'
    | 'mccune-reischauer'
    | 'revised'
    | 'other';
  readonly kind: 'preferred' | 'variant' | 'former' | 'cover' | 'pseudonym' | 'abbreviation';
  /** EDTF interval in which it was used. */
  readonly years?: string;
  /** The record from which a merge brought it, so that it can be taken back. */
  readonly from?: RecordId;
}

export interface AuthorityBase {
  readonly identifiers: readonly Identifier[];
  /** The first that is `preferred` is the name by which it is listed. */
  readonly names: readonly Name[];
  readonly notes: readonly LangText[];
  /** Elsewhere: Wikidata, VIAF, LCNAF, GeoNames, TGN. */
  readonly links: readonly { readonly scheme: string; readonly url: string }[];
  readonly attestations: readonly Attestation[];
  readonly invented?: string;
}

export interface Agent extends AuthorityBase {
  readonly kind: 'agent';
  readonly agentKind: 'person' | 'body' | 'office';
  /** EDTF interval of life or existence. */
  readonly years?: string;
}

/** The name by which an authority is listed; its first if none is preferred. */
export const preferredName = (authority: AuthorityBase): Name | undefined =>
  authority.names.find((name) => name.kind === 'preferred') ?? authority.names[0];
