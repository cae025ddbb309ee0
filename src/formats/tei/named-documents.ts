import type { OwnNumber } from '../../core/document.ts';
import { DEPARTMENT } from './stations.ts';

/** A document as a sentence names it: by number, or by kind with a day or a hand. */
export interface NamedDocument {
  readonly title: string;
  /** "Telegram", "Letter". */
  readonly genre: string;
  readonly start: number;
  readonly end: number;
  readonly dateWords?: string;
  readonly number?: OwnNumber;
  /** Whose it is, where only the document that names it tells: "your 567", "the Embassy’s 939", "Deptel 12". */
  readonly owner?: 'your' | 'my' | 'post' | 'department';
}

const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Mch\\.|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DAY = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:, \\d{4}(?!\\d))?|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? \\d{4}(?!\\d))?)`;
const HOUR = '(?:,? ?(?:—|–)? ?(?:\\d{1,2}(?::\\d\\d)? ?[ap]\\. ?m\\.|noon|midnight))?';
const DATED = `(?:,? ?(?:dated |of |on )?(?<day>${DAY})(?: last| instant)?${HOUR})`;
const CITY =
  '(?:the )?\\p{Lu}[\\p{L}’-]+(?: (?:of (?:the )?|the |and the )?\\p{Lu}[\\p{L}’-]+){0,3}(?![\\p{L}])';
const KIND_OF_WIRE =
  '(?:[Cc]ircular )?(?:[Tt]elegram|[Cc]ablegram|[Cc]able|[Dd]espatch|[Dd]ispatch|[Aa]irgram|[Ii]nstruction|[Mm]essage)';
const NUMBER =
  '(?:[Nn]o\\. ?)?(?:(?:CA|CG|CX|CAP|WH|DA|DEF|JCS|C|G|A|Secto|Tosec|Polto|Topol|Dulte|Tedul|Delga|Gadel|Usun|Cirtel)[– -])?\\d{1,6}(?!\\d|[/.,]\\d)';
const OWNER =
  "(?<owner>[Yy]our|[Mm]y|[Oo]ur|(?:[Tt]he )?(?:Department|Embassy|Legation|Consulate(?: General)?|Mission)[’']s)";

const WIRE = new RegExp(
  `\\b(?:${OWNER} )?(?<kind>${KIND_OF_WIRE}) (?<number>${NUMBER})(?: (?<way>from|to) (?<city>${CITY}))?${DATED}?(?:,? from (?:the )?(?:Consulate(?: General)?|Embassy|Legation|Consul(?: General)?|Officer|Secretary on detail) (?:at|in) (?<seat>${CITY}))?`,
  'gu',
);
const CODED = new RegExp(
  `\\b(?<kind>Deptel|Embtel|Legtel|Contel|Deptcirtel|Depcirtel|Secto|Tosec|Polto|Topol|Dulte|Tedul|Delga|Gadel|Usun|Toeca|Ecato|Gocus|Usgoc|Uscog|Urtel|Yourtel|Mytel) (?<number>(?:No\\. ?)?\\d{1,6}(?!\\d|[/.,]\\d))(?: (?<way>from|to) (?<city>${CITY}))?${DATED}?`,
  'gu',
);
const BARE = new RegExp(`\\b${OWNER} (?<number>(?:[Nn]o\\. ?)?\\d{2,6}(?!\\d|[/.,]\\d))${DATED}?`, 'gu');
/** "Stockholm’s 878 of April 6". */
const CITYS = new RegExp(
  `(?<!\\p{Lu}[\\p{L}.]* )\\b(?<from>\\p{Lu}\\p{Ll}{3,}(?: \\p{Lu}\\p{Ll}{3,})?)[’'](?:s )?(?:telegram )?(?<number>(?:[Nn]o\\. ?)?\\d{2,5}(?!\\d|[/.,]\\d))${DATED}`,
  'gu',
);
const ADJECTIVE =
  '(?:covering|attached|enclosed|draft|undated|joint|personal|confidential|secret|similar|separate|further|second|long|brief|background|briefing|progress|summary|handwritten|staff|action|informal|formal|circular|intelligence|position|study|final|proposed|earlier|previous|unsigned|detailed|weekly|oral|official|policy|supplementary|memorandum|strictly|private)';
const KIND =
  '(?:[Mm]emorandum(?: (?:of|on) (?:an? |the |this |that |his )?(?:telephone )?(?:conversation|discussion|understanding|meeting)| for the record| for the files?)?|[Ll]etter|[Nn]ote(?: verbale)?|[Mm]essage|[Rr]eport|[Mm]inutes|[Pp]aper|[Tt]elegram|[Cc]able|[Dd]espatch|[Dd]ispatch|[Aa]irgram|[Ii]nstruction|[Aa]ide[- ]m[ée]moire|[Ss]tatement|[Cc]ommunication|[Tt]ranscript|[Ss]ummary [Rr]ecord|[Rr]ecord of (?:conversation|meeting|action|decision))';
const HAND =
  "\\p{Lu}[\\p{L}.’'-]*(?:(?:,? (?:Jr\\.|of the|of|the|for|and|in|de|von|\\p{Lu}[\\p{L}.’'-]*)|,(?= \\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+)* (?:to|dated|of)))){0,9}";
const LETTER = new RegExp(
  `(?<whose>\\b(?:${OWNER}|\\p{Lu}[\\p{L}.-]+(?: \\p{Lu}[\\p{L}.-]+){0,2}[’']s?) )?\\b(?<pre>${DAY} )?(?<kind>(?:${ADJECTIVE} ){0,2}${KIND})(?<early>,? (?:dated |of )?${DAY}${HOUR})?(?:,?(?<parties>(?: (?:from|by|to|between|with) (?:the )?${HAND}){1,2}))?(?<late>,? ?(?:dated |of |on )?${DAY}${HOUR})?`,
  'gu',
);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const TRAILING = /(?:[\s,;:.(]|\b(?:of|the|for|and|in|de|von|of the) ?$)+$/;

function numberKind(word: string): OwnNumber['numberKind'] {
  if (/^[dD][ei]spatch|^[iI]nstruction/.test(word)) return 'dispatch';
  if (/airgram/i.test(word)) return 'airgram';
  return /^circular|cirtel/i.test(word) ? 'circular' : 'telegram';
}

const genreOf = (word: string): string =>
  capital(
    word
      .toLowerCase()
      .replace(
        /^(?:dep|emb|leg|con).*|^(?:secto|tosec|polto|topol|dulte|tedul|delga|gadel|usun|toeca|ecato|gocus|usgoc|uscog)$|^(?:ur|your|my)tel$/,
        'telegram',
      ),
  ).replace(/ (?:telegram|airgram)/, (one) => one.replace(/\p{Ll}/u, (letter) => letter.toUpperCase()));

/** The Department's own goes out, a post's comes in: "the Embassy’s despatch No. 1255". */
function partiesOf(way: string | undefined, city: string | undefined, owner: string | undefined) {
  if (city !== undefined)
    return /^(?:the )?Department/.test(city) || way === 'from'
      ? { from: city.replace(/^the /, '') }
      : { from: DEPARTMENT, to: city.replace(/^the /, '') };
  return owner !== undefined && /Department/.test(owner) ? { from: DEPARTMENT } : {};
}

function ownerOf(words: string | undefined): Pick<NamedDocument, 'owner'> {
  if (words === undefined) return {};
  if (/^(?:your|ur|yourtel|urtel)\b/i.test(words)) return { owner: 'your' };
  if (/^(?:my|our|mytel)\b/i.test(words)) return { owner: 'my' };
  if (/Department|^dep/i.test(words)) return { owner: 'department' };
  return /Embassy|Legation|Consul|Mission|^(?:emb|leg|con)tel/i.test(words) ? { owner: 'post' } : {};
}

const IS_KIND_OF_WIRE = new RegExp(`^${KIND_OF_WIRE}$`, 'u');
const ADJECTIVES = new RegExp(`^(?:${ADJECTIVE} )+`, 'u');

type Groups = Readonly<Record<string, string | undefined>>;

function numbered(found: RegExpExecArray): NamedDocument | undefined {
  const groups: Groups = found.groups ?? {};
  const { kind = 'telegram', number = '', from, day, owner } = groups;
  const seat = from ?? groups['seat'];
  const [way, city] = seat === undefined ? [groups['way'], groups['city']] : ['from', seat];
  const isCoded = !IS_KIND_OF_WIRE.test(kind);
  const isKnown = (city ?? day ?? owner) !== undefined || isCoded;
  if (!isKnown && (/^\d$/.test(number) || /message/i.test(kind))) return undefined;
  const bare = number.replace(/^[Nn]o\. ?/, '');
  const code =
    /^(?:Secto|Tosec|Polto|Topol|Dulte|Tedul|Delga|Gadel|Usun|Toeca|Ecato|Gocus|Usgoc|Uscog)$/.test(kind);
  const value = code ? `${kind} ${bare}` : bare;
  const place = city === undefined ? '' : ` ${way ?? 'from'} ${city}`;
  const sender =
    owner !== undefined && !/^(?:your|my|our)$/i.test(owner)
      ? `${capital(owner.replace(/^[Tt]he /, ''))} `
      : '';
  const name = sender === '' ? capital(isCoded && groups['kind'] === undefined ? 'telegram' : kind) : kind;
  const title = `${sender}${name} ${bare}${place}${day === undefined ? '' : `, ${day}`}`;
  return {
    title,
    genre: genreOf(kind),
    start: found.index,
    end: found.index + found[0].length,
    ...(day === undefined ? {} : { dateWords: day }),
    number: { numberKind: numberKind(kind), value, ...partiesOf(way, city, owner) },
    ...(city === undefined ? ownerOf(owner ?? kind) : {}),
  };
}

const DAY_ALONE = new RegExp(DAY, 'u');

/** The day that words name, if they do. */
export const dayIn = (words: string): string | undefined => DAY_ALONE.exec(words)?.[0];

function described(found: RegExpExecArray): NamedDocument | undefined {
  const { whose, owner, kind = '', pre, early, parties, late } = found.groups ?? {};
  const dateWords = DAY_ALONE.exec(late ?? early ?? pre ?? '')?.[0];
  const isByHand = parties !== undefined && /^ (?:from|by) /.test(parties);
  if (dateWords === undefined && !isByHand) return undefined;
  const isOurs = owner !== undefined && /^(?:your|my|our)$/i.test(owner);
  const words = found[0].slice(isOurs ? (whose ?? '').length : 0).replace(TRAILING, '');
  const title = capital(words.replace(/^the /i, '')).replace(/\s+/g, ' ');
  return {
    title: title.length <= 160 ? title : title.slice(0, 160).replace(/\s+\S*$/, ''),
    genre: capital(kind.replace(ADJECTIVES, '').toLowerCase()),
    start: found.index,
    end: found.index + found[0].replace(TRAILING, '').length,
    ...(dateWords === undefined ? {} : { dateWords }),
    ...ownerOf(owner),
  };
}

/** What every name of a document has: a number, a day or a hand. */
const MAYBE = /\d|\b(?:from|by) (?:the )?\p{Lu}/u;
/** Each form of a number, with what every such name has in it: looking for that first costs far less. */
const NUMBERED: readonly (readonly [form: RegExp, needs: RegExp])[] = [
  [WIRE, /(?:gram|able|patch|struction|essage) (?:[A-Zn]|\d)/],
  [CODED, /(?:tel|to|sec|pol|lte|dul|lga|del|sun|eca|cus|goc|cog) (?:No\. ?)?\d/],
  [BARE, /(?:our|[Mm]y|[’']s) (?:[Nn]o\. ?)?\d\d/],
  [CITYS, /[’'](?:s )?(?:telegram )?(?:[Nn]o\. ?)?\d\d/],
];
const IS_OF_A_KIND =
  /emorandum|etter|ote|essage|eport|inutes|aper|elegram|able|patch|irgram|nstruction|ide[- ]m|tatement|ommunication|ranscript|ecord/;

/**
 * The documents that words name well enough to ask for them, in order; what one form reads, no other reads again.
 *
 *   "See telegram 217 from New Delhi, August 1, and Rusk’s letter of May 3"
 *   -> "Telegram 217 from New Delhi, August 1"; "Rusk’s letter of May 3"
 *   "a telegram from Paris reported this" -> it and others like it are none: neither number nor day
 */
export function namedDocuments(words: string): readonly NamedDocument[] {
  const all: NamedDocument[] = [];
  if (!MAYBE.test(words)) return all;
  const take = (one: NamedDocument | undefined): void => {
    if (one && !all.some((other) => one.start < other.end && other.start < one.end)) all.push(one);
  };
  for (const [form, needs] of NUMBERED)
    if (needs.test(words)) for (const found of words.matchAll(form)) take(numbered(found));
  if (IS_OF_A_KIND.test(words)) for (const found of words.matchAll(LETTER)) take(described(found));
  return all.sort((a, b) => a.start - b.start);
}
