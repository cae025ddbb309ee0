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
  /** Of a volume that was published before it came here: what a citation names it by. */
  readonly published?: Publication;
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

/** A volume as it was published: "Foreign Relations of the United States", "1955–1957", "Volume II", "China". */
export interface Publication {
  readonly series?: string;
  readonly subseries?: string;
  readonly volume?: string;
  readonly title?: string;
  /** Without the general editor of its series. */
  readonly editors: readonly string[];
  readonly publisher?: string;
  readonly place?: string;
  readonly year?: string;
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
