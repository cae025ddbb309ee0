import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { PageWord } from '../../src/core/facsimile/page-text.ts';
import type { RecordId, RecordKind } from '../../src/core/id.ts';
import { writePageText } from '../../src/formats/page-text/page-text-json.ts';
import { testId } from '../support/record-lines.ts';

/**
 * Each secret is two words. A search for the first echoes it, and must find nothing; the second is
 * never asked for, and must stand nowhere.
 */
export const NAMES = [
  'draft',
  'draftcollection',
  'draftperson',
  'neverembargo',
  'embargo',
  'withdrawn',
  'restricted',
  'block',
  'note',
  'rendition',
  'summary',
  'mention',
  'source',
  'number',
  'newer',
  'older',
  'draftplace',
  'draftsubject',
  'draftevent',
  'draftrepository',
  'draftunit',
  'draftterm',
  'withdrawnperson',
  'withdrawncollection',
  'withdrawnevent',
  'scan',
  'layer',
  'notes',
  'release',
  'embargoedplace',
  'black',
  'shown',
  'edited',
] as const;
export type Name = (typeof NAMES)[number];
export const secret = (name: Name): string => `sought${name} hidden${name}`;

const KINDS: Partial<Readonly<Record<Name, RecordKind>>> = {
  draftcollection: 'collection',
  draftperson: 'agent',
  draftplace: 'place',
  draftsubject: 'subject',
  draftevent: 'event',
  draftrepository: 'repository',
  draftunit: 'unit',
  draftterm: 'term',
  withdrawnperson: 'agent',
  withdrawncollection: 'collection',
  withdrawnevent: 'event',
  embargoedplace: 'place',
};

/** The record that holds a secret. */
export const idOf = (name: Name): RecordId => testId(KINDS[name] ?? 'document', NAMES.indexOf(name) + 1);

/** What is public, and refers to all that is not. */
export const OPEN = {
  document: testId('document', 90),
  collection: testId('collection', 90),
  /** Another that holds it. */
  themed: testId('collection', 91),
  /** Named only in documents that nobody may see. */
  person: testId('agent', 90),
  place: testId('place', 90),
  subject: testId('subject', 90),
  event: testId('event', 90),
  repository: testId('repository', 90),
  unit: testId('unit', 90),
  term: testId('term', 90),
  organization: testId('agent', 91),
} as const;

/** Images that go in beside the records: one that anyone may see, and one of each that nobody may, or not whole. */
export const IMAGES = {
  open: image('an image opentoall'),
  scan: image(secret('scan')),
  layer: image(secret('layer')),
  restricted: image(secret('restricted')),
  draft: image(secret('draft')),
  black: image(secret('black')),
} as const;

/** A picture of 10 by 10 gray pixels that has words in it. */
function image(words: string): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.from([0, 0, 0, 10, 0, 0, 0, 10, 8, 0, 0, 0, 0])),
    chunk('tEXt', Buffer.from(`Comment\0${words}`, 'latin1')),
    chunk('IDAT', deflateSync(Buffer.alloc(110))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What stands on a page: some words in its first corner, and others in its last. */
const pageText = (first: string, last: string): Buffer => {
  const words = (text: string, at: number): PageWord[] =>
    text.split(' ').map((word) => ({ text: word, x: at, y: at, w: 1, h: 1 }));
  const lines = [words(first, 1), words(last, 8)].map((one) => ({ isBlockStart: true, words: one }));
  return Buffer.from(writePageText({ widthPx: 10, heightPx: 10, lines }));
};
export const pageTextOf = (name: Name | 'open'): Buffer =>
  pageText(name === 'open' ? 'opentoall' : secret(name), 'opentoall');
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
