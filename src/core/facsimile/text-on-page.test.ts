import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UNDETERMINED } from '../language.ts';
import type { Facsimile, MadeBy, Transcription } from '../rendition.ts';
import { blockId, passagesOf, type Block, type Inline } from '../text.ts';
import { blocksOnPage, textOffPage } from './text-on-page.ts';

const image = { digest: 'sha256:1', mediaType: 'image/png', widthPx: 10, heightPx: 10 };
const scan = (hasWords: boolean): Facsimile => ({
  kind: 'facsimile',
  key: 's1',
  pages: ['1', '2'].map((label) => ({
    label,
    name: `box.pdf#page=${label}`,
    image,
    ...(hasWords ? { textLayer: { digest: 'sha256:2', words: 1 } } : {}),
  })),
});

let last = 0;
const next = () => blockId(++last);
const breakAt = (label: string): Block => ({
  kind: 'page-break',
  id: next(),
  page: { label, image: `box.pdf#page=${label}` },
});
const says = (...content: readonly Inline[]): Block => ({ kind: 'paragraph', id: next(), content });
const over = (label: string): Inline => ({ kind: 'page-mark', page: { label } });
const quote = (...blocks: readonly Block[]): Block => ({ kind: 'quote', id: next(), blocks });
const list = (...blocks: readonly Block[]): Block => ({
  kind: 'list',
  id: next(),
  ordered: false,
  items: blocks.map((block) => ({ blocks: [block] })),
});
const clear = says('clear');

const ENGINE: MadeBy = { engine: 'tesseract 5.3.0' };
interface Case {
  readonly says: string;
  readonly blocks: readonly Block[];
  /** Which words are left when something of page 1 is held back; undefined where the text stays as it is. */
  readonly left: readonly string[] | undefined;
  readonly madeBy?: MadeBy | 'nobody';
  readonly hasWords?: boolean;
}
const CASES: readonly Case[] = [
  {
    says: 'what stands on the page goes, and what is clear stays',
    blocks: [breakAt('1'), says('one'), clear, breakAt('2'), says('two')],
    left: ['clear', 'two'],
  },
  {
    says: 'a paragraph that goes on over the page is on both',
    blocks: [breakAt('2'), says('two'), says('two and', over('1'), 'one'), says('one')],
    left: ['two'],
  },
  { says: 'so is a list', blocks: [breakAt('2'), list(says('two', over('1'))), says('one')], left: [] },
  {
    says: 'within a quotation, too',
    blocks: [breakAt('1'), quote(says('one'), breakAt('2'), says('two')), says('also two')],
    left: ['two', 'also two'],
  },
  { says: 'where nobody knows the page', blocks: [says('before'), breakAt('9'), says('nine')], left: [] },
  { says: 'nothing of it stands there', blocks: [breakAt('2'), says('two')], left: undefined },
  {
    says: 'made of given words',
    blocks: [breakAt('1'), says('one'), breakAt('2'), says('two')],
    madeBy: 'nobody',
    left: ['two'],
  },
  {
    says: 'a person’s, of a page that has no words of its own',
    blocks: [breakAt('1'), says('one')],
    madeBy: 'nobody',
    hasWords: false,
    left: undefined,
  },
  { says: 'a person’s, without pages', blocks: [says('one')], madeBy: 'nobody', left: undefined },
];

for (const { says: name, blocks, left, madeBy = ENGINE, hasWords = true } of CASES)
  test(`a text off the page: ${name}`, () => {
    const text = { blocks, notes: [] };
    const made = madeBy === 'nobody' ? {} : { madeBy };
    const one: Transcription = { kind: 'transcription', key: 't', language: UNDETERMINED, text, ...made };
    const off = textOffPage(one, scan(hasWords), { page: 1, clear: new Set([clear.id]) });
    assert.deepEqual(off && [...passagesOf(off.blocks)].map((passage) => passage.text), left);
    const onPage = blocksOnPage(one, scan(hasWords), 1).filter(({ id }) => id !== clear.id);
    assert.equal(onPage.length > 0, left !== undefined);
  });
