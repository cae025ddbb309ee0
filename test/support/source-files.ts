import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

/** The folder of the whole checkout. */
export const ROOT = join(import.meta.dirname, '../..');

/** A source file as the rules see it. */
export interface SourceFile {
  /** From the root, with "/": "src/core/id.ts". */
  readonly path: string;
  readonly text: string;
  /** The text with comments, and what stands in quotation marks, blanked out; lines and columns stay. */
  readonly code: string;
  /** The text with comments blanked out only. */
  readonly uncommented: string;
  readonly imports: readonly Import[];
}

export interface Import {
  /** As written: "./id.ts", "node:fs", "zod". */
  readonly from: string;
  /** The file it names from the root, for our own; undefined for a package. */
  readonly to: string | undefined;
  readonly line: number;
  readonly isTypeOnly: boolean;
}

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.cache', 'sample-archive']);

/** Every file under a folder of the root, as paths from the root, sorted. */
export function filesUnder(folder: string): readonly string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => SKIPPED.has(part)))
    .sort();
}

/** Every TypeScript file under these folders, read and taken apart. */
export const sourcesUnder = (...folders: readonly string[]): readonly SourceFile[] =>
  folders.flatMap((folder) =>
    filesUnder(folder)
      .filter((path) => path.endsWith('.ts'))
      .map((path) => sourceOf(path, readFileSync(join(ROOT, path), 'utf8'))),
  );

/** A text taken apart as a source file. */
export function sourceOf(path: string, text: string): SourceFile {
  const { code, uncommented } = blank(text);
  return { path, text, code, uncommented, imports: importsOf(path, uncommented, code) };
}

const IMPORT =
  /^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*{][^;'"]*?\bfrom\s*)?(['"])([^'"\n]+)\2|\bimport\(\s*(['"])([^'"\n]+)\4\s*\)/gm;

function importsOf(path: string, uncommented: string, code: string): readonly Import[] {
  return [...uncommented.matchAll(IMPORT)].flatMap((match) => {
    const from = match[3] ?? match[5] ?? '';
    // An import that is itself quoted (a program within a test) is no import of this file's.
    const keyword = match.index + match[0].search(/\S/);
    if (code.slice(keyword, keyword + 6) !== uncommented.slice(keyword, keyword + 6)) return [];
    const to = from.startsWith('.')
      ? normalize(join(dirname(path), from))
          .split(sep)
          .join('/')
      : undefined;
    return [{ from, to, line: lineAt(uncommented, keyword), isTypeOnly: match[1] !== undefined }];
  });
}

/** The line of an offset, from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Every place where a pattern stands in the code, as "path:line". */
export const placesOf = (file: SourceFile, pattern: RegExp, within: string = file.code): readonly string[] =>
  [
    ...within.matchAll(
      new RegExp(pattern, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`),
    ),
  ].map((match) => `${file.path}:${lineAt(within, match.index)}: ${match[0].trim()}`);

/** What a "/" after this begins: a regular expression, or a division. */
const BEFORE_REGEX =
  /(?:[=(,:;!&|?{}[+\-*%<>~^]|\breturn|\btypeof|\bcase|\byield|\bawait|\bin|\bof|=>|^)\s*$/;

/** Blanks out comments, strings, templates' words and regular expressions, each keeping its place. */
function blank(text: string): { readonly code: string; readonly uncommented: string } {
  const code =
    [...text].length === text.length
      ? text.split('')
      : Array.from({ length: text.length }, (_, at) => text.charAt(at));
  const uncommented = [...code];
  const hide = (target: string[], from: number, to: number): void => {
    for (let at = from; at < to; at++) if (target[at] !== '\n') target[at] = ' ';
  };
  /** For each open template, how many braces are open within its substitution. */
  const templates: number[] = [];
  let at = 0;
  const hideTemplate = (from: number): number => {
    let end = from;
    while (end < text.length && text[end] !== '`' && !text.startsWith('${', end))
      end += text[end] === '\\' ? 2 : 1;
    hide(code, from, end);
    if (text[end] === '`') return end + 1;
    templates.push(0);
    return end + 2;
  };
  while (at < text.length) {
    const comment = commentEnd(text, at);
    if (comment > at) {
      hide(code, at, comment);
      hide(uncommented, at, comment);
      at = comment;
      continue;
    }
    const quoted = quotedEnd(text, at);
    if (quoted > at) {
      hide(code, at + 1, quoted - 1);
      at = quoted;
      continue;
    }
    const character = text.charAt(at);
    at++;
    if (character === '`') at = hideTemplate(at);
    else if (character === '{' && templates.length > 0) templates.push((templates.pop() ?? 0) + 1);
    else if (character === '}' && templates.length > 0) {
      const open = templates.pop() ?? 0;
      if (open === 0) at = hideTemplate(at);
      else templates.push(open - 1);
    }
  }
  return { code: code.join(''), uncommented: uncommented.join('') };
}

/** Where the comment that begins here ends; the same place when none does. */
function commentEnd(text: string, at: number): number {
  if (text.startsWith('//', at)) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  if (!text.startsWith('/*', at)) return at;
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}

/** Where the string or regular expression that begins here ends; the same place when none does. */
function quotedEnd(text: string, at: number): number {
  const mark = text.charAt(at);
  if (mark === "'" || mark === '"') {
    let end = at + 1;
    while (end < text.length && text[end] !== mark && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
    return end + 1;
  }
  if (mark !== '/' || !BEFORE_REGEX.test(text.slice(Math.max(0, at - 40), at))) return at;
  let isInClass = false;
  for (let end = at + 1; end < text.length && text[end] !== '\n'; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === '[') isInClass = true;
    else if (text[end] === ']') isInClass = false;
    else if (text[end] === '/' && !isInClass) return end + 1;
  }
  return at;
}
