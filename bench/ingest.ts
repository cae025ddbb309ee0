/**
 * How fast pages come in: scans to what tiles are cut from, PDFs with text and PDFs of scans to words and
 * pictures, pictures to text by each engine that is here. One page after the other, as a job does it.
 *
 *   npm run bench:ingest
 *   npm run bench:ingest -- --pages 20 --tesseract /opt/bin/tesseract
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { memoryFileStore } from '../src/adapters/memory/file-store.ts';
import { picturesIn } from '../src/adapters/pdf/page-pictures.ts';
import { openPdfReader } from '../src/adapters/pdf/pdf-reader.ts';
import { openImager } from '../src/adapters/sharp/imager.ts';
import { openTextReader } from '../src/adapters/tesseract/text-reader.ts';
import { parseLanguage } from '../src/core/language.ts';
import type { Problem } from '../src/core/problem.ts';
import type { PageImage } from '../src/core/rendition.ts';
import type { Result } from '../src/core/result.ts';
import { makePdf } from '../test/support/make-pdf.ts';
import { cpuSeconds } from './reading/cpu-seconds.ts';
import { machine, printTable } from './table.ts';

const { values: asked } = parseArgs({
  options: { pages: { type: 'string', default: '20' }, tesseract: { type: 'string', default: 'tesseract' } },
});
const most = Number(asked.pages);
const corpora = process.env['UNSEALED_CORPORA'] ?? join(import.meta.dirname, '../../shared/corpora');
const work = mkdtempSync(join(tmpdir(), 'unsealed-ingest-'));
const files = memoryFileStore();
const PDF = 'application/pdf';

const held = async (bytes: Uint8Array): Promise<string> => (await files.put(inOne(bytes))).digest;
async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function sure<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.value ?? ''}`);
  return result.value;
}

const LINE = 'The invented envoy of Arland told the invented minister of Borland that the harvest was good. ';

/** A typed page of A4, at 300 pixels an inch unless it is one of the corpus. */
async function scans(): Promise<readonly Buffer[]> {
  const folder = join(corpora, 'tapuscorpus-scans');
  const small = readdirSync(folder)
    .filter((name) => name.endsWith('.jpg'))
    .map((name) => readFileSync(join(folder, name)));
  return Promise.all(
    small.map((bytes) => sharp(bytes).resize(2480, 3508, { fit: 'fill' }).jpeg({ quality: 85 }).toBuffer()),
  );
}

const rows: string[][] = [];
async function measured(what: string, pages: number, run: () => Promise<void>): Promise<void> {
  const [cpu, started] = [cpuSeconds(), performance.now()];
  await run();
  const seconds = (performance.now() - started) / 1000;
  // A process that was ended is counted once it is gone.
  await new Promise((resolve) => setTimeout(resolve, 300));
  rows.push([
    what,
    String(pages),
    ((pages / seconds) * 60).toFixed(0),
    ((cpuSeconds() - cpu) / pages).toFixed(3),
  ]);
  console.log(rows.at(-1)?.join(' | '));
}

async function main(): Promise<void> {
  const pictures = await scans();
  const page = (at: number): Buffer => pictures[at % pictures.length] ?? Buffer.alloc(0);
  const distinct = await Promise.all(
    Array.from({ length: most }, (_, at) =>
      at < pictures.length
        ? page(at)
        : sharp(page(at))
            .jpeg({ quality: 70 + (at % 25) })
            .toBuffer(),
    ),
  );
  const images: PageImage[] = [];
  for (const bytes of distinct)
    images.push({ digest: await held(bytes), mediaType: 'image/jpeg', widthPx: 2480, heightPx: 3508 });
  await measured('scan of 8.7 Mpx to its pyramid', most, async () => {
    const imager = openImager({ folder: join(work, 'images'), files });
    for (const image of images) sure(await imager.derive(image));
    await imager.close();
  });
  const typed = await held(
    await makePdf((pen) => {
      for (let at = 0; at < most; at++)
        (at === 0 ? pen : pen.addPage({ size: 'A4', margin: 60 }))
          .font('Times-Roman')
          .fontSize(12)
          .text(LINE.repeat(25), 60, 60, { width: 470 });
    }),
  );
  const scanned = await held(
    await makePdf((pen) => {
      for (const [at, bytes] of distinct.entries())
        (at === 0 ? pen : pen.addPage({ size: [595, 842], margin: 0 })).image(bytes, 0, 0, {
          width: 595,
          height: 842,
        });
    }),
  );
  for (const [what, digest] of [
    ['PDF with text: words', typed],
    ['PDF of scans: its own pictures, no words', scanned],
  ] as const)
    await measured(what, most, async () => {
      const pdf = openPdfReader(files);
      for (const at of sure(await pdf.inspect(digest)).keys()) {
        sure(await pdf.words(digest, at + 1));
        if (digest === scanned) sure(await pdf.picture(digest, at + 1));
      }
      await pdf.close();
    });
  for (const [what, digest] of [
    ['PDF with text: drawn, to its pyramid', typed],
    ['PDF of scans: to its pyramid', scanned],
  ] as const)
    await measured(what, most, async () => {
      const pdf = openPdfReader(files);
      const imager = openImager({ folder: join(work, 'of-pdf'), files, pdf: picturesIn(pdf) });
      for (const image of sure(await imager.inspect({ digest, mediaType: PDF })))
        sure(await imager.derive(image));
      await imager.close();
      await pdf.close();
    });
  const language = parseLanguage('fr');
  const read = Math.min(most, 4);
  for (const system of [asked.tesseract, 'none']) {
    const pdf = openPdfReader(files);
    const reader = openTextReader({ files, pdf, dataFolder: join(work, 'data'), system });
    const engine = (await reader.languages()).find((one) => one.language === language)?.engine ?? 'no engine';
    await measured(`typed scan of 8.7 Mpx to text by ${engine}`, read, async () => {
      for (const image of images.slice(0, read))
        sure(await reader.recognize(image, language ? [language] : []));
      await reader.close();
      await pdf.close();
    });
  }
  printTable(
    `Pages coming in, one after the other; ${machine()}`,
    ['what', 'pages', 'pages a minute', 'CPU s a page'],
    rows,
  );
  rmSync(work, { recursive: true });
}

await main();
