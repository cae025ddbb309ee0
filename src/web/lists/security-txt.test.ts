import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeRecords } from '../../../test/support/fake-records.ts';
import { fakeReadingRoom } from '../../../test/support/fake-reading-room.ts';
import { createApp } from '../app.ts';

test('faults are told to the address that the archive gives, for half a year', async () => {
  const app = createApp(fakeReadingRoom(), { mode: 'live' });
  const answer = await app.request('/.well-known/security.txt');
  assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8');
  assert.equal(
    await answer.text(),
    [
      'Contact: mailto:editors@archive.example',
      'Expires: 2026-11-28T12:00:00.000Z',
      'Preferred-Languages: en',
      'Canonical: https://archive.example/.well-known/security.txt',
      '',
    ].join('\n'),
  );
});

test('without an address there is nobody to tell', async () => {
  const app = createApp(fakeReadingRoom(fakeRecords, { contact: '' }), { mode: 'live' });
  const answer = await app.request('/.well-known/security.txt');
  assert.equal(answer.status, 404);
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
});
