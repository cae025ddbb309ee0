import type { ArchiveDocument } from './document.ts';

/** A document of which nothing is known yet: what makes one says what it knows, and leaves the rest. */
export const BLANK_DOCUMENT: ArchiveDocument<never> = {
  kind: 'document',
  identifiers: [],
  titles: [],
  summaries: [],
  dates: [],
  contributions: [],
  subjects: [],
  places: [],
  languages: [],
  marking: { handling: [] },
  numbers: [],
  source: {},
  rights: {},
  funders: [],
  releases: [],
  renditions: [],
  alignments: [],
  related: [],
  collections: [],
  mentions: [],
  holding: { kind: 'held' },
  attestations: [],
};
