import type { Name } from '../../core/agent.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { printIdentifier } from '../../core/id.ts';
import { contributorsOf } from './contributors.ts';
import type { Described } from './described.ts';
import { paragraphsOf, warningsOf } from './said-of-forms.ts';
import { printPath } from './said-of-record.ts';

/** A fact of a record under the name of its field, as tables and front matter have it. */
export type Fact = readonly [name: string, values: readonly string[]];

/** What is told of a record that is no document: its facts, and the paragraphs in which it is described. */
export interface Told {
  readonly facts: readonly Fact[];
  readonly paragraphs: readonly string[];
}

/**
 * The facts of a collection, person, place … for forms that people read without a page. Fields that say nothing are
 * left out; that a record is invented is its first paragraph.
 *
 *   a person -> [["title", ["Falk, Henriette"]], ["names", ["Фальк (cover name, 1957)"]], ["years", ["1901/1977"]], …]
 */
export function factsOf(described: Described): Told {
  const { view, label, url, ark } = described;
  const { record } = view;
  const shared: readonly Loose[] = [
    ['title', [label.title]],
    ['title_lang', [label.lang]],
    ['kind', [record.kind === 'agent' ? record.agentKind : record.kind]],
  ];
  const foot: readonly Loose[] = [
    ['identifier', record.identifiers.map(printIdentifier)],
    ['ark', [ark]],
    ['url', [url]],
    ['id', [view.id]],
    ['edition_number', [String(view.edition.number)]],
  ];
  return {
    facts: [...shared, ...ownFacts(record, described), ...foot].flatMap(said),
    paragraphs: [...warningsOf(described), ...paragraphsIn(record)],
  };
}

type Loose = readonly [name: string, values: readonly (string | undefined)[]];

const said = ([name, values]: Loose): readonly Fact[] => {
  const words = values.filter((one) => one !== undefined).filter((one) => one.trim() !== '');
  return words.length === 0 ? [] : [[name, words]];
};

function ownFacts(record: ArchiveRecord, described: Described): readonly Loose[] {
  const { nameOf } = described;
  switch (record.kind) {
    case 'document':
      return [];
    case 'collection':
      return [
        ['titles', record.titles.slice(1).map(({ text, lang }) => `${text} (${lang})`)],
        ['period', [record.period]],
        ['curators', record.curators],
        ['within', record.parents.map(({ collection }) => nameOf(collection))],
        ['see_also', record.seeAlso.map(({ collection }) => nameOf(collection))],
        ['publisher', [record.published?.publisher]],
        ['published', [record.published?.year]],
        ['rights', [record.rights.words]],
        ['rights_uri', [record.rights.uri]],
      ];
    case 'unit':
      return [
        ['titles', record.titles.slice(1).map(({ text, lang }) => `${text} (${lang})`)],
        ['reference', [printPath({ repositoryName: nameOf(record.repository) ?? '', steps: record.path })]],
        ['level', [record.level]],
        ['date', [record.dateWords ?? record.edtf]],
        ['extent', [record.extent]],
        ['access', [record.accessWords]],
      ];
    case 'term':
      return [
        ['expansion', [record.expansion]],
        ['explained_in', record.explainedIn.map(nameOf)],
      ];
    default:
      return [
        ['names', record.names.filter(({ form }) => form !== described.label.title).map(printForm)],
        ...authorityFacts(record, described),
        ['links', record.links.map(({ url }) => url)],
      ];
  }
}

type Authority = Extract<ArchiveRecord, { readonly names: readonly Name[] }>;

function authorityFacts(record: Authority, described: Described): readonly Loose[] {
  const { nameOf } = described;
  switch (record.kind) {
    case 'agent':
      return [['years', [record.years]]];
    case 'place':
      return [
        ['within', [record.within && nameOf(record.within)]],
        [
          'coordinates',
          [record.coordinates && `${record.coordinates.latitude}, ${record.coordinates.longitude}`],
        ],
      ];
    case 'subject':
      return [['broader', record.broader.map(nameOf)]];
    case 'repository':
      return [
        ['place', [record.place && nameOf(record.place)]],
        ['country', [record.country]],
      ];
    case 'event':
      return [
        ['date', record.dates.map(({ words, edtf }) => words || edtf)],
        ['places', record.places.map(nameOf)],
        [
          'participants',
          contributorsOf(record.participants, described).map(({ name, role }) => `${name} (${role})`),
        ],
        ['accounts', record.accounts.map(({ document, side }) => accountOf(nameOf(document), side))],
      ];
  }
}

const accountOf = (title: string | undefined, side: string): string | undefined =>
  title === undefined ? undefined : side === '' ? title : `${side}: ${title}`;

/** A form of a name with what kind it is: "Фальк (ru, cover, 1957)". */
const printForm = ({ form, lang, kind, romanisation, years }: Name): string =>
  `${form} (${[lang, kind, romanisation, years].filter((one) => one !== undefined).join(', ')})`;

function paragraphsIn(record: ArchiveRecord): readonly string[] {
  switch (record.kind) {
    case 'collection':
      return [...paragraphsOf(record), ...record.notes.map(({ text }) => text)];
    case 'unit':
      return record.elements.map(({ element, text }) => `${element}: ${text}`);
    case 'document':
      return record.summaries.map(({ text }) => text);
    default:
      return record.notes.map(({ text }) => text);
  }
}
