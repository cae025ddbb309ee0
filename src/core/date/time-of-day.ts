import type { CataloguedDate } from './catalogued-date.ts';

export type TimeOfDay = NonNullable<CataloguedDate['time']>;

/** The words of a date without their time of day, and that time. */
export interface TimeTaken {
  readonly rest: string;
  readonly time?: TimeOfDay;
}

const ZONE = String.raw`(?<zone>z|gmt|utc|[ecmp][sd]t|[+-]\d\d:?\d\d)?`;
/** A dash or comma before the hour belongs to it, as does a second hour ("10:15 p.m.–1:30 a.m."), of which only the first is kept. */
const BEFORE = String.raw`(?:^|[-,;\s]|(?<=\d)t(?=\d))+(?:at |um |a |в |к )?\s*`;
const AFTER = String.raw`(?:\s*-\s*\d{1,2}(?:[:.]\d\d)?(?:\s*[ap]\.?\s*(?:m\b)?\.?)?)?(?![\d\p{L}])`;
const FORMS: readonly RegExp[] = [
  // 3:15-4:15 p.m.; without minutes only after a year, since "May 9-5 p.m." is a day and an hour
  String.raw`(?<hour>\d{1,2})(?:[:.](?<minute>\d\d)|(?<=\d{4}[-,;\s]+\d{1,2}))\s*-\s*(?<end>\d{1,2})(?:[:.]\d\d)?\s*(?<half>[ap])(?:\.?\s*m)?\b\.?`,
  // 3 p.m., 7:06 p. m., 9.30am, "9 p." where the line broke
  String.raw`(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))?[\s[\]?]*(?<half>[ap])(?:\.?\s*m)?\b\.?\s*${ZONE}`,
  // 15:30, 15:30:00Z
  String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::\d\d(?:\.\d+)?)?\s*(?:uhr|h)?\s*${ZONE}`,
  // 1430Z
  String.raw`(?<hour>\d\d)(?<minute>\d\d)\s*(?:hours|hrs|(?<zone>z))`,
  // 15 Uhr, 15.30 Uhr, 15 h 30, 15 час. 30 мин.
  String.raw`(?<hour>\d{1,2})(?:[.:](?<minute>\d\d))?\s*(?:uhr|heures|часов|час)\b\.?`,
  String.raw`(?<hour>\d{1,2})\s*(?:h|ч\.?|час\.|часов)\s*(?<minute>\d\d)(?:\s*мин(?:ут)?\.?)?`,
  String.raw`(?:12(?:[:.]00)?\s*)?(?<word>noon|midday|midnight|mittags|mitternacht|midi|minuit|полдень|полночь)`,
].map((form) => new RegExp(BEFORE + form + AFTER, 'u'));

const WORDS: ReadonlyMap<string, number> = new Map([
  ...['noon', 'midday', 'mittags', 'midi', 'полдень'].map((word) => [word, 12] as const),
  // The end of the day that is named, as telegrams have it.
  ...['midnight', 'mitternacht', 'minuit', 'полночь'].map((word) => [word, 24] as const),
]);

/**
 * Takes the time of day out of folded words, where there is one that a clock can show.
 *
 *   "august 2, 1955-3 p.m."       -> rest "august 2, 1955", hour 15
 *   "june 1, 1976, 0820z"         -> rest "june 1, 1976", hour 8, minute 20, zone "Z"
 *   "may 12, midnight"            -> rest "may 12", hour 24
 *   "july 2, 1945"                -> as it was
 */
export function takeTime(words: string): TimeTaken {
  for (const form of FORMS) {
    const match = form.exec(words);
    const time = match?.groups && timeOf(match.groups);
    if (!match || !time) continue;
    return { rest: `${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`, time };
  }
  return { rest: words };
}

function timeOf(found: Readonly<Record<string, string | undefined>>): TimeOfDay | undefined {
  const { half, word, zone } = found;
  const named = word === undefined ? undefined : WORDS.get(word);
  let hour = named ?? Number(found['hour']);
  const minute = Number(found['minute'] ?? 0);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    // "11:30-1:30 p.m." begins in the morning.
    const isBeforeNoon =
      half === 'a' || (found['end'] !== undefined && Number(found['end']) % 12 < hour % 12);
    hour = (hour % 12) + (isBeforeNoon ? 0 : 12);
  }
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  return {
    hour,
    ...(found['minute'] === undefined ? {} : { minute }),
    ...(zone === undefined ? {} : { zone: zone.toUpperCase() }),
  };
}
