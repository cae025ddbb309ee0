import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkVolume, type VolumeCheck } from './check-volume.ts';
import { refusedBySchema, writtenOf } from './check-schema.ts';
import { drawn } from './draw.ts';
import { documentsIn } from './expected-text.ts';
import { checkLetter } from './check-letter.ts';

const CORPORA = process.env['UNSEALED_CORPORA'] ?? '../shared/corpora';
const SCHEMAS = process.env['UNSEALED_SCHEMAS'] ?? '../shared/schemas';
const SEED = Number(process.env['UNSEALED_SEED'] ?? 20261123);
const LETTERS = ['schnitzler-tei', 'auden-tei', 'muqtabas-tei'];

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const xmlIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.xml'))
        .map((name) => join(folder, name))
    : [];

function sayVolume({ name, read, faults, cpuMs, documents }: VolumeCheck): void {
  const perDocument = documents === 0 ? 0 : cpuMs / documents;
  const { all } = read;
  say(
    `${name}  ${documents} documents, ${all.notes} notes, ${all.pages} pages, ${all.persons} persons, ${perDocument.toFixed(2)} ms a document`,
  );
  for (const fault of faults.slice(0, 10)) say(`  ✗ ${fault}`);
  if (faults.length > 10) say(`  ✗ and ${faults.length - 10} more`);
}

async function proveVolumes(files: readonly string[]): Promise<number> {
  let faults = 0;
  const sums = { documents: 0, notes: 0, pages: 0, persons: 0, pagesWithin: 0, personsWithin: 0, cpuMs: 0 };
  for (const file of files) {
    const check = await checkVolume(file.replace(/^.*[/\\]/, ''), readFileSync(file, 'utf8'));
    sayVolume(check);
    faults += check.faults.length;
    for (const what of ['documents', 'notes', 'pages', 'persons'] as const)
      sums[what] += check.counted.all[what];
    sums.pagesWithin += check.counted.within.pages;
    sums.personsWithin += check.counted.within.persons;
    sums.cpuMs += check.cpuMs;
  }
  say(
    `all: ${sums.documents} documents, ${sums.notes} notes, ${sums.pages} pages (${sums.pagesWithin} in documents), ${sums.persons} persons (${sums.personsWithin} in documents), ${(sums.cpuMs / 1000).toFixed(1)} CPU s`,
  );
  return faults;
}

async function proveLetters(files: readonly string[]): Promise<number> {
  let faults = 0;
  for (const file of files) {
    const found = await checkLetter(file.replace(/^.*[/\\]/, ''), readFileSync(file, 'utf8'));
    for (const fault of found) say(`  ✗ ${file}: ${fault}`);
    faults += found.length;
  }
  say(`${files.length} letters and issues read`);
  return faults;
}

async function proveWriting(files: readonly string[]): Promise<number> {
  const written: string[] = [];
  const faults: string[] = [];
  for (const file of drawn(files, 12, SEED)) {
    const xml = readFileSync(file, 'utf8');
    const isVolume = !documentsIn(xml).next().done;
    const out = await writtenOf(file.replace(/^.*[/\\]/, ''), xml, isVolume ? 25 : 1);
    written.push(...out.written);
    faults.push(...out.faults);
  }
  const refused = await refusedBySchema(SCHEMAS, written);
  if (refused === undefined) say(`The schema of TEI is not in ${SCHEMAS}: what goes out was not validated.`);
  else faults.push(...refused);
  for (const fault of faults.slice(0, 20)) say(`  ✗ ${fault}`);
  say(
    `${written.length} documents written out and read back${refused === undefined ? '' : ', valid by tei_all'}`,
  );
  return faults.length;
}

async function main(): Promise<void> {
  const volumes = xmlIn(join(CORPORA, 'frus'));
  const letters = LETTERS.flatMap((folder) => xmlIn(join(CORPORA, folder)));
  if (volumes.length + letters.length === 0) {
    say(
      `No corpora in ${CORPORA}: nothing was proved. Set UNSEALED_CORPORA to the folder that holds frus/, schnitzler-tei/ ….`,
    );
    return;
  }
  const faults =
    (await proveVolumes(volumes)) +
    (await proveLetters(letters)) +
    (await proveWriting([...volumes, ...letters]));
  say(faults === 0 ? 'Everything is equal.' : `${faults} faults.`);
  process.exitCode = faults === 0 ? 0 : 1;
}

await main();
