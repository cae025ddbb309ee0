import type { ArchiveDocument, OwnNumber } from '../../core/document.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import type { Collection } from '../../core/collection.ts';
import { parseLanguage, type LanguageTag } from '../../core/language.ts';
import { writeText } from '../text/write-plain-text.ts';
import type { Described } from './described.ts';
import { printPath } from './said-of-record.ts';

/** A description of whatever kind; a guard for functions that know what to say of it. */
export const isOf = <K extends ArchiveRecord['kind']>(
  described: Described,
  kind: K,
): described is Described<Extract<ArchiveRecord, { readonly kind: K }>> =>
  described.view.record.kind === kind;

/** A number that a document bears: "telegram 212, Brandsee to Stavin". */
export const printNumber = ({ numberKind, value, from, to }: OwnNumber): string => {
  const number = numberKind === 'other' ? value : `${numberKind.replace('-', ' ')} ${value}`;
  const way = [from, to].filter((one) => one !== undefined).join(' to ');
  return way === '' ? number : `${number}, ${way}`;
};

/** What must be said of a document wherever it goes: that it is invented, not held, or held back in part. */
export function warningsOf({ view }: Pick<Described, 'view'>): readonly string[] {
  const { record } = view;
  return [
    ...('invented' in record && record.invented ? [`This record is invented: ${record.invented}`] : []),
    ...(record.kind === 'document' && record.holding.kind === 'not-held'
      ? [`Known but not held: ${record.holding.words}`]
      : []),
    ...view.withheld.map(({ words }) => `Withheld: ${words}`),
  ];
}

/** The paragraphs in which a collection is described. */
export const paragraphsOf = ({ description }: Collection): readonly string[] =>
  writeText({ blocks: description, notes: [] }).split('\n\n').filter(Boolean);

/** The language of that description, where it is said by a tag. */
export const descriptionLanguageOf = ({ descriptionLang }: Collection): LanguageTag | undefined =>
  descriptionLang === undefined ? undefined : parseLanguage(descriptionLang);

/** Where the original lies, within its archive: "Best. AfÄ, Akte 112/a, Bl. 94". */
export function locationOf({ source }: ArchiveDocument): string | undefined {
  const path = source.original && printPath({ ...source.original, repositoryName: '' });
  return path === '' ? undefined : path;
}

/** The archive that holds the original, as it is listed here. */
export const repositoryOf = (
  { source }: ArchiveDocument,
  { nameOf }: Pick<Described, 'nameOf'>,
): string | undefined => {
  const { original } = source;
  const listed = original?.repository === undefined ? undefined : nameOf(original.repository);
  return listed ?? (original?.repositoryName || undefined);
};
