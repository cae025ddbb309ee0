import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeReadingRoom } from '../../../test/support/fake-reading-room.ts';
import { fakeRecords, ID, lang } from '../../../test/support/fake-records.ts';
import type { Agent } from '../../core/agent.ts';
import type { RecordId } from '../../core/id.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { chunksOf } from '../encoding/lines.ts';
import { isOf } from '../fields/said-of-forms.ts';
import { readTree } from '../xml-mapping/read-tree.ts';
import { childOf, descendantsOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import { eacElement } from './write-eac.ts';

const base = fakeRecords.get(ID.person);
if (base?.kind !== 'agent') throw new Error('the person of the tests is one');
const person: Agent = base;

async function written(more: Partial<Agent> = {}): Promise<XmlElement> {
  const records = new Map<RecordId, ArchiveRecord>(fakeRecords).set(ID.person, { ...person, ...more });
  const [described] = await fakeReadingRoom(records).describe([ID.person]);
  assert.ok(described && isOf(described, 'agent'));
  const { root, problems } = await readTree({ name: 'eac', chunks: chunksOf(eacElement(described)) });
  assert.deepEqual(problems, []);
  assert.ok(root);
  return root;
}

test('every name with its kind, language, script and years; the listed one is the authorised', async () => {
  const eac = await written({
    names: [
      { form: 'Falk, Henriette', lang: lang('de'), kind: 'preferred' },
      { form: 'Фальк', lang: lang('ru'), kind: 'cover', years: '1957/1958' },
      { form: 'Fal’k', lang: lang('ru-Latn'), kind: 'variant', romanisation: 'ala-lc' },
      { form: ' ', kind: 'variant' },
    ],
  });
  const names = descendantsOf(eac, 'nameEntry').map((entry) => [
    plainOf(childOf(entry, 'part')),
    entry.attributes['status'],
    entry.attributes['languageOfElement'],
    entry.attributes['scriptOfElement'],
    entry.attributes['localType'],
    plainOf(childOf(entry, 'useDates')),
  ]);
  assert.deepEqual(names, [
    ['Falk, Henriette', 'authorized', 'de', undefined, 'preferred', ''],
    ['Фальк', 'alternative', 'ru', undefined, 'cover', '19571958'],
    ['Fal’k', 'alternative', 'ru', 'Latn', 'variant ala-lc', ''],
  ]);
});

for (const [agentKind, entity] of [
  ['person', 'person'],
  ['body', 'corporateBody'],
  ['office', 'corporateBody'],
] as const)
  test(`${agentKind}: a ${entity}`, async () => {
    const eac = await written({ agentKind });
    assert.equal(descendantsOf(eac, 'entityType')[0]?.attributes['value'], entity);
    assert.equal(descendantsOf(eac, 'identity')[0]?.attributes['localType'], agentKind);
  });

for (const [years, shape] of [
  ['1901/1977', 'fromDate 1901, toDate 1977'],
  ['1901/..', 'fromDate 1901, toDate ongoing'],
  ['1901/', 'fromDate 1901, toDate unknown'],
  ['../1977', 'toDate 1977'],
  ['1901~', 'date 1901~'],
] as const)
  test(`years ${years}: ${shape}`, async () => {
    const dates = descendantsOf(await written({ years }), 'existDates')[0];
    const said = ['date', 'fromDate', 'toDate'].flatMap((name) =>
      (dates === undefined ? [] : descendantsOf(dates, name)).map(
        (one) => `${name} ${one.attributes['standardDate'] ?? one.attributes['status'] ?? ''}`,
      ),
    );
    assert.equal(said.join(', '), shape);
  });

test('a person without a name is called by the id; notes, links and that it is invented go along', async () => {
  const eac = await written({ names: [], invented: 'For the tests.' });
  assert.equal(plainOf(descendantsOf(eac, 'part')[0]), ID.person);
  assert.equal(plainOf(descendantsOf(eac, 'biogHist')[0]), 'Head of a desk that never was.');
  assert.equal(descendantsOf(eac, 'source')[0]?.attributes['href'], 'https://www.wikidata.org/wiki/Q0');
  assert.match(
    plainOf(descendantsOf(eac, 'descriptiveNote')[0]),
    /^This record is invented: For the tests\./,
  );
});
