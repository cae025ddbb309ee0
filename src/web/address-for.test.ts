import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressFor } from './address-for.ts';

const HERE = 'http://127.0.0.1:4848';
const cases: readonly (readonly [says: string, own: string, asked: string, told: string])[] = [
  ['as the settings say', HERE, 'http://127.0.0.1:4848/x', HERE],
  ['another port of this machine', HERE, 'http://127.0.0.1:5000/x?y', 'http://127.0.0.1:5000'],
  ['this machine by its name', HERE, 'http://localhost:4848/', 'http://localhost:4848'],
  ['this machine, by IPv6', HERE, 'http://[::1]:4848/', 'http://[::1]:4848'],
  ['another machine of the house', HERE, 'http://192.168.1.7:4848/', 'http://192.168.1.7:4848'],
  ['and by IPv6', HERE, 'http://[fd12:3456::7]:4848/', 'http://[fd12:3456::7]:4848'],
  [
    'a folder on this machine',
    `${HERE}/papers`,
    'http://localhost:5000/papers/x',
    'http://localhost:5000/papers',
  ],
  ['a machine outside', HERE, 'http://8.8.8.8:4848/', HERE],
  ['a name from outside', HERE, 'http://papers.example/', HERE],
  ['a name that looks like this machine', HERE, 'http://127.0.0.1.evil.example/', HERE],
  ['a network that is not of the house', HERE, 'http://172.32.0.1/', HERE],
  ['a place on the web stays, behind a proxy', 'https://papers.example', HERE, 'https://papers.example'],
  ['and under another name', 'https://papers.example', 'https://evil.example/', 'https://papers.example'],
];

for (const [says, address, asked, told] of cases)
  test(says, () => assert.equal(addressFor({ address }, new URL(asked)), told));
