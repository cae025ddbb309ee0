import type { RecordId } from './id.ts';

/** Who did what. The order is the order of the source. */
export interface Contribution<R extends string = RecordId> {
  readonly role: ContributionRole;
  /** As it stands in the document: "тов. Филиппов", "Ambassador Johnson". */
  readonly name: string;
  /** The person or body that it is, where known. */
  readonly agent?: R;
  /** Of which rendition ("t-en-1"), for translators and transcribers. */
  readonly rendition?: string;
  /** Where the person was or spoke for: "Geneva", "Embassy in China". */
  readonly station?: string;
}

export const CONTRIBUTION_ROLES = [
  'author',
  'sender',
  'recipient',
  'copied-to',
  'participant',
  'interpreter',
  'note-taker',
  'drafter',
  'signatory',
  'translator',
  'transcriber',
  'contributor',
  'editor',
  'publisher',
  'subject',
  'creator',
  'other',
] as const;
export type ContributionRole = (typeof CONTRIBUTION_ROLES)[number];
