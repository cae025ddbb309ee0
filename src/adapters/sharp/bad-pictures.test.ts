import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath, platform } from 'node:process';
import { after, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { drawn, waves } from '../../../test/support/test-pictures.ts';
import type { ImageRequest } from '../../core/facsimile/image-request.ts';
import type { PageImage } from '../../core/rendition.ts';
import { memoryFileStore } from '../memory/file-store.ts';
import { openImager, type ImagerOptions } from './imager.ts';
import { PictureProcess } from './picture-process.ts';

const root = mkdtempSync(join(tmpdir(), 'unsealed-bad-'));
after(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
/** An imager over one file, with a folder of its own. */
async function imagerOf(bytes: Uint8Array, more: Partial<ImagerOptions> = {}) {
  const folder = join(root, `${++made}`);
  const files = memoryFileStore();
  const { digest } = await files.put(
    (async function* () {
      yield bytes;
    })(),
  );
  const imager = openImager({ folder, files, ...more });
  after(() => imager.close());
  return { folder, imager, digest };
}

const SIZE = { widthPx: 900, heightPx: 700 };
const jpeg = await drawn(waves, SIZE).jpeg().toBuffer();
const png = await drawn(waves, SIZE).png().toBuffer();
const webp = await drawn(waves, SIZE).webp().toBuffer();
const tiff = await drawn(waves, SIZE).tiff({ compression: 'lzw' }).toBuffer();

const imageOf = (digest: string): PageImage => ({ digest, mediaType: 'image/jpeg', ...SIZE });
const WHOLE: ImageRequest = {
  region: { x: 0, y: 0, w: 900, h: 700 },
  widthPx: 90,
  heightPx: 70,
  isMirrored: false,
  degrees: 0,
  quality: 'default',
  format: 'jpg',
};

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG that says it is so large, and has hardly a byte. */
function bomb(widthPx: number, heightPx: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(widthPx, 0);
  head.writeUInt32BE(heightPx, 4);
  head[8] = 1;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A TIFF whose first page leads back to itself. */
function circle(): Buffer {
  const bytes = Buffer.alloc(14);
  bytes.write('II*\0', 0, 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(0, 8);
  bytes.writeUInt32LE(8, 10);
  return bytes;
}

const cut = (bytes: Buffer, share: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * share));
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
const refused: readonly (readonly [says: string, bytes: Buffer, code: string])[] = [
  ['nothing', Buffer.alloc(0), 'not-an-image'],
  ['a page of the web', Buffer.from('<!doctype html><script>alert(1)</script>'), 'not-an-image'],
  ['an SVG drawing', Buffer.from(svg), 'not-an-image'],
  ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'not-an-image'],
  [
    'a program for another loader',
    Buffer.from('push graphic-context\nimage over 0,0 0,0 "x"'),
    'not-an-image',
  ],
  [
    'words behind the first bytes of a JPEG',
    Buffer.from('\xff\xd8\xff<script>\xff\xd9', 'latin1'),
    'image-broken',
  ],
  ['a JPEG cut short', cut(jpeg, 0.6), 'image-broken'],
  ['a PNG cut short', cut(png, 0.6), 'image-broken'],
  ['a WebP cut short', cut(webp, 0.6), 'image-broken'],
  ['a TIFF cut short', cut(tiff, 0.6), 'image-broken'],
  ['a TIFF that leads in a circle', circle(), 'image-broken'],
  ['a picture of 60,000 by 60,000 pixels', bomb(60_000, 60_000), 'too-large'],
  ['a picture wider than any', bomb(2 ** 31 - 1, 1), 'image-broken'],
];
for (const [says, bytes, code] of refused)
  test(`${says} is no image here: ${code}`, async () => {
    const { imager, digest, folder } = await imagerOf(bytes);
    const seen = await imager.inspect({ digest, mediaType: 'image/jpeg' });
    assert.equal(seen.ok ? 'taken' : seen.problem.code, code);
    const shown = await imager.render(imageOf(digest), WHOLE);
    assert.equal(shown.ok, false);
    assert.deepEqual(pyramidsIn(folder), []);
  });

test('a picture whose pixels are damaged within is refused when it is cut up, and nothing half made is kept', async () => {
  const damaged = Buffer.from(png);
  damaged.fill(0x55, Math.floor(png.length / 2), Math.floor(png.length / 2) + 600);
  const { imager, digest, folder } = await imagerOf(damaged);
  const derived = await imager.derive(imageOf(digest));
  assert.equal(derived.ok ? 'made' : derived.problem.code, 'image-broken');
  assert.deepEqual(pyramidsIn(folder), []);
  assert.deepEqual(readdirSync(join(folder, 'unfinished')), []);
});

test('a renamed picture is told by its bytes, and what hangs behind one does not go along', async () => {
  const polyglot = Buffer.concat([jpeg, Buffer.from('<html><script>hidden-behind</script></html>')]);
  const { imager, digest } = await imagerOf(polyglot);
  const seen = await imager.inspect({ digest, mediaType: 'image/png' });
  assert.equal(seen.ok && seen.value[0]?.mediaType, 'image/jpeg');
  const shown = await imager.render(imageOf(digest), WHOLE);
  assert.ok(shown.ok && !Buffer.from(shown.value.bytes).includes('hidden-behind'));
});

test('a file that is not held, or whose digest is none, is a problem', async () => {
  const { imager } = await imagerOf(jpeg);
  for (const digest of [`sha256:${'0'.repeat(64)}`, '../../etc/passwd', 'sha256:..'])
    assert.equal((await imager.render(imageOf(digest), WHOLE)).ok, false, digest);
});

test('what takes too long is ended, and the next is done by another process', async () => {
  const { imager, digest, folder } = await imagerOf(jpeg, { deriveMs: 1 });
  const slow = await imager.derive(imageOf(digest));
  assert.equal(slow.ok ? 'made' : slow.problem.code, 'image-too-slow');
  assert.deepEqual(pyramidsIn(folder), []);
  assert.deepEqual(readdirSync(join(folder, 'unfinished')), []);
  assert.ok((await imager.inspect({ digest, mediaType: 'image/jpeg' })).ok);
  const again = await imager.render(imageOf(digest), WHOLE);
  assert.equal(again.ok ? 'made' : again.problem.code, 'image-too-slow', 'it is not tried again at once');
});

test('a process that dies at its work leaves nothing, and is a problem of that picture alone', async () => {
  const program = join(root, 'dies.mjs');
  writeFileSync(program, "process.on('message', () => process.kill(process.pid, 'SIGKILL'));\n");
  const { imager, digest, folder } = await imagerOf(jpeg, { process: new PictureProcess({ program }) });
  const all = await Promise.all([
    imager.derive(imageOf(digest)),
    imager.inspect({ digest, mediaType: 'image/jpeg' }),
  ]);
  assert.deepEqual(
    all.map((one) => (one.ok ? 'made' : one.problem.code)),
    ['image-broken', 'image-broken'],
  );
  assert.deepEqual(pyramidsIn(folder), []);
});

test('a hundred who ask for a page at once wait for one pyramid', async () => {
  const { imager, digest, folder } = await imagerOf(jpeg);
  const all = await Promise.all(
    Array.from({ length: 100 }, (_, n) => imager.render(imageOf(digest), { ...WHOLE, widthPx: 50 + n })),
  );
  assert.ok(all.every(({ ok }) => ok));
  assert.equal(pyramidsIn(folder).length, 1);
});

test('a pyramid that was damaged on the disk is made anew', async () => {
  const { imager, digest, folder } = await imagerOf(jpeg);
  assert.ok((await imager.derive(imageOf(digest))).ok);
  const [path = ''] = pyramidsIn(folder);
  const { size } = statSync(path);
  truncateSync(path, 100);
  const shown = await imager.render(imageOf(digest), WHOLE);
  assert.ok(shown.ok);
  assert.equal(statSync(path).size, size);
});

const DERIVE_ON_A_FULL_DISK = `
  const { openImager } = await import(${JSON.stringify(new URL('./imager.ts', import.meta.url).href)});
  const { fileStorePath, openFileStore } = await import(${JSON.stringify(new URL('../disk/file-store.ts', import.meta.url).href)});
  const [folder, digest] = process.argv.slice(1);
  const imager = openImager({ folder: folder + '/images', files: await openFileStore(folder + '/files'), pathOf: (one) => fileStorePath(folder + '/files', one) });
  const image = { digest, mediaType: 'image/png', widthPx: 900, heightPx: 700 };
  try {
    console.log(JSON.stringify(await imager.derive(image)));
  } catch (error) {
    console.log(error.problem?.code ?? error);
  }
  await imager.close();`;

test('a disk without room says so, and keeps no half pyramid', { skip: platform === 'win32' }, async () => {
  const { openFileStore } = await import('../disk/file-store.ts');
  const folder = join(root, 'full');
  const store = await openFileStore(join(folder, 'files'));
  const { digest } = await store.put(
    (async function* () {
      yield png;
    })(),
  );
  const script = `ulimit -f 8; exec "$0" --input-type=module -e "$1" "$2" "$3"`;
  const ran = spawnSync('sh', ['-c', script, execPath, DERIVE_ON_A_FULL_DISK, folder, digest], {
    encoding: 'utf8',
  });
  assert.equal(ran.stdout, 'disk-full\n', ran.stderr);
  assert.deepEqual(pyramidsIn(join(folder, 'images')), []);
  assert.deepEqual(readdirSync(join(folder, 'images', 'unfinished')), []);
});

/** Every pyramid that would be served. */
const pyramidsIn = (folder: string): readonly string[] =>
  existsSync(join(folder, '1'))
    ? readdirSync(join(folder, '1'), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.tif'))
        .map((name) => join(folder, '1', name))
    : [];
