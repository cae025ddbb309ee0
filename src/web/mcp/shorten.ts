/** How much of what records say goes into a list; whoever wants all of it reads the record. */
export const LETTERS = {
  title: 300,
  name: 200,
  collection: 120,
  summary: 500,
  line: 160,
  note: 800,
  passage: 400,
  source: 240,
} as const;

/** A text within so many letters; what is left out is shown by a sign. No letter is cut in two. */
export const shortened = (text: string, letters: number): string =>
  text.length <= letters ? text : `${cutAt(text, letters)}…`;

/** The beginning of a text, of so many UTF-16 units or one less, where the last would be half a letter. */
export const cutAt = (text: string, units: number): string =>
  text.slice(0, isHalf(text, units) ? units - 1 : units);

const isHalf = (text: string, units: number): boolean => /[\ud800-\udbff]/.test(text[units - 1] ?? '');

/** As many of a list as there is room for, and how many there are besides. */
export const firstOf = <T>(
  all: readonly T[],
  most: number,
): { readonly shown: readonly T[]; readonly more?: number } => ({
  shown: all.slice(0, most),
  ...(all.length > most ? { more: all.length - most } : {}),
});
