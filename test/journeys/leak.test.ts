import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { run } from '../../src/cli/run.ts';
import type { OpenArchive } from '../../src/compose.ts';
import { segmentOfKind } from '../../src/core/canonical-path.ts';
import { kindOf } from '../../src/core/id.ts';
import { RECORD_FORMS } from '../../src/web/form-table.ts';
import { ROUTES } from '../../src/web/routes.ts';
import { crawl } from '../support/crawl.ts';
import { dumpInto } from '../support/dump-archive.ts';
import { textsOfFile } from '../support/dump-files.ts';
import { textOfPdf } from '../support/pdf-text.ts';
import { ORIGIN, emptyArchive, suiteCleanup } from '../support/temp-archive.ts';
import { testTerminal } from '../support/test-terminal.ts';
import { API, testApi } from './leak-api.ts';
import { COMPARISONS, testComparisons } from './leak-comparisons.ts';
import { HARVESTS, harvestsOf } from './leak-harvest.ts';
import { fillWithSecrets } from './leak-archive.ts';
import { OLD } from './leak-old.ts';
import { metadataOf, viewingOf } from './leak-viewing.ts';
import { digestOf, idOf, IMAGES, NAMES, OPEN, pageTextOf, type Name } from './leak-names.ts';
import { assistantsTold } from './leak-assistants.ts';
import { FACETS, FORMS, searchesFor } from './leak-searches.ts';
import { WAYS } from './leak-ways.ts';
import { citingOf, heldBack, quotesFor, signOf } from './leak-citing.ts';

const SEGMENTS = ['person', 'organization', 'place', 'subject', 'term', 'event', 'repository'];

/** Every form of a record, whatever its kind; and the address of all that are sent away. */
const ENDINGS = [...new Set(RECORD_FORMS.map(({ suffix }) => `.${suffix}`)), '.xml', '.linkset.json'];

/** Every address of a record that holds a secret, or of one that is bound to it. */
function addressesOf(id: string, segments: readonly string[]): readonly string[] {
  return segments.flatMap((segment) => [
    `/${segment}/${id}`,
    `/${segment}/${id}/any-slug`,
    `/${segment}/${id}/page/1`,
    ...[...ENDINGS].map((suffix) => `/${segment}/${id}${suffix}`),
    ...(segment === 'document'
      ? ['v/1', 'v/2', 'page/2', 'at/b1', 'at/b2', 'at/s1-1'].map((rest) => `/document/${id}/${rest}`)
      : []),
    ...(segment === 'document' ? citingOf(id) : []),
    ...(segment === 'document' ? [`/document/${id}/scans.pdf`] : []),
    ...(segment === 'person' || segment === 'organization'
      ? ['author', 'recipient', 'participant', 'mentioned'].flatMap((role) => [
          `/${segment}/${id}/as/${role}`,
          `/${segment}/${id}/as/${role}/page/2`,
        ])
      : []),
    ...(segment === 'collection'
      ? ['matter/preface', ...WAYS].map((rest) => `/collection/${id}/${rest}`)
      : []),
  ]);
}

/** Every answer of the routes that no link may lead to, asked all the same. */
const STARTS: readonly string[] = [
  '/',
  ...NAMES.flatMap((name) =>
    addressesOf(idOf(name), [segmentOfKind(kindOf(idOf(name))), 'document', 'collection', 'unit']),
  ),
  ...Object.values(OPEN).flatMap((id) =>
    addressesOf(
      id,
      ['document', 'collection', 'unit', ...SEGMENTS].filter((one) => one !== 'x'),
    ),
  ),
  ...COMPARISONS,
  ...NAMES.flatMap(searchesFor),
  ...NAMES.flatMap(quotesFor),
  '/quote',
  '/search.json?q=opentoall',
  '/search?q=opentoall&view=table',
  '/search?q=opentoall&view=timeline',
  '/search?view=table&row=person:is&row=place:is&row=collection:is&row=archive:is&row=subject:is',
  '/suggest?q=o',
  '/suggest?q=sou',
  '/suggest?q=hid',
  ...FACETS.flatMap((field) => [
    `/suggest?for=${field}`,
    `/suggest?for=${field}&q=sou`,
    `/suggest?for=${field}&q=hid`,
  ]),
  '/search.json?q=',
  ...FORMS.flatMap((form) => [`/search.${form}`, `/search.${form}?q=opentoall`, `/search.${form}?q=sough*`]),
  ...FACETS.flatMap((field) => [
    `/search?facet=${field}`,
    `/search?facet=${field}&among=sough`,
    `/search?facet=${field}&among=hid`,
  ]),
  `/search.json?collection=${OPEN.collection}`,
  `/search.json?archive=${OPEN.repository}`,
  `/search.json?subject=${OPEN.subject}`,
  `/search.json?person=${OPEN.person}`,
  `/search.json?place=${OPEN.place}`,
  ...WAYS.map((way) => `/${way}`),
  `/source/${OPEN.repository}`,
  `/source/${OPEN.repository}/1`,
  ...NAMES.map((name) => `/source/${OPEN.repository}/1/${encodeURIComponent(`sought${name}`)}`),
  `/source/${idOf('draftrepository')}`,
  '/help/search',
  '/llms.txt',
  '/robots.txt',
  '/unapi',
  ...[...NAMES.map(idOf), ...Object.values(OPEN)].flatMap(metadataOf),
  '/data.json',
  ...['records.jsonl.gz', 'tables.csv.zip', 'texts.tei.zip', 'database.sqlite.gz', '.standing.json'].map(
    (name) => `/data/latest/${name}`,
  ),
  ...[...NAMES.map(idOf), ...Object.values(OPEN)].flatMap(viewingOf),
  ...HARVESTS,
  ...[...NAMES.map(idOf), ...Object.values(OPEN)].flatMap(harvestsOf),
  ...OLD,
  ...API,
  ...NAMES.map((name) => `/srv/file/${digestOf(pageTextOf(name))}`),
  ...Object.values(IMAGES).map((bytes) => `/srv/file/${digestOf(bytes)}`),
];

/** As a link of a page, as a thing of its linked data, and as a signpost in its headers. */
const linksTo = (path: string): readonly string[] => [
  `href="${path}`,
  `"@id":"${ORIGIN}${path}`,
  `<${ORIGIN}${path}`,
];

/** Whether a route is what answers an address. */
function isOfRoute(path: string, address: string): boolean {
  const pattern = path.replace(/\*$/, '.+').replace(/:[a-z]+/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(address.replace(/\?.*$/, ''));
}

interface Asked {
  readonly address: string;
  readonly text: string;
  readonly status: number;
}

describe('what may not be seen leaves by no way', () => {
  const asked: Asked[] = [];
  const cleanup = suiteCleanup(after);
  let opened: Awaited<ReturnType<typeof emptyArchive>>;
  before(async () => {
    opened = await emptyArchive(cleanup);
    await fillWithSecrets(opened);
    await dumpInto(opened.archive);
    await askAll(opened.archive, asked);
    await askAside(opened.archive, asked);
    // Made anew, the index knows nothing else than it did.
    for await (const _ of opened.archive.rebuildIndex()) continue;
    for (const address of NAMES.flatMap(searchesFor))
      asked.push(await answerTo(opened.archive, address, 'made anew: '));
    await askCommands(opened.folder, asked);
  });

  for (const name of NAMES)
    test(`${name}: found nowhere`, () => {
      const found = asked.filter(({ text }) => text.includes(`hidden${name}`)).map(({ address }) => address);
      assert.deepEqual([...new Set(found)], []);
    });

  for (const name of NAMES)
    test(`${name}: no search counts it`, () => {
      const answers = asked.filter(({ address }) => address.endsWith(`/search.json?q=sought${name}`));
      assert.equal(answers.length, 2);
      for (const answer of answers) assert.match(answer.text, /"total":0\b/);
    });

  test('nothing that is hidden is linked', () => {
    const hidden = NAMES.map(idOf).filter((id) => statusOf(asked, id) !== 200);
    assert.ok(hidden.length > 10);
    const linked = asked.flatMap(({ address, text }) =>
      hidden
        .filter((id) => linksTo(`/${segmentOfKind(kindOf(id))}/${id}`).some((link) => text.includes(link)))
        .map((id) => `${address} -> ${id}`),
    );
    assert.deepEqual(linked, []);
  });

  test('no text is said to stand in what may not be seen, nor in a part that is held back', () => {
    const page = asked.find(
      ({ address, status }) => status === 200 && address.startsWith(`/document/${OPEN.document}/`),
    );
    assert.ok(page);
    assert.match(page.text, /twin37/);
    assert.doesNotMatch(page.text, /id="same-text"/);
    assert.deepEqual(
      asked.filter(({ address }) => address === 'pairs of the same text'),
      [],
    );
  });

  const counts: readonly (readonly [says: string, field: string, id: string, total: number])[] = [
    ['a collection', 'collection', OPEN.collection, 13],
    ['an archive, with its level', 'archive', OPEN.repository, 2],
    ['a subject', 'subject', OPEN.subject, 1],
    ['a person named only in what is hidden', 'person', OPEN.person, 0],
    ['a place named only in what is hidden', 'place', OPEN.place, 0],
  ];
  for (const [says, field, id, total] of counts)
    test(`the count of ${says} knows only what is public`, () => {
      const answer = asked.find(({ address }) => address === `/search.json?${field}=${id}`);
      assert.match(answer?.text ?? '', new RegExp(`"total":${total}\\b`));
    });

  for (const [segment, id] of [
    ['person', OPEN.person],
    ['place', OPEN.place],
  ] as const)
    test(`the page of a ${segment} named only in what is hidden leads to no document`, () => {
      const page = asked.find(
        ({ address, status }) => status === 200 && address.startsWith(`/${segment}/${id}/`),
      );
      assert.ok(page);
      assert.doesNotMatch(page.text, /href="\/document\//);
    });

  test('every route was asked', () => {
    const notAsked = ROUTES.filter(({ path }) => !asked.some(({ address }) => isOfRoute(path, address)));
    assert.deepEqual(
      notAsked.map(({ path }) => path),
      [],
    );
  });

  test('every route answered with what is public, too', () => {
    const paths = ROUTES.map(({ path }) => path).filter(
      (path) => !/\/page\/:page$|\/:letter$|v\/:edition/.test(path),
    );
    const silent = paths.filter(
      (path) => !asked.some(({ address, status }) => status < 400 && isOfRoute(path, address)),
    );
    assert.deepEqual(silent, []);
  });

  testApi(asked, (id) => statusOf(asked, id));
  testComparisons((address) => opened.archive.app.request(address));

  test('every answer was an answer', () =>
    assert.deepEqual(
      asked
        .filter(({ status }) => ![200, 300, 301, 302, 303, 404, 406, 410].includes(status))
        .map(({ address, status }) => `${status} ${address}`),
      [],
    ));

  test('what is public is there: search, pages and files work', () => {
    const answer = asked.find(({ address }) => address === '/search.json?q=opentoall');
    assert.match(answer?.text ?? '', /"total":[1-9]/);
    assert.ok(
      asked.some(({ address, text }) => address.startsWith('/document/') && text.includes('opentoall')),
    );
    const image = asked.find(({ address }) => address === `/srv/file/${digestOf(IMAGES.open)}`);
    assert.equal(image?.status, 200);
    assert.ok(image.text.includes('opentoall'));
  });

  test('assistants are told of what is public, by each of their tools', () => {
    const told = asked.filter(({ address }) => address.startsWith('/mcp '));
    assert.ok(told.length > 500);
    const open = told.filter(({ text }) => text.includes('opentoall')).map(({ address }) => address);
    for (const tool of ['search', 'read_document', 'browse_collection', 'cite', 'unsealed:', ORIGIN])
      assert.ok(
        open.some((address) => address.startsWith(`/mcp ${tool}`)),
        tool,
      );
  });

  for (const name of ['scan', 'layer', 'restricted', 'draft', 'black'] as const)
    test(`the image of ${name} is not given out`, () =>
      assert.equal(
        asked.find(({ address }) => address === `/srv/file/${digestOf(IMAGES[name])}`)?.status,
        404,
      ));

  test('the images and words of what is public go out, and those of nothing else', () => {
    const answered = (id: string): readonly number[] =>
      [
        `/iiif/image/${id}-s1-1/full/max/0/default.jpg`,
        `/iiif/${id}/manifest`,
        `/iiif/${id}/annotations/s1/1`,
      ].map((address) => asked.find((one) => one.address === address)?.status ?? 0);
    assert.deepEqual(answered(OPEN.document), [200, 200, 200]);
    assert.deepEqual(answered(idOf('black')), [200, 200, 200]);
    const open = NAMES.filter((name) => answered(idOf(name)).includes(200));
    assert.deepEqual(open, ['black']);
  });

  test('the sign of what is held back is found in no edition', () => {
    const held = NAMES.flatMap((name) => heldBack(name).map(signOf));
    const checks = asked.filter(({ address }) => held.some((sign) => address.endsWith(`/b2/${sign}`)));
    assert.ok(checks.filter(({ text }) => text.includes('data-verdict="not-found"')).length > 5);
    const told = checks.filter(({ text }) => /data-verdict="(?:stands|stood)"/.test(text));
    assert.deepEqual(
      told.map(({ address }) => address),
      [],
    );
  });

  const statuses: readonly (readonly [name: Name, status: number])[] = [
    ['draft', 404],
    ['neverembargo', 404],
    ['embargo', 410],
    ['withdrawn', 410],
    ['restricted', 410],
    ['block', 200],
    ['newer', 200],
    ['scan', 200],
    ['black', 200],
    ['draftperson', 404],
    ['withdrawnperson', 410],
    ['embargoedplace', 410],
  ];
  for (const [name, status] of statuses)
    test(`${name}: its address answers ${status}`, () => assert.equal(statusOf(asked, idOf(name)), status));
});

/** What a record's own address answers in the end. */
function statusOf(asked: readonly Asked[], id: string): number | undefined {
  const of = asked.filter(({ address }) => new RegExp(`^/[a-z]+/${id}(?:/[^/]*)?$`).test(address));
  return of.some(({ status }) => status === 200)
    ? 200
    : (of.find(({ status }) => status === 410)?.status ?? 404);
}

/** What an answer says; of a PDF also what its packed streams say, of a dump what is in it. */
async function textOf(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const plain = new TextDecoder('latin1').decode(bytes);
  const packed = /filename="([^"]+\.(?:gz|zip))"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  if (packed !== undefined) return [plain, ...(await textsOfFile(packed, bytes))].join('\n');
  if (answer.headers.get('content-type') !== 'application/pdf') return plain;
  return `${plain}\n${(await textOfPdf(bytes)).join('\n')}`;
}

async function answerTo(archive: OpenArchive, address: string, by = ''): Promise<Asked> {
  const answer = await archive.app.request(address);
  const text = await textOf(answer);
  const headers = [...answer.headers].flat().join('\n');
  return { address: by + address, status: answer.status, text: `${headers}\n${text}` };
}

/** Everything that links lead to, and everything that they may not. */
async function askAll(archive: OpenArchive, asked: Asked[]): Promise<void> {
  const ask = async (address: string): Promise<Response> => {
    const answer = await archive.app.request(address);
    const headers = [...answer.headers].flat().join('\n');
    asked.push({
      address,
      status: answer.status,
      text: `${headers}\n${await textOf(answer.clone())}`,
    });
    return answer;
  };
  for await (const _ of crawl(ask, ORIGIN, STARTS)) continue;
}

/** What programs and commands get without an address. */
async function askAside(archive: OpenArchive, asked: Asked[]): Promise<void> {
  const take = (address: string, value: unknown): void =>
    void asked.push({ address, status: 200, text: JSON.stringify(value) ?? '' });
  for await (const line of archive.publicLines()) take('export --public', line);
  for (const name of NAMES) {
    for (const letters of [`sought${name}`, name.slice(0, 3), 'sou', 'hid', 'author', 'title'])
      take(`suggestions for ${letters}`, await archive.room.suggest(letters));
    take(`the public JSON of ${name}`, await archive.publishedOf(idOf(name)));
  }
  for (const id of [OPEN.document, ...NAMES.map(idOf)])
    take(`what stands beside ${id}`, await archive.room.related(id));
  for await (const pair of archive.sameTexts(0.5)) take('pairs of the same text', pair);
  for await (const { address, text } of assistantsTold(archive)) asked.push({ address, status: 200, text });
  take('home', await archive.room.home());
  take('status', await archive.status());
}

/** What the commands for readers print, their complaints included. */
async function askCommands(folder: string, asked: Asked[]): Promise<void> {
  const lines = [
    ['export', '--public'],
    ['status'],
    ['documents', 'same-text'],
    ['get', '/'],
    ...NAMES.flatMap((name) => [
      ['get', idOf(name)],
      ['get', `/document/${idOf(name)}`, '--json'],
    ]),
  ];
  for (const line of lines) {
    const terminal = testTerminal({ cwd: folder });
    await run([...line, '--dir', folder], terminal);
    asked.push({
      address: `unsealed ${line.join(' ')}`,
      status: 200,
      text: terminal.outText() + terminal.errText(),
    });
  }
}
