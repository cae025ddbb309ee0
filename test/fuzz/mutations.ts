import fc from 'fast-check';

/** What breaks readers: ends, quotes, brackets, bytes of other encodings, marks of zips, numbers too large. */
const TOKENS = [
  '',
  '\0',
  '"',
  '""',
  "'",
  ',',
  ';',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '---\n',
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '<!DOCTYPE a [<!ENTITY b "&b;">]>',
  '&',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '&b;',
  '{',
  '}',
  '[',
  ']',
  '[[',
  '\\',
  '\\u0000',
  '\\ud800',
  '#',
  '*',
  '_',
  '`',
  '![',
  '](',
  'javascript:',
  '../',
  '\u202e',
  '\ufeff',
  '\u0000',
  '\ud83d\ude00',
  '-1',
  '1e999',
  '9999999999999999',
  '1994-02-30',
  '0000-00-00',
  'null',
  '__proto__',
  'constructor',
] as const;

/** One change to bytes: a piece cut out, doubled or moved, a byte altered, a token put in. */
type Mutation =
  | { readonly kind: 'cut' | 'double'; readonly at: number; readonly length: number }
  | { readonly kind: 'alter'; readonly at: number; readonly byte: number }
  | { readonly kind: 'insert'; readonly at: number; readonly token: string };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('cut' as const, 'double' as const), at: place, length: fc.nat(60) }),
  fc.record({ kind: fc.constant('alter' as const), at: place, byte: fc.nat(255) }),
  fc.record({ kind: fc.constant('insert' as const), at: place, token: fc.constantFrom(...TOKENS) }),
);

function mutate(bytes: Uint8Array, change: Mutation): Uint8Array {
  const at = Math.floor(change.at * bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (change.kind) {
    case 'cut':
      return Buffer.concat([before, after.subarray(change.length)]);
    case 'double':
      return Buffer.concat([before, after.subarray(0, change.length), after]);
    case 'alter':
      return Buffer.concat([before, Buffer.of(change.byte), after.subarray(1)]);
    case 'insert':
      return Buffer.concat([before, Buffer.from(change.token), after]);
  }
}

/** Bytes that were right once, with some changes. */
export const mutated = (seeds: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(fc.constantFrom(...seeds), fc.array(mutation, { minLength: 1, maxLength: 8 }))
    .map(([seed, changes]) => changes.reduce(mutate, seed));

/** Text made of the tokens alone. */
export const tokenText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...TOKENS), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));
