import { documentLine, testId } from './record-lines.ts';

/** Documents made for reading: with page images that marks in the text name, in two scripts, and a long one. */
export const READ = {
  scanned: testId('document', 81),
  long: testId('document', 82),
  mixed: testId('document', 83),
} as const;

export const LONG_PAGES = 300;
const INVENTED = 'Invented for a test.';

/** A page image of the sample archive, which holds its file. */
const IMAGE = {
  digest: 'sha256:cb77b1e32e729b0a41af12b9b8eee98ad29fab1005c395d526ac47bdeeeeb881',
  mediaType: 'image/jpeg',
  widthPx: 1000,
  heightPx: 1414,
} as const;

const facsimile = (labels: readonly string[]): object => ({
  kind: 'facsimile',
  key: 's1',
  pages: labels.map((label) => ({ label, image: IMAGE })),
});
const paragraph = (id: string, ...content: readonly unknown[]): object => ({
  kind: 'paragraph',
  id,
  content,
});
const leaf = (id: string, label: string): object => ({ kind: 'page-break', id, page: { label } });
const mark = (name: string, words: string, note?: string): object => ({
  kind: 'mark',
  mark: name,
  content: words === '' ? [] : [words],
  ...(note === undefined ? {} : { note }),
});
const noteMark = (note: string): object => ({ kind: 'note-mark', note, label: '1' });
const note = (id: string, within: string, words: string): object => ({
  id,
  label: '1',
  noteKind: 'footnote',
  blocks: [paragraph(within, words)],
});

const FOG = 'Am Abend des neunten Tages kam Nebel auf, und das Horn blieb stumm. ';
const STILL = 'Die Laterne stand still, und niemand kam die Treppe herauf. ';

const transcription = {
  key: 't-de',
  kind: 'transcription',
  language: 'de',
  text: {
    blocks: [
      leaf('b1', '67'),
      { kind: 'heading', id: 'b2', level: 1, content: ['Protokoll über die Lampe'] },
      paragraph('b3', 'Die Lampe brannte ', mark('unclear', 'elf', 'a blot'), ' Stunden.', noteMark('bn1')),
      paragraph(
        'b4',
        'Der ',
        mark('deleted', 'alte'),
        ' ',
        mark('added', 'neue'),
        ' Wärter schwieg ',
        mark('supplied', 'lange'),
        '.',
      ),
      leaf('b5', '68'),
      paragraph('b6', FOG.repeat(12)),
      paragraph('b7', mark('gap', '', 'two words torn away'), ' am ', {
        kind: 'date',
        date: '1957-11?',
        content: ['November 1957'],
      }),
      { kind: 'redaction', id: 'b8', redaction: { words: '2 lines not released', exemption: 's. 4(1)(b)' } },
      leaf('b9', '69'),
      paragraph('ba', STILL.repeat(14)),
    ],
    notes: [note('bn1', 'bn2', 'Oder zwölf: die Tinte ist verlaufen.')],
  },
};

const translation = {
  key: 't-en-1',
  kind: 'translation',
  language: 'en',
  of: 't-de',
  text: {
    blocks: [
      { kind: 'heading', id: 'be2', level: 1, content: ['Protocol of the lamp'] },
      paragraph('be3', 'The lamp burnt for eleven hours.'),
      paragraph('be4', 'The new keeper kept silent for long.'),
      paragraph('be6', 'In the evening of the ninth day fog came up, and the horn was silent. '.repeat(12)),
      paragraph('be7', '… in November 1957'),
      paragraph('bea', 'The lantern stood still, and nobody came up the stairs. '.repeat(14)),
    ],
    notes: [],
  },
};

const scanned = documentLine(READ.scanned, 'Invented protocol of the lamp', {
  invented: INVENTED,
  languages: ['de'],
  renditions: [facsimile(['l. 67', 'l. 68', 'l. 69']), transcription, translation],
  alignments: [
    {
      from: 't-de',
      to: 't-en-1',
      links: ['2', '3', '4', '6', '7', 'a'].map((end) => ({
        from: [`b${end}`],
        to: [`be${end}`],
        basis: 'given',
      })),
    },
  ],
});

/** What the words of the first paragraph of page 68 are, for a page of words with their places. */
export const WORDS_OF_68 = FOG.repeat(12);

const ENTRY = 'The keeper wrote down what the lamp had burnt, and what the fog had kept from him. ';
const numbers = Array.from({ length: LONG_PAGES }, (_, at) => at + 1);
/** The first paragraph of a page of the long document. */
export const entryOf = (page: number): string => `b${(page * 10).toString(36)}x`;

const long = documentLine(READ.long, 'Invented log of three hundred pages', {
  invented: INVENTED,
  renditions: [
    facsimile(numbers.map(String)),
    {
      key: 't-en',
      kind: 'transcription',
      language: 'en',
      text: {
        blocks: numbers.flatMap((number) => [
          leaf(`b${number.toString(36)}y`, String(number)),
          paragraph(
            entryOf(number),
            `Page ${number}. ${ENTRY.repeat(4)}`,
            ...(number % 50 === 0 ? [noteMark(`b${number}n`)] : []),
          ),
          ...Array.from({ length: 5 }, (_, at) =>
            paragraph(`b${(number * 10 + at + 1).toString(36)}z`, ENTRY.repeat(4)),
          ),
        ]),
        notes: numbers
          .filter((number) => number % 50 === 0)
          .map((number) => note(`b${number}n`, `b${number}m`, `A note to page ${number}.`)),
      },
    },
  ],
});

const mixed = documentLine(READ.mixed, 'رسالة مصنوعة', {
  invented: INVENTED,
  languages: ['ar'],
  renditions: [
    {
      key: 't-ar',
      kind: 'transcription',
      language: 'ar',
      text: {
        blocks: [
          { kind: 'heading', id: 'b1', level: 1, content: ['رسالة مصنوعة'] },
          paragraph(
            'b2',
            'وصلت السفينة ',
            { kind: 'span', lang: 'en', content: ['Hai Deng (No. 12)'] },
            ' إلى الميناء في المساء.',
            noteMark('bn1'),
          ),
          paragraph('b3', 'قال: ', { kind: 'span', lang: 'he', content: ['האור כבה'] }, '، ثم سكت.'),
        ],
        notes: [note('bn1', 'bn2', 'هذا نص مصنوع.')],
      },
    },
    {
      key: 't-en-1',
      kind: 'translation',
      language: 'en',
      of: 't-ar',
      text: {
        blocks: [
          { kind: 'heading', id: 'be1', level: 1, content: ['An invented letter'] },
          paragraph('be2', 'The ship Hai Deng (No. 12) reached the harbour in the evening.'),
          paragraph('be3', 'He said: the light is out; then he was silent.'),
        ],
        notes: [],
      },
    },
  ],
  alignments: [
    {
      from: 't-ar',
      to: 't-en-1',
      links: ['1', '2', '3'].map((end) => ({ from: [`b${end}`], to: [`be${end}`], basis: 'given' })),
    },
  ],
});

export const readingLines: readonly object[] = [scanned, long, mixed];
