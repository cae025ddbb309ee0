import { sourceKey } from '../../core/draft.ts';
import type { Read, SourceKey } from '../../core/draft.ts';
import { parseId } from '../../core/id.ts';
import type { RecordId } from '../../core/id.ts';
import { problem } from '../../core/problem.ts';
import type { Problem, Where } from '../../core/problem.ts';
import { mapReferences } from '../../core/references.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { accepted, refused } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import { linesOf, LINE_LIMIT } from '../encoding/lines.ts';
import type { Line } from '../encoding/lines.ts';
import type { TextSource } from '../format.ts';
import { brokenLine, parseJson } from './parse-json.ts';
import { recordSchema } from './record-schema.ts';

const PROBLEMS_A_RECORD = 20;

/**
 * One line of our own JSON Lines: a record under its id, and the key that its source gave it if there is one.
 *
 *   {"id":"dk4m7q2zxh","record":{"kind":"document", …}}
 *
 * {@link readJsonLines} reads back the same record.
 */
export const writeJsonLine = (id: RecordId, record: ArchiveRecord, key?: SourceKey): string =>
  JSON.stringify({ id, ...(key === undefined ? {} : { key }), record });

/**
 * Reads records as {@link writeJsonLine} wrote them, one a line, or one or an array of them as a whole
 * (`unsealed get ID --draft`). What has no id needs a key "scheme:value". An unknown field, a wrong value or
 * broken JSON is a problem that names line and field, and that record does not go in.
 */
export async function* readJsonLines(source: TextSource): AsyncGenerator<Read> {
  for await (const found of valuesOf(source)) {
    if ('code' in found) {
      yield { kind: 'problem', problem: found };
      continue;
    }
    const where: Where = { file: source.name, line: found.line };
    const read = parseEntry(found.value, where);
    if (!read.ok) {
      for (const one of read.problem) yield { kind: 'problem', problem: one };
      continue;
    }
    const { key, record, id, basedOn } = read.value;
    const given = { ...(id === undefined ? {} : { id }), ...(basedOn === undefined ? {} : { basedOn }) };
    yield { kind: 'draft', draft: { key, record, joins: 'whole', line: found.line, ...given } };
  }
}

interface Found {
  readonly line: number;
  readonly value: unknown;
}

async function* valuesOf(source: TextSource): AsyncGenerator<Found | Problem> {
  const lines = linesOf(source.chunks);
  let isFirst = true;
  for await (const line of lines) {
    if (line.kind === 'line' && line.text.trim() === '') continue;
    if (line.kind === 'line' && isFirst && beginsWhole(line.text)) {
      yield* wholeValues(line, lines, source.name);
      return;
    }
    isFirst = false;
    yield readLine(line, source.name);
  }
}

function readLine(line: Line, file: string): Found | Problem {
  const where: Where = { file, line: line.number };
  if (line.kind === 'too-long') return problem('line-too-long', where, { facts: { limit: LINE_LIMIT } });
  const value = parseJson(line.text);
  return value.ok
    ? { line: line.number, value: value.value }
    : problem('json-broken', where, { value: line.text, facts: { message: value.problem } });
}

/** Whether a first line is the beginning of a value that goes on below. */
const beginsWhole = (text: string): boolean =>
  /^\s*[[{]/.test(text) && !parseJson(text).ok && !/[}\]]\s*$/.test(text);

async function* wholeValues(
  first: Extract<Line, { kind: 'line' }>,
  rest: AsyncIterable<Line>,
  file: string,
): AsyncGenerator<Found | Problem> {
  const texts = [first.text];
  let length = first.text.length;
  for await (const line of rest) {
    length += line.kind === 'line' ? line.text.length + 1 : LINE_LIMIT;
    if (length > LINE_LIMIT || line.kind === 'too-long') {
      yield problem('line-too-long', { file, line: first.number }, { facts: { limit: LINE_LIMIT } });
      return;
    }
    texts.push(line.text);
  }
  const value = parseJson(texts.join('\n'));
  if (!value.ok) {
    const line = first.number + brokenLine(texts);
    yield problem(
      'json-broken',
      { file, line },
      { value: texts[line - first.number] ?? '', facts: { message: value.problem } },
    );
    return;
  }
  const values: readonly unknown[] = Array.isArray(value.value) ? value.value : [value.value];
  for (const one of values) yield { line: first.number, value: one };
}

interface Entry {
  readonly key: SourceKey;
  readonly record: ArchiveRecord<SourceKey>;
  readonly id?: RecordId;
  /** The version that was edited to make it. */
  readonly basedOn?: number;
}

function parseEntry(value: unknown, where: Where): Result<Entry, readonly Problem[]> {
  const broken = (
    field: string,
    more: { value?: string; expected: string },
  ): Result<never, readonly Problem[]> =>
    refused([
      problem(
        'record-broken',
        { ...where, field },
        {
          ...(more.value === undefined ? {} : { value: more.value }),
          facts: { message: `${field}: expected ${more.expected}` },
        },
      ),
    ]);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return broken('record', {
      value: JSON.stringify(value),
      expected: 'an object with "id" or "key", and "record"',
    });
  const {
    id,
    key,
    record: given,
    basedOn,
    standing: _standing,
    ...further
  }: Readonly<Record<string, unknown>> = { ...value };
  const others = withoutPublic(further);
  const [other] = Object.keys(others);
  if (other !== undefined)
    return broken(other, {
      value: JSON.stringify(others[other]),
      expected: 'only "id", "key", "basedOn", "standing", "record" and what a public record says of itself',
    });
  if (basedOn !== undefined && !(typeof basedOn === 'number' && Number.isSafeInteger(basedOn) && basedOn > 0))
    return broken('basedOn', { value: JSON.stringify(basedOn), expected: 'the number of a version' });
  const named = nameOf(id, key);
  if (named === undefined)
    return broken(id === undefined ? 'key' : 'id', {
      value: JSON.stringify(id ?? key),
      expected: 'an id, or a key "scheme:value"',
    });
  const record = parseRecord(given, where);
  if (!record.ok) return refused(record.problem);
  const own = typeof id === 'string' ? parseId(id) : undefined;
  return accepted({
    key: named,
    record: record.value,
    ...(own === undefined ? {} : { id: own }),
    ...(basedOn === undefined ? {} : { basedOn }),
  });
}

/** What a public record says of itself beside its words (`/document/{id}.json`, the whole data): of its archive, not its own. */
function withoutPublic({
  url: _url,
  edition: _edition,
  withheld: _withheld,
  opened: _opened,
  changed: _changed,
  ...others
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return others;
}

/** The key that others refer to it by, where it has one beside its id. */
function nameOf(id: unknown, key: unknown): SourceKey | undefined {
  const own = typeof id === 'string' ? parseId(id) : undefined;
  if (id !== undefined && own === undefined) return undefined;
  if (key === undefined) return own === undefined ? undefined : sourceKey('id', own);
  const [, scheme, value] = typeof key === 'string' ? (/^([^:]+):(.+)$/s.exec(key) ?? []) : [];
  return scheme === undefined || value === undefined ? undefined : sourceKey(scheme, value);
}

/**
 * A record from a value of unknown shape, its references read as keys; or a problem for each field that is
 * not as core's types say, an unknown field among them.
 */
export function parseRecord(
  value: unknown,
  where: Where,
): Result<ArchiveRecord<SourceKey>, readonly Problem[]> {
  const read = recordSchema.safeParse(value);
  if (read.success) return accepted(read.data);
  return refused(
    read.error.issues.slice(0, PROBLEMS_A_RECORD).map((issue) => {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
      const path = [...issue.path, ...keys].map(String);
      const at = valueAt(value, path);
      return problem(
        'record-broken',
        { ...where, field: ['record', ...path].join('.') },
        {
          ...(at === undefined ? {} : { value: at }),
          facts: { message: issue.message },
        },
      );
    }),
  );
}

function valueAt(value: unknown, path: readonly string[]): string | undefined {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.entries(at).find(([name]) => name === step)?.[1];
  }
  return at === undefined ? undefined : JSON.stringify(at);
}

/**
 * A draft's record with its references as ids again, where all of them are ids: what {@link writeJsonLine}
 * wrote. Undefined if one is a key that stands for no id yet.
 */
export function withIds(record: ArchiveRecord<SourceKey>): ArchiveRecord | undefined {
  let isWhole = true;
  const mapped = mapReferences<SourceKey, RecordId>(record, (key) => {
    const id = key.startsWith('id:') ? parseId(key.slice(3)) : undefined;
    if (id === undefined) isWhole = false;
    return id;
  });
  return isWhole ? mapped : undefined;
}
