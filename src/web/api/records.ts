import type { FacetField } from '../../core/query.ts';
import { list } from '../../formats/api/listed.ts';
import { apiPath, FAMILY_OF, recordAnswer } from '../../formats/api/record-answer.ts';
import { editionList, PUBLIC_KINDS, RECORDS, type PublicKind } from '../../formats/api/record.ts';
import { z } from 'zod';
import { answered, findId, findRecord } from './answered.ts';
import { afterId, afterPlace, readAfterId, readAfterPlace } from './cursor.ts';
import { endpoint, type Asked, type Endpoint, type Part } from './endpoint.ts';
import { formsOf } from './forms-of.ts';
import { cursor, editionNumber, limit, recordId } from './parameters.ts';
import { toldLabel, toldRow, within } from './told-rows.ts';
import { wrong } from './wrong.ts';

/** What the records of a kind are called, one and many. */
const NAMES: Readonly<Record<PublicKind, { readonly one: string; readonly part: Part }>> = {
  document: { one: 'a document', part: 'documents' },
  collection: { one: 'a collection', part: 'collections' },
  agent: { one: 'a person, body or office', part: 'agents' },
  place: { one: 'a place', part: 'places' },
  subject: { one: 'a subject', part: 'subjects' },
  term: { one: 'a term', part: 'terms' },
  event: { one: 'an event', part: 'events' },
  repository: { one: 'an archive', part: 'repositories' },
  unit: { one: 'a unit of description', part: 'units' },
};

const many = (part: Part): string =>
  part === 'agents'
    ? 'people, bodies and offices'
    : part === 'units'
      ? 'units of description'
      : part === 'repositories'
        ? 'archives'
        : part;

const texts = z.boolean().default(true).describe('false: its description alone, without its texts.');

const listOf = (kind: PublicKind): Endpoint =>
  endpoint({
    part: NAMES[kind].part,
    path: `/api/v1/${FAMILY_OF[kind]}`,
    operation: FAMILY_OF[kind],
    says: `all public ${many(NAMES[kind].part)}, by id`,
    parameters: { limit: limit(200, 50), cursor },
    answer: list,
    isQuestion: true,
    example: 'limit=3',
    answerTo: async (asked) => {
      const { site, room, values } = asked;
      const after = values.cursor === undefined ? undefined : readAfterId(asked, values.cursor);
      if (values.cursor !== undefined && after === undefined) return wrongCursor(asked);
      const found = await room.records({ kind, limit: values.limit, ...(after ? { after } : {}) });
      const next = found.next && afterId(asked, found.next);
      return answered(
        list,
        { total: found.total, next, items: found.rows.map((row) => toldRow(site, row)) },
        { next },
      );
    },
  });

export const wrongCursor = ({ site }: Pick<Asked, 'site'>, isOld = false) =>
  wrong(site, [{ in: 'query', name: 'cursor', expected: isOld ? 'cursor-old' : 'cursor' }]);

const oneOf = (kind: PublicKind): Endpoint =>
  endpoint({
    part: NAMES[kind].part,
    path: `/api/v1/${FAMILY_OF[kind]}/{id}`,
    operation: kind,
    says: `${NAMES[kind].one}: all that is public of it, and what it names`,
    parameters: { id: recordId, ...(kind === 'document' || kind === 'collection' ? { texts } : {}) },
    answer: RECORDS[kind],
    isOfRecord: true,
    answerTo: async (asked) => {
      const { site, room, values } = asked;
      const depth = values.texts === false ? 'description' : 'whole';
      const found = await findRecord(
        asked,
        kind,
        values.id,
        async (id) => (await room.describe([id], depth))[0],
      );
      if (found.kind === 'answer') return found.answer;
      const told = recordAnswer(found.value, {
        archiveUrl: site.settings.address,
        forms: formsOf(site, found.value),
      });
      return { ...jsonOf(told), ...(found.version ? { version: found.version } : {}) };
    },
  });

/** Of a record only its own schema says what it is: it goes out as it is kept. */
const jsonOf = (told: ReturnType<typeof recordAnswer>) => ({
  kind: 'text' as const,
  mediaType: 'application/json; charset=utf-8',
  body: JSON.stringify(told),
});

const editionsOf = (kind: PublicKind): Endpoint =>
  endpoint({
    part: NAMES[kind].part,
    path: `/api/v1/${FAMILY_OF[kind]}/{id}/editions`,
    operation: `${kind}Editions`,
    says: `the public editions of ${NAMES[kind].one}`,
    parameters: { id: recordId },
    answer: editionList,
    isOfRecord: true,
    answerTo: async (asked) => {
      const { site, room, values } = asked;
      const found = await findRecord(
        asked,
        kind,
        values.id,
        async (id) => (await room.describe([id], 'description'))[0],
      );
      if (found.kind === 'answer') return found.answer;
      const { view, label } = found.value;
      const items = view.editions.map((one) => ({
        ...one,
        ...(kind === 'document' ? { url: within(site, `/document/${label.id}/v/${one.number}`) } : {}),
        self: within(site, `${apiPath(label)}/editions/${one.number}`),
      }));
      return answered(editionList, { record: toldLabel(site, label), items }, found);
    },
  });

const editionOf = (kind: PublicKind): Endpoint =>
  endpoint({
    part: NAMES[kind].part,
    path: `/api/v1/${FAMILY_OF[kind]}/{id}/editions/{edition}`,
    operation: `${kind}Edition`,
    says: `${NAMES[kind].one} as an edition had it; what is held back today is held back in it too`,
    parameters: { id: recordId, edition: editionNumber },
    answer: RECORDS[kind],
    isOfRecord: true,
    answerTo: async (asked) => {
      const { site, room, values } = asked;
      const found = await findRecord(asked, kind, values.id, (id) =>
        room.describeEdition(id, values.edition),
      );
      if (found.kind === 'answer') return found.answer;
      const told = recordAnswer(found.value, {
        archiveUrl: site.settings.address,
        forms: formsOf(site, found.value),
      });
      return { ...jsonOf(told), ...(found.version ? { version: found.version } : {}) };
    },
  });

/** Every kind of record: all of them, one, its editions, one of these. */
export const recordEndpoints: readonly Endpoint[] = PUBLIC_KINDS.flatMap((kind) => [
  listOf(kind),
  oneOf(kind),
  editionsOf(kind),
  editionOf(kind),
]);

const ORDERS = ['earliest', 'latest', 'title', 'opened'] as const;
const order = z.enum(ORDERS).default('earliest').describe('The order of the list.');

/** Fields by which documents name a record, by the role that is asked for. */
const ROLES: Readonly<Partial<Record<PublicKind, Readonly<Record<string, FacetField>>>>> = {
  agent: {
    any: 'person',
    author: 'from',
    recipient: 'to',
    participant: 'participant',
    mentioned: 'mentioned',
  },
  place: { any: 'place', 'written-at': 'place-from', 'sent-to': 'place-to', about: 'place-about' },
};
const FIELDS: readonly (readonly [PublicKind, FacetField, string])[] = [
  ['collection', 'collection', 'the documents of a collection, those of the collections within it too'],
  ['agent', 'person', 'the documents of a person or body, in any role or in one'],
  ['place', 'place', 'the documents of a place, in any role or in one'],
  ['subject', 'subject', 'the documents on a subject'],
  ['term', 'term', 'the documents that use a term'],
  ['repository', 'archive', 'the documents of which an archive has the original'],
];

const documentsOf = ([kind, field, says]: (typeof FIELDS)[number]): Endpoint => {
  const roles = Object.keys(ROLES[kind] ?? { any: field });
  const role = z.enum(roles).default('any').describe('The role in which documents name it.');
  return endpoint({
    part: NAMES[kind].part,
    path: `/api/v1/${FAMILY_OF[kind]}/{id}/documents`,
    operation: `${kind}Documents`,
    says,
    parameters: {
      id: recordId,
      ...(roles.length > 1 ? { role } : {}),
      sort: order,
      limit: limit(200, 50),
      cursor,
    },
    answer: list,
    isQuestion: true,
    answerTo: async (asked) => {
      const { site, room, values } = asked;
      const after = values.cursor === undefined ? undefined : readAfterPlace(asked, values.cursor);
      if (values.cursor !== undefined && after === undefined) return wrongCursor(asked);
      const found = await findId(asked, kind, values.id);
      if (found.kind === 'answer') return found.answer;
      const rows = await room.naming({
        field: ROLES[kind]?.[String(values.role ?? 'any')] ?? field,
        value: found.value,
        sort: values.sort,
        limit: values.limit,
        ...(after ? { after } : {}),
        ...(kind === 'agent' ? { as: found.value } : {}),
      });
      if (rows === undefined) return wrongCursor(asked, true);
      const next = rows.next && afterPlace(asked, rows.next);
      const items = rows.rows.map((row) => toldRow(site, row));
      return answered(list, { total: rows.total, next, items }, { next });
    },
  });
};

/** A list is known again by all that is public, not by its record alone. */
export const withoutTags = <T extends Pick<Asked, 'headers'>>(asked: T): T => ({
  ...asked,
  headers: new Headers(),
});

export const documentLists: readonly Endpoint[] = FIELDS.map(documentsOf);
