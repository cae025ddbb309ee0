import { BLANK_DOCUMENT } from './blank-document.ts';
import type { Agent } from './agent.ts';
import type { Collection } from './collection.ts';
import type { ArchiveDocument } from './document.ts';
import { ALPHABET, makeId, type RecordId, type RecordKind } from './id.ts';
import { UNDETERMINED } from './language.ts';
import { blockId, type Text } from './text.ts';

/** Records that say as little as a record can, for tests to add to. */

/** The n-th id of a kind. */
export function sampleId(kind: RecordKind, n: number): RecordId {
  let eight = '';
  for (let rest = n, at = 0; at < 8; at++, rest = Math.floor(rest / 32))
    eight = ALPHABET.charAt(rest % 32) + eight;
  return makeId(kind, eight);
}

export const sampleText = (...paragraphs: readonly string[]): Text => ({
  blocks: paragraphs.map((words, at) => ({ id: blockId(at), kind: 'paragraph', content: [words] })),
  notes: [],
});

export function sampleDocument(title: string, more: Partial<ArchiveDocument> = {}): ArchiveDocument {
  return {
    ...BLANK_DOCUMENT,
    titles: [{ text: title, lang: UNDETERMINED, titleKind: 'supplied' }],
    ...more,
  };
}

export function sampleCollection(title: string, more: Partial<Collection> = {}): Collection {
  return {
    kind: 'collection',
    identifiers: [],
    titles: [{ text: title, lang: UNDETERMINED, titleKind: 'supplied' }],
    description: [],
    seeAlso: [],
    curators: [],
    parents: [],
    matter: [],
    rights: {},
    notes: [],
    attestations: [],
    ...more,
  };
}

export function samplePerson(name: string, more: Partial<Agent> = {}): Agent {
  return {
    kind: 'agent',
    agentKind: 'person',
    identifiers: [],
    names: [{ form: name, kind: 'preferred' }],
    notes: [],
    links: [],
    attestations: [],
    ...more,
  };
}

/** A document with a text, a scan with a text layer, and a scan without one. */
export const documentWithTexts = (words: string): ArchiveDocument =>
  sampleDocument('With texts', {
    renditions: [
      { kind: 'transcription', key: 't-ru', language: UNDETERMINED, text: sampleText(words) },
      {
        kind: 'facsimile',
        key: 's1',
        pages: [
          {
            label: '1',
            image: { digest: `sha256:${'1'.repeat(64)}`, mediaType: 'image/jpeg', widthPx: 10, heightPx: 20 },
            textLayer: { digest: `sha256:${'3'.repeat(64)}`, words: 1 },
          },
          {
            label: '2',
            image: { digest: `sha256:${'2'.repeat(64)}`, mediaType: 'image/jpeg', widthPx: 10, heightPx: 20 },
            alt: 'The reverse, blank',
          },
        ],
      },
    ],
  });
