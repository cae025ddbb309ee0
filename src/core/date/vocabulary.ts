/** What a word of a date means. */
export type Meaning =
  | { readonly kind: 'month'; readonly value: number }
  /** As EDTF numbers them: 21–24 seasons, 33–36 quarters, 40–41 halves. */
  | { readonly kind: 'season'; readonly value: number }
  | { readonly kind: 'part'; readonly value: Part }
  | { readonly kind: 'mark'; readonly value: Mark }
  | { readonly kind: 'nothing' };

export type Part = 'early' | 'mid' | 'late';
export type Mark =
  'about' | 'uncertain' | 'before' | 'after' | 'until' | 'since' | 'between' | 'and' | 'or' | 'to';

/** Small letters without diacritics, compatibility forms as plain ones, dashes and quotes of one kind. */
export function foldDateWords(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[‐‑‒–—―−]+/gu, '-')
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/ß/gu, 'ss')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** January to December, a line a language: full names, cases and abbreviations. */
const MONTHS = [
  // English
  'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec',
  // German
  'januar janner jaenner|februar febr feber|marz maerz mrz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez',
  // French
  'janvier janv|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout|septembre|octobre|novembre|decembre',
  // Russian
  'январь января янв|февраль февраля февр фев|март марта мар|апрель апреля апр|май мая|июнь июня июн|июль июля июл|август августа авг|сентябрь сентября сент сен|октябрь октября окт|ноябрь ноября нояб ноя|декабрь декабря дек',
  // Spanish
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre setiembre|octubre|noviembre|diciembre',
  // Italian
  'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre',
];

const SEASONS = [
  'spring fruhling fruhjahr printemps весна весной весны 春 春季 봄',
  'summer sommer ete лето летом лета 夏 夏季 여름',
  'autumn fall herbst automne осень осенью осени 秋 秋季 가을',
  'winter hiver зима зимой зимы 冬 冬季 겨울',
];

const PARTS: Readonly<Record<Part, string>> = {
  early: 'early beginning anfang debut начало начале 初',
  mid: 'mid middle mitte milieu середина середине 中',
  late: 'late end ende fin конец конце 末 底',
};

const MARKS: Readonly<Record<Mark, string>> = {
  about:
    'about circa ca c cca approximately approx around roughly um etwa zirka vers environ около примерно ок приблизительно 约 約 약',
  uncertain: 'probably perhaps possibly maybe presumably wohl vermutlich wahrscheinlich вероятно возможно ?',
  before: 'before prior vor avant до ранее 以前 之前',
  after: 'after nach apres после позднее 以后 之后',
  until: 'until till through by bis',
  since: 'since seit depuis from von vom ab du с со',
  between: 'between zwischen entre между',
  and: 'and & und et и',
  or: 'or oder ou или',
  to: 'to - au по 至 到 ~',
};

/** Words that add nothing to the day: articles, weekdays, parts of the day, "the year". */
const NOTHINGS =
  'morning forenoon afternoon evening night morgens vormittags nachmittags abends утром вечером ' +
  'the of in on le la les l de del den der dem des am a im date dated year г гг год года году годы годов годах' +
  ' monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun' +
  ' montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag' +
  ' lundi mardi mercredi jeudi vendredi samedi dimanche' +
  ' понедельник вторник среда четверг пятница суббота воскресенье';

const words = (list: string): readonly string[] => list.split(' ');

const VOCABULARY: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...words(NOTHINGS).map((word) => [foldDateWords(word), { kind: 'nothing' }] as const),
  ...MONTHS.flatMap((line) =>
    line
      .split('|')
      .flatMap((names, at) =>
        words(names).map((word) => [foldDateWords(word), { kind: 'month', value: at + 1 }] as const),
      ),
  ),
  ...SEASONS.flatMap((names, at) =>
    words(names).map((word) => [foldDateWords(word), { kind: 'season', value: 21 + at }] as const),
  ),
  ['halfone', { kind: 'season', value: 40 }],
  ['halftwo', { kind: 'season', value: 41 }],
  ...entriesOf(PARTS).flatMap(([value, names]) =>
    words(names).map((word) => [foldDateWords(word), { kind: 'part', value }] as const),
  ),
  ...entriesOf(MARKS).flatMap(([value, names]) =>
    words(names).map((word) => [foldDateWords(word), { kind: 'mark', value }] as const),
  ),
]);

function entriesOf<K extends string>(table: Readonly<Record<K, string>>): readonly (readonly [K, string])[] {
  const keys: K[] = [];
  for (const key in table) keys.push(key);
  return keys.map((key) => [key, table[key]] as const);
}

/** What a folded word of a date means, or undefined if it is none of a date's words. */
export const meaningOf = (word: string): Meaning | undefined => VOCABULARY.get(word);

const UNDATED = new Set(
  [
    'undated|no date|not dated|n.d.|nd|s.d.|sans date|date unknown|unknown date|date not known|unknown|unbekannt',
    'o.d.|ohne datum|undatiert|б/д|б.д.|без даты|дата неизвестна|не датировано|дата не указана',
    '日期不详|日期不詳|日期不明|时间不详|時間不詳|无日期|無日期|日付不明|年月日不詳|날짜 미상|날짜미상|일자 미상|미상',
  ].flatMap((line) => line.split('|').map(bare)),
);

/** Letters and digits only. */
function bare(words: string): string {
  return foldDateWords(words).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether the words say that the date is not known. */
export const saysUndated = (words: string): boolean => UNDATED.has(bare(words));
