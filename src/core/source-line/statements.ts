import { startsWithMarking } from './marking.ts';

/** What may end in a full stop without ending a sentence. */
const ABBREVIATIONS = new Set(
  (
    'f op d l ll por pap p pp vol vols no nos nr bd bl best abt fol fols k kor inv ser sec t doc dok per sv a.j a.e sygn ' +
    'ф оп д л лл п пап пор т стр с док ' +
    'dr mr mrs ms gen col lt maj capt sgt jr sr st adm amb prof gov sen rep hon u.s u.n u.k inc dept ed eds trans ibid cf encl vgl hg'
  ).split(' '),
);

/** How far on either side of a full stop is looked. */
const LOOK = 200;

/**
 * The sentences of a source note, without their full stops. A full stop after an abbreviation or an initial
 * ends none, unless a classification follows: "POL 30 KOR S. Secret" is two.
 */
export function statementsOf(note: string): readonly string[] {
  const statements: string[] = [];
  let start = 0;
  for (const stop of note.matchAll(/\.["”’)]?\s+(?=["“(\[]?[\p{Lu}\p{Lo}])|。\s*/gu)) {
    const before = note.slice(Math.max(start, stop.index - LOOK), stop.index);
    const after = note.slice(stop.index + stop[0].length).slice(0, LOOK);
    if (stop[0].startsWith('.') && isAbbreviated(before) && !startsWithMarking(after)) continue;
    statements.push((note.slice(start, stop.index) + stop[0].slice(1)).trim());
    start = stop.index + stop[0].length;
  }
  statements.push(
    note
      .slice(start)
      .replace(/[.。]\s*$/u, '')
      .trim(),
  );
  return statements.filter((statement) => statement !== '');
}

function isAbbreviated(before: string): boolean {
  const last = /[^\s,;:()"“[]+$/u.exec(before)?.[0] ?? '';
  return (
    /^\p{Lu}$/u.test(last) || ABBREVIATIONS.has(last.toLowerCase()) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(last)
  );
}
