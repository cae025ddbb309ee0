import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Read } from '../../core/draft.ts';
import { sourceKey } from '../../core/draft.ts';
import { makeId } from '../../core/id.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { anyRecord } from '../../../test/support/any-record.ts';
import { chunksOf } from '../encoding/lines.ts';
import { readJsonLines, withIds, writeJsonLine } from './json-lines.ts';

const ID = makeId('document', 'k4m7q2zx');
const TERM: ArchiveRecord = {
  kind: 'term',
  identifiers: [],
  form: 'NSC',
  expansion: 'National Security Council',
  notes: [],
  explainedIn: [],
  attestations: [],
};
const line = (record: unknown, more: object = { id: ID }): string => JSON.stringify({ ...more, record });
const readAll = (...chunks: string[]): Promise<Read[]> =>
  Array.fromAsync(readJsonLines({ name: 'a.jsonl', chunks: chunksOf(...chunks) }));

test('any record written as a line reads back equal', async () => {
  await fc.assert(
    fc.asyncProperty(anyRecord, async (record) => {
      const reads = await readAll(writeJsonLine(ID, record));
      const [read] = reads;
      assert.equal(reads.length, 1);
      assert.ok(read?.kind === 'draft', JSON.stringify(read));
      assert.equal(read.draft.key, `id:${ID}`);
      assert.deepEqual(withIds(read.draft.record), structuredClone(record));
    }),
    { numRuns: 60, seed: 1945 },
  );
});

test('a record printed over many lines is one record, and an array of them is several', async () => {
  const pretty = JSON.stringify({ id: ID, record: TERM }, undefined, 2);
  assert.deepEqual(
    (await readAll(pretty)).map((read) => read.kind),
    ['draft'],
  );
  const two = JSON.stringify(
    [
      { id: ID, record: TERM },
      { key: 'former:2', record: TERM },
    ],
    undefined,
    2,
  );
  assert.deepEqual(
    (await readAll(two)).map((read) => read.kind),
    ['draft', 'draft'],
  );
});

test('what has no id goes in under its key, and its references may be keys', async () => {
  const [read] = await readAll(line({ ...TERM, explainedIn: ['tei:frus1955', ID] }, { key: 'former:1:2' }));
  assert.ok(read?.kind === 'draft');
  assert.equal(read.draft.key, sourceKey('former', '1:2'));
  assert.ok(read.draft.record.kind === 'term');
  assert.deepEqual(read.draft.record.explainedIn, ['tei:frus1955', `id:${ID}`]);
});

const refusals: readonly (readonly [name: string, text: string, code: string, field: string | undefined])[] =
  [
    ['an unknown field', line({ ...TERM, colour: 'red' }), 'record-broken', 'record.colour'],
    ['an unknown field beside the record', line(TERM, { id: ID, note: 'x' }), 'record-broken', 'note'],
    ['a field that is missing', line({ ...TERM, form: undefined }), 'record-broken', 'record.form'],
    ['a language that is none', line({ ...TERM, lang: 'klingon speech' }), 'record-broken', 'record.lang'],
    ['an unknown kind', line({ ...TERM, kind: 'ferry' }), 'record-broken', 'record.kind'],
    ['an id with a wrong letter', line(TERM, { id: 'dk4m7q2zxx' }), 'record-broken', 'id'],
    ['no id and no key', line(TERM, {}), 'record-broken', 'key'],
    ['a list instead of a record', line([]), 'record-broken', 'record'],
    ['a number instead of a line', '12', 'record-broken', 'record'],
    ['broken JSON', '{"id": "x",, }', 'json-broken', undefined],
    ['nesting without end', '['.repeat(5000) + ']'.repeat(5000), 'json-broken', undefined],
  ];
for (const [name, text, code, field] of refusals)
  test(`${name} is a problem with its line, and the next record goes in`, async () => {
    const [read, next] = await readAll(text, '\n', line(TERM));
    assert.ok(read?.kind === 'problem');
    assert.equal(read.problem.code, code);
    assert.equal(read.problem.where.line, 1);
    assert.equal(read.problem.where.field, field);
    assert.equal(next?.kind, 'draft');
  });

test('an id used twice is two drafts under one key, which the import tells apart and says', async () => {
  const reads = await readAll(`${line(TERM)}\n\n${line({ ...TERM, form: 'other' })}\n`);
  assert.deepEqual(
    reads.map((read) => (read.kind === 'draft' ? [read.draft.key, read.draft.line] : [])),
    [
      [`id:${ID}`, 1],
      [`id:${ID}`, 3],
    ],
  );
});

test('broken JSON printed over many lines names the line', async () => {
  const [read, more] = await readAll('{\n  "id": "x",\n  "record": oops\n}\n');
  assert.ok(read?.kind === 'problem');
  assert.equal(read.problem.code, 'json-broken');
  assert.equal(read.problem.where.line, 3);
  assert.equal(more, undefined);
});
