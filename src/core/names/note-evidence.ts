import type { Agent } from '../agent.ts';
import { boundsOf } from '../date/bounds.ts';
import { partsOfDay } from '../date/day.ts';
import { parseEdtf } from '../date/edtf.ts';
import { foldName } from './fold-name.ts';

/** What short descriptions say of whether two persons can be one. */
export type Evidence =
  | { readonly kind: 'agree'; readonly shared: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'contradict'; readonly because: string };

/** Compares the notes and years of two persons. They agree on an office or body named by both in the same words. */
export function evidenceOf(a: Agent, b: Agent): Evidence {
  const [one, other] = [noteOf(a), noteOf(b)];
  const because = livesApart(a, b) ?? nationsApart(one, other) ?? yearsApart(one, other);
  if (because !== undefined) return { kind: 'contradict', because };
  const shared = sharedPhrase(one, other);
  return shared === undefined ? { kind: 'silent' } : { kind: 'agree', shared };
}

const noteOf = (agent: Agent): string => agent.notes.map((note) => note.text).join('; ');

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that so many notes have that sharing them says nothing. */
const COMMON = set(`
  a an the of and to in on at for from until through by with his her as after before during between since
  thereafter later also then title not was is were who which that or earlier early late end
  january february march april may june july august september october november december
  member members officer official acting deputy assistant special first second third staff head chief senior
  former minister secretary director ambassador president chairman chair adviser advisor counselor consul general
  under vice office bureau department division delegation representative mission international national
  government republic people peoples united states u s american foreign affairs embassy
  service services officer attache executive charge affaires council committee ministry republican democrat
  political economic military public information policy planning security
`);

/** Two words that name an office only together. */
const OFFICES: readonly RegExp[] = [
  /\bsecretary of (?:state|defense|the treasury|commerce|war|the navy|the army|the air force|agriculture|labor|the interior)\b/,
  /\bpresident of the united states\b/,
  /\bvice president\b/,
  /\bprime minister\b/,
  /\bforeign (?:minister|secretary)\b/,
  /\bminister (?:of|for) foreign affairs\b/,
  /\bchief of naval operations\b/,
  /\bjoint chiefs of staff\b/,
  /\bdirector of central intelligence\b/,
  /\bsecretary general of the united nations\b/,
  /\battorney general\b/,
  /\bpolicy planning (?:staff|council)\b/,
  /\bnational security council\b/,
  /\bcentral intelligence agency\b/,
  /\bambassador (?:to|in) (?:the )?\p{L}+(?: \p{L}+)?/u,
  /\b(?:u s|united states) representative (?:to|at)\b/,
  /\bbureau of \p{L}+ \p{L}+ \p{L}*/u,
  /\boffice of \p{L}+ \p{L}+/u,
  /\bsenator (?:from|[dr]) \p{L}+/u,
  /\bpresident of (?:the )?\p{L}+(?: \p{L}+)?/u,
  /\b(?:assistant|secretary|aide|adviser|physician|counsel|counselor) (?:to|of) (?:the )?president\b/,
];

/** An office, or two telling words, that both notes have. */
function sharedPhrase(one: string, other: string): string | undefined {
  const [a, b] = [foldName(one), foldName(other)];
  for (const office of OFFICES) {
    const found = new RegExp(office.source, 'gu');
    for (const [phrase] of a.matchAll(found))
      if (` ${b} `.includes(` ${phrase.trim()} `)) return phrase.trim();
  }
  const telling = new Set(b.split(' ').filter(isTelling));
  const shared = [...new Set(a.split(' ').filter(isTelling))].filter((word) => telling.has(word));
  return shared.length >= 2 ? shared.slice(0, 4).join(' ') : undefined;
}

const isTelling = (word: string): boolean => word.length > 2 && !COMMON.has(word) && !/^\d+$/.test(word);

const NATIONS = set(`
  argentine argentinian argentinean australian austrian belgian bolivian brazilian british bulgarian burmese cambodian
  canadian chilean chinese colombian cuban czech czechoslovak danish dutch ecuadorian egyptian ethiopian
  finnish french german greek guatemalan hungarian indian indonesian iranian iraqi irish israeli italian
  japanese jordanian korean laotian lebanese libyan malaysian mexican nicaraguan nigerian norwegian
  pakistani panamanian peruvian philippine polish portuguese romanian russian saudi soviet spanish swedish
  swiss syrian thai tunisian turkish uruguayan venezuelan vietnamese yugoslav
`);

/** "British Ambassador", "Chilean Minister", at the head of a note: whose servant one is, not where one serves. */
function nationsApart(one: string, other: string): string | undefined {
  const [a, b] = [nationOf(one), nationOf(other)];
  return a && b && a !== b ? `${a}, ${b}` : undefined;
}

function nationOf(note: string): string | undefined {
  const words = foldName(note).split(' ').slice(0, 6);
  const found = words.find((word) => NATIONS.has(word));
  const at = words.indexOf(found ?? '');
  // "Officer in Charge of Chinese Affairs", "Director of the Office of German Affairs" serve no such state.
  const isOfAnOffice = words
    .slice(0, at)
    .some((word) => ['of', 'in', 'for', 'on', 'to', 'at'].includes(word));
  if (found === undefined) return /\bU\.?S\.?\b|American\b/.test(note.slice(0, 40)) ? 'american' : undefined;
  return isOfAnOffice ? undefined : found === 'russian' ? 'soviet' : found;
}

const MAX_GAP_YEARS = 25;

/** Whether the years that two notes name leave a gap that no career has between them. */
function yearsApart(one: string, other: string): string | undefined {
  const [a, b] = [yearsIn(one), yearsIn(other)];
  if (a.length === 0 || b.length === 0) return undefined;
  const gap = Math.max(Math.min(...b) - Math.max(...a), Math.min(...a) - Math.max(...b));
  return gap > MAX_GAP_YEARS ? `${Math.min(...a)}, ${Math.min(...b)}` : undefined;
}

const yearsIn = (note: string): readonly number[] =>
  [...note.matchAll(/\b1[89]\d\d\b/g)].map(([year]) => Number(year));

/** Years of life that both are known to have, and that can't be one life. */
function livesApart(a: Agent, b: Agent): string | undefined {
  if (a.years === undefined || b.years === undefined || a.years === b.years) return undefined;
  const [one, other] = [parseEdtf(a.years), parseEdtf(b.years)].map((years) => years && boundsOf(years));
  if (!one || !other) return undefined;
  for (const end of ['first', 'last'] as const) {
    const [x, y] = [one[end], other[end]];
    if (x.kind === 'day' && y.kind === 'day' && Math.abs(partsOfDay(x.day).year - partsOfDay(y.day).year) > 1)
      return `${a.years}, ${b.years}`;
  }
  return undefined;
}
