import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importDrafts, memoryPorts, type MemoryPorts } from '../../test/support/memory-archive.ts';
import type { Agent } from '../core/agent.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import { parseEdtf } from '../core/date/edtf.ts';
import { sourceKey, type Draft } from '../core/draft.ts';
import type { RecordId } from '../core/id.ts';
import { parseLanguage, UNDETERMINED } from '../core/language.ts';
import { blockId } from '../core/text.ts';
import { followChanges } from './follow-changes.ts';
import type { SearchRequest } from './search-page.ts';
import { withdraw } from './publish.ts';
import { openReadingRoom } from './reading-room.ts';

const en = parseLanguage('en') ?? UNDETERMINED;
const ru = parseLanguage('ru') ?? UNDETERMINED;

const person = (form: string, other?: string): Draft => {
  const record: Agent = {
    kind: 'agent',
    agentKind: 'person',
    identifiers: [],
    names: [
      { form, kind: 'preferred', lang: en },
      ...(other === undefined ? [] : [{ form: other, kind: 'cover' as const, lang: ru }]),
    ],
    notes: [],
    links: [],
    attestations: [],
  };
  return { key: sourceKey('test', form), record, joins: 'whole' };
};

const paragraph = (id: string, text: string) => ({
  kind: 'paragraph' as const,
  id: blockId(Number(id)),
  content: [text],
});

const paper = (title: string, edtf: string, text: readonly string[] = []): Draft => {
  const date = parseEdtf(edtf);
  return {
    key: sourceKey('test', title),
    joins: 'whole',
    record: {
      ...BLANK_DOCUMENT,
      titles: [{ text: title, lang: en, titleKind: 'supplied' }],
      dates: [{ kind: 'created', words: edtf, ...(date === undefined ? {} : { edtf: date }) }],
      contributions: [
        { role: 'sender', name: 'H. Falk', agent: sourceKey('test', 'Falk, Henriette') },
        { role: 'recipient', name: 'the Minister' },
      ],
      renditions:
        text.length === 0
          ? []
          : [
              {
                kind: 'transcription',
                key: 't-ru',
                language: ru,
                text: { blocks: text.map((one, at) => paragraph(String(at), one)), notes: [] },
              },
            ],
    },
  };
};

const DRAFTS: readonly Draft[] = [
  person('Falk, Henriette', 'Lotse'),
  person('Falkner, Otto'),
  paper('Tides at the harbour', '1957-03-02', [
    'The harbour is closed.',
    'No tides were seen.',
    'Harbour again.',
  ]),
  paper('Tides in spring', '1957-04'),
  paper('Railway to the coast', '1958-05-01'),
  paper('Railway and tides', '1958'),
];

const asked: SearchRequest = { q: '', scope: 'everything', filters: [], sort: 'title', page: 1 };
const between = (from: string, to: string) => ({ field: 'date', condition: 'between', from, to }) as const;

async function opened(): Promise<{ ports: MemoryPorts; room: ReturnType<typeof openReadingRoom> }> {
  const ports = memoryPorts();
  await importDrafts(ports, DRAFTS, { isPublishing: true });
  for await (const _ of followChanges(ports)) continue;
  return { ports, room: openReadingRoom(ports) };
}

test('a word that nothing has is corrected, said, and searched as it is spelt when told to', async () => {
  const { room } = await opened();
  const corrected = await room.search({ ...asked, q: 'Rialway' });
  assert.deepEqual([corrected.instead, corrected.total], [{ why: 'spelling', q: 'railway' }, 2]);
  const kept = await room.search({ ...asked, q: 'Rialway', isAsTyped: true });
  assert.deepEqual([kept.instead, kept.total, kept.corrections[0]?.instead], [undefined, 0, 'railway']);
});

test('where nothing has all the words, what has some is shown and said, unless all are wanted', async () => {
  const { room } = await opened();
  const any = await room.search({ ...asked, q: 'tides zeppelins', sort: 'relevance' });
  assert.deepEqual([any.instead, any.total], [{ why: 'any-word', q: 'tides OR zeppelins' }, 3]);
  const all = await room.search({ ...asked, q: 'tides zeppelins', isAsTyped: true });
  assert.deepEqual([all.instead, all.total], [undefined, 0]);
  const none = await room.search({ ...asked, q: 'airships zeppelins' });
  assert.deepEqual([none.instead, none.total], [undefined, 0]);
});

test('nothing found: each change that would find something is counted, the others are not offered', async () => {
  const { room } = await opened();
  const filters = [between('1990-01-01', '1990-12-31')];
  const { total, ways } = await room.search({ ...asked, q: 'tides zeppelins', filters });
  assert.equal(total, 0);
  assert.deepEqual(
    ways.map(({ kind, word, total: count }) => `${kind} ${word}: ${count}`),
    ['only-anywhere tides: 3'],
  );
  const offered = async (q: string) =>
    (await room.search({ ...asked, q, isAsTyped: true })).ways.map(
      ({ kind, word, total: count }) => `${kind} ${word}: ${count}`,
    );
  assert.deepEqual(await offered('"tides railway"'), [
    'apart tides railway: 1',
    'only tides: 3',
    'only railway: 2',
  ]);
  assert.deepEqual(await offered('title:railw AND coa'), ['beginning railw* coa*: 1']);
  const narrow = await room.search({ ...asked, q: 'tides', filters });
  assert.deepEqual(
    narrow.ways.map(({ kind, total: count }) => `${kind}: ${count}`),
    ['without: 3'],
  );
});

test('who is called what was asked for heads the results, under any name, but not in a search that is narrowed', async () => {
  const { room } = await opened();
  const heads = async (request: Partial<SearchRequest>) =>
    (await room.search({ ...asked, ...request })).heads.map(
      ({ label, knownAs }) => `${label.title}${knownAs === undefined ? '' : ` as ${knownAs}`}`,
    );
  assert.deepEqual(await heads({ q: 'falk' }), ['Falk, Henriette']);
  const [falk] = (await room.search({ ...asked, q: 'falk' })).heads;
  assert.equal(falk?.documents, 4);
  assert.deepEqual(await heads({ q: 'henriette falk' }), ['Falk, Henriette']);
  assert.deepEqual(await heads({ q: 'lotse' }), ['Falk, Henriette as Lotse']);
  assert.deepEqual(await heads({ q: 'falk tides' }), []);
  assert.deepEqual(await heads({ q: '"falk"' }), []);
  assert.deepEqual(await heads({ q: 'falk', filters: [between('1957-01-01', '1957-12-31')] }), []);
});

test('the years are counted as if no date were chosen, and closer in the months or days', async () => {
  const { room } = await opened();
  const year = await room.search({ ...asked, q: 'tides', filters: [between('1957-01-01', '1957-12-31')] });
  assert.equal(year.total, 2);
  assert.deepEqual(
    year.years.map((one) => `${one.year}: ${one.certain}`),
    ['1957: 2', '1958: 1'],
  );
  assert.deepEqual(
    [year.times?.unit, year.times?.parts.filter((one) => one.certain > 0).map((one) => one.stretch)],
    ['month', ['1957-03', '1957-04']],
  );
  const month = await room.search({ ...asked, filters: [between('1957-04-01', '1957-04-30')] });
  assert.equal(month.times?.unit, 'day');
  assert.ok(month.times.parts.every((one) => one.certain === 0 && one.possible === 1));
});

test('a table and a timeline have rows with what they show; a timeline is in the order of time', async () => {
  const { room } = await opened();
  const found = await room.search({ ...asked, q: 'tides', sort: 'title', view: 'timeline' });
  assert.deepEqual(
    found.rows.map(({ label }) => label.title),
    ['Tides at the harbour', 'Tides in spring', 'Railway and tides'],
  );
  assert.deepEqual([found.rows[0]?.from, found.rows[0]?.to], [['H. Falk'], ['the Minister']]);
});

test('within a document its passages come in the order in which it has them, and of no other', async () => {
  const { room } = await opened();
  const [row] = (await room.search({ ...asked, q: 'closed' })).rows;
  assert.ok(row);
  const within = await room.search({ ...asked, q: 'harbour', scope: row.label.id, sort: 'relevance' });
  assert.equal(within.within?.id, row.label.id);
  assert.deepEqual(
    within.rows.map((one) => one.passages.map(({ text }) => text)),
    [['Tides at the harbour', 'The harbour is closed.', 'Harbour again.']],
  );
  assert.equal(within.rows[0]?.renditions?.get('t-ru')?.language, 'ru');
});

test('letters offer who has them, with the name that was meant, and nobody who is withdrawn', async () => {
  const { ports, room } = await opened();
  const offered = async (letters: string) =>
    (await room.suggest(letters)).map(
      ({ label, knownAs }) => `${label.title}${knownAs ? ` as ${knownAs}` : ''}`,
    );
  assert.deepEqual(await offered('fal'), ['Falk, Henriette', 'Falkner, Otto']);
  assert.deepEqual(await offered('lots'), ['Falk, Henriette as Lotse']);
  assert.deepEqual(await offered('zz'), []);
  assert.equal((await room.suggest('tid', ['agent'])).length, 0);
  const [{ label } = { label: { id: '' as RecordId } }] = await room.suggest('otto');
  await withdraw(ports, label.id, 'for the test', { by: 'test' });
  assert.deepEqual(await offered('fal'), ['Falk, Henriette']);
});
