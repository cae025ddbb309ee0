import assert from 'node:assert/strict';
import { request as ask } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { listen } from '../../src/cli/listen.ts';
import type { OpenArchive } from '../../src/compose.ts';
import { emptyArchive, suiteCleanup } from '../support/temp-archive.ts';

const MANY = 10_000;
const LONG = 1_000_000;
/** What a box may be given, and what is said beside it. */
const QUERIES: readonly (readonly [says: string, q: string, said?: RegExp])[] = [
  ['a million characters without a space', 'a'.repeat(LONG), /longer than is read/],
  ['a million characters of words', 'harbour '.repeat(LONG / 8), /longer than is read/],
  ['ten thousand terms', Array.from({ length: MANY }, (_, at) => `w${at}`).join(' '), /longer than is read/],
  ['ten thousand brackets', `${'('.repeat(MANY)}tea${')'.repeat(MANY)}`, /more brackets/],
  ['brackets that never close', '((((((((((tea', /more brackets/],
  ['brackets that never opened', 'tea))))))))', /not understood/],
  ['quotation marks without end', '"""""""""tea'],
  ['a negation of negations', '-'.repeat(500)],
  ['negations alone', '-tea -(a OR b) -"c d"'],
  ['a storm of wildcards', Array.from({ length: 60 }, (_, at) => `*a${at}*`).join(' '), /begin with a sign/],
  ['stars and question marks', '*a* ?*?*?*b?* **** ????'],
  ['wildcards in near words', '"a* *b"~999'],
  ['half a pair of surrogates', 'tea \ud800 \udc00 x\ud83d'],
  ['bidirectional controls', '\u202etea\u202c \u2066box\u2069 \u200f183'],
  ['marks upon marks', `a${'\u0301'.repeat(2000)}`],
  ['ligatures that unfold', '\ufdfa'.repeat(1500)],
  ['zeros and controls', 'tea\u0000\u0007\u001b[31m\u007f'],
  ['a day that is none', 'date:1945-02-30 tea', /no such day/],
  ['another', 'date:31 Feb 1945', /no such day/],
  ['an unknown field', 'colour:red constructor:x __proto__:y', /no field/],
  ['a field without a value', 'person: title: date: id:'],
  ['markup', '<script>alert(1)</script> "><img src=x onerror=alert(1)>'],
  ['a statement', `'; DROP TABLE words; -- NEAR( AND OR NOT`],
  ['references without end', 'f. 1, op. 2, d. 3; '.repeat(100)],
  ['names without end', Array.from({ length: 64 }, (_, at) => `person:n${at}`).join(' OR ')],
];
/** Of filters in the address. */
const FILTERS: readonly (readonly [says: string, address: string, said?: RegExp])[] = [
  ['a date that is none', 'date=1945-13', /no such day/],
  ['a date in words', 'date=July+1945..March+1946'],
  ['no date at all', 'date=sometime', /not understood/],
  ['a filter of a million characters', `title=${'a+'.repeat(LONG / 2)}`, /longer than is read/],
  [
    'a thousand filters',
    Array.from({ length: 1000 }, (_, at) => `person=p${at}`).join('&'),
    /longer than is read/,
  ],
  ['a thousand text filters', Array.from({ length: 1000 }, (_, at) => `text=t${at}`).join('&')],
  ['a page beyond all', 'q=tea&page=999999'],
  ['a page that is no number', 'q=tea&page=-1e9'],
  ['bytes that are no text', 'q=%ff%fe%ED%A0%80'],
];
const FORMS = ['', '.json', '.csv', '.ris', '.atom'];
const addressOf = (form: string, query: string): string => `/search${form}?${query}`;

describe('whatever is asked, there is an answer, and what was not understood is said', () => {
  const cleanup = suiteCleanup(after);
  let archive: OpenArchive;
  before(async () => {
    ({ archive } = await emptyArchive(cleanup));
  });
  const asked: typeof FILTERS = [
    ...QUERIES.map(([says, q, said]) => {
      const query = new URLSearchParams({ q }).toString();
      return said === undefined ? ([says, query] as const) : ([says, query, said] as const);
    }),
    ...FILTERS,
  ];
  for (const [says, query, said] of asked)
    test(says, async () => {
      for (const form of FORMS) {
        const response = await archive.app.request(addressOf(form, query));
        const body = await response.text();
        const isBeyond = query.includes('page=999999') && response.status === 404;
        assert.ok(response.status === 200 || isBeyond, `${form} ${response.status}: ${body.slice(0, 200)}`);
        if (form === '.json') JSON.parse(body);
        if (form !== '') continue;
        assert.match(body, said ?? /<h1/);
        assert.doesNotMatch(body, /<script>alert|<img src=x/);
        assert.ok(body.length < 200_000, `${body.length}`);
      }
    });

  test('an address longer than anything is refused with a page that says so', async () => {
    const response = await archive.app.request(addressOf('', `q=${'a'.repeat(5_000_000)}`));
    assert.equal(response.status, 400);
    assert.match(await response.text(), /<h1/);
  });
});

test('over the wire too: what is read is answered, what is not is refused in words', async (t) => {
  const cleanup = suiteCleanup(after);
  const { archive } = await emptyArchive(cleanup);
  const server = await listen(archive.app, '127.0.0.1', 0);
  t.after(() => server.close());
  const get = (path: string): Promise<{ readonly status: number; readonly body: string }> =>
    new Promise((resolve, reject) => {
      const sent = ask({ host: '127.0.0.1', port: server.port, path, agent: false }, (answer) => {
        let body = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (body += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      });
      sent.on('error', reject);
      sent.end();
    });
  const chinese = await get(addressOf('', new URLSearchParams({ q: '协定'.repeat(990) }).toString()));
  assert.equal(chinese.status, 200);
  const long = await get(addressOf('', `q=${'a'.repeat(LONG)}`));
  assert.equal(long.status, 431);
  assert.match(long.body, /at most 2,000 characters/);
});
