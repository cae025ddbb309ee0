import type { Attestation } from './attestation.ts';
import type { LangText, Title } from './document.ts';
import type { Identifier, RecordId } from './id.ts';
import type { Rights } from './rights.ts';
import type { Block, Text } from './text.ts';

/** A collection of documents, by hand or by a saved query; collections nest, and a parent shows the union of its children. */
export interface Collection<R extends string = RecordId> {
  readonly kind: 'collection';
  readonly identifiers: readonly Identifier[];
  readonly titles: readonly Title[];
  /** Rich text; links to other collections stand in it. */
  readonly description: readonly Block[];
  readonly descriptionLang?: string;
  readonly seeAlso: readonly { readonly collection: R; readonly words?: string }[];
  /** EDTF interval that it sets out to cover. */
  readonly period?: string;
  readonly image?: CollectionImage;
  readonly curators: readonly string[];
  readonly parents: readonly { readonly collection: R; readonly sequence: number }[];
  /** Front and back matter, in order, under `/collection/{id}/matter/{slug}`. */
  readonly matter: readonly Matter<R>[];
  readonly savedQuery?: string;
  readonly rights: Rights;
  readonly notes: readonly LangText[];
  readonly attestations: readonly Attestation[];
  readonly isFeatured?: boolean;
  readonly invented?: string;
}

/** An image, or the word that one is catalogued but not held: then `digest` is absent. */
export interface CollectionImage {
  readonly digest?: string;
  readonly mediaType?: string;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly caption?: string;
  readonly credit?: string;
  readonly alt?: string;
}

export interface Matter<R extends string = RecordId> {
  readonly slug: string;
  readonly title: string;
  readonly position: 'front' | 'back';
  readonly text: Text;
  readonly mentions: readonly { readonly key: string; readonly to: R }[];
}
