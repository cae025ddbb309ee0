import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeReadingRoom } from '../../../test/support/fake-reading-room.ts';
import { ID } from '../../../test/support/fake-records.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { refused } from '../../core/result.ts';
import { createApp } from '../app.ts';

const ADDRESS = `https://archive.example/iiif/image/${ID.document}-s1-1/full/100,/0/default.jpg`;
const faults: readonly (readonly [code: Problem['code'], status: number, again: string | null])[] = [
  ['image-broken', 404, null],
  ['file-missing', 404, null],
  ['images-busy', 503, '2'],
  ['image-too-slow', 503, '2'],
];

for (const [code, status, again] of faults)
  test(`a picture that is not given for ${code} is answered with ${status}, in words, kept by nobody`, async () => {
    const room = { ...fakeReadingRoom(), picture: async () => refused(problem(code, {})) };
    const answer = await createApp(room, { mode: 'live' }).fetch(new Request(ADDRESS));
    assert.equal(answer.status, status);
    assert.equal(answer.headers.get('retry-after'), again);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8');
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.ok((await answer.text()).length > 10);
  });
