import type { PublicRecord } from '../../core/public-record.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { impossible } from '../../core/result.ts';
import type { Described } from '../fields/described.ts';
import {
  agentLd,
  collectionLd,
  eventLd,
  placeLd,
  repositoryLd,
  subjectLd,
  termLd,
  unitLd,
} from './authority-ld.ts';
import { documentLd, type LdForms } from './document-ld.ts';
import { inContext, type LdNode } from './ld-node.ts';

/**
 * A public record in the terms of schema.org, without a context: for a graph of several.
 *
 *   a document   -> ArchiveComponent, of a letter or telegram Message too, of a report Report
 *   a collection -> Collection; a person, body or office -> Person, Organization; a place -> Place
 *   a subject, an abbreviation -> DefinedTerm; an event -> Event; an archive -> ArchiveOrganization
 *
 * What is not known is left out; a date stands as ISO 8601 where it is known so far, else in words (`temporal`).
 * Source: schema.org, vocabulary 29 and its archives extension, read 2026-11-23.
 */
export function nodeOf(described: Described, forms: LdForms = {}): LdNode {
  const { view } = described;
  const { record } = view;
  const as = <T extends ArchiveRecord>(one: T): Described<T> => ({ ...described, view: sameView(view, one) });
  switch (record.kind) {
    case 'document':
      return documentLd(as(record), forms);
    case 'collection':
      return collectionLd(as(record), forms);
    case 'agent':
      return agentLd(as(record));
    case 'place':
      return placeLd(as(record));
    case 'subject':
      return subjectLd(as(record));
    case 'term':
      return termLd(as(record));
    case 'event':
      return eventLd(as(record));
    case 'repository':
      return repositoryLd(as(record));
    case 'unit':
      return unitLd(as(record));
    default:
      return impossible(record);
  }
}

/** A view whose record is known to be of a kind. */
const sameView = <T extends ArchiveRecord>(view: PublicRecord, record: T): PublicRecord<T> => ({
  ...view,
  record,
});

/** A public record as a text of JSON-LD by itself. `forms`: what else it can be had as, told by who serves that. */
export const jsonLdOf = (described: Described, forms: LdForms = {}): LdNode =>
  inContext(nodeOf(described, forms));
