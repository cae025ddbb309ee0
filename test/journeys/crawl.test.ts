import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { anchorsOf, crawl, type Answered } from '../support/crawl.ts';
import { sampleArchive, suiteCleanup } from '../support/temp-archive.ts';

/** Addresses without end: of each question there is another, of each pair of documents, of each stretch of years. */
const ENDLESS =
  /^(?:\/search[.?]|\/quote\?|\/document\/[^/]+\/(?:v\/\d+\/)?(?:cite|compare|check)(?:\/|$)|.*\/(?:people|organizations|places|subjects|map)\/(?:[^/]+\/)*\d{4}(?:-\d{4})?(?:\/|$))/;
const attribute = (name: string, within: string): string =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(within)?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('the sample archive, walked by its links', () => {
  const answers: Answered[] = [];
  const cleanup = suiteCleanup(after);
  before(async () => {
    const { archive } = await sampleArchive(cleanup);
    const origin = archive.room.settings.address;
    for await (const answer of crawl((address) => archive.app.request(address), origin)) answers.push(answer);
  });

  test('is all of it: every kind of page is reached', () => {
    const kinds = new Set(answers.map(({ address }) => address.split(/[/?]/)[1]));
    const expected =
      'collections collection document people person organizations organization places place subjects subject terms term events event repositories repository source search new types languages timeline map about rights help assets'.split(
        ' ',
      );
    assert.deepEqual(
      expected.filter((kind) => !kinds.has(kind)),
      [],
    );
  });

  test('has no dead link', () => {
    assert.deepEqual(
      answers
        .filter(({ status }) => status !== 200)
        .map(({ address, status, from }) => `${status} ${address} (from ${from})`),
      [],
    );
  });

  test('has no link to a place of a page that is not there', () => {
    const dead = answers.flatMap(({ address, mediaType, text }) => {
      if (!mediaType.startsWith('text/html')) return [];
      const { wanted, there } = anchorsOf(text);
      return wanted.filter((name) => !there.has(name)).map((name) => `${address}#${name}`);
    });
    assert.deepEqual(dead, []);
  });

  test('has a title, a description, a language and one heading of the first rank on every page', () => {
    for (const { address, mediaType, text } of answers) {
      if (!mediaType.startsWith('text/html')) continue;
      assert.match(text, /<html [^>]*lang="/, address);
      assert.match(text, /<title>[^<]+<\/title>/, address);
      if (!text.includes('<meta name="robots" content="noindex">'))
        assert.match(text, /<meta name="description" content="[^"]+/, address);
      assert.equal(text.match(/<h1[\s>]/g)?.length, 1, address);
    }
  });

  test('shows nothing that was not meant for people', () => {
    for (const { address, mediaType, text } of answers)
      if (mediaType.startsWith('text/html'))
        assert.doesNotMatch(text, /\[object |>undefined<|>null<|\bNaN\b|sha256:/, address);
  });

  test('invites robots to nothing that has no end, and has nothing of it kept', () => {
    const followed = new Set<string>();
    for (const { address, mediaType, text } of answers) {
      if (!mediaType.startsWith('text/html')) continue;
      if (ENDLESS.test(address)) {
        assert.doesNotMatch(text, /<link rel="canonical"/, address);
        continue;
      }
      for (const [, within = ''] of text.matchAll(/<a\s([^>]*)>/g)) {
        const href = attribute('href', within);
        const isFollowed = !attribute('rel', within).split(' ').includes('nofollow');
        if (ENDLESS.test(href) && isFollowed) followed.add(`${href} (from ${address})`);
      }
    }
    assert.deepEqual([...followed], []);
  });
});
