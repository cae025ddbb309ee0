import type { CslDate } from '../../core/citation/csl-item.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { shapeOf, type End, type Point } from '../../core/date/shape.ts';

/**
 * A date as CSL-JSON can say it: as far as it is known and no further. What no parts can say stays in words.
 *
 *   "1945-07-02"            -> [[1945, 7, 2]]
 *   "1945-07-02/1945-07-11" -> [[1945, 7, 2], [1945, 7, 11]]
 *   "1953~", "1953?"        -> [[1953]], circa
 *   "1947-22"               -> [[1947]], season 2
 *   "196X", "../1979"       -> the words of the catalogue
 *   no EDTF                 -> the words of the catalogue; undefined where there is no date at all
 */
export function cslDateOf(date: CataloguedDate | undefined): CslDate | undefined {
  if (date === undefined) return undefined;
  const shape = date.edtf === undefined || date.doubt?.kind === 'impossible' ? undefined : shapeOf(date.edtf);
  if (shape === undefined) return inWords(date);
  if (shape.kind === 'season' && shape.season >= 21 && shape.season <= 24)
    return { 'date-parts': [[shape.year]], season: shape.season - 20 };
  const ends: readonly (Point | End)[] =
    shape.kind === 'interval' ? [shape.from, shape.to] : shape.kind === 'set' ? [] : [shape];
  const parts = ends.flatMap((end) => (end.kind === 'date' ? (partsOf(end) ?? []) : []));
  if (parts.length === 0 || parts.length !== ends.length) return inWords(date);
  const isAbout = ends.some((end) => end.kind === 'date' && end.qualifier !== undefined);
  return { 'date-parts': parts, ...(isAbout ? { circa: true } : {}) };
}

/** What is catalogued as "undated" has no date. */
const inWords = ({ words, edtf }: CataloguedDate): CslDate | undefined =>
  edtf === undefined && /^(?:undated|no date|n\. ?d\.|s\. ?d\.|без даты|)$/i.test(words.trim())
    ? undefined
    : { literal: words };

function partsOf({ year, month, day }: Extract<Point, { kind: 'date' }>): readonly number[][] | undefined {
  if (!/^\d{4}$/.test(year) || year === '0000') return undefined;
  if (month === undefined) return [[Number(year)]];
  if (month.includes('X')) return day === undefined ? [[Number(year)]] : undefined;
  if (day === undefined || day.includes('X')) return [[Number(year), Number(month)]];
  return [[Number(year), Number(month), Number(day)]];
}
