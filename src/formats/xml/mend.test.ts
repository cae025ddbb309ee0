import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createMender, MAX_OPEN } from './mend.ts';

function mend(text: string, size = text.length): { readonly out: string; readonly said: string[] } {
  let out = '';
  const said: string[] = [];
  const mender = createMender({ pass: (piece) => (out += piece), mended: (what) => said.push(what) });
  for (let at = 0; at < text.length; at += size) mender.write(text.slice(at, at + size));
  mender.write('', true);
  return { out, said };
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['<a>b &amp; &#x41; &eacute;</a>', '<a>b &amp; &#x41; &eacute;</a>', []],
  ['a & b', 'a &amp; b', ['bare &']],
  ['a&', 'a&amp;', ['bare &']],
  ['AT&T; and R&D', 'AT&T; and R&amp;D', ['bare &']],
  ['<!-- a & b --> c', '<!-- a & b --> c', []],
  ['<![CDATA[a & b]]> c', '<![CDATA[a & b]]> c', []],
  ['x <!-- never <p>read</p>', 'x  never <p>read</p>', ['<!-- without -->']],
  ['x <![CDATA[ never', 'x  never', ['<![CDATA[ without ]]>']],
  ['1 < 2 <', '1 < 2 <', []],
];
for (const [text, out, said] of CASES)
  test(`"${text}"`, () => {
    assert.deepEqual(mend(text), { out, said });
    for (const size of [1, 2, 5]) assert.deepEqual(mend(text, size), { out, said }, `in pieces of ${size}`);
  });

test('a comment that does not end soon is taken as open, and the rest is read', () => {
  const text = `<a><!-- ${'x'.repeat(MAX_OPEN)}<p>rest</p></a>`;
  assert.equal(mend(text, 1 << 16).out, text.replace('<!--', ''));
});
