import type { ArchiveDocument } from '../../core/document.ts';
import { inRoles, type Citation } from '../../core/citation/citation.ts';
import { authorsOf } from '../csl/csl-item.ts';
import { invertedName, itemTypeOf } from '../fields/cited-document.ts';
import type { Described } from '../fields/described.ts';
import { isoDateOf } from '../json-ld/ld-dates.ts';

/** A name and what it says, for the head of a page. */
export type HeadTag = readonly [name: string, content: string];

/** Of what names hundreds, so many. */
const MOST = 30;

/**
 * A document as scholarly search engines read it from the head of its page.
 *
 *   citation_title, citation_author "Falk, Henriette", citation_publication_date "1957/12/02", citation_pdf_url …
 *
 * A date stands only where it is known as one: a year, a month or a day. Source: Google Scholar, "Inclusion
 * Guidelines for Webmasters", read 2026-11-23.
 */
export function citationTags(
  described: Described<ArchiveDocument>,
  cited: Citation,
  pdf: string | undefined,
): readonly HeadTag[] {
  const { record } = described.view;
  const date = isoDateOf(cited.date?.edtf)?.replaceAll('-', '/');
  const type = itemTypeOf(cited.kind, inRoles(cited, 'recipient').length > 0);
  const institution = type === 'report' ? cited.original?.repository : undefined;
  const keywords = record.subjects.flatMap((id) => described.nameOf(id) ?? []).slice(0, MOST);
  return [
    ['citation_title', cited.listedAs],
    ...authorsOf(cited)
      .slice(0, MOST)
      .map((name): HeadTag => ['citation_author', invertedName(name)]),
    ...told('citation_publication_date', date),
    ...told('citation_language', cited.languages[0]),
    ...keywords.map((word): HeadTag => ['citation_keywords', word]),
    ...told('citation_technical_report_institution', institution),
    ['citation_publisher', described.archive.name],
    ['citation_abstract_html_url', described.url],
    ...told('citation_pdf_url', pdf),
  ];
}

export const told = (name: string, content: string | undefined): readonly HeadTag[] =>
  content === undefined || content === '' ? [] : [[name, content]];
