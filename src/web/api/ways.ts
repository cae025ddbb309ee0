import { z } from 'zod';
import type { CollectionRow } from '../../actions/pages.ts';
import { labelOf } from '../../core/label.ts';
import { accountList, collectionTree, sourceLevel, type Branch } from '../../formats/api/archive.ts';
import type { Site } from '../site.ts';
import { answered, findId, findRecord, isOf } from './answered.ts';
import { endpoint, type Endpoint } from './endpoint.ts';
import { recordId } from './parameters.ts';
import { withoutTags } from './records.ts';
import { toldLabel, toldRow, within } from './told-rows.ts';
import { rowOf } from '../../actions/rows.ts';
import { addressOfSource } from '../addresses.ts';

const toldBranch = (site: Site, { row, children }: CollectionRow): Branch => ({
  ...toldRow(site, row),
  children: children.map((one) => toldBranch(site, one)),
});

const tree = endpoint({
  part: 'collections',
  path: '/api/v1/collections/tree',
  operation: 'collectionTree',
  says: 'all collections, each under those that it lies in, with how many documents it has',
  parameters: {},
  answer: collectionTree,
  isQuestion: true,
  answerTo: async ({ site, room }) =>
    answered(collectionTree, { items: (await room.collections()).map((one) => toldBranch(site, one)) }),
});

const nested = endpoint({
  part: 'collections',
  path: '/api/v1/collections/{id}/collections',
  operation: 'collectionCollections',
  says: 'the collections within a collection, and those within these',
  parameters: { id: recordId },
  answer: collectionTree,
  isQuestion: true,
  answerTo: async (asked) => {
    const found = await findId(asked, 'collection', asked.values.id);
    if (found.kind === 'answer') return found.answer;
    const within = branchOf(await asked.room.collections(), found.value);
    const items = (within?.children ?? []).map((one) => toldBranch(asked.site, one));
    return answered(collectionTree, { items });
  },
});

function branchOf(rows: readonly CollectionRow[], id: string): CollectionRow | undefined {
  for (const row of rows) {
    const found = row.row.label.id === id ? row : branchOf(row.children, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

const accounts = endpoint({
  part: 'events',
  path: '/api/v1/events/{id}/accounts',
  operation: 'eventAccounts',
  says: 'the accounts of an event, each with its side',
  parameters: { id: recordId },
  answer: accountList,
  isQuestion: true,
  answerTo: async (asked) => {
    const { site, room, values } = asked;
    const found = await findRecord(
      withoutTags(asked),
      'event',
      values.id,
      async (id) => (await room.describe([id], 'description'))[0],
    );
    if (found.kind === 'answer') return found.answer;
    if (!isOf(found.value, 'event')) return undefined;
    const sides = new Map(found.value.view.record.accounts.map(({ document, side }) => [document, side]));
    const documents = await room.describe([...sides.keys()], 'description');
    const items = documents.map(({ view }) => ({ ...toldRow(site, rowOf(view)), side: sides.get(view.id) }));
    return answered(accountList, { event: toldLabel(site, found.value.label), items });
  },
});

const path = z
  .string()
  .max(1000)
  .regex(/^[^/]+(?:\/[^/]+){0,30}$/)
  .optional()
  .meta({
    title: 'codes with / between them: 558/11',
    description:
      'The level: the codes of its steps with "/" between them; "/" in a code is written "~". Absent: the archive itself.',
  });

const sources = endpoint({
  part: 'repositories',
  path: '/api/v1/repositories/{id}/sources',
  operation: 'sources',
  says: 'an archive’s own order: a level of it, what lies below, and the documents in it, held and not held',
  parameters: { id: recordId, path },
  answer: sourceLevel,
  isQuestion: true,
  answerTo: async (asked) => {
    const { site, room, values } = asked;
    const found = await findId(asked, 'repository', values.id);
    if (found.kind === 'answer') return found.answer;
    const segments = values.path?.split('/') ?? [];
    const level = await room.source(found.value, segments, 1);
    if (level === undefined) return undefined;
    const selfOf = (steps: readonly string[]): string =>
      within(
        site,
        `/api/v1/repositories/${found.value}/sources?${new URLSearchParams({ path: steps.join('/') })}`,
      );
    return answered(sourceLevel, {
      repository: toldLabel(site, level.repository.label),
      path: segments.join('/'),
      trail: level.trail.map(({ code, label, segment }) => ({ code, label, segment })),
      unit: level.unit && toldLabel(site, labelOf(level.unit)),
      url: within(site, addressOfSource({ prefix: '' }, found.value, segments)),
      documents: level.documents.total,
      notHeld: level.notHeld,
      items: level.children.map(({ step, segment, title, documents, notHeld }) => ({
        segment,
        level: step.level,
        code: step.code,
        label: step.label,
        title: title && { text: title.text, lang: title.lang },
        documents,
        notHeld,
        self: selfOf([...segments, segment]),
      })),
      documentsHere: level.documents.rows.map((row) => toldRow(site, row)),
    });
  },
});

export const wayEndpoints: readonly Endpoint[] = [tree, nested, accounts, sources];
