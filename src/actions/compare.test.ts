import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { memoryPorts } from '../../test/support/memory-archive.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import { joined, wordingOf } from '../core/difference/wording.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { HistoricalEvent } from '../core/event.ts';
import { makeId, type RecordId } from '../core/id.ts';
import { parseLanguage, UNDETERMINED, type LanguageTag } from '../core/language.ts';
import type { Rendition } from '../core/rendition.ts';
import { blockId, type Inline } from '../core/text.ts';
import type { ReadingRoom } from './archive.ts';
import { isAlone } from './compare.ts';
import type { CompareAnswer, CompareCell, ComparePage } from './compare-page.ts';
import { openReadingRoom } from './reading-room.ts';

const [ONE, OTHER, DRAFT] = [1, 2, 3].map((n) => makeId('document', `0000000${n}`));
const lang = (tag: string): LanguageTag => parseLanguage(tag) ?? UNDETERMINED;

const held = (words: string): Inline => ({ kind: 'redaction', redaction: { words, exemption: '(b)(1)' } });
const text = (
  key: string,
  tag: string,
  first: number,
  ...paragraphs: readonly (readonly Inline[])[]
): Rendition => ({
  kind: key === 't-fr' ? 'translation' : 'transcription',
  key,
  language: lang(tag),
  text: {
    blocks: paragraphs.map((content, at) => ({ kind: 'paragraph', id: blockId(first + at), content })),
    notes: [],
  },
});

const memorandum = (said: string): ArchiveDocument => ({
  ...BLANK_DOCUMENT,
  titles: [{ text: 'Memorandum', lang: lang('en'), titleKind: 'supplied' }],
  releases: [
    {
      key: 'r1',
      date: '1985',
      authority: 'Board',
      outcome: 'part',
      exemptions: ['(b)(1)'],
      rendition: 't-1985',
    },
    { key: 'r2', date: '1998', authority: 'Board', outcome: 'full', exemptions: [], rendition: 't-1998' },
    { key: 'r3', date: '1999', authority: 'Board', outcome: 'denied', exemptions: [] },
  ],
  renditions: [
    text(
      't-1985',
      'en',
      1,
      ['The light failed on 11 November.'],
      ['We have ', held('1 line'), ' on the Rock.'],
    ),
    text('t-1998', 'en', 20, [said], ['We have had a source since 1954 on the Rock.']),
    text('t-fr', 'fr', 40, ['La lumière a manqué le 11 novembre.'], ['Nous avons une source depuis 1954.']),
  ],
});
const letter: ArchiveDocument = {
  ...BLANK_DOCUMENT,
  titles: [{ text: 'Letter', lang: lang('en'), titleKind: 'supplied' }],
  renditions: [
    text('t-en', 'en', 1, ['Nothing of the kind.'], ['The light failed on 11 November, at seven.']),
  ],
};

describe('side by side', () => {
  let room: ReadingRoom;
  before(async () => {
    const ports = memoryPorts();
    const write = async (
      id: typeof ONE,
      record: ArchiveDocument,
      isPublished: boolean,
      expected: number | 'absent' = 'absent',
    ): Promise<void> => {
      assert.ok(id);
      await ports.records.commit({
        at: ports.world.now(),
        by: 'test',
        changes: [
          {
            id,
            kind: 'document',
            expected,
            version: { record },
            ...(isPublished
              ? { publish: { why: 'Corrected' }, state: { kind: 'published' }, announce: 'public' }
              : {}),
          },
        ],
      });
    };
    assert.ok(ONE);
    await write(ONE, memorandum('The lamp failed on 11 November.'), true);
    const revision = (await ports.records.standings([ONE])).get(ONE)?.revision ?? 0;
    await write(ONE, memorandum('The light failed on 11 November.'), true, revision);
    await write(OTHER, letter, true);
    await write(DRAFT, letter, false);
    room = openReadingRoom(ports);
  });

  const ask = (...others: readonly string[]): Promise<CompareAnswer> => room.compare(ONE ?? '', others, 'en');
  const found = async (...others: readonly string[]): Promise<ComparePage> => {
    const answer = await ask(...others);
    assert.ok(answer.kind === 'found', answer.kind);
    return answer.page;
  };
  const marked = ({ rows }: ComparePage, column: number): readonly string[] =>
    rows.flatMap(
      ({ cells }) => cells[column]?.marks.map(({ kind, from, to }) => `${kind} ${from}-${to}`) ?? [],
    );

  const answers: readonly (readonly [others: readonly string[], expected: string])[] = [
    [['r1'], 'releases r1 r3'],
    [['r2', 'r1'], 'releases r1 r2'],
    [['r1', 'r2', 'r3'], 'releases r1 r2 r3'],
    [['v1'], 'editions v1 v2'],
    [['v2'], 'editions v1 v2'],
    [['t-fr'], 'texts t-1985 t-fr'],
    [[OTHER ?? ''], `accounts ${ONE} ${OTHER}`],
    [['v1', OTHER ?? ''], `mixed ${ONE} v1 ${OTHER}`],
    [[OTHER ?? '', OTHER ?? ''], `moved to ${OTHER}`],
    [[ONE ?? ''], 'moved to '],
    [['v3'], 'unknown'],
    [['v01'], 'unknown'],
    [['v0'], 'unknown'],
    [['r9'], 'unknown'],
    [['../x'], 'unknown'],
    [['__proto__'], 'unknown'],
    [[], 'unknown'],
    [['r1', 'r2', 'r3', 'v1'], 'unknown'],
    [[DRAFT ?? ''], 'unknown'],
    [[makeId('document', '00000009')], 'unknown'],
    [['123456'], 'unknown'],
  ];
  for (const [others, expected] of answers)
    test(`beside ${others.join(' ')}: ${expected}`, async () => {
      const answer = await ask(...others);
      const said =
        answer.kind === 'found'
          ? `${answer.page.kind} ${answer.page.columns.map(({ name }) => name).join(' ')}`
          : answer.kind === 'moved'
            ? `moved to ${answer.others.join(' ')}`
            : answer.kind;
      assert.equal(said, expected);
    });

  test('releases: what was held back is open word for word, and counted', async () => {
    const page = await found('r1', 'r2');
    assert.deepEqual(marked(page, 1), ['opened 8-31']);
    assert.deepEqual(
      page.counts.map(({ held: some, opened }) => `${some} ${opened}`),
      ['1 0', '0 1'],
    );
  });

  test('editions: what went and what came', async () => {
    const page = await room.compare(ONE ?? '', ['v1', 'v2'], 'en');
    assert.ok(page.kind === 'found');
    assert.deepEqual(page.page.changes, []);
    assert.equal(page.page.columns[0]?.text?.key, 't-1985');
  });

  test('texts in two languages stand in rows by a guess, and it says so', async () => {
    const { rows } = await found('t-fr');
    assert.deepEqual(
      rows.map(({ basis, cells }) => `${basis} ${cells.map(({ blocks }) => blocks.length).join(':')}`),
      ['guessed 1:1', 'guessed 1:1'],
    );
  });

  test('accounts: what one leaves out has a row of its own', async () => {
    const { rows, counts } = await found(OTHER ?? '');
    assert.ok(rows.some(({ cells }) => cells[0]?.blocks.length === 0));
    assert.deepEqual(
      counts.map(({ alone }) => alone),
      [1, 1],
    );
  });

  test('what is guessed of the texts of a document is on its page, and never in its record', async () => {
    const answer = await room.read(ONE ?? '');
    assert.ok(answer.kind === 'found' && answer.page.view.record.kind === 'document');
    assert.deepEqual(answer.page.view.record.alignments, []);
    assert.deepEqual(
      answer.page.guessed?.map(({ from, to, links }) => `${from} ${to} ${links.length}`),
      ['t-1985 t-fr 2'],
    );
  });
});

test('accounts stand side by side as a hand has set the agenda of their event, and what it does not name is guessed', async () => {
  const ports = memoryPorts();
  const [first, second, third, event] = [
    makeId('document', '0000000a'),
    makeId('document', '0000000b'),
    makeId('document', '0000000d'),
    makeId('event', '0000000c'),
  ];
  const account = (...paragraphs: readonly string[]): ArchiveDocument => ({
    ...letter,
    renditions: [text('t-en', 'en', 1, ...paragraphs.map((one) => [one]))],
  });
  const meeting: HistoricalEvent = {
    kind: 'event',
    identifiers: [],
    names: [{ form: 'A meeting', kind: 'preferred' }],
    notes: [],
    links: [],
    attestations: [],
    dates: [],
    places: [],
    participants: [],
    accounts: [
      { document: first, side: 'North' },
      { document: second, side: 'South' },
      { document: third, side: 'East' },
    ],
    agenda: [
      {
        title: 'The lamp',
        passages: [
          { document: first, blocks: [blockId(1)] },
          { document: second, blocks: [blockId(2), blockId(3)] },
        ],
      },
      { title: 'The tea', passages: [{ document: first, blocks: [blockId(2)] }] },
      {
        title: 'The hour',
        passages: [
          { document: second, blocks: [blockId(1)] },
          { document: third, blocks: [blockId(1)] },
        ],
      },
    ],
  };
  const published = { publish: {}, state: { kind: 'published' }, announce: 'public' } as const;
  const written = [
    {
      id: first,
      kind: 'document',
      record: account('It went out.', 'Tea was served.', 'Paid 4,812 crowns in 1931.'),
    },
    {
      id: second,
      kind: 'document',
      record: account(
        'We met at seven.',
        'Nobody saw.',
        'Nobody asked.',
        'Crowns: 4,812, of 1931, for tea served.',
      ),
    },
    {
      id: third,
      kind: 'document',
      record: account('Seven struck.', 'In 1931 it was 4,812 crowns.'),
    },
    { id: event, kind: 'event', record: meeting },
  ] as const;
  await ports.records.commit({
    at: ports.world.now(),
    by: 'test',
    changes: written.map(({ id, kind, record }) => ({
      id,
      kind,
      expected: 'absent' as const,
      version: { record },
      ...published,
    })),
  });
  const beside = async (...others: readonly RecordId[]): Promise<ComparePage> => {
    const answer = await openReadingRoom(ports).compare(first, others, 'en');
    assert.ok(answer.kind === 'found');
    return answer.page;
  };
  const told = ({ rows }: ComparePage): unknown =>
    rows.map(({ cells, topics, basis }) => [
      cells.map(({ blocks }) => blocks.map(({ id }) => id).join(' ')).join(' | '),
      topics.join(', '),
      basis,
    ]);
  const two = await beside(second);
  assert.deepEqual(told(two), [
    [' | b1', '', undefined],
    ['b1 | b2 b3', 'The lamp', 'by-hand'],
    ['b2 | ', '', undefined],
    ['b3 | b4', '', 'guessed'],
  ]);
  assert.equal(two.event?.title, 'A meeting');
  assert.deepEqual(told(await beside(second, third)), [
    [' | b1 | b1', 'The hour', 'by-hand'],
    ['b1 | b2 b3 | ', 'The lamp', 'by-hand'],
    ['b2 |  | ', '', undefined],
    ['b3 | b4 | b2', '', 'guessed'],
  ]);
});

test('of three accounts what each says alone is marked: its words where another says nearly the same, else names and numbers', async () => {
  const ports = memoryPorts();
  const ids = ['1', '2', '3'].map((n) => makeId('document', `0000001${n}`));
  const [first = makeId('document', '00000011'), ...others] = ids;
  const said = [
    ['The keeper counted seven lamps at the pier.', 'Then he went home.', 'The tide was high at noon.'],
    ['The keeper counted nine lamps at the pier.', 'Then he went away.'],
    ['Twelve were burning, it is said.', 'Then he went home.', 'The tide was low at noon.'],
  ];
  const event = makeId('event', '00000014');
  const records = said.map((paragraphs) => ({
    ...letter,
    renditions: [text('t-en', 'en', 1, ...paragraphs.map((one) => [one]))],
  }));
  const passages = (block: number) =>
    ids.flatMap((document, at) =>
      (said[at]?.length ?? 0) < block ? [] : [{ document, blocks: [blockId(block)] }],
    );
  const meeting: HistoricalEvent = {
    kind: 'event',
    identifiers: [],
    names: [{ form: 'A count', kind: 'preferred' }],
    notes: [],
    links: [],
    attestations: [],
    dates: [],
    places: [],
    participants: [],
    accounts: ids.map((document, at) => ({ document, side: `Side ${at}` })),
    agenda: [1, 2, 3].map((block) => ({ title: `Item ${block}`, passages: passages(block) })),
  };
  const written = [
    ...records.map((record, at) => ({ id: ids[at] ?? first, kind: 'document' as const, record })),
    { id: event, kind: 'event' as const, record: meeting },
  ];
  await ports.records.commit({
    at: ports.world.now(),
    by: 'test',
    changes: written.map(({ id, kind, record }) => ({
      id,
      kind,
      expected: 'absent' as const,
      version: { record },
      publish: {},
      state: { kind: 'published' } as const,
      announce: 'public' as const,
    })),
  });
  const answer = await openReadingRoom(ports).compare(first, others, 'en');
  assert.ok(answer.kind === 'found');
  const marked = answer.page.rows.map(({ cells }) =>
    cells.map(({ blocks, marks }) => {
      const words = joined(blocks.map(wordingOf)).text;
      return marks.map(({ kind, from, to }) => `${kind} ${words.slice(from, to)}`).join(', ');
    }),
  );
  assert.deepEqual(marked, [
    ['told seven', 'told nine', 'told Twelve'],
    ['', 'told away', ''],
    ['told high', '', 'told low'],
  ]);
});

test('a heading or a name at the end without a partner is nothing that others leave out', () => {
  const cell = (number: number | undefined): CompareCell => ({
    blocks: [{ kind: 'paragraph', id: blockId(1), content: ['Words.'] }],
    marks: [],
    numbers: [number],
  });
  const none: CompareCell = { blocks: [], marks: [], numbers: [] };
  assert.equal(isAlone([cell(3), none, none], 0), true);
  assert.equal(isAlone([cell(3), none, cell(undefined)], 0), false);
  assert.equal(isAlone([cell(undefined), none], 0), false);
  assert.equal(isAlone([cell(3), none], 1), false);
});
