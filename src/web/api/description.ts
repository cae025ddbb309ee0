import type { Settings } from '../../actions/archive.ts';
import { addressOfShape, nameOfShape, schemasOfShapes, type JsonSchema } from '../../formats/api/shapes.ts';
import { en } from '../../words/en.ts';
import { schemaOf, type Endpoint } from './endpoint.ts';
import { ENDPOINTS } from './endpoints.ts';

/** The version of the API: the first number is that of its addresses. */
export const API_VERSION = '1.0.0';

/**
 * The API as OpenAPI 3.1 describes it. `strict`: no answer has other members than those described, for our own
 * tests. Source: OpenAPI Specification 3.1.1, read 2026-11-23.
 */
export function apiDescription(
  { name, address }: Pick<Settings, 'name' | 'address'>,
  how: 'strict' | 'open' = 'open',
): JsonSchema {
  const paths = new Map<string, Record<string, unknown>>();
  for (const endpoint of ENDPOINTS)
    paths.set(endpoint.path, {
      ...paths.get(endpoint.path),
      [endpoint.method.toLowerCase()]: operationOf(endpoint),
    });
  return {
    openapi: '3.1.1',
    info: {
      title: name,
      version: API_VERSION,
      summary: 'A digital archive: records, texts, search, changes.',
      description:
        'Everything public here, for programs. No key is needed. Members may be added to answers; none changes its meaning within v1.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: address }],
    security: [],
    tags: [...new Set(ENDPOINTS.map(({ part }) => part))].map((part) => ({
      name: part,
      description: en.api.parts[part],
    })),
    paths: Object.fromEntries(paths),
    components: { schemas: schemasOfShapes(how), responses: RESPONSES },
  };
}

const refTo = (shape: string): JsonSchema => ({ $ref: addressOfShape(shape) });

const problem = (description: string): JsonSchema => ({
  description,
  content: { 'application/problem+json': { schema: refTo('Problem') } },
});
const RESPONSES = {
  Wrong: problem('A part of the request is not as it is described; `problems` names it.'),
  Unknown: problem('Nothing public has this address.'),
  Gone: problem('It was public, and is not now: why, and until when where that is known.'),
  TooLong: problem('More was sent than is read.'),
  Busy: problem('Too much at once: ask again after the time in Retry-After.'),
  Unchanged: { description: 'Who asks has it already.' },
  Moved: {
    description: 'It is part of another record, or was asked for by a former identifier: see Location.',
  },
} as const;
const response = (name: keyof typeof RESPONSES): JsonSchema => ({ $ref: `#/components/responses/${name}` });

function operationOf(endpoint: Endpoint): JsonSchema {
  const { operation, says, about, part, parameters, answer, path, sent, method } = endpoint;
  const isOfId = path.includes('{id}');
  return {
    operationId: operation,
    summary: says,
    ...(about === undefined ? {} : { description: about }),
    tags: [part],
    parameters: Object.entries(parameters).map(([name, parameter]) => {
      const { description, title: _title, ...schema } = schemaOf(parameter);
      const isInPath = path.includes(`{${name}}`);
      const isRequired = isInPath || !parameter.safeParse(undefined).success;
      return {
        name,
        in: isInPath ? 'path' : 'query',
        required: isRequired,
        ...(description === undefined ? {} : { description }),
        schema,
        ...(schema['type'] === 'array' ? { style: 'form', explode: true } : {}),
      };
    }),
    ...(sent === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: refTo(nameOfShape(sent) ?? 'Problem') } },
          },
        }),
    responses: {
      200: {
        description: 'What was asked for.',
        content: { 'application/json': { schema: refTo(nameOfShape(answer) ?? 'Problem') } },
      },
      ...(isOfId ? { 301: response('Moved') } : {}),
      ...(method === 'GET' ? { 304: response('Unchanged') } : {}),
      400: response('Wrong'),
      404: response('Unknown'),
      ...(isOfId ? { 410: response('Gone') } : {}),
      ...(sent === undefined ? {} : { 413: response('TooLong') }),
      429: response('Busy'),
      503: response('Busy'),
    },
  };
}
