import type { Rendition } from '../../core/rendition.ts';
import { passagesOf, type Note } from '../../core/text.ts';
import type { Described } from '../fields/described.ts';
import { documentsIn, idOf } from './document-tables.ts';
import { owner, tableOf, text, whole, type DataTable } from './table.ts';

interface TextRow {
  readonly of: Described;
  readonly one: Rendition;
}

const inTexts = (of: Described): readonly TextRow[] =>
  documentsIn(of).flatMap(({ record }) => record.renditions.map((one) => ({ of, one })));

const document = <T extends { readonly of: Described }>() =>
  owner<T>('document', 'the document', 'documents', idOf);

const texts = tableOf<TextRow>(
  'texts',
  'in which forms documents are held: scans, transcriptions, translations',
  inTexts,
)([
  document(),
  text('key', 'its key within the document: s1, t-ru, t-en-1', ({ one }) => one.key),
  text('kind', 'facsimile, transcription or translation', ({ one }) => one.kind),
  text('language', 'as a BCP 47 tag', ({ one }) => (one.kind === 'facsimile' ? undefined : one.language)),
  text('of', 'the key of the text that it translates', ({ one }) =>
    one.kind === 'translation' ? one.of : undefined,
  ),
  text('by', 'who made it', ({ one }) => (one.kind === 'facsimile' ? undefined : one.by)),
  text('engine', 'what read it, where a machine did', ({ one }) => one.madeBy?.engine),
  text('model', 'which model of that', ({ one }) => one.madeBy?.model),
  whole('pages', 'how many pages a scan has', ({ one }) =>
    one.kind === 'facsimile' ? one.pages.length : undefined,
  ),
  text('rights', 'rights of its own, in words', ({ one }) => one.rightsWords),
]);

interface PassageRow {
  readonly of: Described;
  readonly key: string;
  readonly position: number;
  readonly block: string;
  readonly kind: string;
  readonly note: Note | undefined;
  readonly words: string;
}

/** The passages of a text in reading order, those of its notes after them. */
function passagesIn(of: Described): readonly PassageRow[] {
  const rows: PassageRow[] = [];
  for (const { one } of inTexts(of)) {
    if (one.kind === 'facsimile') continue;
    let position = 0;
    const add = (blocks: Parameters<typeof passagesOf>[0], note: Note | undefined): void => {
      for (const passage of passagesOf(blocks)) {
        const { id, kind } = passage.block;
        rows.push({ of, key: one.key, position: ++position, block: id, kind, note, words: passage.text });
      }
    };
    add(one.text.blocks, undefined);
    for (const note of one.text.notes) add(note.blocks, note);
  }
  return rows;
}

const passages = tableOf<PassageRow>(
  'passages',
  'the words of all texts, paragraph by paragraph, with the notes after them; formatting left out',
  passagesIn,
)(
  [
    document(),
    text('text', 'the key of the text', ({ key }) => key),
    whole('position', 'its place in the text, from 1', (row) => row.position),
    text('block', 'the address of the passage in its document: #b7', ({ block }) => block),
    text('kind', 'heading, paragraph, list, table …', ({ kind }) => kind),
    text('note', 'the mark of the note that it belongs to', ({ note }) => note?.label),
    text('note_kind', 'source, footnote, editorial or margin', ({ note }) => note?.noteKind),
    text('words', 'its words', ({ words }) => words),
  ],
  { isInDatabaseOnly: true },
);

/** The tables of what documents hold. */
export const TEXT_TABLES: readonly DataTable[] = [texts, passages];
