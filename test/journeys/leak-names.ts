import { createHash } from 'node:crypto';
import type { RecordId, RecordKind } from '../../src/core/id.ts';
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

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Images that go in beside the records: one that anyone may see, and one of each that nobody may. */
export const IMAGES = {
  open: Buffer.concat([PNG, Buffer.from('an image opentoall')]),
  scan: Buffer.concat([PNG, Buffer.from(secret('scan'))]),
  layer: Buffer.concat([PNG, Buffer.from(secret('layer'))]),
  restricted: Buffer.concat([PNG, Buffer.from(secret('restricted'))]),
  draft: Buffer.concat([PNG, Buffer.from(secret('draft'))]),
} as const;
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
