import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributes, escapeHtml, html, trusted, type Child } from './html.ts';

const HOSTILE = `"><script>alert('x')</script>&amp;`;
const SAFE = '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;';

test('values are written as text', () => {
  const cases: readonly [string, Child, string][] = [
    ['what could be markup is escaped', HOSTILE, SAFE],
    ['a number', 12, '12'],
    ['nothing for what is not there', undefined, ''],
    ['nothing for what does not hold', false, ''],
    ['zero is a number', 0, '0'],
    ['a list, one after another', ['a', html`<b>${'<'}</b>`, [1, null]], 'a<b>&lt;</b>1'],
    ['markup that was made safe stays', trusted('<i>x</i>'), '<i>x</i>'],
  ];
  for (const [says, value, expected] of cases)
    assert.equal(html`<p title="${says}">${value}</p>`.text, `<p title="${says}">${expected}</p>`, says);
});

test('a value in a quoted attribute cannot leave it', () => {
  assert.equal(
    html`<p title="a ${HOSTILE}" class='${HOSTILE}'>`.text,
    `<p title="a ${SAFE}" class='${SAFE}'>`,
  );
});

test('attributes are written by name, and left out when they do not hold', () => {
  assert.equal(
    html`<a${attributes({ href: '/a?b=1&c', lang: undefined, hidden: false, download: true })}>`.text,
    '<a href="/a?b=1&amp;c" download>',
  );
});

test('a value is refused where escaping could not protect', () => {
  const value = 'x';
  const cases: readonly [string, () => unknown][] = [
    ['as a tag name', () => html`<${value}>`],
    ['as an attribute without quotes', () => html`<p class=${value}></p>`],
    ['between attributes', () => html`<p ${value}></p>`],
    ['in a comment', () => html`<!-- ${value} -->`],
    ['in a script', () => html`<script>${value}</script>`],
    ['in a style', () => html`<style>${value}</style>`],
    ['in an event handler', () => html`<p onclick="go(${value})"></p>`],
    ['in a style attribute', () => html`<p style="width:${value}"></p>`],
    ['as a whole address', () => html`<a href="${value}"></a>`],
    ['an event handler by attributes', () => attributes({ onclick: value })],
    ['a style by attributes', () => attributes({ style: value })],
    ['an address that runs', () => attributes({ href: ' \u0001JaVaScript:alert(1)' })],
    ['an address of data', () => attributes({ src: 'data:text/html,x' })],
  ];
  for (const [says, make] of cases) assert.throws(make, TypeError, says);
});

test('text without markup is not copied', () => {
  assert.equal(escapeHtml('plain — Сталин'), 'plain — Сталин');
});

test('a long page is in pieces, which together say the same', () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `<li>${at} ↩</li>`);
  const list = trusted(...rows);
  assert.ok(list.begun.length > 1);
  const page = html`<ol>${[html`<li>${'<'}</li>`, list]}</ol>`;
  assert.equal(page.text, `<ol><li>&lt;</li>${rows.join('')}</ol>`);
  assert.equal(page.length, page.text.length);
  assert.equal(html`<div>${page}${list}</div>`.text, `<div>${page.text}${list.text}</div>`);
});
