import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError } from './api-error.ts';
import { askJson, type AskOptions, type Had } from './ask.ts';

const URL_ASKED = 'https://archive.example/api/v1';
const json = (value: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(value), {
    ...init,
    headers: { 'content-type': 'application/json', ...Object.fromEntries(new Headers(init.headers)) },
  });
const problem = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: 'T', status, detail: 'D', problems: [] }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });

/** Answers one after the other; what was asked, and how long was waited. */
function archiveOf(...answers: readonly (Response | Error)[]) {
  const asked: Request[] = [];
  const waited: number[] = [];
  const left = [...answers];
  const options: AskOptions = {
    fetch: async (request) => {
      asked.push(request);
      const next = left.shift() ?? problem(500);
      if (next instanceof Error) throw next;
      return next;
    },
    wait: async (milliseconds) => void waited.push(milliseconds),
  };
  return { asked, waited, options };
}

const failing = async (options: AskOptions): Promise<ApiError> => {
  try {
    await askJson(URL_ASKED, options);
  } catch (failure) {
    if (failure instanceof ApiError) return failure;
    throw failure;
  }
  return assert.fail('it was answered');
};

test('an answer is its JSON', async () => {
  const { options, asked } = archiveOf(json({ name: 'Papers' }));
  assert.deepEqual(await askJson(URL_ASKED, { ...options, userAgent: 'tests' }), { name: 'Papers' });
  assert.equal(asked[0]?.headers.get('user-agent'), 'tests');
});

test('who is put off comes again when told', async () => {
  const { options, asked, waited } = archiveOf(
    problem(429, { 'retry-after': '3' }),
    problem(503, { 'retry-after': '1' }),
    json(1),
  );
  assert.equal(await askJson(URL_ASKED, options), 1);
  assert.deepEqual([asked.length, waited], [3, [3000, 1000]]);
});

test('without a time it waits longer each time, and not for ever', async () => {
  const { options, asked, waited } = archiveOf(...Array.from({ length: 9 }, () => problem(503)));
  const failure = await failing(options);
  assert.deepEqual([failure.kind, failure.status], ['unavailable', 503]);
  assert.deepEqual([asked.length, waited], [5, [500, 1000, 2000, 4000]]);
});

test('a wait that is too long is not waited for', async () => {
  const { options, waited } = archiveOf(problem(429, { 'retry-after': '3600' }), json(1));
  const failure = await failing(options);
  assert.deepEqual([failure.kind, failure.retryAfterSeconds, waited], ['too-many', 3600, []]);
});

test('a date says when, too', async () => {
  const { options } = archiveOf(problem(429, { 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' }));
  assert.ok(((await failing(options)).retryAfterSeconds ?? 0) > 60);
});

test('where nobody answers it asks again, then says why', async () => {
  const lost = new TypeError('no way there');
  assert.equal(await askJson(URL_ASKED, archiveOf(lost, json(7)).options), 7);
  const failure = await failing({ ...archiveOf(lost, lost).options, retries: 1 });
  assert.deepEqual([failure.kind, failure.status, failure.cause], ['unreachable', 0, lost]);
});

for (const [status, kind] of [
  [400, 'refused'],
  [404, 'unknown'],
  [410, 'gone'],
  [500, 'unavailable'],
] as const)
  test(`${status} is said at once: ${kind}`, async () => {
    const { options, asked } = archiveOf(problem(status), json(1));
    const failure = await failing(options);
    assert.deepEqual([failure.kind, failure.problem?.detail, asked.length], [kind, 'D', 1]);
  });

test('an answer that is no problem details is an error all the same', async () => {
  const { options } = archiveOf(new Response('<h1>Not here</h1>', { status: 404 }));
  const failure = await failing(options);
  assert.deepEqual([failure.kind, failure.problem], ['unknown', undefined]);
});

test('what is kept is not sent again while it has not changed', async () => {
  const cache = new Map<string, Had>();
  const { options, asked } = archiveOf(
    json({ n: 1 }, { headers: { etag: 'W/"1"' } }),
    new Response(null, { status: 304 }),
  );
  assert.deepEqual(await askJson(URL_ASKED, { ...options, cache }), { n: 1 });
  assert.deepEqual(await askJson(URL_ASKED, { ...options, cache }), { n: 1 });
  assert.equal(asked[1]?.headers.get('if-none-match'), 'W/"1"');
});

test('what is no JSON, or ends before its time, is an error of the archive’s like any other', async () => {
  const page = archiveOf(new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }));
  assert.equal((await failing(page.options)).kind, 'unreachable');
  const broken = (): Response =>
    new Response(new ReadableStream({ start: (stream) => stream.error(new Error('reset')) }));
  const cut = archiveOf(broken(), json({ name: 'A' }));
  assert.deepEqual(await askJson(URL_ASKED, cut.options), { name: 'A' });
  assert.equal(cut.asked.length, 2);
});
