import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseEdtf } from '../../core/date/edtf.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { makeId } from '../../core/id.ts';
import { parseLanguage, UNDETERMINED } from '../../core/language.ts';
import { viewFor, type PublicRecord } from '../../core/public-record.ts';
import type { Redaction } from '../../core/redaction.ts';
import { blockId, type Block, type Inline, type Note, type Text } from '../../core/text.ts';
import { readTei } from './read-tei.ts';
import { writeTei } from './write-tei.ts';

const lang = (tag: string) => parseLanguage(tag) ?? UNDETERMINED;

function documentWith(texts: readonly Text[], more: Partial<ArchiveDocument> = {}): ArchiveDocument {
  return {
    kind: 'document',
    identifiers: [],
    titles: [{ text: 'A title', lang: lang('en'), titleKind: 'supplied' }],
    summaries: [],
    dates: [],
    contributions: [],
    subjects: [],
    places: [],
    languages: [lang('en')],
    marking: { handling: [] },
    numbers: [],
    source: {},
    rights: {},
    funders: [],
    releases: [],
    renditions: texts.map((text, at) =>
      at === 0
        ? { key: 't', kind: 'transcription', language: lang('ru'), text }
        : { key: `t-en-${at}`, kind: 'translation', language: lang('en'), of: 't', text },
    ),
    alignments: [],
    related: [],
    collections: [],
    mentions: [],
    holding: { kind: 'held' },
    attestations: [],
    ...more,
  };
}

const ID = makeId('document', 'k4m7q2zx');

function shown(record: ArchiveDocument): PublicRecord<ArchiveDocument> {
  const edition = { number: 1, version: 1, at: '2026-01-01T00:00:00Z', by: 'a hand' };
  const standing = {
    id: ID,
    kind: 'document',
    head: 1,
    editions: [edition],
    state: { kind: 'published' },
    restrictions: [],
    revision: 1,
  } as const;
  const view = viewFor(
    standing,
    { number: 1, at: edition.at, by: edition.by, record },
    edition,
    '2026-01-02',
  );
  if (view.kind !== 'public' || view.view.record.kind !== 'document') throw new Error('it is public');
  return { ...view.view, record: view.view.record };
}

async function readBack(xml: string): Promise<ArchiveDocument<string>> {
  const problems: unknown[] = [];
  const found: ArchiveDocument<string>[] = [];
  for await (const read of readTei({
    name: 'back.xml',
    chunks: (async function* () {
      yield xml;
    })(),
  })) {
    if (read.kind === 'problem') problems.push(read.problem);
    else if (read.draft.record.kind === 'document') found.push(read.draft.record);
  }
  assert.deepEqual(problems, []);
  const [only] = found;
  assert.ok(only);
  return only;
}

/** Words as texts at rest hold them: NFC, no bare white space doubled, none of XML's forbidden characters. */
const words = fc
  .stringMatching(/^[\p{L}\p{N}<>&"' .,;:[\]–—é中ع]{1,20}$/u)
  .map((text) => text.normalize('NFC'))
  .filter((text) => text !== '');

const redactions: fc.Arbitrary<Redaction> = fc.record(
  {
    words,
    withheldKind: words,
    extent: fc.record(
      { amount: fc.constantFrom(1, 1.5, 20), unit: fc.constantFrom('line', 'name', 'other') },
      { requiredKeys: ['amount', 'unit'], noNullPrototype: true },
    ),
    exemption: fc.constantFrom('(b)(1)', '3.3(b)(1)'),
  },
  { requiredKeys: ['words'], noNullPrototype: true },
);

interface Minting {
  n: number;
  readonly notes: Note[];
}

/** A seed for one text: made into blocks with ids in order, so that every text of the property is one that can be. */
type Seed = {
  readonly kind: number;
  readonly words: readonly string[];
  readonly redaction: Redaction;
  readonly flag: boolean;
  readonly within: readonly Seed[];
};
const seedsTo = (depth: number): fc.Arbitrary<Seed> =>
  fc.record({
    kind: fc.nat(13),
    words: fc.array(words, { minLength: 1, maxLength: 4 }),
    redaction: redactions,
    flag: fc.boolean(),
    within: depth === 0 ? fc.constant([]) : fc.array(seedsTo(depth - 1), { maxLength: 2 }),
  });
const seeds = seedsTo(2);

const STYLES = [
  'italic',
  'bold',
  'underline',
  'strikethrough',
  'small-caps',
  'superscript',
  'subscript',
  'spaced',
  'roman',
  'code',
] as const;
const MARKS = [
  'unclear',
  'supplied',
  'deleted',
  'added',
  'sic',
  'corrected',
  'abbreviation',
  'expansion',
  'gap',
  'hand',
] as const;

function inlineOf(seed: Seed, at: number, made: Minting, depth: number): Inline {
  const text = seed.words[at] ?? 'x';
  const content = [text];
  switch ((seed.kind + at * 5) % 14) {
    case 0:
      return { kind: 'emphasis', style: STYLES[text.length % STYLES.length] ?? 'italic', content };
    case 1:
      return seed.flag
        ? { kind: 'name', of: 'agent', key: 'k1', content }
        : { kind: 'name', of: 'place', content };
    case 2:
      return { kind: 'name', of: 'term', key: 't_1', content };
    case 3: {
      const date = parseEdtf(seed.flag ? '1945-07' : '195X');
      return date === undefined ? { kind: 'date', content } : { kind: 'date', date, content };
    }
    case 4:
      return { kind: 'link', to: { kind: 'web', url: 'https://example.org/?a=1&b=2' }, content };
    case 5:
      return {
        kind: 'link',
        to: { kind: 'number', number: '217', ...(seed.flag ? { from: 'New Delhi', to: 'A & B' } : {}) },
        content,
      };
    case 6:
      return {
        kind: 'link',
        to: { kind: 'identifier', identifier: 'tei:v 1#d2', ...(seed.flag ? { block: 'd2fn1' } : {}) },
        content,
      };
    case 7:
      return { kind: 'redaction', redaction: seed.redaction };
    case 8:
      return {
        kind: 'page-mark',
        page: { label: '4', ...(seed.flag ? { image: 'a b.tif', sourceId: 'pg_4' } : {}) },
      };
    case 9:
      return { kind: 'line-break' };
    case 10:
      return {
        kind: 'mark',
        mark: MARKS[text.length % MARKS.length] ?? 'sic',
        ...(seed.flag ? { note: 'another hand' } : {}),
        content: seed.flag ? content : [],
      };
    case 11:
      return { kind: 'span', lang: lang('ar'), ...(seed.flag ? { dir: 'rtl' } : {}), content };
    case 12:
      return depth > 2 ? text : noteOf(seed, made, depth);
    default:
      return text;
  }
}

function noteOf(seed: Seed, made: Minting, depth: number): Inline {
  const id = blockId(made.n++);
  const label = seed.flag ? '*' : String(made.notes.length + 1);
  const at = made.notes.length;
  const kinds = ['source', 'footnote', 'editorial', 'margin'] as const;
  const note = { id, label, noteKind: kinds[seed.words.length % 4] ?? 'footnote', blocks: [] };
  made.notes.push(note);
  made.notes[at] = { ...note, blocks: blocksOf(seed.within, made, depth + 1) };
  return { kind: 'note-mark', note: id, label };
}

function contentOf(seed: Seed, made: Minting, depth: number): Inline[] {
  const content: Inline[] = [];
  seed.words.forEach((_, at) => {
    const part = inlineOf(seed, at, made, depth);
    const last = content.at(-1);
    if (typeof part === 'string' && typeof last === 'string') content[content.length - 1] = last + part;
    else content.push(part);
  });
  return content;
}

function blockOf(seed: Seed, made: Minting, depth: number): Block {
  const id = blockId(made.n++);
  const base = {
    id,
    ...(seed.flag
      ? { lang: lang('ar'), dir: 'rtl' as const, sourceId: 's.1', place: 'center' as const }
      : {}),
  };
  switch (seed.kind) {
    case 0:
    case 1:
      return { ...base, kind: 'heading', level: seed.flag ? 1 : 3, content: contentOf(seed, made, depth) };
    case 2:
      return { ...base, kind: 'opener', content: contentOf(seed, made, depth) };
    case 3:
      return { ...base, kind: 'closer', content: contentOf(seed, made, depth) };
    case 4:
      return { ...base, kind: 'rule', content: seed.flag ? [] : ['* * *'] };
    case 5:
      return {
        ...base,
        kind: 'list',
        ordered: seed.flag,
        ...(seed.flag ? { caption: contentOf(seed, made, depth) } : {}),
        items: [{ ...(seed.flag ? {} : { label: ['1.'] }), blocks: blocksOf(seed.within, made, depth + 1) }],
      };
    case 6:
      return {
        ...base,
        kind: 'table',
        rows: [
          {
            isHeader: seed.flag,
            cells: [
              { content: contentOf(seed, made, depth), ...(seed.flag ? { columns: 2 } : { isHeader: true }) },
            ],
          },
        ],
      };
    case 7:
      return { ...base, kind: 'quote', blocks: blocksOf(seed.within, made, depth + 1) };
    case 8:
      return { ...base, kind: 'verse', lines: [contentOf(seed, made, depth), ['x']] };
    case 9:
      return {
        ...base,
        kind: 'figure',
        ...(seed.flag ? { file: 'f 1.tif', caption: contentOf(seed, made, depth) } : {}),
      };
    case 10:
      return {
        ...base,
        kind: 'part',
        role: seed.flag ? 'attachment' : 'second enclosure',
        blocks: blocksOf(seed.within, made, depth + 1),
      };
    case 11:
      return {
        id,
        kind: 'page-break',
        page: { label: 'IV', ...(seed.flag ? { image: 'x.jpg', sourceId: 'pg_IV' } : {}) },
      };
    case 12:
      return { id, ...(seed.flag ? { sourceId: 's.1' } : {}), kind: 'redaction', redaction: seed.redaction };
    default:
      return { ...base, kind: 'paragraph', content: contentOf(seed, made, depth) };
  }
}

const blocksOf = (some: readonly Seed[], made: Minting, depth: number): Block[] =>
  some.map((seed) => blockOf(seed, made, depth));

function textOf(some: readonly Seed[], first: number): { readonly text: Text; readonly next: number } {
  const made: Minting = { n: first, notes: [] };
  const blocks = blocksOf(some, made, 0);
  return { text: { blocks, notes: made.notes }, next: made.n };
}

test('a document that goes out as TEI reads back with equal texts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(seeds, { maxLength: 6 }),
      fc.array(seeds, { maxLength: 3 }),
      async (first, second) => {
        const one = textOf(first, 1);
        const two = textOf(second, one.next);
        const back = await readBack(writeTei(shown(documentWith([one.text, two.text]))));
        const texts = back.renditions.map((rendition) =>
          rendition.kind === 'facsimile' ? undefined : rendition.text,
        );
        assert.deepEqual(texts, [one.text, two.text]);
        assert.deepEqual(
          back.renditions.map((rendition) => rendition.key),
          ['t', 't-en-1'],
        );
      },
    ),
    { seed: 20261123, numRuns: 300 },
  );
});

test('the alignment of a translation goes out with its blocks and comes back', async () => {
  const paragraph = (n: number): Text => ({
    blocks: [{ id: blockId(n), kind: 'paragraph', content: [`no ${n}`] }],
    notes: [],
  });
  const links = [{ from: [blockId(1)], to: [blockId(2)], basis: 'given' }] as const;
  const record = documentWith([paragraph(1), paragraph(2)], {
    alignments: [{ from: 't', to: 't-en-1', links }],
  });
  const xml = writeTei(shown(record));
  assert.match(xml, /<p xml:id="b2" corresp="#b1">/);
  assert.deepEqual((await readBack(xml)).alignments, record.alignments);
});

test('texts that answer to each other without being translations come back so; a guess stays here', async () => {
  const one = (n: number): Text => ({
    blocks: [{ id: blockId(n), kind: 'paragraph', content: [`no ${n}`] }],
    notes: [],
  });
  const release = (key: string, n: number) =>
    ({ kind: 'transcription', key, language: parseLanguage('en') ?? UNDETERMINED, text: one(n) }) as const;
  const link = (from: number, to: number, basis: 'given' | 'guessed') =>
    ({ from: [blockId(from)], to: [blockId(to)], basis }) as const;
  const record = documentWith([], {
    renditions: [release('t-1', 1), release('t-2', 2), release('t-3', 3)],
    alignments: [
      { from: 't-1', to: 't-2', links: [link(1, 2, 'given')] },
      { from: 't-1', to: 't-3', links: [link(1, 3, 'guessed')] },
    ],
  });
  const back = await readBack(writeTei(shown(record)));
  assert.deepEqual(back.alignments, record.alignments.slice(0, 1));
});

test('what a name stands for goes out as its address and comes back as the record', async () => {
  const agent = makeId('agent', 'k4m7q2zx');
  const text: Text = {
    blocks: [
      {
        id: blockId(1),
        kind: 'paragraph',
        content: [{ kind: 'name', of: 'agent', key: 'x1', content: ['A. B.'] }],
      },
    ],
    notes: [],
  };
  const xml = writeTei(shown(documentWith([text], { mentions: [{ key: 'x1', to: agent }] })));
  assert.match(xml, new RegExp(`<persName key="x1" ref="${agent}">A. B.</persName>`));
  assert.deepEqual((await readBack(xml)).mentions, [{ key: 'x1', to: `id:${agent}` }]);
});

test('characters that XML cannot hold do not break the file', async () => {
  const text: Text = {
    blocks: [{ id: blockId(1), kind: 'paragraph', content: ['a\u0000b \ud800 <c> & "d"'] }],
    notes: [],
  };
  const back = await readBack(writeTei(shown(documentWith([text]))));
  const [rendition] = back.renditions;
  assert.ok(rendition?.kind === 'transcription');
  assert.deepEqual(rendition.text.blocks[0], {
    id: 'b1',
    kind: 'paragraph',
    content: ['a\ufffdb \ufffd <c> & "d"'],
  });
});

test('what is not held says so', () => {
  const record = documentWith([], {
    holding: { kind: 'not-held', reason: 'not-found', words: 'Not found in the files.' },
  });
  assert.match(writeTei(shown(record)), /<div type="not-held"><p>Not found in the files.<\/p><\/div>/);
});
