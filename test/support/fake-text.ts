import { parseLanguage, UNDETERMINED } from '../../src/core/language.ts';
import { blockId, type Block, type Text } from '../../src/core/text.ts';

const lang = (tag: string) => parseLanguage(tag) ?? UNDETERMINED;

const redaction = { words: '2 lines not declassified', exemption: '(b)(1)' } as const;

/** One block of every kind, and one part of a line of every kind. */
const everyBlock: readonly Block[] = [
  { id: blockId(10), kind: 'heading', level: 1, content: ['Aufzeichnung'] },
  { id: blockId(11), kind: 'opener', place: 'right', content: ['Brandsee, 2. Dezember 1957'] },
  {
    id: blockId(12),
    kind: 'paragraph',
    content: [
      'Der ',
      { kind: 'name', of: 'agent', key: 'falk', content: ['Falk'] },
      ' sagte',
      { kind: 'note-mark', note: blockId(40), label: '1' },
      { kind: 'emphasis', style: 'italic', content: ['nichts'] },
      { kind: 'line-break' },
      { kind: 'page-mark', page: { label: '15' } },
      { kind: 'redaction', redaction },
      { kind: 'redaction', redaction: { ...redaction, shownLater: { release: 'r1', words: 'a name' } } },
      { kind: 'mark', mark: 'gap', content: [] },
      { kind: 'mark', mark: 'supplied', note: 'by us', content: ['ergänzt'] },
      { kind: 'span', lang: lang('ar'), content: ['نص'] },
      { kind: 'link', to: { kind: 'web', url: 'javascript:alert(1)' }, content: ['no link'] },
      { kind: 'link', to: { kind: 'web', url: 'https://example.org/?a=1&b=2' }, content: ['a link'] },
      { kind: 'link', to: { kind: 'block', block: blockId(13) }, content: ['below'] },
      { kind: 'link', to: { kind: 'identifier', identifier: 'tei:nowhere' }, content: ['not here'] },
      { kind: 'date', content: ['heute'] },
      { kind: 'name', of: 'agent', key: 'falk', content: [] },
      {
        kind: 'link',
        to: { kind: 'web', url: 'https://example.org/' },
        content: [{ kind: 'name', of: 'agent', key: 'falk', content: ['a name in a link'] }],
      },
    ],
  },
  {
    id: blockId(13),
    kind: 'list',
    ordered: true,
    caption: ['Anwesend'],
    items: [{ label: ['a'], blocks: [{ id: blockId(14), kind: 'paragraph', content: ['Eins'] }] }],
  },
  {
    id: blockId(15),
    kind: 'table',
    caption: ['Zahlen'],
    rows: [
      { isHeader: true, cells: [{ content: ['n'], columns: 2 }] },
      { isHeader: false, cells: [{ content: ['1'] }, { content: ['2'] }] },
    ],
  },
  { id: blockId(16), kind: 'quote', blocks: [{ id: blockId(17), kind: 'paragraph', content: ['Zitat'] }] },
  { id: blockId(18), kind: 'verse', lines: [['eine Zeile'], ['noch eine']] },
  { id: blockId(19), kind: 'page-break', page: { label: '16' } },
  { id: blockId(20), kind: 'figure', caption: ['Eine Skizze'] },
  {
    id: blockId(21),
    kind: 'part',
    role: 'attachment',
    blocks: [{ id: blockId(22), kind: 'paragraph', content: ['Anlage'] }],
  },
  { id: blockId(23), kind: 'redaction', redaction },
  { id: blockId(24), kind: 'rule', content: [] },
  { id: blockId(25), kind: 'closer', content: ['Falk'] },
];

/** A text with everything in it that a text can have. */
export const german: Text = {
  blocks: everyBlock,
  notes: [
    {
      id: blockId(40),
      label: '1',
      noteKind: 'footnote',
      blocks: [{ id: blockId(41), kind: 'paragraph', content: ['Gestrichen.'] }],
    },
  ],
};

/** Its translation, in part. */
export const english: Text = {
  blocks: [
    { id: blockId(60), kind: 'heading', level: 1, content: ['Record'] },
    { id: blockId(62), kind: 'paragraph', content: ['Falk said nothing.'] },
  ],
  notes: [],
};
