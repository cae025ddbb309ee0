import { inRoles, type Citation, type CitedKind } from '../../core/citation/citation.ts';
import type { CitedName } from '../../core/citation/cited-name.ts';
import type { CslItem, CslName, CslType } from '../../core/citation/csl-item.ts';
import type { ReferencePath } from '../../core/source.ts';
import { cslDateOf } from './csl-date.ts';

const TYPES: Readonly<Record<CitedKind, CslType>> = {
  letter: 'personal_communication',
  message: 'personal_communication',
  report: 'report',
  speech: 'speech',
  interview: 'interview',
  treaty: 'treaty',
  other: 'manuscript',
};

/** Steps of a reference in their own order and labels: "f. 558, op. 11, d. 97, ll. 67-70". */
export const locationOf = ({ steps }: Pick<ReferencePath<string>, 'steps'>): string =>
  steps.map(({ label, code }) => (label === undefined ? code : `${label} ${code}`)).join(', ');

export const cslName = (name: CitedName): CslName =>
  name.kind === 'whole'
    ? { literal: name.name }
    : {
        family: name.family,
        ...(name.given === '' ? {} : { given: name.given }),
        ...(name.suffix === undefined ? {} : { suffix: name.suffix }),
      };

/** Who stands as author: who wrote or sent it; of what nobody is said to have written, nobody. */
export const authorsOf = (citation: Citation): readonly CitedName[] =>
  distinct(inRoles(citation, 'author', 'sender', 'creator'));

const distinct = (names: readonly CitedName[]): readonly CitedName[] =>
  names.filter((name, at) => names.findIndex((one) => JSON.stringify(one) === JSON.stringify(name)) === at);

const names = (found: readonly CitedName[]): readonly CslName[] | undefined =>
  found.length === 0 ? undefined : distinct(found).map(cslName);

/**
 * A citation as CSL-JSON, for reference managers and programs: every part in the field that CSL has for it, and
 * in `note` what it has none for (edition, copy, passage, who took part).
 *
 *   { type: "personal_communication", title, author, recipient, issued, archive, archive_location, URL … }
 */
export function cslItemOf(citation: Citation): CslItem {
  const { title, volume, original } = citation;
  return present({
    id: citation.id,
    type: volume === undefined ? TYPES[citation.kind] : 'chapter',
    title: citation.listedAs,
    'original-title': title.text === citation.listedAs ? undefined : title.text,
    author: names(authorsOf(citation)),
    recipient: names(inRoles(citation, 'recipient')),
    translator: names(inRoles(citation, 'translator')),
    contributor: names(inRoles(citation, 'participant')),
    genre: citation.genre,
    ...datesOf(citation),
    ...containerOf(citation),
    archive: original?.repository,
    'archive-place': original?.place,
    archive_location: original === undefined ? citation.sourceLine : locationOf(original.path) || undefined,
    source: citation.archive,
    URL: citation.passage?.address ?? citation.address,
    version: String(citation.edition.number),
    language: citation.languages.length === 0 ? undefined : citation.languages.join(', '),
    abstract: citation.summary,
    note: noteOf(citation),
  });
}

/** Of what was printed in a volume the year is the volume's; its own date is the original one. */
function datesOf({ date, volume }: Citation): Pick<CslItem, 'issued' | 'original-date'> {
  const own = cslDateOf(date);
  if (volume === undefined) return own === undefined ? {} : { issued: own };
  return {
    ...(volume.year === undefined ? {} : { issued: { 'date-parts': [[Number(volume.year)]] } }),
    ...(own === undefined ? {} : { 'original-date': own }),
  };
}

function containerOf({ volume, collection }: Citation): Partial<CslItem> {
  if (volume === undefined) return collection === undefined ? {} : { 'collection-title': collection };
  const editor = names(volume.editors);
  return {
    'container-title': volume.volumeTitle ?? volume.title,
    ...(volume.series === undefined
      ? {}
      : { 'collection-title': [volume.series, volume.subseries].filter(Boolean).join(', ') }),
    ...(volume.volume === undefined ? {} : { volume: volume.volume.replace(/^Volume /, '') }),
    ...(volume.document === undefined ? {} : { number: volume.document }),
    ...(editor === undefined ? {} : { editor }),
    ...(volume.publisher === undefined ? {} : { publisher: volume.publisher }),
    ...(volume.place === undefined ? {} : { 'publisher-place': volume.place }),
  };
}

/** In lines of "name: value", as reference managers keep what they have no field for. */
function noteOf(citation: Citation): string | undefined {
  const { passage, copy, printedIn, ark, invented, notHeld, withheld, edition } = citation;
  const lines: readonly (readonly [name: string, value: string | undefined])[] = [
    ['Invented', invented],
    ['Known but not held', notHeld],
    ['Withheld', withheld],
    ['Edition', `${edition.number}, ${edition.at.slice(0, 10)}`],
    ['Passage', passage && [passage.place, passage.digest].filter(Boolean).join(' ')],
    ['ARK', ark],
    ['Copy', copy && [copy.repositoryName, locationOf(copy)].filter(Boolean).join(', ')],
    ['Text from', printedIn],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join('\n');
}

type Loose = { readonly [K in keyof CslItem]?: CslItem[K] | undefined };

/** Without the fields that nothing is known for. */
export function present(item: Loose & Pick<CslItem, 'id' | 'type'>): CslItem {
  const said: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(item)) if (value !== undefined && value !== '') said[key] = value;
  return { ...said, id: item.id, type: item.type };
}
