import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openFolder } from '../../src/cli/opened.ts';
import type { OpenArchive } from '../../src/compose.ts';
import { parseId, type RecordId } from '../../src/core/id.ts';
import { checkLinks } from './check-links.ts';
import { checkPeople, listedIn } from './check-people.ts';
import { countXml, type Counts } from './count-xml.ts';
import { faultOf } from './check-volume.ts';
import { drawn } from './draw.ts';
import { documentsIn, expectedTextOf } from './expected-text.ts';
import { linksInXml } from './links-in-xml.ts';
import { MatterLinks, wantedOutside } from './matter-links.ts';
import { textOfPage } from './page-text.ts';
import { storedIn, type Stored } from './stored.ts';
import { walkSite, type WalkReport } from './walk-site.ts';

/**
 * Imports the corpora by the real command, and walks the archive that comes of it by its links.
 *
 *   npm run prove:walk                          all of it
 *   npm run prove:walk -- --dir archive         an archive that was imported before, left as it is
 *   npm run prove:walk -- --searches 500        asks fewer of the searches that are linked
 */
const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    searches: { type: 'string', default: '2000' },
    faults: { type: 'string', default: '25' },
  },
});
const CORPORA = process.env['UNSEALED_CORPORA'] ?? '../shared/corpora';
const SEED = Number(process.env['UNSEALED_SEED'] ?? 20261123);
const COMMAND = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const DRAWN = 50;
const MOST_SHOWN = Number(values.faults);

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const secondsSince = (startMs: number): string => `${((performance.now() - startMs) / 1000).toFixed(1)} s`;

/** What the XML of the volumes says, kept small: pages are compared with it as they come by. */
interface Volumes {
  readonly within: Counts;
  readonly all: Counts;
  readonly listed: ReturnType<typeof listedIn> extends Generator<infer T> ? T[] : never;
  /** By "tei:frus1950v06#d12": which identifiers the document refers to. */
  readonly wanted: Map<string, ReadonlyMap<string, number>>;
  /** By volume: which identifiers its text outside of documents refers to. */
  readonly outside: Map<string, ReadonlyMap<string, number>>;
  readonly drawn: ReadonlySet<string>;
  readonly files: ReadonlyMap<string, string>;
  aroundNames: number;
}

function readVolumes(files: readonly string[]): Volumes {
  const none = (): Counts => ({ documents: 0, notes: 0, pages: 0, persons: 0 });
  const read = { within: none(), all: none(), wanted: new Map<string, ReadonlyMap<string, number>>() };
  const listed: Volumes['listed'] = [];
  const outside: Volumes['outside'] = new Map();
  let aroundNames = 0;
  for (const file of files) {
    const xml = readFileSync(file, 'utf8');
    const volume = basename(file, '.xml');
    const counts = countXml(xml);
    for (const what of ['documents', 'notes', 'pages', 'persons'] as const) {
      read.all[what] += counts.all[what];
      read.within[what] += counts.within[what];
    }
    listed.push(...listedIn(volume, xml));
    outside.set(volume, wantedOutside(volume, xml));
    for (const one of documentsIn(xml)) {
      const links = linksInXml(volume, one.xml);
      aroundNames += links.aroundNames;
      read.wanted.set(`tei:${volume}#${one.id}`, links.wanted);
    }
  }
  const chosen = new Set(drawn([...read.wanted.keys()], DRAWN, SEED));
  const byVolume = new Map(files.map((file) => [basename(file, '.xml'), file]));
  return { ...read, listed, outside, aroundNames, drawn: chosen, files: byVolume };
}

async function importAll(folder: string, paths: readonly string[]): Promise<void> {
  const run = async (...line: readonly string[]): Promise<void> => {
    const child = spawn(execPath, [COMMAND, ...line], { stdio: ['ignore', 'ignore', 'pipe'] });
    const complaints: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
    const [code] = await once(child, 'exit');
    if (code !== 0 && code !== 1) throw new Error(`unsealed ${line[0]}: ${complaints.join('').slice(-2000)}`);
  };
  await run('init', folder);
  await run('import', ...paths, '--publish', '--dir', folder);
}

function compareCounts(stored: Stored, volumes: Volumes): readonly string[] {
  const faults: string[] = [];
  for (const where of ['within', 'all'] as const)
    for (const what of ['documents', 'notes', 'pages', 'persons'] as const) {
      const [is, counted] = [stored[where][what], volumes[where][what]];
      if (is !== counted) faults.push(`${what}, ${where}: ${counted} in the XML, ${is} stored`);
    }
  const { documents, notes, pages, persons } = stored.within;
  say(`stored: ${documents} documents with ${notes} notes, ${pages} pages, ${persons} persons in them`);
  say(`        ${[...stored.kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}, all public`);
  return faults;
}

/** The id that an address of a document's own page names. */
const documentAt = (address: string): RecordId | undefined =>
  parseId(/^\/document\/([0-9a-z]{10})(?:\/(?!cite$)[^/]*)?$/.exec(address)?.[1] ?? '');

async function compareDrawn(
  archive: OpenArchive,
  volumes: Volumes,
  stored: Stored,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const identifier of volumes.drawn) {
    const [volume = '', id = ''] = identifier.replace(/^tei:/, '').split('#');
    const [record] = stored.bearers.get(identifier) ?? [];
    const file = volumes.files.get(volume);
    const xml = file && [...documentsIn(readFileSync(file, 'utf8'))].find((one) => one.id === id)?.xml;
    if (record === undefined || xml === undefined) {
      faults.push(`${identifier} is not there`);
      continue;
    }
    const address = (await archive.app.request(`/document/${record}`)).headers.get('location');
    const answer = await archive.app.request(address ?? `/document/${record}`);
    const shown = textOfPage(await answer.text()) ?? { body: '', notes: [] };
    const fault = faultOf(expectedTextOf(xml), shown);
    if (fault) faults.push(`${identifier} (${record}): ${fault}`);
  }
  say(`${volumes.drawn.size} documents drawn by seed ${SEED}: their pages were compared with the XML`);
  return faults;
}

async function walk(
  archive: OpenArchive,
  volumes: Volumes,
  stored: Stored,
): Promise<WalkReport & { readonly missing: readonly string[] }> {
  const identifierOf = new Map(
    [...volumes.wanted.keys()].flatMap((one) =>
      [...(stored.bearers.get(one) ?? [])].map((id) => [id, one] as const),
    ),
  );
  const unseen = new Set(stored.public);
  const missing: string[] = [];
  const matter = new MatterLinks(stored);
  const report = await walkSite((address) => archive.app.request(address), {
    origin: archive.room.settings.address,
    mostSearches: Number(values.searches),
    visit: ({ address, mediaType, text }) => {
      const seen = parseId(/^\/[a-z]+\/([0-9a-z]{10})(?:\/[^/]*)?$/.exec(address)?.[1] ?? '');
      if (seen) unseen.delete(seen);
      matter.take(address, text);
      const id = mediaType.startsWith('text/html') ? documentAt(address) : undefined;
      const wanted = id && volumes.wanted.get(identifierOf.get(id) ?? '');
      if (id && wanted)
        missing.push(...checkLinks(text, id, wanted, stored).map((one) => `${address} ${one}`));
    },
    progress: (asked, known) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${asked} of ${known} addresses`);
    },
  });
  for (const [volume, wanted] of volumes.outside) missing.push(...matter.missing(volume, wanted, stored));
  missing.push(...[...unseen].map((id) => `no link leads to ${id}`));
  return { ...report, missing };
}

function show(title: string, faults: readonly string[]): number {
  say(`${faults.length === 0 ? '✓' : '✗'} ${title}${faults.length === 0 ? '' : `: ${faults.length} faults`}`);
  for (const fault of faults.slice(0, MOST_SHOWN)) say(`    ${fault}`);
  return faults.length;
}

async function prove(folder: string, files: readonly string[]): Promise<number> {
  let startMs = performance.now();
  const volumes = readVolumes(files);
  say(`${files.length} volumes counted without the reader, ${secondsSince(startMs)}`);
  startMs = performance.now();
  const stored = await storedIn(
    folder,
    files.map((file) => basename(file, '.xml')),
  );
  let faults = show('the counts of the XML are those of the archive', compareCounts(stored, volumes));
  faults += show(
    `${volumes.listed.length} entries of lists: one is one, two are two`,
    checkPeople(volumes.listed, stored),
  );
  say(`  ${secondsSince(startMs)}`);
  const archive = await openFolder(folder, (failure, address) => say(`    ${address}: ${String(failure)}`));
  try {
    faults += show('pages say what the XML says', await compareDrawn(archive, volumes, stored));
    startMs = performance.now();
    const {
      asked,
      faults: dead,
      bytes,
      searchesLeft,
      left,
      anchors,
      missing,
    } = await walk(archive, volumes, stored);
    const total = [...asked.values()].reduce((sum, count) => sum + count, 0);
    say([...asked].map(([kind, count]) => `${count} ${kind}`).join(', '));
    say(
      `${total} addresses, ${(bytes / 1e6).toFixed(0)} MB, ${secondsSince(startMs)}; ${anchors} fragments looked up again; ${searchesLeft} further searches are linked and were not asked; ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB of memory`,
    );
    say(`linked and not asked: ${[...left].map(([name, count]) => `${count} ${name}`).join(', ')}`);
    faults += show('every link within the site answers 200, every #fragment is there', dead);
    faults += show('references to what is held are links, and links lead to all that is public', missing);
    if (volumes.aroundNames > 0)
      say(`  (${volumes.aroundNames} references hold a name that is a link itself: the name’s link stands)`);
  } finally {
    await archive.close();
  }
  return faults;
}

async function main(): Promise<void> {
  const frus = join(CORPORA, 'frus');
  if (!existsSync(frus)) {
    say(`No volumes in ${frus}: nothing was proved. Set UNSEALED_CORPORA to the folder that holds frus/.`);
    return;
  }
  const files = readdirSync(frus)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => join(frus, name));
  const letters = ['schnitzler-tei', 'auden-tei', 'muqtabas-tei']
    .map((name) => join(CORPORA, name))
    .filter(existsSync);
  const root = mkdtempSync(join(tmpdir(), 'unsealed-walk-'));
  try {
    const folder = values.dir ?? join(root, 'archive');
    if (values.dir === undefined) {
      const startMs = performance.now();
      await importAll(folder, [...files, ...letters]);
      say(`imported by the command and published, ${secondsSince(startMs)}`);
    }
    const faults = await prove(folder, files);
    say(faults === 0 ? 'Nothing is wrong.' : `${faults} faults.`);
    process.exitCode = faults === 0 ? 0 : 1;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

await main();
