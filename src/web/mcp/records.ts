import { canonicalPath } from '../../core/canonical-path.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import type { RecordId } from '../../core/id.ts';
import type { Label } from '../../core/label.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import type { Rendition } from '../../core/rendition.ts';
import { shortDate } from './dates.ts';
import type { Described } from '../../formats/fields/described.ts';
import { saidOf } from '../../formats/fields/said-of-record.ts';
import { kindWord } from '../public/entry.ts';
import { LETTERS, shortened } from './shorten.ts';
import type { Asking } from './tool.ts';

/** The address of a record, whole. */
export const urlOf = ({ settings }: Pick<Asking, 'settings'>, label: Label): string =>
  settings.address + canonicalPath(label);

/** Where a passage stands in the edition that was read: that address keeps. */
export const urlInEdition = (
  { settings }: Pick<Asking, 'settings'>,
  { id, edition }: Pick<PublicRecord, 'id' | 'edition'>,
  block?: string,
): string =>
  `${settings.address}/document/${id}/v/${edition.number}${block === undefined ? '' : `#${block}`}`;

/** What leads to a record. */
export const linkOf = (asking: Asking, label: Label): object => ({
  id: label.id,
  kind: kindWord(label),
  title: shortened(label.title, LETTERS.title),
  url: urlOf(asking, label),
});

/** Of the records of some ids those that are public, in their order, by their ids. */
export async function describedById(
  { room }: Asking,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, Described>> {
  const described = await room.describe(ids, 'description');
  return new Map(described.map((one) => [one.view.id, one]));
}

/** What a list says of a record: how it is named, found, dated and used, and what is to be known before it is believed. */
export function entryOf(asking: Asking, described: Described): object {
  const { view, label } = described;
  const said = saidOf(described);
  return {
    ...linkOf(asking, label),
    lang: label.lang,
    otherTitles: listed(said.otherTitles, 2, LETTERS.name),
    date: said.date && shortDate(said.date),
    years: said.years,
    type: said.genre,
    languages: listed(said.languages, 5, LETTERS.name),
    people: listed(
      said.people.map(({ role, name }) => `${shortened(name, LETTERS.name)} (${role})`),
      6,
      LETTERS.title,
    ),
    collections: listed(said.collections, 2, LETTERS.collection),
    source: said.source && shortened(said.source, LETTERS.source),
    summary: said.summary && shortened(said.summary, LETTERS.summary),
    edition: view.edition.number,
    rights: rightsOf(view, LETTERS.line),
    know: knowOf(view, LETTERS.line),
  };
}

const listed = (values: readonly string[], most: number, letters: number): readonly string[] | undefined =>
  values.length === 0 ? undefined : values.slice(0, most).map((one) => shortened(one, letters));

/** Under which terms it may be used; where nobody has said, that. */
export function rightsOf({ record }: PublicRecord, letters: number = LETTERS.note): object | undefined {
  if (!('rights' in record)) return undefined;
  const { uri, words, holder } = record.rights;
  return uri === undefined && words === undefined && holder === undefined
    ? { words: 'Nothing is said of the rights: ask the archive that holds the original.' }
    : { uri, words: words && shortened(words, letters), holder };
}

/** What must be known before a record is believed or quoted; undefined where there is nothing. */
export function knowOf(view: PublicRecord, letters: number = LETTERS.note): readonly string[] | undefined {
  const { record, withheld } = view;
  const known: string[] = [];
  if ('invented' in record && record.invented !== undefined)
    known.push(`Invented, no historical source: ${shortened(record.invented, letters)}`);
  for (const one of withheld)
    known.push(
      `The archive holds back a part (${one.scope}; ${one.reason}${one.until === undefined ? '' : `, until ${one.until}`}): ${shortened(one.words, letters)}`,
    );
  if (record.kind === 'document') {
    if (record.holding.kind === 'not-held')
      known.push(
        `Known but not held here (${record.holding.reason}): ${shortened(record.holding.words, letters)}`,
      );
    known.push(...record.renditions.flatMap(ofMachine));
    known.push(...record.dates.flatMap(doubtsOf));
  }
  return known.length === 0 ? undefined : known.slice(0, MOST_KNOWN);
}

const MOST_KNOWN = 12;

/** That a machine read or translated a text. */
export function ofMachine(rendition: Rendition): readonly string[] {
  if (rendition.madeBy === undefined || rendition.kind === 'facsimile') return [];
  const { engine, model } = rendition.madeBy;
  const by = model === undefined ? engine : `${engine}, ${model}`;
  return rendition.kind === 'translation'
    ? [`The translation ${rendition.key} (${rendition.language}) was made by a machine: ${by}`]
    : [
        `The text ${rendition.key} (${rendition.language}) was read by a machine (OCR) and may be misread: ${by}`,
      ];
}

function doubtsOf(date: CataloguedDate): readonly string[] {
  const about = `The date "${shortened(date.words, LETTERS.name)}"`;
  return [
    ...(date.inferredFrom === undefined
      ? []
      : [`${about} was inferred: ${shortened(date.inferredFrom, LETTERS.name)}`]),
    ...(date.doubt === undefined ? [] : [`${about} is doubtful: ${date.doubt.kind}`]),
    ...(date.edtf !== undefined && /[?~%]/.test(date.edtf) ? [`${about} is uncertain or approximate`] : []),
  ];
}
