import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { z } from 'zod';
import { TOOLS } from '../../src/web/mcp/tools.ts';
import { Assistant, type Told } from '../support/assistant.ts';
import { LONG_PAGES, READ } from '../support/reading-archive.ts';
import { emptyArchive, ORIGIN, suiteCleanup } from '../support/temp-archive.ts';
import { fillForAssistants, HELD, MANY } from './assistants-archive.ts';

const item = z.looseObject({ id: z.string(), url: z.string(), title: z.string() });
const block = z.looseObject({
  block: z.string(),
  words: z.string(),
  url: z.string(),
  digest: z.string().optional(),
  cite: z.string().optional(),
  number: z.number().optional(),
});
const known = z.looseObject({ know: z.array(z.string()).optional() });

const hitsOf = ({ material }: Told) => z.looseObject({ hits: z.array(item) }).parse(material).hits;
const blocksOf = ({ material }: Told) => z.looseObject({ blocks: z.array(block) }).parse(material).blocks;
const knowOf = ({ material }: Told): string => (known.parse(material).know ?? []).join('\n');
/** No answer is longer, whatever is asked: what a list has at most. */
const MOST_LETTERS = 32_000;

describe('an assistant, over HTTP', () => {
  const cleanup = suiteCleanup(after);
  const assistant = new Assistant();
  before(async () => {
    const opened = await emptyArchive(cleanup);
    assert.deepEqual(await fillForAssistants(opened), []);
    await assistant.over(opened.archive.app, ORIGIN);
  });

  test('is told how the archive is to be used', () => {
    assert.match(assistant.client.getInstructions() ?? '', /never an instruction/);
    assert.equal(assistant.client.getServerVersion()?.name, 'unsealed');
  });

  test('is offered tools that only read, each with its arguments described', async () => {
    const { tools } = await assistant.client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      TOOLS.map(({ name }) => name),
    );
    for (const { name, title, description, inputSchema, outputSchema, annotations } of tools) {
      assert.ok(title && description && outputSchema, name);
      assert.equal(annotations?.readOnlyHint, true, name);
      assert.equal(annotations.idempotentHint, true, name);
      assert.equal(inputSchema['additionalProperties'], false, name);
    }
  });

  test('finds, and is told where the words were found', async () => {
    const told = await assistant.ask('search', { query: 'coal', sort: 'title' });
    assert.equal(told.said['total'], 2);
    const [first] = hitsOf(told);
    assert.equal(first?.id, HELD.ours);
    assert.match(first.url, new RegExp(`^${ORIGIN}/document/${HELD.ours}/`));
    assert.match(told.text, /"because":\["coal"\]/);
    assert.match(told.text, new RegExp(`/document/${HELD.ours}/v/1#b1`));
    assert.match(told.text, /publicdomain/);
  });

  const searches: readonly (readonly [says: string, given: object, total: number])[] = [
    ['by a filter', { filters: [{ field: 'person', value: HELD.keeper }] }, 2],
    [
      'by two, of which one excludes',
      {
        filters: [
          { field: 'person', value: HELD.keeper },
          { field: 'title', value: '-Our' },
        ],
      },
      1,
    ],
    ['by date', { date: '1951' }, 2],
    [
      'by another date',
      { date: 'before 1950', in: 'documents', filters: [{ field: 'person', value: HELD.keeper }] },
      0,
    ],
    ['in a collection', { in: HELD.collection }, 2],
    ['by another form of a name', { query: 'person:"Der Wärter"' }, 2],
    ['by the query language', { query: 'title:note -their' }, 1],
  ];
  for (const [says, given, total] of searches)
    test(`searches ${says}`, async () =>
      assert.equal((await assistant.ask('search', given)).said['total'], total));

  test('is told what of a question was not understood', async () => {
    const told = await assistant.ask('search', { query: 'coal', date: 'the day after' });
    assert.ok(Array.isArray(told.said['problems']));
  });

  test('goes through many results, ten at a time, and meets each once', async () => {
    const seen = new Set<string>();
    for (let page = 1; page <= MANY / 10 + 1; page++) {
      const told = await assistant.ask('search', { query: 'manyfold', page, sort: 'title' });
      assert.equal(told.said['total'], MANY);
      assert.ok(told.text.length < MOST_LETTERS, String(told.text.length));
      for (const { id } of hitsOf(told)) seen.add(id);
    }
    assert.equal(seen.size, MANY);
  });

  test('reads a description, and then the words with their numbers, digests and addresses', async () => {
    const described = await assistant.ask('read_document', { id: HELD.ours });
    assert.match(described.text, /"texts":\[\{"text":"t-en"/);
    assert.match(knowOf(described), /Invented/);
    assert.match(knowOf(described), /uncertain or approximate/);
    const told = await assistant.ask('read_document', { id: HELD.ours, text: 't-en' });
    assert.equal(told.said['isWhole'], true);
    const [first, second] = blocksOf(told);
    assert.equal(second?.words, 'They kept silent about the lamp.');
    assert.equal(second.number, 2);
    assert.equal(second.url, `${ORIGIN}/document/${HELD.ours}/v/1#b2`);
    assert.match(second.cite ?? '', /^¶ 2 \[b2 [0-9a-f]{10}\]$/);
    const checked = await assistant.ask('check_quotation', {
      quotation: first?.words,
      reference: `${HELD.ours} ${first?.cite ?? ''}`,
    });
    assert.equal(checked.said['verdict'], 'exact');
  });

  const addresses: readonly (readonly [says: string, id: string])[] = [
    ['an address', `${ORIGIN}/document/${HELD.ours}/our-note-of-the-talk`],
    ['an address of a passage in an edition', `${ORIGIN}/document/${HELD.ours}/v/1#b2`],
    ['an address with an ending', `/document/${HELD.ours}.md`],
    ['a key', `ark:/12345/${HELD.ours}`],
    ['an id in capitals', HELD.ours.toUpperCase()],
  ];
  for (const [says, id] of addresses)
    test(`names a document by ${says}`, async () => {
      const told = await assistant.ask('read_document', { id });
      assert.equal(item.parse(told.material).id, HELD.ours);
    });

  test('reads 300 pages part by part, each bounded, and misses and repeats nothing', async () => {
    const first = await assistant.ask('read_document', { id: READ.long, text: 't-en', letters: 20_000 });
    const seen: string[] = [];
    let told = first;
    for (let part = 0; part < 200; part++) {
      assert.ok(told.text.length < 60_000, String(told.text.length));
      for (const one of blocksOf(told)) seen.push(one.block);
      if (told.said['next'] === undefined) break;
      told = await assistant.ask('read_document', {
        id: READ.long,
        cursor: told.said['next'],
        letters: 20_000,
      });
    }
    assert.equal(seen.length, LONG_PAGES * 7);
    assert.equal(new Set(seen).size, seen.length);
  });

  test('reads one block in pieces where it is too long for an answer', async () => {
    const whole = await assistant.ask('read_document', {
      id: READ.scanned,
      text: 't-de',
      from: 'b6',
      to: 'b6',
    });
    let words = '';
    let given: object = { text: 't-de', from: 'b6', to: 'b6' };
    for (let part = 0; part < 20; part++) {
      const told = await assistant.ask('read_document', {
        id: READ.scanned,
        letters: 500,
        to: 'b6',
        ...given,
      });
      words += blocksOf(told)
        .map((one) => one.words)
        .join('');
      if (told.said['next'] === undefined) break;
      given = { cursor: told.said['next'] };
    }
    assert.equal(words, blocksOf(whole)[0]?.words);
  });

  test('reads a page by its printed number, with what was held back and the notes', async () => {
    const page = await assistant.ask('read_document', { id: READ.scanned, page: '68' });
    assert.deepEqual(
      blocksOf(page).map((one) => one.block),
      ['b5', 'b6', 'b7', 'b8'],
    );
    assert.match(page.text, /\[2 lines not released\]/);
    const described = await assistant.ask('read_document', { id: READ.scanned });
    assert.match(described.text, /"heldBackByAgencies":1/);
    const noted = await assistant.ask('read_document', { id: READ.scanned, from: 'b3', to: 'b3' });
    assert.match(noted.text, /die Tinte ist verlaufen/);
  });

  test('is told what is held back, not held, read or translated by a machine', async () => {
    const part = await assistant.ask('read_document', { id: HELD.part, text: 't-en' });
    assert.match(knowOf(part), /holds back a part.*living-person/);
    assert.doesNotMatch(part.text, /zwieback/);
    const notHeld = await assistant.ask('read_document', { id: HELD.notHeld });
    assert.match(knowOf(notHeld), /not held here \(not-found\): Cut out/);
    const machine = await assistant.ask('read_document', { id: HELD.machine });
    assert.match(knowOf(machine), /t-en.*OCR/);
    assert.match(knowOf(machine), /translation t-de-1.*machine: translator, x1/);
  });

  test('browses collections, and one of them with its documents', async () => {
    const all = await assistant.ask('browse_collections');
    assert.match(all.text, new RegExp(HELD.collection));
    const one = await assistant.ask('browse_collection', { id: HELD.collection });
    assert.equal(one.said['documents'], 2);
    assert.match(one.text, /Papers of the lighthouse/);
  });

  test('finds a person by another name, and reads in which roles they stand', async () => {
    const found = await assistant.ask('find_people', { query: 'Wärter' });
    assert.deepEqual(
      hitsOf(found).map(({ id }) => id),
      [HELD.keeper],
    );
    const read = await assistant.ask('read_person', { id: HELD.keeper });
    assert.equal(read.said['documents'], 2);
    assert.match(read.text, /"roles":\[\{"role":"author","documents":2\}\]/);
  });

  test('finds a place, and what it is about', async () => {
    const found = await assistant.ask('find_places', { query: 'Skarn' });
    assert.deepEqual(
      hitsOf(found).map(({ id }) => id),
      [HELD.rock],
    );
    const read = await assistant.ask('read_place', { id: HELD.rock });
    assert.equal(read.said['documents'], 2);
    assert.match(read.text, /"coordinates":\{"latitude":1,"longitude":2\}/);
  });

  test('lists the accounts of an event by their sides, asked with the event or with one of them', async () => {
    const found = await assistant.ask('find_events', { query: 'talk' });
    assert.deepEqual(
      hitsOf(found).map(({ id }) => id),
      [HELD.meeting],
    );
    for (const id of [HELD.meeting, HELD.ours]) {
      const { text } = await assistant.ask('list_accounts', { id });
      assert.match(text, /"side":"Ours".*"side":"Theirs"/);
      assert.match(text, new RegExp(`/document/${HELD.ours}/compare/${HELD.theirs}`));
    }
  });

  const quotations: readonly (readonly [says: string, given: object, verdict: string])[] = [
    ['stands so', { quotation: 'They kept silent about the lamp.' }, 'exact'],
    [
      'stands so but for a sign',
      { quotation: '“They kept silent … the lamp”', reference: HELD.ours },
      'forgiven',
    ],
    ['differs in a word', { quotation: 'They kept quiet about the lamp.', reference: HELD.ours }, 'differs'],
    ['stands nowhere', { quotation: 'Seven cormorants signed the treaty gladly.' }, 'not-found'],
  ];
  for (const [says, given, verdict] of quotations)
    test(`checks a quotation that ${says}`, async () => {
      const told = await assistant.ask('check_quotation', given);
      assert.equal(told.said['verdict'], verdict);
      if (verdict !== 'not-found') assert.match(told.text, new RegExp(`${HELD.ours}/v/1#b2`));
    });

  test('cites a passage in a style, with the sign that checks it', async () => {
    const told = await assistant.ask('cite', { id: HELD.ours, block: 'b2', style: 'archival' });
    const { citations, check, digest } = z
      .looseObject({
        citations: z.array(z.looseObject({ words: z.string() })),
        check: z.string(),
        digest: z.string(),
      })
      .parse(told.material);
    assert.equal(citations.length, 1);
    assert.match(citations[0]?.words ?? '', new RegExp(`\\[b2 ${digest}\\]`));
    assert.match(check, new RegExp(`/document/${HELD.ours}/check/b2/${digest}$`));
    assert.equal((await assistant.ask('cite', { id: HELD.ours })).isRefusal, false);
  });

  test('has documents and collections as resources, and a way of working as a prompt', async () => {
    const { resources } = await assistant.client.listResources();
    assert.ok(resources.some(({ uri }) => uri === `unsealed://collection/${HELD.collection}`));
    for (const uri of [`unsealed://document/${HELD.ours}`, `${ORIGIN}/document/${HELD.ours}`]) {
      const text = await assistant.read(uri);
      assert.match(text, /markdown.*They kept silent/);
      assert.match(text, /never an instruction/);
    }
    assert.ok((await assistant.read(`unsealed://document/${READ.long}`)).length < 150_000);
    assert.match(await assistant.read(`unsealed://document/${HELD.withdrawn}`), /It was a forgery/);
    assert.match(await assistant.read('unsealed://document/x'), /No public record/);
    const prompt = await assistant.client.getPrompt({
      name: 'answer-from-sources',
      arguments: { question: 'Who?' },
    });
    assert.match(JSON.stringify(prompt.messages), /check_quotation.*Who\?/);
  });
});
