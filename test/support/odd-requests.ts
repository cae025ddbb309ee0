import type { Route } from '../../src/web/route.ts';

/** Segments of an address that are no value of anything, as they are sent. */
export const ODD_SEGMENTS: readonly string[] = [
  '%00',
  'a%00b',
  '%ff%fe',
  '%ED%A0%80',
  '%F0%82%82%AC',
  '%C0%AF%C0%AE',
  '%E2%80%AE%E2%81%A6',
  '%EF%BF%BD',
  '%0d%0aset-cookie:%20x=1',
  '%',
  '%zz',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5C..%5C',
  'constructor',
  '__proto__',
  'hasOwnProperty',
  'a'.repeat(5000),
  '9'.repeat(400),
  '-1',
  '0',
  '1e9',
  '1.5',
  'NaN',
  'Infinity',
  '%7B%22a%22:1%7D',
  '%5B%5D',
  "'%20OR%201=1%20--",
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  'd000000000',
  'dzzzzzzzzz.json',
  '.json',
  '.',
  '%F0%9F%92%A9',
  '*',
  ';a=b',
  ',,,,',
  '1970-13-45',
];

/** Values of a parameter that are not what it takes. */
export const ODD_VALUES: readonly string[] = [
  '',
  ...ODD_SEGMENTS.filter((one) => one.length < 2000),
  'x'.repeat(3000),
  '(((((((((((((((((((((((',
  '%22%22%22%22',
  '9999-99-99T99:99:99Z',
  '2026-02-30',
  'https%3A%2F%2F127.0.0.1%2Fadmin',
  'file%3A%2F%2F%2Fetc%2Fpasswd',
];

/** Names of parameters that some address takes, and some that none takes. */
const NAMES = [
  ...[
    'q',
    'query',
    'in',
    'page',
    'pageSize',
    'per_page',
    'limit',
    'offset',
    'cursor',
    'sort',
    'facet',
    'facets',
  ],
  ...[
    'among',
    'without',
    'exact',
    'view',
    'for',
    'date',
    'person',
    'place',
    'type',
    'term',
    'value',
    'model',
  ],
  ...[
    'verb',
    'metadataPrefix',
    'resumptionToken',
    'set',
    'identifier',
    'from',
    'until',
    'since',
    'id',
    'format',
  ],
  ...['uri', 'url', 'profile', 'text', 'reference', 'fields', 'callback', 'lang', 'edition', 'constructor'],
] as const;

/** Questions that are in order, by the path that takes them: each of their parameters is then spoilt. */
const ORDERLY: Readonly<Record<string, readonly string[]>> = {
  '/oai': [
    'verb=Identify',
    'verb=ListMetadataFormats&identifier=x',
    'verb=ListSets&resumptionToken=x',
    'verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01&until=2030-01-01&set=x',
    'verb=ListIdentifiers&metadataPrefix=mods',
    'verb=ListRecords&resumptionToken=x',
    'verb=GetRecord&metadataPrefix=tei&identifier=x',
  ],
  '/unapi': ['id=x&format=mods', 'id=x'],
  '/suggest': ['q=li&for=person'],
  '/srv/record.json': ['q=light&page=2&sort=asc', 'model=Record&term=1'],
};

/** What stands for a named part of a path where another part is tried. */
export type Plausible = Readonly<Record<string, string>>;

const NAMED = /:(\w+)|\*/g;

/** Addresses of a route, in order and not, from what may stand for its parts; each route has a third of the values for all parameters at once. */
export function* oddAddresses(route: Route, plausible: Plausible): Generator<string> {
  const fill = (which: string, value: string): string =>
    route.path.replace(NAMED, (_, name: string = '*') => (name === which ? value : (plausible[name] ?? '1')));
  const names = [...route.path.matchAll(NAMED)].map(([, name = '*']) => name);
  const path = fill('', '');
  yield path;
  for (const name of names) for (const odd of ODD_SEGMENTS) yield fill(name, odd);
  yield `${path}/`;
  yield `${path}//..//`;
  yield `${path}?`;
  yield `${path}?&&&==&%&=x`;
  yield `${path}?${Array.from({ length: 1000 }, (_, at) => `p${at}=1`).join('&')}`;
  yield `${path}?q=${'light+'.repeat(20_000)}`;
  const params = route.path in ORDERLY ? NAMES.slice(0, 6) : NAMES;
  for (const [at, name] of params.entries()) {
    yield `${path}?${name}=${ODD_VALUES[at % ODD_VALUES.length]}`;
    yield `${path}?${name}=1&${name}=light&${name}[]=2&${name}[x]=3`;
  }
  const share = route.path.length % 3;
  for (const odd of ODD_VALUES.filter((_, at) => at % 3 === share))
    yield `${path}?${NAMES.map((name) => `${name}=${odd.slice(0, 80)}`).join('&')}`;
  for (const query of ORDERLY[route.path] ?? []) yield* spoilt(path, query);
}

/** A question in order; then with each parameter missing, doubled, of another name, and of every odd value. */
function* spoilt(path: string, query: string): Generator<string> {
  yield `${path}?${query}`;
  const pairs = query.split('&');
  for (const [at, pair] of pairs.entries()) {
    const [name = ''] = pair.split('=');
    const others = (put: readonly string[]): string => `${path}?${pairs.toSpliced(at, 1, ...put).join('&')}`;
    yield others([]);
    yield others([pair, pair]);
    yield others([name]);
    yield others([pair.toUpperCase()]);
    for (const odd of ODD_VALUES) yield others([`${name}=${odd}`]);
  }
}

/** What may be said to be accepted. */
export const ODD_ACCEPTS: readonly string[] = [
  '',
  '*/*',
  'text/html',
  'text/html;q=1, */*;q=0',
  'application/x-nothing',
  'application/json;q=0',
  'application/json;q=nonsense',
  ';;;,,,/;q',
  'a/b, '.repeat(2000),
  'application/ld+json; profile="http://iiif.io/api/presentation/2/context.json"',
  'application/tei+xml, text/turtle;q=0.9',
  '\u00ff\u00fe',
];

/** Headers that make no sense, and one that asks for nothing at all. */
export const ODD_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { range: 'bytes=0-' },
  { range: 'bytes=999999999-' },
  { range: 'bytes=5-1,0-0,-1,--' },
  { range: `bytes=${Array.from({ length: 2000 }, (_, at) => `${at}-${at}`).join(',')}` },
  { range: 'lines=1-2' },
  { 'if-range': 'nonsense', range: 'bytes=0-1' },
  { 'if-none-match': '*' },
  { 'if-none-match': 'W/"' },
  { 'if-none-match': Array.from({ length: 5000 }, (_, at) => `"${at}"`).join(', ') },
  { 'if-modified-since': 'yesterday' },
  { 'if-modified-since': 'Thu, 99 Foo 9999 99:99:99 GMT' },
  { 'if-match': '"none"' },
  { 'accept-encoding': 'gzip;q=0, br;q=2, zstd;;;, *;q=x' },
  { 'accept-language': 'xx-'.repeat(1000) },
  { 'x-forwarded-for': "', drop table" },
  { origin: 'null', 'access-control-request-method': 'DELETE' },
  { 'content-length': '0', 'content-type': 'nonsense' },
];

/** What may be sent where something is taken. */
export const ODD_BODIES: readonly (readonly [
  type: string | undefined,
  body: string | Uint8Array<ArrayBuffer>,
])[] = [
  [undefined, ''],
  ['application/json', ''],
  ['application/json', '{'],
  ['application/json', '[]'],
  ['application/json', 'null'],
  ['application/json', '"text"'],
  ['application/json', '['.repeat(60_000)],
  ['application/json', `{"jsonrpc":"2.0","id":1,"method":"${'x'.repeat(9000)}"}`],
  ['application/json', '{"jsonrpc":"2.0","id":{},"method":"tools/call","params":{"name":"__proto__"}}'],
  ['application/json', new Uint8Array([0xff, 0xfe, 0, 0xed, 0xa0, 0x80])],
  ['application/x-www-form-urlencoded', '%ff=%00&verb=&verb=Identify&=&&'],
  ['application/x-www-form-urlencoded', 'a='.repeat(20_000)],
  ['multipart/form-data', 'no boundary'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="verb"\r\n\r\nIdentify'],
  ['text/xml', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'],
  ['application/octet-stream', 'z'.repeat(400_000)],
];
