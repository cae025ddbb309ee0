import type { ArchiveRecord } from './record.ts';
import type { Rendition } from './rendition.ts';
import { impossible } from './result.ts';
import type { Text } from './text.ts';

/**
 * The texts of a record apart from its description, each in the place where the record has one: what is
 * long, and what a list of documents has no use for. Undefined parts have none.
 *
 *   document   { renditions: [text of the first, text of the second …] }
 *   facsimile  none: the words of its pages are files
 *   collection { matter: [text of the first …] }
 */
export interface Texts {
  readonly renditions?: readonly RenditionText[];
  readonly matter?: readonly Text[];
}

export type RenditionText = { readonly kind: 'text'; readonly text: Text } | { readonly kind: 'pages' };

const NO_TEXT: Text = { blocks: [], notes: [] };

/**
 * A record as its description and its texts. The description is the same record with every text of a
 * rendition or of a collection's matter empty. `texts` is undefined where the record has no place for any.
 */
export function takeTexts(record: ArchiveRecord): {
  readonly description: ArchiveRecord;
  readonly texts: Texts | undefined;
} {
  switch (record.kind) {
    case 'document':
      if (record.renditions.length === 0) return { description: record, texts: undefined };
      return {
        description: { ...record, renditions: record.renditions.map(withoutText) },
        texts: { renditions: record.renditions.map(textOf) },
      };
    case 'collection':
      if (record.matter.length === 0) return { description: record, texts: undefined };
      return {
        description: { ...record, matter: record.matter.map((matter) => ({ ...matter, text: NO_TEXT })) },
        texts: { matter: record.matter.map((matter) => matter.text) },
      };
    case 'agent':
    case 'place':
    case 'subject':
    case 'repository':
    case 'unit':
    case 'term':
    case 'event':
      return { description: record, texts: undefined };
    default:
      return impossible(record);
  }
}

/** A record as JSON, its texts apart as {@link takeTexts} parts them: what a store keeps and an import knows a draft by. */
export interface PrintedRecord {
  readonly description: string;
  readonly texts?: string;
}

export function printRecord(record: ArchiveRecord): PrintedRecord {
  const { description, texts } = takeTexts(record);
  return {
    description: JSON.stringify(description),
    ...(texts === undefined ? {} : { texts: JSON.stringify(texts) }),
  };
}

/** The record that {@link takeTexts} took apart, whole again. */
export function putTexts(description: ArchiveRecord, texts: Texts | undefined): ArchiveRecord {
  if (texts === undefined) return description;
  if (description.kind === 'document') {
    return {
      ...description,
      renditions: description.renditions.map((rendition, at) => withText(rendition, texts.renditions?.[at])),
    };
  }
  if (description.kind === 'collection') {
    return {
      ...description,
      matter: description.matter.map((matter, at) => ({ ...matter, text: texts.matter?.[at] ?? NO_TEXT })),
    };
  }
  return description;
}

function withoutText(rendition: Rendition): Rendition {
  return rendition.kind === 'facsimile' ? rendition : { ...rendition, text: NO_TEXT };
}

function textOf(rendition: Rendition): RenditionText {
  return rendition.kind === 'facsimile' ? { kind: 'pages' } : { kind: 'text', text: rendition.text };
}

function withText(rendition: Rendition, text: RenditionText | undefined): Rendition {
  return rendition.kind === 'facsimile' || text?.kind !== 'text'
    ? rendition
    : { ...rendition, text: text.text };
}
