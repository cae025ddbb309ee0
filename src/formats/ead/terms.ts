import { printElement, printWords } from '../xml/print-xml.ts';

/**
 * What EAD calls an element, and the term of ISAD(G) under which it is shown; of those that ISAD(G) has no
 * term for, the usual English one. Source: ISAD(G), second edition, and its crosswalk to EAD in the EAD tag
 * library, read 2026-11-23.
 */
const TERMS: ReadonlyMap<string, string> = new Map([
  ['abstract', 'Abstract'],
  ['accessrestrict', 'Conditions governing access'],
  ['accruals', 'Accruals'],
  ['acqinfo', 'Immediate source of acquisition or transfer'],
  ['altformavail', 'Existence and location of copies'],
  ['appraisal', 'Appraisal, destruction and scheduling'],
  ['arrangement', 'System of arrangement'],
  ['bibliography', 'Publication note'],
  ['bioghist', 'Administrative or biographical history'],
  ['container', 'Container'],
  ['controlaccess', 'Access points'],
  ['custodhist', 'Archival history'],
  ['didnote', 'Note'],
  ['dimensions', 'Dimensions'],
  ['fileplan', 'File plan'],
  ['frontmatter', 'Title page'],
  ['head', 'Heading'],
  ['index', 'Index'],
  ['langmaterial', 'Language and scripts of material'],
  ['legalstatus', 'Legal status'],
  ['materialspec', 'Material specific details'],
  ['note', 'Note'],
  ['odd', 'Note'],
  ['originalsloc', 'Existence and location of originals'],
  ['origination', 'Name of creator'],
  ['otherfindaid', 'Finding aids'],
  ['p', 'Note'],
  ['physdesc', 'Extent and medium'],
  ['physdescset', 'Extent and medium'],
  ['physdescstructured', 'Extent and medium'],
  ['physloc', 'Physical location'],
  ['phystech', 'Physical characteristics and technical requirements'],
  ['prefercite', 'Preferred citation'],
  ['processinfo', 'Archivist’s note'],
  ['relatedmaterial', 'Related units of description'],
  ['relations', 'Related units of description'],
  ['repository', 'Repository'],
  ['scopecontent', 'Scope and content'],
  ['separatedmaterial', 'Related units of description'],
  ['unitid', 'Reference code'],
  ['userestrict', 'Conditions governing reproduction'],
]);

export const termOf = (name: string): string | undefined => TERMS.get(name);

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(note|notes|statement|of|the|a|an|and|or)\b/g, '')
    .replace(/s\b/g, '')
    .replace(/[^\p{L}]+/gu, '');

/** Whether a heading says no more than the term under which it stands. */
export const saysTerm = (heading: string, term: string): boolean => fold(heading) === fold(term);

/** Where several elements have one term, that in which it is written out. */
const WRITTEN: ReadonlyMap<string, string> = new Map(
  [
    'accruals acqinfo altformavail appraisal arrangement bibliography bioghist custodhist fileplan legalstatus',
    'originalsloc otherfindaid phystech prefercite processinfo relatedmaterial scopecontent userestrict',
  ]
    .flatMap((names) => names.split(' '))
    .flatMap((name) => {
      const term = TERMS.get(name);
      return term === undefined ? [] : [[term, name]];
    }),
);

/** What a unit says under a term of ISAD(G), as EAD has it; under a name that EAD has none for, a note with that heading. */
export function termElement(term: string, text: string): string {
  const name = WRITTEN.get(term);
  const paragraphs = text
    .split('\n')
    .map((line) => printWords('p', {}, line))
    .join('');
  if (paragraphs === '') return '';
  return name === undefined
    ? printElement('odd', {}, printWords('head', {}, term) + paragraphs)
    : printElement(name, {}, paragraphs);
}
