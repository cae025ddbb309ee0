import type { Name } from '../agent.ts';
import { foldName } from './fold-name.ts';
import { SUFFIXES, TITLES } from './titles.ts';

/** The parts of a person's name, folded. A forename of one letter is an initial. */
export interface PersonName {
  readonly family: string;
  readonly forenames: readonly string[];
  /** "jr", "sr", "ii", "iii", "iv" */
  readonly suffix?: string;
  readonly nicknames: readonly string[];
  /** Called Madame or Mrs.: with a husband's name it is not he. */
  readonly isWife: boolean;
}

/**
 * The ways in which a name can be meant; none of a form without letters. A name with a comma is inverted;
 * without one its family name can stand last ("John Foster Dulles") or first ("Chou En-lai"), and both are
 * given. Forms in brackets that are names of their own come after: "Chou En-lai (Zhou Enlai)".
 *
 *   "Bowen, General Frank Sayles, Jr." -> family "bowen", forenames "frank" "sayles", suffix "jr"
 *   "Soong, T.V."                      -> family "soong", forenames "t" "v"
 *   "Kennedy, Edward M. “Ted”"         -> family "kennedy", forenames "edward" "m", nickname "ted"
 *   "Starke"                           -> family "starke", no forenames
 */
export function readPersonName(form: string): readonly PersonName[] {
  const { plain, nicknames, others } = takeAsides(form.slice(0, MAX_LENGTH));
  const isWife = /\b(?:mme|madame|mrs|lady)\b/i.test(plain);
  const parts = plain.split(',').map((part) => part.trim());
  const [head = '', ...rest] = parts;
  let suffix: string | undefined;
  let forenames: string[] = [];
  for (const part of rest) {
    const words = forenamesOf(part);
    suffix ??= takeSuffix(words);
    forenames.push(...words);
  }
  if (forenames.length === 0 && rest.length > 0) forenames = others.flatMap(forenamesOf).slice(0, 6);
  const names = forenames.length > 0 ? inverted(head, forenames) : direct(head);
  return [
    ...names.map((name) => ({ ...name, ...(suffix && !name.suffix ? { suffix } : {}), nicknames, isWife })),
    ...others.flatMap((other) =>
      /[,\s]/.test(other.trim()) && !/^\s*,/.test(other) ? readPersonName(other) : [],
    ),
  ].filter((name) => name.family !== '');
}

const MAX_LENGTH = 200;

/** What stands in quotes is a nickname; in brackets a nickname, a title, or another name. */
function takeAsides(form: string): {
  readonly plain: string;
  readonly nicknames: readonly string[];
  readonly others: readonly string[];
} {
  const nicknames: string[] = [];
  const others: string[] = [];
  const plain = form
    .replace(/[“"«]([^”"»]*)[”"»]/gu, (_, inner: string) => {
      nicknames.push(foldName(inner));
      return ' ';
    })
    .replace(/[([]([^()[\]]*)[)\]]/gu, (_, inner: string) => {
      for (const other of inner.split(/^[^\s,]+,/.test(inner) ? /;/ : /[;,]\s*(?=\p{Lu}\S*[ -]\p{L})/u)) {
        const words = foldName(other)
          .split(' ')
          .filter((word) => !TITLES.has(word));
        if (words.length === 1 && words[0]) nicknames.push(words[0]);
        else if (words.length > 1) others.push(other);
      }
      return ' ';
    })
    .replace(/[()[\]]/gu, ' ');
  return { plain, nicknames, others };
}

const inverted = (
  head: string,
  forenames: readonly string[],
): readonly Omit<PersonName, 'nicknames' | 'isWife'>[] => [{ family: foldName(head), forenames }];

/** A hyphen joins what is one forename: "En-lai" is "enlai", as others write it. */
function forenamesOf(part: string): string[] {
  const words = foldName(part.replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, ''))
    .split(' ')
    .filter(Boolean);
  const first = words.findIndex((word) => !TITLES.has(word));
  return first < 0 ? [] : words.slice(first).filter((word) => word.length === 1 || !TITLES.has(word));
}

function takeSuffix(words: string[]): string | undefined {
  const suffix = SUFFIXES.get(words.at(-1) ?? '');
  if (suffix !== undefined) words.pop();
  return suffix;
}

function direct(head: string): readonly Omit<PersonName, 'nicknames' | 'isWife'>[] {
  const words = forenamesOf(head);
  const suffix = words.length > 2 && !/\bII\b\s+\S/.test(head) ? takeSuffix(words) : undefined;
  const end = suffix === undefined ? {} : { suffix };
  const [first = '', ...others] = words;
  if (others.length === 0) return [{ family: first || foldName(head), forenames: [], ...end }];
  const familyLast = { family: words.at(-1) ?? '', forenames: words.slice(0, -1), ...end };
  return first.length === 1 ? [familyLast] : [familyLast, { family: first, forenames: others, ...end }];
}

/**
 * How the names of a person may be read, each form once. A form without a comma that is only another form
 * turned round says nothing new, and could be misread: "Walter Cronkite" is no Mr Walter.
 */
export function personNamesOf(names: readonly Pick<Name, 'form'>[]): readonly PersonName[] {
  const inverted = new Set(names.flatMap(({ form }) => (form.includes(',') ? [wordsOf(form)] : [])));
  return names.flatMap(({ form }) =>
    !form.includes(',') && inverted.has(wordsOf(form)) ? [] : readPersonName(form),
  );
}

const wordsOf = (form: string): string => foldName(form).split(' ').sort().join(' ');
