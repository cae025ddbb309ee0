import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Problem } from '../../core/problem.ts';
import { createXmlReader, MAX_DEPTH, MAX_BROKEN } from './xml-reader.ts';

interface Heard {
  readonly marks: string[];
  readonly problems: Problem[];
}

function hear(xml: string, chunk = xml.length): Heard {
  const marks: string[] = [];
  const problems: Problem[] = [];
  const reader = createXmlReader('a.xml', {
    open: (name, attributes) => marks.push(`<${name}${Object.keys(attributes).join(' ')}`),
    close: (name) => marks.push(`/${name}`),
    text: (text) => marks.push(text),
    problem: (one) => problems.push(one),
  });
  for (let at = 0; at < xml.length; at += chunk) reader.write(xml.slice(at, at + chunk));
  reader.end();
  return { marks, problems };
}

const said = ({ problems }: Heard): string[] =>
  problems.map((one) => `${one.code} ${one.value ?? ''}`.trim());

test('elements, attributes and text come in order, in chunks of any size', () => {
  const xml = '<a><b c="1">é &amp; x</b> y<d/></a>';
  const whole = hear(xml).marks;
  assert.deepEqual(whole, ['<a', '<bc', 'é & x', '/b', ' y', '<d', '/d', '/a']);
  assert.equal(hear(xml, 3).marks.join(''), whole.join(''));
});

test('the prefix of the root’s own namespace is taken off, another stays', () => {
  const xml = '<TEI xmlns="t" xmlns:tei="t" xmlns:frus="f"><tei:date/><frus:attachment/></TEI>';
  assert.deepEqual(
    hear(xml)
      .marks.filter((mark) => mark.startsWith('<'))
      .slice(1),
    ['<date', '<frus:attachment'],
  );
  assert.ok(hear('<x:TEI xmlns:x="t"><x:p/></x:TEI>').marks.includes('<p'));
});

test('the character entities of HTML are read without a declaration', () => {
  assert.deepEqual(hear('<a>&eacute;&mdash;&Omega;&nbsp;</a>').marks[1], 'é—Ω\u00a0');
  assert.deepEqual(hear('<a>&eacute;</a>').problems, []);
});

test('an entity that nobody knows stays as written and is said once', () => {
  const heard = hear('<a>&who; &who;</a>');
  assert.equal(heard.marks[1], '&who; &who;');
  assert.deepEqual(said(heard), ['xml-entity-unknown &who;']);
});

test('an entity bomb is refused: nothing is expanded', () => {
  const lines = [
    '<!ENTITY a "ha">',
    ...Array.from({ length: 9 }, (_, n) => `<!ENTITY b${n} "&a;&a;&a;&a;&a;&a;&a;&a;">`),
  ];
  const heard = hear(`<!DOCTYPE x [${lines.join('')}]><x>&b8;</x>`);
  assert.equal(heard.marks[1], '&b8;');
  assert.equal(heard.problems.filter((one) => one.code === 'xml-entity-refused').length, 10);
});

test('an external entity is refused: nothing is opened', () => {
  const heard = hear(
    '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://a/b">]><x>&f;</x>',
  );
  assert.equal(heard.marks[1], '&f;');
  assert.deepEqual(said(heard).slice(1), ['xml-entity-refused &f;', 'xml-entity-refused %p;']);
});

test('beyond the greatest depth tags are passed over and their text is kept', () => {
  const deep = MAX_DEPTH + 50;
  const heard = hear('<a>'.repeat(deep) + 'x' + '</a>'.repeat(deep));
  assert.equal(heard.marks.filter((mark) => mark === '<a').length, MAX_DEPTH);
  assert.ok(heard.marks.includes('x'));
  assert.deepEqual(said(heard), ['xml-too-deep a']);
});

test('what is broken has its line, and what follows is read', () => {
  const heard = hear('<a>\n<b>\n</c></b><d>x</d></a>');
  assert.equal(heard.problems[0]?.code, 'xml-broken');
  assert.equal(heard.problems[0]?.where.line, 3);
  assert.ok(heard.marks.includes('<d'));
});

test('a thousand broken places are counted, not all listed', () => {
  const heard = hear(`<a>${'</b>'.repeat(1000)}</a>`);
  assert.equal(heard.problems.length, MAX_BROKEN + 1);
  assert.ok(Number(heard.problems.at(-1)?.facts?.['count']) >= 1000);
});
