import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { fakeReadingRoom } from '../../test/support/fake-reading-room.ts';
import { fakeRecords } from '../../test/support/fake-records.ts';
import { HOSTILE, hostileRecords } from '../../test/support/hostile.ts';
import type { ReadingRoom } from '../actions/archive.ts';
import { createApp, type AppOptions } from './app.ts';
import { loadAssets, type Assets } from './assets.ts';

let assets: Assets;
before(async () => {
  assets = await loadAssets();
});

async function told(room: ReadingRoom, mode: AppOptions['mode'] = 'live'): Promise<readonly string[]> {
  const answer = await createApp(room, { mode, assets }).request('/llms.txt');
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/);
  return (await answer.text()).split('\n');
}

const LINK = /^- \[[^\]]+\]\((?:https:\/\/archive\.example)(\/[^)]*)\)(?:: .+)?$/;

/** The lines under each heading. */
function sections(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let under: string[] = [];
  for (const line of lines) {
    if (line.startsWith('## ')) found.set(line.slice(3), (under = []));
    else if (line !== '') under.push(line);
  }
  return found;
}

test('a name, a summary, notes, and then nothing but links under headings', async () => {
  const lines = await told(fakeReadingRoom());
  assert.equal(lines[0], '# Test archive');
  assert.match(lines[2] ?? '', /^> .+/);
  const parts = sections(lines);
  assert.deepEqual(
    [...parts.keys()],
    ['For programs', 'Documents in other forms', 'Collections', 'Optional'],
  );
  for (const line of [...parts.values()].flat()) assert.match(line, LINK);
});

test('every address that it names is there', async () => {
  const room = fakeReadingRoom();
  const app = createApp(room, { mode: 'live', assets });
  for (const line of [...sections(await told(room)).values()].flat()) {
    const path = LINK.exec(line)?.[1] ?? '';
    if (path.includes('{')) continue;
    const { status } = await app.request(path);
    assert.ok(status === 200 || (path === '/mcp' && status === 405), `${status} ${path}`);
  }
});

test('what needs a server is not named where there is none', async () => {
  const lines = (await told(fakeReadingRoom(), 'static')).join('\n');
  assert.doesNotMatch(lines, /\/mcp\)|search\.json/);
  assert.match(lines, /\{id\}\.md/);
});

test('a title cannot write lines or links of its own', async () => {
  const room = fakeReadingRoom(hostileRecords(fakeRecords));
  const rows = await room.collections();
  const title = 'x](https://elsewhere.example) [y\n# z\n- [w';
  const renamed = rows.map((one) => ({
    ...one,
    row: { ...one.row, label: { ...one.row.label, title } },
  }));
  const lines = await told({ ...room, collections: async () => [...rows, ...renamed] });
  assert.ok(!lines.some((line) => line.startsWith('# ') && line !== lines[0]));
  const links = sections(lines).get('Collections') ?? [];
  assert.ok(links.length > 0);
  for (const line of links) assert.equal(line.match(/(?<!\\)\]\(/g)?.length, 1, line);
  assert.ok(!lines.join('\n').includes(HOSTILE));
});

test('of a thousand collections the first are listed, and the others counted', async () => {
  const room = fakeReadingRoom();
  const [one] = await room.collections();
  assert.ok(one);
  const many = { ...room, collections: async () => Array.from({ length: 1000 }, () => one) };
  const links = sections(await told(many)).get('Collections') ?? [];
  assert.equal(links.length, 101);
  assert.match(links.at(-1) ?? '', /900 further collections/);
});
