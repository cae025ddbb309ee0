import type { Described } from '../fields/described.ts';
import { isOf } from '../fields/said-of-forms.ts';
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
import { inContext, node, type LdNode } from './ld-node.ts';

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
  if (isOf(described, 'document')) return documentLd(described, forms);
  if (isOf(described, 'collection')) return collectionLd(described, forms);
  if (isOf(described, 'agent')) return agentLd(described);
  if (isOf(described, 'place')) return placeLd(described);
  if (isOf(described, 'subject')) return subjectLd(described);
  if (isOf(described, 'term')) return termLd(described);
  if (isOf(described, 'event')) return eventLd(described);
  if (isOf(described, 'repository')) return repositoryLd(described);
  if (isOf(described, 'unit')) return unitLd(described);
  return node('Thing', { name: described.label.title, url: described.url });
}

/** A public record as a text of JSON-LD by itself. `forms`: what else it can be had as, told by who serves that. */
export const jsonLdOf = (described: Described, forms: LdForms = {}): LdNode =>
  inContext(nodeOf(described, forms));
