import type { ContributionRole } from '../contribution.ts';

/** Who a note says had a hand in the document or its text. */
export interface Credit {
  readonly role: ContributionRole;
  readonly name: string;
  /** The office behind the name: "G/PM", "FE/ACA". */
  readonly station?: string;
}

const ROLES: readonly (readonly [verb: RegExp, roles: readonly ContributionRole[]])[] = [
  [/^(?:re)?drafted$/i, ['drafter']],
  [/^(?:signed|initialed)$/i, ['signatory']],
  [/^(?:contributed|provided|donated|submitted)$/i, ['contributor']],
  [/^(?:obtained|acquired|selected|found)$/i, ['contributor']],
  [/^translated$/i, ['translator']],
  [/^transcribed$/i, ['transcriber']],
  [/^(?:edited|introduced|annotated)$/i, ['editor']],
  [/^prepared$/i, ['drafter']],
  [/^(?:cleared|approved|concurred|authorized|revised|dictated|released)$/i, ['other']],
];
const VERBS =
  '(?:re)?drafted|signed|initialed|contributed|provided|donated|submitted|obtained|acquired|selected|found|translated|transcribed|edited|introduced|annotated|prepared|cleared|approved|concurred|authorized|revised|dictated|released';
const CLAUSE = new RegExp(
  `^(?:Document |Text |Text and translation |Telegram |Memorandum |Also |and |Copy )?(${VERBS})(?:(?:,| and|, and) (${VERBS}))?(?: in (?:draft|substance))?(?: (?:for|from|into|in) [^;]{1,60}?)?(?: in draft)? (?:by|with) (.+)$`,
  'iu',
);
const NEXT = new RegExp(
  `(?:\\s*[;,]\\s*(?:and\\s+)?|\\s+and\\s+)(?=(?:${VERBS})(?: in (?:draft|substance))?(?: [^;,]{1,40}?)? (?:by|with) )`,
  'iu',
);

/**
 * A statement that names those who made, let pass, gave or translated a text; undefined if any part of
 * it is something else, so that no word of it is lost.
 *
 *   "Contributed by A and translated by B"             -> contributor A, translator B
 *   "Drafted by Kirk; cleared by Dubs and Eliot"       -> drafter Kirk, other Dubs, other Eliot
 *   "Drafted by S. Weiss of G/PM on January 31"        -> drafter S. Weiss (G/PM)
 */
export function readCredits(statement: string): readonly Credit[] | undefined {
  const credits: Credit[] = [];
  for (const clause of clausesOf(statement)) {
    const read = CLAUSE.exec(clause.trim());
    if (read === null) return undefined;
    const [, verb = '', second, people = ''] = read;
    const roles = [verb, second].flatMap((one) => ROLES.find(([shape]) => shape.test(one ?? ''))?.[1] ?? []);
    const names = namesIn(people);
    if (names === undefined || roles.length === 0) return undefined;
    for (const role of roles) for (const name of names) credits.push({ role, ...name });
  }
  return credits;
}

/** "Drafted and initialed by A" is one clause, "drafted by A and initialed by B" two. */
function clausesOf(statement: string): readonly string[] {
  const clauses: string[] = [];
  for (const part of statement.split(NEXT)) {
    const before = clauses.at(-1);
    if (before !== undefined && !/ (?:by|with) /u.test(before))
      clauses.splice(-1, 1, `${before} and ${part}`);
    else clauses.push(part);
  }
  return clauses;
}

const DATE_TAIL =
  /,?\s+(?:on|at|and dated|the (?:same|previous|following) day)\s+(?:or about\s+)?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}(?:,\s*\d{4})?|\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?.*)$/u;

interface Named {
  readonly name: string;
  readonly station?: string;
}

function namesIn(people: string): readonly Named[] | undefined {
  const withoutDate = people.replace(DATE_TAIL, '').replace(/,? in (?:draft|substance)\b/gu, '');
  const parts = withoutDate
    .replace(/,\s*(Jr|Sr|II|III|IV)\b/gu, ' $1')
    .split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s+&\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const names = parts.map(nameIn);
  return names.length > 0 && names.every((name) => name !== undefined) ? names : undefined;
}

const OFFICE = /^(.+?)(?:\s+of\s+(?:the\s+)?|\s*\()([\p{Lu}][\p{L}\p{N}/&.–-]{0,15})\)?$/u;
const NAME =
  /^(?:(?:Mr|Mrs|Dr|the)\.? )?[\p{Lu}\p{Lo}][\p{L}\p{M}.’'ʹ-]*(?: (?:[\p{Lu}\p{Lo}][\p{L}\p{M}.’'ʹ-]*|de|von|van|der|al|el|bin|of|the|da|di|la)){0,6}$/u;

function nameIn(part: string): Named | undefined {
  const office = OFFICE.exec(part);
  const name = office?.[1] ?? part;
  if (!NAME.test(name)) return undefined;
  return office?.[2] === undefined ? { name } : { name, station: office[2] };
}
