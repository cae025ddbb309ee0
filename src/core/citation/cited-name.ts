import { ASIAN_SURNAMES } from './asian-surnames-table.ts';

/** A name as bibliographies take it apart: a person by family name, or a body, or a person whose parts are not known. */
export type CitedName =
  | { readonly kind: 'person'; readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly kind: 'whole'; readonly name: string };

const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;
const WESTERN =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|van|von|de|der|del|du|la|le|al))* \p{Lu}[\p{L}\p{M}'’-]+$/u;

/**
 * A person's name in its parts. A name with a comma is inverted; one without is taken apart only where its
 * order is plain, since of "Mao Zedong" the first is the family name.
 *
 *   "Bowen, General Frank Sayles, Jr." -> family "Bowen", given "General Frank Sayles", suffix "Jr."
 *   "Averell Harriman"                 -> family "Harriman", given "Averell"
 *   "Mao Zedong", "the keepers"        -> whole
 */
export function citedPerson(form: string): CitedName {
  const parts = form.split(',').map((part) => part.trim());
  const [family = '', given = '', ...rest] = parts;
  if (parts.length > 1 && family !== '' && given !== '' && !SUFFIX.test(given)) {
    const suffix = rest.find((part) => SUFFIX.test(part));
    return { kind: 'person', family, given, ...(suffix === undefined ? {} : { suffix }) };
  }
  const plain = given !== '' && SUFFIX.test(given) ? family : form.trim();
  const words = plain.split(/\s+/);
  const isPlainOrder = words.length <= 5 && WESTERN.test(plain) && !ASIAN_SURNAMES.has(words[0] ?? '');
  if (!isPlainOrder) return { kind: 'whole', name: form.trim() };
  return {
    kind: 'person',
    family: words.at(-1) ?? '',
    given: words.slice(0, -1).join(' '),
    ...(SUFFIX.test(given) ? { suffix: given } : {}),
  };
}

/** The name in its natural order: "Frank Sayles Bowen, Jr.". */
export const printName = (name: CitedName): string =>
  name.kind === 'whole'
    ? name.name
    : `${name.given} ${name.family}${name.suffix === undefined ? '' : `, ${name.suffix}`}`;
