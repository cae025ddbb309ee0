import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArchiveDocument } from '../../core/document.ts';
import { sampleDocument, sampleId } from '../../core/record.samples.ts';
import { blockId, passagesOf } from '../../core/text.ts';
import type { Text } from '../../core/text.ts';
import { parseLanguage, UNDETERMINED } from '../../core/language.ts';
import { asPublic } from '../../../test/support/as-public.ts';
import { chunksOf } from '../encoding/lines.ts';
import { writePlainText } from '../text/write-plain-text.ts';
import { readMarkdown } from './read-markdown.ts';
import { writeMarkdown } from './write-markdown.ts';

const ID = sampleId('document', 1);
const lang = (tag: string) => parseLanguage(tag) ?? UNDETERMINED;
const about = {
  url: 'https://archive.example/document/x',
  nameOf: (id: string) => (id === sampleId('subject', 7) ? 'Treaties' : undefined),
};

const russian: Text = {
  blocks: [
    { kind: 'heading', level: 2, id: blockId(1), content: ['Беседа'] },
    {
      kind: 'paragraph',
      id: blockId(2),
      content: [
        'Сталин: ',
        { kind: 'emphasis', style: 'italic', content: ['да'] },
        { kind: 'note-mark', note: blockId(9), label: '*' },
        '. ',
        { kind: 'redaction', redaction: { words: '2 lines withheld' } },
      ],
    },
    {
      kind: 'list',
      id: blockId(3),
      ordered: true,
      items: [{ blocks: [{ kind: 'paragraph', id: blockId(4), content: ['Один'] }] }],
    },
  ],
  notes: [
    {
      id: blockId(9),
      label: '*',
      noteKind: 'footnote',
      blocks: [{ kind: 'paragraph', id: blockId(10), content: ['Слово вписано.'] }],
    },
  ],
};
const english: Text = {
  blocks: [{ kind: 'paragraph', id: blockId(20), content: ['Stalin: yes. # 5 * 2'] }],
  notes: [],
};
const document = sampleDocument('A: talk "here"', {
  dates: [{ kind: 'created', words: 'July, 1945', isCatalogueDate: true }],
  subjects: [sampleId('subject', 7), sampleId('subject', 8)],
  languages: [lang('ru')],
  source: { verbatim: 'RGASPI, f. 558' },
  otherFields: [{ name: 'shelf', value: '12' }],
  renditions: [
    { kind: 'transcription', key: 't-ru', language: lang('ru'), text: russian },
    {
      kind: 'translation',
      key: 't-en-1',
      language: lang('en'),
      of: 't-ru',
      by: 'B. Translator',
      text: english,
    },
  ],
});

const wordsOf = (one: ArchiveDocument<string>): readonly string[] =>
  one.renditions.flatMap((rendition) =>
    rendition.kind === 'facsimile'
      ? []
      : [
          `${rendition.kind} ${rendition.language} ${rendition.by ?? ''}`,
          ...[
            ...passagesOf(rendition.text.blocks),
            ...rendition.text.notes.flatMap((note) => [...passagesOf(note.blocks)]),
          ].map((passage) => passage.text),
        ],
  );

test('a document written as Markdown reads back with its fields and its texts', async () => {
  const markdown = writeMarkdown(asPublic(ID, document), about);
  const reads = await Array.fromAsync(readMarkdown({ name: 'x.md', chunks: chunksOf(markdown) }));
  const again = reads.flatMap((one) =>
    one.kind === 'draft' && one.draft.record.kind === 'document' ? [one.draft.record] : [],
  )[0];
  assert.ok(again);
  const withRedaction = (words: readonly string[]): string[] => words.map((one) => one.replace(/[[\]]/g, ''));
  assert.deepEqual(withRedaction(wordsOf(again)), withRedaction(wordsOf(document)));
  assert.equal(again.titles[0]?.text, 'A: talk "here"');
  assert.equal(again.dates[0]?.words, 'July, 1945');
  assert.equal(again.source.verbatim, 'RGASPI, f. 558');
  assert.ok(markdown.includes('- Treaties\n'));
  assert.ok(again.otherFields?.some((field) => field.name === 'shelf' && field.value === '12'));
});

test('an invented text says so before its first word, in Markdown and in plain text', () => {
  const view = asPublic(ID, { ...document, invented: 'for the tutorial' });
  assert.match(
    writeMarkdown(view, about),
    /invented: for the tutorial\n[\s\S]*---\n\n\*This text is invented: for the tutorial\*\n/,
  );
  assert.match(writePlainText(view, about), /^This text is invented: for the tutorial\n/);
});

test('what is withheld is said, and is in neither', () => {
  const view = asPublic(ID, document, [
    {
      key: 'k',
      scope: { kind: 'rendition', rendition: 't-ru' },
      reason: 'living-person',
      words: 'A person lives',
      at: '',
      by: '',
    },
  ]);
  for (const written of [writeMarkdown(view, about), writePlainText(view, about)]) {
    assert.ok(!written.includes('Беседа'));
    assert.ok(written.includes('Withheld: A person lives'));
    assert.ok(written.includes('Stalin: yes.'));
  }
});

test('plain text has title, date, source and address, the texts, and the notes at their end', () => {
  assert.equal(
    writePlainText(asPublic(ID, document), about),
    [
      'A: talk "here"\nJuly, 1945\nRGASPI, f. 558\nhttps://archive.example/document/x',
      '[Transcription, ru]',
      'Беседа',
      'Сталин: да[1]. [2 lines withheld]',
      '1. Один',
      'Notes',
      '[1] Слово вписано.',
      '[Translation, en, by B. Translator]',
      'Stalin: yes. # 5 * 2\n',
    ].join('\n\n'),
  );
});
