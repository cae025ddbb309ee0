import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { ENDPOINTS } from '../../src/web/api/endpoints.ts';
import { schemasOfShapes, SHAPES } from '../../src/formats/api/shapes.ts';
import type { OpenArchive } from '../../src/compose.ts';
import { apiDescription } from '../../src/web/api/description.ts';
import { sampleArchive, suiteCleanup } from '../support/temp-archive.ts';
import { asking, valuesOf, type Operation } from '../support/ask-description.ts';

const DESCRIBED = apiDescription({ name: 'Papers', address: 'https://archive.example' }, 'strict');

test('the description is OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate({
    ...apiDescription({ name: 'P', address: 'https://a.example' }),
  });
  assert.equal(valid, true, JSON.stringify(errors));
  assert.equal(validator.version, '3.1');
});

test('every operation has a name of its own, and every answer a shape that is described', () => {
  const names = ENDPOINTS.map(({ operation }) => operation);
  assert.equal(new Set(names).size, names.length);
  const shapes = new Set(Object.values(SHAPES));
  assert.deepEqual(
    ENDPOINTS.filter(({ answer }) => !shapes.has(answer)).map(({ path }) => path),
    [],
  );
  assert.deepEqual(Object.keys(schemasOfShapes()).sort(), Object.keys(SHAPES).sort());
});

test('what is described says what it is', () => {
  const silent = ENDPOINTS.flatMap(({ operation, parameters }) =>
    Object.entries(parameters)
      .filter(([, parameter]) => parameter.description === undefined && parameter.meta()?.title === undefined)
      .map(([name]) => `${operation} ${name}`),
  );
  assert.deepEqual(silent, []);
});

describe('the API, asked from its own description', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema({ $id: 'https://archive.example/api', ...DESCRIBED });
  const shapeOf = (name: string) => ajv.getSchema(`https://archive.example/api#/components/schemas/${name}`);
  const cleanup = suiteCleanup(after);
  let archive: OpenArchive;
  let values: ReturnType<typeof valuesOf>;
  before(async () => {
    ({ archive } = await sampleArchive(cleanup));
    values = valuesOf(await jsonAt('/api/v1/documents?limit=200'));
  });
  const operations: readonly Operation[] = ENDPOINTS.filter(({ method }) => method === 'GET');

  const jsonAt = async (address: string): Promise<unknown> => (await archive.app.request(address)).json();

  async function isAsDescribed(address: string, shape: string): Promise<number> {
    const answer = await archive.app.request(address);
    const text = await answer.text();
    const where = `${answer.status} ${address}\n${text.slice(0, 400)}`;
    if (answer.status === 301) return 301;
    const isGood = answer.status === 200;
    assert.equal(
      answer.headers.get('content-type')?.split(';')[0],
      isGood ? 'application/json' : 'application/problem+json',
      where,
    );
    assert.equal(answer.headers.get('access-control-allow-origin'), '*', where);
    const check = shapeOf(isGood ? shape : 'Problem');
    assert.ok(check, shape);
    assert.ok(
      check(JSON.parse(text)),
      `${where}\n${JSON.stringify(check.errors?.slice(0, 4), undefined, 1)}`,
    );
    return answer.status;
  }

  for (const operation of operations) {
    const { path, name, right, wrong } = asking(operation);
    test(`${path}: what is rightly asked is answered as described`, async () => {
      await fc.assert(
        fc.asyncProperty(
          right(() => values),
          async (address) => {
            const status = await isAsDescribed(address, name);
            assert.ok([200, 301, 404].includes(status), `${status} ${address}`);
          },
        ),
        { numRuns: 6, seed: 1945 },
      );
    });

    test(`${path}: what is wrongly asked is refused, and what is wrong is named`, async () => {
      await fc.assert(
        fc.asyncProperty(
          wrong(() => values),
          async ({ address, parameter }) => {
            assert.equal(await isAsDescribed(address, name), 400, address);
            const told: unknown = await jsonAt(address);
            assert.ok(JSON.stringify(told).includes(JSON.stringify(parameter)), `${parameter}: ${address}`);
          },
        ),
        { numRuns: 6, seed: 1945 },
      );
    });
  }
});
