import type { AuthorityBase, Name } from '../agent.ts';
import { boundsOf } from '../date/bounds.ts';
import { parseEdtf } from '../date/edtf.ts';
import type { RecordId, RecordKind } from '../id.ts';
import type { Label } from '../label.ts';
import type { LanguageTag } from '../language.ts';
import type { Filter } from '../query.ts';
import { terms } from '../tokens/tokenize.ts';
import { chineseForms } from './romanise/chinese.ts';
import { koreanForms } from './romanise/korean.ts';
import type { SpellingRule } from './romanise/rule-forms.ts';
import { searchFormsOf } from './search-forms.ts';

export type DayFilter = Extract<Filter, { field: 'date' }>;

/** Who bears a name that a query asks for. */
export interface Bearer {
  readonly id: RecordId;
  readonly label: Label;
  readonly record: AuthorityBase & { readonly kind: RecordKind };
  /** Its names that the words are; of a family name alone, those that begin with it. */
  readonly names: readonly Name[];
  /** The words are a whole name, not a family name alone. */
  readonly isWhole: boolean;
}

/** Another way to say a name that is asked for. */
export interface OtherForm {
  readonly form: string;
  readonly lang?: LanguageTag;
  /** Absent: an authority has it. */
  readonly rule?: SpellingRule;
  readonly name?: Name;
  /** Only what may be of these days: the years in which a cover name was used. */
  readonly days?: DayFilter;
}

/** The words of a query that are a name. */
export interface Typed {
  readonly words: readonly string[];
  /** Within quotation marks: looked for next to each other. */
  readonly isPhrase: boolean;
}

const MOST_FORMS = 20;

/** As search finds it: two forms with the same key are one. */
export const formKey = (form: string): string => terms(form).join(' ');

/** Whether a name was borne for a time only: a document of another time that has it means another. */
const isOfItsYears = ({ kind, years }: Name): boolean => years !== undefined && kind !== 'former';

/** The days of a name's years; undefined where there are none or they are not known. */
export function daysOfName(name: Name): DayFilter | undefined {
  const years = isOfItsYears(name) ? parseEdtf(name.years ?? '') : undefined;
  if (years === undefined) return undefined;
  const { first, last } = boundsOf(years);
  if (first.kind !== 'day' && last.kind !== 'day') return undefined;
  return {
    field: 'date',
    condition: 'between',
    ...(first.kind === 'day' ? { from: first.day } : {}),
    ...(last.kind === 'day' ? { to: last.day } : {}),
  };
}

/** Whether two stretches of days have one in common; an absent end is open. */
export function daysMeet(one: DayFilter | undefined, other: DayFilter | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const before = (a: DayFilter, b: DayFilter): boolean =>
    a.to !== undefined && b.from !== undefined && a.to < b.from;
  return !before(one, other) && !before(other, one);
}

/** The days in which one was known by any of these names; undefined: always. */
export function daysBorne(names: readonly Name[]): DayFilter | undefined {
  const limits = names.map(daysOfName);
  return limits.includes(undefined) ? undefined : limits[0];
}

/** The days that lie in both of two stretches that meet. */
function bothDays(one: DayFilter | undefined, other: DayFilter | undefined): DayFilter | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const from = [one.from, other.from]
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1);
  const to = [one.to, other.to].flatMap((day) => day ?? []).toSorted()[0];
  return {
    field: 'date',
    condition: 'between',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** Names of two or more letters; one that is a letter or two in an alphabet says nothing. */
const isTelling = (form: string): boolean => {
  const of = terms(form);
  return (
    of.length > 1 || /[^\p{Script=Latin}\p{Script=Cyrillic}]/u.test(of[0] ?? 'a') || (of[0] ?? '').length > 2
  );
};

/**
 * The other forms of a name by its authority: those in which the words that were typed do not stand anyway.
 * Under a family name alone, others' family names: "stalin" -> "Сталин", not "Сталин, Иосиф Виссарионович".
 * Forms that hold one that is given already say nothing more, and go.
 */
export function authorityForms(bearer: Bearer, typed: Typed): readonly OtherForm[] {
  const { record, names } = bearer;
  const isShort = isFamilyAlone(bearer);
  const ofTyped = daysBorne(names);
  const meeting = record.names.filter((name) => daysMeet(daysOfName(name), ofTyped));
  const all = meeting.flatMap((name): readonly OtherForm[] =>
    searchFormsOf(record, name.form).map(({ form, family }) => ({
      form: isShort && family !== undefined && isTelling(family) ? family : form,
      ...(name.lang === undefined ? {} : { lang: name.lang }),
      ...dayLimits(bothDays(daysOfName(name), ofTyped)),
      name,
    })),
  );
  return withoutRepeats(all.filter(({ form }) => isTelling(form)).toSorted(byShape), typed);
}

/**
 * Whether what names someone is no more than the family name: by itself, or as another script has it ("斯大林",
 * but not "宋子文", whose bearer's family name stands first).
 */
function isFamilyAlone({ isWhole, names, record }: Bearer): boolean {
  if (!isWhole) return true;
  const isOneWord = names.every(({ form, kind }) => !/[\s,·]/u.test(form) && !HIDING.has(kind));
  return isOneWord && !record.names.some(({ form }) => isFamilyFirst(form.split(/\s+/u)));
}
const HIDING: ReadonlySet<Name['kind']> = new Set(['cover', 'pseudonym', 'abbreviation']);
const isFamilyFirst = (words: readonly string[]): boolean =>
  chineseForms(words).length > 0 || koreanForms(words).length > 0;

const dayLimits = (days: DayFilter | undefined): Pick<OtherForm, 'days'> =>
  days === undefined ? {} : { days };

/** What is not bound to years first, so that a form bound to them need not be said again. */
const byShape = (a: OtherForm, b: OtherForm): number =>
  Number(a.days !== undefined) - Number(b.days !== undefined);

/** Each form once, and none that holds the words typed or another form: that finds it already. */
export function withoutRepeats(forms: readonly OtherForm[], typed: Typed): readonly OtherForm[] {
  const typedTerms = terms(typed.words.join(' '));
  const stands = typed.isPhrase ? typedTerms.join(' ') : undefined;
  const kept: { readonly one: OtherForm; readonly key: string }[] = [];
  for (const one of forms) {
    const key = formKey(one.form);
    const held = new Set(terms(one.form));
    const isTyped = stands === undefined ? typedTerms.every((term) => held.has(term)) : holds(key, stands);
    if (key === '' || isTyped) continue;
    const isKept = (other: { readonly one: OtherForm; readonly key: string }): boolean =>
      (one.rule !== undefined && other.key === key) ||
      (holds(key, other.key) && (other.one.days === undefined || one.days !== undefined));
    if (kept.some(isKept)) continue;
    kept.push({ one, key });
    if (kept.length === MOST_FORMS) break;
  }
  return kept.filter((a) => !kept.some((b) => b !== a && isHeldBy(b, a))).map(({ one }) => one);
}

const holds = (key: string, part: string): boolean => ` ${key} `.includes(` ${part} `);
const isHeldBy = (
  part: { readonly one: OtherForm; readonly key: string },
  whole: { readonly one: OtherForm; readonly key: string },
): boolean =>
  part.key !== whole.key &&
  holds(whole.key, part.key) &&
  part.one.days === undefined &&
  whole.one.days === undefined;
