/** Classification and handling as a note states them. */
export interface Marking {
  readonly classification?: string;
  readonly handling: readonly string[];
}

const CLASSIFICATIONS = [
  'Top Secret',
  'Most Secret',
  'Secret',
  'Confidential',
  'Restricted',
  'Official Use Only',
  'Limited Official Use',
  'Unclassified',
  'No classification marking',
  'No classification',
  'Personal and Confidential',
  'Strictly Confidential',
  'Совершенно секретно',
  'Сов. секретно',
  'Особая папка',
  'Секретно',
  'Streng geheim',
  'Geheim',
  'VS-Vertraulich',
  'Vertraulich',
  '绝密',
  '機密',
  '机密',
  '秘密',
  '대외비',
] as const;

const HANDLING =
  /^(?:Priority|Immediate|Operational Immediate|Flash|Niact|Routine|Emergency|Urgent|Triple Priority|Rush|Plain|Personal|Private|Urgent and Personal|Limited Distribution|Limit Distribution|No Distribution.*|No Other Distribution|Presidential Handling|Verbatim Text|(?:Literally |Exclusively )?Eyes Only.*|Exclusive.*|Nodis.*|Exdis.*|Limdis.*|Noforn|Sensitive|Restricted Data|Official[–-]Informal|Rybat|RYBAT|Secstate|Codeword|Umbra|Ruff|Via .*)$/i;

/** A word or two in capitals that stand for a compartment or a subject: "Cactus", "Homer", "Marigold". */
const CODE_WORD = /^[\p{Lu}][\p{L}/–-]*(?: [\p{L}/–-]+){0,5}$/u;

const startOf = (text: string): string | undefined =>
  CLASSIFICATIONS.find(
    (known) =>
      text.slice(0, known.length).toLowerCase() === known.toLowerCase() &&
      !/^[\p{L}\p{N}]/u.test(text.slice(known.length)),
  );

/** Whether a text begins with a statement of classification or handling. */
export const startsWithMarking = (text: string): boolean =>
  startOf(text) !== undefined || readMarking(text.split(/\.(?:\s|$)/u)[0] ?? '') !== undefined;

/**
 * A statement that is nothing but classification and handling; undefined if it is something else.
 *
 *   "Secret; Priority; Limited Distribution" -> Secret; Priority, Limited Distribution
 *   "Priority"                               -> (none); Priority
 *   "Secretary Rusk agreed"                  -> undefined
 */
export function readMarking(statement: string): Marking | undefined {
  const parts = statement
    .split(/[;,]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [first = ''] = parts;
  const classification = startOf(first);
  if (classification !== undefined && classification.length === first.length) {
    const handling = parts.slice(1);
    return handling.every((part) => HANDLING.test(part) || CODE_WORD.test(part))
      ? { classification: first, handling }
      : undefined;
  }
  return parts.length > 0 && parts.every((part) => HANDLING.test(part)) ? { handling: parts } : undefined;
}

/** Two statements of one marking: "Top Secret. Eyes Only". The second may not classify anew. */
export function joinMarkings(first: Marking | undefined, second: Marking): Marking | undefined {
  if (first === undefined) return second;
  if (second.classification !== undefined) return undefined;
  return { ...first, handling: [...first.handling, ...second.handling] };
}
