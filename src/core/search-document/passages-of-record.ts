import type { AuthorityBase, Name } from '../agent.ts';
import type { Collection } from '../collection.ts';
import type { CataloguedDate } from '../date/catalogued-date.ts';
import { boundsOf, overlaps } from '../date/bounds.ts';
import { parseEdtf, type Edtf } from '../date/edtf.ts';
import { catalogueDate, type ArchiveDocument, type LangText } from '../document.ts';
import type { Identifier, RecordId } from '../id.ts';
import { parseLanguage, type LanguageTag } from '../language.ts';
import type { PassageField } from '../query.ts';
import type { ArchiveRecord } from '../record.ts';
import { referencesOf } from '../references.ts';
import type { Rendition } from '../rendition.ts';
import { impossible } from '../result.ts';
import type { SearchPassage } from '../search-document.ts';
import { passagesOf, type Block, type Text } from '../text.ts';
import { known, type Related } from './related.ts';

/** All words by which a record is found, passage by passage: its title first. */
export function searchPassages(record: ArchiveRecord, related: Related): readonly SearchPassage[] {
  return withoutRepeats([...ownPassages(record), ...namesOfOthers(record, related)]);
}

function ownPassages(record: ArchiveRecord): readonly SearchPassage[] {
  switch (record.kind) {
    case 'document':
      return passagesOfDocument(record);
    case 'collection':
      return passagesOfCollection(record);
    case 'agent':
    case 'place':
    case 'subject':
    case 'repository':
    case 'event':
      return passagesOfAuthority(record);
    case 'term':
      return [
        passage('title', record.form, record.lang),
        passage('summary', record.expansion, record.lang),
        ...fromTexts('text', record.notes),
      ];
    case 'unit':
      return [
        ...fromTexts('title', record.titles),
        ...record.elements.map(({ text }) => passage('text', text)),
        ...record.path.map(({ code }) => passage('number', code)),
      ];
    default:
      return impossible(record);
  }
}

const passage = (field: PassageField, text: string, lang?: LanguageTag): SearchPassage => ({
  field,
  text,
  ...(lang === undefined ? {} : { lang }),
});
const fromTexts = (field: PassageField, texts: readonly LangText[]): readonly SearchPassage[] =>
  texts.map(({ text, lang }) => passage(field, text, lang));
const fromNames = (field: PassageField, names: readonly Name[]): readonly SearchPassage[] =>
  names.map(({ form, lang }) => passage(field, form, lang));

function passagesOfDocument(document: ArchiveDocument): readonly SearchPassage[] {
  return [
    ...fromTexts('title', document.titles),
    ...fromTexts('summary', document.summaries),
    ...document.renditions.flatMap(passagesOfRendition),
    ...document.contributions.map(({ name }) => passage('name', name)),
    ...document.places.flatMap(({ name }) => (name === undefined ? [] : [passage('name', name)])),
    ...document.numbers.map(({ value }) => passage('number', value)),
    ...document.identifiers.filter(isReaders).map(({ value }) => passage('number', value)),
    ...sourceOf(document),
  ];
}

/** The line as it stands; where there is none, what it would say. */
function sourceOf({ source }: ArchiveDocument): readonly SearchPassage[] {
  if (source.verbatim !== undefined) return [passage('source', source.verbatim)];
  return [source.original, source.copy].flatMap((path) =>
    path === undefined
      ? []
      : [passage('source', [path.repositoryName, ...path.steps.map(({ code }) => code)].join(', '))],
  );
}

function passagesOfRendition(rendition: Rendition): readonly SearchPassage[] {
  if (rendition.kind === 'facsimile') return [];
  return passagesOfText(rendition.text, rendition.language, rendition.key);
}

function passagesOfText(
  text: Text,
  lang: LanguageTag | undefined,
  rendition?: string,
): readonly SearchPassage[] {
  const inRendition = rendition === undefined ? {} : { rendition };
  const found: SearchPassage[] = [];
  for (const one of passagesOf(text.blocks))
    found.push({ ...passage('text', one.text, one.block.lang ?? lang), block: one.block.id, ...inRendition });
  for (const note of text.notes)
    for (const one of passagesOf(note.blocks))
      found.push({
        ...passage('note', one.text, one.block.lang ?? note.lang ?? lang),
        block: note.id,
        ...inRendition,
      });
  return found;
}

function passagesOfCollection(collection: Collection): readonly SearchPassage[] {
  const lang = parseLanguage(collection.descriptionLang ?? '');
  const fromBlocks = (blocks: readonly Block[]): readonly SearchPassage[] =>
    [...passagesOf(blocks)].map(({ text, block }) => passage('summary', text, block.lang ?? lang));
  return [
    ...fromTexts('title', collection.titles),
    ...fromBlocks(collection.description),
    ...collection.matter.flatMap((matter) => [
      passage('text', matter.title),
      ...passagesOfText(matter.text, lang),
    ]),
    ...fromTexts('note', collection.notes),
  ];
}

function passagesOfAuthority(record: AuthorityBase): readonly SearchPassage[] {
  const preferred = record.names.find(({ kind }) => kind === 'preferred') ?? record.names[0];
  return [
    ...(preferred === undefined ? [] : fromNames('title', [preferred])),
    ...fromNames(
      'name',
      record.names.filter((name) => name !== preferred),
    ),
    ...fromTexts('summary', record.notes),
  ];
}

/** Every name of whom it names, so that a document of Stalin is found under Сталин. */
function namesOfOthers(record: ArchiveRecord, related: Related): readonly SearchPassage[] {
  const named: Iterable<RecordId> = referencesOf(record);
  const date = dateOf(record)?.edtf;
  return known(related, named).flatMap((id) =>
    fromNames(
      'variant',
      (related.names.get(id) ?? []).filter((name) => isOfTheDays(name, date)),
    ),
  );
}

const dateOf = (record: ArchiveRecord): CataloguedDate | undefined =>
  record.kind === 'document' ? catalogueDate(record) : record.kind === 'event' ? record.dates[0] : undefined;

/** Under a cover name only what may be of the years in which it was one. */
function isOfTheDays({ kind, years }: Name, date: Edtf | undefined): boolean {
  const when = kind === 'cover' || kind === 'pseudonym' ? parseEdtf(years ?? '') : undefined;
  if (when === undefined || date === undefined) return true;
  return overlaps(boundsOf(when), boundsOf(date));
}

/** Passages without words go; a name or number that stands there already is not put there again. */
function withoutRepeats(passages: readonly SearchPassage[]): readonly SearchPassage[] {
  const seen = new Set<string>();
  return passages.filter(({ field, text }) => {
    if (text.trim() === '') return false;
    if (field !== 'name' && field !== 'number') return true;
    const key = `${field}\u0000${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Identifiers that a reader may have before them, in a footnote or an old address; keys of an import are not. */
const READERS_SCHEMES: ReadonlySet<string> = new Set(['former', 'frus', 'tei', 'ark', 'doi', 'shelfmark']);
const isReaders = ({ scheme }: Identifier): boolean => READERS_SCHEMES.has(scheme);
