import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { asPublic } from '../../../test/support/as-public.ts';
import { readCataloguedDate } from '../../core/date/catalogued-date.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { parseLanguage, UNDETERMINED } from '../../core/language.ts';
import { documentWithTexts, sampleDocument, sampleId } from '../../core/record.samples.ts';
import type { Restriction } from '../../core/redaction.ts';
import { languageMap, plainText } from './language-map.ts';
import { rightsUri, type Viewing } from './viewing.ts';
import { fragmentOf } from './write-annotations.ts';
import { writeManifest } from './write-manifest.ts';

const ID = sampleId('document', 1);
const viewing: Viewing = {
  language: 'en',
  at: (...segments) => ['https://archive.example/iiif', ID, ...segments].join('/'),
  imageAt: (rendition, page) => `https://archive.example/iiif/image/${ID}-${rendition}-${page}`,
  homepage: `https://archive.example/document/${ID}`,
  archive: { name: 'Papers', address: 'https://archive.example' },
};
const NO_WORDS = { metadata: [], collections: [], renderings: [], data: [] };
const shape = z.looseObject({
  label: z.record(z.string(), z.array(z.string())),
  behavior: z.array(z.string()),
  viewingDirection: z.string().optional(),
  navDate: z.string().optional(),
  service: z.array(z.unknown()).optional(),
  items: z.array(z.looseObject({ annotations: z.array(z.unknown()).optional() })),
});

const manifestOf = (
  more: Partial<ArchiveDocument> = {},
  restrictions: readonly Restriction[] = [],
): z.infer<typeof shape> | undefined => {
  const record = { ...documentWithTexts('Words'), ...more };
  const made = writeManifest(asPublic(ID, record, restrictions), viewing, NO_WORDS);
  return made && shape.parse(made);
};

test('a document without pages has no manifest, nor one whose pages are held back', () => {
  const none = asPublic(ID, sampleDocument('Without pages'));
  assert.equal(writeManifest(none, viewing, NO_WORDS), undefined);
  const restriction: Restriction = {
    key: 'x1',
    scope: { kind: 'rendition', rendition: 's1' },
    reason: 'donor',
    words: 'Held back.',
    at: '2026-01-01T00:00:00Z',
    by: 'test',
  };
  assert.equal(manifestOf({}, [restriction]), undefined);
});

test('pages with words lead to them, and the document can be searched', () => {
  const made = manifestOf();
  assert.deepEqual(
    made?.items.map(({ annotations }) => annotations?.length),
    [1, undefined],
  );
  assert.equal(made?.service?.length, 1);
  assert.deepEqual(made?.behavior, ['paged']);
});

test('one without a title is called by its id', () =>
  assert.deepEqual(manifestOf({ titles: [] })?.label, { none: [ID] }));

test('what is written from right to left turns its pages so', () => {
  const inLanguage = (tag: string): string | undefined =>
    manifestOf({ languages: [parseLanguage(tag) ?? UNDETERMINED] })?.viewingDirection;
  assert.deepEqual(['ar', 'he-IL', 'en', 'und'].map(inLanguage), [
    'right-to-left',
    'right-to-left',
    undefined,
    undefined,
  ]);
});

const dates: readonly (readonly [words: string, navDate: string | undefined])[] = [
  ['July 2, 1945', '1945-07-02T00:00:00Z'],
  ['July, 1945', undefined],
  ['1945', undefined],
  ['undated', undefined],
];
for (const [words, navDate] of dates)
  test(`a document of "${words}" stands ${navDate === undefined ? 'on no day' : 'on its day'}`, () => {
    const date = readCataloguedDate('created', words);
    assert.equal(manifestOf({ dates: date ? [date] : [] })?.navDate, navDate);
  });

test('texts stand under their language, and what has none under "none"', () =>
  assert.deepEqual(
    languageMap([
      { text: 'Brief', lang: 'de' },
      { text: 'Letter', lang: 'en' },
      { text: 'Schreiben', lang: 'de' },
      { text: '?', lang: 'und' },
      { text: '!' },
    ]),
    { de: ['Brief', 'Schreiben'], en: ['Letter'], none: ['?', '!'] },
  ));

test('a text that a viewer would take for markup is told as text', () => {
  const cases = { 'a < b': 'a < b', '<i>x</i>': '<span>&lt;i&gt;x&lt;/i&gt;</span>', 'R&D': 'R&D' };
  for (const [text, told] of Object.entries(cases)) assert.equal(plainText(text), told);
});

test('rights are told by the address that viewers know, others not at all', () => {
  const cases: readonly (readonly [string | undefined, string | undefined])[] = [
    ['https://creativecommons.org/licenses/by/4.0/', 'http://creativecommons.org/licenses/by/4.0/'],
    ['http://rightsstatements.org/vocab/InC/1.0/', 'http://rightsstatements.org/vocab/InC/1.0/'],
    ['https://archive.example/terms', undefined],
    ['https://evil.example/creativecommons.org/', undefined],
    [undefined, undefined],
  ];
  for (const [uri, told] of cases) assert.equal(rightsUri(uri), told);
});

test('a fragment holds all of what it stands for, in whole pixels of the page', () => {
  assert.equal(fragmentOf({ x: 1.5, y: 2.2, w: 3, h: 4 }), '#xywh=1,2,4,5');
  assert.equal(fragmentOf({ x: -5, y: -5, w: 10, h: 5 }), '#xywh=0,0,5,1');
});
