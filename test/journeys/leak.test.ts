import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { OpenArchive } from '../../src/compose.ts';
import type { RecordId } from '../../src/core/id.ts';
import type { Restriction } from '../../src/core/redaction.ts';
import { crawl } from '../support/crawl.ts';
import {
  collectionLine,
  documentLine,
  personLine,
  testId,
  transcription,
  translation,
} from '../support/record-lines.ts';
import { ORIGIN, emptyArchive, importLines, suiteCleanup } from '../support/temp-archive.ts';

/**
 * Each secret is two words. A search for the first echoes it, and must find nothing; the second is
 * never asked for, and must stand nowhere.
 */
const NAMES = [
  'draft',
  'draftcollection',
  'draftperson',
  'neverembargo',
  'embargo',
  'withdrawn',
  'restricted',
  'block',
  'note',
  'rendition',
  'summary',
  'mention',
  'source',
  'number',
  'newer',
  'older',
] as const;
type Name = (typeof NAMES)[number];
const secret = (name: Name): string => `sought${name} hidden${name}`;

const BY = { by: 'test' };
const idOf = (name: Name): RecordId => testId('document', NAMES.indexOf(name) + 1);

describe('what may not be seen leaves by no way', () => {
  const asked: { readonly address: string; readonly text: string; readonly status: number }[] = [];
  const cleanup = suiteCleanup(after);
  before(async () => {
    const opened = await emptyArchive(cleanup);
    await fill(opened);
    const starts = ['/', ...NAMES.map(idOf).flatMap(formsOf), ...NAMES.flatMap(searchesFor)];
    for await (const answer of crawl((address) => opened.archive.app.request(address), ORIGIN, starts))
      asked.push(answer);
    for await (const line of opened.archive.publicLines())
      asked.push({ address: 'export --public', text: line, status: 200 });
  });

  for (const name of NAMES)
    test(`${name}: found nowhere`, () => {
      const found = asked.filter(({ text }) => text.includes(`hidden${name}`)).map(({ address }) => address);
      assert.deepEqual(found, []);
    });

  for (const name of NAMES)
    test(`${name}: no search counts it`, () => {
      const answer = asked.find(({ address }) => address === `/search.json?q=sought${name}`);
      assert.match(answer?.text ?? '', /"total":0\b/);
    });

  test('every answer was an answer', () =>
    assert.deepEqual(
      asked
        .filter(({ status }) => ![200, 301, 404, 410].includes(status))
        .map(({ address, status }) => `${status} ${address}`),
      [],
    ));

  test('what is public is there: the search itself works', () => {
    const answer = asked.find(({ address }) => address === '/search.json?q=opentoall');
    assert.match(answer?.text ?? '', /"total":[1-9]/);
    assert.ok(
      asked.some(({ address, text }) => address.startsWith('/document/') && text.includes('opentoall')),
    );
  });

  const statuses: readonly (readonly [name: Name, status: number])[] = [
    ['draft', 404],
    ['neverembargo', 404],
    ['embargo', 410],
    ['withdrawn', 410],
    ['restricted', 410],
    ['block', 200],
    ['newer', 200],
  ];
  for (const [name, status] of statuses)
    test(`${name}: its address answers ${status}`, () =>
      assert.equal(asked.find(({ address }) => address === `/document/${idOf(name)}.json`)?.status, status));
});

const formsOf = (id: RecordId): readonly string[] => [
  `/document/${id}`,
  ...['.json', '.md', '.txt', '.tei'].map((suffix) => `/document/${id}${suffix}`),
  `/document/${id}/v/1`,
  `/document/${id}/v/2`,
];

const searchesFor = (name: string): readonly string[] => [
  `/search?q=sought${name}`,
  `/search.json?q=sought${name}`,
  '/search.json?q=opentoall',
];

async function fill(opened: { readonly folder: string; readonly archive: OpenArchive }): Promise<void> {
  const problems = [
    ...(await importLines(opened, published(), true)),
    ...(await importLines(opened, drafts(), false)),
  ];
  assert.deepEqual(problems, []);
  await holdBack(opened.archive);
}

const secretDocument = (name: Name): object =>
  documentLine(idOf(name), `Title ${secret(name)}`, {
    summaries: [{ text: `Summary ${secret(name)}`, lang: 'en' }],
    renditions: [transcription(`Text ${secret(name)}`)],
    contributions: [{ role: 'author', name: `Author ${secret(name)}` }],
  });

function published(): readonly object[] {
  const open = testId('document', 90);
  return [
    documentLine(open, 'A document opentoall', { renditions: [transcription('All may read it.')] }),
    secretDocument('embargo'),
    secretDocument('withdrawn'),
    secretDocument('restricted'),
    documentLine(idOf('block'), 'Blocks', {
      renditions: [transcription('All may read it.', `No: ${secret('block')}`)],
    }),
    documentLine(idOf('note'), 'Notes', {
      renditions: [transcription('Yes.'), translation('Ja.', `Nein: ${secret('note')}`)],
    }),
    documentLine(idOf('rendition'), 'Renditions', {
      renditions: [transcription('Yes.'), translation(`Nein: ${secret('rendition')}`, '')],
    }),
    documentLine(idOf('summary'), 'Summary', { summaries: [{ text: secret('summary'), lang: 'en' }] }),
    documentLine(idOf('mention'), 'Authors', {
      contributions: [{ role: 'author', name: secret('mention') }],
    }),
    documentLine(idOf('source'), 'Source', { source: { verbatim: secret('source') } }),
    documentLine(idOf('number'), 'Number', {
      numbers: [{ numberKind: 'telegram', value: secret('number') }],
    }),
    documentLine(idOf('newer'), 'Newer'),
    secretDocument('older'),
  ];
}

/** What was never public: new records, and newer versions of public ones. */
function drafts(): readonly object[] {
  const [collection, person] = [testId('collection', 1), testId('agent', 1)];
  return [
    collectionLine(collection, secret('draftcollection')),
    personLine(person, secret('draftperson')),
    secretDocument('draft'),
    secretDocument('neverembargo'),
    documentLine(idOf('newer'), `Newer ${secret('newer')}`, { renditions: [transcription(secret('newer'))] }),
    documentLine(testId('document', 91), 'A draft that a public one refers to'),
  ];
}

async function holdBack(archive: OpenArchive): Promise<void> {
  const restrict = (name: Name, scope: Restriction['scope']): ReturnType<OpenArchive['restrict']> =>
    archive.restrict(idOf(name), { scope, reason: 'living-person', words: 'Held back.' }, BY);
  const done = [
    await archive.embargo(idOf('embargo'), '9999-01-01', BY),
    await archive.embargo(idOf('neverembargo'), '9999-01-01', BY),
    await archive.withdraw(idOf('withdrawn'), 'A mistake.', BY),
    await archive.withdraw(idOf('older'), 'A mistake.', BY),
    await restrict('restricted', { kind: 'whole' }),
    await restrict('block', { kind: 'blocks', blocks: ['b2'] }),
    await restrict('note', { kind: 'blocks', blocks: ['btn1'] }),
    await restrict('rendition', { kind: 'rendition', rendition: 't-de-1' }),
    await restrict('summary', { kind: 'field', field: 'summary' }),
    await restrict('mention', { kind: 'field', field: 'contributions' }),
    await restrict('source', { kind: 'field', field: 'source' }),
    await restrict('number', { kind: 'field', field: 'numbers' }),
  ];
  assert.deepEqual(
    done.filter(({ ok }) => !ok),
    [],
  );
}
