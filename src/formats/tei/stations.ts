/** The city from which an embassy wrote, where the heading names only the country. */
const CITIES: Readonly<Record<string, string>> = {
  argentina: 'Buenos Aires',
  australia: 'Canberra',
  austria: 'Vienna',
  belgium: 'Brussels',
  bulgaria: 'Sofia',
  burma: 'Rangoon',
  cambodia: 'Phnom Penh',
  canada: 'Ottawa',
  chile: 'Santiago',
  cuba: 'Havana',
  cyprus: 'Nicosia',
  czechoslovakia: 'Prague',
  denmark: 'Copenhagen',
  egypt: 'Cairo',
  finland: 'Helsinki',
  france: 'Paris',
  germany: 'Bonn',
  greece: 'Athens',
  guatemala: 'Guatemala City',
  hungary: 'Budapest',
  india: 'New Delhi',
  iran: 'Tehran',
  iraq: 'Baghdad',
  israel: 'Tel Aviv',
  italy: 'Rome',
  japan: 'Tokyo',
  korea: 'Seoul',
  laos: 'Vientiane',
  mexico: 'Mexico City',
  netherlands: 'The Hague',
  norway: 'Oslo',
  philippines: 'Manila',
  poland: 'Warsaw',
  portugal: 'Lisbon',
  'republic of china': 'Taipei',
  romania: 'Bucharest',
  'soviet union': 'Moscow',
  spain: 'Madrid',
  sweden: 'Stockholm',
  switzerland: 'Bern',
  thailand: 'Bangkok',
  turkey: 'Ankara',
  'united kingdom': 'London',
  vietnam: 'Saigon',
  yugoslavia: 'Belgrade',
};

/** The Department under whatever name a heading gives it. */
export const DEPARTMENT = 'Department of State';

/** Whether a correspondent is the Department or one who signs for it. */
export const isDepartment = (name: string): boolean =>
  /^(?:the )?(?:(?:acting |under )?secretary of state|department(?: of state)?)\b/i.test(name);

/**
 * The city that a correspondent's name or station stands for, by which telegrams are numbered.
 *
 *   "Embassy in Poland"            -> "Warsaw"
 *   "Consulate General at Batavia" -> "Batavia"
 *   "Embassy in China"             -> undefined: it moved
 */
export function cityOf(name: string): string | undefined {
  const at = /\b(?:at|in) (?:the )?(\p{Lu}[\p{L} .-]*)$/u.exec(name)?.[1];
  if (at !== undefined && /\bat (?:the )?\p{Lu}/u.test(name) && !/nations|organization|conference/i.test(at))
    return at;
  return CITIES[(at ?? name).toLowerCase().replace(/^(?:embassy in )?(?:the )?/, '')];
}
