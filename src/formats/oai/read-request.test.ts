import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleId } from '../../core/record.samples.ts';
import { readDatestamp } from './datestamps.ts';
import { readOaiRequest } from './read-request.ts';
import { printListToken, printSetsToken, readListToken, readSetsToken, type ListedBy } from './tokens.ts';

const read = (query: string) => readOaiRequest([...new URLSearchParams(query)]);
const set = [sampleId('collection', 1), sampleId('collection', 2)] as const;
const day = (text: string) => ({ granularity: 'day', written: text, stem: text });
const second = (stem: string) => ({ granularity: 'second', written: `${stem}Z`, stem });

const BY: ListedBy = { prefix: 'oai_dc' };
const token = printListToken('ListRecords', BY, { upTo: 9, after: 4, cursor: 2 });

const requests: readonly (readonly [query: string, request: object])[] = [
  ['verb=Identify', { verb: 'Identify' }],
  ['verb=ListMetadataFormats', { verb: 'ListMetadataFormats' }],
  ['verb=ListMetadataFormats&identifier=oai:a.b:x', { verb: 'ListMetadataFormats', identifier: 'oai:a.b:x' }],
  ['verb=ListSets', { verb: 'ListSets', cursor: 0 }],
  [
    `verb=ListSets&resumptionToken=${printSetsToken(set.join(':'), 200)}`,
    { verb: 'ListSets', after: set.join(':'), cursor: 200 },
  ],
  [
    'identifier=oai:a.b:x&verb=GetRecord&metadataPrefix=mods',
    { verb: 'GetRecord', identifier: 'oai:a.b:x', prefix: 'mods' },
  ],
  ['verb=ListRecords&metadataPrefix=oai_dc', { verb: 'ListRecords', by: BY }],
  [
    'verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01',
    { verb: 'ListIdentifiers', by: { ...BY, from: day('2026-01-01'), until: day('2026-01-01') } },
  ],
  [
    `verb=ListRecords&metadataPrefix=x&from=2024-02-29T23:59:59Z&set=${set.join(':')}`,
    { verb: 'ListRecords', by: { prefix: 'x', from: second('2024-02-29T23:59:59'), set } },
  ],
  [
    `verb=ListRecords&resumptionToken=${token}`,
    { verb: 'ListRecords', by: BY, place: { upTo: 9, after: 4, cursor: 2 } },
  ],
];
for (const [query, request] of requests)
  test(`read: ${query}`, () => assert.deepEqual(read(query), { ok: true, value: request }));

const DC = 'verb=ListRecords&metadataPrefix=oai_dc';
const refusals: readonly (readonly [query: string, faults: string])[] = [
  ['', 'badVerb verb-missing'],
  ['verb=', 'badVerb verb-unknown'],
  ['verb=identify', 'badVerb verb-unknown'],
  ['verb=constructor', 'badVerb verb-unknown'],
  ['verb=Identify&verb=Identify', 'badVerb verb-repeated'],
  ['verb=Identify&x=1', 'badArgument argument-unknown x'],
  ['verb=Identify&metadataPrefix=oai_dc', 'badArgument argument-unknown metadataPrefix'],
  ['verb=Identify&resumptionToken=x', 'badArgument argument-unknown resumptionToken'],
  ['verb=ListSets&set=x', 'badArgument argument-unknown set'],
  ['verb=GetRecord', 'badArgument argument-missing identifier; badArgument argument-missing metadataPrefix'],
  ['verb=GetRecord&identifier=&metadataPrefix=oai_dc', 'badArgument argument-unread identifier'],
  ['verb=GetRecord&identifier=a b&metadataPrefix=oai_dc', 'badArgument argument-unread identifier'],
  ['verb=GetRecord&identifier=oai:a:%25zz&metadataPrefix=oai_dc', 'badArgument argument-unread identifier'],
  [
    `verb=GetRecord&identifier=oai:${'a'.repeat(2000)}&metadataPrefix=x`,
    'badArgument argument-unread identifier',
  ],
  ['verb=ListRecords', 'badArgument argument-missing metadataPrefix'],
  ['verb=ListRecords&metadataPrefix=', 'badArgument argument-unread metadataPrefix'],
  ['verb=ListRecords&metadataPrefix=a%00b', 'badArgument argument-unread metadataPrefix'],
  [`${DC}&metadataPrefix=mods`, 'badArgument argument-repeated metadataPrefix'],
  [`${DC}&resumptionToken=${token}`, 'badArgument token-not-alone'],
  [`${DC}&from=`, 'badArgument argument-unread from'],
  [`${DC}&from=2026`, 'badArgument argument-unread from'],
  [`${DC}&from=0000-01-01`, 'badArgument argument-unread from'],
  [`${DC}&from=2026-02-29`, 'badArgument argument-unread from'],
  [`${DC}&until=2026-01-01T24:00:00Z`, 'badArgument argument-unread until'],
  [`${DC}&until=2026-01-01T10:00:00.5Z`, 'badArgument argument-unread until'],
  [`${DC}&until=2026-01-01T10:00:00%2B01:00`, 'badArgument argument-unread until'],
  [`${DC}&from=2026-01-01&until=2026-01-02T00:00:00Z`, 'badArgument granularities-differ'],
  [`${DC}&from=2026-01-02&until=2026-01-01`, 'badArgument until-before-from'],
  [`${DC}&set=a:`, 'badArgument argument-unread set'],
  [`${DC}&set=nothing`, 'noRecordsMatch nothing-matches'],
  ['verb=ListRecords&resumptionToken=', 'badResumptionToken token-wrong'],
  ['verb=ListRecords&resumptionToken=nonsense', 'badResumptionToken token-wrong'],
  [`verb=ListIdentifiers&resumptionToken=${token}`, 'badResumptionToken token-wrong'],
  [`verb=ListSets&resumptionToken=${token}`, 'badResumptionToken token-wrong'],
  [`verb=ListRecords&resumptionToken=${token.replace('.9.', '.8.')}`, 'badResumptionToken token-wrong'],
  [`verb=ListRecords&resumptionToken=${token.slice(0, -1)}`, 'badResumptionToken token-wrong'],
  [`verb=ListRecords&resumptionToken=${token}${'0'.repeat(5000)}`, 'badResumptionToken token-wrong'],
];
for (const [query, faults] of refusals)
  test(`refused: ${query.slice(0, 90)}`, () => {
    const answer = read(query);
    assert.ok(!answer.ok);
    const said = answer.problem.map(({ code, name, argument }) =>
      [code, name, ...(argument === undefined ? [] : [argument])].join(' '),
    );
    assert.equal(said.join('; '), faults);
  });

test('of a thousand arguments that nobody knows, some are named', () => {
  const answer = read(`verb=Identify${Array.from({ length: 1000 }, (_, n) => `&x${n}=1`).join('')}`);
  assert.equal(!answer.ok && answer.problem.length, 5);
});

const lists: readonly ListedBy[] = [
  BY,
  { prefix: 'tei', set },
  { prefix: 'tei', ...given('from', '2026-01-01T10:00:00Z') },
  { prefix: 'mods', ...given('from', '2026-01-01'), ...given('until', '2026-12-31'), set: [set[0]] },
];
for (const by of lists)
  test(`a token reads back: ${JSON.stringify(by)}`, () => {
    const place = { upTo: 123_456, after: 99, cursor: 4000 };
    const printed = printListToken('ListIdentifiers', by, place);
    assert.match(printed, /^[\w.:-]+$/);
    assert.deepEqual(readListToken('ListIdentifiers', printed), { by, place });
  });

test('a token of sets reads back, and one that names no set is none', () => {
  assert.deepEqual(readSetsToken(printSetsToken(set.join(':'), 3)), { after: set.join(':'), cursor: 3 });
  assert.equal(readSetsToken(printSetsToken('nothing', 3)), undefined);
});

test('a token whose place lies after its end is none', () =>
  assert.equal(
    readListToken('ListRecords', printListToken('ListRecords', BY, { upTo: 3, after: 4, cursor: 0 })),
    undefined,
  ));

function given(name: 'from' | 'until', text: string): Partial<ListedBy> {
  const stamp = readDatestamp(text);
  assert.ok(stamp);
  return { [name]: stamp };
}
