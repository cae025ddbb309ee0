import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import type { Unit } from '../../core/repository.ts';
import { chunksOf } from '../encoding/lines.ts';
import { readEad } from './read-ead.ts';

async function read(xml: string) {
  const units: Unit<string>[] = [];
  const documents: ArchiveDocument<string>[] = [];
  const problems: Problem[] = [];
  const keys: string[] = [];
  for await (const one of readEad({ name: 'a.xml', chunks: chunksOf(xml) })) {
    if (one.kind === 'problem') problems.push(one.problem);
    else keys.push(one.draft.key);
    if (one.kind === 'draft' && one.draft.record.kind === 'unit') units.push(one.draft.record);
    if (one.kind === 'draft' && one.draft.record.kind === 'document') documents.push(one.draft.record);
  }
  return { units, documents, problems, keys };
}

const HEADER =
  '<eadheader><eadid>aid1.xml</eadid><filedesc><titlestmt><titleproper>T</titleproper></titlestmt></filedesc></eadheader>';
const aid = (archdesc: string, more = ''): string =>
  `<ead xmlns="urn:isbn:1-931666-22-9" ${more}>${HEADER}<archdesc level="fonds"><did><repository><corpname>RGASPI</corpname></repository><unittitle>Stalin</unittitle><unitid>558</unitid></did>${archdesc}</archdesc></ead>`;

test('a fonds, its series and its files are units on one path under their repository', async () => {
  const { units, keys } = await read(
    aid(`<dsc><c01 level="series"><did><unittitle>Papers, <unitdate normal="1945/1953">1945-53</unitdate></unittitle><unitid>op. 11</unitid></did>
      <c02 level="file" id="x9"><did><unittitle>China</unittitle><container type="box">3</container></did></c02>
      <c02 level="file"><did><unittitle>Mongolia</unittitle></did></c02></c01></dsc>`),
  );
  assert.deepEqual(
    units.map((unit) => [
      unit.level,
      unit.path.map((step) => step.code).join('/'),
      unit.titles[0]?.text,
      unit.edtf,
      unit.order,
    ]),
    [
      ['fonds', '558', 'Stalin', undefined, 0],
      ['series', '558/op. 11', 'Papers, 1945-53', '1945/1953', 1],
      ['file', '558/op. 11/1', 'China', undefined, 2],
      ['file', '558/op. 11/2', 'Mongolia', undefined, 3],
    ],
  );
  assert.deepEqual(keys, [
    'name:repository:russian-state-archive-of-socio-political-history',
    'ead:aid1',
    'ead:aid1#op. 11',
    'ead:aid1#x9',
    'ead:aid1#op. 11/2',
  ]);
  assert.deepEqual(units[2]?.elements, [{ element: 'Container', text: 'Box 3' }]);
});

test('what describes a unit stands under the terms of ISAD(G), a heading that says the same is not said twice', async () => {
  const { units } = await read(
    aid(`<scopecontent><head>Scope and Contents note</head><p>Letters
      and <emph>notes</emph>.</p><list><item>A</item><item>B</item></list></scopecontent>
      <accessrestrict><p>Open.</p></accessrestrict><physdesc><extent>3 boxes</extent></physdesc>`),
  );
  assert.deepEqual(units[0]?.elements, [{ element: 'Scope and content', text: 'Letters and notes.\nA\nB' }]);
  assert.equal(units[0].accessWords, 'Open.');
  assert.equal(units[0].extent, '3 boxes');
});

test('a digital object is a document that hangs on its unit, by either way of writing its link', async () => {
  const { documents, units } = await read(
    aid(
      `<dao xlink:href="https://example.org/1" xlink:title="Letter"/>
      <daogrp><daodesc><p>Two pages</p></daodesc><daoloc href="https://example.org/2"/></daogrp>`,
      'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ),
  );
  assert.deepEqual(
    documents.map((document) => [
      document.titles[0]?.text,
      document.identifiers[1]?.value,
      document.source.original?.steps,
    ]),
    [
      ['Letter', 'https://example.org/1', units[0]?.path],
      ['Two pages', 'https://example.org/2', units[0]?.path],
    ],
  );
});

test('EAD3: structured dates and extents, parts of names', async () => {
  const { units } =
    await read(`<ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>r1</recordid></control>
    <archdesc level="collection"><did><repository><corpname><part>House</part></corpname></repository><unittitle>T</unittitle>
    <unitdatestructured><daterange><fromdate standarddate="1840">1840</fromdate><todate standarddate="2001">2001</todate></daterange></unitdatestructured>
    <physdescstructured><quantity>12</quantity><unittype>linear feet</unittype></physdescstructured>
    <origination><persname><part>Stalin</part><part>1879-1953</part></persname></origination></did></archdesc></ead>`);
  assert.equal(units[0]?.dateWords, '1840–2001');
  assert.equal(units[0].edtf, '1840/2001');
  assert.equal(units[0].extent, '12 linear feet');
  assert.deepEqual(units[0].elements, [{ element: 'Name of creator', text: 'Stalin -- 1879-1953' }]);
});

test('what is not understood is shown under its own name, and said once', async () => {
  const { units, problems } = await read(
    aid('<weather><p>Rain</p></weather><weather><p>Sun</p></weather>stray'),
  );
  assert.deepEqual(
    units[0]?.elements.map((one) => `${one.element}: ${one.text}`),
    ['weather: Rain', 'weather: Sun'],
  );
  assert.deepEqual(
    problems.map((one) => `${one.code} ${one.value}`),
    ['text-without-place stray', 'element-not-understood weather'],
  );
});

test('what is for the staff alone does not go in, wherever it stands, and is said', async () => {
  const { units, documents, problems } = await read(
    aid(`<odd audience="internal"><p>Secret one</p></odd><scopecontent><p>Open</p><p audience="internal">Secret two</p></scopecontent>
      <accessrestrict><p>Open</p><p audience="internal">Secret three</p></accessrestrict><dao audience="internal" href="https://secret.example"/>`),
  );
  assert.ok(!JSON.stringify([units, documents]).toLowerCase().includes('secret'));
  assert.deepEqual(
    problems.map((one) => `${one.code} ${one.value ?? ''}`.trim()),
    ['left-out Secret one', 'left-out', 'left-out Secret three', 'left-out Secret two'],
  );
});

test('a finding aid that breaks off gives what was read of it', async () => {
  const { units, problems } = await read(
    aid('<dsc><c><did><unittitle>A</unittitle></did></c><c><did><unitti').slice(0, -30),
  );
  assert.deepEqual(
    units.map((unit) => unit.titles[0]?.text),
    ['Stalin', 'A'],
  );
  assert.ok(problems.some((one) => one.code === 'xml-broken'));
});

test('XML that is no finding aid is said', async () => {
  const { problems } = await read('<ead><eadheader/></ead>');
  assert.deepEqual(
    problems.map((one) => one.code),
    ['xml-broken'],
  );
});
