import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeImage, fakeImager } from '../../test/support/fake-imager.ts';
import { memoryPorts, type MemoryPorts } from '../../test/support/memory-archive.ts';
import { importFiles } from '../../test/support/offer-files.ts';
import type { ArchiveDocument } from '../core/document.ts';
import { parseLanguage } from '../core/language.ts';
import { passagesOf } from '../core/text.ts';
import { writeAlto } from '../formats/alto/write-alto.ts';
import { readPageText } from '../formats/page-text/page-text-json.ts';

function scanPorts(): MemoryPorts & { readonly imager: ReturnType<typeof fakeImager> } {
  const ports = memoryPorts();
  return { ...ports, imager: fakeImager(ports.files) };
}

const alto = (words: string, widthPx = 1000, heightPx = 1400): string =>
  writeAlto(
    {
      widthPx,
      heightPx,
      lines: words.split('\n').map((line, at) => ({
        isBlockStart: at === 0,
        words: line
          .split(' ')
          .map((text, nth) => ({ text, x: nth * 100, y: 100 * (at + 1), w: 90, h: 40, confidence: 0.9 })),
      })),
    },
    'p.png',
  );

async function documentOf(ports: MemoryPorts, key: string): Promise<ArchiveDocument> {
  const id = (await ports.records.find([key])).get(key);
  assert.ok(id, `${key} is here`);
  const standing = (await ports.records.standings([id])).get(id);
  assert.ok(standing);
  const record = (await ports.records.version(id, standing.head))?.record;
  assert.ok(record?.kind === 'document');
  return record;
}

const pagesIn = (document: ArchiveDocument) =>
  document.renditions.flatMap((one) => (one.kind === 'facsimile' ? one.pages : []));
const textIn = (document: ArchiveDocument): string =>
  document.renditions
    .flatMap((one) =>
      one.kind === 'transcription' ? [...passagesOf(one.text.blocks)].map(({ text }) => text) : [],
    )
    .join('\n');
const codes = (problems: readonly { readonly code: string }[]): readonly string[] =>
  problems.map(({ code }) => code);

test('a folder of images is a document, its pages in the order in which people count', async () => {
  const ports = scanPorts();
  const files = Object.fromEntries([2, 10, 1].map((n) => [`box/${n}.png`, fakeImage(`page ${n}`)]));
  const run = await importFiles(ports, files);
  assert.deepEqual([run.created, run.documents], [1, 1]);
  const document = await documentOf(ports, 'scan:box');
  assert.deepEqual(
    pagesIn(document).map(({ label, name }) => [label, name]),
    [
      ['1', '1.png'],
      ['2', '2.png'],
      ['10', '10.png'],
    ],
  );
  assert.deepEqual(
    document.titles.map(({ text }) => text),
    ['box'],
  );
  assert.deepEqual(document.attestations, [
    { field: 'titles.0', by: 'rule', from: 'the name of the folder' },
  ]);
  assert.deepEqual(codes(run.problems), ['pages-doubtful'], 'pages 3 to 9 are missing, and it is said');
});

test('words that were read on a picture as it lies turn with it, and the record knows nothing of it', async () => {
  const ports = scanPorts();
  const run = await importFiles(ports, {
    'box/1.png': fakeImage('one', 1400, 1000, 1, 90),
    'box/1.xml': alto('Le mot', 1000, 1400),
  });
  assert.ok(!codes(run.problems).includes('page-text-scaled'));
  const [page] = pagesIn(await documentOf(ports, 'scan:box'));
  assert.deepEqual(Object.keys(page?.image ?? {}).sort(), ['digest', 'heightPx', 'mediaType', 'widthPx']);
  const bytes = await Array.fromAsync((await ports.files.open(page?.textLayer?.digest ?? '')) ?? []);
  const text = readPageText(Buffer.concat(bytes).toString(), 'page');
  assert.ok(text.ok);
  assert.deepEqual([text.value.widthPx, text.value.heightPx], [1400, 1000]);
  const [word] = text.value.lines.flatMap(({ words }) => words);
  assert.ok(word && word.h > word.w, 'it stands upright on its side');
});

test('the words that lie beside an image are its words, and make the text', async () => {
  const ports = scanPorts();
  const fr = parseLanguage('fr');
  assert.ok(fr);
  const run = await importFiles(
    ports,
    {
      'box/1.png': fakeImage('one'),
      'box/1.xml': alto('Le compte ren-\ndu de la'),
      'box/2.png': fakeImage('two'),
      'box/alto/2.xml': alto('séance', 500, 700),
    },
    { language: fr },
  );
  assert.deepEqual(codes(run.problems), ['page-text-scaled', 'pages-grouped'].sort().reverse());
  const document = await documentOf(ports, 'scan:box');
  assert.deepEqual(document.languages, ['fr']);
  const [first, second] = pagesIn(document);
  assert.deepEqual([first?.textLayer?.words, first?.textLayer?.confidence], [6, 0.9]);
  assert.equal(second?.textLayer?.words, 1);
  assert.equal(textIn(document), 'Le compte rendu de la\nséance');
  const text = document.renditions.find(({ kind }) => kind === 'transcription');
  assert.ok(text?.kind === 'transcription');
  assert.equal(text.madeBy, undefined, 'what was given says nothing of an engine');
  assert.deepEqual(
    text.text.blocks.flatMap((block) => (block.kind === 'page-break' ? [block.page] : [])),
    [
      { label: '1', image: '1.png' },
      { label: '2', image: '2.png' },
    ],
  );
});

test('a file of several pages is all of them, and a PDF is a document by itself', async () => {
  const ports = scanPorts();
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7'), fakeImage('x', 600, 800, 3).subarray(8)]);
  const run = await importFiles(ports, { 'box/report.pdf': pdf, 'box/1.png': fakeImage('one', 10, 10, 2) });
  assert.equal(run.created, 2);
  const report = await documentOf(ports, 'scan:box/report');
  assert.deepEqual(
    pagesIn(report).map(({ label, name, image }) => [label, name, image.page, image.widthPx]),
    [1, 2, 3].map((n) => [String(n), `report.pdf#page=${n}`, n, 600]),
  );
  const [facsimile] = report.renditions;
  assert.deepEqual([facsimile?.file?.name, facsimile?.file?.mediaType], ['report.pdf', 'application/pdf']);
  assert.equal(pagesIn(await documentOf(ports, 'scan:box')).length, 2);
});

test('a table says which files are whose, and what they are', async () => {
  const ports = scanPorts();
  const run = await importFiles(ports, {
    'box/list.csv':
      'record_id,title,date,files\n1,First letter,1945-07,a.png; b.png\n2,Second letter,,sub/*.png\n3,Third,,gone.png\n',
    'box/a.png': fakeImage('a'),
    'box/b.png': fakeImage('b'),
    'box/sub/10.png': fakeImage('s10'),
    'box/sub/9.png': fakeImage('s9'),
  });
  assert.deepEqual(codes(run.problems), ['file-missing']);
  assert.equal(run.created, 3);
  const first = await documentOf(ports, 'former:1');
  assert.deepEqual(
    [first.titles[0]?.text, pagesIn(first).map(({ name }) => name)],
    ['First letter', ['a.png', 'b.png']],
  );
  const second = await documentOf(ports, 'former:2');
  assert.deepEqual(
    pagesIn(second).map(({ name, label }) => [name, label]),
    [
      ['9.png', '1'],
      ['10.png', '2'],
    ],
  );
  assert.deepEqual(first.attestations, []);
});

const METS = `<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mods="http://www.loc.gov/mods/v3" OBJID="halvern-7">
  <dmdSec ID="D1"><mdWrap MDTYPE="MODS"><xmlData><mods:mods>
    <mods:titleInfo><mods:title>Minutes of the harbour board</mods:title></mods:titleInfo>
    <mods:originInfo><mods:dateCreated>1951</mods:dateCreated></mods:originInfo>
    <mods:language><mods:languageTerm>ger</mods:languageTerm></mods:language>
  </mods:mods></xmlData></mdWrap></dmdSec>
  <fileSec>
    <fileGrp USE="THUMBS"><file ID="T1" MIMETYPE="image/png"><FLocat xlink:href="thumbs/1.png"/></file></fileGrp>
    <fileGrp USE="MASTER">
      <file ID="M1" MIMETYPE="image/png"><FLocat xlink:href="file://master/a%20x.png"/></file>
      <file ID="M2" MIMETYPE="image/png"><FLocat xlink:href="master/b.png"/></file>
    </fileGrp>
    <fileGrp USE="FULLTEXT"><file ID="A1" MIMETYPE="text/xml"><FLocat xlink:href="text/one.xml"/></file></fileGrp>
  </fileSec>
  <structMap TYPE="PHYSICAL"><div TYPE="physSequence">
    <div TYPE="page" ORDER="2" ORDERLABEL="ii"><fptr FILEID="M1"/><fptr FILEID="A1"/><fptr FILEID="T1"/></div>
    <div TYPE="page" ORDER="1" ORDERLABEL="i"><fptr FILEID="M2"/></div>
  </div></structMap>
  <structMap TYPE="LOGICAL"><div TYPE="minutes" DMDID="D1" LABEL="Minutes"/></structMap>
</mets>`;

test('METS puts pages in order, labels them, and says what they are', async () => {
  const ports = scanPorts();
  const run = await importFiles(ports, {
    'm/mets.xml': METS,
    'm/master/a x.png': fakeImage('a'),
    'm/master/b.png': fakeImage('b'),
    'm/text/one.xml': alto('Protokoll'),
  });
  assert.deepEqual(codes(run.problems), []);
  const document = await documentOf(ports, 'scan:halvern-7');
  assert.deepEqual(
    pagesIn(document).map(({ label, name, textLayer }) => [label, name, textLayer?.words]),
    [
      ['i', 'b.png', undefined],
      ['ii', 'a x.png', 1],
    ],
  );
  assert.equal(document.titles[0]?.text, 'Minutes of the harbour board');
  assert.equal(document.dates[0]?.words, '1951');
  assert.deepEqual(document.languages, ['de']);
});

test('words that lie apart are not given to another image of the same name', async () => {
  const ports = scanPorts();
  const run = await importFiles(ports, {
    'm/mets.xml': METS,
    'm/master/a x.png': fakeImage('a'),
    'm/master/b.png': fakeImage('b'),
    'm/text/one.xml': alto('Protokoll'),
    'other/one.png': fakeImage('another one'),
    'far/alto/seven.xml': alto('seven'),
    'seventh/seven.png': fakeImage('7'),
  });
  assert.deepEqual(codes(run.problems), []);
  const wordsOf = async (key: string) =>
    pagesIn(await documentOf(ports, key)).map(({ textLayer }) => textLayer?.words);
  assert.deepEqual(await wordsOf('scan:other/one'), [undefined]);
  assert.deepEqual(await wordsOf('scan:seventh/seven'), [1], 'the only one of that name');
});

test('METS says whom and where it is from; what it lists besides pages is no document, and in UTF-16 it is read too', async () => {
  const said = METS.replace(
    '</mods:mods>',
    '<mods:name><mods:role><mods:roleTerm type="code">rcp</mods:roleTerm></mods:role><mods:displayForm>Falk, Henriette</mods:displayForm></mods:name><mods:location><mods:physicalLocation>Hafenarchiv</mods:physicalLocation><mods:shelfLocator>HA 12</mods:shelfLocator></mods:location><mods:note>torn</mods:note></mods:mods>',
  ).replace(
    '<fileGrp USE="FULLTEXT">',
    '<fileGrp USE="DOWNLOAD"><file ID="P" MIMETYPE="application/pdf"><FLocat xlink:href="whole.pdf"/></file></fileGrp>$&',
  );
  const ports = scanPorts();
  const run = await importFiles(ports, {
    'm/mets.xml': Buffer.from(`\ufeff${said}`, 'utf16le'),
    'm/master/a x.png': fakeImage('a'),
    'm/whole.pdf': Buffer.from('%PDF-1.4 the whole'),
  });
  assert.deepEqual(
    run.problems.map(({ code, value }) => [code, value]),
    [
      ['file-missing', 'master/b.png'],
      ['files-left', 'whole.pdf'],
    ],
  );
  const document = await documentOf(ports, 'scan:halvern-7');
  assert.deepEqual(
    document.contributions.map(({ role, name }) => [role, name]),
    [['recipient', 'Falk, Henriette']],
  );
  assert.equal(document.source.verbatim, 'Hafenarchiv, HA 12');
  assert.deepEqual(document.otherFields, [{ name: 'note', value: 'torn' }]);
  assert.deepEqual(
    document.identifiers.map(({ value }) => value),
    ['halvern-7'],
  );
});

test('METS of which no image came is said once, and makes nothing', async () => {
  const ports = scanPorts();
  const run = await importFiles(ports, { 'm/mets.xml': METS });
  assert.deepEqual(
    run.problems.map(({ code, value }) => [code, value]),
    [['file-missing', 'master/b.png … file://master/a%20x.png (2)']],
  );
  assert.equal(run.created, 0);
});

test('what is here already is not made twice; a scan that was replaced makes a new version', async () => {
  const ports = scanPorts();
  const files = { 'box/1.png': fakeImage('one'), 'box/2.png': fakeImage('two') };
  await importFiles(ports, files);
  const again = await importFiles(ports, files);
  assert.deepEqual([again.created, again.updated, again.unchanged], [0, 0, 1]);
  const replaced = await importFiles(ports, { ...files, 'box/2.png': fakeImage('two, better') });
  assert.deepEqual([replaced.created, replaced.updated], [0, 1]);
  assert.deepEqual(codes(replaced.problems), ['pages-grouped', 'scan-replaced']);
  const moved = await importFiles(ports, { 'elsewhere/1.png': files['box/1.png'] });
  assert.deepEqual([moved.created, codes(moved.problems)], [0, ['scan-known']]);
});

test('another folder of the same name is another document', async () => {
  const ports = scanPorts();
  await importFiles(ports, { 'scans/1.png': fakeImage('one'), 'scans/2.png': fakeImage('two') });
  const other = { 'scans/a.png': fakeImage('other'), 'scans/b.png': fakeImage('other too') };
  const third = {
    'scans/1.png': fakeImage('third'),
    'scans/2.png': fakeImage('third too'),
    'scans/3.png': fakeImage('3'),
  };
  assert.equal((await importFiles(ports, other)).created, 2);
  assert.equal((await importFiles(ports, third)).created, 1);
  assert.equal((await importFiles(ports, third)).unchanged, 1);
  assert.equal(pagesIn(await documentOf(ports, 'scan:scans')).length, 2);
  assert.equal(pagesIn(await documentOf(ports, 'scan:scans~2')).length, 3);
});

test('each file that did not go in is said, and the others go in', async () => {
  const ports = scanPorts();
  const run = await importFiles(ports, {
    'box/1.png': fakeImage('one'),
    'box/2.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]),
    'box/3.jpg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'box/4.png': '<!DOCTYPE html><html><body>not a picture</body></html>',
    'box/5.gif': Buffer.from('GIF89a'),
    'box/9.xml': alto('nobody'),
  });
  assert.deepEqual(
    run.problems.map(({ code, where }) => [code, where.file]),
    [
      ['not-an-image', 'box/3.jpg'],
      ['not-an-image', 'box/4.png'],
      ['not-an-image', 'box/5.gif'],
      ['pages-grouped', 'box'],
      ['file-unreadable', 'box/2.png'],
      ['companion-alone', 'box/9.xml'],
    ],
  );
  assert.equal(pagesIn(await documentOf(ports, 'scan:box')).length, 1);
});

test('a dry run says what would come of it, and keeps nothing', async () => {
  const ports = scanPorts();
  const run = await importFiles(
    ports,
    { 'box/1.png': fakeImage('one'), 'box/2.png': fakeImage('two'), 'box/2.xml': alto('two') },
    { isDryRun: true },
  );
  assert.deepEqual([run.created, codes(run.problems)], [1, ['pages-grouped']]);
  assert.deepEqual(await Array.fromAsync(ports.files.list()), []);
});

test('an image that a record shows stays that record’s', async () => {
  const ports = scanPorts();
  const image = fakeImage('one');
  await importFiles(ports, { 'box/1.png': image });
  const digest = pagesIn(await documentOf(ports, 'scan:box'))[0]?.image.digest;
  assert.ok(digest);
  const other = await importFiles(ports, { 'attic/old/1.png': image });
  assert.deepEqual([other.created, codes(other.problems)], [0, ['scan-known']]);
});
