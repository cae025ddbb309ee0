import { stringify } from 'yaml';
import type { ArchiveDocument } from '../../core/document.ts';
import type { RecordId } from '../../core/id.ts';
import { printIdentifier } from '../../core/id.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import type { Rendition } from '../../core/rendition.ts';
import type { BlockId } from '../../core/text.ts';
import { indented, writeBlocks } from './write-blocks.ts';
import { escaped } from './write-inlines.ts';

/** What an export needs to know beside the record: where it is found, and what other records are called. */
export interface ExportAbout {
  readonly url: string;
  readonly nameOf: (id: RecordId) => string | undefined;
}

/**
 * A public document as Markdown: front matter with the names of our template, its texts, its notes as
 * footnotes. Of an invented text the first line says so. {@link readMarkdown} reads its texts back.
 */
export function writeMarkdown(view: PublicRecord<ArchiveDocument>, about: ExportAbout): string {
  const { record } = view;
  const texts = record.renditions.filter((one) => one.kind !== 'facsimile');
  const front = stringify(frontMatter(view, about), { lineWidth: 0 });
  const notice = [
    ...(record.invented ? [`*${escaped(`This text is invented: ${record.invented}`)}*`] : []),
    ...view.withheld.map((one) => `*${escaped(`Withheld: ${one.words}`)}*`),
    ...(record.holding.kind === 'not-held' ? [escaped(record.holding.words)] : []),
  ];
  const numbers = new Map<BlockId, number>();
  for (const one of texts) for (const note of one.text.notes) numbers.set(note.id, numbers.size + 1);
  const bodies = texts.map((one, at) => sectionOf(one, at === 0 && one.kind === 'transcription', numbers));
  return `---\n${front}---\n\n${[...notice, ...bodies].filter(Boolean).join('\n\n')}\n`;
}

function sectionOf(
  rendition: Exclude<Rendition, { kind: 'facsimile' }>,
  isFirst: boolean,
  numbers: ReadonlyMap<BlockId, number>,
): string {
  const by = rendition.by ? `, by ${rendition.by.replace(/\s+/g, ' ')}` : '';
  const mark = isFirst && !by ? [] : [`--- ${rendition.kind}: ${rendition.language}${by} ---`];
  const numberOf = (note: BlockId): number | undefined => numbers.get(note);
  const notes = rendition.text.notes.map((note) => {
    const label = `[^${numbers.get(note.id) ?? 0}]: `;
    return indented(writeBlocks(note.blocks, numberOf) || escaped(note.label), label, '    ');
  });
  return [...mark, writeBlocks(rendition.text.blocks, numberOf), ...notes].filter(Boolean).join('\n\n');
}

type Front = Record<string, string | number | readonly string[]>;

/** Fields that say something, in the order of the template. */
function frontMatter(view: PublicRecord<ArchiveDocument>, about: ExportAbout): Front {
  const { record } = view;
  const front: Front = {};
  const set = (name: string, value: string | number | readonly (string | undefined)[] | undefined): void => {
    if (value === undefined || value === '') return;
    if (typeof value !== 'object') front[name] = value;
    else {
      const values = value.filter((one) => one !== undefined);
      if (values.length > 0) front[name] = values;
    }
  };
  const [title, ...titles] = record.titles;
  set('title', title?.text);
  set('title_lang', title?.lang);
  set('original_title', titles.find((one) => one.titleKind === 'original')?.text);
  set('translated_title', titles.find((one) => one.titleKind === 'translated')?.text);
  set('document_url', about.url);
  set('id', view.id);
  set('edition_number', view.edition.number);
  set('identifier', record.identifiers.map(printIdentifier));
  for (const date of record.dates)
    set(DATE_FIELDS[date.kind], front[DATE_FIELDS[date.kind]] === undefined ? date.words : undefined);
  set('summary', record.summaries[0]?.text);
  set('genre', record.genre);
  for (const role of new Set(record.contributions.map((one) => one.role)))
    set(
      ROLE_FIELDS[role] ?? role.replace('-', '_'),
      record.contributions.filter((one) => one.role === role).map((one) => one.name),
    );
  set(
    'places',
    record.places.map((one) => one.name ?? about.nameOf(one.place)),
  );
  set('subjects', record.subjects.map(about.nameOf));
  set('languages', record.languages);
  set(
    'read_by_machine',
    record.renditions.map((one) => (one.kind === 'facsimile' ? undefined : one.madeBy?.engine)),
  );
  set('classification', record.marking.classification);
  set('handling', record.marking.handling);
  set(
    'number',
    record.numbers.map((one) => (one.numberKind === 'other' ? one.value : `${one.numberKind} ${one.value}`)),
  );
  describeSource(record, set);
  set('rights', record.rights.words);
  set('rights_uri', record.rights.uri);
  set('rights_holder', record.rights.holder);
  set('funders', record.funders);
  set('credit_line', record.creditLine);
  set(
    'collection',
    record.collections.map((one) => about.nameOf(one.collection)),
  );
  set('invented', record.invented);
  for (const { name, value } of record.otherFields ?? []) if (front[name] === undefined) set(name, value);
  return front;
}

function describeSource(
  record: ArchiveDocument,
  set: (name: string, value: string | undefined) => void,
): void {
  set('source', record.source.verbatim);
  if (record.source.verbatim === undefined) set('repository', record.source.original?.repositoryName);
  set('edition', record.source.edition?.words);
  set('edition_url', record.source.edition?.url);
}

const DATE_FIELDS = {
  created: 'date',
  sent: 'date_sent',
  received: 'date_received',
  event: 'date_event',
} as const;
const ROLE_FIELDS: Readonly<Record<string, string>> = { subject: 'people_and_organizations' };
