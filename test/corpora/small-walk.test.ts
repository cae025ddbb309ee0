import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { OpenArchive } from '../../src/compose.ts';
import { parseId } from '../../src/core/id.ts';
import { emptyArchive, suiteCleanup } from '../support/temp-archive.ts';
import { checkLinks } from './check-links.ts';
import { faultOf } from './check-volume.ts';
import { countXml } from './count-xml.ts';
import { documentsIn, expectedTextOf } from './expected-text.ts';
import { linksInXml } from './links-in-xml.ts';
import { textOfPage } from './page-text.ts';
import { storedIn, type Stored } from './stored.ts';
import { walkSite, type WalkReport } from './walk-site.ts';

const GOLDEN = join(import.meta.dirname, '..', 'golden', 'tei', 'input');

/** A volume whose parts refer to each other in every way that volumes do. Invented. */
const REFERRING = `<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="harbour"><teiHeader><fileDesc><titleStmt><title type="complete">Papers of the Harbour</title></titleStmt><publicationStmt><idno type="frus">harbour</idno></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
<text><front><div type="section" xml:id="preface"><pb n="III" xml:id="pg_III"/><head>Preface</head><p>See <ref target="#sources">the sources</ref>, <ref target="#pg_1">page 1</ref> and <ref target="#d2fn1">a note</ref>.</p></div>
<div type="section" xml:id="sources"><head>Sources</head><pb n="IV" xml:id="pg_IV"/><list><item xml:id="in1">Lamps, <ref target="#pg_2">2</ref></item></list></div></front>
<body><div type="compilation" xml:id="comp1"><head>The Harbour</head><pb n="1" xml:id="pg_1"/>
<div type="document" xml:id="d1" n="1"><head>1. Editorial Note</head><p>Of lamps; see <ref target="#d2">Document 2</ref>, <ref target="#d2fn1">its note 1</ref>, <ref target="#pg_2">page 2</ref>, <ref target="#pg_IV">page IV</ref>, <ref target="#preface">the preface</ref>, <ref target="#d1fn1">note 1</ref> and <ref target="#d1fn9">a note that is none</ref>.<note n="1" xml:id="d1fn1">A note.</note></p></div>
<div type="document" xml:id="d2" n="2"><head>2. Editorial Note</head><p>Of boats<pb n="2" xml:id="pg_2"/> and <ref target="#comp1">more</ref>.<note n="1" xml:id="d2fn1">Another; see <ref target="#d1">Document 1</ref>.</note></p></div></div></body></text></TEI>`;

const volumes = [
  ...readdirSync(GOLDEN)
    .filter((name) => !/^(?:broken|entity|id-used)/.test(name))
    .map((name) => ({ volume: name.replace(/\.xml$/, ''), xml: readFileSync(join(GOLDEN, name), 'utf8') })),
  { volume: 'harbour', xml: REFERRING },
].filter(({ xml }) => !documentsIn(xml).next().done);

describe('volumes that went in by the import, walked', () => {
  const cleanup = suiteCleanup(after);
  const pages = new Map<string, string>();
  let archive: OpenArchive;
  let stored: Stored;
  let report: WalkReport;
  before(async () => {
    const opened = await emptyArchive(cleanup);
    archive = opened.archive;
    const folder = join(opened.folder, 'volumes');
    await mkdir(folder);
    for (const { volume, xml } of volumes)
      if (volume === 'harbour') await writeFile(join(folder, 'harbour.xml'), xml);
      else await copyFile(join(GOLDEN, `${volume}.xml`), join(folder, `${volume}.xml`));
    const asked = { by: 'test', format: 'auto', isPublishing: true, isDryRun: false };
    for await (const _ of archive.importPaths([folder], asked)) continue;
    stored = await storedIn(
      opened.folder,
      volumes.map(({ volume }) => volume),
    );
    report = await walkSite((address) => archive.app.request(address), {
      origin: archive.room.settings.address,
      mostSearches: 40,
      visit: ({ address, mediaType, text }) => {
        const id = /^\/document\/([0-9a-z]{10})(?:\/(?!cite$)[^/]*)?$/.exec(address)?.[1];
        if (id && mediaType.startsWith('text/html')) pages.set(id, text);
      },
    });
  });

  test('no link is dead, and every place that a link names is there', () =>
    assert.deepEqual(report.faults, []));

  test('as many documents are stored as the XML has', () =>
    assert.equal(
      stored.all.documents,
      volumes.reduce((sum, { xml }) => sum + countXml(xml).all.documents, 0),
    ));

  for (const { volume, xml } of volumes)
    for (const one of documentsIn(xml)) {
      const pageOf = (): readonly [page: string, id: string] => {
        const [id = ''] = stored.bearers.get(`tei:${volume}#${one.id}`) ?? [];
        return [pages.get(id) ?? '', id];
      };
      test(`${volume} ${one.id}: its page says what its XML says`, () => {
        const shown = textOfPage(pageOf()[0]);
        assert.ok(shown);
        assert.equal(faultOf(expectedTextOf(one.xml), shown), undefined);
      });
      test(`${volume} ${one.id}: what it refers to, and is held, is a link`, () => {
        const [page, id] = pageOf();
        const self = parseId(id);
        assert.ok(self);
        assert.deepEqual(checkLinks(page, self, linksInXml(volume, one.xml).wanted, stored), []);
      });
    }

  test('a link to a page or a note leads to its place, in a document as in front matter', () => {
    const [id = ''] = stored.bearers.get('tei:harbour#d1') ?? [];
    const page = pages.get(id) ?? '';
    assert.match(page, /href="\/document\/\w+\/[^"#]*#at-d2fn1">its note 1</);
    assert.match(page, /href="\/document\/\w+\/[^"#]*#at-pg_2">page 2</);
    assert.match(page, /href="\/collection\/\w+\/matter\/sources#at-pg_IV">page IV</);
    assert.match(page, /href="\/collection\/\w+\/matter\/preface(?:#at-preface)?">the preface</);
  });
});
