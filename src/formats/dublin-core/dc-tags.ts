import type { ArchiveDocument } from '../../core/document.ts';
import { inRoles, type Citation } from '../../core/citation/citation.ts';
import { authorsOf, locationOf } from '../csl/csl-item.ts';
import { eachOnce, invertedName, itemTypeOf } from '../fields/cited-document.ts';
import type { Described } from '../fields/described.ts';
import { saidOf } from '../fields/said-of-record.ts';
import { told, type HeadTag } from '../highwire/citation-tags.ts';
import { isoDateOf } from '../json-ld/ld-dates.ts';

/** Of what names hundreds, so many. */
const MOST = 30;

const OTHERS = ['recipient', 'participant', 'translator', 'interpreter', 'contributor', 'editor'] as const;

/**
 * A document as Dublin Core in the head of its page. Its type comes first in the words that managers of references
 * have for it. Where the original lies is its coverage, as they read it; places are `DCTERMS.spatial`.
 *
 *   DC.title, DC.creator, DC.contributor, DC.date, DC.type "letter", DC.coverage "f. 558, op. 11, d. 97" …
 *
 * Source: DCMI, "Expressing Dublin Core metadata using HTML/XHTML meta and link elements", read 2026-11-23.
 */
export function dcTags(described: Described<ArchiveDocument>, cited: Citation): readonly HeadTag[] {
  const said = saidOf(described);
  const { record } = described.view;
  const isLetter = inRoles(cited, 'recipient').length > 0;
  const rights = [record.rights.words, record.rights.uri].filter((one) => one !== undefined);
  return [
    ['DC.title', cited.listedAs],
    ...said.otherTitles.slice(0, MOST).map((title): HeadTag => ['DCTERMS.alternative', title]),
    ...all('DC.creator', authorsOf(cited).map(invertedName)),
    ...all('DC.contributor', eachOnce(inRoles(cited, ...OTHERS)).map(invertedName)),
    ...told('DC.date', isoDateOf(cited.date?.edtf) ?? cited.date?.words),
    ['DC.type', itemTypeOf(cited.kind, isLetter)],
    ...told('DC.type', cited.genre),
    ['DC.format', 'text/html'],
    ...all('DC.language', cited.languages),
    ...all('DC.subject', said.subjects),
    ...all('DCTERMS.spatial', said.places),
    ...told('DCTERMS.abstract', cited.summary),
    ...told('DC.coverage', cited.original === undefined ? cited.sourceLine : locationOf(cited.original.path)),
    ...told('DCTERMS.provenance', said.repository),
    ...all('DCTERMS.isPartOf', said.collections),
    ['DC.publisher', described.archive.name],
    ...all('DC.rights', rights),
    ['DC.identifier', described.url],
    ...told('DC.identifier', described.ark),
    ...told('DC.description', record.invented),
  ];
}

const all = (name: string, values: readonly string[]): readonly HeadTag[] =>
  values.slice(0, MOST).map((value): HeadTag => [name, value]);
