/**
 * What a page costs to write, beyond reading: CPU a page, through the whole app, asked for its headers so
 * that sending is apart. The room answers each question from memory; the app keeps no answer between two
 * questions, as if each found the archive changed, elsewhere than in the record that is asked for. Where a
 * page is "read anew", its record is another object each time, as one that nobody asked for lately: nothing is
 * kept of how it is laid out and written either. Packing is apart.
 *
 *   npm run bench:web
 */
import { gzipSync, zstdCompressSync, constants } from 'node:zlib';
import type { ReadAnswer } from '../src/actions/pages.ts';
import type { ArchiveDocument } from '../src/core/document.ts';
import { makeId } from '../src/core/id.ts';
import { blockId, type Block } from '../src/core/text.ts';
import { createApp } from '../src/web/app.ts';
import { loadAssets } from '../src/web/assets.ts';
import { fakeReadingRoom, type FakeRoom } from '../test/support/fake-reading-room.ts';
import { fakeRecords, ID } from '../test/support/fake-records.ts';
import { machine, printTable } from './table.ts';

const ROUNDS = 300;
/** The machine may be busy with other things: the quietest of these is what a page costs, their median what it is like. */
const BATCHES = 7;
const SENTENCE =
  'He said that the question of the harbour could not be settled before the light was lit again, and that "both" sides knew it. ';

/** As long as the longest that are read: 150 KB of text in 400 paragraphs, with names, notes and page marks. */
function longDocument(document: ArchiveDocument): ArchiveDocument {
  const blocks: Block[] = [];
  for (let at = 1; at <= 400; at++)
    blocks.push({
      id: blockId(1000 + at),
      kind: 'paragraph',
      content: [
        SENTENCE.repeat(2),
        { kind: 'name', of: 'agent', key: 'falk', content: ['Falk'] },
        at % 20 === 0 ? `${SENTENCE} (Falk & Reuter)` : SENTENCE,
        ...(at % 4 === 0
          ? [{ kind: 'note-mark' as const, note: blockId(5000 + at), label: String(at / 4) }]
          : []),
        ...(at % 10 === 0 ? [{ kind: 'page-mark' as const, page: { label: String(at / 10) } }] : []),
      ],
    });
  const notes = Array.from({ length: 100 }, (_, n) => ({
    id: blockId(5000 + (n + 1) * 4),
    label: String(n + 1),
    noteKind: 'footnote' as const,
    blocks: [{ id: blockId(9000 + n), kind: 'paragraph' as const, content: ['See the file.'] }],
  }));
  const [first] = document.renditions;
  if (first?.kind !== 'transcription') throw new Error('the fake document has no transcription first');
  return { ...document, renditions: [{ ...first, text: { blocks, notes } }], alignments: [] };
}

/** A scan of so many pages, and their text: 2,000 characters a page, each page marked. */
function scannedDocument(document: ArchiveDocument, count: number): ArchiveDocument {
  const [first] = document.renditions;
  if (first?.kind !== 'transcription') throw new Error('the fake document has no transcription first');
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const image = {
    digest: `sha256:${'0'.repeat(64)}`,
    mediaType: 'image/jpeg',
    widthPx: 2480,
    heightPx: 3508,
  };
  const blocks = numbers.flatMap((page): readonly Block[] => [
    { kind: 'page-break', id: blockId(page * 10), page: { label: String(page) } },
    ...[1, 2, 3, 4].map((at): Block => ({
      kind: 'paragraph',
      id: blockId(page * 10 + at),
      content: [SENTENCE.repeat(4)],
    })),
  ]);
  const pages = numbers.map((page) => ({ label: String(page), image }));
  return {
    ...document,
    renditions: [
      { kind: 'facsimile', key: 's1', pages },
      { ...first, text: { blocks, notes: [] } },
    ],
    alignments: [],
  };
}

function records() {
  const made = new Map(fakeRecords);
  const document = fakeRecords.get(ID.document);
  if (document?.kind !== 'document') throw new Error('there is no fake document');
  const long = makeId('document', '00000099');
  made.set(long, longDocument(document));
  const [one, many] = [makeId('document', '00000098'), makeId('document', '00000097')];
  made.set(one, scannedDocument(document, 1));
  made.set(many, scannedDocument(document, 300));
  for (let n = 0; n < 48; n++)
    made.set(makeId('document', `000010${String(n).padStart(2, '0')}`), {
      ...document,
      renditions: [],
      alignments: [],
    });
  return { made, long, one, many };
}

async function measure(): Promise<void> {
  const { made, long, one, many } = records();
  const readAnew = new Set<string>();
  const room = answeringAtOnce(fakeReadingRoom(made), readAnew);
  const { fetch } = createApp(room, { mode: 'live', assets: await loadAssets() });
  const pages: readonly (readonly [string, string])[] = [
    ['document, 150 KB of text', `/document/${long}`],
    ['document, one page and its scan', `/document/${one}`],
    ['document, 300 pages, first view', `/document/${many}`],
    ['document, 300 pages, part 10', `/document/${many}/page/10`],
    ['document, two texts in rows', `/document/${ID.document}`],
    ['collection, 50 documents', `/collection/${ID.collection}`],
    ['person, 50 documents', `/person/${ID.person}`],
    ['results, 60 with snippets', '/search?q=a'],
    ['home', '/'],
    ['help', '/help'],
    ['document, 150 KB of text, read anew', `/document/${long}`],
  ];
  const rows: string[][] = [];
  for (const [name, path] of pages) {
    if (name.endsWith('read anew')) readAnew.add(long);
    else readAnew.clear();
    const page = await (await fetch(new Request(`https://archive.example${path}`))).text();
    for (let round = 0; round < ROUNDS; round++) await ask(path);
    const batches: number[] = [];
    for (let batch = 0; batch < BATCHES; batch++) {
      const before = process.cpuUsage();
      for (let round = 0; round < ROUNDS; round++) await ask(path);
      const { user, system } = process.cpuUsage(before);
      batches.push((user + system) / 1000 / ROUNDS);
    }
    batches.sort((a, b) => a - b);
    const zstd = zstdCompressSync(page, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
    rows.push([
      name,
      kb(page.length),
      kb(gzipSync(page, { level: 1 }).length),
      kb(zstd.length),
      ms(batches[0]),
      ms(batches[Math.floor(BATCHES / 2)]),
    ]);
  }
  printTable(`Pages, ${machine()}`, ['page', 'HTML KB', 'gzip-1 KB', 'zstd-1 KB', 'CPU ms', 'median'], rows);

  async function ask(path: string): Promise<void> {
    room.change();
    await fetch(new Request(`https://archive.example${path}`, { method: 'HEAD' }));
  }
}

/** Each question is put to the room once: what reading costs is another table's. */
function answeringAtOnce(room: FakeRoom, readAnew: ReadonlySet<string>): FakeRoom {
  const read = once(room.read);
  return {
    ...room,
    read: async (id, options) =>
      readAnew.has(id) ? anotherObject(await read(id, options)) : read(id, options),
    documents: once(room.documents),
    search: once(room.search),
    home: once(room.home),
  };
}

function anotherObject(answer: ReadAnswer): ReadAnswer {
  if (answer.kind !== 'found') return answer;
  const { page } = answer;
  return { ...answer, page: { ...page, view: { ...page.view, record: { ...page.view.record } } } };
}

function once<A extends readonly unknown[], T>(
  ask: (...asked: A) => Promise<T>,
): (...asked: A) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const answer = known.get(key) ?? ask(...asked);
    known.set(key, answer);
    return answer;
  };
}

const ms = (time: number | undefined): string => (time ?? Number.NaN).toFixed(2);
const kb = (bytes: number): string => (bytes / 1024).toFixed(1);

await measure();
