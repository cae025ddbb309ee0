import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { z } from 'zod';
import { emptyArchive, ORIGIN, suiteCleanup } from '../support/temp-archive.ts';
import { fillWithOldRecords, OLD_RECORDS as R } from './old-client-archive.ts';
import {
  COLLECTION,
  COLLECTION_STUB,
  COVERAGE,
  DATE_RANGE,
  NAME,
  pageOf,
  RECORD,
  RECORD_STUB,
  THEME,
} from './old-client-shapes.ts';

/** Asks as the public client does, and reads the answer as its models demand. */
describe('a client of the interface that was closed', () => {
  const cleanup = suiteCleanup(after);
  let opened: Awaited<ReturnType<typeof emptyArchive>>;
  before(async () => {
    opened = await emptyArchive(cleanup);
    await fillWithOldRecords(opened);
  });

  const ask = async (path: string): Promise<Response> => opened.archive.app.fetch(new Request(ORIGIN + path));
  async function get<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    const answer = await ask(path);
    assert.equal(answer.status, 200, path);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
    return shape.parse(await answer.json());
  }
  const record = (asked: string) => get(`/srv/record/${asked}.json`, RECORD);
  const found = async (query: string): Promise<readonly string[]> => {
    const { list } = await get(
      `/srv/record.json?model=Record&itemsPerPage=200&${query}`,
      pageOf(RECORD_STUB),
    );
    return list.map(({ title }) => title.replace(/^A lamp /, '')).sort();
  };

  for (const name of [
    'plain',
    'texts',
    'undated',
    'uncertain',
    'notHeld',
    'scanned',
    'inPart',
    'nested',
  ] as const)
    test(`a record that is ${name} has every field, of the right type`, async () => {
      const { uri, id } = await record(R[name]);
      assert.equal((await get(uri, RECORD)).id, id);
    });

  test('a record says what ours says', async () => {
    const plain = await record('208400');
    assert.deepEqual([plain.id, plain.uri], ['208400', '/srv/record/208400.json']);
    assert.equal(plain.description, 'A keeper asks for oil. This text is invented: For a test.');
    assert.deepEqual([plain.doc_date, plain.date_range_start], ['19500302', '19500302']);
    assert.equal(plain.frontend_doc_date, 'March 2, 1950');
    assert.equal(plain.source, 'Lamp Archive, f. 1, d. 2. Given by Kell.');
    assert.deepEqual(plain.type, [{ id: 'letter', name: 'Letter' }]);
    assert.deepEqual(plain.rights, { id: 'cc-by-4-0', name: 'CC BY 4.0', rights: 'Name the archive.' });
    assert.deepEqual(plain.languages, [{ id: 'eng', name: 'English' }]);
    assert.deepEqual(plain.classifications, [
      { id: 'secret', name: 'Secret' },
      { id: 'by-hand', name: 'By hand' },
    ]);
    assert.deepEqual(plain.donors, [{ id: 'the-oil-fund', name: 'The Oil Fund' }]);
    const kell = { id: '105', name: 'Kell, Anna', value: 'Kell, Anna', uri: '/srv/contributor/105.json' };
    assert.deepEqual(plain.creators, [kell]);
    assert.deepEqual(
      plain.contributors.map(({ id, uri }) => [id, uri]),
      [
        ['105', kell.uri],
        ['the-lamp-office', ''],
        ['a-nobody', ''],
      ],
    );
    assert.deepEqual(plain.publishers, [{ id: '7', name: 'Kell Press', value: 'Kell Press' }]);
    assert.deepEqual(
      [plain.subjects, plain.repositories].map(([one]) => one?.uri),
      ['/srv/subject/105.json', '/srv/repository/81.json'],
    );
    assert.deepEqual(
      [plain.attachments, plain.links].map((list) => list.map(({ id }) => id)),
      [['208401'], [R.undated]],
    );
    assert.deepEqual(
      plain.collections.map(({ uri }) => uri),
      ['/srv/collection/105.json'],
    );
  });

  test('dates that are not known to the day have zeros, and those of no day no first day', async () => {
    const of = async (asked: string) => {
      const { doc_date, date_range_start } = await record(asked);
      return [doc_date, date_range_start];
    };
    assert.deepEqual(await of('208401'), ['19500700', '19500701']);
    assert.deepEqual(await of(R.uncertain), ['19500000', '19500101']);
    assert.deepEqual(await of(R.undated), ['00000000', null]);
  });

  test('what is not held, or only in part, says so where it can', async () => {
    assert.equal((await record(R.notHeld)).description, 'Not found in its file.');
    const part = await record(R.inPart);
    assert.equal(part.description, 'Withheld: A name is held back.');
    assert.deepEqual(part.media_files, []);
    assert.equal(part.transcripts.length, 1);
  });

  test('who was merged is told as whom', async () =>
    assert.deepEqual(
      (await record('208401')).creators.map(({ id, name }) => [id, name]),
      [['105', 'Kell, Anna']],
    ));

  test('texts and scans are had at the addresses that a client makes of theirs, with one slash more', async () => {
    const { transcripts, translations } = await record('208401');
    const [original, german] = [transcripts[0], translations[0]];
    assert.ok(original && german);
    assert.deepEqual(german.language, { id: 'ger', name: 'German' });
    const [one, other] = await Promise.all([ask(`/${original.url}`), ask(`/${german.url}`)]);
    assert.deepEqual([one.status, other.status], [200, 200]);
    assert.match(one.headers.get('content-type') ?? '', /^text\/html/);
    assert.match(await one.text(), /lang="en"[\s\S]*The lamp is lit &lt;here&gt;\./);
    const words = await other.text();
    assert.match(words, /<html lang="de" dir="ltr">[\s\S]*Die Lampe brennt\.[\s\S]*Eine Anmerkung\./);
    assert.ok(words.includes(`href="${ORIGIN}/document/${R.texts}/`));
    const [scan] = (await record(R.scanned)).media_files;
    assert.ok(scan);
    const pdf = await ask(`/${scan.path}`);
    assert.deepEqual([pdf.status, pdf.headers.get('content-type')], [200, 'application/pdf']);
    assert.ok((await pdf.text()).startsWith('%PDF-'));
    const [part] = (await record(R.inPart)).transcripts;
    const shown = await (await ask(part?.url ?? '')).text();
    assert.match(shown, /Withheld: A name is held back\.[\s\S]*Open to all\./);
    assert.doesNotMatch(shown, /Hidden from all/);
    assert.equal((await ask(`/srv/media/${R.inPart}-s1.pdf`)).status, 404);
  });

  const searches: readonly (readonly [says: string, query: string, found: readonly string[]])[] = [
    ['words', 'q=oil', ['Lamp oil for the northern light']],
    [
      'words and a collection',
      'q=lamp&collection%5B%5D=105',
      ['Lamp oil for the northern light', 'in two languages', 'within'],
    ],
    ['a collection, by our id', `q=&collection%5B%5D=${R.inner}`, ['within']],
    [
      'two that must both hold',
      `collection%5B%5D=105&subject%5B%5D=105`,
      ['Lamp oil for the northern light'],
    ],
    ['a contributor', 'contributor%5B%5D=105', ['Lamp oil for the northern light', 'in two languages']],
    [
      'a contributor, and words with a choice',
      'contributor%5B%5D=105&q=oil%20OR%20half',
      ['Lamp oil for the northern light'],
    ],
    ['a place', `coverage%5B%5D=${R.town}`, ['Lamp oil for the northern light']],
    ['an archive', 'repository=81', ['Lamp oil for the northern light']],
    ['a publisher', 'publisher=7', ['Lamp oil for the northern light']],
    ['somebody who published nothing', 'publisher=105', []],
    ['a donor', 'donor%5B%5D=the-oil-fund', ['Lamp oil for the northern light', 'in two languages']],
    ['a language', 'language=rus', ['in two languages']],
    ['a language that nothing has', 'language=mon', []],
    ['a translation', 'translation=ger', ['in two languages']],
    ['a translation that there is not', 'translation=chi', []],
    ['a theme', 'theme=105', ['Lamp oil for the northern light', 'in two languages', 'within']],
    ['a record that is none', 'subject%5B%5D=1', []],
    ['a draft', 'q=lit%20yet', []],
    ['what is held back', 'q=hidden', []],
    ['days', 'start_date=19500303&end_date=19510101', ['as it was drawn', 'in two languages']],
    ['a day before any', 'start_date=19000101&end_date=19491231', []],
    ['the whole of a decade from its first day', 'start_date=19500101&end_date=19500101', ['of some year']],
  ];
  for (const [says, query, expected] of searches)
    test(`is asked for ${says}`, async () => assert.deepEqual(await found(query), expected));

  test('days that are found by are days that are told', async () => {
    const { list } = await get('/srv/record.json?start_date=19500101&end_date=19510101', pageOf(RECORD_STUB));
    assert.equal(list.length, 4);
    for (const { date_range_start } of list)
      assert.ok(
        date_range_start !== null && date_range_start >= '19500101' && date_range_start <= '19510101',
      );
  });

  test('pages together are the whole, each record once', async () => {
    const shape = pageOf(RECORD_STUB);
    const first = await get('/srv/record.json?q=lamp&model=Record&itemsPerPage=3', shape);
    const ids = first.list.map(({ id }) => id);
    for (let page = 2; page <= first.pagination.totalPages; page++)
      for (const { id } of (
        await get(`/srv/record.json?q=lamp&model=Record&itemsPerPage=3&page=${page}`, shape)
      ).list)
        ids.push(id);
    assert.equal(ids.length, first.pagination.totalItems);
    assert.equal(new Set(ids).size, 8);
    assert.deepEqual((await get('/srv/record.json?q=lamp&page=999999', shape)).list, []);
  });

  test('both kinds are had together, and collections alone', async () => {
    const both = await get('/srv/record.json?q=lamps', pageOf(RECORD_STUB.or(COLLECTION_STUB)));
    assert.ok(both.list.some(({ model }) => model === 'Collection'));
    const alone = await get('/srv/collection.json?term=strait&itemsPerPage=200', pageOf(COLLECTION_STUB));
    assert.deepEqual(
      alone.list.map(({ id, no_of_documents }) => [id, no_of_documents]),
      [['105', '3']],
    );
    const asModel = await get('/srv/record.json?q=strait&model=Collection', pageOf(COLLECTION_STUB));
    assert.deepEqual(asModel.list, alone.list);
  });

  test('a collection, those around it, and a theme that it stands for', async () => {
    const outer = await get('/srv/collection/105.json', COLLECTION);
    assert.equal(outer.description, '<p>What was written of &lt;lamps&gt; &amp; oil.</p>');
    assert.equal(outer.parent, null);
    assert.equal((await get(`/srv/collection/${R.inner}.json`, COLLECTION)).parent?.id, '105');
    const theme = await get('/srv/theme/lamps-of-the-strait.json', THEME);
    assert.deepEqual(await get(theme.uri, THEME), theme);
    assert.deepEqual(
      theme.featured_collections.map(({ id }) => id),
      [R.inner],
    );
    assert.equal((await ask(`/srv/theme/${R.inner}.json`)).status, 404);
  });

  for (const [model, term, id] of [
    ['subject', 'lightho', '105'],
    ['contributor', 'Kell', '105'],
    ['repository', 'archive', '81'],
  ] as const)
    test(`a ${model} is found by its name, and followed`, async () => {
      const { list, pagination } = await get(
        `/srv/${model}.json?term=${term}&itemsPerPage=200`,
        pageOf(NAME(model)),
      );
      assert.equal(pagination.totalItems, list.length);
      const one = list.find((each) => each.id === id);
      assert.ok(one);
      assert.deepEqual(await get(one.uri, NAME(model)), one);
    });

  test('a place knows what is around it, and in it', async () => {
    const [one] = (await get('/srv/coverage.json?term=marsa', pageOf(NAME('coverage')))).list;
    const town = await get(one?.uri ?? '', COVERAGE);
    assert.deepEqual(
      [town.parent, town.children],
      [{ ...NAMED, name: 'The Strait', value: 'The Strait' }, undefined],
    );
    const region = await get('/srv/coverage/295.json', COVERAGE);
    assert.deepEqual([region.parent, region.children?.map(({ name }) => name)], [[], ['Marsa']]);
  });
  const NAMED = { id: '295', uri: '/srv/coverage/295.json' };

  test('the range of dates goes from the first day to the last of the document that begins last', async () =>
    assert.deepEqual(await get('/srv/record/date_range.json', DATE_RANGE), {
      begin: '19500101',
      end: '19520101',
    }));

  const statuses: readonly (readonly [path: string, status: number])[] = [
    ['/srv/record/999.json', 404],
    [`/srv/record/${R.draft}.json`, 404],
    ['/srv/record/300.json', 410],
    ['/srv/record/105.json', 404],
    ['/srv/contributor/301.json', 200],
    [`/srv/contributor/${R.merged}.json`, 301],
    [`/srv/record/${R.outer}.json`, 404],
    [`/srv/collection/${R.plain}.json`, 404],
    ['/srv/record/208400', 404],
    ['/srv/record/.json', 404],
    ['/srv/record/%00.json', 400],
    ['//srv/record/%ff.json', 400],
    [`/srv/record/${'9'.repeat(300)}.json`, 404],
    ['/srv/nonsense.json', 404],
    ['/srv/nonsense/1.json', 404],
    ['/srv/donor/1.json', 404],
    ['/srv/record.json?page=-1', 400],
    ['/srv/record.json?page=1&page=2', 400],
    ['/srv/record.json?model=Nonsense', 400],
    ['/srv/record.json?start_date=19501301', 400],
    ['/srv/subject.json?itemsPerPage=none', 400],
    [`/srv/record.json?contributor[]=105&q=${'lamp+'.repeat(100)}`, 400],
    [`/srv/record.json?q=${'lamp+'.repeat(100)}`, 400],
    [`/srv/subject.json?term=${'lamp+'.repeat(100)}`, 400],
    ['/srv/language/%22.json', 404],
    ['/srv/media/nonsense.pdf', 404],
    [`/srv/transcript/${R.texts}-t-de-1.html`, 404],
    [`/srv/transcript/${R.texts}-t-en.pdf`, 404],
    [`/srv/translation/${R.draft}-t-en-1.html`, 404],
    [`/srv/transcript/${R.withdrawn}-t-en.html`, 410],
  ];
  for (const [path, status] of statuses)
    test(`${path.slice(0, 60)} answers ${status}, and no page for people`, async () => {
      const answer = await ask(path);
      assert.equal(answer.status, status);
      if (status >= 400) assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      else assert.doesNotMatch(await answer.text(), /<!doctype/i);
    });

  const odd = [
    '"',
    '((((',
    'OR',
    '-',
    'a*',
    '?*',
    'from:',
    '\u0000',
    '💥',
    '../..',
    '<b>',
    '%',
    '-1',
    '٣',
    '99999999',
  ];
  const asked = 'q term model page itemsPerPage start_date language translation theme collection[] donor[]';
  test('nothing that is asked oddly is a fault of ours, or answered by a page for people', async () => {
    for (const list of ['record', 'contributor', 'theme', 'language'])
      for (const name of asked.split(' '))
        for (const value of odd) {
          const answer = await ask(`/srv/${list}.json?${name}=${encodeURIComponent(value)}`);
          assert.ok([200, 400].includes(answer.status), `${list} ${name} ${value}`);
          assert.match(answer.headers.get('content-type') ?? '', /^application\/(?:problem\+)?json/);
          await answer.body?.cancel();
        }
  });
});
