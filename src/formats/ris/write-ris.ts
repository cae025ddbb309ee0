import type { CitedName } from '../../core/citation/cited-name.ts';
import { boundsOf, daysOf } from '../../core/date/bounds.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { partsOfDay, printYear, twoDigits, type Day } from '../../core/date/day.ts';
import type { ContributionRole } from '../../core/contribution.ts';
import { printPath, saidOf, type SaidOfRecord, type Written } from '../fields/said-of-record.ts';

type Tag = readonly [tag: string, value: string | undefined];

/**
 * Records as RIS, for Zotero and other managers of references: documents as letters, reports or manuscripts,
 * collections as web pages. An archive's own kinds (persons, places) are no works, and are left to other forms.
 *
 *   TY  - PCOMM / TI  - … / AU  - Falk, Henriette / DA  - 1957/12/02/ / PY  - 1957 / … / ER  -
 *
 * The repository is DB, where in it AN and AV: Zotero reads its archive and location from DB and AN, the
 * specification of 2001 names AV. Lines end in CR LF; a value is one line. Source: "RIS Format
 * Specifications", Research Information Systems, and Zotero's translator RIS.js, read 2026-11-23.
 */
export const writeRis = (records: readonly Written[], about: { readonly archive: string }): string =>
  records.map((written) => entryOf(written, about.archive)).join('');

/** Kinds of record that are works, and can be cited. */
export const RIS_KINDS = ['document', 'collection'] as const;

function entryOf(written: Written, archive: string): string {
  const { kind } = written.view.record;
  if (kind !== 'document' && kind !== 'collection') return '';
  const said = saidOf(written);
  const { people } = said;
  const inRoles = (roles: ReadonlySet<ContributionRole>): readonly string[] => [
    ...new Set(people.filter(({ role }) => roles.has(role)).map(({ name }) => name)),
  ];
  const recipients = inRoles(RECIPIENTS);
  const tags: readonly Tag[] = [
    ['TY', kind === 'collection' ? 'ELEC' : typeOf(said, recipients.length > 0)],
    ['TI', said.title],
    ...all('AU', inRoles(AUTHORS)),
    ...all('A2', recipients),
    ...all('A4', inRoles(TRANSLATORS)),
    ...datesOf(said.date),
    ['AB', said.summary],
    ['M3', said.genre],
    ['LA', said.languages.join(', ')],
    ...all('KW', [...said.subjects, ...said.places]),
    ['T2', written.volume?.title ?? said.collections[0]],
    ...volumeOf(written),
    ['DB', said.repository],
    ...locationOf(written),
    ['DP', archive],
    ['UR', written.url],
    ['ID', written.view.id],
    ...all('N1', notesOf(said, written)),
  ];
  const lines = tags.flatMap(([tag, value]) => {
    const line = oneLine(value ?? '');
    return line === '' ? [] : [`${tag}  - ${line}\r\n`];
  });
  return `${lines.join('')}ER  - \r\n\r\n`;
}

/** The volume that a document was printed in; its date stays its own. */
function volumeOf({ volume }: Written): readonly Tag[] {
  if (volume === undefined) return [];
  return [
    ...all('ED', volume.editors.map(invertedName)),
    ['VL', volume.volume?.replace(/^Volume /, '')],
    ['M1', volume.document],
    ['PB', volume.publisher],
    ['CY', volume.place],
  ];
}

const invertedName = (name: CitedName): string =>
  name.kind === 'whole' ? name.name : [name.family, name.given, name.suffix].filter(Boolean).join(', ');

const AUTHORS: ReadonlySet<ContributionRole> = new Set(['author', 'sender', 'drafter', 'creator']);
const RECIPIENTS: ReadonlySet<ContributionRole> = new Set(['recipient']);
const TRANSLATORS: ReadonlySet<ContributionRole> = new Set(['translator']);
/** Roles that have a line of their own. */
const TAGGED: ReadonlySet<ContributionRole> = new Set([...AUTHORS, ...RECIPIENTS, ...TRANSLATORS]);

const LETTERS = /telegram|cable|letter|dispatch|despatch|airgram|note\b|письмо|телеграмма|电报|信/i;
const REPORTS = /report|estimate|study|survey|bulletin|доклад|报告/i;

function typeOf({ genre = '' }: SaidOfRecord, hasRecipient: boolean): string {
  if (REPORTS.test(genre)) return 'RPRT';
  return hasRecipient || LETTERS.test(genre) ? 'PCOMM' : 'MANSCPT';
}

/**
 * The date as far as it is one: a day, a month or a year. What may have been in several years keeps its words
 * alone, for a year would be invented.
 */
function datesOf(date: CataloguedDate | undefined): readonly Tag[] {
  if (date === undefined) return [];
  const { earliest, latest } = (date.edtf && daysOf(boundsOf(date.edtf))) ?? {};
  const words: Tag = ['DA', date.words.replaceAll('/', '-')];
  if (earliest === undefined || latest === undefined) return [words];
  const [first, last] = [partsOfDay(earliest), partsOfDay(latest)];
  if (first.year !== last.year || first.year < 1) return [words];
  const year = printYear(first.year);
  return [
    ['DA', `${year}/${sharedMonth(earliest, latest)}/`],
    ['PY', year],
  ];
}

function sharedMonth(earliest: Day, latest: Day): string {
  const [first, last] = [partsOfDay(earliest), partsOfDay(latest)];
  if (first.month !== last.month) return '/';
  return `${twoDigits(first.month)}/${first.day === last.day ? twoDigits(first.day) : ''}`;
}

/** A source line that says more than where a thing lies is longer. */
const LONGEST_LOCATION = 120;

/**
 * Where in the archive it lies: the source line below the repository, where it is a reference and no more;
 * else the reference as it was read.
 *
 *   "Record Office, DO 31/57, ff. 12" -> "DO 31/57, ff. 12"
 */
function locationOf({ view: { record } }: Written): readonly Tag[] {
  if (record.kind !== 'document') return [];
  const { original, verbatim } = record.source;
  const name = original?.repositoryName ?? '';
  const line = verbatim?.startsWith(`${name}, `) === true ? verbatim.slice(name.length + 2) : undefined;
  const path = original && printPath({ ...original, repositoryName: '' });
  const location =
    name !== '' && line !== undefined && line.length <= LONGEST_LOCATION ? line : path || verbatim;
  return [
    ['AN', location],
    ['AV', location],
  ];
}

/** What no tag has a place for. That it was invented comes first. */
function notesOf(said: SaidOfRecord, { view }: Written): readonly string[] {
  const others = said.people.filter(({ role }) => !TAGGED.has(role));
  return [
    ...(said.invented === undefined ? [] : [`This text is invented: ${said.invented}`]),
    ...(said.date === undefined || isExact(said.date) ? [] : [`Date as catalogued: ${said.date.words}`]),
    ...(said.otherTitles.length > 0 ? [`Also titled: ${said.otherTitles.join('; ')}`] : []),
    ...(others.length > 0 ? [others.map(({ role, name }) => `${name} (${role})`).join('; ')] : []),
    ...(said.source === undefined ? [] : [`Source: ${said.source}`]),
    ...(said.holding?.kind === 'not-held' ? [said.holding.words] : []),
    ...view.withheld.map(({ words }) => `Withheld: ${words}`),
    ...(said.rights === undefined ? [] : [`Rights: ${said.rights}`]),
    `Edition ${view.edition.number}, ${view.edition.at}`,
  ];
}

const isExact = ({ edtf }: CataloguedDate): boolean => edtf !== undefined && /^\d{4}-\d\d-\d\d$/.test(edtf);

const all = (tag: string, values: readonly string[]): readonly Tag[] =>
  values.map((value): Tag => [tag, value]);

/** A value on one line; control characters, which the form cannot hold, become spaces. */
const oneLine = (value: string): string => value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
