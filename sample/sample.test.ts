import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { kindOf, parseId } from '../src/core/id.ts';
import { referencesOf } from '../src/core/references.ts';
import { parseBlockId } from '../src/core/text.ts';
import type { Block } from '../src/core/text.ts';
import { readPageText } from '../src/formats/page-text/page-text-json.ts';
import { readJsonLines } from '../src/formats/json/json-lines.ts';
import { sampleFiles } from '../scripts/make-sample.ts';
import { SAMPLE, STANDING } from './source/sample.ts';
import type { Entry } from './source/build.ts';
import { inlinesOf } from './source/text.ts';

const here = import.meta.dirname;
const files = sampleFiles();
const entries: readonly Entry[] = Object.values(SAMPLE).flat();
const keys = new Set<string>(entries.map((entry) => entry.key));
const documents = entries.flatMap(({ key, record }) => (record.kind === 'document' ? [{ key, record }] : []));

const lines = readdirSync(join(here, 'records'))
  .sort()
  .flatMap((name) =>
    readFileSync(join(here, 'records', name), 'utf8')
      .trimEnd()
      .split('\n'),
  )
  .map((line): Readonly<Record<string, unknown>> => JSON.parse(line));

test('what is checked in is what the sources give', () => {
  for (const [name, text] of files) assert.equal(readFileSync(join(here, name), 'utf8'), text, name);
  const given = [...files.keys()].flatMap((name) => name.match(/^records\/(.*)$/)?.[1] ?? []);
  assert.deepEqual(readdirSync(join(here, 'records')).sort(), given.sort());
});

test('each line has an id of its kind, a key and a record; keys and ids are unique', () => {
  assert.equal(lines.length, entries.length);
  for (const line of lines) {
    const id = parseId(String(line['id']));
    const record = line['record'];
    assert.ok(id, String(line['id']));
    assert.ok(typeof record === 'object' && record !== null && 'kind' in record);
    assert.equal(kindOf(id), record.kind);
    assert.match(String(line['key']), /^sample:[a-z0-9-]+$/);
  }
  assert.equal(new Set(lines.map((line) => line['id'])).size, lines.length);
  assert.equal(new Set(lines.map((line) => line['key'])).size, lines.length);
});

test('our own reader takes every line as it stands', async () => {
  for (const [name, text] of files) {
    if (!name.endsWith('.jsonl')) continue;
    const chunks = (async function* () {
      yield text;
    })();
    let drafts = 0;
    for await (const read of readJsonLines({ name, chunks })) {
      assert.equal(read.kind, 'draft', JSON.stringify(read));
      drafts++;
    }
    assert.equal(drafts, SAMPLE[name.replace(/^records\/|\.jsonl$/g, '')]?.length, name);
  }
});

test('every reference and every link leads to a record of the sample', () => {
  for (const { key, record } of entries) {
    for (const reference of referencesOf(record)) assert.ok(keys.has(reference), `${key} -> ${reference}`);
    for (const found of JSON.stringify(record).matchAll(/"identifier":"([^"]+)"/g))
      assert.ok(keys.has(found[1] ?? ''), `${key} -> ${found[1]}`);
  }
  for (const act of STANDING) assert.ok(keys.has(act.key), act.key);
});

test('a telegram number that is referred to is borne by exactly one document between these two stations', () => {
  const asked = new Set<string>();
  for (const { record } of documents)
    for (const rendition of record.renditions)
      if (rendition.kind !== 'facsimile')
        for (const inline of inlinesOf(rendition.text.blocks))
          if (typeof inline !== 'string' && inline.kind === 'link' && inline.to.kind === 'number')
            asked.add(`${inline.to.number} ${inline.to.from} ${inline.to.to}`);
  assert.ok(asked.size > 0);
  for (const number of asked)
    assert.equal(
      documents.filter(({ record }) =>
        record.numbers.some((one) => `${one.value} ${one.from} ${one.to}` === number),
      ).length,
      1,
      number,
    );
});

/** The ids of blocks and of those within them. */
const idsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => [
    block.id,
    ...(block.kind === 'quote' || block.kind === 'part' ? idsOf(block.blocks) : []),
    ...(block.kind === 'list' ? block.items.flatMap((item) => idsOf(item.blocks)) : []),
  ]);

for (const { key, record } of documents)
  test(`${key}: blocks, notes and alignments hold together`, () => {
    const texts = record.renditions.flatMap((one) => (one.kind === 'facsimile' ? [] : [one]));
    const all: string[] = [];
    for (const { key: name, text } of texts) {
      const noteIds = text.notes.map((note) => note.id);
      const marked = [...inlinesOf(text.blocks)].flatMap((inline) =>
        typeof inline !== 'string' && inline.kind === 'note-mark' ? [inline.note] : [],
      );
      assert.deepEqual(marked, noteIds, `${name}: notes stand in the order of their marks`);
      all.push(...idsOf(text.blocks), ...noteIds, ...text.notes.flatMap((note) => idsOf(note.blocks)));
    }
    for (const id of all) assert.ok(parseBlockId(id), id);
    assert.equal(new Set(all).size, all.length, 'block ids are unique in the document');
    const idsIn = new Map(texts.map((one) => [one.key, new Set(idsOf(one.text.blocks))]));
    for (const { from, to, links } of record.alignments)
      for (const link of links) {
        for (const id of link.from) assert.ok(idsIn.get(from)?.has(id), `${from} ${id}`);
        for (const id of link.to) assert.ok(idsIn.get(to)?.has(id), `${to} ${id}`);
      }
    for (const release of record.releases)
      if (release.rendition) assert.ok(idsIn.has(release.rendition), release.rendition);
    assert.equal(record.dates.filter((date) => date.isCatalogueDate).length, 1);
    assert.equal(
      record.holding.kind === 'held',
      record.renditions.length > 0,
      'held means that there is a text',
    );
  });

test('the twenty documents of the first collection stand in order, with the words of the catalogue', () => {
  const seed = readFileSync(join(here, 'source', 'twenty.txt'), 'utf8')
    .trimEnd()
    .split('\n');
  const shown = (SAMPLE['documents-sino-soviet'] ?? []).map(({ record }) =>
    record.kind === 'document'
      ? `${record.dates[0]?.words} | ${record.titles[0]?.text} | ${record.collections[0]?.sequence}`
      : '',
  );
  assert.deepEqual(
    shown,
    seed.map((line, at) => `${line} | ${at + 1}`),
  );
});

test('no text stands under a real document; everything of the dossier says that it was invented', () => {
  for (const { key, record } of documents) {
    const isReal = record.collections.some((one) => one.collection === 'sample:sino-soviet-relations');
    assert.equal(record.invented === undefined, isReal, key);
    if (isReal) assert.deepEqual([record.renditions, record.source, record.releases], [[], {}, []], key);
  }
  for (const name of ['repositories', 'units', 'terms'])
    for (const { key, record } of SAMPLE[name] ?? []) assert.ok('invented' in record, key);
  const invented = new Set<string>(
    entries.filter(({ record }) => 'invented' in record).map(({ key }) => key),
  );
  const common = new Set<string>((SAMPLE['subjects'] ?? []).map(({ key }) => key));
  for (const { key, record } of entries)
    for (const reference of referencesOf(record))
      if (!common.has(reference) && record.kind !== 'collection')
        assert.equal(invented.has(key), invented.has(reference), `${key} and ${reference} are of one world`);
});

test('every file that a record names is there with that digest, and every file there is named', () => {
  const named = new Set(
    [...files.values()].flatMap((text) =>
      [...text.matchAll(/"digest":"(sha256:[0-9a-f]{64})"/g)].map((m) => m[1]),
    ),
  );
  const folder = join(here, 'files');
  const there = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
  const digests = there.map(digestOf);
  assert.deepEqual([...digests].sort(), [...named].sort());
});

test('the words of each page image lie within it, and are those of its text and stamps', () => {
  let pages = 0;
  for (const { record } of documents)
    for (const rendition of record.renditions) {
      if (rendition.kind !== 'facsimile') continue;
      for (const { image, textLayer } of rendition.pages) {
        assert.ok(textLayer);
        const name = readdirSync(join(here, 'files')).find((one) => digestOf(one) === textLayer.digest) ?? '';
        const text = readPageText(readFileSync(join(here, 'files', name), 'utf8'), name);
        assert.ok(text.ok, name);
        const words = text.value.lines.flatMap((line) => line.words);
        assert.deepEqual([text.value.widthPx, text.value.heightPx], [image.widthPx, image.heightPx]);
        assert.equal(words.length, textLayer.words);
        for (const { text: says, x, y, w, h } of words)
          assert.ok(
            x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= image.widthPx && y + h <= image.heightPx,
            says,
          );
        assert.match(words.map((word) => word.text).join(' '), /Invented for the sample archive$/);
        assert.ok(!words.some((word) => word.text.includes('█')), name);
        pages++;
      }
    }
  assert.equal(pages, 7);
});

const digestOf = (name: string): string =>
  `sha256:${createHash('sha256')
    .update(readFileSync(join(here, 'files', name)))
    .digest('hex')}`;
