import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeText } from './decode.ts';
import { linesOf } from './lines.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function decode(bytes: Uint8Array, size = 5, declared?: string) {
  const text = decodeText(pieces(bytes, size), { name: 'a', ...(declared ? { declared } : {}) });
  const read = (await Array.fromAsync(text.chunks)).join('');
  return {
    read,
    codes: text.problems().map((one) => `${one.code}:${one.value ?? ''}`),
    problems: text.problems(),
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean, hasMark: boolean): Uint8Array => {
  const bytes = new Uint8Array((text.length + (hasMark ? 1 : 0)) * 2);
  const view = new DataView(bytes.buffer);
  [...(hasMark ? '\uFEFF' : ''), ...text].forEach((character, at) =>
    view.setUint16(at * 2, character.charCodeAt(0), isLittle),
  );
  return bytes;
};
/** Windows-1251 for the letters of the test. */
const cyrillic = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].map((character) => {
      const code = character.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );
const latin = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((character) => character.charCodeAt(0)));
const GB = Uint8Array.from([0xcb, 0xb9, 0xb4, 0xf3, 0xc1, 0xd6]);

const cases: readonly (readonly [
  name: string,
  bytes: Uint8Array,
  text: string,
  codes: readonly string[],
  declared?: string,
])[] = [
  ['UTF-8', utf8('Сталин, 斯大林'), 'Сталин, 斯大林', []],
  ['UTF-8 with its mark', utf8('\uFEFFСталин'), 'Сталин', []],
  ['nothing at all', new Uint8Array(0), '', []],
  ['UTF-16, little end first', utf16('Сталин a', true, true), 'Сталин a', []],
  ['UTF-16, big end first', utf16('Сталин a', false, true), 'Сталин a', []],
  ['UTF-16 without a mark', utf16('title,date', true, false), 'title,date', []],
  ['UTF-16 without a mark, big end first', utf16('title,date', false, false), 'title,date', []],
  [
    'XML that says Windows-1251',
    cyrillic('<?xml version="1.0" encoding="windows-1251"?><a>Сталин</a>'),
    '<?xml version="1.0" encoding="windows-1251"?><a>Сталин</a>',
    [],
  ],
  [
    'XML that says UTF-16 and is plain',
    utf8('<?xml version="1.0" encoding="UTF-16"?><a/>'),
    '<?xml version="1.0" encoding="UTF-16"?><a/>',
    [],
  ],
  ['GB18030 by declaration', GB, '斯大林', [], 'gb18030'],
  ['Windows-1252 by declaration', latin('\u0093caf\u00e9\u0094'), '“café”', [], 'windows-1252'],
  [
    'Windows-1251 that nobody declared',
    cyrillic('title\nСталин и Мао'),
    'title\nСталин и Мао',
    ['encoding-guessed:windows-1251'],
  ],
  [
    'Windows-1252 that nobody declared',
    latin('title\ncaf\u00e9 fran\u00e7ais'),
    'title\ncafé français',
    ['encoding-guessed:windows-1252'],
  ],
  [
    'Windows-1252 whose last byte shows it',
    latin('title\ncaf\u00e9'),
    'title\ncafé',
    ['encoding-guessed:windows-1252'],
  ],
  [
    'XML that says UTF-8 and is Windows-1251',
    cyrillic('<?xml version="1.0" encoding="utf-8"?><a>Сталин</a>'),
    '<?xml version="1.0" encoding="utf-8"?><a>Сталин</a>',
    ['encoding-wrong:windows-1251'],
  ],
  ['an encoding that is none', utf8('a'), 'a', ['encoding-wrong:martian'], 'martian'],
];
for (const [name, bytes, text, codes, declared] of cases)
  test(`${name}, whatever the chunks`, async () => {
    for (const size of [1, 2, 3, 7, 5000]) {
      const decoded = await decode(bytes, size, declared);
      assert.equal(decoded.read, text);
      assert.deepEqual(decoded.codes, codes);
    }
  });

test('damage in the middle of UTF-8 is named by its line, and the rest is read', async () => {
  const padding = utf8(`é${'a'.repeat(5000)}\n`);
  const bytes = Uint8Array.from([...padding, 0xff, ...utf8('rest')]);
  const { read, problems } = await decode(bytes, 1000);
  assert.ok(read.endsWith('\uFFFDrest'));
  assert.deepEqual(
    problems.map((one) => [one.code, one.where.line]),
    [['encoding-wrong', 2]],
  );
});

test('damage after letters of UTF-8 is damage, and no other encoding, however small the file', async () => {
  const bytes = Uint8Array.from([...utf8('Der dämmernde Tag\n'), 0xff, ...utf8(' späte Stunde')]);
  for (const size of [1, 7, 5000]) {
    const { read, problems } = await decode(bytes, size);
    assert.equal(read, 'Der dämmernde Tag\n\uFFFD späte Stunde');
    assert.deepEqual(
      problems.map((one) => [one.code, one.where.line]),
      [['encoding-wrong', 2]],
    );
  }
});

test('text is in NFC wherever a chunk ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.constantFrom('e', '\u0301', '\u0323', 'ᄒ', 'ᅡ', 'ᆫ', '한', 'я', '😀', '\u0308', 'a', '\n'),
      ),
      fc.integer({ min: 1, max: 9 }),
      async (letters, size) => {
        const text = `é${letters.join('')}`;
        assert.equal((await decode(utf8(text), size)).read, text.normalize('NFC'));
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});

async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

test('lines end as in any system, whatever the chunks', async () => {
  for (const size of [1, 2, 3, 100]) {
    const lines = await Array.fromAsync(linesOf(cut('a\r\nb\n\nc\rd', size)));
    assert.deepEqual(
      lines.map((line) => (line.kind === 'line' ? line.text : line.kind)),
      ['a', 'b', '', 'c', 'd'],
    );
  }
});

test('a line of 100 MB is said and passed over, and nothing of it is held', async () => {
  async function* chunks(): AsyncGenerator<string> {
    yield 'a\n';
    const piece = 'x'.repeat(1_000_000);
    for (let count = 0; count < 100; count++) yield piece;
    yield '\nb\n';
  }
  const lines = await Array.fromAsync(linesOf(chunks(), 10_000_000));
  assert.deepEqual(lines, [
    { kind: 'line', number: 1, text: 'a' },
    { kind: 'too-long', number: 2 },
    { kind: 'line', number: 3, text: 'b' },
  ]);
});
