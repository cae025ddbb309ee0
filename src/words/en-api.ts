/** What is expected of a parameter, in words, from its JSON Schema. */
function expected(schema: Readonly<Record<string, unknown>>): string {
  const { type, enum: values, minimum, maximum, minLength, maxLength, items } = schema;
  if (type === 'array' && typeof items === 'object' && items !== null) {
    const { maxItems } = schema;
    const most = typeof maxItems === 'number' ? `, ${maxItems} times at most` : '';
    return `each time ${expected({ ...items })}${most}`;
  }
  if (Array.isArray(values)) return `one of ${values.join(', ')}`;
  if (type === 'boolean') return 'true or false';
  if (type === 'integer')
    return typeof maximum === 'number'
      ? `a whole number from ${String(minimum ?? 0)} to ${maximum}`
      : `a whole number from ${String(minimum ?? 0)}`;
  const says = typeof schema['title'] === 'string' ? schema['title'] : 'a text';
  const bounds = [
    typeof minLength === 'number' && minLength > 0 ? `at least ${minLength}` : '',
    typeof maxLength === 'number' ? `at most ${maxLength}` : '',
  ].filter((bound) => bound !== '');
  return bounds.length === 0 ? says : `${says} of ${bounds.join(' and ')} characters`;
}

/** Words of the API: why a request is refused, and the page that describes it. */
export const enApi = {
  api: {
    expected,
    wrong: (name: string, what: string): string => `${name}: expected ${what}.`,
    rules: {
      unknown: 'no parameter of this name here',
      once: 'it once, not several times',
      many: 'fewer parameters in all',
      cursor: 'a cursor that an answer to the same question gave',
      'cursor-old':
        'a cursor of today: the list has changed so much since that its place is lost. Begin again, or follow /api/v1/changes',
      date: 'a date, or two with .. between them: 1945, 1945-07..1946, "July 1945"',
      json: 'JSON as it is described at /api',
      'too-long': 'something shorter',
      'too-short': 'more words',
    },
    title: 'The API',
    lede: 'Everything public here can be read by programs: no key, no registration. Below is every address, with its parameters and an example that works in this archive.',
    parts: {
      archive: 'The archive',
      documents: 'Documents',
      texts: 'Texts and scans',
      collections: 'Collections',
      agents: 'People and bodies',
      places: 'Places',
      subjects: 'Subjects',
      terms: 'Terms',
      events: 'Events',
      repositories: 'Repositories and their sources',
      units: 'Units of description',
      search: 'Search',
      changes: 'Changes',
      quotations: 'Quotations',
    },
    contents: 'On this page',
    rulesHeading: 'How it answers',
    rulesSay: [
      'Answers are JSON in UTF-8. Members may be added; none changes its meaning within v1. Pages of other sites may read them (CORS).',
      'What is asked wrongly is refused with 400 and problem details (RFC 9457) that name the parameter and what was expected; a parameter that is not listed here is refused too. 404: nothing public has this address. 410: it was public, with the reason. 301: it moved, or was asked for by a former identifier.',
      'A long list comes in stretches: “next”, and the header Link, lead to the rest. A cursor belongs to its question. Lists of all records go by id and lose or repeat none while records change.',
      'Answers have an ETag, those of records Last-Modified too: ask with If-None-Match or If-Modified-Since, and what has not changed costs 304 and no bytes.',
    ],
    doorsHeading: 'Every way in for programs',
    doorsSay:
      'Each speaks the standard of its field, and says what the pages say. Whoever wants everything has it quickest as a dump, and is kept up to date by OAI-PMH or by the changes.',
    doors: [
      ['/data', 'Dumps', 'everything public in one piece: JSON Lines, CSV, TEI, SQLite'],
      [
        '/oai?verb=Identify',
        'OAI-PMH 2.0',
        'for harvesters: Dublin Core, MODS, TEI and EAD3, and what changed since',
      ],
      ['/openapi.json', 'OpenAPI 3.1', 'the interface below, for machines'],
      ['/feed.atom', 'Feeds', 'what is new, here, in each collection and for each search, as Atom and RSS'],
      ['/sitemap.xml', 'Sitemap', 'every page with the day on which it changed'],
      ['/.well-known/resourcesync', 'ResourceSync', 'lists of resources and of their changes'],
      [
        '/unapi',
        'unAPI',
        'for managers of references: MODS, RIS, BibTeX and more of each document on a page',
      ],
      [
        '/llms.txt',
        'For assistants',
        'what is here and how it is cited; the Model Context Protocol is spoken at /mcp',
      ],
    ],
    doorsMore:
      'Each page of a record leads, in its head, to every other form of it and, where there are page images, to its IIIF manifest; its address answers in the form that Accept asks for.',
    client: 'A client in TypeScript comes with the package: import { openArchive } from "unsealed/client".',
    openEach: 'Below, each address opens to its parameters and an example.',
    required: 'must be given',
    otherwise: (value: string): string => `otherwise ${value}`,
    example: 'Example',
    answers: 'Answers with',
    shapes: 'Shapes',
    shapesSay: 'The shape of each answer, member by member, is in the OpenAPI description.',
    filters: (count: number): string => `The question and its filters: ${count} parameters`,
    sameFilters: 'The question and its filters as in a search',
  },
} as const;
