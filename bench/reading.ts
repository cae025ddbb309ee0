/**
 * How well pages are read: errors by character and by word against pages of which the text is known, with
 * each engine that is here, with clean-up and without; and what a page costs.
 *
 *   npm run bench:reading
 *   npm run bench:reading -- --engine js --only made --steps paper,contrast
 *   npm run bench:reading -- --tesseract /opt/bin/tesseract --tessdata /opt/tessdata --fonts /opt/fonts
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { openPdfReader } from '../src/adapters/pdf/pdf-reader.ts';
import { ALL_STEPS, type CleanSteps } from '../src/adapters/sharp/laid-page.ts';
import { openTextReader } from '../src/adapters/tesseract/text-reader.ts';
import type { PageText, PageWord } from '../src/core/facsimile/page-text.ts';
import { parseLanguage, type LanguageTag } from '../src/core/language.ts';
import { heldFiles } from '../test/support/make-pdf.ts';
import { addErrors, noErrors, percent, type Errors } from './reading/errors.ts';
import { givenPages, type GivenLine } from './reading/given.ts';
import { declaration, findFace, HARMS, harmed, makePage, type Face } from './reading/made-pages.ts';
import { cpuSeconds } from './reading/cpu-seconds.ts';
import { machine, printTable } from './table.ts';

const { values: asked } = parseArgs({
  options: {
    tesseract: { type: 'string', default: 'tesseract' },
    tessdata: { type: 'string', multiple: true, default: [] },
    fonts: { type: 'string', default: '/usr/share/fonts' },
    engine: { type: 'string', default: 'both' },
    cleaned: { type: 'string', default: 'both' },
    only: { type: 'string', default: '' },
    steps: { type: 'string', default: '' },
  },
});
const corpora = process.env['UNSEALED_CORPORA'] ?? join(import.meta.dirname, '../../shared/corpora');
const work = mkdtempSync(join(tmpdir(), 'unsealed-reading-'));
const NO_STEPS: CleanSteps = { paper: false, contrast: false, grain: false, skew: false, size: false };
const files = heldFiles();
const pdf = openPdfReader(files);

interface Page {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lines: readonly GivenLine[];
}
interface Lot {
  readonly name: string;
  readonly language: LanguageTag;
  readonly pages: readonly Page[];
  /** The kinds of lines that count; words on others are passed over. */
  readonly counted: RegExp;
}

/** The words on each line that is given: those that stand on its baseline. What stands nowhere is an error too. */
function wordsByLine({ lines }: PageText, given: readonly GivenLine[]): readonly (readonly PageWord[])[] {
  const sorted = given.map(({ baseline }) => baseline).toSorted((a, b) => a - b);
  const steps = sorted
    .slice(1)
    .map((line, at) => line - (sorted[at] ?? 0))
    .filter((step) => step > 8)
    .toSorted((a, b) => a - b);
  const reach = (steps[Math.floor(steps.length / 2)] ?? 40) * 0.6;
  const found: PageWord[][] = given.map(() => []);
  for (const word of lines.flatMap((line) => line.words)) {
    const [x, y] = [word.x + word.w / 2, word.y + word.h / 2 + 6];
    const nearest = given
      .map((line, at) => ({
        at,
        far: Math.abs(line.baseline - 8 - y) + (x < line.left - 15 || x > line.right + 15 ? 1e6 : 0),
      }))
      .toSorted((a, b) => a.far - b.far)[0];
    if (nearest && nearest.far < reach) found[nearest.at]?.push(word);
  }
  return found.map((words) => words.toSorted((a, b) => a.x - b.x));
}

/** How often a word of such a confidence is right. */
interface Band {
  words: number;
  right: number;
}
const bands = new Map<number, Band>();

function judge(read: PageText, page: Page, counted: RegExp, sum: Errors): void {
  const found = wordsByLine(read, page.lines);
  for (const [at, line] of page.lines.entries()) {
    if (!counted.test(line.kind) || /~~~|¥|‡/.test(line.text)) continue;
    const words = found[at] ?? [];
    addErrors(sum, words.map(({ text }) => text).join(' '), line.text);
    if (/\p{Script=Han}/u.test(line.text)) continue;
    const there = new Set(line.text.split(/\s+/));
    for (const { text, confidence = 0 } of words) {
      const band = Math.min(Math.floor(confidence * 10), 9);
      const before = bands.get(band) ?? { words: 0, right: 0 };
      bands.set(band, { words: before.words + 1, right: before.right + (there.has(text) ? 1 : 0) });
    }
  }
}

async function measure(lot: Lot, system: string, isCleaned: boolean): Promise<readonly string[] | undefined> {
  const only =
    asked.steps === ''
      ? ALL_STEPS
      : { ...NO_STEPS, ...Object.fromEntries(asked.steps.split(',').map((step) => [step, true])) };
  const reader = openTextReader({
    files,
    pdf,
    dataFolder: join(work, 'data'),
    system,
    tessdata: asked.tessdata,
    steps: isCleaned ? only : NO_STEPS,
  });
  const sum = noErrors();
  let engine = '';
  const before = cpuSeconds();
  for (const page of lot.pages) {
    const digest = files.hold(page.bytes);
    const read = await reader.recognize(
      { digest, mediaType: 'image/jpeg', widthPx: page.widthPx, heightPx: page.heightPx },
      [lot.language],
    );
    if (!read.ok) {
      console.log(lot.name, read.problem.code, read.problem.value ?? '');
      await reader.close();
      return undefined;
    }
    engine = `${read.value.madeBy?.engine}, ${read.value.madeBy?.model}`;
    judge(read.value, page, lot.counted, sum);
  }
  await reader.close();
  // A process that was ended is counted once it is gone.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const seconds = (cpuSeconds() - before) / lot.pages.length;
  return [
    lot.name,
    engine,
    isCleaned ? 'yes' : 'no',
    percent(sum.charErrors, sum.chars),
    percent(sum.wordErrors, sum.words),
    seconds.toFixed(1),
  ];
}

const tag = (text: string): LanguageTag => {
  const read = parseLanguage(text);
  if (!read) throw new Error(text);
  return read;
};

const SERIF: Face = {
  paths: [
    'truetype/liberation2/LiberationSerif-Regular.ttf',
    'truetype/liberation/LiberationSerif-Regular.ttf',
  ],
};
const MONO: Face = {
  paths: [
    'truetype/liberation2/LiberationMono-Regular.ttf',
    'truetype/liberation/LiberationMono-Regular.ttf',
  ],
};
const CJK = ['opentype/noto/NotoSerifCJK-Regular.ttc'];
const MADE: readonly (readonly [language: string, file: string, face: Face])[] = [
  ['en', 'udhr_eng.xml', SERIF],
  ['de', 'udhr_deu_1996.xml', MONO],
  ['fr', 'udhr_fra.xml', SERIF],
  ['ru', 'udhr_rus.xml', MONO],
  ['zh', 'udhr_cmn_hans.xml', { paths: CJK, family: 'NotoSerifCJKsc-Regular' }],
  ['ko', 'udhr_kor.xml', { paths: CJK, family: 'NotoSerifCJKkr-Regular' }],
];

async function lots(): Promise<readonly Lot[]> {
  const typed = given('tapuscorpus-scans');
  const written = given('testaments-scans');
  const made: Lot[] = [];
  for (const [language, file, face] of MADE) {
    const path = findFace(face, [asked.fonts]);
    if (!path || !existsSync(join(corpora, 'udhr', file))) {
      console.log(
        path ? `no ${file} in ${join(corpora, 'udhr')}` : `no face for ${language} in ${asked.fonts}`,
      );
      continue;
    }
    const page = await makePage(
      declaration(join(corpora, 'udhr'), file),
      path,
      face.family,
      language === 'zh',
    );
    for (const harm of HARMS)
      made.push({
        name: `${language}, made, ${harm.name}`,
        language: tag(language),
        pages: [await harmed(page, harm)],
        counted: /made/,
      });
  }
  return [
    { name: 'fr, typed, photographed (5 pages)', language: tag('fr'), pages: typed, counted: /Typewritten/ },
    { name: 'fr, handwritten wills (7 pages)', language: tag('fr'), pages: written, counted: /./ },
    ...made,
  ].filter(({ name, pages }) => pages.length > 0 && name.includes(asked.only));
}

/** Real pages are not part of the project: UNSEALED_CORPORA names the folder that has them. */
function given(name: string): readonly Page[] {
  const folder = join(corpora, name);
  if (existsSync(folder)) return givenPages(folder);
  console.log(`no pages in ${folder}`);
  return [];
}

const rows: (readonly string[])[] = [];
for (const lot of await lots())
  for (const system of asked.engine === 'both'
    ? [asked.tesseract, 'none']
    : [asked.engine === 'js' ? 'none' : asked.tesseract])
    for (const isCleaned of asked.cleaned === 'both' ? [false, true] : [asked.cleaned === 'yes']) {
      const row = await measure(lot, system, isCleaned);
      if (row) rows.push(row);
      if (row) console.log(row.join(' | '));
    }
printTable(
  `Errors in reading; ${machine()}`,
  ['pages', 'engine, data', 'cleaned', 'characters', 'words', 'CPU s a page'],
  rows,
);
printTable(
  'Words by the confidence that the engine gave them',
  ['confidence', 'words', 'right'],
  [...bands]
    .toSorted(([a], [b]) => a - b)
    .map(([band, { words, right }]) => [
      `${band * 10} to ${band * 10 + 10}%`,
      `${words}`,
      percent(right, words),
    ]),
);
await pdf.close();
rmSync(work, { recursive: true });
