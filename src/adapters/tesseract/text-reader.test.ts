import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { z } from 'zod';
import { heldFiles, makePdf } from '../../../test/support/make-pdf.ts';
import { parseLanguage, type LanguageTag } from '../../core/language.ts';
import { openPdfReader } from '../pdf/pdf-reader.ts';
import { turnedOverRegion } from './second-look.ts';
import { openTextReader, PDFIUM, TESSERACT_JS, type TextReaderOptions } from './text-reader.ts';

const files = heldFiles();
const pdf = openPdfReader(files);
let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unsealed-ocr-'));
});
after(async () => {
  await pdf.close();
  await rm(folder, { recursive: true });
});

const opened = (more: Partial<TextReaderOptions> = {}) =>
  openTextReader({
    files,
    pdf,
    dataFolder: join(folder, 'data'),
    system: 'none',
    systemFolders: [],
    ...more,
  });

const languages = (...tags: readonly string[]): readonly LanguageTag[] =>
  tags.map((tag) => parseLanguage(tag)).filter((tag) => tag !== undefined);

/** A row of tesseract's table, as a shell prints it. */
const ROW = '5\\t1\\t1\\t1\\t1\\t1\\t10\\t10\\t50\\t20\\t88.5\\tword';

const WORDS = 'The invented envoy of Arland spoke of wheat';

/** A page with one line of writing, of which only the picture is kept; where its first word stands. */
async function writtenPage() {
  const bytes = await makePdf(
    (pen) => void pen.font('Helvetica').fontSize(14).text(WORDS, 30, 40, { lineBreak: false }),
    { size: [360, 100] },
  );
  const digest = files.hold(bytes);
  const [words, picture] = [await pdf.words(digest, 1), await pdf.picture(digest, 1)];
  assert.ok(words.ok && picture.ok && picture.value.kind === 'pixels');
  const { widthPx, heightPx, channels } = picture.value;
  const png = await sharp(picture.value.bytes, { raw: { width: widthPx, height: heightPx, channels } })
    .png()
    .toBuffer();
  const image = { digest: files.hold(png), mediaType: 'image/png', widthPx, heightPx };
  return {
    image,
    drawn: words.value?.lines[0]?.words ?? [],
    pdfImage: { ...image, digest, mediaType: 'application/pdf', page: 1 },
  };
}

test('the words of a picture are read, with boxes where they were drawn, by an engine that is named', async () => {
  const { image, drawn, pdfImage } = await writtenPage();
  const reader = opened();
  const read = await reader.recognize(image, languages('en'));
  assert.ok(read.ok, JSON.stringify(read));
  const words = read.value.lines.flatMap((line) => line.words);
  assert.equal(words.map(({ text }) => text).join(' '), WORDS);
  for (const [at, word] of words.entries())
    for (const side of ['x', 'y', 'w', 'h'] as const)
      assert.ok(
        Math.abs(word[side] - (drawn[at]?.[side] ?? 0)) <= 6,
        `${word.text} ${side}: ${word[side]}, ${drawn[at]?.[side]}`,
      );
  assert.ok(words.every(({ confidence = 0 }) => confidence > 0.6 && confidence <= 1));
  assert.deepEqual(read.value.madeBy, {
    engine: TESSERACT_JS,
    model: 'eng (4.0.0_best_int)',
    fromDigest: image.digest,
  });
  const given = await reader.given(pdfImage);
  assert.deepEqual(given.ok && given.value?.madeBy, { engine: PDFIUM, fromDigest: pdfImage.digest });
  assert.deepEqual(await reader.given(image), { ok: true, value: undefined });
  const broken = { ...image, digest: files.hold(Buffer.from('no picture at all')) };
  const refused = await reader.recognize(broken, languages('en'));
  assert.equal(refused.ok ? 'read' : refused.problem.code, 'image-broken');
  await reader.close();
});

test('a page that lies upside down is read the other way up, its words where they lie', async () => {
  const { image, drawn } = await writtenPage();
  const upright = await files.open(image.digest);
  assert.ok(upright);
  const parts: Uint8Array[] = [];
  for await (const part of upright) parts.push(part);
  const digest = files.hold(await sharp(Buffer.concat(parts)).rotate(180).png().toBuffer());
  const reader = opened();
  const read = await reader.recognize({ ...image, digest }, languages('en'));
  assert.ok(read.ok, JSON.stringify(read));
  const words = read.value.lines.flatMap((line) => line.words);
  assert.equal(words.map(({ text }) => text).join(' '), WORDS);
  for (const [at, word] of words.entries()) {
    const { x, y } = turnedOverRegion(word, image);
    assert.ok(Math.abs(x - (drawn[at]?.x ?? 0)) <= 6 && Math.abs(y - (drawn[at]?.y ?? 0)) <= 6, word.text);
  }
  await reader.close();
});

test('a language without data is named with what brings it, and never another read instead', async () => {
  const reader = opened();
  const { image } = await writtenPage();
  const cases: readonly [readonly LanguageTag[], object | undefined][] = [
    [languages('ru'), { package: 'tesseract-ocr-rus', code: 'rus' }],
    [languages('en', 'zh-Hant'), { package: 'tesseract-ocr-chi-tra', code: 'chi_tra' }],
    [languages('und'), { why: 'unknown' }],
    [[], { why: 'none' }],
  ];
  for (const [asked, facts] of cases) {
    const read = await reader.recognize(image, asked);
    assert.equal(read.ok ? 'read' : read.problem.code, 'ocr-language-missing');
    assert.deepEqual(read.ok ? undefined : read.problem.facts, facts);
  }
  await reader.close();
});

test('languages are those of the packages, and of the folders that are named', async () => {
  const named = join(folder, 'named');
  await mkdir(named);
  await writeFile(join(named, 'rus.traineddata'), 'data');
  await writeFile(join(named, 'eng.traineddata'), 'data');
  const found = await opened({ tessdata: [named, join(folder, 'not-there')] }).languages();
  assert.deepEqual(found.map(({ language, model }) => `${language} ${model}`).toSorted(), [
    'de deu (4.0.0_best_int)',
    'en eng (tessdata)',
    'fr fra (4.0.0_best_int)',
    'ko kor (4.0.0_best_int)',
    'ru rus (tessdata)',
    'zh chi_sim (4.0.0_best_int)',
  ]);
});

test('data that is brought later is found with the next page', async () => {
  const later = join(folder, 'later');
  const reader = opened({
    tessdata: [later],
    system: await program(`cat > /dev/null; printf '${ROW}\\nword\\n'`),
  });
  const { image } = await writtenPage();
  assert.equal((await reader.recognize(image, languages('ru'))).ok, false);
  await mkdir(later);
  await writeFile(join(later, 'rus.traineddata'), 'data');
  const read = await reader.recognize(image, languages('ru'));
  assert.equal(read.ok && read.value.madeBy?.model, 'rus (tessdata)');
  await reader.close();
});

test('a page that takes too long is given up', async () => {
  const { image } = await writtenPage();
  const reader = opened({ timeoutMs: 1 });
  const read = await reader.recognize(image, languages('en'));
  assert.equal(read.ok ? 'read' : read.problem.code, 'took-too-long');
  await reader.close();
});

test('engines are named with the versions that are installed', () => {
  const versions = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'))).dependencies;
  assert.equal(PDFIUM, `pdfium ${versions['@hyzyla/pdfium']}`);
  assert.equal(TESSERACT_JS, `tesseract.js ${versions['tesseract.js']}`);
});

/** A program that answers as tesseract would. */
async function program(lines: string): Promise<string> {
  const path = join(folder, `program-${lines.length}.sh`);
  await writeFile(
    path,
    `#!/bin/sh\nif [ "$1" = --version ]; then echo "tesseract 5.9.9"; exit 0; fi\n${lines}\n`,
    { mode: 0o755 },
  );
  return path;
}

test('the tesseract of the system is used where it is there: its table is read, its hanging ended, its failing told', async () => {
  const { image } = await writtenPage();
  const cases: readonly [lines: string, expected: string][] = [
    [`cat > /dev/null; printf '${ROW}\\nword\\n\\f'`, 'word by tesseract 5.9.9'],
    ['exec sleep 30', 'took-too-long'],
    ['exit 3', 'ocr-failed'],
  ];
  for (const [lines, expected] of cases) {
    const reader = opened({ system: await program(lines), timeoutMs: 3000 });
    const read = await reader.recognize(image, languages('en'));
    const said = read.ok
      ? `${read.value.lines[0]?.words[0]?.text} by ${read.value.madeBy?.engine}`
      : read.problem.code;
    assert.equal(said, expected);
    await reader.close();
  }
});

test('a second look is taken where the first is doubtful, and believed only where it is plain', async () => {
  const { image } = await writtenPage();
  const row = (confidence: number, word: string): string =>
    `5\\t1\\t1\\t1\\t1\\t1\\t10\\t10\\t50\\t20\\t${confidence}\\t${word}\\n`;
  const rows = (confidence: number, word: string): string => row(confidence, word).repeat(6);
  const cases: readonly [first: string, second: string, expected: string][] = [
    [rows(20, 'crooked'), rows(95, 'upright'), 'upright'],
    [rows(20, 'crooked'), rows(50, 'guessed'), 'crooked'],
    [rows(80, 'plain'), rows(95, 'never'), 'plain'],
    [row(20, 'few'), rows(95, 'never'), 'few'],
  ];
  for (const [at, [first, second, expected]] of cases.entries()) {
    const looked = join(folder, `looked-${at}`);
    const reader = opened({
      system: await program(
        `cat > /dev/null; if [ -e ${looked} ]; then printf '${second}'; else touch ${looked}; printf '${first}'; fi`,
      ),
    });
    const read = await reader.recognize(image, languages('en'));
    assert.equal(read.ok && read.value.lines[0]?.words[0]?.text, expected);
    await reader.close();
  }
});
