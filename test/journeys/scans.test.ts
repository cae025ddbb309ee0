import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import PDFDocument from 'pdfkit';
import sharp, { type Sharp } from 'sharp';
import { openJobs } from '../../src/adapters/sqlite/jobs.ts';
import { workInBackground } from '../../src/cli/background-work.ts';
import { run } from '../../src/cli/run.ts';
import { writeAlto } from '../../src/formats/alto/write-alto.ts';
import { checkArchive } from '../kill/check-archive.ts';
import { makeZip } from '../support/make-zip.ts';
import { emptyArchive, suiteCleanup, temporaryFolder } from '../support/temp-archive.ts';
import { testTerminal } from '../support/test-terminal.ts';

/** The pictures and PDFs are real: where nothing looks into them yet, there is nothing to try. */
const canSee = /openImager\(\{[^}]*\bpdf\b/.test(
  readFileSync(new URL('../../src/compose/kept.ts', import.meta.url), 'utf8'),
);

const [WIDTH, HEIGHT] = [200, 280];
const picture = (shade: number): Sharp =>
  sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: { r: shade, g: 240, b: 240 } } });

const alto = (words: string, name: string, scale = 1): string =>
  writeAlto(
    {
      widthPx: WIDTH * scale,
      heightPx: HEIGHT * scale,
      lines: [
        {
          isBlockStart: true,
          words: words
            .split(' ')
            .map((text, at) => ({ text, x: at * 20 * scale, y: 10 * scale, w: 18 * scale, h: 10 * scale })),
        },
      ],
    },
    name,
  );

function pdf(pages: readonly string[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ size: [300, 400], ...options, autoFirstPage: false });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const whole = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(parts))));
  for (const text of pages) document.addPage().fontSize(14).text(text);
  document.end();
  return whole;
}

/** Three documents of seven pages: two JPEG and a TIFF, a zip of a PNG and a WebP, a PDF of two; with words in ALTO. */
async function fillBox(box: string): Promise<void> {
  await mkdir(join(box, 'board', 'alto'), { recursive: true });
  const put = (name: string, bytes: Uint8Array | string) => writeFile(join(box, name), bytes);
  await put('board/p1.jpg', await picture(1).jpeg().toBuffer());
  await put('board/p2.jpg', await picture(2).jpeg().toBuffer());
  await put('board/p3.tif', await picture(3).tiff().toBuffer());
  await put('board/alto/p1.xml', alto('The harbour board of Halvern', 'p1.jpg'));
  await put('board/alto/p2.xml', alto('met and resolved', 'p2.jpg'));
  await put('board/alto/p3.xml', alto('nothing on the quillfish', 'p3.tif', 2));
  await put(
    'note.zip',
    makeZip([
      { name: 'note/1.png', bytes: await picture(4).png().toBuffer() },
      { name: 'note/1.xml', bytes: alto('A note on lamps', '1.png') },
      { name: 'note/2.webp', bytes: await picture(5).webp().toBuffer() },
      { name: 'note/2.xml', bytes: alto('and their oil', '2.webp') },
    ]),
  );
  await put(
    'report.pdf',
    await pdf(['The lantern report of the year begins here and goes on.', 'It ends here.']),
  );
}

describe('a box of scans, from the folder to the reader', { skip: !canSee }, () => {
  let [folder, archive] = ['', ''];
  const cleanup = suiteCleanup(after);
  const say = async (...words: readonly string[]) => {
    const terminal = testTerminal({ cwd: folder });
    const code = await run([...words, '--dir', archive], terminal);
    return { code, out: terminal.outText(), err: terminal.errText() };
  };
  const found = async (words: string): Promise<readonly { readonly title: string; readonly id: string }[]> =>
    JSON.parse((await say('get', `/search.json?q=${words}`)).out).hits;

  before(async () => {
    folder = await temporaryFolder(cleanup);
    archive = join(folder, 'archive');
    await fillBox(join(folder, 'box'));
    await say('init', archive);
  });

  test('tried first, it says what would come of it', async () => {
    const { code, out } = await say('import', 'box', '--dry-run', '--json');
    assert.equal(code, 0, out);
    const said = JSON.parse(out);
    assert.equal(said.documents, 3);
    assert.equal(said.byCode['pages-grouped'], 2);
  });

  test('one command brings it in, prepares and reads it, and says so', async () => {
    const { code, out, err } = await say('import', 'box', '--publish', '--language', 'en', '--json');
    assert.equal(code, 0, err + out);
    const said = JSON.parse(out);
    assert.deepEqual([said.documents, said.created], [3, 3]);
    assert.deepEqual(
      [said.work.derived, said.work.read, said.work.failed, said.work.left],
      [7, 2, 0, 0],
      out,
    );
    assert.equal(said.byCode['page-text-scaled'], 1);
    const status = JSON.parse((await say('status', '--json')).out);
    assert.deepEqual([status.documents, status.work.failed], [3, []]);
  });

  test('a word of the third page finds its document, and one of the PDF the PDF', async () => {
    assert.deepEqual(
      (await found('quillfish')).map(({ title }) => title),
      ['board'],
    );
    assert.deepEqual(
      (await found('lantern')).map(({ title }) => title),
      ['report'],
    );
    assert.deepEqual(
      (await found('oil')).map(({ title }) => title),
      ['note'],
    );
  });

  test('its page names what gave its words, and its pages', async () => {
    const [board] = await found('quillfish');
    const record = JSON.parse((await say('get', board?.id ?? '', '--draft')).out).record;
    const [scan, text] = record.renditions;
    assert.deepEqual(
      scan.pages.map((page: { label: string; textLayer: { words: number } }) => [
        page.label,
        page.textLayer.words,
      ]),
      [
        ['1', 5],
        ['2', 3],
        ['3', 4],
      ],
    );
    assert.equal(text.madeBy, undefined, 'given words are nobody’s reading');
    const [report] = await found('lantern');
    const read = JSON.parse((await say('get', report?.id ?? '', '--draft')).out).record;
    assert.equal(read.attestations.at(-1).by, 'machine');
  });

  test('what a machine read says so in every form, and where it is found', async () => {
    const [report] = await found('lantern');
    const form = async (ending: string): Promise<string> =>
      (await say('get', `/document/${report?.id}${ending}`)).out;
    const { engine } = JSON.parse(await form('.json')).record.renditions[1].madeBy;
    assert.match(await form(''), new RegExp(`read by a machine \\(${engine}`));
    assert.ok((await form('.txt')).includes(`read by a machine: ${engine}`));
    assert.match(await form('.md'), /^read_by_machine:\n {2}- /m);
    assert.ok((await form('.tei')).includes(`<label>${engine}</label>`));
    const results = (await say('get', '/search?q=lantern')).out;
    assert.match(results, /In the machine-read English text/);
    assert.match(results, /said-by=machine/);
    assert.doesNotMatch((await say('get', '/search?q=quillfish')).out, /machine-read/);
  });

  test('again, it changes nothing, and nothing is left to do', async () => {
    const { out } = await say('import', 'box', '--publish', '--language', 'en', '--json');
    const said = JSON.parse(out);
    assert.deepEqual([said.created, said.updated, said.unchanged, said.work], [0, 0, 3, undefined]);
    const watched = await say('status', '--watch');
    assert.match(watched.out, /All of it is done\./);
    await checkArchive(archive);
  });

  test('given words are not read again, in whatever language', async () => {
    const [board] = await found('quillfish');
    const { err } = await say('documents', 'read', board?.id ?? '', '--language', 'fra');
    assert.match(err, /nothing to read/);
  });
});

describe('bad pictures', { skip: !canSee }, () => {
  const cleanup = suiteCleanup(after);
  const CASES: readonly (readonly [
    says: string,
    name: string,
    bytes: () => Promise<Uint8Array>,
    code: string,
  ])[] = [
    [
      'a JPEG that is cut short',
      'cut.jpg',
      async () => {
        const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
        const whole = await sharp({
          create: { width: 400, height: 400, channels: 3, background: '#fff', noise },
        })
          .jpeg()
          .toBuffer();
        return whole.subarray(0, whole.length / 2);
      },
      'image-broken',
    ],
    [
      'an SVG called a JPEG',
      'a.jpg',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'not-an-image',
    ],
    [
      'a web page called a PNG',
      'a.png',
      async () => Buffer.from('<!DOCTYPE html><html><p>x</p></html>'),
      'not-an-image',
    ],
    ['a locked PDF', 'a.pdf', () => pdf(['x'], { userPassword: 'a', ownerPassword: 'b' }), 'pdf-encrypted'],
    ['half a PDF', 'b.pdf', async () => (await pdf(['x'.repeat(2000)])).subarray(0, 900), 'pdf-broken'],
  ];
  for (const [says, name, bytes, code] of CASES)
    test(`${says} is said, and what lies beside it goes in`, async () => {
      const folder = await temporaryFolder(cleanup);
      await mkdir(join(folder, 'box', 'good'), { recursive: true });
      await writeFile(join(folder, 'box', name), await bytes());
      await writeFile(join(folder, 'box', 'good', '1.png'), await picture(9).png().toBuffer());
      const terminal = testTerminal({ cwd: folder });
      await run(['init', 'archive'], terminal);
      const exit = await run(['import', 'box', '--dir', 'archive', '--later', '--json'], terminal);
      const said = JSON.parse(terminal.outText().split('\n').at(-2) ?? '');
      assert.deepEqual([exit, said.created, said.byCode[code]], [1, 1, 1], JSON.stringify(said.byCode));
    });
});

test('a server’s worker takes up what waits, in a process of its own, and ends with the server', async (t) => {
  const { folder, archive } = await emptyArchive(t);
  const jobs = openJobs(join(folder, 'archive.sqlite'));
  assert.ok(jobs.ok);
  const image = { digest: `sha256:${'0'.repeat(64)}`, mediaType: 'image/png', widthPx: 1, heightPx: 1 };
  const task = { kind: 'derive', image, document: 'd1' } as const;
  await jobs.value.add([{ key: 'derive nothing', task, priority: 1, pages: 1 }]);
  const stop = workInBackground(archive, folder, (reason) => assert.fail(String(reason)));
  try {
    const deadline = performance.now() + 30_000;
    for (;;) {
      const [count] = await jobs.value.counts();
      const [job] = [...(await jobs.value.list('failed', 1)), ...(await jobs.value.list('waiting', 1))];
      if (count && count.state !== 'running' && job?.attempts === 1) break;
      assert.ok(performance.now() < deadline, 'the worker took it up');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await stop();
    await jobs.value.close();
  }
});
