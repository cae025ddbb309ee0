import type { OpenArchive } from '../../src/compose.ts';
import { Assistant } from '../support/assistant.ts';
import { ORIGIN } from '../support/temp-archive.ts';
import { idOf, NAMES, OPEN } from './leak-names.ts';

type Call = readonly [tool: string, given: object];

/** Everything that an assistant can ask of a record, whatever it is. */
const callsFor = (id: string): readonly Call[] => [
  ...[
    {},
    { text: 't-en' },
    { text: 't-en', edition: 1 },
    { text: 't-de-1' },
    { from: 'btn1', edition: 1 },
    { cursor: '1:b2:0:t-en' },
  ].map((part): Call => ['read_document', { id, ...part }]),
  ...['browse_collection', 'read_person', 'read_place', 'list_accounts', 'cite'].map((tool): Call => [
    tool,
    { id },
  ]),
  ...['b1-b2', 'btn1'].map((block): Call => ['cite', { id, block, style: 'archival' }]),
  ['search', { in: 'everything', filters: [{ field: 'person', value: id }] }],
];

const LISTS: readonly Call[] = [
  ['browse_collections', {}],
  ...['find_people', 'find_places', 'find_events'].map((tool): Call => [tool, {}]),
  ...['everything', 'documents', 'collections', 'people', 'places'].map((scope): Call => [
    'search',
    { in: scope },
  ]),
];

const wordsOf = (name: (typeof NAMES)[number]): readonly Call[] => [
  ['search', { query: `sought${name}`, in: 'everything' }],
  ['find_people', { query: `sought${name}` }],
  ['find_places', { query: `sought${name}` }],
  ['find_events', { query: `sought${name}` }],
  ['check_quotation', { quotation: `No: sought${name} again`, reference: idOf(name) }],
  ['check_quotation', { quotation: `Text sought${name} wrong twin1 twin2` }],
];

/** What assistants are told, by every tool and resource, of what may be seen and of what may not. */
export async function* assistantsTold(
  archive: Pick<OpenArchive, 'app'>,
): AsyncGenerator<{ readonly address: string; readonly text: string }> {
  const assistant = await new Assistant().over(archive.app, ORIGIN);
  const ids = [...NAMES.map(idOf), ...Object.values(OPEN)];
  for (const [tool, given] of [...ids.flatMap(callsFor), ...LISTS, ...NAMES.flatMap(wordsOf)]) {
    const { text } = await assistant.ask(tool, given);
    yield { address: `/mcp ${tool} ${JSON.stringify(given)}`, text };
  }
  for (const uri of ids.flatMap((id) => [
    `unsealed://document/${id}`,
    `unsealed://collection/${id}`,
    `${ORIGIN}/document/${id}`,
  ]))
    yield { address: `/mcp ${uri}`, text: await assistant.read(uri) };
  yield { address: '/mcp', text: JSON.stringify(await assistant.client.listResources()) };
}
