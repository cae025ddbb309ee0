import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryPorts } from '../../test/support/memory-archive.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import { makeId } from '../core/id.ts';
import { UNDETERMINED } from '../core/language.ts';
import type { RestrictionScope } from '../core/redaction.ts';
import type { Rendition, Transcription } from '../core/rendition.ts';
import { blockId, type Block } from '../core/text.ts';
import { sayProblem } from '../words/problems.ts';
import { restrict } from './publish.ts';

const PAPER = makeId('document', '0000000a');
const image = { digest: 'sha256:1', mediaType: 'image/png', widthPx: 100, heightPx: 100 };
const SCAN: Rendition = {
  kind: 'facsimile',
  key: 's1',
  pages: ['1', '2'].map((label) => ({ label, name: `${label}.png`, image })),
};
const says = (at: number, words: string): Block => ({ kind: 'paragraph', id: blockId(at), content: [words] });
const pageAt = (at: number, label: string): Block => ({
  kind: 'page-break',
  id: blockId(at),
  page: { label },
});
const written = (key: string, blocks: readonly Block[], by: Partial<Transcription> = {}): Rendition => ({
  kind: 'transcription',
  key,
  language: UNDETERMINED,
  text: { blocks, notes: [] },
  ...by,
});

const PAGED = written('paged', [pageAt(1, '1'), says(2, 'one'), pageAt(3, '2'), says(4, 'two')]);
const UNPAGED = written('unpaged', [says(5, 'no page is marked')]);
const ONLY_TWO = written('only-two', [pageAt(6, '2'), says(7, 'two')]);
const READ = written('read', [says(8, 'by a machine')], { madeBy: { engine: 'lotse 4' } });
const FIRST_PAGE: RestrictionScope = {
  kind: 'regions',
  rendition: 's1',
  page: 1,
  regions: [{ x: 1, y: 1, w: 9, h: 9 }],
};

async function warned(
  renditions: readonly Rendition[],
  ...scopes: readonly RestrictionScope[]
): Promise<string | undefined> {
  const ports = memoryPorts();
  const record = { ...BLANK_DOCUMENT, renditions };
  await ports.records.commit({
    at: ports.world.now(),
    by: 'test',
    changes: [{ id: PAPER, kind: 'document', expected: 'absent', version: { record } }],
  });
  let said: string | undefined;
  for (const scope of scopes) {
    const done = await restrict(ports, PAPER, { scope, reason: 'living-person', words: 'x' }, { by: 'test' });
    assert.ok(done.ok);
    said = done.value.warnings.map(({ code, value }) => `${code}: ${value}`).join('; ');
  }
  return said;
}

const CASES: readonly (readonly [
  name: string,
  renditions: readonly Rendition[],
  scopes: readonly RestrictionScope[],
  said: string,
])[] = [
  [
    'texts that tell of the page, or may',
    [SCAN, PAGED, UNPAGED],
    [FIRST_PAGE],
    'text-stays-open: paged, unpaged',
  ],
  ['what is on another page is not meant', [SCAN, ONLY_TWO], [FIRST_PAGE], ''],
  ['what a machine read goes by itself', [SCAN, READ], [FIRST_PAGE], ''],
  ['a scan alone', [SCAN], [FIRST_PAGE], ''],
  [
    'what is held back already',
    [SCAN, UNPAGED],
    [{ kind: 'rendition', rendition: 'unpaged' }, FIRST_PAGE],
    '',
  ],
  [
    'paragraphs that are held back already',
    [SCAN, PAGED],
    [{ kind: 'blocks', blocks: [blockId(2)] }, FIRST_PAGE],
    '',
  ],
  ['a whole scan is no part of a page', [SCAN, UNPAGED], [{ kind: 'rendition', rendition: 's1' }], ''],
];

for (const [name, renditions, scopes, said] of CASES)
  test(`a person’s text beside black parts of a page: ${name}`, async () =>
    assert.equal(await warned(renditions, ...scopes), said));

test('parts of a page that is not there are refused, and it is said what is not there', async () => {
  const ports = memoryPorts();
  const record = { ...BLANK_DOCUMENT, renditions: [SCAN] };
  await ports.records.commit({
    at: ports.world.now(),
    by: 'test',
    changes: [{ id: PAPER, kind: 'document', expected: 'absent', version: { record } }],
  });
  const scope: RestrictionScope = { ...FIRST_PAGE, page: 3 };
  const done = await restrict(ports, PAPER, { scope, reason: 'living-person', words: 'x' }, { by: 'test' });
  assert.ok(!done.ok);
  assert.equal(done.problem.code, 'part-unknown');
  assert.match(sayProblem(done.problem).sentence, /s1 3/);
});
