import type { TimeOfDay } from '../core/date/time-of-day.ts';

/** How a language says dates. `governed`: as a preposition wants it ("около июля 1945" against "июль 1945"). */
export interface DateTable {
  day(year: string, month: number, day: number): string;
  month(year: string, month: number, governed: boolean): string;
  /** "July 2–5, 1945" */
  days(year: string, month: number, from: number, to: number): string;
  /** "July 2 – August 5, 1945" */
  dayOfMonth(month: number, day: number): string;
  readonly yearAfterDay: string;
  monthName(month: number): string;
  /** Before the year 1. */
  beforeChrist(year: number): string;
  /** Seasons, then quarters, then halves of a year: 21–24, 33–36, 40–41. */
  season(number: number, year: string): string;
  part(part: 'early' | 'mid' | 'late', of: string): string;
  decade(year: string): string;
  century(number: number): string;
  about(date: string): string;
  perhaps(date: string): string;
  from(date: string): string;
  until(date: string): string;
  orEarlier(date: string): string;
  orLater(date: string): string;
  between(first: string, last: string): string;
  readonly or: string;
  readonly and: string;
  readonly unknown: string;
  readonly unknownYear: string;
  time(time: TimeOfDay): string;
}

const zoneOf = ({ zone }: TimeOfDay): string =>
  zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` ${/^[+-]/.test(zone) ? `UTC${zone}` : zone}`;
const clock24 = (time: TimeOfDay): string => `${time.hour}:${String(time.minute ?? 0).padStart(2, '0')}`;

const EN_MONTHS = 'January February March April May June July August September October November December';
const EN_ORDINALS = ['first', 'second', 'third', 'fourth'];
const enMonth = (month: number): string => EN_MONTHS.split(' ')[month - 1] ?? String(month);
const enOrdinal = (number: number): string => {
  const ends = ['th', 'st', 'nd', 'rd'];
  const isTeen = Math.floor((number % 100) / 10) === 1;
  return `${number}${isTeen ? 'th' : (ends[number % 10] ?? 'th')}`;
};

const en: DateTable = {
  day: (year, month, day) => `${enMonth(month)} ${day}, ${year}`,
  month: (year, month) => `${enMonth(month)} ${year}`,
  days: (year, month, from, to) => `${enMonth(month)} ${from}–${to}, ${year}`,
  dayOfMonth: (month, day) => `${enMonth(month)} ${day}`,
  yearAfterDay: ', ',
  monthName: enMonth,
  beforeChrist: (year) => `${year} BC`,
  season: (number, year) => {
    if (number < 33) return `${['spring', 'summer', 'autumn', 'winter'][(number - 21) % 4]} ${year}`;
    if (number < 37) return `${EN_ORDINALS[number - 33]} quarter of ${year}`;
    return `${EN_ORDINALS[number - 40]} half of ${year}`;
  },
  part: (part, of) => (part === 'mid' ? `mid-${of}` : `${part} ${of}`),
  decade: (year) => `${year}s`,
  century: (number) => `${enOrdinal(number)} century`,
  about: (date) => `about ${date}`,
  perhaps: (date) => `perhaps ${date}`,
  from: (date) => `from ${date}`,
  until: (date) => `until ${date}`,
  orEarlier: (date) => `${date} or earlier`,
  orLater: (date) => `${date} or later`,
  between: (first, last) => `between ${first} and ${last}`,
  or: ' or ',
  and: ' and ',
  unknown: 'date not known',
  unknownYear: 'year not known',
  time: (time) => {
    const { hour, minute = 0 } = time;
    if (hour === 24 && minute === 0) return `midnight${zoneOf(time)}`;
    if (hour === 12 && minute === 0) return `noon${zoneOf(time)}`;
    const shown = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}`;
    return `${shown} ${hour % 24 < 12 ? 'a.m.' : 'p.m.'}${zoneOf(time)}`;
  },
};

const DE_MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember';
const deMonth = (month: number): string => DE_MONTHS.split(' ')[month - 1] ?? String(month);

const de: DateTable = {
  day: (year, month, day) => `${day}. ${deMonth(month)} ${year}`,
  month: (year, month) => `${deMonth(month)} ${year}`,
  days: (year, month, from, to) => `${from}.–${to}. ${deMonth(month)} ${year}`,
  dayOfMonth: (month, day) => `${day}. ${deMonth(month)}`,
  yearAfterDay: ' ',
  monthName: deMonth,
  beforeChrist: (year) => `${year} v. Chr.`,
  season: (number, year) => {
    if (number < 33) return `${['Frühjahr', 'Sommer', 'Herbst', 'Winter'][(number - 21) % 4]} ${year}`;
    return number < 37 ? `${number - 32}. Quartal ${year}` : `${number - 39}. Hälfte ${year}`;
  },
  part: (part, of) => `${{ early: 'Anfang', mid: 'Mitte', late: 'Ende' }[part]} ${of}`,
  decade: (year) => `${year}er Jahre`,
  century: (number) => `${number}. Jahrhundert`,
  about: (date) => `um ${date}`,
  perhaps: (date) => `vielleicht ${date}`,
  from: (date) => `ab ${date}`,
  until: (date) => `bis ${date}`,
  orEarlier: (date) => `${date} oder früher`,
  orLater: (date) => `${date} oder später`,
  between: (first, last) => `zwischen ${first} und ${last}`,
  or: ' oder ',
  and: ' und ',
  unknown: 'Datum unbekannt',
  unknownYear: 'Jahr unbekannt',
  time: (time) => `${clock24(time)} Uhr${zoneOf(time)}`,
};

const FR_MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre';
const frMonth = (month: number): string => FR_MONTHS.split(' ')[month - 1] ?? String(month);
const frDay = (day: number): string => (day === 1 ? '1er' : String(day));

const fr: DateTable = {
  day: (year, month, day) => `${frDay(day)} ${frMonth(month)} ${year}`,
  month: (year, month) => `${frMonth(month)} ${year}`,
  days: (year, month, from, to) => `${frDay(from)}–${to} ${frMonth(month)} ${year}`,
  dayOfMonth: (month, day) => `${frDay(day)} ${frMonth(month)}`,
  yearAfterDay: ' ',
  monthName: frMonth,
  beforeChrist: (year) => `${year} av. J.-C.`,
  season: (number, year) => {
    if (number < 33) return `${['printemps', 'été', 'automne', 'hiver'][(number - 21) % 4]} ${year}`;
    return number < 37
      ? `${number === 33 ? '1er' : `${number - 32}e`} trimestre ${year}`
      : `${number === 40 ? '1er' : '2e'} semestre ${year}`;
  },
  part: (part, of) => `${{ early: 'début', mid: 'milieu', late: 'fin' }[part]} ${of}`,
  decade: (year) => `années ${year}`,
  century: (number) => `${number}e siècle`,
  about: (date) => `vers ${date}`,
  perhaps: (date) => `peut-être ${date}`,
  from: (date) => `depuis ${date}`,
  until: (date) => `jusqu’à ${date}`,
  orEarlier: (date) => `${date} ou avant`,
  orLater: (date) => `${date} ou après`,
  between: (first, last) => `entre ${first} et ${last}`,
  or: ' ou ',
  and: ' et ',
  unknown: 'date inconnue',
  unknownYear: 'année inconnue',
  time: (time) =>
    `${time.hour} h${time.minute ? ` ${String(time.minute).padStart(2, '0')}` : ''}${zoneOf(time)}`,
};

const RU_MONTHS = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь';
const RU_OF_MONTH = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря';
const ruMonth = (month: number): string => RU_MONTHS.split(' ')[month - 1] ?? String(month);
const ruOfMonth = (month: number): string => RU_OF_MONTH.split(' ')[month - 1] ?? String(month);

const ru: DateTable = {
  day: (year, month, day) => `${day} ${ruOfMonth(month)} ${year}`,
  month: (year, month, governed) => `${governed ? ruOfMonth(month) : ruMonth(month)} ${year}`,
  days: (year, month, from, to) => `${from}–${to} ${ruOfMonth(month)} ${year}`,
  dayOfMonth: (month, day) => `${day} ${ruOfMonth(month)}`,
  yearAfterDay: ' ',
  monthName: ruMonth,
  beforeChrist: (year) => `${year} до н. э.`,
  season: (number, year) => {
    if (number < 33) return `${['весна', 'лето', 'осень', 'зима'][(number - 21) % 4]} ${year}`;
    return number < 37 ? `${number - 32}-й квартал ${year}` : `${number - 39}-я половина ${year}`;
  },
  part: (part, of) => `${{ early: 'начало', mid: 'середина', late: 'конец' }[part]} ${of}`,
  decade: (year) => `${year}-е годы`,
  century: (number) => `${number}-й век`,
  about: (date) => `около ${date}`,
  perhaps: (date) => `${date} (предположительно)`,
  from: (date) => `с ${date}`,
  until: (date) => `до ${date}`,
  orEarlier: (date) => `не позднее ${date}`,
  orLater: (date) => `не ранее ${date}`,
  between: (first, last) => `не ранее ${first} и не позднее ${last}`,
  or: ' или ',
  and: ' и ',
  unknown: 'дата неизвестна',
  unknownYear: 'год неизвестен',
  time: (time) => `${clock24(time)}${zoneOf(time)}`,
};

const TABLES: ReadonlyMap<string, DateTable> = new Map(Object.entries({ en, de, fr, ru }));

/** The table of a language or of what it is a kind of ("de-AT"); English where there is none. */
export const dateTable = (lang: string): DateTable =>
  TABLES.get(lang.toLowerCase().split('-')[0] ?? '') ?? en;

/** Languages that dates can be said in. */
export const DATE_LANGUAGES: readonly string[] = [...TABLES.keys()];
