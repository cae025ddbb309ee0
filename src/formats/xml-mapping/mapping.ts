import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import { accepted, refused } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { EmphasisStyle } from '../../core/text.ts';
import { isField } from '../fields/field-names.ts';
import type { FieldName } from '../fields/field-names.ts';

/** What an element becomes in the text. */
export type Becomes =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6 }
  | { readonly kind: 'list'; readonly isOrdered: boolean }
  | { readonly kind: 'emphasis'; readonly style: EmphasisStyle }
  | { readonly kind: 'paragraph' | 'item' | 'quote' | 'part' | 'through' | 'line-break' | 'left-out' };

/** What a mapping file says of a kind of XML, as `docs/reference/formats.md` describes it. */
export interface XmlMapping {
  /** The name of the outermost element; others are not read by this mapping. */
  readonly root: string;
  /** Files with the same value are one document: a word, or a path to one. */
  readonly document?: string;
  /** Elements that are each a document of their own. */
  readonly each?: string;
  /** A path to the language of the text. */
  readonly language?: string;
  /** The language that the document was written in; the others are translations. */
  readonly original?: string;
  readonly fields: readonly (readonly [field: FieldName, path: string])[];
  readonly always: readonly (readonly [field: FieldName, words: string])[];
  readonly blocks: readonly (readonly [path: string, becomes: Becomes])[];
  /** Elements that answer to each other across languages, by an attribute ("article@number") or by being the only one. */
  readonly align: readonly { readonly path: string; readonly attribute?: string }[];
}

const styles = [
  'italic',
  'bold',
  'underline',
  'strikethrough',
  'small-caps',
  'superscript',
  'subscript',
  'spaced',
  'code',
] as const;

const becomes = z.string().transform((words, context): Becomes => {
  const read = readBecomes(words.trim().toLowerCase());
  if (read !== undefined) return read;
  context.addIssue({
    code: 'custom',
    message:
      'a kind of block: heading 1 … 6, paragraph, list, ordered list, item, quote, part, through, line break, left out, or a style such as italic',
  });
  return z.NEVER;
});

function readBecomes(words: string): Becomes | undefined {
  const heading = /^heading ([1-6])$/.exec(words)?.[1];
  const level = ([1, 2, 3, 4, 5, 6] as const).find((one) => String(one) === heading);
  if (level !== undefined) return { kind: 'heading', level };
  if (words === 'list' || words === 'ordered list') return { kind: 'list', isOrdered: words !== 'list' };
  if (words === 'line break') return { kind: 'line-break' };
  if (words === 'left out') return { kind: 'left-out' };
  const kind = (['paragraph', 'item', 'quote', 'part', 'through'] as const).find((one) => one === words);
  if (kind !== undefined) return { kind };
  const style = styles.find((one) => one === words);
  return style === undefined ? undefined : { kind: 'emphasis', style };
}

const schema = z.strictObject({
  root: z.string(),
  document: z.string().optional(),
  each: z.string().optional(),
  language: z.string().optional(),
  original: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  always: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  blocks: z.record(z.string(), becomes).optional(),
  align: z.array(z.string()).optional(),
});

/** A mapping from a parsed file, or a problem that names what in it is wrong. */
export function parseXmlMapping(value: unknown, file: string): Result<XmlMapping, Problem> {
  const read = schema.safeParse(value);
  const broken = (field: string, expected: string): Result<never, Problem> =>
    refused(
      problem('mapping-broken', { file, field }, { facts: { message: `${field}: expected ${expected}` } }),
    );
  if (!read.success) {
    const [issue] = read.error.issues;
    return broken((issue?.path ?? []).join('.'), issue?.message ?? '');
  }
  const { fields = {}, always = {}, blocks = {}, align = [], ...rest } = read.data;
  const wrong = Object.keys({ ...fields, ...always }).find((name) => !isField(name));
  if (wrong !== undefined) return broken(wrong, 'a field of the template');
  const known = (entries: Readonly<Record<string, string | number>>): [FieldName, string][] =>
    Object.entries(entries).flatMap(([name, words]): [FieldName, string][] =>
      isField(name) ? [[name, String(words)]] : [],
    );
  return accepted({
    ...defined(rest),
    root: rest.root,
    fields: known(fields),
    always: known(always),
    blocks: Object.entries(blocks),
    align: align.map((one) => {
      const [path = '', attribute] = one.split('@');
      return { path, ...(attribute ? { attribute } : {}) };
    }),
  });
}

function defined(rest: {
  readonly document?: string | undefined;
  readonly each?: string | undefined;
  readonly language?: string | undefined;
  readonly original?: string | undefined;
}): Pick<XmlMapping, 'document' | 'each' | 'language' | 'original'> {
  const { document, each, language, original } = rest;
  return {
    ...(document === undefined ? {} : { document }),
    ...(each === undefined ? {} : { each }),
    ...(language === undefined ? {} : { language }),
    ...(original === undefined ? {} : { original }),
  };
}

/** The content of a mapping file, for tables or for XML: YAML, of which JSON is a part. */
export function parseMappingFile(text: string, file: string): Result<unknown, Problem> {
  try {
    const value: unknown = parse(text, { maxAliasCount: 20, logLevel: 'error' });
    return accepted(value);
  } catch (error) {
    if (!(error instanceof YAMLParseError || error instanceof ReferenceError)) throw error;
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    return refused(
      problem(
        'mapping-broken',
        { file, ...(line === undefined ? {} : { line }) },
        { facts: { message: error.message.split('\n')[0] ?? '' } },
      ),
    );
  }
}
