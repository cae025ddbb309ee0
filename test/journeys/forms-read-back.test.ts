import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { z } from 'zod';
import { parseEdtf } from '../../src/core/date/edtf.ts';
import type { CataloguedDate } from '../../src/core/date/catalogued-date.ts';
import type { ArchiveDocument } from '../../src/core/document.ts';
import type { RecordId } from '../../src/core/id.ts';
import type { ArchiveRecord } from '../../src/core/record.ts';
import { chunksOf } from '../../src/formats/encoding/lines.ts';
import { readTree } from '../../src/formats/xml-mapping/read-tree.ts';
import { childrenOf, descendantsOf, plainOf, type XmlElement } from '../../src/formats/xml/xml-node.ts';
import { createApp, type App } from '../../src/web/app.ts';
import { loadAssets, type Assets } from '../../src/web/assets.ts';
import { fakeReadingRoom } from '../support/fake-reading-room.ts';
import { fakeId, fakeRecords, ID, lang } from '../support/fake-records.ts';

/*
 * Forms are read back by what knows nothing of how they were written: names of elements stand here as the standards
 * have them. All of it is invented.
 */

const base = fakeRecords.get(ID.document);
if (base?.kind !== 'document') throw new Error('the document of the tests is one');
const document: ArchiveDocument = base;

const dated = (words: string, edtf?: string): readonly CataloguedDate[] => {
  const read = edtf === undefined ? undefined : parseEdtf(edtf);
  return [{ kind: 'created', words, isCatalogueDate: true, ...(read === undefined ? {} : { edtf: read }) }];
};
const titled = (text: string, tag = 'en'): ArchiveDocument['titles'] => [
  { text, lang: lang(tag), titleKind: 'original' },
];
const LONG = 'A title that does not end '.repeat(800).trim();
const ARABIC = 'رسالة من مدير الميناء';

interface Case {
  readonly name: string;
  readonly record: ArchiveDocument;
  readonly title: string;
  readonly lang?: string;
  /** EDTF, or words where nothing is known in EDTF. */
  readonly date?: string;
  /** From when to when it may be, in ISO 8601, where EDTF says it otherwise. */
  readonly range?: string;
  readonly archive?: string;
  readonly place?: string;
}

const HERE = { archive: 'State Archive', place: 'Best. AfÄ, Akte 112/a, Bl. 94' };
const CASES: readonly Case[] = [
  { name: 'a day', record: document, title: 'Record by Dr. Falk', lang: 'en', date: '1957-12-02', ...HERE },
  {
    name: 'a month',
    record: { ...document, dates: dated('July, 1945', '1945-07') },
    title: 'Record by Dr. Falk',
    date: '1945-07',
    ...HERE,
  },
  {
    name: 'about a year',
    record: { ...document, dates: dated('about 1953', '1953~') },
    title: 'Record by Dr. Falk',
    date: '1953~',
    range: '1953-01-01/1953-12-31',
    ...HERE,
  },
  {
    name: 'a decade',
    record: { ...document, dates: dated('1950s', '195X') },
    title: 'Record by Dr. Falk',
    date: '195X',
    range: '1950-01-01/1959-12-31',
    ...HERE,
  },
  {
    name: 'two years',
    record: { ...document, dates: dated('1946–1948', '1946/1948') },
    title: 'Record by Dr. Falk',
    date: '1946/1948',
    ...HERE,
  },
  {
    name: 'a season',
    record: { ...document, dates: dated('Winter 1956', '1956-24') },
    title: 'Record by Dr. Falk',
    date: '1956-24',
    range: '1956-01-01/1957-02-28',
    ...HERE,
  },
  {
    name: 'words alone',
    record: { ...document, dates: dated('in the days of fog') },
    title: 'Record by Dr. Falk',
    date: 'in the days of fog',
    ...HERE,
  },
  { name: 'no date', record: { ...document, dates: [] }, title: 'Record by Dr. Falk', ...HERE },
  {
    name: 'an Arabic title',
    record: { ...document, titles: titled(ARABIC, 'ar'), languages: [lang('ar'), lang('de')] },
    title: ARABIC,
    lang: 'ar',
    date: '1957-12-02',
    ...HERE,
  },
  {
    name: 'a very long title',
    record: { ...document, titles: titled(LONG) },
    title: LONG,
    date: '1957-12-02',
    ...HERE,
  },
  { name: 'no title', record: { ...document, titles: [] }, title: ID.document, date: '1957-12-02', ...HERE },
  {
    name: 'signs that XML cannot hold',
    record: { ...document, titles: titled('A \u0000<b>&"\u000b\ud800 title\ufffe') },
    title: 'A \ufffd<b>&"\ufffd\ufffd title\ufffd',
    date: '1957-12-02',
    ...HERE,
  },
  {
    name: 'known, and not held',
    record: {
      ...document,
      renditions: [],
      alignments: [],
      holding: { kind: 'not-held', reason: 'withheld-in-full', words: 'Withheld by the board.' },
    },
    title: 'Record by Dr. Falk',
    date: '1957-12-02',
    ...HERE,
  },
  {
    name: 'its source held back',
    record: { ...document, source: {} },
    title: 'Record by Dr. Falk',
    date: '1957-12-02',
  },
  {
    name: 'a line alone',
    record: { ...document, source: { verbatim: 'From a drawer' } },
    title: 'Record by Dr. Falk',
    date: '1957-12-02',
    place: 'From a drawer',
  },
];

let assets: Assets;
before(async () => {
  assets = await loadAssets();
});

const archiveOf = (record: ArchiveDocument): App =>
  createApp(fakeReadingRoom(new Map<RecordId, ArchiveRecord>(fakeRecords).set(ID.document, record)), {
    mode: 'live',
    assets,
  });

async function bodyOf(record: ArchiveDocument, suffix: string): Promise<string> {
  const answer = await archiveOf(record).request(`/document/${ID.document}.${suffix}`);
  assert.equal(answer.status, 200);
  return answer.text();
}

async function treeOf(record: ArchiveDocument, suffix: string): Promise<XmlElement> {
  const { root, problems } = await readTree({ name: suffix, chunks: chunksOf(await bodyOf(record, suffix)) });
  assert.deepEqual(problems, []);
  assert.ok(root);
  return root;
}

const wordsOf = (elements: readonly XmlElement[]): readonly string[] => elements.map((one) => plainOf(one));
const withType = (elements: readonly XmlElement[], type: string): readonly XmlElement[] =>
  elements.filter(({ attributes }) => attributes['type'] === type);

/** Whom the translation alone names. */
const translatorOf = ({ renditions }: ArchiveDocument): readonly string[] =>
  renditions.length === 0 ? [] : ['a translator'];

describe('MODS', () => {
  for (const one of CASES)
    test(one.name, async () => {
      const mods = await treeOf(one.record, 'mods');
      const [title] = childrenOf(mods, 'titleInfo');
      assert.equal(plainOf(title), one.title.normalize('NFC'));
      if (one.lang !== undefined) assert.equal(title?.attributes['xml:lang'], one.lang);
      const created = childrenOf(mods, 'originInfo').flatMap((origin) => childrenOf(origin, 'dateCreated'));
      assert.deepEqual(wordsOf(created), one.date === undefined ? [] : [one.date]);
      const locations = childrenOf(mods, 'location')
        .flatMap((place) => place.children)
        .filter((child) => typeof child !== 'string');
      const physical = locations.filter(({ name }) => name === 'physicalLocation');
      assert.deepEqual(
        wordsOf(withType(physical, 'repository')),
        one.archive === undefined ? [] : [one.archive],
      );
      assert.deepEqual(
        wordsOf(locations.filter(({ name }) => name === 'shelfLocator')),
        one.place === undefined ? [] : [one.place],
      );
      const people = childrenOf(mods, 'name').map((person) => [
        wordsOf(childrenOf(person, 'namePart')).join(', '),
        wordsOf(withType(descendantsOf(person, 'roleTerm'), 'text')).join(),
      ]);
      assert.deepEqual(people, [
        ['Falk, Henriette', 'author'],
        ['The Office', 'recipient'],
        ['Nobody', 'participant'],
        ...translatorOf(one.record).map((name) => [name, 'translator']),
      ]);
    });
});

describe('Dublin Core', () => {
  for (const one of CASES)
    test(one.name, async () => {
      const dc = await treeOf(one.record, 'dc');
      const said = (name: string): readonly string[] => wordsOf(childrenOf(dc, `dc:${name}`));
      assert.equal(said('title')[0], one.title.normalize('NFC'));
      assert.deepEqual(said('creator'), ['Falk, Henriette']);
      assert.deepEqual(said('contributor'), ['The Office', 'Nobody', ...translatorOf(one.record)]);
      assert.deepEqual(
        said('date'),
        [one.date, one.range].filter((date) => date !== undefined),
      );
      if (one.archive !== undefined)
        assert.ok(said('source').includes(`${one.archive}, ${one.place ?? ''}`), said('source').join('\n'));
      assert.ok(
        said('identifier').some((words) =>
          words.startsWith(`https://archive.example/document/${ID.document}`),
        ),
      );
      assert.ok(said('description').includes('This record is invented: Invented for the tests.'));
      const isHeld = one.record.holding.kind === 'held';
      assert.equal(said('description').includes('Known but not held: Withheld by the board.'), !isHeld);
    });
});

const itemSchema = z.tuple([
  z.looseObject({
    title: z.string(),
    author: z.array(z.looseObject({ family: z.string().optional(), given: z.string().optional() })),
    recipient: z.array(z.looseObject({ literal: z.string().optional() })),
    issued: z
      .looseObject({ 'date-parts': z.array(z.array(z.number())).optional(), literal: z.string().optional() })
      .optional(),
    archive: z.string().optional(),
    archive_location: z.string().optional(),
    note: z.string(),
  }),
]);

describe('CSL-JSON', () => {
  for (const one of CASES)
    test(one.name, async () => {
      const [item] = itemSchema.parse(JSON.parse(await bodyOf(one.record, 'csl.json')));
      assert.equal(item.title.replace(/[\u0000-\u001f\ufffe]|[\ud800-\udfff]/g, '\ufffd'), one.title);
      assert.deepEqual(item.author, [{ family: 'Falk', given: 'Henriette' }]);
      assert.deepEqual(item.recipient, [{ literal: 'The Office' }]);
      assert.equal(item.archive, one.archive);
      assert.equal(item.archive_location, one.place);
      if (one.date === '1957-12-02') assert.deepEqual(item.issued?.['date-parts'], [[1957, 12, 2]]);
      if (one.date === undefined) assert.equal(item.issued, undefined);
      assert.match(item.note, /^Invented: Invented for the tests\./);
    });
});

test('every XML form of a record full of what XML cannot hold is well-formed', async () => {
  const odd = 'x\u0001\u0008\u000c\u001f\ufffe\uffff\ud83d y]]>&amp;<!--';
  const record: ArchiveDocument = {
    ...document,
    titles: titled(odd),
    summaries: [{ text: odd, lang: lang('en') }],
    genre: odd,
    contributions: [{ role: 'author', name: odd, station: odd }],
    numbers: [{ numberKind: 'other', value: odd }],
    source: {
      verbatim: odd,
      original: { repositoryName: odd, steps: [{ level: 'file', code: odd, label: odd }] },
    },
    rights: { words: odd, uri: `https://rights.example/${odd}`, holder: odd },
    otherFields: [{ name: odd, value: odd }],
    identifiers: [{ scheme: odd, value: odd }],
    related: [{ document: fakeId('document', 2), relation: 'related', words: odd }],
  };
  for (const suffix of ['mods', 'dc', 'ead', 'tei']) await treeOf(record, suffix);
});
