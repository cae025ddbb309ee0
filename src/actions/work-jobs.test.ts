import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeImage, fakeImager } from '../../test/support/fake-imager.ts';
import { fakeReader, readingFailed } from '../../test/support/fake-reader.ts';
import { memoryPorts } from '../../test/support/memory-archive.ts';
import { importFiles } from '../../test/support/offer-files.ts';
import type { ArchiveDocument } from '../core/document.ts';
import { Failure } from '../core/failure.ts';
import { problem } from '../core/problem.ts';
import { passagesOf } from '../core/text.ts';
import { writeAlto } from '../formats/alto/write-alto.ts';
import { restrict } from './publish.ts';
import { workJobs, type WorkEvent } from './work-jobs.ts';

function scanPorts() {
  const ports = memoryPorts();
  return { ...ports, imager: fakeImager(ports.files), reader: fakeReader() };
}
type ScanPorts = ReturnType<typeof scanPorts>;

async function work(ports: ScanPorts, stop = new AbortController()): Promise<readonly WorkEvent[]> {
  const events: WorkEvent[] = [];
  await workJobs(ports, {
    worker: 'w',
    stop: stop.signal,
    patienceMs: 0,
    say: (event) => void events.push(event),
  });
  return events;
}

async function headOf(ports: ScanPorts, key: string) {
  const id = (await ports.records.find([key])).get(key);
  const standing = id && (await ports.records.standings([id])).get(id);
  assert.ok(standing, `${key} is here`);
  const record = (await ports.records.version(standing.id, standing.head))?.record;
  assert.ok(record?.kind === 'document');
  return { standing, document: record };
}

const textOf = ({ renditions }: ArchiveDocument): string =>
  renditions
    .flatMap((one) =>
      one.kind === 'transcription' ? [...passagesOf(one.text.blocks)].map(({ text }) => text) : [],
    )
    .join('\n');
const layersOf = ({ renditions }: ArchiveDocument) =>
  renditions.flatMap((one) => (one.kind === 'facsimile' ? one.pages.map(({ textLayer }) => textLayer) : []));

const alto = (words: string): string =>
  writeAlto(
    {
      widthPx: 600,
      heightPx: 800,
      lines: [
        {
          isBlockStart: true,
          words: words.split(' ').map((text, at) => ({ text, x: 60 * at, y: 9, w: 50, h: 9 })),
        },
      ],
    },
    '1.png',
  );

const TWO = { 'box/1.png': fakeImage('one'), 'box/2.png': fakeImage('two') };

test('scans that came in are derived and read; a published document has it in a new edition', async () => {
  const ports = scanPorts();
  await importFiles(ports, TWO, { isPublishing: true });
  assert.deepEqual(await ports.jobs.counts(), [
    { kind: 'derive', state: 'waiting', count: 2, pages: 2 },
    { kind: 'read-text', state: 'waiting', count: 1, pages: 2 },
  ]);
  const before = await ports.records.lastChange();
  await work(ports);
  assert.equal(ports.imager.derived.length, 2);
  assert.deepEqual(ports.reader.read, ['1 en', '1 en']);
  const { standing, document } = await headOf(ports, 'scan:box');
  assert.equal(textOf(document), 'read in en\nread in en');
  assert.deepEqual([standing.head, standing.editions.length, standing.state.kind], [2, 2, 'published']);
  assert.equal(await ports.records.lastChange(), before + 1);
  assert.deepEqual(document.attestations.at(-1), {
    field: 'renditions.1',
    by: 'machine',
    from: 'fake 1.0, fake',
  });
  const [layer] = layersOf(document);
  assert.deepEqual([layer?.confidence, layer?.madeBy?.engine], [0.5, 'fake 1.0']);
  assert.match(layer?.madeBy?.fromDigest ?? '', /^sha256:/);
  assert.deepEqual(await ports.jobs.counts(), [
    { kind: 'derive', state: 'done', count: 2, pages: 2 },
    { kind: 'read-text', state: 'done', count: 1, pages: 2 },
  ]);
});

test('a draft stays a draft, and the same files again change nothing', async () => {
  const ports = scanPorts();
  await importFiles(ports, TWO);
  await work(ports);
  const again = await importFiles(ports, TWO);
  assert.deepEqual([again.unchanged, again.problems.map(({ code }) => code)], [1, ['pages-grouped']]);
  const { standing } = await headOf(ports, 'scan:box');
  assert.deepEqual([standing.head, standing.editions.length], [2, 0]);
  assert.deepEqual(await work(ports), [], 'nothing is asked for again');
});

test('a scan that was replaced is read anew, and no other', async () => {
  const ports = scanPorts();
  await importFiles(ports, TWO);
  await work(ports);
  ports.reader.read.length = 0;
  const run = await importFiles(ports, { ...TWO, 'box/2.png': fakeImage('two, better') });
  assert.equal(run.updated, 1, run.problems.map(({ code }) => code).join());
  assert.equal(textOf((await headOf(ports, 'scan:box')).document), 'read in en');
  await work(ports);
  assert.equal(ports.reader.read.length, 1);
  assert.equal(textOf((await headOf(ports, 'scan:box')).document), 'read in en\nread in en');
});

test('where words came with some pages the others are read, and what came stays', async () => {
  const ports = scanPorts();
  await importFiles(ports, { ...TWO, 'box/1.xml': alto('as given') });
  await work(ports);
  assert.deepEqual(ports.reader.read, ['1 en']);
  const { document } = await headOf(ports, 'scan:box');
  assert.equal(textOf(document), 'as given\nread in en');
  assert.deepEqual(
    layersOf(document).map((layer) => layer?.madeBy?.engine),
    [undefined, 'fake 1.0'],
  );
});

test('what a PDF holds itself is taken as it is', async () => {
  const ports = scanPorts();
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7'), fakeImage('x', 600, 800, 2).subarray(8)]);
  await importFiles(ports, { 'a.pdf': pdf });
  await work(ports);
  assert.deepEqual(ports.reader.read, []);
  assert.equal(textOf((await headOf(ports, 'scan:a')).document), 'words of the file\nwords of the file');
});

test('what a person wrote is never replaced, but the words of the page are put under it', async () => {
  const ports = scanPorts();
  await importFiles(ports, {
    'list.csv': 'record_id,title,languages,text,files\n1,A letter,French,What a person wrote.,a.png\n',
    'a.png': fakeImage('a'),
  });
  assert.deepEqual(
    (await ports.jobs.counts()).map(({ kind }) => kind),
    ['derive'],
    'a text that is here need not be read',
  );
  const { standing } = await headOf(ports, 'former:1');
  const task = { kind: 'read-text', document: standing.id, rendition: 's1' } as const;
  await ports.jobs.add([{ key: 'by hand', task, priority: 1, pages: 1 }]);
  await work(ports);
  assert.deepEqual(ports.reader.read, ['1 fr']);
  const { document } = await headOf(ports, 'former:1');
  assert.equal(textOf(document), 'What a person wrote.');
  assert.equal(layersOf(document)[0]?.words, 3);
});

test('a text that was read, and that an editor corrected since, stays as the editor left it', async () => {
  const ports = scanPorts();
  await importFiles(ports, TWO);
  await work(ports);
  const { standing, document } = await headOf(ports, 'scan:box');
  await edit(ports, standing, corrected(document, 'read in en', 'corrected'));
  const languages = ['fr'];
  const task = { kind: 'read-text', document: standing.id, rendition: 's1', languages } as const;
  await ports.jobs.add([{ key: 'again', task, priority: 1, pages: 1 }]);
  await work(ports);
  assert.deepEqual(ports.reader.read.slice(2), ['1 fr', '1 fr']);
  assert.equal(textOf((await headOf(ports, 'scan:box')).document), 'corrected\ncorrected');
});

test('read again in another language, the text is that; its passages keep what they can', async () => {
  const ports = scanPorts();
  await importFiles(ports, TWO, { isPublishing: true });
  await work(ports);
  const { standing } = await headOf(ports, 'scan:box');
  const again = { languages: ['fr'], pages: [2] };
  const task = { kind: 'read-text', document: standing.id, rendition: 's1', ...again } as const;
  await ports.jobs.add([{ key: 'again', task, priority: 1, pages: 1 }]);
  await work(ports);
  const { document } = await headOf(ports, 'scan:box');
  assert.equal(textOf(document), 'read in en\nread in fr');
  assert.ok(
    document.vanished?.length === 0 || document.vanished === undefined || document.vanished.length === 1,
  );
});

test('a save that came in between is read, and the words join it', async () => {
  const ports = scanPorts();
  await importFiles(ports, TWO);
  const { standing } = await headOf(ports, 'scan:box');
  let isEdited = false;
  ports.reader.before = async () => {
    if (isEdited) return;
    isEdited = true;
    const { document } = await headOf(ports, 'scan:box');
    await edit(ports, standing, { ...document, genre: 'Minutes' });
  };
  await work(ports);
  const { document, standing: now } = await headOf(ports, 'scan:box');
  assert.deepEqual([document.genre, textOf(document), now.head], ['Minutes', 'read in en\nread in en', 3]);
});

test('while a part of the document is held back, what was read waits for a person', async () => {
  const ports = scanPorts();
  await importFiles(ports, TWO, { isPublishing: true });
  const { standing } = await headOf(ports, 'scan:box');
  const regions = [{ x: 0, y: 0, w: 10, h: 10 }];
  const scope = { kind: 'regions', rendition: 's1', page: 1, regions } as const;
  await restrict(ports, standing.id, { scope, reason: 'living-person', words: 'a name' }, { by: 'test' });
  await work(ports);
  const now = (await headOf(ports, 'scan:box')).standing;
  assert.deepEqual([now.head, now.editions.length, now.editions.at(-1)?.version], [2, 1, 1]);
});

test('a page that fails is tried again later, and the others are not read twice', async () => {
  const ports = scanPorts();
  await importFiles(ports, TWO);
  ports.reader.fail(readingFailed);
  const events = await work(ports);
  const failed = events.find((event) => event.kind === 'failed');
  assert.ok(failed?.kind === 'failed' && !failed.isFinal);
  assert.equal(failed.problem.where.field, 'page 1');
  assert.equal(textOf((await headOf(ports, 'scan:box')).document), 'read in en', 'what was read is there');
  ports.world.goTo('2026-06-02');
  await work(ports);
  assert.equal(ports.reader.read.length, 2);
  assert.equal(textOf((await headOf(ports, 'scan:box')).document), 'read in en\nread in en');
});

test('what fails four times, or can only fail again, has failed with its problem', async () => {
  const ports = scanPorts();
  await importFiles(ports, { 'box/1.png': fakeImage('one') });
  ports.reader.fail(readingFailed, 4);
  for (const day of [2, 3, 4, 5]) {
    await work(ports);
    ports.world.goTo(`2026-06-0${day}`);
  }
  const [failed] = await ports.jobs.list('failed', 10);
  assert.deepEqual([failed?.attempts, failed?.problem?.code], [4, 'file-unreadable']);
  ports.reader.fail(problem('not-an-image', {}));
  await ports.jobs.retryFailed();
  const events = await work(ports);
  assert.ok(events.some((event) => event.kind === 'failed' && event.isFinal));
});

test('a job that cuts its process off each time is given up', async () => {
  const ports = scanPorts();
  await importFiles(ports, { 'box/1.png': fakeImage('one') });
  for (const hour of [1, 2, 3, 4])
    while (await ports.jobs.take('dies', `2026-05-0${hour}T00:00:00.000Z`)) continue;
  await work(ports);
  assert.deepEqual(
    (await ports.jobs.list('failed', 10)).map(({ problem: why }) => why?.code),
    ['work-cut-off', 'work-cut-off'],
  );
});

test('asked to stop, the work is laid back, and what was read is kept for the next', async () => {
  const ports = scanPorts();
  await importFiles(ports, TWO);
  const stop = new AbortController();
  ports.reader.before = async () => stop.abort();
  await work(ports, stop);
  assert.deepEqual(
    (await ports.jobs.counts()).filter(({ state }) => state === 'running'),
    [],
  );
  assert.equal(ports.reader.read.length, 1);
  ports.reader.before = async () => undefined;
  await work(ports);
  assert.equal(ports.reader.read.length, 2, 'the first page was not read again');
  assert.equal(textOf((await headOf(ports, 'scan:box')).document), 'read in en\nread in en');
});

test('what fails because everything is being stopped has not failed', async () => {
  const ports = scanPorts();
  await importFiles(ports, { 'box/1.png': fakeImage('one') });
  const stop = new AbortController();
  ports.reader.fail(problem('not-an-image', {}));
  ports.reader.before = async () => void setTimeout(() => stop.abort(), 5);
  await work(ports, stop);
  assert.deepEqual(await ports.jobs.list('failed', 10), []);
  ports.reader.before = async () => undefined;
  await work(ports);
  assert.equal(textOf((await headOf(ports, 'scan:box')).document), 'read in en');
});

test('work whose document never came ends in silence; a world that fails is met again', async () => {
  const ports = scanPorts();
  const task = { kind: 'read-text', document: 'd00000000x', rendition: 's1' } as const;
  await ports.jobs.add([{ key: 'never', task, priority: 1, pages: 1 }]);
  for (const day of [1, 2, 3, 4, 5]) {
    ports.world.goTo(`2026-06-0${day}`);
    await work(ports);
  }
  assert.deepEqual(await ports.jobs.counts(), [{ kind: 'read-text', state: 'done', count: 1, pages: 1 }]);
  await importFiles(ports, { 'box/1.png': fakeImage('one') });
  ports.reader.before = async () => {
    throw new Failure(problem('disk-full', {}), { cause: undefined });
  };
  const events = await work(ports);
  assert.ok(events.some((event) => event.kind === 'failed' && event.problem.code === 'disk-full'));
});

const corrected = (document: ArchiveDocument, from: string, to: string): ArchiveDocument =>
  JSON.parse(JSON.stringify(document).replaceAll(from, to));

async function edit(
  { records, world }: ScanPorts,
  standing: { readonly id: Parameters<ScanPorts['records']['history']>[0] },
  record: ArchiveDocument,
): Promise<void> {
  const expected = (await records.standings([standing.id])).get(standing.id)?.revision ?? 'absent';
  const change = { id: standing.id, kind: 'document', expected, version: { record } } as const;
  const done = await records.commit({ at: world.now(), by: 'editor', changes: [change] });
  assert.ok(done.ok);
}
