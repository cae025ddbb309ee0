import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { OpenArchive } from '../../src/compose.ts';
import { UNDETERMINED } from '../../src/core/language.ts';
import { sampleDocument, sampleId, sampleText } from '../../src/core/record.samples.ts';
import { dumpInto } from '../support/dump-archive.ts';
import { emptyArchive, importLines, ORIGIN, suiteCleanup } from '../support/temp-archive.ts';

const cleanup = suiteCleanup(after);
const ACT = { by: 'test' };
const ID = sampleId('document', 1);
const OTHER = sampleId('document', 2);
const UNKNOWN = sampleId('document', 9);
const HELD = { scope: { kind: 'whole' }, reason: 'court-order', words: 'Held back.' } as const;

const ask = async (archive: OpenArchive, address: string, init?: RequestInit): Promise<string> => {
  const answer = await archive.app.fetch(new Request(ORIGIN + address, init));
  return `${answer.status} ${await answer.text()}`;
};

/** Addresses of one record, at every surface. */
const ofRecord = (id: string): readonly string[] => [
  ...[
    '',
    '/a-letter',
    '/v/1',
    '/page/2',
    '/cite',
    '/scans.pdf',
    `/compare/${OTHER}`,
    '.linkset.json',
    '.json',
    '.pdf',
    '.tei',
    '.mods',
    '.ead',
    '.ris',
    '.txt',
  ].map((end) => `/document/${id}${end}`),
  `/ark:/12345/${id}`,
  `/api/v1/documents/${id}`,
  `/api/v1/documents/${id}/editions`,
  `/api/v1/documents/${id}/texts`,
  `/iiif/${id}/manifest`,
  `/srv/record/${id}.json`,
  `/unapi?id=${id}`,
  `/unapi?id=${id}&format=mods`,
  `/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:archive.example:${id}`,
];

/** What is listed of everything. */
const LISTS = [
  '/search.json?q=harbour',
  '/search?q=harbour',
  '/suggest?q=harb',
  '/api/v1/documents',
  '/api/v1/search?q=harbour',
  '/api/v1/changes',
  '/oai?verb=ListRecords&metadataPrefix=oai_dc',
  '/oai?verb=ListIdentifiers&metadataPrefix=mods',
  '/feed.atom',
  '/feed.rss',
  '/sitemap.xml',
  '/sitemap/d.xml',
  '/resourcesync/changelist.xml',
  '/resourcesync/resourcelist/d.xml',
  '/new',
  '/srv/record.json?q=harbour',
] as const;

/** As an answer would be if it were of any other id. */
const masked = (answer: string, id: string): string =>
  answer.replaceAll(id, 'ID').replaceAll(/<responseDate>[^<]*/g, '');

const letter = (id: string, title: string): object => ({
  id,
  record: sampleDocument(title, {
    renditions: [
      { kind: 'transcription', key: 't', language: UNDETERMINED, text: sampleText('By the harbour.') },
    ],
  }),
});

async function heldFromTheFirst(): ReturnType<typeof emptyArchive> {
  const opened = await emptyArchive(cleanup);
  await importLines(opened, [letter(OTHER, 'Another letter')], true);
  await importLines(opened, [letter(ID, 'A letter')], false);
  assert.ok((await opened.archive.restrict(ID, HELD, ACT)).ok);
  assert.ok((await opened.archive.publish(ID, ACT)).ok);
  return opened;
}

async function isUnknown(archive: OpenArchive): Promise<void> {
  const unknown = ofRecord(UNKNOWN);
  for (const [at, address] of ofRecord(ID).entries()) {
    const other = unknown[at] ?? '';
    for (const accept of ['text/html', 'application/json', '*/*']) {
      const [one, none] = [
        await ask(archive, address, { headers: { accept } }),
        await ask(archive, other, { headers: { accept } }),
      ];
      assert.equal(masked(one, ID), masked(none, UNKNOWN), `${address} for ${accept}`);
    }
  }
  for (const address of LISTS) assert.ok(!(await ask(archive, address)).includes(ID), address);
}

test('what was held back before it was published answers as what never was, everywhere', async () => {
  const { archive } = await heldFromTheFirst();
  await isUnknown(archive);
  const { folder } = await dumpInto(archive);
  assert.ok(folder !== '');
  assert.ok(!(await ask(archive, '/data.json')).includes(ID));
});

test('also after a later version, a second restriction, and its withdrawal', async () => {
  const opened = await heldFromTheFirst();
  await importLines(opened, [letter(ID, 'A letter, corrected')], true);
  await isUnknown(opened.archive);
  await opened.archive.restrict(ID, { ...HELD, until: '9999-01-01' }, ACT);
  await opened.archive.liftRestriction(ID, 'x1', ACT);
  await isUnknown(opened.archive);
  await opened.archive.withdraw(ID, 'A mistake.', ACT);
  await isUnknown(opened.archive);
});

test('lifted, it is public; held back again it is gone, and harvesters hear of it', async () => {
  const { archive } = await heldFromTheFirst();
  assert.ok((await archive.liftRestriction(ID, 'x1', ACT)).ok);
  assert.match(await ask(archive, `/document/${ID}/v/1`), /^200/);
  assert.ok((await ask(archive, '/search.json?q=harbour')).includes(ID));
  assert.ok((await archive.restrict(ID, HELD, ACT)).ok);
  assert.match(await ask(archive, `/document/${ID}/v/1`), /^410/);
  assert.match(
    await ask(archive, '/oai?verb=ListIdentifiers&metadataPrefix=oai_dc'),
    new RegExp(`deleted[^]*${ID}|${ID}[^]*deleted`),
  );
});

test('under an embargo that ends while all of it is held back, it stays unknown', async () => {
  const opened = await emptyArchive(cleanup);
  await importLines(opened, [letter(OTHER, 'Another letter'), letter(ID, 'A letter')], false);
  await opened.archive.publish(OTHER, ACT);
  await opened.archive.restrict(ID, HELD, ACT);
  await opened.archive.embargo(ID, '2020-01-01', ACT);
  await isUnknown(opened.archive);
});
