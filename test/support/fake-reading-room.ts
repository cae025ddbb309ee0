import { referencesOf } from '../../src/core/references.ts';
import { parseId, kindOf, type RecordId } from '../../src/core/id.ts';
import { labelOf, type Label } from '../../src/core/label.ts';
import { accepted } from '../../src/core/result.ts';
import type { PublicRecord, View } from '../../src/core/public-record.ts';
import type { ReadingRoom, Settings } from '../../src/actions/archive.ts';
import { describedBy } from '../../src/actions/describe.ts';
import { compare } from '../../src/actions/compare.ts';
import type { Listing, ReadAnswer, RecordPage } from '../../src/actions/pages.ts';
import { rowOf } from '../../src/actions/rows.ts';
import { fakeEverything, fakeHarvest } from './fake-harvest.ts';
import type { SearchPage, SearchRequest } from '../../src/actions/search-page.ts';
import { FAKE_SETTINGS, fakePassages, fakePublic as publicOf } from './fake-public.ts';
import { fakeRecords, ID } from './fake-records.ts';

export interface FakeRoom extends ReadingRoom {
  /** What asking for an id answers instead of its record. */
  readonly answers: Map<string, ReadAnswer>;
  /** Makes every further question fail as if the disk did. */
  breakDown(): void;
  /** Something public changed; the index knows it at once, or when told. */
  change(how?: 'index-follows'): void;
  indexFollowed(): void;
  /** How many questions were asked, by name. */
  readonly asked: Map<string, number>;
}

/** A small archive in memory that answers every question with what it has. `records`: others than the usual ones. */
export function fakeReadingRoom(records = fakeRecords, settings: Partial<Settings> = {}): FakeRoom {
  const views = new Map([...records].map(([id, record]) => [id, publicOf(id, record)]));
  const answers = new Map<string, ReadAnswer>();
  const asked = new Map<string, number>();
  let isBroken = false;
  let seq = 1;
  let indexed = 1;
  const question = <T>(name: string, answer: () => T): Promise<T> => {
    asked.set(name, (asked.get(name) ?? 0) + 1);
    return isBroken
      ? Promise.reject(new Error('disk failed at /secret/path', { cause: 'EIO' }))
      : Promise.resolve(answer());
  };
  const labels = (ids: Iterable<RecordId>): ReadonlyMap<RecordId, Label> =>
    new Map(
      [...ids].flatMap((id) => {
        const view = views.get(id);
        return view ? [[id, labelOf(view)] as const] : [];
      }),
    );
  const pageOf = (view: PublicRecord): RecordPage => ({
    view,
    label: labelOf(view),
    labels: labels(referencesOf(view.record)),
    links: new Map(),
  });
  const ofKind = (kind: string): PublicRecord[] =>
    [...views.values()].filter((view) => view.record.kind === kind);
  const listing = (rows: readonly PublicRecord[]): Listing => ({
    total: rows.length,
    page: 1,
    pageSize: 50,
    rows: rows.map((view) => rowOf(view)),
    facets: [
      {
        field: 'person',
        more: 1,
        values: [...labels([ID.person])].map(([value, label]) => ({
          value,
          label,
          count: 2,
          isChosen: false,
        })),
      },
    ],
    years: [
      { year: 1957, certain: 1, possible: 2 },
      { year: 1958, certain: 0, possible: 1 },
    ],
  });
  const read = (text: string): ReadAnswer => {
    const given = answers.get(text);
    if (given) return given;
    const id = parseId(text);
    const view = id && views.get(id);
    return view ? { kind: 'found', page: pageOf(view) } : { kind: 'unknown' };
  };
  const viewOf = (id: RecordId): readonly (readonly [RecordId, View])[] => {
    const view = views.get(id);
    return view === undefined ? [] : [[id, { kind: 'public', view }]];
  };
  const collections = ofKind('collection').map((view) => ({
    row: rowOf(view, { documents: 2 }),
    from: 1957,
    to: 1958,
    children: [],
  }));
  const searched = (request: SearchRequest): SearchPage => {
    const hits = [...views.values()].filter((view) =>
      JSON.stringify(view.record).toLowerCase().includes(request.q.toLowerCase()),
    );
    const found = listing(hits);
    return {
      ...found,
      rows: found.rows.map((row) => ({ ...row, passages: fakePassages(request.q) })),
      request,
      problems: request.unread ?? [],
      readings: [],
      offers: [],
      alsoSearched: [{ words: 'Фальк', insteadOf: 'falk', by: 'authority' as const, leaveOut: 'Фальк' }],
      which: [],
      heads: [],
      corrections: [],
      ways: [],
      labels: labels([...views.keys()]),
    };
  };
  return {
    settings: { ...FAKE_SETTINGS, ...settings },
    answers,
    asked,
    breakDown: () => {
      isBroken = true;
    },
    change: (how) => {
      seq += 1;
      if (how === undefined) indexed = seq;
    },
    indexFollowed: () => {
      indexed = seq;
    },
    read: (text) => question('read', () => read(text)),
    cite: (one) =>
      question('cite', () => one.map(({ style, form, item }) => `${style} ${form}: ${item.title ?? ''}`)),
    passageDigest: (text) => text.length.toString(16).padStart(10, '0'),
    checkPassage: () => question('checkPassage', () => ({ kind: 'stands' as const, edition: 1 })),
    checkQuote: (quoted) =>
      question('checkQuote', () => ({
        asked: quoted,
        reading: { kind: 'none' as const },
        places: [],
        questions: 1,
        compared: 0,
      })),
    mostQuoted: 10_000,
    dumps: () => question('dumps', () => []),
    dumpFile: () => question('dumpFile', () => undefined),
    today: () => '2026-06-01',
    compare: (asked, others, language) =>
      compare(
        {
          views: async (ids) => new Map(ids.flatMap((id) => viewOf(id))),
          labels: async (ids) => labels([...ids]),
        },
        async (text) => read(text),
        asked,
        others,
        language,
      ),
    related: () => question('related', () => ({ sameText: [], groups: [] })),
    documents: ({ page }) => question('documents', () => ({ ...listing(ofKind('document')), page })),
    search: (request) => question('search', () => searched(request)),
    searchStretch: (request) => question('search', () => ({ found: searched(request) })),
    records: ({ kind }) =>
      question('records', () => {
        const rows = ofKind(kind).map((view) => rowOf(view));
        return { total: rows.length, rows };
      }),
    tree: () => question('tree', () => undefined),
    naming: () =>
      question('naming', () => {
        const rows = ofKind('document').map((view) => rowOf(view));
        return { total: rows.length, rows };
      }),
    changes: () => question('changes', () => ({ changes: [], upTo: seq, last: seq })),
    lastChangeOf: (id) =>
      question('lastChangeOf', () =>
        views.has(id)
          ? { seq, id, kind: kindOf(id), change: 'public', at: '2026-01-02T03:04:05Z' }
          : undefined,
      ),
    publicRecords: async (ids) =>
      new Map([...ids].flatMap((id) => views.get(id) ?? []).map((view) => [view.id, view])),
    describe: (ids) =>
      question('describe', () =>
        ids.flatMap((id) => {
          const view = views.get(id);
          return view
            ? [describedBy(FAKE_SETTINGS, view, labels(referencesOf(view.record)), view.edition.at)]
            : [];
        }),
      ),
    describeEdition: () => question('describeEdition', () => undefined),
    take: (request, { pageSize, kinds }) =>
      question('take', () => {
        const hits = [...views.values()].filter(
          (view) =>
            JSON.stringify(view.record).toLowerCase().includes(request.q.toLowerCase()) &&
            (kinds?.includes(view.record.kind) ?? true),
        );
        const from = (request.page - 1) * pageSize;
        return {
          request,
          total: hits.length,
          page: request.page,
          pageSize,
          records: hits.slice(from, from + pageSize).map((view) => ({ view, label: labelOf(view) })),
          labels: labels([...views.keys()]),
          problems: [],
          changedAt: '2026-01-02T03:04:05Z',
        };
      }),
    facet: (request, { field, among }) =>
      question('facet', () => {
        const values = listing([]).facets.flatMap((facet) => (facet.field === field ? facet.values : []));
        const found = values.filter(({ label }) =>
          (label?.title ?? '').toLowerCase().includes(among.toLowerCase()),
        );
        return {
          request,
          field,
          among,
          results: 2,
          total: found.length,
          page: request.page,
          pageSize: 200,
          values: request.page === 1 ? found : [],
          isCut: false,
          labels: labels([...views.keys()]),
        };
      }),
    examples: () => question('examples', () => [{ kind: 'phrase' as const, q: '"harbour lamps"', total: 2 }]),
    suggest: (letters: string) =>
      question('suggest', () =>
        [...views.values()]
          .map((view) => rowOf(view))
          .filter((row) => row.label.title.toLowerCase().startsWith(letters.toLowerCase())),
      ),
    home: () =>
      question('home', () => ({
        counts: { documents: 2, collections: 2, people: 1, repositories: 1, languages: 1, notHeld: 1 },
        featured: collections,
        newest: ofKind('document').map((view) => rowOf(view)),
        years: listing([]).years,
      })),
    collections: () => question('collections', () => collections),
    authorities: ({ kind, agentKind, letter, page }) =>
      question('authorities', () => {
        const all = ofKind(kind).filter(
          ({ record }) =>
            record.kind !== 'agent' || (record.agentKind === 'person') === (agentKind === 'person'),
        );
        return {
          kind,
          letters: [
            { letter: 'F', count: 1, isChosen: letter === 'F' },
            { letter: 'L', count: 1, isChosen: letter === 'L' },
          ],
          roles: [],
          years: listing([]).years,
          listing: { ...listing(all), page },
        };
      }),
    profile: () =>
      question('profile', () => ({
        roles: [{ role: 'author' as const, documents: 2, years: listing([]).years }],
        others: { rows: [], more: 0 },
        places: { rows: [], more: 0, mapped: [] },
      })),
    newest: (page) =>
      question('newest', () => {
        const found = listing(ofKind('document'));
        return {
          ...found,
          page,
          rows: found.rows.map((row) => ({ ...row, opened: '2026-01-02T03:04:05Z' })),
        };
      }),
    values: (field) =>
      question('values', () => ({
        field,
        total: 4,
        without: 1,
        values: [{ value: field === 'type' ? 'Letter' : 'de', count: 3 }],
      })),
    timeline: ({ stretch }) =>
      question('timeline', () =>
        stretch !== undefined && !stretch.startsWith('1957')
          ? undefined
          : {
              ...(stretch === undefined ? {} : { stretch, after: '1958' }),
              total: 3,
              undated: 1,
              parts: [{ stretch: stretch === undefined ? '1957' : `${stretch}-12`, certain: 1, possible: 1 }],
              loose: { total: 1, rows: ofKind('document').map((view) => rowOf(view)) },
              collections,
              events: { total: 2, rows: ofKind('event').map((view) => rowOf(view)) },
            },
      ),
    map: (asked) =>
      question('map', () => ({
        asked,
        total: 2,
        roles: [{ role: 'written-at' as const, documents: 2 }],
        years: listing([]).years,
        places: ofKind('place').flatMap(({ id, record }) =>
          record.kind === 'place'
            ? [
                {
                  label: labelOf({ ...publicOf(id, record) }),
                  names: record.names,
                  documents: 2,
                  ...(record.coordinates === undefined ? {} : { coordinates: record.coordinates }),
                },
              ]
            : [],
        ),
      })),
    source: (repository, segments, page) =>
      question('source', () => {
        const id = parseId(repository);
        const view = id && views.get(id);
        if (view?.record.kind !== 'repository' || segments.length > 2) return undefined;
        const trail = segments.map((segment) => ({
          code: segment.replaceAll('~', '/'),
          label: 'Best.',
          segment,
        }));
        const children =
          segments.length < 2
            ? [
                {
                  step: { level: 'file' as const, code: '112/a', label: 'Akte' },
                  segment: '112~a',
                  documents: 1,
                  notHeld: 0,
                },
              ]
            : [];
        return {
          repository: pageOf(view),
          trail,
          children,
          documents: { ...listing(ofKind('document')), page },
          notHeld: 0,
        };
      }),
    print: () => question('print', () => accepted(new TextEncoder().encode('%PDF-1.7 made'))),
    file: (digest) =>
      question('file', () =>
        digest.endsWith('a'.repeat(64)) ? { bytes: onePixel(), mediaType: 'image/png' } : undefined,
      ),
    view: async (text) => {
      const answer = await question('view', () => read(text));
      return answer.kind === 'found' ? { kind: 'found', view: answer.page.view } : answer;
    },
    picture: (_document, _rendition, _page, { widthPx, heightPx }) =>
      question('picture', () =>
        accepted({
          bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
          mediaType: 'image/png',
          widthPx,
          heightPx,
        }),
      ),
    pageText: () => question('pageText', () => undefined),
    searchPages: () => question('searchPages', () => ({ hits: [], isCut: false })),
    harvest: fakeHarvest(views, question),
    everything: fakeEverything(views, question),
    lastChange: () => question('lastChange', () => seq),
    isIndexed: (change) => question('isIndexed', () => indexed >= change),
  };
}

async function* onePixel(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
}
