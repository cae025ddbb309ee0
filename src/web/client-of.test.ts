import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientOf } from './client-of.ts';

const CASES: readonly (readonly [remote: string, forwarded: string | null, proxies: number, key: string])[] =
  [
    ['203.0.113.7', null, 0, '203.0.113.7'],
    ['203.0.113.7', '198.51.100.4', 0, '203.0.113.7'],
    ['127.0.0.1', '198.51.100.4, 203.0.113.7', 1, '203.0.113.7'],
    ['127.0.0.1', '198.51.100.4, 203.0.113.7', 2, '198.51.100.4'],
    ['127.0.0.1', '203.0.113.7', 2, '203.0.113.7'],
    ['127.0.0.1', 'nobody', 1, '127.0.0.1'],
    ['127.0.0.1', '', 1, '127.0.0.1'],
    ['127.0.0.1', null, 1, '127.0.0.1'],
    ['127.0.0.1', '203.0.113.7:4711', 1, '203.0.113.7'],
    ['127.0.0.1', '[2001:db8::1]:4711', 1, '2001:db8:0:0::/64'],
    ['127.0.0.1', `${'x, '.repeat(50_000)}203.0.113.7`, 1, '203.0.113.7'],
    ['::ffff:203.0.113.7', null, 0, '203.0.113.7'],
    ['2001:db8:1:2:3::9', null, 0, '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2:ffff::', null, 0, '2001:db8:1:2::/64'],
    ['2001:db8::1', null, 0, '2001:db8:0:0::/64'],
    ['fe80::1%eth0', null, 0, 'fe80:0:0:0::/64'],
    ['::1', null, 0, '0:0:0:0::/64'],
  ];

for (const [remote, forwarded, proxies, key] of CASES)
  test(`${remote}, ${(forwarded ?? 'nothing forwarded').slice(0, 40)}, ${proxies} proxies: ${key}`, () => {
    const headers = new Headers(forwarded === null ? {} : { 'x-forwarded-for': forwarded });
    assert.equal(clientOf(remote, headers, proxies).key, key);
  });

test('who asks from this machine or the house is near', () => {
  const near = (remote: string): boolean => clientOf(remote, new Headers()).isNear;
  for (const remote of [
    '127.0.0.1',
    '127.0.0.2',
    '::1',
    '::ffff:10.1.2.3',
    '192.168.1.7',
    'fd12::1',
    'fe80::1',
  ])
    assert.equal(near(remote), true, remote);
  for (const remote of ['203.0.113.7', '2001:db8::1', '172.15.0.1'])
    assert.equal(near(remote), false, remote);
});
