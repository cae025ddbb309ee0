import type { JsonSchema } from '../../formats/api/shapes.ts';
import type { Answer } from '../answer.ts';
import { problemOf } from '../doors.ts';
import type { Site } from '../site.ts';

/** A part of a request that is not as it should be, and what it should be: a schema, or the rule that it breaks. */
export interface Wrong {
  readonly in: 'path' | 'query' | 'body';
  readonly name: string;
  readonly expected:
    | JsonSchema
    | 'unknown'
    | 'once'
    | 'many'
    | 'cursor'
    | 'cursor-old'
    | 'date'
    | 'json'
    | 'too-long'
    | 'too-short';
}

/** Problem details that name each part, and what was expected of it. */
export function wrong(site: Site, parts: readonly Wrong[]): Answer {
  const { api } = site.words;
  const problems = parts.map(({ in: where, name, expected }) => ({
    in: where,
    name,
    expected: typeof expected === 'string' ? api.rules[expected] : api.expected(expected),
  }));
  const detail = problems.map(({ name, expected }) => api.wrong(name, expected)).join(' ');
  return { ...problemOf(site, 400), detail, more: { problems } };
}
