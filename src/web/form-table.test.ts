import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { fakeReadingRoom } from '../../test/support/fake-reading-room.ts';
import { fakeId, fakeRecords, ID } from '../../test/support/fake-records.ts';
import { segmentOfKind } from '../core/canonical-path.ts';
import { kindOf } from '../core/id.ts';
import { readTree } from '../formats/xml-mapping/read-tree.ts';
import { chunksOf } from '../formats/encoding/lines.ts';
import { createApp, type App } from './app.ts';
import { loadAssets, type Assets } from './assets.ts';
import { formsByKind } from './form-table.ts';

let assets: Assets;
before(async () => {
  assets = await loadAssets();
});

const open = (): App => createApp(fakeReadingRoom(), { mode: 'live', assets });
const ask = (app: App, path: string, init?: RequestInit): Promise<Response> =>
  app.fetch(new Request(`https://archive.example${path}`, init));
const accepting = (accept: string): RequestInit => ({ headers: { accept } });

const pathOf = (id: (typeof ID)[keyof typeof ID]): string => {
  const record = fakeRecords.get(id);
  return `/${segmentOfKind(kindOf(id), record?.kind === 'agent' ? record.agentKind : undefined)}/${id}`;
};

for (const [name, id] of Object.entries(ID))
  test(`every form of a record is had: ${name}`, async () => {
    const app = open();
    for (const form of formsByKind.get(kindOf(id))?.values() ?? []) {
      const answer = await ask(app, `${pathOf(id)}.${form.suffix}`);
      assert.equal(answer.status, 200, form.suffix);
      assert.equal(answer.headers.get('content-type'), form.mediaType);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      const body = await answer.text();
      if ('handout' in form) continue;
      assert.ok(body.length > 50, `${form.suffix}: ${body}`);
      if (/json/.test(form.mediaType)) JSON.parse(body);
      if (/xml/.test(form.mediaType)) {
        const { root, problems } = await readTree({ name: form.suffix, chunks: chunksOf(body) });
        assert.deepEqual(problems, [], form.suffix);
        assert.ok(root);
      }
    }
  });

test('a form has one address: others lead there, and none stands where there is none', async () => {
  const app = open();
  const cases: readonly (readonly [path: string, status: number, to?: string])[] = [
    [`/document/${ID.document.toUpperCase()}.mods`, 301, `/document/${ID.document}.mods`],
    [`/document/${ID.document}.MODS`, 301, `/document/${ID.document}.mods`],
    [`/document/${ID.document}.xml`, 301, `/document/${ID.document}.tei`],
    [`/collection/${ID.collection}.xml`, 301, `/collection/${ID.collection}.ead`],
    [`/person/${ID.person}.xml`, 301, `/person/${ID.person}.eac`],
    [`/place/${ID.place}.xml`, 301, `/place/${ID.place}.dc`],
    [`/person/${ID.office}.eac`, 301, `/organization/${ID.office}.eac`],
    [`/place/${ID.place}.html`, 301, `/place/${ID.place}/brandsee`],
    [`/place/${ID.place}.mods`, 404],
    [`/document/${ID.place}.json`, 404],
    [`/document/${ID.document}.eac`, 404],
    [`/document/${ID.document}.dc/slug`, 404],
    [`/person/${ID.person}.json/as/author`, 404],
    [`/document/${fakeId('document', 77)}.mods`, 404],
    [`/collection/${ID.collection}.`, 404],
    ['/place/.json', 404],
  ];
  for (const [path, status, to] of cases) {
    const answer = await ask(app, path);
    assert.equal(answer.status, status, path);
    if (to !== undefined) assert.equal(answer.headers.get('location'), to, path);
    if (status === 404 && /\.(json|mods|eac)$/.test(path))
      assert.equal(answer.headers.get('content-type'), 'application/problem+json', path);
  }
});

test('who accepts another form at a record’s own address is led to it, from any site', async () => {
  const app = open();
  for (const path of [`/document/${ID.document}/record-by-dr-falk`, `/document/${ID.document}`]) {
    const answer = await ask(app, path, accepting('application/mods+xml'));
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), `/document/${ID.document}.mods`);
    assert.match(answer.headers.get('vary') ?? '', /accept\b/);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  }
  const eac = await ask(app, `/organization/${ID.office}/the-office`, accepting('application/eac+xml'));
  assert.equal(eac.headers.get('location'), `/organization/${ID.office}.eac`);
});

test('browsers, and who accepts what is not had, get the page; what is kept of it is never another form', async () => {
  const app = open();
  const path = `/document/${ID.document}/record-by-dr-falk`;
  for (const [accept, status] of [
    ['text/html,*/*;q=0.8', 200],
    ['application/json', 303],
    ['nonsense', 200],
    ['text/html', 200],
    ['application/json', 303],
  ] as const) {
    const answer = await ask(app, path, accepting(accept));
    assert.equal(answer.status, status, accept);
    assert.match(answer.headers.get('vary') ?? '', /\baccept, accept-encoding/);
  }
  const page = await ask(app, path, accepting('text/html'));
  const tag = page.headers.get('etag') ?? '';
  const again = await ask(app, path, { headers: { accept: 'application/json', 'if-none-match': tag } });
  assert.equal(again.status, 303);
  const same = await ask(app, path, { headers: { accept: 'text/html', 'if-none-match': tag } });
  assert.equal(same.status, 304);
});
