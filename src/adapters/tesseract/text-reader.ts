import type { PageText, PageWord } from '../../core/facsimile/page-text.ts';
import { parseLanguage, type LanguageTag } from '../../core/language.ts';
import { problem, type Problem } from '../../core/problem.ts';
import type { PageImage } from '../../core/rendition.ts';
import { accepted, refused, type Result } from '../../core/result.ts';
import type { FileStore } from '../../ports/file-store.ts';
import type { ReadableLanguage, TextReader } from '../../ports/text-reader.ts';
import type { PdfReader } from '../pdf/pdf-reader.ts';
import { ALL_STEPS, laidBack, type CleanSteps, type Laid, type PagePicture } from '../sharp/laid-page.ts';
import { KillableProcess, programBeside } from '../system/killable-process.ts';
import { codeOf, debianPackage, pageModeOf, tagOf } from './language-codes.ts';
import { findData, layOut, SYSTEM_FOLDERS, type LanguageData } from './language-data.ts';
import { markAsRead } from './mark-as-read.ts';
import type { OcrCall, OcrReply } from './ocr-calls.ts';
import { joinAsSpaced, joinMarks, readTsv } from './read-tsv.ts';
import { isDoubtful, isPlain, turnedOver, turnedOverRegion } from './second-look.ts';
import { findSystem, runSystem, type SystemTesseract } from './system-tesseract.ts';

/** The engines, as they are named in what they made. Their versions are those of the packages; a test holds it. */
export const PDFIUM = 'pdfium 2.1.13';
export const TESSERACT_JS = 'tesseract.js 7.0.0';

export interface TextReaderOptions {
  readonly files: Pick<FileStore, 'open'>;
  readonly pdf: Pick<PdfReader, 'picture' | 'words'>;
  /** A derived folder, where the data of languages is laid out for the engines. */
  readonly dataFolder: string;
  /** Folders in which the one who runs the archive keeps data of languages: looked into first. */
  readonly tessdata?: readonly string[];
  /** Where the system keeps such data: looked into last. */
  readonly systemFolders?: readonly string[];
  /** The program of the system; "none" for tesseract.js alone. */
  readonly system?: string | 'none';
  readonly steps?: CleanSteps;
  /** For cleaning a page, and for reading one. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 180_000;
const MOST_BYTES = 512 * 2 ** 20;
const LIMITS = {
  memoryBytes: 2 ** 30,
  idleMs: 30_000,
  permissions: ['--allow-addons', '--allow-worker'],
};

/** What is here to read with: found once, when first asked. */
interface Equipment {
  readonly system: SystemTesseract | undefined;
  readonly data: ReadonlyMap<string, LanguageData>;
}

/**
 * Reads pages: PDF text as it is given, pictures by the system's tesseract where there is one, else by
 * tesseract.js, after cleaning. Nothing is fetched: a language without data here is a problem that names it.
 */
export function openTextReader(options: TextReaderOptions): TextReader {
  const child = new KillableProcess<OcrCall, OcrReply>(programBeside(import.meta.url, 'ocr-process'), LIMITS);
  let found: Promise<Equipment> | undefined;
  const equipment = (): Promise<Equipment> => (found ??= equip(options));
  /** Looked for again where a language is missing: it may have been brought since. */
  const equipmentFor = async (languages: readonly LanguageTag[]): Promise<Equipment> => {
    if (!dataFor(languages, await equipment()).ok) found = undefined;
    return equipment();
  };
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
  return {
    given: (image) => given(options, image),
    recognize: (image, languages) =>
      inTurn(async () =>
        recognize({ ...options, child, equipment: await equipmentFor(languages) }, image, languages),
      ),
    languages: async () => readable(await equipment()),
    close: () => inTurn(async () => child.end()),
  };
}

async function equip({ system, tessdata, systemFolders }: TextReaderOptions): Promise<Equipment> {
  return {
    system: system === 'none' ? undefined : await findSystem(system ?? 'tesseract'),
    data: await findData(tessdata ?? [], systemFolders ?? SYSTEM_FOLDERS),
  };
}

const engineOf = ({ system }: Equipment): string => (system ? `tesseract ${system.version}` : TESSERACT_JS);

const modelOf = ({ code, edition }: LanguageData): string => `${code} (${edition})`;

function readable(equipment: Equipment): readonly ReadableLanguage[] {
  const engine = engineOf(equipment);
  return [...equipment.data.values()].flatMap((data) => {
    const language = parseLanguage(tagOf(data.code) ?? '');
    return language === undefined ? [] : [{ language, engine, model: modelOf(data) }];
  });
}

async function given(
  { pdf }: TextReaderOptions,
  { mediaType, digest, page }: PageImage,
): Promise<Result<PageText | undefined, Problem>> {
  if (mediaType !== 'application/pdf') return accepted(undefined);
  const words = await pdf.words(digest, page ?? 1);
  if (!words.ok || !words.value) return words;
  return accepted({ ...words.value, madeBy: { engine: PDFIUM, fromDigest: digest } });
}

type Desk = TextReaderOptions & {
  readonly child: KillableProcess<OcrCall, OcrReply>;
  readonly equipment: Equipment;
};

async function recognize(
  desk: Desk,
  image: PageImage,
  languages: readonly LanguageTag[],
): Promise<Result<PageText, Problem>> {
  const data = dataFor(languages, desk.equipment);
  if (!data.ok) return data;
  await layOut(desk.dataFolder, data.value);
  const picture = await pictureOf(desk, image);
  if (!picture.ok) return picture;
  const read = await readPicture(desk, picture.value, data.value, image.digest);
  if (!read.ok) return read;
  const madeBy = {
    engine: engineOf(desk.equipment),
    model: data.value.map(modelOf).join(' + '),
    fromDigest: image.digest,
  };
  return accepted({ ...placed(read.value, image), madeBy });
}

/** The data of each language, in their order; the first that is not here is named, with what brings it. */
function dataFor(
  languages: readonly LanguageTag[],
  { data }: Equipment,
): Result<readonly LanguageData[], Problem> {
  const found: LanguageData[] = [];
  for (const language of languages) {
    const code = codeOf(language);
    const one = code === undefined ? undefined : data.get(code);
    if (!one)
      return refused(
        problem(
          'ocr-language-missing',
          {},
          {
            value: language,
            facts: code === undefined ? { why: 'unknown' } : { package: debianPackage(code), code },
          },
        ),
      );
    if (!found.includes(one)) found.push(one);
  }
  if (found.length === 0) return refused(problem('ocr-language-missing', {}, { facts: { why: 'none' } }));
  return accepted(found);
}

async function pictureOf(
  { files, pdf }: Desk,
  { digest, mediaType, page }: PageImage,
): Promise<Result<PagePicture, Problem>> {
  if (mediaType === 'application/pdf') {
    const picture = await pdf.picture(digest, page ?? 1);
    if (!picture.ok) return picture;
    return accepted(picture.value.kind === 'jpeg' ? { ...picture.value, kind: 'file' } : picture.value);
  }
  const bytes = await files.open(digest);
  if (!bytes) return refused(problem('file-missing', { file: digest }, { severity: 'error' }));
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const part of bytes) {
    sizeBytes += part.length;
    if (sizeBytes > MOST_BYTES)
      return refused(problem('too-large', { file: digest }, { facts: { limit: '512 MB' } }));
    parts.push(part);
  }
  return accepted({ kind: 'file', bytes: Buffer.concat(parts), ...(page === undefined ? {} : { page }) });
}

interface ReadPicture {
  readonly lines: readonly (readonly PageWord[])[];
  readonly laid: Laid;
  /** Whether the page lies upside down, and was read the other way up. */
  readonly isTurnedOver: boolean;
}

async function readPicture(
  { child, equipment, dataFolder, steps = ALL_STEPS, timeoutMs = TIMEOUT_MS }: Desk,
  picture: PagePicture,
  data: readonly LanguageData[],
  file: string,
): Promise<Result<ReadPicture, Problem>> {
  const late = (): Result<never, Problem> =>
    refused(problem('took-too-long', { file }, { facts: { limit: `${timeoutMs / 1000} s` } }));
  const failed = (why: string): Result<never, Problem> =>
    refused(problem('ocr-failed', { file }, { value: why }));
  const isSentBack = equipment.system !== undefined;
  const cleaned = await child.ask({ kind: 'clean', picture, steps, isSentBack }, timeoutMs);
  if (cleaned.kind === 'late') return late();
  if (cleaned.kind === 'no-picture')
    return refused(problem('image-broken', { file }, { value: cleaned.message }));
  if (cleaned.kind !== 'cleaned') return failed(child.complaint);
  const codes = data.map(({ code }) => code);
  const { pgm, laid } = cleaned;
  const look = async (isTurnedOver: boolean) => {
    const asked = { codes, mode: pageModeOf(codes), folder: dataFolder };
    const read =
      equipment.system && pgm
        ? await runSystem(equipment.system, isTurnedOver ? turnedOver(pgm) : pgm, asked, timeoutMs)
        : await child.ask({ kind: 'read', ...asked, isTurnedOver }, timeoutMs);
    return read.kind === 'read' ? { kind: 'lines' as const, lines: linesOf(read, codes) } : read;
  };
  const first = await look(false);
  if (first.kind === 'late') return late();
  if (first.kind !== 'lines') return failed(child.complaint);
  const second = isDoubtful(first.lines) ? await look(true) : first;
  // Where the second look fails, the first stands.
  const isTurnedOver = second.kind === 'lines' && second !== first && isPlain(second.lines);
  return accepted({ lines: isTurnedOver ? second.lines : first.lines, laid, isTurnedOver });
}

function linesOf(
  { tsv, text }: { readonly tsv: string; readonly text: string },
  codes: readonly string[],
): ReadPicture['lines'] {
  const lines = readTsv(tsv);
  return (codes.includes('kor') ? joinAsSpaced(lines, text) : lines).map(joinMarks);
}

/** The words in pixels of the page as its record has it. */
function placed({ lines, laid, isTurnedOver }: ReadPicture, { widthPx, heightPx }: PageImage): PageText {
  const [across, down] = [widthPx / laid.from.widthPx, heightPx / laid.from.heightPx];
  const inPage = lines.map((words) =>
    words.map((word) => {
      const { x, y, w, h } = laidBack(isTurnedOver ? turnedOverRegion(word, laid.to) : word, laid);
      return {
        ...word,
        x: Math.round(x * across),
        y: Math.round(y * down),
        w: Math.round(w * across),
        h: Math.round(h * down),
      };
    }),
  );
  return { widthPx, heightPx, lines: markAsRead(inPage, { widthPx, heightPx }, isTurnedOver) };
}
