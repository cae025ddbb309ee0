import { boundsOf, daysOf } from './date/bounds.ts';
import type { CataloguedDate } from './date/catalogued-date.ts';
import { dateKeyOf } from './date/date-key.ts';
import { catalogueDate } from './document.ts';
import { printsOf } from './fingerprint/prints.ts';
import { titleOf } from './label.ts';
import { identifierOfLink, linksOf } from './links.ts';
import { sortFormOf } from './names/name-keys.ts';
import type { PublicRecord } from './public-record.ts';
import type { ArchiveRecord } from './record.ts';
import { facetsOf } from './search-document/facets-of-record.ts';
import { searchPassages } from './search-document/passages-of-record.ts';
import type { Related } from './search-document/related.ts';
import type { SearchDocument } from './search-document.ts';
import { terms } from './tokens/tokenize.ts';

/**
 * What an index is given of a record. It takes nothing but what is public, of the record and of others.
 *
 *   a document -> title, summaries, each block, notes, names as they stand and as the authorities have
 *                 them, numbers, the source line; facets; its catalogue date as two days
 *   an agent   -> its preferred name as title, its other names; `letter`, and `type` person, body or office
 */
export function searchDocumentOf(view: PublicRecord, related: Related): SearchDocument {
  const { id, record, editions, edition } = view;
  const titleKey = titleKeyOf(record);
  const date = dateOf(record);
  const days = date?.edtf === undefined ? undefined : daysOf(boundsOf(date.edtf));
  const sequence = record.kind === 'document' ? record.collections[0]?.sequence : undefined;
  return {
    id,
    kind: record.kind,
    passages: searchPassages(record, related),
    facets: facetsOf(record, related, titleKey),
    ...days,
    dateKey: dateKeyOf(date, sequence),
    titleKey,
    openedAt: (editions[0] ?? edition).at,
    ...boundBy(record),
  };
}

/** By what others are bound to a document: the fingerprint of its texts, and what its texts lead to. */
function boundBy(record: ArchiveRecord): Pick<SearchDocument, 'prints' | 'cites'> {
  if (record.kind !== 'document') return {};
  const prints = printsOf(record);
  const cites = new Set<string>();
  for (const rendition of record.renditions)
    if (rendition.kind !== 'facsimile')
      for (const target of linksOf(rendition.text).values()) {
        const identifier = identifierOfLink(target);
        if (identifier !== undefined && cites.size < MOST_CITED) cites.add(identifier);
      }
  return {
    ...(prints.length > 0 ? { prints } : {}),
    ...(cites.size > 0 ? { cites: [...cites] } : {}),
  };
}

/** What leads to more than these is a list of contents. */
const MOST_CITED = 1_000;

/** Only what happened on a day has a date: a collection's period and a person's years are not one. */
function dateOf(record: ArchiveRecord): CataloguedDate | undefined {
  if (record.kind === 'document') return catalogueDate(record);
  return record.kind === 'event' ? record.dates[0] : undefined;
}

/** The text by which it is put in order: of an authority its name as names are sorted, else its title's words. */
function titleKeyOf(record: ArchiveRecord): string {
  const { title } = titleOf(record);
  return 'names' in record ? sortFormOf({ form: title }) : terms(title).join(' ');
}
