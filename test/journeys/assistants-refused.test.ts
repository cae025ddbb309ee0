import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { z } from 'zod';
import type { OpenArchive } from '../../src/compose.ts';
import { NOTICE } from '../../src/web/mcp/answer-text.ts';
import { Assistant } from '../support/assistant.ts';
import { emptyArchive, ORIGIN, suiteCleanup } from '../support/temp-archive.ts';
import { BREAKOUT, fillForAssistants, HELD, ORDER } from './assistants-archive.ts';

const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };
const call = (id: number, name: string, given: object): object => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: given },
});

describe('an assistant that asks wrongly, or of what is not there', () => {
  const cleanup = suiteCleanup(after);
  const assistant = new Assistant();
  let archive: OpenArchive;
  before(async () => {
    const opened = await emptyArchive(cleanup);
    archive = opened.archive;
    assert.deepEqual(await fillForAssistants(opened), []);
    await assistant.over(archive.app, ORIGIN);
  });

  /** Sends a body as it stands. */
  const send = async (
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
    method = 'POST',
  ): Promise<Response> =>
    archive.app.fetch(
      new Request(`${ORIGIN}/mcp`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(method === 'POST' ? { body } : {}),
      }),
    );

  test('of parameters out of order it hears in a line which, and not that the fault is ours', async () => {
    for (const [method, params] of [
      ['resources/read', undefined],
      ['resources/read', {}],
      ['resources/read', { uri: 1 }],
      ['prompts/get', { name: [] }],
      ['tools/call', { name: {} }],
      ['initialize', {}],
    ] as const) {
      const answer = await send(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
      const { error } = z
        .looseObject({ error: z.looseObject({ code: z.number(), message: z.string() }) })
        .parse(await answer.json());
      assert.equal(error.code, -32602, method);
      assert.match(error.message, /^Invalid params: params\b[^{\n]*$/);
    }
  });

  test('of a withdrawn document it hears when and why, and what took its place', async () => {
    const told = await assistant.ask('read_document', { id: HELD.withdrawn });
    assert.equal(told.isRefusal, true);
    assert.equal(told.said['status'], 410);
    assert.match(String(told.said['withdrawn']), /^\d{4}-\d\d-\d\dT/);
    const said = z.looseObject({ reason: z.string(), replacement: z.looseObject({ id: z.string() }) });
    const { reason, replacement } = said.parse(told.material);
    assert.equal(reason, 'It was a forgery.');
    assert.equal(replacement.id, HELD.replacement);
    assert.doesNotMatch(told.text, /Gone words/);
  });

  test('of a date that is none it hears that the search goes without it', async () => {
    const told = await assistant.ask('search', { query: 'lamp', date: '31 June 1945' });
    assert.equal(told.isRefusal, false);
    assert.match(JSON.stringify(told.said['problems']), /31 June 1945/);
    assert.equal(
      (await assistant.ask('search', { query: 'lamp', date: 'June 1945' })).said['problems'],
      undefined,
    );
  });

  test('of a closed one it hears the kind of reason, and nothing of it', async () => {
    const told = await assistant.ask('read_document', { id: HELD.closed, text: 't-en' });
    assert.deepEqual([told.isRefusal, told.said['status'], told.material], [true, 410, undefined]);
    assert.match(String(told.said['reason']), /court/);
  });

  const refused: readonly (readonly [says: string, tool: string, given: object, told: RegExp])[] = [
    ['an id that nobody has', 'read_document', { id: 'dxxxxxxxxx' }, /No public record/],
    ['no id at all', 'read_document', {}, /id/],
    ['an empty id', 'cite', { id: '' }, /id/],
    ['an argument that there is none of', 'read_document', { id: HELD.ours, block: 'b1' }, /block/],
    ['a number for a text', 'search', { query: 7 }, /query/],
    ['page 0', 'search', { page: 0 }, /page/],
    ['a page beyond all', 'search', { page: 1e9 }, /page/],
    ['a field that nothing has', 'search', { filters: [{ field: 'colour', value: 'x' }] }, /field/],
    [
      'too many filters',
      'search',
      { filters: Array(21).fill({ field: 'title', value: 'x' }) },
      /filters|elements/,
    ],
    ['a scope that is none', 'search', { in: 'nowhere' }, /nothing to search in/],
    ['a person where a document is meant', 'read_document', { id: HELD.keeper }, /agent, not document/],
    ['a document where a person is meant', 'read_person', { id: HELD.ours }, /read_document/],
    ['a text that it has not', 'read_document', { id: HELD.ours, text: 't-fr' }, /no such text/],
    [
      'a block that it has not',
      'read_document',
      { id: HELD.ours, text: 't-en', from: 'bzz' },
      /no such block/,
    ],
    ['blocks from last to first', 'read_document', { id: HELD.ours, from: 'b2', to: 'b1' }, /no such block/],
    ['an edition that it has not', 'read_document', { id: HELD.ours, edition: 9 }, /No public record/],
    ['a forged cursor', 'read_document', { id: HELD.ours, cursor: 'x' }, /cursor/],
    ['a cursor of another text', 'read_document', { id: HELD.ours, cursor: '1:bzz:0:t-en' }, /cursor/],
    ['words of a document without any', 'read_document', { id: HELD.notHeld, text: 't-en' }, /No text/],
    ['too few letters', 'read_document', { id: HELD.ours, letters: 1 }, /letters/],
    ['a block that is none', 'cite', { id: HELD.ours, block: '../x' }, /names no block/],
    ['a passage that is not there', 'cite', { id: HELD.ours, block: 'bzz' }, /no such passage/],
    ['a style that nobody writes', 'cite', { id: HELD.ours, style: 'vancouver' }, /style/],
    ['a quotation of one word', 'check_quotation', { quotation: 'lamp' }, /./],
    ['a quotation without end', 'check_quotation', { quotation: 'lamp '.repeat(3000) }, /./],
    ['a tool that there is none of', 'delete_everything', {}, /not found/],
  ];
  for (const [says, tool, given, told] of refused)
    test(`is refused in words: ${says}`, async () => {
      const answer = await assistant.ask(tool, given);
      assert.equal(answer.isRefusal, true);
      assert.match(answer.text, told);
    });

  const hostile: readonly (readonly [tool: string, given: object])[] = [
    ['search', { query: 'lamp', in: 'everything' }],
    ['read_document', { id: HELD.hostile }],
    ['read_document', { id: HELD.hostile, text: 't-en' }],
    ['read_document', { id: HELD.hostile, text: 't-xx' }],
    ['cite', { id: HELD.hostile, block: 'b2' }],
    ['check_quotation', { quotation: 'The lamp went out at eleven in the evening' }],
    ['browse_collection', { id: HELD.collection }],
  ];
  for (const [tool, given] of hostile)
    test(`${tool} ${JSON.stringify(given)}: what a document orders stays within the material`, async () => {
      const result = await assistant.client.callTool({ name: tool, arguments: { ...given } });
      const told = await assistant.ask(tool, given);
      const ours = JSON.stringify(told.said);
      assert.ok(!ours.includes('Ignore all') && !ours.includes('forged'), ours);
      assert.equal(told.said['notice'], NOTICE);
      if (result.isError === true) return;
      const whole = { ...told.said, material: told.material };
      assert.deepEqual(result.structuredContent, whole);
    });

  test('the words of a hostile document are given as they stand', async () => {
    const told = await assistant.ask('read_document', { id: HELD.hostile, text: 't-en' });
    const { blocks } = z
      .looseObject({ blocks: z.array(z.looseObject({ words: z.string() })) })
      .parse(told.material);
    assert.deepEqual(
      blocks.slice(0, 2).map(({ words }) => words),
      [ORDER, BREAKOUT],
    );
  });

  const messages: readonly (readonly [says: string, body: string, status: number, told: RegExp])[] = [
    ['no JSON', 'lamp', 400, /-32700/],
    ['nothing', '', 400, /-32700/],
    ['a number', '7', 400, /-32700/],
    ['an empty list', '[]', 400, /-32600/],
    ['another version of the protocol', '{"jsonrpc":"1.0","id":1,"method":"ping"}', 400, /-32700/],
    ['a method that there is none of', '{"jsonrpc":"2.0","id":1,"method":"x"}', 200, /-32601/],
    [
      'wrong parameters',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}}',
      200,
      /-32602|-32603|invalid/i,
    ],
    ['one question', JSON.stringify(ping), 200, /"result":\{\}/],
    ['a list of one', JSON.stringify([ping]), 200, /^\[\{.*\}\]$/],
    ['two questions', JSON.stringify([ping, { ...ping, id: 2 }]), 200, /^\[.*"id":1.*"id":2.*\]$/],
    [
      'a question that is called off',
      JSON.stringify([
        call(1, 'search', {}),
        { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } },
      ]),
      200,
      /"id":1/,
    ],
    ['the same question twice', JSON.stringify([ping, ping]), 200, /"id":1/],
    ['17 questions', JSON.stringify(Array(17).fill(ping)), 400, /-32600/],
    ['a notice alone', '{"jsonrpc":"2.0","method":"notifications/initialized"}', 202, /^$/],
    ['depth', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 400, /-3[0-9]+/],
    [
      'a prototype',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"__proto__":{"x":1},"constructor":1}}}',
      200,
      /"id":1/,
    ],
  ];
  for (const [says, body, status, told] of messages)
    test(`a message is answered as its protocol says: ${says}`, async () => {
      const answer = await send(body);
      assert.equal(answer.status, status);
      assert.match(await answer.text(), told);
    });

  const requests: readonly (readonly [says: string, answer: () => Promise<Response>, status: number])[] = [
    ['read', () => send('', {}, 'GET'), 405],
    ['ended', () => send('', {}, 'DELETE'), 405],
    ['of another kind', () => send('q=lamp', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['of no kind', () => send('{}', { 'content-type': '' }), 415],
    ['too long', () => send(`"${'x'.repeat(200_000)}"`), 413],
    ['no text', () => send(Uint8Array.from([0xff, 0xfe, 0x00])), 400],
    [
      'of a protocol to come',
      () => send(JSON.stringify(ping), { 'mcp-protocol-version': '2999-01-01' }),
      400,
    ],
    ['that accepts nothing of ours', () => send(JSON.stringify(ping), { accept: 'image/png' }), 200],
    ['from another site', () => send(JSON.stringify(ping), { origin: 'https://elsewhere.example' }), 200],
    ['with a session that nobody gave', () => send(JSON.stringify(ping), { 'mcp-session-id': 'x' }), 200],
  ];
  for (const [says, ask, status] of requests)
    test(`a request ${says} is answered with ${status}, never by a page`, async () => {
      const answer = await ask();
      assert.equal(answer.status, status);
      assert.doesNotMatch(answer.headers.get('content-type') ?? '', /html/);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      if (status === 405) assert.equal(answer.headers.get('allow'), 'POST');
    });

  test('200 at once are let in as many as there is room for, and none is left waiting', async () => {
    const body = JSON.stringify(call(1, 'search', { query: 'coal' }));
    const answers = await Promise.all(Array.from({ length: 200 }, () => send(body)));
    const statuses = answers.map(({ status }) => status);
    assert.ok(statuses.every((status) => status === 200 || status === 503));
    assert.ok(statuses.filter((status) => status === 200).length >= 100);
    for (const answer of answers) if (answer.status === 503) assert.ok(answer.headers.get('retry-after'));
    assert.equal((await send(body)).status, 200);
  });
});
