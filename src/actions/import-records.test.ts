import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Agent } from '../core/agent.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import type { ArchiveDocument } from '../core/document.ts';
import { sourceKey, type Draft, type SourceKey } from '../core/draft.ts';
import { parseLanguage, UNDETERMINED } from '../core/language.ts';
import { importDrafts, memoryPorts, type MemoryPorts } from '../../test/support/memory-archive.ts';
import { merge, unmerge } from './merge-agents.ts';
import { withdraw } from './publish.ts';

const en = parseLanguage('en') ?? UNDETERMINED;

function documentDraft(name: string, more: Partial<ArchiveDocument<SourceKey>> = {}): Draft {
  const record: ArchiveDocument<SourceKey> = {
    ...BLANK_DOCUMENT,
    titles: [{ text: `Document ${name}`, lang: en, titleKind: 'supplied' }],
    languages: [en],
    ...more,
  };
  return { key: sourceKey('test', name), record, joins: 'whole' };
}

function personDraft(list: string, name: string, form: string, more: Partial<Agent> = {}): Draft {
  const record: Agent = {
    kind: 'agent',
    agentKind: 'person',
    identifiers: [],
    names: [{ form, kind: 'preferred', lang: en }],
    notes: [],
    links: [],
    attestations: [],
    ...more,
  };
  return { key: sourceKey('tei', `${list}#${name}`), record, joins: 'whole', maybeKnown: true };
}

const idOf = async (ports: MemoryPorts, key: string) => {
  const id = (await ports.records.find([key])).get(key);
  assert.ok(id, `${key} is here`);
  return id;
};
const standingOf = async (ports: MemoryPorts, key: string) => {
  const id = await idOf(ports, key);
  const standing = (await ports.records.standings([id])).get(id);
  assert.ok(standing);
  return standing;
};

test('what is imported twice is there once, and unchanged', async () => {
  const ports = memoryPorts();
  const first = await importDrafts(ports, [documentDraft('a'), documentDraft('b')]);
  const second = await importDrafts(ports, [documentDraft('a'), documentDraft('b')]);
  assert.deepEqual([first.created, first.unchanged, second.created, second.unchanged], [2, 0, 0, 2]);
  assert.equal((await standingOf(ports, 'test:a')).head, 1);
});

test('what differs becomes a new version, and only that', async () => {
  const ports = memoryPorts();
  await importDrafts(ports, [documentDraft('a'), documentDraft('b')]);
  const again = await importDrafts(ports, [documentDraft('a', { genre: 'Letter' }), documentDraft('b')]);
  assert.deepEqual([again.updated, again.unchanged], [1, 1]);
  assert.equal((await standingOf(ports, 'test:a')).head, 2);
  assert.equal((await standingOf(ports, 'test:b')).head, 1);
});

test('drafts are not public until told; published they are, once', async () => {
  const ports = memoryPorts();
  await importDrafts(ports, [documentDraft('a')]);
  assert.equal(await ports.records.lastChange(), 0);
  await importDrafts(ports, [documentDraft('a')], { isPublishing: true });
  await importDrafts(ports, [documentDraft('a')], { isPublishing: true });
  const standing = await standingOf(ports, 'test:a');
  assert.deepEqual([standing.state.kind, standing.editions.length], ['published', 1]);
});

test('a hand that was here since is met as a conflict, and nothing is lost', async () => {
  const ports = memoryPorts();
  await importDrafts(ports, [documentDraft('a')]);
  const standing = await standingOf(ports, 'test:a');
  const version = await ports.records.version(standing.id, 1);
  assert.ok(version?.record.kind === 'document');
  await ports.records.commit({
    at: ports.world.now(),
    by: 'editor',
    changes: [
      {
        id: standing.id,
        kind: 'document',
        expected: standing.revision,
        version: { record: { ...version.record, genre: 'by hand' } },
      },
    ],
  });
  const again = await importDrafts(ports, [documentDraft('a', { genre: 'by import' })]);
  assert.deepEqual(
    again.problems.map(({ code }) => code),
    ['version-conflict'],
  );
  const head = await ports.records.version(standing.id, (await standingOf(ports, 'test:a')).head);
  assert.equal(head?.record.kind === 'document' && head.record.genre, 'by hand');
});

test('references may come before what they refer to', async () => {
  const ports = memoryPorts();
  const run = await importDrafts(ports, [
    documentDraft('a', { related: [{ document: sourceKey('test', 'b'), relation: 'reply-to' }] }),
    documentDraft('b', { related: [{ document: sourceKey('test', 'a'), relation: 'related' }] }),
  ]);
  assert.deepEqual(run.problems, []);
  const [a, b] = [await idOf(ports, 'test:a'), await idOf(ports, 'test:b')];
  const record = (await ports.records.version(a, 1))?.record;
  assert.equal(record?.kind === 'document' && record.related[0]?.document, b);
});

test('a reference to what never comes is a problem, and the record goes in without it', async () => {
  const ports = memoryPorts();
  const run = await importDrafts(ports, [
    documentDraft('a', { subjects: [sourceKey('name:subject', 'nowhere')] }),
  ]);
  assert.deepEqual(
    run.problems.map(({ code, value }) => [code, value]),
    [['reference-unknown', 'name:subject:nowhere']],
  );
  assert.equal(run.created, 1);
});

test('one key twice in a run: the second is kept under a key of its own, and said', async () => {
  const ports = memoryPorts();
  const run = await importDrafts(ports, [documentDraft('a'), documentDraft('a', { genre: 'another' })]);
  assert.deepEqual(
    run.problems.map(({ code }) => code),
    ['id-twice'],
  );
  assert.equal(run.created, 2);
  await idOf(ports, 'test:a~2');
});

test('a name alone never replaces what is known of it', async () => {
  const ports = memoryPorts();
  await importDrafts(ports, [
    { ...personDraft('v1', 'p_1', 'Acheson, Dean'), key: sourceKey('name:person', 'acheson dean') },
  ]);
  const stub: Draft = {
    ...personDraft('v1', 'p_1', 'ACHESON'),
    key: sourceKey('name:person', 'acheson dean'),
    joins: 'stub',
  };
  const run = await importDrafts(ports, [stub]);
  assert.deepEqual([run.created, run.updated], [0, 0]);
});

test('a dry run writes nothing', async () => {
  const ports = memoryPorts();
  const run = await importDrafts(ports, [documentDraft('a')], { isDryRun: true, isPublishing: true });
  assert.equal(run.created, 1);
  assert.equal((await ports.records.find(['test:a'])).size, 0);
});

test('a withdrawn record stays withdrawn, whatever is imported', async () => {
  const ports = memoryPorts();
  await importDrafts(ports, [documentDraft('a')], { isPublishing: true });
  await withdraw(ports, await idOf(ports, 'test:a'), 'an error', { by: 'test' });
  const run = await importDrafts(ports, [documentDraft('a', { genre: 'again' })], { isPublishing: true });
  assert.deepEqual(
    run.problems.map(({ code }) => code),
    ['version-conflict'],
  );
  assert.equal((await standingOf(ports, 'test:a')).state.kind, 'withdrawn');
});

test('one person in two lists is one, with the reason kept; and can be parted again', async () => {
  const ports = memoryPorts();
  const note = { text: 'Secretary of State, 1949–1953', lang: en };
  await importDrafts(ports, [personDraft('v1', 'p_AD', 'Acheson, Dean G.', { notes: [note] })]);
  const run = await importDrafts(ports, [personDraft('v2', 'p_AD1', 'Acheson, Dean', { notes: [note] })]);
  assert.equal(run.merged, 1);
  const gone = await standingOf(ports, 'tei:v2#p_AD1');
  assert.ok(gone.state.kind === 'merged' && gone.state.reason.length > 0);
  assert.equal((await unmerge(ports, gone.id, { by: 'test' })).ok, true);
  assert.equal((await standingOf(ports, 'tei:v2#p_AD1')).state.kind, 'draft');
  const again = await importDrafts(ports, [personDraft('v2', 'p_AD1', 'Acheson, Dean', { notes: [note] })]);
  assert.equal(again.merged, 0, 'what a hand has parted stays parted');
});

test('two of one list are two, whatever their names', async () => {
  const ports = memoryPorts();
  const run = await importDrafts(ports, [
    personDraft('v1', 'p_1', 'Smith, John Paul'),
    personDraft('v1', 'p_2', 'Smith, John Paul'),
  ]);
  assert.equal(run.merged, 0);
});

test('a merge adds the names of the other to the one that stays, and parting takes them away', async () => {
  const ports = memoryPorts();
  await importDrafts(ports, [
    personDraft('v1', 'p_1', 'Soong, T. V.'),
    personDraft('v2', 'p_1', 'Song Ziwen'),
  ]);
  const [kept, gone] = [await idOf(ports, 'tei:v1#p_1'), await idOf(ports, 'tei:v2#p_1')];
  assert.equal((await merge(ports, kept, gone, 'the same man', { by: 'test' })).ok, true);
  const names = async () => {
    const head = (await ports.records.standings([kept])).get(kept)?.head ?? 0;
    const record = (await ports.records.version(kept, head))?.record;
    return record?.kind === 'agent' ? record.names.map(({ form }) => form) : [];
  };
  assert.deepEqual(await names(), ['Soong, T. V.', 'Song Ziwen']);
  await unmerge(ports, gone, { by: 'test' });
  assert.deepEqual(await names(), ['Soong, T. V.']);
});

test('who is certainly both of two that were kept apart makes them one', async () => {
  const ports = memoryPorts();
  const note = (text: string) => ({ notes: [{ text, lang: en }] });
  await importDrafts(ports, [personDraft('v1', 'p_1', 'Gromyko, Andrei', note('Soviet diplomat'))]);
  await importDrafts(ports, [
    personDraft('v2', 'p_1', 'Gromyko, Andrei A.', note('Foreign Minister of the Soviet Union')),
  ]);
  const run = await importDrafts(ports, [
    personDraft(
      'v3',
      'p_1',
      'Gromyko, Andrei A.',
      note('Soviet diplomat, later Foreign Minister of the Soviet Union'),
    ),
  ]);
  const open = (await ports.records.list({ kind: 'agent' }, undefined, 10)).filter(
    ({ state }) => state.kind !== 'merged',
  );
  assert.ok(run.merged > 0);
  assert.equal(open.length, 1);
});

test('where two of one list bear the name, nobody is chosen, and that is said', async () => {
  const ports = memoryPorts();
  const note = { notes: [{ text: 'Foreign Minister of the Soviet Union', lang: en }] };
  await importDrafts(ports, [
    personDraft('v1', 'p_1', 'Gromyko, Andrei A.', note),
    personDraft('v1', 'p_2', 'Gromyko, Andrei A.', note),
  ]);
  const run = await importDrafts(ports, [personDraft('v2', 'p_1', 'Gromyko, Andrei A.', note)]);
  assert.deepEqual([run.merged, run.problems.map(({ code }) => code)], [0, ['name-ambiguous']]);
});

test('a name alone is who bears exactly that name, however it is turned', async () => {
  const ports = memoryPorts();
  const stalin = personDraft('v1', 'p_1', 'Stalin, I. V.', {
    names: [
      { form: 'Stalin, I. V.', kind: 'preferred' },
      { form: 'Joseph Stalin', kind: 'variant' },
    ],
  });
  await importDrafts(ports, [stalin]);
  const stub = (form: string): Draft => ({
    ...personDraft('x', form, form),
    key: sourceKey('name', `person:${form}`),
    joins: 'stub',
  });
  const run = await importDrafts(ports, [
    stub('Stalin, Joseph'),
    documentDraft('a', {
      contributions: [
        { role: 'author', name: 'Stalin, Joseph', agent: sourceKey('name', 'person:Stalin, Joseph') },
      ],
    }),
  ]);
  assert.equal(run.created, 1);
  const record = (await ports.records.version(await idOf(ports, 'test:a'), 1))?.record;
  assert.equal(
    record?.kind === 'document' && record.contributions[0]?.agent,
    await idOf(ports, 'tei:v1#p_1'),
  );
});

test('a name alone that several bear is nobody of them, and that is said', async () => {
  const ports = memoryPorts();
  await importDrafts(ports, [
    personDraft('v1', 'p_1', 'Smith, John Paul'),
    personDraft('v1', 'p_2', 'Smith, John Paul'),
  ]);
  const stub: Draft = {
    ...personDraft('x', 'y', 'Smith, John Paul'),
    key: sourceKey('name', 'person:smith'),
    joins: 'stub',
    maybeKnown: false,
  };
  const run = await importDrafts(ports, [stub]);
  assert.deepEqual([run.created, run.problems.map(({ code }) => code)], [1, ['name-ambiguous']]);
});

/** Whom an import tells of, by their keys: those whose public form it altered. */
async function toldBy(
  ports: MemoryPorts,
  drafts: readonly Draft[],
  isPublishing = true,
): Promise<readonly string[]> {
  const before = await ports.records.lastChange();
  await importDrafts(ports, drafts, { isPublishing });
  const ids = [...new Set((await ports.records.changesSince(before, 100)).map(({ id }) => id))];
  const shown = await ports.records.latestEditions(ids, 'description');
  return ids.map((id) => shown.get(id)?.version?.record.identifiers[0]?.value ?? '').sort();
}

const collectionDraft = (name: string, ...parents: readonly string[]): Draft => ({
  key: sourceKey('test', name),
  record: {
    kind: 'collection',
    identifiers: [],
    description: [],
    seeAlso: [],
    curators: [],
    matter: [],
    rights: {},
    notes: [],
    attestations: [],
    titles: [{ text: name, lang: en, titleKind: 'supplied' }],
    parents: parents.map((parent) => ({ collection: sourceKey('test', parent), sequence: 1 })),
  },
  joins: 'whole',
});

const inCollection = (name: string): Partial<ArchiveDocument<SourceKey>> => ({
  collections: [{ collection: sourceKey('test', name), sequence: 1 }],
});

test('a collection that moves tells of all that is in it and below it', async () => {
  const ports = memoryPorts();
  const whole = [collectionDraft('one'), collectionDraft('two'), collectionDraft('part', 'one')];
  const below = [
    collectionDraft('leaf', 'part'),
    documentDraft('in-leaf', inCollection('leaf')),
    documentDraft('in-part', inCollection('part')),
    documentDraft('in-one', inCollection('one')),
  ];
  await importDrafts(ports, [...whole, ...below], { isPublishing: true });
  assert.deepEqual(await toldBy(ports, [collectionDraft('two'), collectionDraft('part', 'two')]), [
    'in-leaf',
    'in-part',
    'leaf',
    'part',
  ]);
});

test('what is published after those that refer to it tells of them', async () => {
  const ports = memoryPorts();
  await importDrafts(ports, [collectionDraft('one')]);
  const inOne = documentDraft('in-one', inCollection('one'));
  assert.deepEqual(await toldBy(ports, [inOne]), ['in-one']);
  assert.deepEqual(await toldBy(ports, [collectionDraft('one')]), ['in-one', 'one']);
});

test('a document with another title tells of those that name it', async () => {
  const ports = memoryPorts();
  const related = [{ document: sourceKey('test', 'a'), relation: 'related' }] as const;
  await importDrafts(ports, [documentDraft('a'), documentDraft('b', { related })], { isPublishing: true });
  assert.deepEqual(await toldBy(ports, [documentDraft('a', { genre: 'Letter' })]), ['a']);
  const titles = [{ text: 'Another', lang: en, titleKind: 'supplied' }] as const;
  assert.deepEqual(await toldBy(ports, [documentDraft('a', { titles })]), ['a', 'b']);
});
