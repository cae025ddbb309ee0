import { z } from 'zod';
import { isSchema, type JsonSchema } from '../../formats/api/shapes.ts';
import type { Answer } from '../answer.ts';
import type { Visit } from '../site.ts';
import { isUnchanged } from '../conditional.ts';
import { wrong, type Wrong } from './wrong.ts';

/** What an endpoint takes, by name: in its path if that names it, else in the query. Each is described. */
export type Parameters = Readonly<Record<string, z.ZodType>>;

type ValuesOf<P extends Parameters> = z.output<z.ZodObject<P, z.core.$strict>>;

/** What an endpoint's answer is made with. */
export type Asked<P extends Parameters = Parameters> = Omit<Visit, 'params'> & {
  /** The values of its parameters, checked. */
  readonly values: ValuesOf<P>;
  /** The address as it was asked, without a cursor. */
  readonly endpoint: Endpoint;
};

/** The parts of the API, in the order in which they are described. */
export const PARTS = [
  'archive',
  'documents',
  'texts',
  'collections',
  'agents',
  'places',
  'subjects',
  'terms',
  'events',
  'repositories',
  'units',
  'search',
  'changes',
  'quotations',
] as const;
export type Part = (typeof PARTS)[number];

/** One thing that can be asked of the API: it serves it, checks what is asked, and describes it. */
export interface Endpoint {
  readonly part: Part;
  readonly method: 'GET' | 'POST';
  /** "/api/v1/documents/{id}" */
  readonly path: string;
  /** A name of its own, for programs that are made from the description. */
  readonly operation: string;
  readonly says: string;
  readonly about?: string;
  readonly parameters: Parameters;
  readonly answer: z.ZodType;
  /** What is sent (POST), as JSON. */
  readonly sent?: z.ZodType;
  readonly takesBody?: number;
  readonly isQuestion?: boolean;
  /** A query that shows what it is for: "q=telegram". */
  readonly example?: string;
  /** Answers with a record: may say that it moved (301), or is gone (410). */
  readonly isOfRecord?: boolean;
  handle(visit: Visit): Promise<Answer | undefined>;
}

interface Given<P extends Parameters> extends Omit<Endpoint, 'parameters' | 'handle' | 'method'> {
  readonly method?: Endpoint['method'];
  readonly parameters: P;
  answerTo(asked: Asked<P>): Promise<Answer | undefined>;
}

/** Makes an endpoint: what is asked of it is checked before it is answered. */
export function endpoint<P extends Parameters>({ answerTo, ...given }: Given<P>): Endpoint {
  const schema = z.strictObject(given.parameters);
  const kinds = kindsOf(given.parameters);
  const made: Endpoint = {
    method: 'GET',
    ...given,
    handle: async ({ params, ...visit }) => {
      const raw = rawOf(visit.url.searchParams, params, kinds);
      const read = Array.isArray(raw) ? undefined : schema.safeParse(raw);
      if (read?.success !== true)
        return wrong(visit.site, Array.isArray(raw) ? raw : wrongIn(made, read?.error.issues ?? []));
      const { headers, tag } = visit;
      if (made.isOfRecord !== true && made.method === 'GET' && isUnchanged(headers, { tag }))
        return { kind: 'unchanged', tag };
      return answerTo({ ...visit, values: read.data, endpoint: made });
    },
  };
  return made;
}

type Kind = 'text' | 'number' | 'boolean';
interface HowRead {
  readonly kind: Kind;
  readonly isMany: boolean;
}

/** How each parameter is written in an address. */
const kindsOf = (parameters: Parameters): ReadonlyMap<string, HowRead> =>
  new Map(
    Object.entries(parameters).map(([name, parameter]) => {
      const { type, items } = schemaOf(parameter);
      const one = type === 'array' && isSchema(items) ? items['type'] : type;
      const kind = one === 'integer' ? 'number' : one === 'boolean' ? 'boolean' : 'text';
      return [name, { kind, isMany: type === 'array' }];
    }),
  );

/** The JSON Schema of a parameter. */
export function schemaOf(parameter: z.ZodType): JsonSchema {
  const { $schema: _schema, ...schema } = z.toJSONSchema(parameter, { io: 'input' });
  return schema;
}

/** More parts than this no request needs. */
const MOST_PARTS = 200;

/** The values as they were written, each of the type that its parameter has, where it can be read so. */
function rawOf(
  query: URLSearchParams,
  params: Visit['params'],
  kinds: ReadonlyMap<string, HowRead>,
): Readonly<Record<string, unknown>> | readonly Wrong[] {
  const raw = new Map<string, unknown>(
    Object.entries(params).map(([name, value]) => [name, read(value, kinds.get(name))]),
  );
  let parts = 0;
  const wrongs: Wrong[] = [];
  for (const name of new Set(query.keys())) {
    const given = query.getAll(name);
    const how = kinds.get(name);
    parts += given.length;
    if (parts > MOST_PARTS) return [{ in: 'query', name: name.slice(0, 100), expected: 'many' }];
    if (how === undefined || name in params)
      wrongs.push({ in: 'query', name: name.slice(0, 100), expected: 'unknown' });
    else if (!how.isMany && given.length > 1) wrongs.push({ in: 'query', name, expected: 'once' });
    else raw.set(name, how.isMany ? given.map((one) => read(one, how)) : read(given[0] ?? '', how));
  }
  return wrongs.length > 0 ? wrongs : Object.fromEntries(raw);
}

function read(text: string, how: HowRead | undefined): unknown {
  if (how?.kind === 'number') return /^-?(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
  if (how?.kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** Which parameters are wrong, each once, and what they should be. */
function wrongIn(
  { path, parameters }: Endpoint,
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): readonly Wrong[] {
  const names = new Set(issues.map(({ path: at }) => String(at[0] ?? '')));
  return [...names].map((name) => {
    const parameter = parameters[name];
    return {
      in: path.includes(`{${name}}`) ? 'path' : 'query',
      name,
      expected: parameter === undefined ? 'unknown' : schemaOf(parameter),
    };
  });
}
