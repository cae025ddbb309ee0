import { parseDocument } from 'yaml';
import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import { foldColumn } from '../csv/columns.ts';
import { isField, takesMany } from '../fields/field-names.ts';
import type { FieldName } from '../fields/field-names.ts';

/** What stands before a text: fields of ours and others, and how many lines it takes. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<FieldName, string>;
  readonly others: readonly { readonly name: string; readonly value: string }[];
  /** Lines of the file before the text. */
  readonly lines: number;
  readonly problems: readonly Problem[];
}

/** Reads the YAML between the first line "---" and the next; a text without it has no fields. */
export function readFrontMatter(lines: readonly string[], file: string): FrontMatter {
  const none = { fields: new Map<FieldName, string>(), others: [], problems: [] };
  if (!/^---[ \t]*$/.test(lines[0] ?? '')) return { ...none, lines: 0 };
  const end = lines.findIndex((line, at) => at > 0 && /^(---|\.\.\.)[ \t]*$/.test(line));
  if (end < 0) {
    const facts = { message: 'it is opened with "---" and never closed' };
    return { ...none, lines: 0, problems: [problem('front-matter-broken', { file, line: 1 }, { facts })] };
  }
  const yaml = parseDocument(lines.slice(1, end).join('\n'), { schema: 'core' });
  const problems = yaml.errors.map((error) =>
    problem(
      'front-matter-broken',
      { file, line: (error.linePos?.[0].line ?? 1) + 1 },
      { facts: { message: (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '') } },
    ),
  );
  const value = contentOf(yaml, file, problems);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ...none, lines: end + 1, problems };
  return { ...fieldsOf(value), lines: end + 1, problems };
}

function contentOf(yaml: ReturnType<typeof parseDocument>, file: string, problems: Problem[]): unknown {
  try {
    const value: unknown = yaml.toJS({ maxAliasCount: 20 });
    return value;
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    problems.push(problem('front-matter-broken', { file, line: 1 }, { facts: { message: error.message } }));
    return undefined;
  }
}

function fieldsOf(value: object): Pick<FrontMatter, 'fields' | 'others'> {
  const fields = new Map<FieldName, string>();
  const others: { name: string; value: string }[] = [];
  for (const [name, given] of Object.entries(value)) {
    const words = wordsOf(given);
    if (words === '') continue;
    const folded = foldColumn(name);
    const isText = folded === 'text' || folded === 'translation';
    if (isField(folded) && !isText && !fields.has(folded) && (takesMany(folded) || !Array.isArray(given)))
      fields.set(folded, words);
    else others.push({ name, value: words });
  }
  return { fields, others };
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(wordsOf).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
}
