import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { OpenArchive } from '../../src/compose.ts';
import { isForPrograms } from '../../src/web/doors.ts';
import { ROUTES, type Route } from '../../src/web/routes.ts';
import {
  ODD_ACCEPTS,
  ODD_BODIES,
  ODD_HEADERS,
  oddAddresses,
  type Plausible,
} from '../support/odd-requests.ts';
import { sampleArchive, suiteCleanup } from '../support/temp-archive.ts';

const MOST_BYTES = 16_000_000;
/** What may be answered to a question out of order: never that the fault is ours, or that it goes better later. */
const STATUSES: ReadonlySet<number> = new Set([
  200, 202, 204, 301, 303, 304, 400, 404, 405, 406, 410, 413, 414, 415, 416, 501,
]);
const FORMS = 'pdf txt md tei json jsonld mods dc ead eac ris bib csl.json rdf'.split(' ');
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const suffixed: readonly Route[] = ROUTES.filter(({ path }) => /^\/\w+\/:asked$/.test(path));
const forPrograms: readonly Route[] = ROUTES.filter((route) => route.for === 'programs');
const takesSomething = ({ takesBody, takesForm }: Route): boolean =>
  takesBody !== undefined || takesForm === true;

describe('whatever a program asks, it is answered as a program, and within bounds', () => {
  const cleanup = suiteCleanup(after);
  let archive: OpenArchive;
  let plausible: Plausible;
  let origin = '';
  const ask = async (path: string, init?: RequestInit): Promise<Response> =>
    archive.app.fetch(new Request(origin + path, init));

  before(async () => {
    ({ archive } = await sampleArchive(cleanup));
    origin = archive.room.settings.address;
    const found: unknown = await (await ask('/search.json?in=documents&q=light')).json();
    const id = /"(d[0-9a-z]{9})"/.exec(JSON.stringify(found))?.[1] ?? '';
    assert.notEqual(id, '');
    plausible = {
      asked: id,
      id,
      name: `${id}.json`,
      region: 'full',
      size: 'max',
      rotation: '0',
      form: 'default.jpg',
      rendition: 's1',
      page: '1',
      digest: `sha256:${'0'.repeat(64)}`,
    };
  });

  /** What is true of every answer to a program; the body is read to its end. */
  async function checked(path: string, init?: RequestInit, isPage = false): Promise<Response> {
    const short = `${init?.method ?? 'GET'} ${path.slice(0, 200)} ${JSON.stringify(init?.headers ?? {}).slice(0, 120)}`;
    const answer = await ask(path, init);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const type = answer.headers.get('content-type') ?? '';
    assert.ok(STATUSES.has(answer.status), `${answer.status} to ${short}`);
    assert.ok(bytes.byteLength < MOST_BYTES, `${bytes.byteLength} bytes to ${short}`);
    if (!isPage) assert.doesNotMatch(type, /^text\/html/, `a page to ${short}`);
    const isPacked = answer.headers.get('content-encoding') !== null;
    const text = /json|xml|text/.test(type) && !isPacked ? new TextDecoder().decode(bytes) : '';
    if (/[/+]json/.test(type) && text !== '') assert.doesNotThrow(() => JSON.parse(text), short);
    if (/[/+]xml/.test(type)) assert.doesNotMatch(text, NO_XML, short);
    const to = answer.headers.get('location');
    if (to !== null) assert.ok(new URL(to, origin).origin === origin, `${short} leads to ${to}`);
    assert.doesNotMatch(text, /(?:\/home\/|node_modules|\bat async )/, short);
    return answer;
  }

  for (const route of forPrograms)
    test(`${route.path}: every part and parameter wrong`, async () => {
      for (const path of oddAddresses(route, plausible)) {
        const { pathname } = new URL(path, origin);
        await checked(path, undefined, !isForPrograms(pathname));
      }
    });

  for (const { path } of suffixed)
    test(`${path} in every form, and in none`, async () => {
      for (const form of [...FORMS, 'exe', 'json.json', '%6ason', 'JSON']) {
        const address = `${path.replace(':asked', plausible['asked'] ?? '')}.${form}`;
        const isPage = !isForPrograms(new URL(address, origin).pathname);
        for (const more of form === 'pdf' ? ['?x=%00'] : ['', '?page=-1', '?x=%00', '/', '/slug'])
          await checked(address + more, undefined, isPage || more !== '');
      }
    });

  test('whatever is said to be accepted, and in any other header', async () => {
    for (const route of forPrograms) {
      const [path = ''] = oddAddresses(route, plausible);
      const isPage = !isForPrograms(new URL(path, origin).pathname);
      for (const accept of ODD_ACCEPTS) await checked(path, { headers: { accept } }, isPage);
      for (const headers of ODD_HEADERS) await checked(path, { headers }, isPage);
    }
  });

  test('a reader’s address, every part wrong: who accepts no page is told as a program', async () => {
    const accept = 'application/json';
    for (const route of ROUTES.filter(({ for: whose }) => whose === 'readers'))
      for (const path of [...oddAddresses(route, plausible)].filter((_, at) => at < 60)) {
        const answer = await checked(path, { headers: { accept } }, true);
        const type = answer.headers.get('content-type') ?? '';
        if (answer.status >= 400) assert.equal(type, 'application/problem+json', path.slice(0, 200));
        if (type.startsWith('text/html')) assert.equal(answer.status, 200, path.slice(0, 200));
      }
  });

  test('HEAD is GET without its body', async () => {
    for (const route of forPrograms) {
      const addresses = [...oddAddresses(route, plausible)].filter((_, at) => at % 17 === 0);
      for (const path of addresses) {
        const got = await ask(path);
        await got.arrayBuffer();
        const head = await ask(path, { method: 'HEAD' });
        assert.equal((await head.arrayBuffer()).byteLength, 0, path);
        assert.equal(head.status, got.status, path.slice(0, 200));
        const told = ({ headers }: Response): object =>
          Object.fromEntries([...headers].filter(([name]) => name !== 'date' && name !== 'content-length'));
        assert.deepEqual(told(head), told(got), path.slice(0, 200));
      }
    }
  });

  test('every other method is refused with those that are taken, and OPTIONS says them', async () => {
    for (const route of forPrograms) {
      const [path = ''] = oddAddresses(route, plausible);
      for (const method of [
        'PUT',
        'DELETE',
        'PATCH',
        'PROPFIND',
        ...(takesSomething(route) ? [] : ['POST']),
      ]) {
        const answer = await checked(path, { method });
        assert.equal(answer.status, 405, `${method} ${path}`);
        assert.match(answer.headers.get('allow') ?? '', /GET|POST/);
      }
      if (!isForPrograms(new URL(path, origin).pathname)) continue;
      const asked = await checked(path, { method: 'OPTIONS' });
      assert.equal(asked.status, 204, path);
      assert.match(asked.headers.get('access-control-allow-methods') ?? '', /GET|POST/);
      assert.match(asked.headers.get('allow') ?? '', /GET|POST/);
    }
  });

  test('what is sent where something is taken may be anything', async () => {
    for (const route of ROUTES.filter(takesSomething)) {
      const [path = ''] = oddAddresses(route, plausible);
      for (const [type, body] of ODD_BODIES)
        await checked(
          path,
          { method: 'POST', body, headers: type === undefined ? {} : { 'content-type': type } },
          route.for === 'readers',
        );
    }
  });

  test('thousands who have it already are told so, each time', async () => {
    const path = `/document/${plausible['asked']}.json`;
    const first = await ask(path);
    const tag = first.headers.get('etag') ?? '';
    assert.notEqual(tag, '');
    for (let at = 0; at < 3000; at++) {
      const answer = await ask(path, { headers: { 'if-none-match': tag } });
      assert.equal(answer.status, 304);
      assert.equal(answer.headers.get('etag'), tag);
    }
  });
});
