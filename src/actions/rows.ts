import { preferredName } from '../core/agent.ts';
import type { ContributionRole } from '../core/contribution.ts';
import { catalogueDate, type ArchiveDocument, type LangText } from '../core/document.ts';
import type { RecordId } from '../core/id.ts';
import { labelOf } from '../core/label.ts';
import type { PublicRecord } from '../core/public-record.ts';
import { plainInline, type Block } from '../core/text.ts';
import type { FoundPassage } from '../ports/search-index.ts';
import type { Row } from './pages.ts';

interface More {
  readonly passages?: readonly FoundPassage[];
  readonly documents?: number;
}

/** A row of a list, from a public record. */
export function rowOf(view: PublicRecord, more: More = {}): Row {
  const { record } = view;
  const shared = {
    label: labelOf(view),
    passages: more.passages ?? [],
    ...(more.documents === undefined ? {} : { documents: more.documents }),
    ...('invented' in record && record.invented ? { invented: record.invented } : {}),
  };
  switch (record.kind) {
    case 'document':
      return { ...shared, ...documentRow(view, record) };
    case 'collection': {
      const summary = firstWords(record.description, record.titles[0]?.lang);
      return {
        ...shared,
        ...(summary ? { summary } : {}),
        ...(record.period ? { years: record.period } : {}),
        ...(record.isFeatured ? { isFeatured: true } : {}),
      };
    }
    case 'agent': {
      const note = record.notes[0];
      return {
        ...shared,
        ...(note ? { summary: note } : {}),
        ...(record.years ? { years: record.years } : {}),
      };
    }
    case 'term': {
      const lang = record.lang ?? record.notes[0]?.lang;
      return { ...shared, ...(lang ? { summary: { text: record.expansion, lang } } : {}) };
    }
    case 'event': {
      const date = record.dates[0];
      return {
        ...shared,
        ...(record.notes[0] ? { summary: record.notes[0] } : {}),
        ...(date ? { date } : {}),
      };
    }
    case 'unit': {
      const scope = record.elements[0];
      const lang = record.titles[0]?.lang;
      return { ...shared, ...(scope && lang ? { summary: { text: scope.text, lang } } : {}) };
    }
    case 'place':
    case 'subject':
    case 'repository':
      return { ...shared, ...(record.notes[0] ? { summary: record.notes[0] } : {}), ...otherName(record) };
  }
}

function documentRow(view: PublicRecord, document: ArchiveDocument): Partial<Row> {
  const [title, ...others] = document.titles;
  const otherTitle = others.find((one) => one.lang !== title?.lang);
  const summary = document.summaries.find((one) => one.lang === title?.lang) ?? document.summaries[0];
  const date = catalogueDate(document);
  const access = accessOf(view, document);
  return {
    holding: document.holding,
    ...(access ? { access } : {}),
    ...(summary ? { summary } : {}),
    ...(otherTitle ? { otherTitle } : {}),
    ...(date ? { date } : {}),
    ...(document.genre ? { genre: document.genre } : {}),
    from: namedAs(document, FROM),
    to: namedAs(document, TO),
    languages: document.languages,
    ...sourceOf(document),
    renditions: new Map(
      document.renditions.map((one) => [
        one.key,
        {
          kind: one.kind,
          ...(one.kind === 'facsimile' ? {} : { language: one.language }),
          ...(one.madeBy ? { isMachine: true } : {}),
        },
      ]),
    ),
  };
}

const FROM: readonly ContributionRole[] = ['sender', 'author', 'signatory'];
const TO: readonly ContributionRole[] = ['recipient'];

const namedAs = (
  { contributions }: ArchiveDocument,
  roles: readonly ContributionRole[],
): readonly string[] => [
  ...new Set(contributions.flatMap(({ role, name }) => (roles.includes(role) ? [name] : []))),
];

/** Where the original is, as shortly as it can be said: the archive, and the codes down to the leaf. */
function sourceOf({ source }: ArchiveDocument): { readonly source?: string } {
  const path = source.original ?? source.copy;
  if (path === undefined) return source.edition === undefined ? {} : { source: source.edition.words };
  const steps = path.steps.map(({ label, code }) => [label, code].filter(Boolean).join(' '));
  return { source: [path.repositoryName, ...steps].join(', ') };
}

/** Open in full, open in part, or closed: what an agency held back, and what we hold back today. */
export function accessOf(
  view: PublicRecord,
  document: ArchiveDocument,
): 'open' | 'part' | 'closed' | undefined {
  if (document.holding.kind === 'not-held')
    return document.holding.reason === 'withheld-in-full' || document.holding.reason === 'closed'
      ? 'closed'
      : undefined;
  const last = document.releases.at(-1);
  if (view.withheld.length > 0 || last?.outcome === 'part') return 'part';
  return last?.outcome === 'denied' ? 'closed' : 'open';
}

function otherName(record: { readonly names: Parameters<typeof preferredName>[0]['names'] }): Partial<Row> {
  const preferred = record.names.find((name) => name.kind === 'preferred') ?? record.names[0];
  const other = record.names.find(
    (name) => name !== preferred && name.lang !== undefined && name.lang !== preferred?.lang,
  );
  return other?.lang ? { otherTitle: { text: other.form, lang: other.lang } } : {};
}

function firstWords(blocks: readonly Block[], lang: LangText['lang'] | undefined): LangText | undefined {
  const first = blocks.find((block) => block.kind === 'paragraph');
  if (first?.kind !== 'paragraph' || lang === undefined) return undefined;
  const words = plainInline(first.content);
  return { text: words.length <= 280 ? words : `${words.slice(0, words.lastIndexOf(' ', 279))} …`, lang };
}

/** Rows for ids in their order; what the record does not let out is left out, whatever an index proposed. */
export function rowsOf(
  ids: readonly RecordId[],
  views: ReadonlyMap<RecordId, { readonly kind: string; readonly view?: PublicRecord }>,
  more: (id: RecordId) => More,
): Row[] {
  const rows: Row[] = [];
  for (const id of ids) {
    const view = views.get(id)?.view;
    if (view) rows.push(rowOf(view, more(id)));
  }
  return rows;
}
