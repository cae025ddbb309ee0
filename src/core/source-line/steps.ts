import type { ReferenceLevel, ReferenceStep } from '../source.ts';

interface Shape {
  readonly level: ReferenceLevel;
  /** Its groups: the label (may be absent), then the code. */
  readonly shape: RegExp;
  /** Only in citations of archives of these countries. */
  readonly countries?: readonly string[];
  /** Only under a step of this level. */
  readonly under?: ReferenceLevel;
}

const NUMBERS = '\\d[\\d\\s,–—-]*(?:\\s?(?:ob|об)\\.?)?(?:[–-]\\d+(?:\\s?(?:ob|об)\\.?)?)?';
const say = (
  level: ReferenceLevel,
  shape: RegExp,
  countries?: readonly string[],
  under?: ReferenceLevel,
): Shape => ({
  level,
  shape,
  ...(countries === undefined ? {} : { countries }),
  ...(under === undefined ? {} : { under }),
});

/**
 * State Department decimal file: "611.93/7–2255", "501.BC Indonesia/2–349", "763.72111 Em 1/11½", "320/2–551",
 * "123G231/593", "FW 550 AD 2/8–2444".
 */
export const DECIMAL =
  /^()((?:FW )?(?:\d{3}[A-Za-z]?(?:\.[\p{L}\p{N}.–-]*(?: ?[\p{L}\p{N}(). –-]+?)?| \p{Lu}{1,2} \d+| \p{Lu}{1,2} \p{L}+)\/[\p{L}\p{N}–½¼¾⅓⅔⅛⅜⅝⅞ .-]+(?: \[[\d–-]+\])?|\d{3}\/\d{1,2}[–-]\d{3,4}|\d{3}\.\d{3}[⅓⅔]|\d{3}\p{Lu}\d+\/\d+))$/u;
const LOT = '(?:\\d{2,3}\\s?[A-Z]\\s?\\d+|M[–-]\\d+)';

/** What a labelled part of a reference stands for, the first that fits. Labels keep the form they have. */
const SHAPES: readonly Shape[] = [
  // archives of Romania, France and Poland use letters of their own
  say('file', /^(dosar(?:ul)?|dos\.)\s*(\d.*)$/iu, ['RO']),
  say('leaf', new RegExp(`^(ff?\\.|fil[ae](?:le)?|p\\.)\\s*(${NUMBERS})$`, 'iu'), ['RO', 'FR']),
  say('leaf', new RegExp(`^(kk?\\.)\\s*(${NUMBERS})$`, 'iu'), ['PL']),
  // Soviet and Russian
  say('fonds', /^(f\.|ф\.|f(?=\s?\d)|ф(?=\s?\d)|fond|фонд)\s*([\p{L}\p{N}].*)$/iu),
  say(
    'inventory',
    /^(op\.|оп\.|op(?=\s?\d)|оп(?=\s?\d)|opis['’]?|опись|per\.|perechen['’]?|пер\.|перечень)\s*([\p{L}\p{N}].*)$/iu,
  ),
  say('portfolio', /^(por\.|пор\.|por(?=\s?\d)|portfel['’]?|портфель)\s*([\p{L}\p{N}].*)$/iu),
  say('folder', /^(pap\.|пап\.|pap(?=\s?\d)|papka|папка)\s*([\p{L}\p{N}].*)$/iu),
  say('folder', /^(p\.|п\.)\s*(\d+\p{L}?)$/iu, ['RU'], 'inventory'),
  say(
    'file',
    /^(d\.|д\.|d(?=\s?\d)|delo|дело|a\.\s?e\.|а\.\s?е\.|a\.\s?j\.|ed\. khr\.|ед\. хр\.)\s*([\p{L}\p{N}].*)$/iu,
  ),
  say('item', /^(dok\.|док\.|doc\.|dokument)\s*(\d.*)$/iu),
  say('container', /^(rolik|ролик|kor\.|k\.|к\.|karton|sv\.)\s*(\d.*)$/iu),
  say(
    'leaf',
    new RegExp(
      `^(ll\\.|l\\.|лл\\.|л\\.|ll?(?=\\s?\\d)|лл?(?=\\s?\\d)|list(?:y|ov)?|листы?)\\s*(${NUMBERS})$`,
      'iu',
    ),
  ),
  // United States
  say('record-group', /^(RG|Record Group)[\s-]*(\d+\p{L}?)$/u),
  say('lot', new RegExp(`^(Lot(?: File)?|lot(?: file)?)\\s+(${LOT}.*)$`, 'u')),
  say('lot', /^(Job|FRC|Accession|Acc\.|FRC:?)\s+([\p{N}].*)$/u),
  say('decimal', DECIMAL),
  say('series', /^()(Central (?:Decimal |Foreign Policy )?Files?(?:,? \d{4}.*)?)$/u),
  say('series', /^(Entry)\s+([\p{L}\p{N}].*)$/u),
  say(
    'container',
    /^(Box(?:es)?|box(?:es)?|Carton|carton|Kasten|boîte|Reel|reel|Roll|roll|Microfilm)\s+([\p{L}\p{N}].*)$/u,
  ),
  say('folder', /^(Folder|folder|Mappe)\s+([\p{L}\p{N}].*)$/u),
  say('file', /^(File|file|CF|dossier)\s+(\d.*|[A-Z]-?\d.*)$/u),
  say('item', /^(Conversation|Document|Doc\.|No\.|Nos\.|Nr\.|№)\s*(\d.*)$/u),
  // Britain: the class and its piece
  say('series', /^()([A-Z]{2,5} \d{1,4})(?=\/)/u, ['GB']),
  // German
  say('file', /^(Bd\.|Band|vol\.|hồ sơ)\s*(\d.*)$/u),
  say('leaf', new RegExp(`^(Bl\\.|Blatt|fols?\\.?|folios?)\\s*(${NUMBERS}\\p{L}?)$`, 'u')),
  say('page', new RegExp(`^(S\\.|Seiten?)\\s*(${NUMBERS})$`, 'u'), ['DE', 'AT', 'CH']),
  // Chinese, Korean, Hungarian
  say('fonds', /^(全宗号?|全宗號)[:：\s]*([\p{L}\p{N}].*)$/u),
  say('inventory', /^(目录号?|目錄號?)[:：\s]*([\p{L}\p{N}].*)$/u),
  say('file', /^(档号|檔號|案卷号?|案卷號|卷号|卷號|卷宗号?|문서철|철)[:：\s]*([\p{L}\p{N}].*)$/u),
  say('decimal', /^(분류번호)[:：\s]*([\p{L}\p{N}].*)$/u),
  say('item', /^(등록번호|관리번호|典藏號|典藏号|入藏登錄號)[:：\s]*([\p{L}\p{N}].*)$/u),
  say('file', /^()(\d{3}-\d{5}-\d{2}(?:\(\d+\))?)$/u, ['CN']),
  say('fonds', /^()([IVXLM]+-[A-Z](?:-\d+(?:-[a-z]+)?)?|M-[A-Z]+[ -]\d+)$/u, ['HU']),
  say('page', new RegExp(`^(pp?\\.|pages?|стр\\.|с\\.|frames?|Frames?)\\s*(${NUMBERS})$`, 'u')),
];

/** Labels that stand behind the code, or on both sides of it: how they are written around it. */
export const AROUND: Readonly<Record<string, readonly [before: string, after: string]>> = {
  第页: ['第', '页'],
  第頁: ['第', '頁'],
  页: ['', '页'],
  頁: ['', '頁'],
  쪽: ['', '쪽'],
  면: ['', '면'],
  doboz: ['', '. doboz'],
  tétel: ['', '. tétel'],
  'ő. e.': ['', '. ő. e.'],
};
const LEVEL_AROUND: Readonly<Record<string, ReferenceLevel>> = {
  doboz: 'container',
  tétel: 'item',
  'ő. e.': 'file',
};

function aroundStep(part: string): ReferenceStep | undefined {
  for (const [label, [before, after]] of Object.entries(AROUND)) {
    if (!part.startsWith(before) || !part.endsWith(after)) continue;
    const code = part.slice(before.length, part.length - after.length).trim();
    if (/^\d[\d\s–—/-]*$/u.test(code)) return { level: LEVEL_AROUND[label] ?? 'page', code, label };
  }
  return undefined;
}

const GERMAN_FONDS = /^([A-Z]{1,4}\s?\d{1,4}[a-z]?)(?:\/(.+))?$/u;

/** A class or holding and, after a stroke, the piece in it: "FO 371/127456", "DY 30/3387". */
function strokeSteps(part: string, country: string | undefined): readonly ReferenceStep[] | undefined {
  const level = country === 'GB' ? 'series' : country === 'DE' ? 'fonds' : undefined;
  const read = level === undefined ? null : GERMAN_FONDS.exec(part);
  if (level === undefined || read === null) return undefined;
  const [, holding = '', piece] = read;
  return piece === undefined
    ? [{ level, code: holding }]
    : [
        { level, code: holding },
        { level: 'file', code: piece, label: '/' },
      ];
}

/** One part of a reference as a step, or two; undefined if nothing in it says what it is. */
export function labelledSteps(
  part: string,
  country: string | undefined,
  before: readonly ReferenceStep[],
): readonly ReferenceStep[] | undefined {
  const around = aroundStep(part);
  if (around !== undefined) return [around];
  const stroke = before.length === 0 ? strokeSteps(part, country) : undefined;
  if (stroke !== undefined) return stroke;
  for (const { level, shape, countries, under } of SHAPES) {
    if (countries !== undefined && (country === undefined || !countries.includes(country))) continue;
    if (under !== undefined && !before.some((step) => step.level === under)) continue;
    const [, label = '', code = ''] = shape.exec(part) ?? [];
    if (code !== '') return [{ level, code: code.trim(), ...(label === '' ? {} : { label }) }];
  }
  return undefined;
}
