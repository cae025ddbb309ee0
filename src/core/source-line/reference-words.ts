import type { ReferenceLevel } from '../source.ts';
import { KNOWN_REPOSITORIES } from './repositories.ts';

/** A reference as a reader writes it: as it stands, the archive if it is named, and the steps down. */
export interface AskedReference {
  /** As written, spaces as one. */
  readonly words: string;
  readonly repository?: string;
  readonly steps: readonly AskedStep[];
}

export interface AskedStep {
  readonly level: ReferenceLevel;
  /** "558", "611.93/7-2255", "FO 371/127456". */
  readonly code: string;
  /** As written, with its label: "f. 558". */
  readonly words: string;
}

/** `clear`: alone it is already a reference; the others need another step, or an archive before them. */
interface Shape {
  readonly level: ReferenceLevel;
  readonly form: string;
  readonly clear?: true;
  /** Small letters for great ones, and the other way, are taken too. */
  readonly anyCase?: true;
}

const CODE = String.raw`\p{L}{0,2}[-–]?\d[\p{L}\p{N}]*(?:[./–-][\p{L}\p{N}]+)*`;
const LEAVES = String.raw`\d+(?:\s?(?:ob|об)\.?)?(?:\s?[–—-]\s?\d+(?:\s?(?:ob|об)\.?)?)?(?:,\s?\d+(?:[–-]\d+)?(?![\p{L}\p{N}.]))*`;
/** A label that ends in a point, or stands right before its number. */
const short = (letters: string): string =>
  letters
    .split('|')
    .map((one) => String.raw`${one}(?:\.|(?=\s?\d))`)
    .join('|');

const labelled = (level: ReferenceLevel, labels: string, code: string = CODE, clear?: true): Shape => ({
  level,
  form: String.raw`(?:${labels})\s?(${code})`,
  anyCase: true,
  ...(clear ? { clear } : {}),
});

/** The first that fits. Labels as in `steps.ts`, which reads whole citations; here they stand in running words. */
const SHAPES: readonly Shape[] = [
  {
    level: 'decimal',
    form: String.raw`((?:FW )?\d{3}[A-Za-z]?\.[\p{L}\p{N}.–-]+(?: \p{Lu}[\p{L}]*(?: \d+)?)?\/[\p{N}½¼¾]+(?:[–-][\p{N}½¼¾]+)*)`,
    clear: true,
  },
  { level: 'decimal', form: String.raw`(\d{3}\/\d{1,2}[–-]\d{3,4})`, clear: true },
  { level: 'file', form: String.raw`(\d{3}-\d{5}-\d{2}(?:\(\d+\))?)`, clear: true },
  { level: 'series', form: String.raw`(\p{Lu}{2,5} \d{1,4}\/\d+(?:\/[\p{L}\p{N}]+)*)`, clear: true },
  { level: 'fonds', form: String.raw`(M-KS \d+|[XVILM]+-[A-Z]-\d+(?:-[a-z]+)?)`, clear: true },
  labelled('record-group', String.raw`RG|record group`, String.raw`[-–]?\d+\p{L}?`, true),
  labelled('lot', String.raw`lot(?: files?)?`, String.raw`\d{2,3}\s?[A-Za-z]\s?\d+|M[–-]\d+`, true),
  labelled('fonds', 'f\\.|ф\\.|fonds?|фонд', CODE, true),
  labelled('fonds', '[fф](?=\\s?\\d)'),
  labelled('inventory', `${short('op|оп|inv')}|opis['’]?|опись`),
  labelled('portfolio', `${short('por|пор')}|portfel['’]?|портфель`),
  labelled('folder', `${short('pap|пап|p|п')}|papka|папка|folder|mappe`),
  labelled(
    'file',
    `${short('d|д')}|delo|дело|a\\.\\s?e\\.|а\\.\\s?е\\.|ed\\. khr\\.|ед\\. хр\\.|file|dossier|${short('bd')}|band|dosar`,
  ),
  labelled('container', `boxe?s?|carton|karton|kasten|reel|roll|rolik|ролик|${short('kor|k|к')}`, CODE, true),
  labelled('series', 'entry'),
  labelled('leaf', `${short('ll|l|лл|л|bl|fols?|ff')}|list(?:y|ov)?|листы?|blatt`, LEAVES),
  labelled('page', `${short('pp|s|с|стр')}|pages?|seiten?|frames?`, LEAVES),
  { level: 'fonds', form: String.raw`全宗[号號]?[:：\s]*(${CODE})`, clear: true },
  { level: 'inventory', form: String.raw`目[录錄][号號]?[:：\s]*(${CODE})` },
  {
    level: 'file',
    form: String.raw`(?:[档檔案]?案?卷?卷宗?[号號]|[档檔][号號])[:：\s]*(${CODE})`,
    clear: true,
  },
  { level: 'page', form: String.raw`第?(\d+(?:[–-]\d+)?)[页頁쪽면]` },
  { level: 'decimal', form: String.raw`분류번호[:：\s]*(${CODE})`, clear: true },
  { level: 'item', form: String.raw`(?:등록번호|관리번호|典藏[号號])[:：\s]*(${CODE})`, clear: true },
  { level: 'file', form: String.raw`(?:문서철|철)[:：\s]*(${CODE})` },
  { level: 'container', form: String.raw`(\d+)\. doboz` },
  { level: 'file', form: String.raw`(\d+)\. ő\. ?e\.` },
];

const STEPS = SHAPES.map(({ level, form, clear, anyCase }) => ({
  level,
  isClear: clear === true,
  form: new RegExp(`${form}(?![\\p{L}\\p{N}*?~|])`, anyCase ? 'iuy' : 'uy'),
}));

const NAMES: readonly string[] = [...new Set(KNOWN_REPOSITORIES.flatMap(({ names }) => names))].sort(
  (a, b) => b.length - a.length,
);
/** An abbreviation of an archive that is not known, where a comma and a step follow. */
const ABBREVIATION = /\p{Lu}[\p{L}-]*\p{Lu}(?: \p{Lu}{2,})?(?=,\s)/uy;
const SEPARATOR = /\s*[,;:，；、：.]?\s*/uy;
/** A part that only says what it is in words, between commas: "Central Files 1955–60". */
const FREE = /([^,;:()"“”«»]{2,60}?)\s?[,;]\s*/uy;
const MOST_STEPS = 10;
const MOST_FREE = 3;

/**
 * The archival reference that begins at a place of a text, however it is punctuated, and where it ends;
 * undefined if none does.
 *
 *   "RGASPI, f. 558, op. 11, d. 97, ll. 67-70" -> RGASPI: fonds 558, inventory 11, file 97, leaf 67-70
 *   "АВПРФ ф.100 оп.40 п.248"                  -> АВПРФ: fonds 100, inventory 40, folder 248
 *   "RG 59 611.93/7-2255"                      -> record group 59, decimal 611.93/7-2255
 *   "box 183"                                  -> container 183
 *   "FO 371/127456"                            -> series FO 371/127456
 *   "全宗号 2 目录号 5"                         -> fonds 2, inventory 5
 *   "op. 11", "Stalin, p. 5"                   -> undefined: it may be anything's
 */
export function referenceAt(
  text: string,
  start: number,
): { readonly asked: AskedReference; readonly end: number } | undefined {
  const repository = repositoryAt(text, start);
  const reading = stepsFrom(text, repository?.next ?? start, repository !== undefined);
  const { steps, end } = reading;
  const isEnough = steps.length >= (repository === undefined ? 2 : 1) || reading.isClear;
  if (steps.length === 0 || !isEnough) return undefined;
  const words = text.slice(start, end).replace(/\s+/gu, ' ').trim();
  const named = repository === undefined ? {} : { repository: repository.name };
  return { asked: { words, ...named, steps }, end };
}

/** A whole text as a reference; undefined if something is left over, or it is none. */
export function readAskedReference(text: string): AskedReference | undefined {
  const said = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const found = referenceAt(said, 0);
  return found !== undefined && /^[\s.,;]*$/u.test(said.slice(found.end)) ? found.asked : undefined;
}

function repositoryAt(
  text: string,
  at: number,
): { readonly name: string; readonly next: number } | undefined {
  const known = NAMES.find(
    (name) =>
      text.slice(at, at + name.length).toLowerCase() === name.toLowerCase() &&
      /^[\s,;:，、：]/u.test(text.slice(at + name.length)),
  );
  ABBREVIATION.lastIndex = at;
  const name = known ?? ABBREVIATION.exec(text)?.[0];
  if (name === undefined) return undefined;
  return { name: text.slice(at, at + name.length), next: skip(text, at + name.length) };
}

function skip(text: string, at: number): number {
  SEPARATOR.lastIndex = at;
  return at + (SEPARATOR.exec(text)?.[0].length ?? 0);
}

interface Steps {
  readonly steps: readonly AskedStep[];
  readonly isClear: boolean;
  readonly end: number;
}

function stepsFrom(text: string, start: number, mayBeFree: boolean): Steps {
  const steps: AskedStep[] = [];
  let isClear = false;
  let end = start;
  let at = start;
  let freeLeft = mayBeFree ? MOST_FREE : 0;
  while (steps.length < MOST_STEPS) {
    const step = stepAt(text, at);
    if (step === undefined) {
      const free = freeLeft-- > 0 ? freeAt(text, at) : undefined;
      if (free === undefined) break;
      at = free;
      continue;
    }
    steps.push(step.step);
    isClear ||= step.isClear;
    end = step.end;
    at = skip(text, end);
  }
  return { steps, isClear, end };
}

function freeAt(text: string, at: number): number | undefined {
  FREE.lastIndex = at;
  const found = FREE.exec(text);
  return found === null ? undefined : at + found[0].length;
}

function stepAt(
  text: string,
  at: number,
): { readonly step: AskedStep; readonly isClear: boolean; readonly end: number } | undefined {
  for (const { level, isClear, form } of STEPS) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found === null) continue;
    const [words, code = ''] = found;
    return { step: { level, code: code.replace(/^[-–]/u, ''), words }, isClear, end: at + words.length };
  }
  return undefined;
}

/** Whether a word may be the first of a reference: printed queries escape it. */
export function mayBeginReference(word: string): boolean {
  const probe = `${word} 1`;
  if (
    STEPS.some(({ form }) => {
      form.lastIndex = 0;
      return form.test(word) || ((form.lastIndex = 0), form.test(probe));
    })
  )
    return true;
  const first = word.replace(/[,;:，、：]+$/u, '').toLowerCase();
  return /^\p{Lu}[\p{L}-]*\p{Lu}/u.test(word) || FIRST_WORDS.has(first);
}
const FIRST_WORDS: ReadonlySet<string> = new Set(
  NAMES.map((name) => name.split(/[\s,]/u)[0]?.toLowerCase() ?? ''),
);
