import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { normalize } from '@iiif/parser';
import { presentation3StrictUpgrade } from '@iiif/parser/strict';
import sharp from 'sharp';
import { z } from 'zod';
import { run } from '../../src/cli/run.ts';
import type { OpenArchive } from '../../src/compose.ts';
import type { RecordId } from '../../src/core/id.ts';
import { writePageText } from '../../src/formats/page-text/page-text-json.ts';
import { collectionLine, documentLine, testId } from '../support/record-lines.ts';
import { emptyArchive, importLines, ORIGIN, suiteCleanup } from '../support/temp-archive.ts';
import { distance, drawn, expectedOf, waves } from '../support/test-pictures.ts';
import { testTerminal } from '../support/test-terminal.ts';

const SIZE = { widthPx: 1300, heightPx: 1700 };
const [LETTER, OTHER, BARE] = [testId('document', 1), testId('document', 2), testId('document', 3)];
const [ABOVE, BELOW] = [testId('collection', 1), testId('collection', 2)];

const box = (
  text: string,
  x: number,
  y: number,
): { text: string; x: number; y: number; w: number; h: number } => ({
  text,
  x,
  y,
  w: 90,
  h: 30,
});
const WORDS = writePageText({
  ...SIZE,
  lines: [
    { isBlockStart: true, words: [box('The', 100, 100), box('harbour', 200, 100), box('master', 300, 100)] },
    {
      isBlockStart: false,
      words: [box('Elisabeth', 100, 200), box('Harbour', 200, 200), box('中蘇', 400, 200)],
    },
  ],
});
const sha = (bytes: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

const manifests = z.looseObject({
  items: z.array(z.looseObject({ id: z.string(), label: z.unknown(), width: z.number() })),
  service: z.array(z.looseObject({ type: z.string() })).optional(),
  structures: z.array(
    z.looseObject({
      label: z.record(z.string(), z.array(z.string())),
      items: z.array(z.looseObject({ id: z.string() })),
    }),
  ),
});
const pages = z.looseObject({
  id: z.string(),
  ignored: z.array(z.string()).optional(),
  items: z.array(z.looseObject({ target: z.string(), body: z.looseObject({ value: z.string() }) })),
});

describe('images go out', () => {
  const cleanup = suiteCleanup(after);
  let archive: OpenArchive;
  let folder = '';
  const get = async (address: string, headers: Record<string, string> = {}): Promise<Response> =>
    archive.app.fetch(new Request(ORIGIN + address, { headers }));
  const bytesOf = async (address: string): Promise<Uint8Array> => {
    const answer = await get(address);
    assert.equal(answer.status, 200, `${address}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const json = async (address: string): Promise<unknown> => (await get(address)).json();
  const image = `/iiif/image/${LETTER}-s1-1`;

  before(async () => {
    const opened = await emptyArchive(cleanup);
    ({ archive, folder } = opened);
    // As a server does, so that commands beside it are followed.
    cleanup.after(archive.follow());
    const scan = await drawn(waves, SIZE).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
    const scans = join(folder, 'scans');
    await mkdir(scans);
    await writeFile(join(scans, 'a.jpg'), scan);
    await writeFile(join(scans, 'a.json'), WORDS);
    const asked = { by: 'test', format: 'auto', isPublishing: false, isDryRun: false };
    for await (const _ of archive.importPaths([scans], asked)) continue;
    const page = (label: string, hasWords: boolean): object => ({
      label,
      image: { digest: sha(scan), mediaType: 'image/jpeg', ...SIZE },
      ...(hasWords ? { textLayer: { digest: sha(WORDS), words: 6 } } : {}),
    });
    const heading = (id: string, words: string): object => ({
      kind: 'heading',
      id,
      level: 1,
      content: [words],
    });
    const pageBreak = (id: string, label: string): object => ({ kind: 'page-break', id, page: { label } });
    const blocks = [
      pageBreak('b1', '7'),
      heading('b2', 'First'),
      pageBreak('b3', '8'),
      heading('b4', 'Second'),
    ];
    const text = { kind: 'transcription', key: 't-en', language: 'en', text: { blocks, notes: [] } };
    const line = (id: RecordId, more: object): object =>
      documentLine(id, 'A letter', {
        collections: [{ collection: BELOW, sequence: 1 }],
        ...more,
      });
    const problems = await importLines(
      opened,
      [
        collectionLine(ABOVE, 'Above'),
        collectionLine(BELOW, 'Below', { parents: [{ collection: ABOVE, sequence: 1 }] }),
        line(LETTER, {
          summaries: [{ text: '<b>Not markup</b>', lang: 'en' }],
          rights: { uri: 'https://creativecommons.org/licenses/by/4.0/', holder: 'Somebody' },
          dates: [{ kind: 'created', words: '2 July 1945', edtf: '1945-07-02', isCatalogueDate: true }],
          invented: 'Invented for a test.',
          renditions: [text, { kind: 'facsimile', key: 's1', pages: [page('7', true), page('8', false)] }],
        }),
        line(OTHER, { renditions: [{ kind: 'facsimile', key: 's1', pages: [page('1', true)] }] }),
        line(BARE, {}),
      ],
      true,
    );
    assert.deepEqual(problems, []);
  });

  test('what is told of an image is what is given', async () => {
    const info = z
      .looseObject({
        id: z.string(),
        width: z.number(),
        tiles: z.array(z.looseObject({ scaleFactors: z.array(z.number()) })),
        sizes: z.array(z.object({ width: z.number(), height: z.number() })),
      })
      .parse(await json(`${image}/info.json`));
    assert.equal(info.id, ORIGIN + image);
    assert.deepEqual(info.tiles[0]?.scaleFactors, [1, 2, 4]);
    for (const { width, height } of info.sizes) {
      const made = await sharp(await bytesOf(`${image}/full/${width},${height}/0/default.jpg`)).metadata();
      assert.deepEqual([made.width, made.height], [width, height]);
    }
  });

  test('every tile of every size shows its part of the page', async () => {
    let tiles = 0;
    for (const factor of [1, 2, 4])
      for (let y = 0; y < SIZE.heightPx; y += 512 * factor)
        for (let x = 0; x < SIZE.widthPx; x += 512 * factor) {
          const w = Math.min(512 * factor, SIZE.widthPx - x);
          const h = Math.min(512 * factor, SIZE.heightPx - y);
          const [widthPx, heightPx] = [Math.ceil(w / factor), Math.ceil(h / factor)];
          const tile = await bytesOf(`${image}/${x},${y},${w},${h}/${widthPx},${heightPx}/0/default.jpg`);
          const request = { region: { x, y, w, h }, widthPx, heightPx, isMirrored: false, degrees: 0 };
          const { mean } = await distance(tile, expectedOf(waves, request));
          assert.ok(mean < 3, `${x},${y} of ${factor}: off by ${mean}`);
          tiles++;
        }
    assert.equal(tiles, 12 + 4 + 1);
  });

  test('the base leads to what is told, and every site may read it', async () => {
    const base = await get(image);
    assert.deepEqual([base.status, base.headers.get('location')], [303, `${image}/info.json`]);
    for (const address of [
      image,
      `${image}/info.json`,
      `${image}/full/50,/0/default.jpg`,
      `/iiif/${LETTER}/manifest`,
      `${image}/x/y/0/z.jpg`,
    ])
      assert.equal((await get(address)).headers.get('access-control-allow-origin'), '*', address);
    const preflight = await archive.app.fetch(new Request(ORIGIN + image, { method: 'OPTIONS' }));
    assert.deepEqual(
      [preflight.status, preflight.headers.get('access-control-allow-methods')],
      [204, 'GET, HEAD, OPTIONS'],
    );
    assert.equal(
      (await archive.app.fetch(new Request(`${ORIGIN}/about`, { method: 'OPTIONS' }))).status,
      405,
    );
  });

  test('JSON is told as JSON, and as linked data to who asks for that', async () => {
    const types = async (accept?: string): Promise<string | null> =>
      (await get(`${image}/info.json`, accept === undefined ? {} : { accept })).headers.get('content-type');
    assert.equal(await types(), 'application/json');
    assert.equal(await types('application/json'), 'application/json');
    const linked = 'application/ld+json;profile="http://iiif.io/api/image/3/context.json"';
    assert.equal(await types(linked), linked);
  });

  test('an image says under which address it is known, and who has it need not have it again', async () => {
    const first = await get(`${image}/0,0,512,512/pct:50/0/default.jpg`);
    const canonical = `<${ORIGIN}${image}/0,0,512,512/256,256/0/default.jpg>; rel="canonical"`;
    assert.ok(first.headers.get('link')?.includes(canonical), first.headers.get('link') ?? '');
    const tag = first.headers.get('etag') ?? '';
    assert.match(tag, /^"[0-9a-f]{32}"$/);
    const again = await get(`${image}/0,0,512,512/256,/0/default.jpg`, { 'if-none-match': tag });
    assert.deepEqual([again.status, again.headers.get('etag')], [304, tag]);
    const other = await get(`${image}/0,0,512,512/255,/0/default.jpg`, { 'if-none-match': tag });
    assert.equal(other.status, 200);
  });

  const answers: readonly (readonly [address: string, status: number])[] = [
    [`${image}/full/max/0/default.jpg`, 200],
    [`${image}/full/%5Emax/0/default.jpg`, 200],
    [`${image}/full/max/0/default.tif`, 501],
    [`${image}/full/max/45/default.jpg`, 501],
    [`${image}/full/5000,/0/default.jpg`, 400],
    [`${image}/1300,0,1,1/max/0/default.jpg`, 400],
    [`${image}/full/max/0/best.jpg`, 400],
    [`${image}/full/max/0`, 404],
    [`/iiif/image/${LETTER}-s1-3/info.json`, 404],
    [`/iiif/image/${LETTER}-s1-0/info.json`, 404],
    [`/iiif/image/${LETTER}-s1-01/info.json`, 404],
    [`/iiif/image/${LETTER}-t-en-1/info.json`, 404],
    [`/iiif/image/${LETTER}/info.json`, 404],
    [`/iiif/image/${BARE}-s1-1/info.json`, 404],
    [`/iiif/${BARE}/manifest`, 404],
    [`/iiif/${ABOVE}/manifest`, 404],
    [`/iiif/${LETTER}/collection`, 404],
    [`/iiif/${LETTER}/annotations/s1/2`, 404],
    [`/iiif/${LETTER}/canvas/s1/2`, 200],
    [`/iiif/${ABOVE}/collection/2`, 404],
  ];
  for (const [address, status] of answers)
    test(`${address.slice(0, 70)} answers ${status}`, async () =>
      assert.equal((await get(address)).status, status));

  test('five hundred tiles asked for at once are each answered or told to come again, and the next is answered', async () => {
    const asked = Array.from({ length: 500 }, (_, n) =>
      get(`/iiif/image/${OTHER}-s1-1/${n},${n * 2},${300 + n},${n + 200}/${100 + (n % 150)},/0/default.jpg`),
    );
    const statuses = (await Promise.all(asked)).map((answer) => [
      answer.status,
      answer.headers.get('retry-after'),
    ]);
    assert.ok(statuses.every(([status, again]) => status === 200 || (status === 503 && again !== null)));
    assert.ok(statuses.filter(([status]) => status === 200).length >= 200);
    assert.equal((await get(`/iiif/image/${OTHER}-s1-1/0,0,99,99/max/0/default.jpg`)).status, 200);
  });

  test('a manifest is read strictly without a word of warning, and says what the document is', async () => {
    const told = await json(`/iiif/${LETTER}/manifest`);
    const state = { warnings: [] };
    const strict = presentation3StrictUpgrade(JSON.parse(JSON.stringify(told)), state);
    assert.deepEqual(state.warnings, []);
    assert.deepEqual(strict, told);
    const { entities } = normalize(structuredClone(told));
    assert.equal(Object.keys(entities.Canvas).length, 2);
    const manifest = manifests.parse(told);
    assert.deepEqual(
      manifest.items.map(({ id, label, width }) => [id, label, width]),
      [
        [`${ORIGIN}/iiif/${LETTER}/canvas/s1/1`, { none: ['7'] }, 1300],
        [`${ORIGIN}/iiif/${LETTER}/canvas/s1/2`, { none: ['8'] }, 1300],
      ],
    );
    assert.deepEqual(
      manifest.service?.map(({ type }) => type),
      ['SearchService2'],
    );
    assert.deepEqual(
      manifest.structures.map(({ label, items }) => [label['en']?.[0], items.map(({ id }) => id.slice(-1))]),
      [
        ['First', ['1', '2']],
        ['Second', ['2']],
      ],
    );
    const text = JSON.stringify(told);
    for (const part of [
      '"http://creativecommons.org/licenses/by/4.0/"',
      'Invented for a test.',
      '1945-07-02T00:00:00Z',
      '<span>&lt;b&gt;Not markup',
      `${ORIGIN}/document/${LETTER}.tei`,
      `${ORIGIN}/iiif/${BELOW}/collection`,
    ])
      assert.ok(text.includes(part), part);
  });

  test('every address that a manifest names is answered', async () => {
    const named = JSON.stringify(await json(`/iiif/${LETTER}/manifest`)).matchAll(/"id":"(https:[^"]+)"/g);
    const inner = /\/(?:painting(?:\/image)?|range\/s1\/\d+)$/;
    for (const [, address = ''] of named) {
      if (!address.startsWith(ORIGIN) || inner.test(address)) continue;
      const answer = await get(new URL(address).pathname);
      assert.ok(answer.status === 200 || answer.status === 303, `${answer.status} ${address}`);
    }
  });

  test('collections lead down to documents with pages', async () => {
    const items = z.looseObject({ items: z.array(z.looseObject({ id: z.string(), type: z.string() })) });
    const above = items.parse(await json(`/iiif/${ABOVE}/collection`));
    assert.deepEqual(above.items[0], {
      id: `${ORIGIN}/iiif/${BELOW}/collection`,
      type: 'Collection',
      label: { en: ['Below'] },
    });
    const below = items.parse(await json(`/iiif/${BELOW}/collection`));
    assert.deepEqual(
      below.items.map(({ id }) => id).sort(),
      [LETTER, OTHER].map((id) => `${ORIGIN}/iiif/${id}/manifest`).sort(),
    );
    const pictured = z.looseObject({ thumbnail: z.tuple([z.looseObject({ id: z.url() })]) });
    for (const one of [below, ...below.items])
      await bytesOf(new URL(pictured.parse(one).thumbnail[0].id).pathname);
  });

  const questions: readonly (readonly [q: string, found: readonly string[]])[] = [
    ['harbour', ['harbour 200,100,90,30', 'Harbour 200,200,90,30']],
    ['"harbour master"', ['harbour master 200,100,190,30', 'Harbour 200,200,90,30']],
    ['elisabeth', ['Elisabeth 100,200,90,30']],
    ['蘇', ['蘇 445,200,45,30']],
    ['中苏', ['中蘇 400,200,90,30']],
    ['harbour nothing', []],
    ['', []],
    ['!!!', []],
  ];
  for (const [q, found] of questions)
    test(`on the pages, ${JSON.stringify(q)} is found ${found.length} times`, async () => {
      const { items } = pages.parse(await json(`/iiif/${LETTER}/search?q=${encodeURIComponent(q)}&user=me`));
      const places = items.map(({ target, body }) => `${body.value} ${target.split('#xywh=')[1]}`);
      assert.deepEqual(places, found);
    });

  test('what is not done in a search is said to be ignored', async () => {
    const { ignored } = pages.parse(await json(`/iiif/${LETTER}/search?q=a&user=me&motivation=painting`));
    assert.deepEqual(ignored, ['motivation', 'user']);
  });

  test('what is held back of a page by a command is black, its words are nowhere, and the file stays in', async () => {
    const words = async (): Promise<readonly string[]> =>
      pages.parse(await json(`/iiif/${OTHER}/annotations/s1/1`)).items.map(({ body }) => body.value);
    const asAlto = async (): Promise<string> => (await get(`/iiif/${OTHER}/alto/s1/1`)).text();
    assert.deepEqual(await words(), ['The harbour master', 'Elisabeth Harbour 中蘇']);
    assert.match(await asAlto(), /<String CONTENT="harbour"[^>]*HPOS="\d+"/);
    const file = `/srv/file/${(await scanDigest(archive, OTHER)).slice('sha256:'.length)}`;
    const whole = await get(file);
    assert.equal(whole.headers.get('content-disposition'), 'attachment');
    await whole.arrayBuffer();
    const before = await get(`/iiif/image/${OTHER}-s1-1/80,180,120,60/max/0/default.jpg`);
    const said = ['--reason', 'living-person', '--words', 'A name is covered.'];
    const hold = ['restrict', OTHER, ...said, '--dir', folder];
    const where = ['--rendition', 's1', '--page', '1', '--regions', '80,180,120,60'];
    for (const wrong of [
      ['--rendition', 's1', '--page', '2', '--regions', '1,1,9,9'],
      ['--rendition', 's1', '--page', '1', '--regions', '1300,0,9,9'],
      ['--rendition', 's1', '--page', '1', '--regions', '1,2,3'],
      ['--regions', '1,1,9,9'],
      ['--rendition', 's1', '--page', '1'],
    ])
      assert.equal(await run([...hold, ...wrong], testTerminal({ cwd: folder })), 2, wrong.join(' '));
    assert.equal(await run([...hold, ...where], testTerminal({ cwd: folder })), 0);
    assert.deepEqual(await words(), ['The harbour master', 'Harbour 中蘇']);
    assert.doesNotMatch(await asAlto(), /Elisabeth/);
    const after = await get(`/iiif/image/${OTHER}-s1-1/80,180,120,60/max/0/default.jpg`, {
      'if-none-match': before.headers.get('etag') ?? '',
    });
    assert.equal(after.status, 200);
    const { mean } = await distance(new Uint8Array(await after.arrayBuffer()), () => [0, 0, 0]);
    assert.ok(mean < 8, String(mean));
    assert.deepEqual(pages.parse(await json(`/iiif/${OTHER}/search?q=elisabeth`)).items, []);
    assert.equal((await get(file)).status, 404);
  });

  test('what is withdrawn is gone at once, kept by nobody', async () => {
    const addresses = [
      `/iiif/image/${OTHER}-s1-1/full/60,/0/default.jpg`,
      `/iiif/image/${OTHER}-s1-1/info.json`,
      `/iiif/${OTHER}/manifest`,
      `/iiif/${OTHER}/canvas/s1/1`,
      `/iiif/${OTHER}/annotations/s1/1`,
      `/iiif/${OTHER}/alto/s1/1`,
      `/iiif/${OTHER}/search?q=harbour`,
    ];
    for (const address of addresses) assert.equal((await get(address)).status, 200, address);
    await archive.withdraw(OTHER, 'A mistake.', { by: 'test' });
    for (const address of addresses) assert.equal((await get(address)).status, 410, address);
  });
});

async function scanDigest(archive: OpenArchive, id: string): Promise<string> {
  const answer = await archive.room.view(id);
  const record = answer.kind === 'found' ? answer.view.record : undefined;
  const scan =
    record?.kind === 'document' ? record.renditions.find((one) => one.kind === 'facsimile') : undefined;
  return scan?.pages[0]?.image.digest ?? '';
}
