import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import sharp from 'sharp';
import { fakeReadingRoom, type FakeRoom } from '../../../test/support/fake-reading-room.ts';
import { fakeId, ID } from '../../../test/support/fake-records.ts';
import { pagesOfPdf } from '../../../test/support/pdf-text.ts';
import type { ReadingRoom } from '../../actions/archive.ts';
import type { ImageRequest } from '../../core/facsimile/image-request.ts';
import { problem } from '../../core/problem.ts';
import { accepted, refused } from '../../core/result.ts';
import { createApp } from '../app.ts';

const ADDRESS = `/document/${ID.document}/scans.pdf`;
let jpeg: Uint8Array<ArrayBuffer>;
before(async () => {
  const made = sharp({ create: { width: 800, height: 1100, channels: 3, background: '#ddd' } });
  jpeg = new Uint8Array(await made.jpeg().toBuffer());
});

const picture = async (): ReturnType<ReadingRoom['picture']> =>
  accepted({ bytes: jpeg, mediaType: 'image/jpeg', widthPx: 800, heightPx: 1100 });

/** Words that were read on a picture of half the size. */
const pageText: ReadingRoom['pageText'] = async () => ({
  widthPx: 400,
  heightPx: 550,
  lines: [{ isBlockStart: true, words: [{ text: 'Aufzeichnung', x: 50, y: 100, w: 120, h: 12 }] }],
});

const ask = (more: Partial<ReadingRoom>, room: FakeRoom = fakeReadingRoom()): Promise<Response> =>
  createApp({ ...room, picture, pageText, ...more }, { mode: 'live' }).request(ADDRESS);

test('the pages of a document as a PDF, each picture as it was made, the words where they stand', async () => {
  const requests: ImageRequest[] = [];
  const answer = await ask({
    picture: (document, rendition, page, request) => {
      requests.push(request);
      assert.deepEqual([document.id, rendition, page], [ID.document, 's1', 1]);
      return picture();
    },
  });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  assert.equal(answer.headers.get('content-disposition'), `inline; filename="${ID.document}-scans.pdf"`);
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.ok(bytes.includes(jpeg));
  const [page] = await pagesOfPdf(bytes);
  const [word] = page?.words ?? [];
  assert.equal(word?.text, 'Aufzeichnung');
  const perPt = 800 / (page?.widthPt ?? 1);
  assert.deepEqual(
    [word.x, word.y, word.w].map((points) => Math.round((points * perPt) / 4) * 4),
    [100, 200, 240],
  );
  assert.match(bytes.toString('latin1'), /\/PageLabels << \/Nums \[0 << \/P <FEFF00390034> >>\]/);
  assert.deepEqual(requests[0]?.region, { x: 0, y: 0, w: 800, h: 1100 });
  assert.equal(requests.length, 1);
});

test('the same is the same bytes, and who has it is told so', async () => {
  const app = createApp({ ...fakeReadingRoom(), picture, pageText }, { mode: 'live' });
  const [one, other] = [await app.request(ADDRESS), await app.request(ADDRESS)];
  const tag = one.headers.get('etag') ?? '';
  assert.ok(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await other.arrayBuffer())));
  const again = new Request(`https://archive.example${ADDRESS}`, { headers: { 'if-none-match': tag } });
  assert.equal((await app.fetch(again)).status, 304);
});

test('a page whose picture cannot be made says so, and keeps its words', async () => {
  const answer = await ask({ picture: async () => refused(problem('image-broken', {})) });
  const [page] = await pagesOfPdf(Buffer.from(await answer.arrayBuffer()));
  assert.match(page?.text ?? '', /The image of this page could not be made\.\s+Aufzeichnung/);
});

test('a page without a text layer is its picture alone', async () => {
  const answer = await ask({ pageText: async () => undefined });
  const [page] = await pagesOfPdf(Buffer.from(await answer.arrayBuffer()));
  assert.equal(page?.text, '');
});

test('where too many look at pictures it is not begun', async () => {
  const answer = await ask({ picture: async () => refused(problem('images-busy', {})) });
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get('retry-after'), '5');
});

test('what is no document with pages has none; what moved leads on; what is gone says so', async () => {
  const room = fakeReadingRoom();
  const gone = fakeId('document', 3);
  room.answers.set('8214', {
    kind: 'moved',
    to: { id: ID.document, kind: 'document', title: 'Record', slug: 'record' },
  });
  room.answers.set(gone, { kind: 'gone', id: gone, why: 'restricted', reason: 'court-order' });
  const app = createApp({ ...room, picture, pageText }, { mode: 'live' });
  const cases: readonly (readonly [asked: string, status: number, to: string | null])[] = [
    ['8214', 301, ADDRESS],
    [gone, 410, null],
    [fakeId('document', 77), 404, null],
    [ID.collection, 404, null],
    [ID.withheld, 404, null],
  ];
  for (const [asked, status, to] of cases) {
    const answer = await app.request(`/document/${asked}/scans.pdf`);
    assert.deepEqual([asked, answer.status, answer.headers.get('location')], [asked, status, to]);
  }
});

test('the page of a document that has scans leads to them, and that of one without does not', async () => {
  const app = createApp(fakeReadingRoom(), { mode: 'live' });
  const has = await (await app.request(`/document/${ID.document}/record-by-dr-falk`)).text();
  assert.match(has, new RegExp(`href="${ADDRESS}"`));
  assert.match(has, new RegExp(`href="/document/${ID.document}\\.pdf"`));
  assert.doesNotMatch(await (await app.request(`/document/${ID.withheld}`)).text(), /scans\.pdf/);
});
