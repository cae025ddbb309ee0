import { z } from 'zod';
import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import { accepted, refused } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import { isField } from '../fields/field-names.ts';
import type { FieldName } from '../fields/field-names.ts';
import { foldColumn } from './columns.ts';
import type { Columns } from './columns.ts';

const fieldName = z.string().transform((name, context): FieldName => {
  if (isField(name)) return name;
  context.addIssue({ code: 'custom', message: 'a field of the template' });
  return z.NEVER;
});

const schema = z.strictObject({
  columns: z.record(z.string(), z.union([fieldName, z.literal('other')])),
  always: z.record(z.string(), z.string()).optional(),
  language: z.string().optional(),
  ids: z
    .string()
    .regex(/^[a-z][\w.-]*$/)
    .optional(),
});

/** What a mapping file says of a table, as `docs/reference/formats.md` describes it. */
export interface TableMapping {
  readonly columns: Columns;
  /** Fields that every row has, whatever stands in it. */
  readonly always: ReadonlyMap<FieldName, string>;
  readonly language?: string;
}

/** A mapping from a parsed file, or a problem that names what in it is wrong. */
export function parseTableMapping(
  value: unknown,
  names: readonly string[],
  file: string,
): Result<TableMapping, Problem> {
  const read = schema.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refused(
      problem(
        'mapping-broken',
        { file, field: (issue?.path ?? []).join('.') },
        { facts: { message: issue?.message ?? '' } },
      ),
    );
  }
  const { columns, always = {}, language, ids } = read.data;
  const constants = new Map<FieldName, string>();
  for (const [name, words] of Object.entries(always)) {
    if (!isField(name))
      return refused(
        problem(
          'mapping-broken',
          { file, field: `always.${name}` },
          { facts: { message: `always.${name} is no field of the template` } },
        ),
      );
    constants.set(name, words);
  }
  const byFolded = new Map(Object.entries(columns).map(([name, field]) => [foldColumn(name), field]));
  const fieldOf = new Map<string, FieldName>();
  const kept = new Set<string>();
  for (const name of names) {
    const field = byFolded.get(foldColumn(name));
    if (field === 'other') kept.add(name);
    else if (field !== undefined) fieldOf.set(name, field);
  }
  const missing = Object.keys(columns).find(
    (name) => !names.some((one) => foldColumn(one) === foldColumn(name)),
  );
  if (missing !== undefined)
    return refused(
      problem(
        'column-missing',
        { file, field: missing },
        { value: missing, facts: { columns: names.join(', ') } },
      ),
    );
  return accepted({
    columns: { kind: 'mapped', fieldOf, kept, idScheme: ids ?? 'table', isIdLocal: ids === undefined },
    always: constants,
    ...(language ? { language } : {}),
  });
}
