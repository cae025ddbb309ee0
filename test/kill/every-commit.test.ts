import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceKey, type Draft, type SourceKey } from '../../src/core/draft.ts';
import { parseLanguage, UNDETERMINED } from '../../src/core/language.ts';
import { sampleDocument, samplePerson, sampleText } from '../../src/core/record.samples.ts';
import type { RecordStore } from '../../src/ports/record-store.ts';
import { importDrafts, memoryPorts, type MemoryPorts } from '../support/memory-archive.ts';
import { assertSame, contentsOf } from './contents-of.ts';

const en = parseLanguage('en') ?? UNDETERMINED;

/** Two volumes that share their persons, the list of persons after the documents that name them. */
const VOLUMES = ['v1', 'v2'].map((volume) => [...documentsOf(volume), ...personsOf(volume)]);

function documentsOf(volume: string): readonly Draft[] {
  return Array.from({ length: 120 }, (_, n): Draft => {
    const mentions = [{ key: 'p', to: key(`${volume}#p${n % 3}`) }];
    const places = [{ place: sourceKey('name', 'place:Geneva'), role: 'written-at' } as const];
    const text = sampleText(`The text of ${n}`);
    const renditions = [{ kind: 'transcription', key: 't-en', language: en, text }] as const;
    const { contributions, subjects, source, related, collections, ...rest } = sampleDocument(
      `Document ${n}`,
    );
    const nothing = { contributions: [], subjects: [], source: {}, related: [], collections: [] };
    return {
      key: key(`${volume}#d${n}`),
      record: { ...rest, ...nothing, renditions, mentions, places },
      joins: 'whole',
    };
  });
}

function personsOf(volume: string): readonly Draft[] {
  const forms = ['Dulles, John Foster', 'Johnson, Ural Alexis', `Nobody, Known Only In ${volume}`];
  const persons = forms.map((form, n): Draft => ({
    key: key(`${volume}#p${n}`),
    record: samplePerson(form, {
      names: [{ form, kind: 'preferred', lang: en }],
      notes: [{ text: 'Secretary of State', lang: en }],
    }),
    joins: 'whole',
    maybeKnown: true,
  }));
  const place: Draft = {
    key: sourceKey('name', 'place:Geneva'),
    record: {
      kind: 'place',
      identifiers: [],
      names: [{ form: 'Geneva', kind: 'preferred', lang: en }],
      notes: [],
      links: [],
      attestations: [],
    },
    joins: 'stub',
  };
  return [place, ...persons];
}

function key(name: string): SourceKey {
  return sourceKey('tei', name);
}

/** An archive whose process dies when it has written so many commits: the next is never begun. */
function dyingAfter(ports: MemoryPorts, commits: number): MemoryPorts {
  let left = commits;
  const commit: RecordStore['commit'] = async (asked) => {
    if (left-- === 0) throw new Error('killed');
    return ports.records.commit(asked);
  };
  return { ...ports, records: { ...ports.records, commit } };
}

async function importAll(ports: MemoryPorts): Promise<void> {
  for (const volume of VOLUMES) await importDrafts(ports, volume, { isPublishing: true });
}

/** The younger of two may stay where the import died between their coming in and their being merged. */

test('an import that dies before any one of its commits ends, run again, as one that did not', async () => {
  const unkilled = memoryPorts();
  await importAll(unkilled);
  const expected = await contentsOf(unkilled.records);
  const merged = [...expected.values()].filter((content) => content.startsWith('merged into'));
  assert.equal(merged.length, 2, 'two persons of the second volume are known from the first');

  let deaths = 0;
  for (let isDone = false; !isDone;) {
    const ports = memoryPorts();
    isDone = await importAll(dyingAfter(ports, deaths)).then(
      () => true,
      () => false,
    );
    if (isDone) break;
    deaths += 1;
    await importAll(ports);
    assertSame(await contentsOf(ports.records), expected);
  }
  assert.ok(deaths >= 5, `there are commits to die before: ${deaths}`);
});
