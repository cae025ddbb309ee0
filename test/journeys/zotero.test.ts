import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CataloguedDate } from '../../src/core/date/catalogued-date.ts';
import { parseEdtf } from '../../src/core/date/edtf.ts';
import type { ArchiveDocument } from '../../src/core/document.ts';
import { parseLanguage, UNDETERMINED } from '../../src/core/language.ts';
import { createApp, type App } from '../../src/web/app.ts';
import { fakeReadingRoom } from '../support/fake-reading-room.ts';
import { fakeRecords, ID } from '../support/fake-records.ts';
import { coinsIn, itemOfMods, savedFrom, treeOf } from '../support/zotero-reading.ts';

const found = fakeRecords.get(ID.document);
if (found?.kind !== 'document') throw new Error('the fake document is one');
const document: ArchiveDocument = { ...found, titles: found.titles.slice(0, 1) };
const lang = (tag: string) => parseLanguage(tag) ?? UNDETERMINED;

const on = (words: string, edtf?: string): readonly CataloguedDate[] => {
  const date = edtf === undefined ? undefined : parseEdtf(edtf);
  return [{ kind: 'created', words, isCatalogueDate: true, ...(date === undefined ? {} : { edtf: date }) }];
};

const appWith = (record: ArchiveDocument): App =>
  createApp(fakeReadingRoom(new Map([...fakeRecords, [ID.document, record]])), { mode: 'live' });

const AUTHOR = { role: 'author', name: 'Falk', agent: ID.person } as const;
const OFFICE = { role: 'recipient', name: 'the Office', agent: ID.office } as const;

interface Case {
  readonly says: string;
  readonly record: Partial<ArchiveDocument>;
  readonly type: string;
  readonly creators: readonly string[];
  readonly date: string;
  readonly language: string;
  readonly title?: string;
}

const cases: readonly Case[] = [
  {
    says: 'a letter',
    record: { genre: 'Letter', contributions: [AUTHOR, OFFICE] },
    type: 'letter',
    creators: ['author: Falk, Henriette', 'contributor: a translator', 'recipient: The Office'],
    date: '1957-12-02',
    language: 'de',
  },
  {
    says: 'a telegram between two of whom no more is known',
    record: {
      genre: 'Telegram',
      contributions: [
        { role: 'sender', name: 'Averell Harriman' },
        { role: 'recipient', name: 'Mao Zedong' },
      ],
      renditions: document.renditions.slice(0, 1),
      dates: on('July, 1945', '1945-07'),
    },
    type: 'letter',
    creators: ['author: Harriman, Averell', 'recipient: Mao Zedong'],
    date: '1945-07',
    language: 'de',
  },
  {
    says: 'a report with its translator',
    record: { genre: 'Report', contributions: [AUTHOR], dates: on('about 1953', '1953~') },
    type: 'report',
    creators: ['author: Falk, Henriette', 'translator: a translator'],
    date: 'about 1953',
    language: 'de',
  },
  {
    says: 'minutes, which nobody sent',
    record: {
      genre: 'Minutes',
      contributions: [
        { role: 'participant', name: 'Falk', agent: ID.person },
        { role: 'interpreter', name: 'Jonas Reuter' },
      ],
      dates: on('undated'),
    },
    type: 'manuscript',
    creators: ['contributor: Falk, Henriette', 'contributor: Reuter, Jonas', 'translator: a translator'],
    date: 'undated',
    language: 'de',
  },
  {
    says: 'a letter in Arabic, under its own title',
    record: {
      genre: 'Letter',
      titles: [{ text: 'رسالة من المنارة', lang: lang('ar'), titleKind: 'original' }],
      languages: [lang('ar')],
      contributions: [{ role: 'author', name: 'حارس المنارة' }, OFFICE],
      renditions: document.renditions.slice(0, 1),
    },
    type: 'letter',
    creators: ['author: حارس المنارة', 'recipient: The Office'],
    date: '1957-12-02',
    language: 'ar',
    title: 'رسالة من المنارة',
  },
];

describe('Zotero saves from a document’s page, with no translator of ours', () => {
  for (const one of cases)
    test(one.says, async () => {
      const app = appWith({ ...document, ...one.record });
      const path = `/document/${ID.document}`;
      const { items } = await savedFrom(app, path);
      assert.equal(items.length, 1);
      const [item] = items;
      assert.ok(item);
      assert.equal(item.itemType, one.type);
      assert.equal(item.title, one.title ?? 'Record by Dr. Falk');
      assert.deepEqual(item.creators, one.creators);
      assert.equal(item.fields['date'], one.date);
      assert.equal(item.fields['language'], one.language);
      assert.equal(item.fields['archive'], 'State Archive');
      assert.equal(item.fields['archiveLocation'], 'Best. AfÄ, Akte 112/a, Bl. 94');
      assert.equal(
        item.fields['rights'],
        'Public domain. https://creativecommons.org/publicdomain/mark/1.0/',
      );
      assert.equal(item.fields['abstractNote'], 'What was said over tea.');
      assert.equal(item.fields['libraryCatalog'], 'Test archive');
      assert.match(
        item.fields['url'] ?? '',
        new RegExp(`^https://archive\\.example/document/${ID.document}`),
      );
      assert.match(item.fields['extra'] ?? '', /Invented: Invented for the tests\./);
      const pdf = item.attachments.find(({ mediaType }) => mediaType === 'application/pdf');
      assert.match(pdf?.url ?? '', /^https:\/\/archive\.example\/document\/d.*\.pdf$/);
    });

  test('what is not held has no file', async () => {
    const { items } = await savedFrom(appWith(document), `/document/${ID.withheld}`);
    assert.deepEqual(items[0]?.attachments, []);
    assert.match(items[0]?.fields['extra'] ?? '', /Not held: Withheld by the board\./);
  });

  for (const path of [
    '/search?q=record',
    '/search?view=table',
    '/search?view=timeline',
    `/collection/${ID.collection}`,
    `/person/${ID.person}`,
  ])
    test(`all of ${path}`, async () => {
      const app = appWith(document);
      const page = await (await app.request(path)).text();
      const { items } = await savedFrom(app, path);
      assert.ok(items.length > 0);
      assert.equal(coinsIn(page).length, items.length);
    });
});

describe('programs that know no unAPI find the same in other ways', () => {
  test('MODS has its type, title, people by role, date, place in the archive, rights and address', async () => {
    const app = appWith({ ...document, genre: 'Letter', contributions: [AUTHOR, OFFICE] });
    const answer = await app.request(`/unapi?id=${ID.document}&format=mods`);
    assert.equal(answer.headers.get('content-type'), 'application/mods+xml; charset=utf-8');
    const item = itemOfMods(await treeOf(await answer.text()));
    assert.equal(item.itemType, 'letter');
    assert.equal(item.title, 'Record by Dr. Falk');
    assert.deepEqual(item.creators.slice(0, 2), ['author: Falk, Henriette', 'recipient: The Office']);
    assert.deepEqual(item.fields, {
      date: '1957-12-02',
      rights: 'Public domain',
      abstractNote: 'What was said over tea.',
      archiveLocation: 'State Archive; Best. AfÄ, Akte 112/a, Bl. 94',
      url: `https://archive.example/document/${ID.document}/record-by-dr-falk`,
    });
  });

  test('a ContextObject has what Dublin Core has a word for', async () => {
    const app = appWith({ ...document, genre: 'Letter', contributions: [AUTHOR, OFFICE] });
    const page = await (await app.request(`/document/${ID.document}`)).text();
    const [coins = []] = coinsIn(page);
    assert.deepEqual(coins, [
      ['ctx_ver', 'Z39.88-2004'],
      ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
      ['rft.type', 'letter'],
      ['rft.title', 'Record by Dr. Falk'],
      ['rft.au', 'Falk, Henriette'],
      ['rft.contributor', 'The Office'],
      ['rft.contributor', 'a translator'],
      ['rft.date', '1957-12-02'],
      ['rft.identifier', `https://archive.example/document/${ID.document}`],
      ['rft.language', 'de'],
      ['rft.description', 'What was said over tea.'],
      ['rft.rights', 'Public domain'],
      ['rft.publisher', 'Test archive'],
    ]);
  });

  test('the head has Dublin Core and citation tags', async () => {
    const app = appWith({ ...document, genre: 'Report', contributions: [AUTHOR] });
    const page = await (await app.request(`/document/${ID.document}`)).text();
    const tags = [
      ...page.matchAll(/<meta name="((?:DC|DCTERMS)\.\w+|citation_\w+)" content="([^"]*)">/g),
    ].map(([, name = '', content = '']) => `${name}: ${content}`);
    for (const tag of [
      'DC.title: Record by Dr. Falk',
      'DC.creator: Falk, Henriette',
      'DC.type: report',
      'DC.date: 1957-12-02',
      'DC.rights: Public domain',
      'citation_title: Record by Dr. Falk',
      'citation_author: Falk, Henriette',
      'citation_publication_date: 1957/12/02',
      'citation_language: de',
      'citation_technical_report_institution: State Archive',
      `citation_pdf_url: https://archive.example/document/${ID.document}/scans.pdf`,
    ])
      assert.ok(tags.includes(tag), tag);
  });
});
