import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeReadingRoom } from '../../../test/support/fake-reading-room.ts';
import { fakeRecords, ID, lang } from '../../../test/support/fake-records.ts';
import type { ReadingRoom } from '../../actions/archive.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Handout, HandoutBlock, HandoutText } from '../../core/handout.ts';
import { problem, type ProblemCode } from '../../core/problem.ts';
import { accepted, refused } from '../../core/result.ts';
import { blockId } from '../../core/text.ts';
import { createApp, type App } from '../app.ts';

const like = fakeRecords.get(ID.document);
assert.ok(like?.kind === 'document');

/** An app that keeps what it is asked to print. */
function printing(document: Partial<ArchiveDocument> = {}): {
  readonly app: App;
  readonly printed: Handout[];
} {
  const printed: Handout[] = [];
  const records = new Map([...fakeRecords, [ID.document, { ...like, ...document } as ArchiveDocument]]);
  const room: ReadingRoom = {
    ...fakeReadingRoom(records),
    print: async (handout) => {
      printed.push(structuredClone(handout));
      return accepted(new TextEncoder().encode('%PDF-1.7 made'));
    },
  };
  return { app: createApp(room, { mode: 'live' }), printed };
}

async function handoutOf(document: Partial<ArchiveDocument> = {}): Promise<Handout> {
  const { app, printed } = printing(document);
  const answer = await app.request(`/document/${ID.document}.pdf`);
  assert.equal(answer.status, 200);
  const [handout] = printed;
  assert.ok(handout);
  return handout;
}

const sections = (handout: Handout): readonly Extract<HandoutBlock, { kind: 'section' }>[] =>
  handout.blocks.flatMap((block) => (block.kind === 'section' ? [block] : []));
const texts = (blocks: readonly HandoutBlock[]): readonly HandoutText[] =>
  blocks.flatMap((block) =>
    block.kind === 'text' ? [block] : block.kind === 'section' ? texts(block.blocks) : [],
  );
const said = (text: HandoutText | undefined): string => (text?.runs ?? []).map((run) => run.text).join('');
const styled = (handout: Handout, style: HandoutText['style']): readonly string[] =>
  texts(handout.blocks)
    .filter((text) => text.style === style)
    .map(said);

test('it says what the page says over the text: date, titles, summary, that it is invented', async () => {
  const handout = await handoutOf();
  assert.deepEqual(styled(handout, 'title'), ['Record by Dr. Falk']);
  assert.deepEqual(styled(handout, 'other-title'), ['Aufzeichnung']);
  assert.match(styled(handout, 'when')[0] ?? '', /Record of meeting · December 2, 1957/);
  assert.match(styled(handout, 'abstract')[0] ?? '', /over tea/);
  assert.deepEqual(styled(handout, 'notice'), ['Invented for the tests.']);
});

test('the description: people by role, source, marking, releases, rights', async () => {
  const handout = await handoutOf();
  const facts = handout.blocks.find((block) => block.kind === 'facts');
  const rows = new Map(
    facts?.rows.map(({ name, values }) => [
      name,
      values.map((runs) => runs.map((run) => run.text).join('')).join(' / '),
    ]),
  );
  assert.match(rows.get('Author') ?? '', /Falk, Henriette \(as “Falk”\)/);
  assert.match(rows.get('To') ?? '', /Brandsee/);
  assert.match(rows.get('Source') ?? '', /State Archive, Best\. AfÄ, Akte 112\/a, Bl\. 94/);
  assert.equal(rows.get('Marked'), 'Geheim · Eilt');
  assert.match(rows.get('Releases') ?? '', /1985.*A board.*Case 85-1.*\(b\)\(1\)/);
  assert.match(rows.get('Rights') ?? '', /Public domain/);
});

test('paragraphs have the numbers of the page, and a translation those of what it translates', async () => {
  const { app, printed } = printing();
  await app.request(`/document/${ID.document}.pdf`);
  const page = await (await app.request(`/document/${ID.document}/record-by-dr-falk`)).text();
  const onPage = [...page.matchAll(/class="num" id="p(\d+)"/g)].map(([, number]) => Number(number));
  const [main, translation] = sections(printed[0] ?? (await handoutOf()));
  const numbers = (blocks: readonly HandoutBlock[] = []): readonly number[] =>
    blocks.flatMap((block) => ('number' in block && block.number !== undefined ? [block.number] : []));
  assert.ok(onPage.length > 5);
  assert.deepEqual(numbers(main?.blocks), onPage);
  const falk = texts(main?.blocks ?? []).find((text) => said(text).startsWith('Der Falk'));
  const hers = texts(translation?.blocks ?? []).find((text) => said(text).startsWith('Falk said'));
  assert.ok(falk?.number !== undefined && hers?.number === falk.number);
});

test('marks of editors and agencies stand in the text, and are explained', async () => {
  const handout = await handoutOf();
  const falk = texts(handout.blocks).find((text) => said(text).startsWith('Der Falk'));
  assert.match(said(falk), /\[2 lines not declassified · \(b\)\(1\)\]/);
  assert.match(said(falk), /a name \[opened 1985\]/);
  assert.match(said(falk), /\[…\]/);
  assert.match(said(falk), /\[ergänzt\]/);
  assert.match(said(falk), /\[p\. 15\]/);
  assert.ok(falk?.runs.some((run) => run.marks?.includes('barred')));
  assert.ok(falk?.runs.some((run) => run.lang === 'ar'));
  const marks = sections(handout).find(({ title }) => title === 'Marks in the text');
  assert.match(JSON.stringify(marks), /black bar.*Supplied by the editors.*Missing in the source/s);
  assert.doesNotMatch(JSON.stringify(marks), /Struck out/);
});

test('notes stand at the end of their text; lists, verse, quotations, page turns keep their shape', async () => {
  const [main] = sections(await handoutOf());
  const blocks = texts(main?.blocks ?? []);
  const note = blocks.find(({ style }) => style === 'note');
  assert.deepEqual([note?.marker, said(note)], ['1', 'Gestrichen.']);
  assert.equal(blocks.find((text) => said(text) === 'Eins')?.marker, 'a');
  assert.equal(said(blocks.find(({ style }) => style === 'verse')), 'eine Zeile\nnoch eine');
  assert.equal(blocks.find((text) => said(text) === 'Zitat')?.depth, 1);
  assert.equal(said(blocks.find(({ style }) => style === 'page-turn')), 'p. 16');
  assert.equal(said(blocks.find(({ style }) => style === 'rule')), '* * *');
});

test('it says how it is cited, and where it is', async () => {
  const handout = await handoutOf();
  const [citation] = styled(handout, 'citation');
  assert.match(
    citation ?? '',
    /“Aufzeichnung” \[Record by Dr\. Falk\], December 2, 1957; .*State Archive.*Test archive.*edition 1/,
  );
  assert.match(citation ?? '', new RegExp(`https://archive\\.example/document/${ID.document}\\.$`));
  assert.match(
    handout.foot,
    new RegExp(`https://archive\\.example/document/${ID.document} · ${ID.document}, edition 1`),
  );
  assert.equal(handout.madeAt, '2026-01-02T03:04:05Z');
});

test('what a machine read says so; what is not held says why', async () => {
  const read = await handoutOf({
    renditions: like.renditions.map((one) =>
      one.key === 't-de' ? { ...one, madeBy: { engine: 'reader 5', model: 'deu' } } : one,
    ),
  });
  assert.ok(styled(read, 'notice').some((notice) => /read by a machine \(reader 5, deu\)/.test(notice)));
  const closed = await handoutOf({
    renditions: [],
    alignments: [],
    holding: { kind: 'not-held', reason: 'withheld-in-full', words: 'Nobody may read it.' },
  });
  assert.ok(texts(closed.blocks).some((text) => said(text) === 'Nobody may read it.'));
});

test('a list that begins a quotation or has no words of its own is still numbered', async () => {
  const handout = await handoutOf({
    alignments: [],
    renditions: [
      {
        kind: 'transcription',
        key: 't',
        language: lang('de'),
        text: {
          notes: [],
          blocks: [
            { id: blockId(1), kind: 'list', ordered: false, items: [{ blocks: [] }, { blocks: [] }] },
            { id: blockId(2), kind: 'paragraph', content: ['After.'] },
          ],
        },
      },
    ],
  });
  const [main] = sections(handout);
  assert.deepEqual(
    texts(main?.blocks ?? []).map(({ marker, number }) => [marker, number]),
    [
      ['–', 1],
      ['–', undefined],
      [undefined, 2],
    ],
  );
});

test('it is sent as a PDF, kept until something public changes, and answers that nothing did', async () => {
  const room = fakeReadingRoom();
  const app = createApp(room, { mode: 'live' });
  const ask = (headers: Record<string, string> = {}): Promise<Response> =>
    app.fetch(new Request(`https://archive.example/document/${ID.document}.pdf`, { headers }));
  const first = await ask();
  assert.equal(first.headers.get('content-type'), 'application/pdf');
  assert.equal(first.headers.get('content-disposition'), `inline; filename="${ID.document}.pdf"`);
  assert.equal(first.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(first.headers.get('content-length'), String((await first.arrayBuffer()).byteLength));
  await ask();
  assert.equal(room.asked.get('print'), 1);
  const tag = first.headers.get('etag') ?? '';
  assert.equal((await ask({ 'if-none-match': tag })).status, 304);
  room.change();
  assert.equal((await ask({ 'if-none-match': tag })).status, 200);
  assert.equal(room.asked.get('print'), 2);
});

const refusals: readonly (readonly [code: ProblemCode, status: number, says: RegExp])[] = [
  ['handout-too-long', 404, /too long to be made into one PDF/],
  ['handout-busy', 503, /PDFs are being made/],
];
for (const [code, status, says] of refusals)
  test(`${code}: ${status}, and the way out`, async () => {
    const room = { ...fakeReadingRoom(), print: async () => refused(problem(code, {})) };
    const answer = await createApp(room, { mode: 'live' }).request(`/document/${ID.document}.pdf`);
    assert.equal(answer.status, status);
    assert.match(await answer.text(), says);
    assert.equal(answer.headers.get('retry-after'), status === 503 ? '5' : null);
  });
