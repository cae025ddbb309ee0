import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { listen, type Listening } from './listen.ts';

let server: Listening | undefined;
before(async () => {
  server = await listen({ fetch: async () => new Response('fine') }, '127.0.0.1', 0);
});
after(() => server?.close());

/** What is answered to bytes as they are. */
const answered = (bytes: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(server?.port ?? 0, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('latin1').on('data', (text: string) => (said += text));
    socket.on('close', () => resolve(said)).on('error', reject);
  });

const request = (path: string): Uint8Array =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`, 'latin1');

test('what is a request is answered', async () => {
  assert.match(await answered(request('/api/v1')), /^HTTP\/1\.1 200 OK[^]*fine$/);
});

const refused: readonly (readonly [says: string, bytes: Uint8Array])[] = [
  ['bytes in an address that ought to be encoded', request('/api/v1/places/\u00e9')],
  ['an address without its slash', request('api')],
  ['no request', Buffer.from('nonsense\r\n\r\n')],
];
for (const [says, bytes] of refused)
  test(`${says}: problem details, no page`, async () => {
    const [head = '', body = ''] = (await answered(bytes)).split('\r\n\r\n');
    assert.match(head, /^HTTP\/1\.1 400 /);
    assert.match(head, /content-type: application\/problem\+json/);
    assert.equal(JSON.parse(body).status, 400);
  });

test('HEAD has no body there either', async () => {
  const [head = '', body] = (
    await answered(Buffer.from('HEAD /\u00e9 HTTP/1.1\r\nhost: x\r\n\r\n', 'latin1'))
  ).split('\r\n\r\n');
  assert.match(head, /^HTTP\/1\.1 400 /);
  assert.equal(body, '');
});

test('an address without end is told in plain words', async () => {
  const [head = '', body = ''] = (await answered(request(`/search?q=${'x'.repeat(200_000)}`))).split(
    '\r\n\r\n',
  );
  assert.match(head, /^HTTP\/1\.1 431 [^]*content-type: text\/plain/);
  assert.match(body, /too long/);
});
