import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { OpenArchive } from '../../src/compose.ts';
import { sampleCollection, sampleDocument, sampleId } from '../../src/core/record.samples.ts';
import { printListToken } from '../../src/formats/oai/tokens.ts';
import { childOf, childrenOf, pathOf, plainOf } from '../../src/formats/xml/xml-node.ts';
import { asked, codesIn, wellFormed } from '../support/oai-client.ts';
import { emptyArchive, importLines, ORIGIN, suiteCleanup } from '../support/temp-archive.ts';

const [doc, gone, draft] = [1, 2, 3].map((n) => sampleId('document', n));
const collection = sampleId('collection', 1);
const GET = 'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:archive.example:';
const LIST = 'verb=ListRecords&metadataPrefix=oai_dc';
const token = (upTo: number): string =>
  printListToken('ListRecords', { prefix: 'oai_dc' }, { upTo, after: 1, cursor: 1 });

describe('who harvests wrongly is told so as the protocol says', () => {
  let archive: OpenArchive;
  const cleanup = suiteCleanup(after);
  before(async () => {
    const opened = await emptyArchive(cleanup);
    archive = opened.archive;
    const shown = [doc, gone].map((id) => ({ id, record: sampleDocument(`Document ${id}`) }));
    await importLines(opened, [{ id: collection, record: sampleCollection('Whole') }, ...shown], true);
    await importLines(opened, [{ id: draft, record: sampleDocument('A draft') }], false);
    assert.ok(gone && (await archive.withdraw(gone, 'A mistake.', { by: 'test' })).ok);
  });

  const cases: readonly (readonly [query: string, ...codes: string[]])[] = [
    ['', 'badVerb'],
    ['verb=Nonsense&x=1', 'badVerb'],
    ['verb=Identify&x=%00%ff', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=nonsense', 'cannotDisseminateFormat'],
    ['verb=ListIdentifiers&metadataPrefix=OAI_DC', 'cannotDisseminateFormat'],
    [
      `verb=GetRecord&metadataPrefix=tei&identifier=oai:archive.example:${collection}`,
      'cannotDisseminateFormat',
    ],
    [`verb=GetRecord&metadataPrefix=x&identifier=oai:archive.example:${doc}`, 'cannotDisseminateFormat'],
    [`${GET}${draft}`, 'idDoesNotExist'],
    [`${GET}${sampleId('document', 99)}`, 'idDoesNotExist'],
    [`${GET}${doc?.toUpperCase()}`, 'idDoesNotExist'],
    [`${GET}constructor`, 'idDoesNotExist'],
    [`verb=GetRecord&metadataPrefix=oai_dc&identifier=${doc}:x`, 'idDoesNotExist'],
    [`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere.example:${doc}`, 'idDoesNotExist'],
    [`verb=ListMetadataFormats&identifier=oai:archive.example:${draft}`, 'idDoesNotExist'],
    [`verb=ListMetadataFormats&identifier=oai:archive.example:${gone}`, 'noMetadataFormats'],
    [`${LIST}&set=${sampleId('collection', 9)}`, 'noRecordsMatch'],
    [`${LIST}&set=${doc}`, 'noRecordsMatch'],
    [`${LIST}&until=1999-01-01`, 'noRecordsMatch'],
    [`${LIST}&from=2999-01-01T00:00:00Z`, 'noRecordsMatch'],
    [`verb=ListRecords&resumptionToken=${token(9999)}`, 'badResumptionToken'],
    [`verb=ListRecords&resumptionToken=${token(3).replace('oai_dc', 'mods')}`, 'badResumptionToken'],
    ['verb=ListRecords&resumptionToken=..%2F..%2Fetc%2Fpasswd', 'badResumptionToken'],
    ['verb=ListRecords&from=x&until=y&set=:&metadataPrefix=%20', ...Array<string>(2).fill('badArgument')],
  ];
  for (const [query, ...codes] of cases)
    test(query.slice(0, 100), async () => {
      const root = await asked(archive.app, query);
      assert.deepEqual([...codesIn(root)], codes);
      const { attributes } = childOf(root, 'request') ?? { attributes: {} };
      const isUnread = codes.some((code) => code === 'badVerb' || code === 'badArgument');
      assert.equal(Object.keys(attributes).length > 0, !isUnread);
    });

  test('a token of a list that was begun before is good for ever', async () => {
    const root = await asked(archive.app, `verb=ListRecords&resumptionToken=${token(2)}`);
    const list = childOf(root, 'ListRecords');
    assert.equal(childrenOf(list, 'record').length, 1);
    assert.deepEqual(childOf(list, 'resumptionToken')?.attributes, { cursor: '1' });
  });

  test('what is gone is a header that says so, in every format', async () => {
    for (const prefix of ['oai_dc', 'mods', 'tei', 'ead3']) {
      const query = `verb=GetRecord&metadataPrefix=${prefix}&identifier=oai:archive.example:${gone}`;
      const record = pathOf(await asked(archive.app, query), 'GetRecord', 'record');
      assert.equal(childOf(record, 'header')?.attributes['status'], 'deleted');
      assert.equal(childOf(record, 'metadata'), undefined);
    }
  });

  test('a record is had in the formats of its kind', async () => {
    const formats = async (id: string | undefined): Promise<readonly string[]> => {
      const query = `verb=ListMetadataFormats&identifier=oai:archive.example:${id}`;
      const list = childOf(await asked(archive.app, query), 'ListMetadataFormats');
      return childrenOf(list, 'metadataFormat').map((one) => plainOf(childOf(one, 'metadataPrefix')));
    };
    assert.deepEqual(await formats(doc), ['oai_dc', 'mods', 'tei', 'ead3']);
    assert.deepEqual(await formats(collection), ['oai_dc', 'mods']);
  });

  const sent = (body: string, type = 'application/x-www-form-urlencoded'): Promise<Response> | Response =>
    archive.app.fetch(
      new Request(`${ORIGIN}/oai`, { method: 'POST', body, headers: { 'content-type': type } }),
    );

  const forms: readonly (readonly [
    says: string,
    body: string,
    type: string | undefined,
    codes: readonly string[],
  ])[] = [
    ['a form', 'verb=Identify', undefined, []],
    ['a form with its alphabet', 'verb=Identify', 'application/x-www-form-urlencoded; charset=utf-8', []],
    ['a form without a verb', '', undefined, ['badVerb']],
    ['JSON', '{"verb":"Identify"}', 'application/json', ['badVerb']],
    ['a form that never ends', `verb=Identify&x=${'x'.repeat(300_000)}`, undefined, ['badArgument']],
  ];
  for (const [says, body, type, codes] of forms)
    test(`sent: ${says}`, async () => {
      const answer = await sent(body, type);
      assert.equal(answer.status, 200);
      assert.deepEqual(codesIn(await wellFormed(await answer.text(), answer)), codes);
    });

  test('who asks for its head gets that; what cannot be done here is said in problem details', async () => {
    const head = await archive.app.fetch(new Request(`${ORIGIN}/oai?verb=Identify`, { method: 'HEAD' }));
    assert.equal(head.status, 200);
    assert.equal(await head.text(), '');
    const put = await archive.app.fetch(new Request(`${ORIGIN}/oai`, { method: 'PUT', body: 'x' }));
    assert.equal(put.status, 405);
    assert.equal(put.headers.get('content-type'), 'application/problem+json');
    const long = await archive.app.request(`/oai?verb=Identify&x=${'x'.repeat(9000)}`);
    assert.equal(long.status, 400);
    assert.equal(long.headers.get('content-type'), 'application/problem+json');
  });
});
