import type { ArchiveDocument } from '../../core/document.ts';
import { handsOf } from '../../core/hands.ts';
import { unitSteps, type ReferencePath } from '../../core/source.ts';
import { contributorsOf, CREATORS, type Contributor } from '../fields/contributors.ts';
import type { Described } from '../fields/described.ts';
import { libraryCodeOf, scriptOf } from '../fields/library-code.ts';
import { printNumber, warningsOf } from '../fields/said-of-forms.ts';
import { languagesOf, printPath } from '../fields/said-of-record.ts';
import { printAround, printElement, printWords } from '../xml/print-xml.ts';

/**
 * A document as an item: its `did`, then what describes it. What is held is a digital object under its address;
 * of what is not, the reason stands among the conditions of access. `first`: what else belongs to the `did`.
 * `path`: the way to it that the tree around it says, all but its leaves; without, its whole reference is said here.
 */
export function itemParts(
  described: Described<ArchiveDocument>,
  { first = '', path }: { readonly first?: string; readonly path?: ReferencePath },
): string {
  const { record } = described.view;
  const people = contributorsOf(handsOf(record), described);
  const content = [
    first,
    codesOf(described, path),
    titlesOf(described),
    datesOf(record),
    printAround(
      'origination',
      {},
      people
        .filter(({ role }) => CREATORS.has(role))
        .map(nameOf)
        .join(''),
    ),
    languagesIn(record),
    extentOf(record),
    digitalObjectOf(described),
  ].join('');
  return printElement('did', {}, content) + describing(described, people);
}

/** The steps below the units: leaves and pages; else the record's own id. */
function codesOf(described: Described<ArchiveDocument>, path: ReferencePath | undefined): string {
  const { record, id } = described.view;
  const { original } = record.source;
  const own = path !== undefined ? leavesOf(path) : original === undefined ? '' : printPath(original);
  return [
    printWords('unitid', { identifier: described.url }, own || id),
    ...(own === '' ? [] : [printWords('unitid', { localtype: 'unsealed' }, id)]),
    printWords('unitid', { localtype: 'ark' }, described.ark),
    ...record.identifiers.map(({ scheme, value }) => printWords('unitid', { localtype: scheme }, value)),
    ...record.numbers.map((one) => printWords('unitid', { localtype: one.numberKind }, printNumber(one))),
  ].join('');
}

const leavesOf = (path: ReferencePath<string>): string => {
  const units = new Set(unitSteps(path));
  return printPath({ repositoryName: '', steps: path.steps.filter((step) => !units.has(step)) });
};

const titlesOf = ({ view, label }: Described<ArchiveDocument>): string =>
  view.record.titles
    .map(({ text, lang, titleKind }) => printWords('unittitle', { lang, localtype: titleKind }, text))
    .join('') || printWords('unittitle', {}, label.title);

/** The catalogue date first. `normal` is EDTF, of which ISO 8601 is a part. */
const datesOf = ({ dates }: ArchiveDocument): string =>
  dates
    .toSorted((a, b) => Number(b.isCatalogueDate ?? false) - Number(a.isCatalogueDate ?? false))
    .map(({ kind, words, edtf, inferredFrom }) =>
      printWords(
        'unitdate',
        {
          datechar: kind === 'created' ? 'creation' : kind,
          normal: edtf,
          certainty: inferredFrom === undefined ? undefined : 'inferred',
        },
        words || edtf,
      ),
    )
    .join('');

function nameOf(person: Contributor): string {
  const element =
    person.agentKind === undefined ? 'name' : person.agentKind === 'person' ? 'persname' : 'corpname';
  return printElement(
    element,
    { relator: person.role, identifier: person.url },
    printWords('part', {}, person.name),
  );
}

const languagesIn = (record: ArchiveDocument): string =>
  printAround(
    'langmaterial',
    {},
    languagesOf(record)
      .map((lang) =>
        printElement('language', { langcode: libraryCodeOf(lang) ?? lang, script: scriptOf(lang) }),
      )
      .join(''),
  );

function extentOf({ renditions }: ArchiveDocument): string {
  const pages = renditions.reduce((sum, one) => sum + (one.kind === 'facsimile' ? one.pages.length : 0), 0);
  return pages === 0
    ? ''
    : printElement(
        'physdescstructured',
        { coverage: 'whole', physdescstructuredtype: 'spaceoccupied' },
        printWords('quantity', {}, String(pages)) + printWords('unittype', {}, 'page images'),
      );
}

const digitalObjectOf = ({ view, url, label }: Described<ArchiveDocument>): string =>
  view.record.holding.kind === 'held'
    ? printElement('dao', { daotype: 'derived', href: url, linktitle: label.title, coverage: 'whole' })
    : '';

const section = (name: string, head: string | undefined, words: readonly (string | undefined)[]): string => {
  const paragraphs = words.map((one) => printWords('p', {}, one)).join('');
  return paragraphs === '' ? '' : printElement(name, {}, printWords('head', {}, head) + paragraphs);
};

function describing(described: Described<ArchiveDocument>, people: readonly Contributor[]): string {
  const { record } = described.view;
  const { source, rights, marking } = record;
  return [
    section('accessrestrict', undefined, warningsOf(described)),
    section('userestrict', undefined, [rights.words, rights.uri, rights.holder]),
    ...record.summaries.map(({ text, lang }) =>
      printElement('scopecontent', { lang }, printWords('p', {}, text)),
    ),
    section('altformavail', undefined, [source.copy && printPath(source.copy)]),
    section('odd', 'Source', [source.verbatim, source.edition?.words, source.edition?.url]),
    section('odd', 'Marking', [marking.classification, ...marking.handling]),
    section('acqinfo', undefined, [record.creditLine]),
    section(
      'odd',
      'Release',
      record.releases.map(({ authority, date, caseNumber, outcome, exemptions, words }) =>
        [authority, date, caseNumber, outcome, ...exemptions, words].filter(Boolean).join(', '),
      ),
    ),
    section('odd', 'Funding', record.funders),
    ...(record.otherFields ?? []).map(({ name, value }) => section('odd', name, [value])),
    accessPoints(
      described,
      people.filter(({ role }) => !CREATORS.has(role)),
    ),
  ].join('');
}

function accessPoints(described: Described<ArchiveDocument>, people: readonly Contributor[]): string {
  const { record } = described.view;
  const part = (name: string, words: string | undefined, identifier?: string): string =>
    printAround(name, { identifier }, printWords('part', {}, words));
  return printAround(
    'controlaccess',
    {},
    [
      part('genreform', record.genre),
      ...people.map(nameOf),
      ...record.subjects.map((id) => part('subject', described.nameOf(id), described.named(id)?.url)),
      ...record.places.map(({ place, name, role }) =>
        printAround(
          'geogname',
          { relator: role, identifier: described.named(place)?.url },
          printWords('part', {}, described.nameOf(place) ?? name),
        ),
      ),
    ].join(''),
  );
}
