import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import { passagesOf } from '../../core/text.ts';
import { chunksOf } from '../encoding/lines.ts';
import type { TextSource } from '../format.ts';
import { parseMappingFile } from './mapping.ts';
import { matches } from './paths.ts';
import { readManyByMapping } from './read-xml-by-mapping.ts';

async function* sourcesOf(files: Readonly<Record<string, string>>): AsyncGenerator<TextSource> {
  for (const [name, xml] of Object.entries(files)) yield { name, chunks: chunksOf(xml) };
}

async function read(yaml: string, files: Readonly<Record<string, string>>) {
  const mapping = parseMappingFile(yaml, 'map.yaml');
  assert.ok(mapping.ok);
  const documents: ArchiveDocument<string>[] = [];
  const keys: string[] = [];
  const problems: Problem[] = [];
  for await (const one of readManyByMapping(sourcesOf(files), { mapping: mapping.value }))
    if (one.kind === 'problem') problems.push(one.problem);
    else if (one.draft.record.kind === 'document') {
      documents.push(one.draft.record);
      keys.push(one.draft.key);
    }
  return { documents, problems, keys };
}

const LAW = `
root: law
document: law
language: '@lang'
original: en
fields: { title: title }
blocks:
  title: heading 1
  article: part
  p: paragraph
  b: bold
  list: ordered list
  item: item
align: [ 'article@n' ]
`;
const english =
  '<law lang="en"><title>Law</title><article n="1"><p>A</p><p>B <b>b</b></p></article><article n="2"><p>C</p></article></law>';
const german =
  '<law lang="de"><title>Gesetz</title><article n="1"><p>X</p><p>Y</p></article><article n="2"><p>Z1</p><p>Z2</p></article></law>';

test('files that are one document are its transcription and its translations, aligned as their numbers give it', async () => {
  const { documents, problems, keys } = await read(LAW, { 'de.xml': german, 'en.xml': english });
  const [law] = documents;
  assert.deepEqual(keys, ['xml:law']);
  assert.deepEqual(
    law?.titles.map((title) => `${title.lang} ${title.titleKind} ${title.text}`),
    ['en original Law', 'de translated Gesetz'],
  );
  assert.deepEqual(
    law.renditions.map((one) => `${one.key} ${one.kind}`),
    ['t-en transcription', 't-de-1 translation'],
  );
  const words = new Map(
    law.renditions.flatMap((one) =>
      one.kind === 'facsimile'
        ? []
        : [...passagesOf(one.text.blocks)].map((passage) => [passage.block.id, passage.text] as const),
    ),
  );
  assert.deepEqual(
    law.alignments[0]?.links.map((link) =>
      [
        link.from.map((id) => words.get(id)).join('+'),
        link.to.map((id) => words.get(id)).join('+'),
        link.basis,
      ].join(' = '),
    ),
    ['A = X = given', 'B b = Y = given', 'C = Z1+Z2 = given'],
  );
  assert.deepEqual(
    problems.map((one) => `${one.code} ${one.where.file} ${one.value}`),
    ['alignment-unequal de.xml article@n 2'.replace('@n', '')],
  );
});

test('an element that the mapping does not name is shown as text and said once', async () => {
  const { documents, problems } = await read(LAW, {
    'a.xml': '<law lang="en"><title>T</title><p>A <odd>B</odd> <odd>C</odd></p><stray>D</stray>tail</law>',
  });
  const text = documents[0]?.renditions[0];
  assert.ok(text?.kind === 'transcription');
  assert.deepEqual(
    [...passagesOf(text.text.blocks)].map((passage) => passage.text),
    ['T', 'A B C', 'D', 'tail'],
  );
  assert.deepEqual(
    problems.map((one) => `${one.code} ${one.value}`),
    ['element-not-understood odd', 'element-not-understood stray'],
  );
});

test('lists hold their items, and what stands loose between them', async () => {
  const { documents } = await read(LAW, {
    'a.xml': '<law lang="en"><title>T</title><list>loose<item><p>A</p></item><item>B</item></list></law>',
  });
  const text = documents[0]?.renditions[0];
  assert.ok(text?.kind === 'transcription');
  const list = text.text.blocks[1];
  assert.ok(list?.kind === 'list');
  assert.deepEqual(
    list.items.map((item) => [...passagesOf(item.blocks)].map((passage) => passage.text)),
    [['loose'], ['A'], ['B']],
  );
});

test('what is left out of the text is said, unless a field holds it', async () => {
  const { documents, problems } = await read(
    `root: d\nfields: { title: head/t, date: head/when }\nblocks: { head: left out, p: paragraph, aside: left out }`.replace(
      'head: left out',
      't: left out, when: left out, head: through',
    ),
    { 'a.xml': '<d><head><t>Title</t><when>July 1945</when></head><p>Text<aside>gone</aside></p></d>' },
  );
  assert.equal(documents[0]?.titles[0]?.text, 'Title');
  assert.equal(documents[0].dates[0]?.edtf, '1945-07');
  assert.deepEqual(
    problems.map((one) => `${one.code} ${one.value}`),
    ['left-out gone'],
  );
});

test('each element of a kind can be a document of its own', async () => {
  const { documents, keys } = await read(
    `root: all\neach: doc\nfields: { title: t }\nblocks: { t: heading 1, p: paragraph }`,
    {
      'a.xml': '<all><doc id="x"><t>A</t><p>1</p></doc><doc><t>B</t><p>2</p></doc></all>',
    },
  );
  assert.deepEqual(
    documents.map((one) => one.titles[0]?.text),
    ['A', 'B'],
  );
  assert.deepEqual(keys, ['xml:a#x', 'xml:a#2']);
});

test('XML of another kind is said and left alone', async () => {
  const { documents, problems } = await read(LAW, { 'a.xml': '<other/>', 'b.xml': english });
  assert.deepEqual(
    problems.map((one) => [one.code, one.value, one.facts?.expected]),
    [['format-unknown', 'other', 'law']],
  );
  assert.equal(documents.length, 1);
});

const broken: readonly (readonly [name: string, yaml: string, field: string])[] = [
  ['no root', 'blocks: {}', 'root'],
  ['a field that is none', 'root: a\nfields: { colour: c }', 'colour'],
  ['a kind of block that is none', 'root: a\nblocks: { p: blob }', 'blocks.p'],
  ['an unknown word', 'root: a\nwhatever: 1', ''],
];
for (const [name, yaml, field] of broken)
  test(`a mapping with ${name} is said`, async () => {
    const { problems } = await read(yaml, { 'a.xml': '<a/>' });
    assert.deepEqual(
      problems.map((one) => [one.code, one.where.field]),
      [['mapping-broken', field]],
    );
  });

test('a mapping that is no YAML is said with its line, and one that grows is refused', () => {
  const bad = parseMappingFile('root: a\nblocks: {', 'm.yaml');
  assert.ok(!bad.ok && bad.problem.code === 'mapping-broken' && (bad.problem.where.line ?? 0) >= 2);
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
    .split('')
    .map((name, at) => `${name}: &${name} [${`*${'abcdefg'[at] ?? ''},`.repeat(9)}]`)
    .join('\n')}`;
  const grown = parseMappingFile(bomb, 'm.yaml');
  assert.ok(!grown.ok && grown.problem.code === 'mapping-broken');
});

const patterns: readonly (readonly [pattern: string, trail: string, answer: boolean])[] = [
  ['p', 'a/b/p', true],
  ['b/p', 'a/b/p', true],
  ['a/p', 'a/b/p', false],
  ['*/p', 'a/b/p', true],
  ['/a/b/p', 'a/b/p', true],
  ['/b/p', 'a/b/p', false],
];
for (const [pattern, trail, answer] of patterns)
  test(`${pattern} ${answer ? 'names' : 'does not name'} ${trail}`, () =>
    assert.equal(matches(pattern, trail.split('/')), answer));

test('what a mapping file says oddly is not printed past the list of problems', (context) => {
  const warn = context.mock.method(process, 'emitWarning', () => undefined);
  assert.ok(parseMappingFile('!odd root: law\n', 'mapping.yaml').ok);
  assert.equal(warn.mock.callCount(), 0);
});
