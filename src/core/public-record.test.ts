import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { ArchiveDocument } from './document.ts';
import { makeId } from './id.ts';
import { parseLanguage, UNDETERMINED } from './language.ts';
import type { Edition, LifecycleState, Standing, Version } from './lifecycle.ts';
import { viewFor } from './public-record.ts';
import type { ArchiveRecord } from './record.ts';
import type { Restriction } from './redaction.ts';
import { blockId, type Block } from './text.ts';

const id = makeId('document', 'k4m7q2zx');
const other = makeId('document', '00000001');
const en = parseLanguage('en') ?? UNDETERMINED;
const paragraph = (n: number, words: string): Block => ({
  kind: 'paragraph',
  id: blockId(n),
  content: [words],
});

const record: ArchiveDocument = {
  kind: 'document',
  identifiers: [],
  titles: [{ text: 'A title', lang: en, titleKind: 'supplied' }],
  summaries: [{ text: 'SUMMARY', lang: en }],
  dates: [],
  contributions: [{ role: 'author', name: 'AUTHOR' }],
  subjects: [],
  places: [],
  languages: [en],
  marking: { handling: [] },
  numbers: [{ numberKind: 'telegram', value: 'NUMBER' }],
  source: { verbatim: 'SOURCE' },
  rights: {},
  funders: [],
  releases: [],
  renditions: [
    {
      kind: 'facsimile',
      key: 's1',
      pages: [
        { label: '1', image: { digest: 'sha256:IMAGE', mediaType: 'image/png', widthPx: 1, heightPx: 1 } },
      ],
    },
    {
      kind: 'transcription',
      key: 't-en',
      language: en,
      file: { digest: 'sha256:ORIGINAL', name: 'o.xml', mediaType: 'text/xml' },
      text: {
        blocks: [paragraph(1, 'FIRST'), { kind: 'quote', id: blockId(2), blocks: [paragraph(3, 'INNER')] }],
        notes: [{ id: blockId(4), label: '1', noteKind: 'footnote', blocks: [paragraph(5, 'NOTE')] }],
      },
    },
  ],
  alignments: [],
  related: [],
  collections: [],
  mentions: [],
  holding: { kind: 'held' },
  attestations: [],
};
const version: Version<ArchiveRecord> = { number: 1, at: '2026-01-01T00:00:00Z', by: 'a', record };
const edition: Edition = { number: 1, version: 1, at: '2026-01-01T00:00:00Z', by: 'a' };
const standing = (
  state: LifecycleState,
  restrictions: readonly Restriction[] = [],
  editions: readonly Edition[] = [edition],
): Standing => ({
  id,
  kind: 'document',
  head: 1,
  editions,
  state,
  restrictions,
  revision: 1,
});
const restriction = (scope: Restriction['scope'], until?: string): Restriction => ({
  key: 'x1',
  scope,
  reason: 'living-person',
  words: 'a living person',
  at: '2026-01-01T00:00:00Z',
  by: 'a',
  ...(until ? { until } : {}),
});
const seen = (
  state: LifecycleState,
  restrictions?: readonly Restriction[],
  today = '2026-06-01',
): ReturnType<typeof viewFor> => viewFor(standing(state, restrictions), version, edition, today);
const words = (view: ReturnType<typeof viewFor>): string => JSON.stringify(view);

test('what was never published is as if unknown', () => {
  assert.deepEqual(viewFor(standing({ kind: 'draft' }, [], []), version, undefined, '2026-06-01'), {
    kind: 'unknown',
  });
});

test('what is published is public, whole', () => {
  const view = seen({ kind: 'published' });
  assert.equal(view.kind, 'public');
  for (const word of ['SUMMARY', 'FIRST', 'INNER', 'NOTE', 'IMAGE', 'ORIGINAL'])
    assert.match(words(view), new RegExp(word));
});

test('an embargo before the first reader is an unknown, one after is a gone with its day', () => {
  assert.deepEqual(seen({ kind: 'embargoed', until: '2030-01-01', wasPublic: false }), { kind: 'unknown' });
  assert.deepEqual(seen({ kind: 'embargoed', until: '2030-01-01', wasPublic: true }), {
    kind: 'gone',
    id,
    why: 'embargoed',
    until: '2030-01-01',
  });
});

test('an embargo ends on its day', () => {
  const state = { kind: 'embargoed', until: '2026-06-01', wasPublic: false } as const;
  assert.equal(seen(state, [], '2026-05-31').kind, 'unknown');
  assert.equal(seen(state, [], '2026-06-01').kind, 'public');
});

test('what is withdrawn says why, and what replaces it', () => {
  const state = {
    kind: 'withdrawn',
    reason: 'an error',
    at: '2026-05-01T00:00:00Z',
    by: 'a',
    replacedBy: other,
  } as const;
  assert.deepEqual(seen(state), {
    kind: 'withdrawn',
    id,
    reason: 'an error',
    at: '2026-05-01T00:00:00Z',
    replacedBy: other,
  });
});

test('what is withdrawn and never was public stays unknown', () => {
  const state = { kind: 'withdrawn', reason: 'an error', at: '2026-05-01T00:00:00Z', by: 'a' } as const;
  assert.deepEqual(viewFor(standing(state, [], []), version, undefined, '2026-06-01'), { kind: 'unknown' });
});

test('what was held back from its first day is an unknown, what was held back later a gone', () => {
  const whole = restriction({ kind: 'whole' });
  assert.equal(seen({ kind: 'published', wasPublic: false }, [whole]).kind, 'unknown');
  assert.equal(seen({ kind: 'published' }, [whole]).kind, 'gone');
  assert.equal(seen({ kind: 'published', wasPublic: false }).kind, 'public');
  assert.equal(seen({ kind: 'embargoed', until: '2026-06-01', wasPublic: false }, [whole]).kind, 'unknown');
  assert.equal(seen({ kind: 'embargoed', until: '2026-06-01', wasPublic: true }, [whole]).kind, 'gone');
  assert.equal(
    seen({ kind: 'merged', wasPublic: false, into: other, at: '', by: '', reason: '' }).kind,
    'unknown',
  );
});

test('what is merged leads to what it was merged into', () => {
  assert.deepEqual(seen({ kind: 'merged', into: other, at: '', by: '', reason: '' }), {
    kind: 'merged',
    into: other,
  });
});

test('a restriction of the whole is a gone with its reason, until its day', () => {
  assert.deepEqual(seen({ kind: 'published' }, [restriction({ kind: 'whole' }, '2027-01-01')]), {
    kind: 'gone',
    id,
    why: 'restricted',
    reason: 'living-person',
    until: '2027-01-01',
  });
  assert.equal(
    seen({ kind: 'published' }, [restriction({ kind: 'whole' }, '2027-01-01')], '2027-01-01').kind,
    'public',
  );
});

for (const [name, scope, gone, stays] of [
  [
    'a block',
    { kind: 'blocks', blocks: ['b1'] },
    ['FIRST', 'IMAGE', 'ORIGINAL'],
    ['INNER', 'NOTE', 'SUMMARY'],
  ],
  [
    'a block within a quotation',
    { kind: 'blocks', blocks: ['b3'] },
    ['INNER', 'IMAGE', 'ORIGINAL'],
    ['FIRST', 'NOTE'],
  ],
  ['a block within a note', { kind: 'blocks', blocks: ['b5'] }, ['NOTE', 'IMAGE'], ['FIRST']],
  ['a note', { kind: 'blocks', blocks: ['b4'] }, ['NOTE', 'IMAGE'], ['FIRST']],
  ['a rendition', { kind: 'rendition', rendition: 't-en' }, ['FIRST', 'ORIGINAL'], ['IMAGE', 'SUMMARY']],
  ['the summary', { kind: 'field', field: 'summary' }, ['SUMMARY'], ['FIRST']],
  ['who did what', { kind: 'field', field: 'contributions' }, ['AUTHOR'], ['FIRST']],
  ['the source', { kind: 'field', field: 'source' }, ['"SOURCE"'], ['FIRST']],
  ['its numbers', { kind: 'field', field: 'numbers' }, ['NUMBER'], ['FIRST']],
  ['its notes', { kind: 'field', field: 'notes' }, ['NOTE'], ['FIRST']],
] as const)
  test(`a restriction of ${name} takes it out, and says so`, () => {
    const view = seen({ kind: 'published' }, [restriction(scope)]);
    for (const word of gone) assert.doesNotMatch(words(view), new RegExp(word));
    for (const word of stays) assert.match(words(view), new RegExp(word));
    assert.equal(view.kind === 'public' && view.view.withheld[0]?.words, 'a living person');
  });

test('parts of a page are made black, and the file that they came in does not leave', () => {
  const regions = [{ x: 1, y: 2, w: 3, h: 4 }];
  const black = restriction({ kind: 'regions', rendition: 's1', page: 1, regions });
  const blackened = (restrictions: readonly Restriction[]): unknown => {
    const view = seen({ kind: 'published' }, restrictions);
    if (view.kind !== 'public' || view.view.record.kind !== 'document') return undefined;
    const scan = view.view.record.renditions.find((one) => one.kind === 'facsimile');
    return { file: scan?.file, black: scan?.pages[0]?.image.blackened };
  };
  assert.deepEqual(blackened([black]), { file: undefined, black: regions });
  const block = restriction({ kind: 'blocks', blocks: ['b1'] });
  assert.deepEqual(blackened([block]), { file: undefined, black: undefined });
  assert.deepEqual(blackened([block, black]), { file: undefined, black: regions });
});

test('a restriction whose day has come takes nothing out', () => {
  const view = seen({ kind: 'published' }, [restriction({ kind: 'blocks', blocks: ['b1'] }, '2026-06-01')]);
  assert.match(words(view), /FIRST/);
  assert.deepEqual(view.kind === 'public' && view.view.withheld, []);
});
