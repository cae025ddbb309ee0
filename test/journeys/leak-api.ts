import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOf, type RecordId } from '../../src/core/id.ts';
import { FAMILY_OF } from '../../src/formats/api/record-answer.ts';
import { PUBLIC_KINDS, type PublicKind } from '../../src/formats/api/record.ts';
import { FACETS } from './leak-searches.ts';
import { idOf, NAMES, OPEN, type Name } from './leak-names.ts';

/** What the texts and editions of a document are asked for by. */
const KEYS = ['t-de', 't-de-1', 't-en', 't-en-1', 's1'];
const PARTS = ['editions', 'editions/1', 'editions/2', 'texts'];

function recordsOf(id: RecordId): readonly string[] {
  const kind = PUBLIC_KINDS.find((one) => one === kindOf(id)) ?? 'document';
  const at = `/api/v1/${FAMILY_OF[kind]}/${id}`;
  if (kind !== 'document')
    return [
      at,
      ...PARTS.slice(0, 3).map((part) => `${at}/${part}`),
      ...LISTS[kind].map((list) => `${at}/${list}`),
    ];
  const texts = KEYS.flatMap((key) =>
    [
      '',
      '?as=plain',
      '/pages/1',
      '/blocks/b1',
      '/blocks/b2',
      '/blocks/b1-b2',
      '/blocks/btn1',
      '/blocks/bt1',
    ].map((rest) => `${at}/texts/${key}${rest}`),
  );
  return [at, `${at}?texts=false`, ...PARTS.map((part) => `${at}/${part}`), ...texts];
}

/** The lists that hang on a record. */
const LISTS: Readonly<Record<PublicKind, readonly string[]>> = {
  document: [],
  collection: ['documents', 'collections'],
  agent: ['any', 'author', 'recipient', 'participant', 'mentioned'].map((role) => `documents?role=${role}`),
  place: ['any', 'written-at', 'sent-to', 'about'].map((role) => `documents?role=${role}`),
  subject: ['documents'],
  term: ['documents'],
  event: ['accounts'],
  repository: ['documents', 'sources', 'sources?path=1'],
  unit: [],
};

const searchesOf = (name: Name): readonly string[] => [
  `/api/v1/search?q=sought${name}`,
  `/api/v1/search?q=sought${name}&exact=1&spelling=kept&facets=none&years=false&passages=10`,
  `/api/v1/search?q=sought${name}&without=${idOf(name)}`,
  `/api/v1/search?title=sought${name}&text=sought${name}`,
  ...FACETS.flatMap((field) => [
    `/api/v1/search?${field}=${idOf(name)}`,
    `/api/v1/search/facets/${field}?among=sought${name}`,
  ]),
  `/api/v1/search?in=${kindOf(idOf(name)) === 'collection' ? idOf(name) : OPEN.collection}&q=sought${name}`,
  `/api/v1/suggestions?q=sought${name}`,
  `/api/v1/suggestions?q=hidden${name}`,
  `/api/v1/repositories/${OPEN.repository}/sources?path=1/${encodeURIComponent(`sought${name}`)}`,
  `/api/v1/quotation?text=${encodeURIComponent(`sought${name} hidden of which nobody may know anything`)}`,
  `/api/v1/quotation?text=opentoall+words+that+all+may+read&reference=${idOf(name)}`,
];

/** Everything that the API can be asked, of what may be seen and of what may not. */
export const API: readonly string[] = [
  '/api',
  '/openapi.json',
  '/api/v1',
  ...PUBLIC_KINDS.flatMap((kind) => [`/api/v1/${FAMILY_OF[kind]}`, `/api/v1/${FAMILY_OF[kind]}?limit=200`]),
  '/api/v1/collections/tree',
  '/api/v1/changes',
  '/api/v1/changes?limit=1000',
  '/api/v1/search?q=opentoall',
  '/api/v1/search?q=&limit=100&passages=10',
  '/api/v1/search?q=sough*',
  ...FACETS.map((field) => `/api/v1/search/facets/${field}`),
  '/api/v1/suggestions?q=o',
  '/api/v1/suggestions?q=sou',
  '/api/v1/suggestions?q=hid',
  ...[...NAMES.map(idOf), ...Object.values(OPEN)].flatMap(recordsOf),
  ...NAMES.flatMap(searchesOf),
];

interface Asked {
  readonly address: string;
  readonly text: string;
  readonly status: number;
}

/** What holds of the API beyond that no secret stands in it. */
export function testApi(asked: readonly Asked[], statusOf: (id: string) => number | undefined): void {
  const ofApi = (): readonly Asked[] =>
    asked.filter(({ address }) => address.startsWith('/api/v1') && !address.includes('made anew'));
  const at = (address: string): Asked | undefined => asked.find((one) => one.address === address);

  test('the API lists and names no record that may not be seen', () => {
    const hidden = NAMES.map(idOf).filter((id) => statusOf(id) !== 200);
    const listed = ofApi()
      .filter(({ status, address }) => status === 200 && !address.startsWith('/api/v1/changes'))
      .flatMap(({ address, text }) =>
        hidden
          .filter(
            (id) => text.includes(`"id":"${id}"`) || text.includes(`/${id}"`) || text.includes(`/${id}/`),
          )
          .map((id) => `${address} -> ${id}`),
      );
    assert.deepEqual(listed, []);
  });

  test('the API answers each record as its page is answered', () => {
    const differing = NAMES.map(idOf).flatMap((id) => {
      const kind = PUBLIC_KINDS.find((one) => one === kindOf(id)) ?? 'document';
      const answer = at(`/api/v1/${FAMILY_OF[kind]}/${id}`);
      const page = statusOf(id);
      return answer?.status === page ? [] : [`${id}: ${answer?.status} and ${page}`];
    });
    assert.deepEqual(differing, []);
  });

  test('the list of changes tells of nothing that never was public, and of what is gone only that', () => {
    const text = at('/api/v1/changes?limit=1000')?.text ?? '';
    const told = NAMES.filter((name) => text.includes(idOf(name)));
    assert.ok(told.includes('withdrawn') && told.includes('embargo') && told.includes('restricted'));
    assert.deepEqual(
      told.filter((name) => statusOf(idOf(name)) === 404),
      [],
    );
    for (const name of ['withdrawn', 'embargo', 'restricted', 'withdrawnperson'] as const)
      assert.doesNotMatch(text, new RegExp(`"id":"${idOf(name)}","kind":"\\w+","change":"public"`));
    assert.match(text, new RegExp(`"id":"${idOf('withdrawn')}"[^}]*"gone":"withdrawn"`));
    assert.match(text, new RegExp(`"id":"${idOf('embargo')}"[^}]*"gone":"embargoed"`));
  });

  for (const name of NAMES)
    test(`${name}: no search of the API counts it`, () =>
      assert.match(at(`/api/v1/search?q=sought${name}`)?.text ?? '', /"total":0\b/));
}
