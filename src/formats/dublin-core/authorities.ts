import type { AuthorityBase } from '../../core/agent.ts';
import type { HistoricalEvent } from '../../core/event.ts';
import type { RecordId } from '../../core/id.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import type { Unit } from '../../core/repository.ts';
import { impossible } from '../../core/result.ts';
import type { Term } from '../../core/term.ts';
import type { Described } from '../fields/described.ts';
import { contributorsOf } from '../fields/contributors.ts';
import { isoDateOf } from '../fields/iso-date.ts';
import { isOf } from '../fields/said-of-forms.ts';
import { printPath } from '../fields/said-of-record.ts';
import { statement, type Statement } from './statement.ts';

/** What is said in Dublin Core of records that are no works: persons, places, subjects, archives, events, terms, units. */
export function statementsOfAuthority(described: Described): readonly Statement[] {
  if (isOf(described, 'unit')) return ofUnit(described);
  if (isOf(described, 'term')) return ofTerm(described);
  const { record } = described.view;
  if (!isAuthority(record)) return [];
  return [
    ...namesOf(record, described.label.title),
    ...record.notes.map(({ text, lang }) => statement('description', text, lang)),
    ...record.links.map(({ url }) => statement('relation', url)),
    ...ofKind(record, described),
  ];
}

type Authority = Extract<ArchiveRecord, AuthorityBase>;
const isAuthority = (record: ArchiveRecord): record is Authority => 'names' in record;

/** The name by which it is listed comes first. */
const namesOf = ({ names }: AuthorityBase, listed: string): readonly Statement[] => [
  statement('title', listed, names.find(({ form }) => form === listed)?.lang),
  ...names.filter(({ form }) => form !== listed).map(({ form, lang }) => statement('title', form, lang)),
];

function ofKind(record: Authority, described: Described): readonly Statement[] {
  const referred = (term: 'relation' | 'coverage', id: RecordId | undefined): Statement =>
    statement(term, id && described.nameOf(id));
  switch (record.kind) {
    case 'agent':
      return [
        statement('type', { person: 'Person', body: 'Organization', office: 'Office' }[record.agentKind]),
        statement('coverage', record.years),
      ];
    case 'place':
      return [
        statement('type', 'Place'),
        referred('relation', record.within),
        statement(
          'coverage',
          record.coordinates && `${record.coordinates.latitude}, ${record.coordinates.longitude}`,
        ),
      ];
    case 'subject':
      return [statement('type', 'Subject'), ...record.broader.map((id) => referred('relation', id))];
    case 'repository':
      return [
        statement('type', 'Repository'),
        referred('coverage', record.place),
        statement('coverage', record.country),
      ];
    case 'event':
      return ofEvent(record, described);
    default:
      return impossible(record);
  }
}

function ofEvent(record: HistoricalEvent, described: Described): readonly Statement[] {
  return [
    statement('type', 'Event'),
    ...record.dates.flatMap(({ edtf, words }) =>
      edtf === undefined
        ? [statement('date', words)]
        : [statement('date', edtf), statement('date', isoDateOf(edtf))],
    ),
    ...record.places.map((id) => statement('coverage', described.nameOf(id))),
    ...contributorsOf(record.participants, described).map(({ name }) => statement('contributor', name)),
    ...record.accounts.map(({ document }) => statement('relation', described.named(document)?.url)),
  ];
}

function ofTerm({ view, label }: Described<Term>): readonly Statement[] {
  const { record } = view;
  return [
    statement('title', label.title, record.lang),
    statement('description', record.expansion),
    ...record.notes.map(({ text, lang }) => statement('description', text, lang)),
    statement('type', 'Term'),
  ];
}

function ofUnit(described: Described<Unit>): readonly Statement[] {
  const { record } = described.view;
  const repositoryName = described.nameOf(record.repository) ?? '';
  return [
    ...(record.titles.length === 0 ? [statement('title', described.label.title)] : []),
    ...record.titles.map(({ text, lang }) => statement('title', text, lang)),
    statement('date', record.edtf ?? record.dateWords),
    ...record.elements.map(({ element, text }) => statement('description', `${element}: ${text}`)),
    statement('type', 'Collection'),
    statement('format', record.extent),
    statement('identifier', printPath({ repositoryName, steps: record.path })),
    statement('relation', described.named(record.repository)?.url),
    statement('rights', record.accessWords),
  ];
}
