import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CslItem } from '../../core/citation/csl-item.ts';
import { writeBibtex } from './write-bibtex.ts';

/** Reads one entry by BibTeX's grammar: a type, a key, fields whose braces balance. */
function readEntry(text: string): ReadonlyMap<string, string> {
  const [, type = '', key = '', body = ''] = /^@(\w+)\{(\w+),\n([^]*)\n\}\n$/.exec(text) ?? [];
  const fields = new Map([
    ['type of entry', type],
    ['key', key],
  ]);
  for (const line of body.split(/,\n(?= {2}\w+ = )/)) {
    const [, name = '', value = ''] = /^ {2}(\w+) = (\w+|\{[^]*\})$/.exec(line) ?? [];
    assert.notEqual(name, '', `no field: ${line}`);
    let depth = 0;
    for (const [brace] of value.matchAll(/(?<!\\)[{}]/g)) {
      depth += brace === '{' ? 1 : -1;
      assert.ok(depth >= 0, line);
    }
    assert.equal(depth, 0, line);
    fields.set(name, value);
  }
  return fields;
}

const item: CslItem = {
  id: 'd00000001h',
  type: 'personal_communication',
  title: 'On 100% of {lamps} & oil_tanks \\ #1',
  author: [{ family: 'Falk', given: 'Henriette' }, { literal: 'Office of Lights and Harbours' }],
  recipient: [{ family: 'Bowen', given: 'Frank', suffix: 'Jr.' }],
  issued: { 'date-parts': [[1957, 12, 2]] },
  archive: 'State Archive',
  archive_location: 'Akte 112',
  URL: 'https://archive.example/document/d00000001h',
  note: 'one\ntwo',
};

test('an entry is read back as it was', () => {
  const fields = readEntry(writeBibtex([item]));
  const expected: Readonly<Record<string, string>> = {
    'type of entry': 'unpublished',
    key: 'd00000001h',
    title: '{{On 100\\% of \\{lamps\\} \\& oil\\_tanks \\textbackslash{} \\#1}}',
    author: '{Falk, Henriette and {Office of Lights and Harbours}}',
    recipient: '{Bowen, Jr., Frank}',
    date: '{1957-12-02}',
    year: '{1957}',
    month: 'dec',
    library: '{State Archive, Akte 112}',
    url: '{https://archive.example/document/d00000001h}',
    note: '{one; two}',
  };
  for (const [name, value] of Object.entries(expected)) assert.equal(fields.get(name), value, name);
});

const dates: readonly (readonly [CslItem['issued'], string | undefined, string | undefined])[] = [
  [{ 'date-parts': [[1953]], circa: true }, '{1953~}', '{1953}'],
  [{ 'date-parts': [[1947]], season: 2 }, '{1947-22}', '{1947}'],
  [
    {
      'date-parts': [
        [1945, 7],
        [1946, 2],
      ],
    },
    '{1945-07/1946-02}',
    '{1945--1946}',
  ],
  [{ literal: '196X' }, '{196X}', undefined],
  [{ literal: 'before 1979' }, undefined, '{before 1979}'],
  [undefined, undefined, undefined],
];
for (const [issued, date, year] of dates)
  test(`a date as BibLaTeX reads it: ${date ?? 'none'}`, () => {
    const { issued: _issued, ...rest } = item;
    const fields = readEntry(writeBibtex([issued === undefined ? rest : { ...rest, issued }]));
    assert.equal(fields.get('date'), date);
    assert.equal(fields.get('year'), year);
  });

test('a value cannot break out of its braces', () => {
  const title = '}} @book{x, title = {y\n}';
  const fields = readEntry(writeBibtex([{ ...item, title }]));
  assert.equal(fields.get('title'), '{{\\}\\} @book\\{x, title = \\{y \\}}}');
});
