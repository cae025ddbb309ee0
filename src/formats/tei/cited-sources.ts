import type { ReferencePath } from '../../core/source.ts';
import { readReference } from '../../core/source-line/path.ts';

type Path = ReferencePath<never>;
/** What any citation has: most brackets hold something else. */
const MAYBE = /^\s*Ibid|[,/]/;
const IBID = /^Ibid\.?(?:[,:]\s*(.*))?$/s;
const DECIMAL = /^\d{3}[A-Z]?\.[^\s,;]*(?: [\p{L}-]+)?\/[\d–-]+$/u;
const SERIES = /^(?:Central |Conference |Presidential |S\/S|S\/P|[\p{Lu}/–-]{2,12} Files?\b|Lot )/u;

/**
 * A citation in brackets as a path; "Ibid." is read by the one before it where only a number or a series of the
 * same archive follows. Undefined when it is none or not clear.
 *
 *   "Department of State, Central Files, 611.93/8–155" -> Department of State > Central Files > 611.93/8–155
 *   "Ibid., 611.93/8–255"                              -> Department of State > Central Files > 611.93/8–255
 */
export function readCitation(words: string, before: Path | undefined): Path | undefined {
  if (words.length > 300 || !MAYBE.test(words)) return undefined;
  const plain = words.replace(/\s+/g, ' ').trim().replace(/[.;]$/, '');
  const ibid = IBID.exec(plain);
  if (ibid === null) return withSteps(readReference(plain));
  if (before === undefined) return undefined;
  const rest = ibid[1]?.trim() ?? '';
  if (rest === '') return before;
  const at = before.steps.findIndex((step) => step.level === 'decimal');
  if (DECIMAL.test(rest) && at >= 0)
    return { ...before, steps: [...before.steps.slice(0, at), { level: 'decimal', code: rest }] };
  return SERIES.test(rest) ? withSteps(readReference(`${before.repositoryName}, ${rest}`)) : undefined;
}

/** An archive with nothing below it is no citation: brackets name bodies for many reasons. */
const withSteps = (path: Path | undefined): Path | undefined =>
  path === undefined || path.steps.length === 0 || path.steps.some((step) => step.code.length > 80)
    ? undefined
    : path;
