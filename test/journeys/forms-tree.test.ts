import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { OpenArchive } from '../../src/compose.ts';
import { catalogueDate, type ArchiveDocument } from '../../src/core/document.ts';
import { kindOf, parseId, type RecordId } from '../../src/core/id.ts';
import type { Unit } from '../../src/core/repository.ts';
import { unitSteps } from '../../src/core/source.ts';
import { readEad } from '../../src/formats/ead/read-ead.ts';
import { chunksOf } from '../../src/formats/encoding/lines.ts';
import { isOf } from '../../src/formats/fields/said-of-forms.ts';
import { printPath } from '../../src/formats/fields/said-of-record.ts';
import { readTei } from '../../src/formats/tei/read-tei.ts';
import { sampleArchive, suiteCleanup } from '../support/temp-archive.ts';

/** What our own reader of EAD makes of a tree that we wrote. */
async function readBack(xml: string) {
  const units: Unit<string>[] = [];
  const documents: ArchiveDocument<string>[] = [];
  const problems: string[] = [];
  for await (const read of readEad({ name: 'tree.xml', chunks: chunksOf(xml) })) {
    if (read.kind === 'problem') problems.push(read.problem.code);
    else if (read.draft.record.kind === 'unit') units.push(read.draft.record);
    else if (read.draft.record.kind === 'document') documents.push(read.draft.record);
  }
  return { units, documents, problems };
}

const addressOf = (document: ArchiveDocument<string>): string =>
  document.identifiers.find(({ scheme }) => scheme === 'url')?.value ?? '';
const pathOf = (steps: Unit<string>['path']): string => steps.map(({ code }) => code).join(' / ');

describe('trees and texts go out and come back', () => {
  let archive: OpenArchive;
  const ids: RecordId[] = [];
  const cleanup = suiteCleanup(after);
  before(async () => {
    ({ archive } = await sampleArchive(cleanup));
    for await (const line of archive.publicLines()) {
      const id = parseId(/^\{"id":"(\w+)"/.exec(line)?.[1] ?? '');
      if (id !== undefined) ids.push(id);
    }
  });

  const described = async (kind: string) => archive.room.describe(ids.filter((id) => kindOf(id) === kind));
  const asked = async (address: string): Promise<string> => {
    const answer = await archive.app.request(address);
    assert.equal(answer.status, 200, address);
    return answer.text();
  };

  test('an archive’s tree has every level and every document, with the same titles, dates and references', async () => {
    const all = (await described('document')).flatMap((one) => (isOf(one, 'document') ? [one] : []));
    const levels = (await described('unit')).flatMap((one) => (isOf(one, 'unit') ? [one] : []));
    let held = 0;
    for (const repository of await described('repository')) {
      const { id } = repository.view;
      const { units, documents } = await readBack(await asked(`/repository/${id}.ead`));
      for (const unit of levels.filter(({ view }) => view.record.repository === id)) {
        const back = units.find(({ path }) => pathOf(path) === pathOf(unit.view.record.path));
        assert.ok(back, `${unit.label.title} stands at its place`);
        assert.deepEqual(
          back.titles.map(({ text }) => text),
          unit.view.record.titles.map(({ text }) => text),
        );
        assert.equal(back.edtf, unit.view.record.edtf);
        assert.deepEqual(
          back.path.map(({ level }) => level),
          unit.view.record.path.map(({ level }) => level),
        );
      }
      const here = all.filter(({ view }) => view.record.source.original?.repository === id);
      for (const one of here) {
        const { record } = one.view;
        const { original } = record.source;
        if (original === undefined) continue;
        if (record.holding.kind !== 'held') {
          const item = units.find(({ titles }) => titles.some(({ text }) => text === one.label.title));
          assert.match(item?.accessWords ?? '', /Known but not held/);
          continue;
        }
        held++;
        const back = documents.find((document) => addressOf(document) === one.url);
        assert.ok(back, `${one.label.title} is in the tree`);
        assert.equal(back.titles[0]?.text, one.label.title);
        const date = catalogueDate(record)?.edtf;
        if (date !== undefined) assert.equal(back.dates[0]?.edtf, date);
        const codes = unitSteps(original).map(({ code }) => code);
        assert.deepEqual(
          back.source.original?.steps.slice(0, codes.length).map(({ code }) => code),
          codes,
        );
        const leaves = printPath({ repositoryName: '', steps: original.steps.slice(codes.length) });
        assert.equal(back.source.original?.steps.at(-1)?.code, leaves || one.view.id);
      }
    }
    assert.ok(held >= 15, `${held} documents`);
  });

  test('a collection has its documents in their order', async () => {
    for (const { view } of await described('collection')) {
      const { documents } = await readBack(await asked(`/collection/${view.id}.ead`));
      const listed = await archive.room.documents({ field: 'collection', value: view.id, page: 1 });
      const rows = listed.rows.filter(({ holding }) => holding?.kind !== 'not-held');
      assert.deepEqual(
        documents.map((one) => one.titles[0]?.text).slice(0, rows.length),
        rows.map(({ label }) => label.title),
      );
    }
  });

  test('the TEI of every document of the sample reads back to its record', async () => {
    for (const { view } of await described('document')) {
      const xml = await asked(`/document/${view.id}.tei`);
      const found = [];
      for await (const read of readTei({ name: 'back.xml', chunks: chunksOf(xml) }))
        if (read.kind === 'draft' && read.draft.record.kind === 'document') found.push(read.draft.record);
      const apart = { renditions: [], alignments: [], mentions: [] };
      const plain = JSON.parse(JSON.stringify(view.record), (name: string, value: unknown) =>
        typeof value === 'string' && parseId(value) !== undefined && name !== 'authorityAgent'
          ? `id:${value}`
          : value,
      );
      assert.deepEqual({ ...found[0], ...apart }, { ...plain, ...apart }, view.id);
    }
  });
});
