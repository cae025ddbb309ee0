/**
 * Something expected that went wrong, as a value. `words/` says it to people and tells the way out;
 * the reference page of codes is printed from {@link PROBLEM_CODES}.
 *
 *   error    this part could not be taken in; the original is kept
 *   warning  taken in, but a person should look
 *   note     taken in; said so that nothing passes in silence
 */
export type Severity = 'error' | 'warning' | 'note';

export interface Where {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly field?: string;
  readonly record?: string;
}

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly where: Where;
  /** The offending value as it stood, shortened to 200 characters. */
  readonly value?: string;
  /** Facts the sentence needs: limits, names, the thing expected. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Every code, with its usual severity. `words/` has a sentence and a way out for each; a test holds it. */
export const PROBLEM_CODES = {
  // reading
  'file-unreadable': 'error',
  'format-unknown': 'error',
  'encoding-wrong': 'warning',
  'encoding-guessed': 'note',
  'file-kept': 'note',
  'too-large': 'error',
  'line-too-long': 'error',
  'not-an-image': 'error',
  'image-broken': 'error',
  'image-too-slow': 'error',
  'images-busy': 'warning',
  // pdf
  'pdf-broken': 'error',
  'pdf-encrypted': 'error',
  'pdf-too-many-pages': 'error',
  'pdf-page-size': 'error',
  'took-too-long': 'error',
  'reader-not-started': 'error',
  // reading the text of pictures
  'ocr-language-missing': 'error',
  'ocr-failed': 'error',
  // xml
  'xml-broken': 'error',
  'xml-entity-refused': 'error',
  'xml-entity-unknown': 'warning',
  'xml-doctype-ignored': 'note',
  'xml-too-deep': 'error',
  'element-not-understood': 'note',
  'text-without-place': 'warning',
  'left-out': 'note',
  // zip
  'zip-broken': 'error',
  'zip-bomb': 'error',
  'zip-path-refused': 'error',
  'zip-too-many': 'error',
  'zip-encrypted': 'error',
  // scans
  'words-outside': 'warning',
  'words-divided': 'note',
  'page-size-missing': 'warning',
  'page-text-scaled': 'note',
  'pages-unequal': 'warning',
  'companion-alone': 'warning',
  'pages-grouped': 'note',
  'pages-doubtful': 'warning',
  'scan-known': 'note',
  'scan-replaced': 'warning',
  'structure-left': 'note',
  'description-left': 'warning',
  'files-left': 'note',
  'scan-missing': 'error',
  'text-stays-open': 'warning',
  'page-not-read': 'error',
  'work-cut-off': 'error',
  // tables
  'csv-quote-open': 'error',
  'csv-row-length': 'warning',
  'column-unmapped': 'note',
  'column-missing': 'error',
  'mapping-broken': 'error',
  'json-broken': 'error',
  'record-broken': 'error',
  'front-matter-broken': 'error',
  // record
  'date-not-read': 'warning',
  'date-impossible': 'warning',
  'date-doubtful': 'warning',
  'language-not-read': 'warning',
  'source-not-parsed': 'note',
  'id-twice': 'error',
  'reference-unknown': 'warning',
  'title-missing': 'warning',
  'rights-not-read': 'note',
  'file-missing': 'warning',
  'alignment-unequal': 'warning',
  'name-ambiguous': 'note',
  // store and lifecycle
  'version-conflict': 'error',
  'not-found': 'error',
  'rendition-unknown': 'error',
  'part-unknown': 'error',
  'not-allowed': 'error',
  'already-so': 'note',
  'kind-mismatch': 'error',
  'disk-full': 'error',
  'not-an-archive': 'error',
  'archive-exists': 'error',
  'archive-newer': 'error',
  'index-behind': 'warning',
  'index-rebuilding': 'warning',
  'search-busy': 'warning',
  'handout-too-long': 'error',
  'handout-busy': 'warning',
  'digest-wrong': 'error',
  'archive-locked': 'error',
  'folder-not-empty': 'error',
  'not-writable': 'error',
  'nothing-public': 'error',
  // queries and commands
  'query-not-understood': 'note',
  'query-too-long': 'warning',
  'query-too-deep': 'warning',
  'wildcards-too-many': 'warning',
  'field-unknown': 'note',
  'day-impossible': 'warning',
  'value-not-read': 'warning',
  'command-unknown': 'error',
  'option-wrong': 'error',
  'argument-missing': 'error',
  'address-unknown': 'error',
  'setting-wrong': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/** A problem with its usual severity. */
export function problem(
  code: ProblemCode,
  where: Where,
  more: { value?: string; facts?: Problem['facts']; severity?: Severity } = {},
): Problem {
  return {
    code,
    severity: more.severity ?? PROBLEM_CODES[code],
    where,
    ...(more.value === undefined ? {} : { value: more.value.slice(0, 200) }),
    ...(more.facts === undefined ? {} : { facts: more.facts }),
  };
}
