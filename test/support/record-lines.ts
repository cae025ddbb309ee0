import { BLANK_DOCUMENT } from '../../src/core/blank-document.ts';
import { ALPHABET, makeId, type RecordId, type RecordKind } from '../../src/core/id.ts';

/** An id for a test: the same for the same kind and number. */
export const testId = (kind: RecordKind, number: number): RecordId =>
  makeId(kind, [...String(number).padStart(8, '0')].map((digit) => ALPHABET[Number(digit)] ?? '0').join(''));

const text = (words: string, lang = 'en'): object => ({ text: words, lang });

/** A line that brings a document: a title, and whatever else is given. */
export const documentLine = (id: RecordId, title: string, more: object = {}): object => ({
  id,
  record: {
    ...BLANK_DOCUMENT,
    titles: [{ ...text(title), titleKind: 'original' }],
    languages: ['en'],
    ...more,
  },
});

/** A line that brings a collection. */
export const collectionLine = (id: RecordId, title: string, more: object = {}): object => ({
  id,
  record: {
    kind: 'collection',
    identifiers: [],
    titles: [{ ...text(title), titleKind: 'original' }],
    description: [],
    seeAlso: [],
    curators: [],
    parents: [],
    matter: [],
    rights: {},
    notes: [],
    attestations: [],
    ...more,
  },
});

/** A line that brings a person. */
export const personLine = (id: RecordId, ...names: readonly string[]): object => ({
  id,
  record: {
    kind: 'agent',
    agentKind: 'person',
    identifiers: [],
    names: names.map((form, at) => ({ form, lang: 'en', kind: at === 0 ? 'preferred' : 'variant' })),
    notes: [],
    links: [],
    attestations: [],
  },
});

/** Plain paragraphs as a transcription, with the ids b1, b2 … */
export const transcription = (...paragraphs: readonly string[]): object => ({
  kind: 'transcription',
  key: 't-en',
  language: 'en',
  text: { blocks: paragraphs.map((words, at) => paragraph(`b${(at + 1).toString(36)}`, words)), notes: [] },
});

/** A translation of one paragraph, with one note. */
export const translation = (words: string, note: string): object => ({
  kind: 'translation',
  key: 't-de-1',
  language: 'de',
  of: 't-en',
  text: {
    blocks: [
      {
        kind: 'paragraph',
        id: 'bt1',
        content: [words, { kind: 'note-mark', note: 'btn1', label: '1' }],
      },
    ],
    notes: [{ id: 'btn1', label: '1', noteKind: 'footnote', blocks: [paragraph('btn2', note)] }],
  },
});

export const paragraph = (id: string, words: string): object => ({ kind: 'paragraph', id, content: [words] });
