import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPublic } from '../../../test/support/as-public.ts';
import { FAKE_SETTINGS } from '../../../test/support/fake-public.ts';
import { idsIn, xmlTree } from '../../../test/support/xml-tree.ts';
import { describedBy } from '../../actions/describe.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { UNDETERMINED } from '../../core/language.ts';
import { sampleDocument, sampleId } from '../../core/record.samples.ts';
import { blockId, type Text } from '../../core/text.ts';
import { teiElement } from './tei-element.ts';

const ID = sampleId('document', 1);
const NOTE = blockId(9);

const text: Text = {
  blocks: [
    {
      id: blockId(1),
      kind: 'paragraph',
      content: [
        'One <p xml:id="b1" corresp="#b1"> that is only words, ',
        { kind: 'link', to: { kind: 'block', block: blockId(2) }, content: ['see below'] },
        { kind: 'note-mark', note: NOTE, label: '1' },
      ],
    },
    { id: blockId(2), kind: 'paragraph', sourceId: 'd1p2', content: ['Two.'] },
  ],
  notes: [
    {
      id: NOTE,
      label: '1',
      noteKind: 'footnote',
      blocks: [{ id: blockId(10), kind: 'paragraph', content: ['A note.'] }],
    },
  ],
};

const document: ArchiveDocument = sampleDocument('A document', {
  renditions: [{ kind: 'transcription', key: 't', language: UNDETERMINED, text }],
});

const elementOf = (): string => {
  const described = describedBy(FAKE_SETTINGS, asPublic(ID, document), new Map(), '2026-01-02T03:04:05Z');
  return teiElement({ ...described, view: asPublic(ID, document) });
};

test('each name of an element bears its record’s id, and what points at it does too', async () => {
  const root = await xmlTree(elementOf());
  assert.equal(root.name, 'TEI');
  assert.deepEqual([...idsIn(root)].sort(), ['b1', 'b2', 'b9', 'ba'].map((id) => `${ID}-${id}`).sort());
  assert.match(elementOf(), new RegExp(`target="#${ID}-b2"`));
});

test('what points out of the text, and words that look like markup, stay as they are', () => {
  const xml = elementOf();
  assert.match(xml, /source="#d1p2"/);
  assert.ok(xml.includes('One &lt;p xml:id="b1" corresp="#b1"&gt; that is only words'));
  assert.doesNotMatch(xml, /^<\?xml/);
});

test('what is held back is said, and is no part of what reads back', () => {
  const described = describedBy(FAKE_SETTINGS, asPublic(ID, document), new Map(), '2026-01-02T03:04:05Z');
  const withheld = [{ scope: 'field', reason: 'donor', words: 'The donor & heirs.' }] as const;
  const xml = teiElement({ ...described, view: { ...asPublic(ID, document), withheld } });
  assert.ok(xml.includes('<notesStmt><note>Withheld: The donor &amp; heirs.</note></notesStmt>'));
  assert.ok(!elementOf().includes('notesStmt'));
});
