/**
 * Draws sixty questions by rule from the titles and the lists of persons of TEI volumes, and writes them to
 * `drawn.json`. They were drawn once, before anything was tuned, and are not drawn again; the same volumes
 * give the same questions.
 *
 *   node bench/relevance/draw.ts            says whether the stored questions are those the rule draws
 *   node bench/relevance/draw.ts --write    writes them
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { drawFrom } from '../../test/corpora/draw.ts';
import { drawPersons } from './draw-persons.ts';
import { drawTitles } from './draw-titles.ts';
import { readVolume, type Volume } from './read-volume.ts';

const SEED = 1949;
const STORED = join(import.meta.dirname, 'drawn.json');

/** All TEI volumes of a folder, by name. */
export function readVolumes(folder: string): readonly Volume[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => readVolume(name.slice(0, -4), readFileSync(join(folder, name), 'utf8')));
}

function main(): void {
  const volumes = readVolumes(join(process.env['UNSEALED_CORPORA'] ?? '../shared/corpora', 'frus'));
  const draw = drawFrom(SEED);
  const drawn = [...drawTitles(volumes, draw), ...drawPersons(volumes, draw)];
  if (process.argv.includes('--write')) writeFileSync(STORED, `${JSON.stringify(drawn, null, 2)}\n`);
  else if (!isDeepStrictEqual(JSON.parse(readFileSync(STORED, 'utf8')), drawn)) {
    console.error('The stored questions are not those that the rule draws.');
    process.exitCode = 1;
  } else console.log(`The ${drawn.length} stored questions are those that the rule draws.`);
}

if (import.meta.main) main();
