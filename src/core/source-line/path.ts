import type { ReferenceLevel, ReferencePath, ReferenceStep } from '../source.ts';
import { papersAtStart, repositoryAtStart, type RepositoryThenRest } from './repositories.ts';
import { AROUND, DECIMAL, labelledSteps } from './steps.ts';

/** What only goes on with the part before it: "Vol. XX", "Part 2", "1972", "October 20, 1971". */
const CONTINUES =
  /^(?:Vol(?:s|ume)?\.?|Part|Pt\.?|Tab|Section|Book|and)\b|^(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\b|^\d{4}(?:\s?[–-].{1,20})?$/u;

/** Free parts go down from the collection to the folder; below a container all are folders. */
const FREE: readonly ReferenceLevel[] = ['collection', 'series', 'subseries', 'folder'];

/** A number that only goes on with the leaves or pages before it. */
const MORE_LEAVES = /^\d+(?:[–-]\d+)?(?:\s?(?:ob|об)\.?)?$/u;

/**
 * A reference read into its steps; undefined if it names no archive.
 *
 *   "RGASPI, f. 558, op. 11"      -> RGASPI: fonds 558, inventory 11
 *   "893.24/1526"                 -> Department of State: decimal 893.24/1526   (its system alone has such numbers)
 *   "Lot 63 D 351, NSC 5503"      -> Department of State: lot 63 D 351, …
 *   "Roosevelt Papers"            -> Roosevelt Papers                      (papers that have a name and no archive)
 */
export function readReference(reference: string): ReferencePath<never> | undefined {
  const found = repositoryAtStart(reference) ?? impliedRepository(reference) ?? papersAtStart(reference);
  if (found === undefined) return undefined;
  return { repositoryName: found.name, steps: stepsOf(partsOf(found.rest), found.known?.country) };
}

function impliedRepository(reference: string): RepositoryThenRest | undefined {
  const isStates =
    DECIMAL.test(reference) ||
    /(?:^|: |, )[Ll]ot (?:\d{2,3}\s?[A-Z]\s?\d+|M[–-]\d+)|^[\p{Lu}/–-]+ [Ff]iles: \d{2} D \d+$/u.test(
      reference,
    );
  if (!isStates) return undefined;
  const known = repositoryAtStart('Department of State')?.known;
  return { name: 'Department of State', rest: reference, ...(known === undefined ? {} : { known }) };
}

/** The parts between commas, semicolons and colons that are not within brackets. */
function partsOf(text: string): readonly string[] {
  return text
    .split(/\s*[,;，；、]\s*(?![^()]*\))|:\s+(?![^()]*\))|\s*[:：](?=\s*[Ll]ot )/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function stepsOf(parts: readonly string[], country: string | undefined): readonly ReferenceStep[] {
  const steps: ReferenceStep[] = [];
  for (const part of parts) {
    const last = steps.at(-1);
    const labelled = labelledSteps(part, country, steps);
    const isLeaf = last?.level === 'leaf' || last?.level === 'page';
    if (last !== undefined && isLeaf && MORE_LEAVES.test(part)) goOn(steps, part);
    else if (last !== undefined && country === 'CN' && last.level === 'file' && MORE_LEAVES.test(part))
      steps.push({ level: 'page', code: part });
    else if (last !== undefined && isFree(last) && CONTINUES.test(part)) goOn(steps, part);
    else if (labelled !== undefined) steps.push(...labelled);
    else steps.push({ level: freeLevel(steps), code: part });
  }
  return steps;
}

/** A step that nothing labelled: what follows may go on with it. */
const isFree = ({ label, level }: ReferenceStep): boolean => label === undefined && FREE.includes(level);

function goOn(steps: ReferenceStep[], part: string): void {
  const last = steps.pop();
  if (last !== undefined) steps.push({ ...last, code: `${last.code}, ${part}` });
}

function freeLevel(steps: readonly ReferenceStep[]): ReferenceLevel {
  const last = steps.at(-1);
  if (last !== undefined && /^Central (?:Decimal |Foreign Policy )?Files?\b/u.test(last.code))
    return 'decimal';
  if (steps.some(({ level }) => level === 'container' || level === 'folder' || level === 'lot'))
    return 'folder';
  const taken = steps.filter(isFree).length;
  return FREE[Math.min(taken, FREE.length - 1)] ?? 'folder';
}

/**
 * A reference path in its usual form, which reads back as the same path.
 *
 *   RGASPI: fonds 558 (f.), inventory 11 (op.), leaf 67-70 (ll.) -> "RGASPI, f. 558, op. 11, ll. 67-70"
 *   BArch: fonds DY 30, file 3387 (/)                            -> "BArch, DY 30/3387"
 */
export function printReference(path: ReferencePath<string>): string {
  let out = path.repositoryName;
  for (const step of path.steps) out += step.label === '/' ? `/${step.code}` : `, ${printStep(step)}`;
  return out;
}

/** One step with its label: "f. 558", "Box 183", "第3页". */
export function printStep({ label, code }: ReferenceStep): string {
  if (label === undefined || label === '/') return code;
  const around = AROUND[label];
  return around === undefined ? `${label} ${code}` : `${around[0]}${code}${around[1]}`;
}
