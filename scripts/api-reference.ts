import { nameOfShape, schemasOfShapes, type JsonSchema } from '../src/formats/api/shapes.ts';
import { PARTS, schemaOf, type Endpoint } from '../src/web/api/endpoint.ts';
import { ENDPOINTS } from '../src/web/api/endpoints.ts';
import { question } from '../src/web/api/parameters.ts';
import { en } from '../src/words/en.ts';
import { table } from './markdown-table.ts';

const PRINTED = 'Printed by the code (`npm run reference`); a test fails when it differs.';
const { api } = en;

/** The reference of the API: every endpoint, its parameters, and the shapes of answers. */
export const apiReference = (): string =>
  [
    '# The API',
    `${PRINTED} The same stands in every archive at \`/api\`, with examples that work there, and for machines at \`/openapi.json\` (OpenAPI 3.1). How it is used: [Use the API](../howto/use-the-api.md).`,
    ...api.rulesSay,
    ...PARTS.flatMap((part) => [
      `## ${api.parts[part]}`,
      ...ENDPOINTS.filter((one) => one.part === part).flatMap(endpointParts),
    ]),
    '## The question',
    'What a search, and a list of the values of a facet, may be asked with.',
    parametersTable({ path: '', parameters: question }),
    '## Shapes',
    'A member with `?` may be absent. Where a shape is one of several, `kind` tells which.',
    ...Object.entries(schemasOfShapes()).flatMap(shapeParts),
    '',
  ].join('\n\n');

function endpointParts(endpoint: Endpoint): readonly string[] {
  const { method, path, says, about, answer, sent, operation, parameters } = endpoint;
  const own = Object.fromEntries(Object.entries(parameters).filter(([name]) => !(name in question)));
  const isQuestion = Object.keys(parameters).some((name) => name in question);
  return [
    `### \`${method} ${path}\``,
    `\`${operation}\`: ${says}. ${about ?? ''}`.trim(),
    ...(Object.keys(own).length === 0 ? [] : [parametersTable({ path, parameters: own })]),
    ...(isQuestion ? ['And the parameters of [the question](#the-question).'] : []),
    `${sent === undefined ? '' : `Sent: \`${nameOfShape(sent) ?? ''}\`. `}Answers with \`${nameOfShape(answer) ?? ''}\`.`,
  ];
}

const parametersTable = ({ path, parameters }: Pick<Endpoint, 'path' | 'parameters'>): string =>
  table(
    ['Parameter', '', 'Expected'],
    Object.entries(parameters).map(([name, parameter]) => {
      const { description, ...schema } = schemaOf(parameter);
      const isRequired = path.includes(`{${name}}`) || !parameter.safeParse(undefined).success;
      const otherwise = schema['default'];
      const expected = [
        api.expected(schema),
        ...(isRequired ? [api.required] : []),
        ...(otherwise === undefined || otherwise === '' ? [] : [api.otherwise(String(otherwise))]),
      ];
      return [`\`${name}\``, typeof description === 'string' ? description : '', expected.join('; ')];
    }),
  );

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shapeParts([name, schema]: readonly [string, JsonSchema]): readonly string[] {
  const { description, properties, required } = schema;
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const members = isSchema(properties) ? Object.entries(properties) : [];
  return [
    `### ${name}`,
    typeof description === 'string' ? description : typeIn(schema),
    ...(members.length === 0
      ? []
      : [
          table(
            ['Member', 'Type', ''],
            members.map(([member, one]) => [
              `\`${member}${needed.includes(member) ? '' : '?'}\``,
              isSchema(one) ? typeIn(one) : '',
              isSchema(one) && typeof one['description'] === 'string' ? one['description'] : '',
            ]),
          ),
        ]),
  ];
}

/** A type in a few words: "list of Passage". */
function typeIn(schema: JsonSchema): string {
  const { $ref, type, items, enum: values, const: only, additionalProperties } = schema;
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? '';
  if (only !== undefined) return `"${String(only)}"`;
  if (Array.isArray(values)) return values.map((value) => `"${String(value)}"`).join(', ');
  if (type === 'array') return `list of ${isSchema(items) ? typeIn(items) : ''}`.trim();
  const ways = schema['oneOf'] ?? schema['anyOf'];
  if (Array.isArray(ways)) return `one of ${ways.length} kinds`;
  if (type === 'object' && isSchema(additionalProperties)) return `${typeIn(additionalProperties)} by key`;
  return type === 'object' ? 'object' : String(type ?? 'any');
}
