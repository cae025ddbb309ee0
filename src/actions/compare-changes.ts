import type { ArchiveDocument, LangText } from '../core/document.ts';
import type { FieldChange } from './compare-page.ts';

/** Fields of a description in the order in which a page shows them. */
const FIELDS = [
  'titles',
  'summaries',
  'dates',
  'genre',
  'contributions',
  'places',
  'subjects',
  'languages',
  'marking',
  'numbers',
  'source',
  'rights',
  'funders',
  'creditLine',
  'releases',
  'related',
  'collections',
  'holding',
  'otherFields',
  'identifiers',
] as const satisfies readonly (keyof ArchiveDocument)[];

/** What of the description differs between two editions; titles, summaries and the genre with their words. Texts are compared apart. */
export function changesBetween(before: ArchiveDocument, after: ArchiveDocument): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of FIELDS) {
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) continue;
    changes.push({ field, ...wordsOf(field, before, after) });
  }
  const forms = (document: ArchiveDocument): string =>
    document.renditions.map(({ key, kind }) => `${kind} ${key}`).join('\n');
  if (forms(before) !== forms(after)) changes.push({ field: 'renditions' });
  return changes;
}

function wordsOf(
  field: (typeof FIELDS)[number],
  before: ArchiveDocument,
  after: ArchiveDocument,
): Pick<FieldChange, 'before' | 'after'> {
  const said = (document: ArchiveDocument): string => {
    if (field === 'titles' || field === 'summaries') return textsOf(document[field]);
    if (field === 'dates') return document.dates.map(({ words }) => words).join('; ');
    return field === 'genre' || field === 'creditLine' ? (document[field] ?? '') : '';
  };
  const [was, is] = [said(before), said(after)];
  return was === is ? {} : { before: was, after: is };
}

const textsOf = (texts: readonly LangText[]): string => texts.map(({ text }) => text).join('; ');
