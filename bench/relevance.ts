/**
 * How well is found: over two hundred questions with what must come up, put to the archive's own search and
 * to plain FTS5 (SQLite's tokeniser and ranking; all words, else any) in the same run. Sixty were drawn by
 * rule, and fixed, before anything was tuned. What neither finds is listed, not left out.
 *
 *   npm run bench:relevance                        tables and misses
 *   npm run bench:relevance -- --write             writes them into docs/explanation/search-quality.md
 *   npm run bench:relevance -- --dir FOLDER        keeps the archive there, and uses it again
 *   npm run bench:relevance -- --engine fts5       another engine of bench/search/engines.ts
 *   npm run bench:relevance -- --no-expansions     without the slow part on names of all persons
 *
 * UNSEALED_CORPORA names the folder that holds frus/ and udhr/.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSearchIndex } from './search/engines.ts';
import { makeArchive, openArchive, type AskedArchive } from './relevance/archive.ts';
import { answerAll, type Answered } from './relevance/answer.ts';
import { readVolumes } from './relevance/draw.ts';
import { falseExpansions, type Expanded } from './relevance/false-expansions.ts';
import { questions, type Question } from './relevance/question.ts';
import { expansionLines, missLines, tableLines, writePage } from './relevance/print.ts';

const { values: options } = parseArgs({
  options: {
    dir: { type: 'string' },
    engine: { type: 'string', default: 'fts5' },
    write: { type: 'boolean', default: false },
    'no-expansions': { type: 'boolean', default: false },
  },
});
const CORPORA = process.env['UNSEALED_CORPORA'] ?? '../shared/corpora';

function readQuestions(name: string): readonly Question[] {
  return questions.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'relevance', name), 'utf8')));
}

async function expansionsOf(archive: AskedArchive): Promise<readonly Expanded[]> {
  const found: Expanded[] = [];
  if (!options['no-expansions'])
    for await (const one of falseExpansions(readVolumes(join(CORPORA, 'frus')), archive)) found.push(one);
  return found;
}

async function main(): Promise<void> {
  if (!existsSync(join(CORPORA, 'frus')) || !existsSync(join(CORPORA, 'udhr'))) {
    console.error(`No frus/ and udhr/ in ${CORPORA}: nothing was measured. Set UNSEALED_CORPORA.`);
    process.exitCode = 2;
    return;
  }
  const folder = options.dir ?? mkdtempSync(join(tmpdir(), 'unsealed-bench-'));
  await makeArchive(folder, CORPORA);
  const derived = mkdtempSync(join(tmpdir(), 'unsealed-bench-index-'));
  mkdirSync(derived, { recursive: true });
  const index = await openSearchIndex(options.engine, derived);
  const archive = await openArchive(folder, index);
  try {
    const answered: readonly Answered[] = await answerAll(archive, [
      ...readQuestions('drawn.json'),
      ...readQuestions('asked.json'),
    ]);
    const [figures, misses] = [tableLines(answered), missLines(answered)];
    for (const lines of [figures, misses]) console.log(`\n${lines.join('\n')}`);
    const expansions = expansionLines(await expansionsOf(archive));
    if (expansions.length > 0) console.log(`\n${expansions.join('\n')}`);
    if (options.write) writePage({ figures, misses, expansions });
  } finally {
    await archive.close();
    await index.close();
    rmSync(derived, { recursive: true });
    if (options.dir === undefined) rmSync(folder, { recursive: true });
  }
}

await main();
