/** The types of the client, printed from the shapes and endpoints of the API, so that the client itself needs neither. */
import { format } from 'prettier';
import type { z } from 'zod';
import { nameOfShape, schemasOfShapes, type JsonSchema } from '../src/formats/api/shapes.ts';
import { schemaOf, type Endpoint } from '../src/web/api/endpoint.ts';
import { ENDPOINTS } from '../src/web/api/endpoints.ts';
import { question } from '../src/web/api/parameters.ts';

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const schemas = (value: unknown): readonly JsonSchema[] =>
  Array.isArray(value) ? value.filter(isSchema) : [];

/** A type as TypeScript writes it. */
function typeOf(schema: JsonSchema): string {
  const { $ref, const: only, enum: values, type, items, properties } = schema;
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? 'unknown';
  if (only !== undefined) return JSON.stringify(only);
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ');
  const ways = [...schemas(schema['oneOf']), ...schemas(schema['anyOf'])];
  if (ways.length > 0) return ways.map(typeOf).join(' | ');
  if (type === 'array') return arrayOf(schema, isSchema(items) ? typeOf(items) : 'unknown');
  if (isSchema(properties)) return objectOf(schema, properties);
  if (type === 'object')
    return isSchema(schema['additionalProperties'])
      ? `Readonly<Record<string, ${typeOf(schema['additionalProperties'])}>>`
      : 'Readonly<Record<string, unknown>>';
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'string' || type === 'boolean' ? type : 'unknown';
}

const arrayOf = ({ minItems, maxItems }: JsonSchema, one: string): string =>
  minItems === 2 && maxItems === 2 ? `readonly [${one}, ${one}]` : `readonly (${one})[]`;

function objectOf({ required, additionalProperties }: JsonSchema, properties: JsonSchema): string {
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const members = Object.entries(properties).map(([name, one]) =>
    isSchema(one)
      ? `${said(one)}readonly ${key(name)}${needed.includes(name) ? '' : '?'}: ${typeOf(one)};`
      : '',
  );
  const more = isSchema(additionalProperties) ? ['readonly [more: string]: unknown;'] : [];
  return `{\n${[...members, ...more].join('\n')}\n}`;
}

const key = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));
const said = ({ description }: JsonSchema): string =>
  typeof description === 'string' ? `/** ${description.replaceAll('*/', '* /')} */\n` : '';

/** What an operation is asked with: parameters, or what is sent. */
function asksOf({ path, parameters, sent }: Endpoint): string {
  if (sent !== undefined) return nameOfShape(sent) ?? 'unknown';
  const isQuestion = Object.entries(question).every(([name, one]) => parameters[name] === one);
  const own = Object.entries(parameters).filter(([name]) => !isQuestion || !(name in question));
  if (own.length === 0) return isQuestion ? 'Question' : 'Readonly<Record<never, never>>';
  return `${isQuestion ? 'Question & ' : ''}{\n${membersOf(own, path)}\n}`;
}

const membersOf = (parameters: readonly (readonly [string, z.ZodType])[], path: string): string =>
  parameters
    .map(([name, parameter]) => {
      const { title: _title, ...schema } = schemaOf(parameter);
      const isRequired = path.includes(`{${name}}`) || !parameter.safeParse(undefined).success;
      return `${said(schema)}readonly ${key(name)}${isRequired ? '' : '?'}: ${typeOf(schema)} ${isRequired ? '' : '| undefined'};`;
    })
    .join('\n');

/** `src/client/answers.ts`, as it is to be. */
export function clientAnswers(): Promise<string> {
  const shapes = Object.entries(schemasOfShapes()).map(
    ([name, schema]) => `${said(schema)}export type ${name} = ${typeOf(schema)};`,
  );
  const calls = ENDPOINTS.map(
    (one) =>
      `/** ${one.method} ${one.path}: ${one.says} */\nreadonly ${one.operation}: { readonly asks: ${asksOf(one)}; readonly answers: ${nameOfShape(one.answer) ?? 'unknown'} };`,
  );
  const places = ENDPOINTS.map(
    ({ operation, method, path }) =>
      `${operation}: { method: ${JSON.stringify(method)}, path: ${JSON.stringify(path)} },`,
  );
  const text = [
    '// Printed from the shapes of the API (npm run client); a test fails when it differs.',
    ...shapes,
    `/** What a question may say, named as in the query language. */\nexport interface Question {\n${membersOf(Object.entries(question), '')}\n}`,
    `/** Everything that can be asked, by name: with what, and what is answered. */\nexport interface Calls {\n${calls.join('\n')}\n}`,
    `/** Where each is asked. */\nexport const PLACES: Readonly<Record<keyof Calls, { readonly method: 'GET' | 'POST'; readonly path: string }>> = {\n${places.join('\n')}\n};`,
  ].join('\n\n');
  return format(text, { parser: 'typescript', singleQuote: true, printWidth: 110 });
}
