import fc from 'fast-check';
import { z } from 'zod';
import { nameOfShape, type JsonSchema } from '../../src/formats/api/shapes.ts';
import { schemaOf, type Endpoint } from '../../src/web/api/endpoint.ts';

export type Operation = Endpoint;

const list = z.object({ items: z.array(z.object({ id: z.string() })) });
/** Ids that are in an archive. */
export const valuesOf = (...answers: readonly unknown[]): readonly string[] =>
  answers.flatMap((answer) => list.parse(answer).items.map(({ id }) => id));

type Known = () => readonly string[];

/** What no schema says: words that a date, a quotation or a key may be. */
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  date: ['1945', '1957!', '1945-07..1946', 'July 1957', '-1900'],
  text: [
    'the lamp was out on the ninth evening and nobody came',
    'a quotation that stands nowhere at all here',
  ],
  key: ['t-en', 't-en-1', 't-de', 's1'],
  block: ['b1', 'b2', 'b2-b4'],
  page: ['1', '2'],
  edition: ['1', '2'],
};

/** The addresses by which an operation can be asked, rightly and wrongly, as its description has it. */
export function asking(operation: Operation) {
  const { path, parameters, answer } = operation;
  const schemas = Object.entries(parameters).map(([name, parameter]) => ({
    name,
    schema: schemaOf(parameter),
    isInPath: path.includes(`{${name}}`),
    isRequired: path.includes(`{${name}}`) || !parameter.safeParse(undefined).success,
  }));
  const right = (known: Known): fc.Arbitrary<string> =>
    fc.tuple(...schemas.map((one) => rightValues(one, known))).map((values) =>
      addressOf(
        path,
        schemas.map(({ name }, at) => [name, values[at] ?? []]),
      ),
    );
  const wrong = (known: Known): fc.Arbitrary<{ readonly address: string; readonly parameter: string }> => {
    const ways = schemas.flatMap((one) => wrongValues(one).map((value) => ({ name: one.name, value })));
    const unknown = { name: 'no-such-parameter', value: ['1'] };
    return fc.tuple(right(known), fc.constantFrom(unknown, ...ways)).chain(([, way]) =>
      fc.tuple(...schemas.map((one) => rightValues(one, known))).map((values) => {
        const given = schemas.map(({ name }, at): Given => [name, values[at] ?? []]);
        const others = given.filter(([name]) => name !== way.name);
        return { address: addressOf(path, [...others, [way.name, way.value]]), parameter: way.name };
      }),
    );
  };
  return { path, name: nameOfShape(answer) ?? '', right, wrong };
}

type Given = readonly [name: string, values: readonly string[]];

function addressOf(path: string, given: readonly Given[]): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const [name, values] of given) {
    if (path.includes(`{${name}}`))
      filled = filled.replace(`{${name}}`, encodeURIComponent(values[0] ?? 'x'));
    else for (const value of values) query.append(name, value);
  }
  return query.size === 0 ? filled : `${filled}?${query}`;
}

interface Parameter {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isInPath: boolean;
  readonly isRequired: boolean;
}

const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);
const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const schemaIn = (value: unknown): JsonSchema =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** The values of a parameter, as an address has them; none where it may be left out. A cursor comes from an answer alone. */
function rightValues({ name, schema, isRequired }: Parameter, known: Known): fc.Arbitrary<readonly string[]> {
  if (name === 'cursor') return fc.constant([]);
  const some: fc.Arbitrary<readonly string[]> =
    schema['type'] === 'array'
      ? fc.array(rightValue(name, schemaIn(schema['items']), known), { minLength: 1, maxLength: 2 })
      : rightValue(name, schema, known).map((value) => [value]);
  return isRequired ? some : fc.option(some, { nil: [], freq: 1 });
}

function rightValue(name: string, schema: JsonSchema, known: Known): fc.Arbitrary<string> {
  const special = SPECIAL[name];
  if (name === 'id')
    return fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .nat()
          .map((at) => at)
          .chain((at) => fc.constant(known()[at % known().length] ?? '1')),
      },
      { weight: 1, arbitrary: matching(schema) },
    );
  if (special !== undefined) return fc.constantFrom(...special);
  const { type, enum: values, pattern } = schema;
  if (Array.isArray(values)) return fc.constantFrom(...strings(values));
  if (type === 'boolean') return fc.boolean().map(String);
  if (type === 'integer')
    return fc
      .integer({ min: number(schema['minimum'], 0), max: Math.min(number(schema['maximum'], 500), 500) })
      .map(String);
  if (typeof pattern === 'string') return matching(schema);
  const [least, most] = [number(schema['minLength'], 0), Math.min(number(schema['maxLength'], 30), 30)];
  return fc.oneof(
    fc.string({ unit: 'grapheme', minLength: Math.max(1, least), maxLength: Math.max(1, most) }),
    fc.constantFrom('lamp', 'the "harbour', '-letter', '*', '(', 'person:x AND'),
  );
}

const matching = ({ pattern }: JsonSchema): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(String(pattern)), { size: 'small' });

/** Values that a parameter cannot have, and more of them than it may have. */
function wrongValues({ schema, isInPath }: Parameter): readonly (readonly string[])[] {
  const isMany = schema['type'] === 'array';
  const one = isMany ? schemaIn(schema['items']) : schema;
  const values = wrongOnes(one, isInPath).map((value): readonly string[] => [value]);
  if (isInPath) return values;
  const most = number(schema['maxItems'], 50);
  const right = rightEnough(one);
  return [...values, isMany ? Array.from({ length: most + 1 }, () => right) : [right, right]];
}

const rightEnough = (schema: JsonSchema): string =>
  strings(schema['enum'])[0] ??
  (schema['type'] === 'integer' ? '1' : schema['type'] === 'boolean' ? 'true' : 'a');

function wrongOnes(schema: JsonSchema, isInPath: boolean): readonly string[] {
  const { type, enum: values, pattern } = schema;
  if (Array.isArray(values)) return ['no-such-value', 'NONE', '%00'];
  if (type === 'boolean') return ['1', 'TRUE', 'yes'];
  if (type === 'integer') {
    const above = typeof schema['maximum'] === 'number' ? [String(schema['maximum'] + 1)] : [];
    return [
      'x',
      '1.5',
      '1e3',
      '٣',
      '99999999999999999999',
      String(number(schema['minimum'], 0) - 1),
      ...above,
    ];
  }
  if (typeof pattern === 'string')
    return ['!!', '<script>', 'x'.repeat(2000), '/', ...(isInPath ? [] : [' '])].filter(
      (value) => !new RegExp(pattern).test(value) && !(isInPath && value === '/'),
    );
  const tooLong = typeof schema['maxLength'] === 'number' ? ['x'.repeat(schema['maxLength'] + 1)] : [];
  const tooShort = number(schema['minLength'], 0) > 0 && !isInPath ? [''] : [];
  return [...tooLong, ...tooShort];
}
