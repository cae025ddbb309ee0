import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { openArchive, initArchive, type OpenArchive } from '../../src/compose.ts';
import { FACET_FIELDS } from '../../src/core/query.ts';
import { ROUTES } from '../../src/web/routes.ts';
import { ROOT } from '../support/source-files.ts';
import { tokenText } from './mutations.ts';
import { found, type Fuzzed } from './property.ts';

/** 405: GET at an address that only takes what is sent (`/mcp`). */
const ANSWERS = [200, 301, 302, 303, 400, 404, 405, 410, 501];
const MOST_BYTES = 4_000_000;

/** What stands in an address where nobody would put it. */
const ODD = [
  '%00',
  '%ff%fe',
  '%ED%A0%80',
  '%E2%80%AE',
  '%c0%ae%c0%ae',
  '..%2f..',
  '%2e%2e',
  '%',
  '%zz',
  '.json',
  '.tei',
  '-1',
  '0',
  '1e9',
  '99999999999999999999',
  '__proto__',
  'constructor',
  '~',
  '*',
  'a'.repeat(9000),
  '%F0%9F%98%80',
];

const segment = (ids: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...ids),
    fc.constantFrom(...ODD),
    fc.string({ maxLength: 8 }).map(encode),
    tokenText.map((text) => encode(text.slice(0, 40))),
  );

/** As a reader's program would write it, half characters made whole. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

const query = (ids: readonly string[]): fc.Arbitrary<string> => {
  const name = fc.oneof(
    fc.constantFrom('q', 'in', 'sort', 'page', 'date', 'title', 'text', ...FACET_FIELDS),
    fc.string({ maxLength: 5 }).map(encode),
  );
  const words = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'AND',
          'OR',
          'NOT',
          'NEAR/3',
          '(',
          ')',
          '"',
          '*',
          'lamp*',
          'date:1953..',
          'person:',
          '-',
          '^',
        ),
        tokenText.map((text) => text.slice(0, 30)),
      ),
      { maxLength: 8 },
    )
    .map((parts) => encode(parts.join(' ')));
  return fc
    .array(fc.tuple(name, fc.oneof(words, segment(ids))), { maxLength: 5 })
    .map((pairs) => (pairs.length === 0 ? '' : `?${pairs.map((pair) => pair.join('=')).join('&')}`));
};

/** Addresses near those there are, and far from them. */
const address = (ids: readonly string[]): fc.Arbitrary<string> => {
  const known = fc
    .tuple(
      fc.constantFrom(...ROUTES.map(({ path }) => path)),
      fc.array(segment(ids), { minLength: 4, maxLength: 4 }),
    )
    .map(([path, parts]) => parts.reduce((made, part) => made.replace(/:[a-z]+|\*/, () => part), path));
  const far = fc.array(segment(ids), { maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
  return fc.tuple(fc.oneof(known, known, far), query(ids)).map(([path, rest]) => path + rest);
};

async function smallArchive(folder: string): Promise<OpenArchive> {
  await mkdir(folder, { recursive: true });
  const settings = {
    name: 'Papers',
    motto: '',
    address: 'https://archive.example',
    languages: ['en'],
    timeZone: 'UTC',
  };
  await initArchive(folder, settings);
  const opened = await openArchive(folder, settings);
  if (!opened.ok) throw new Error(opened.problem.code);
  const inputs = join(ROOT, 'test/golden/tei/input/telegram-with-everything.xml');
  const asked = { by: 'test', format: 'auto', isPublishing: true, isDryRun: false };
  for await (const _ of opened.value.importPaths([inputs], asked)) continue;
  return opened.value;
}

let rounds = 0;

/** The whole site, with real records behind it. */
export function addresses(folder: string): Fuzzed {
  return {
    says: 'addresses: whatever is asked, the site answers within bounds, and never that it failed',
    check: async (options) => {
      const archive = await smallArchive(join(folder, `site-${rounds++}`));
      try {
        const ids: string[] = [];
        for await (const line of archive.publicLines()) ids.push(String(/"id":"(\w+)"/.exec(line)?.[1]));
        return await found(
          fc.asyncProperty(address(ids.slice(0, 40)), async (asked) => {
            if (!URL.canParse(asked, archive.room.settings.address)) return;
            const answer = await archive.app.request(asked);
            const { byteLength } = await answer.arrayBuffer();
            assert.ok(ANSWERS.includes(answer.status), `${answer.status}`);
            assert.ok(byteLength < MOST_BYTES, `${byteLength} bytes`);
          }),
          options,
        );
      } finally {
        await archive.close();
      }
    },
    runs: 150,
  };
}
