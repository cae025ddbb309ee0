import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { documentLine, paragraph, testId, transcription } from '../support/record-lines.ts';
import { emptyArchive, importLines, suiteCleanup } from '../support/temp-archive.ts';

const LONG = testId('document', 51);
const SHORT = testId('document', 52);
const PARAGRAPHS = 1200;

const cleanup = suiteCleanup(after);

test('numbers in a comparison lead to the part of a long document that has the paragraph', async () => {
  const opened = await emptyArchive(cleanup);
  const words = 'The lamp was trimmed and lit at dusk, and the keeper wrote down who had passed. ';
  const blocks = Array.from({ length: PARAGRAPHS }, (_, at) => paragraph(`b${at + 1}`, words.repeat(6)));
  const text = { kind: 'transcription', key: 't-en', language: 'en', text: { blocks, notes: [] } };
  const lines = [
    documentLine(LONG, 'A long log', { renditions: [text] }),
    documentLine(SHORT, 'A short note', { renditions: [transcription('Nobody passed.')] }),
  ];
  assert.deepEqual(await importLines(opened, lines, true), []);
  const { app } = opened.archive;
  const compared = await (await app.request(`/document/${SHORT}/compare/${LONG}`)).text();
  const hrefs = [...compared.matchAll(/class="num" href="([^"]+)"/g)].map(([, href = '']) => href);
  const ofShort = hrefs.filter((href) => href.includes(SHORT));
  const ofLong = hrefs.filter((href) => href.includes(LONG));
  assert.match(ofShort[0] ?? '', /#b[0-9a-z]+$/);
  assert.equal(ofLong.length, PARAGRAPHS);
  const last = await app.request(ofLong.at(-1) ?? '');
  assert.equal(last.status, 303);
  const to = last.headers.get('location') ?? '';
  const [path = '', place = ''] = to.split('#');
  assert.match(path, /\/page\/\d+$/);
  assert.ok((await (await app.request(path)).text()).includes(` id="${place}"`));
});
