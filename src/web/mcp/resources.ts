import { ResourceTemplate, type McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { ErrorCode, McpError, type ReadResourceResult } from '@modelcontextprotocol/sdk/types.js';
import { writeMarkdown } from '../../formats/markdown/write-markdown.ts';
import { answerObject } from './answer-text.ts';
import { browseCollection } from './browse-collections.ts';
import { referenceOf } from './describe-document.ts';
import { readAsked } from './read-asked.ts';
import { urlOf } from './records.ts';
import type { InTurn } from './server.ts';
import { LETTERS, shortened } from './shorten.ts';
import type { Asking, ToolAnswer } from './tool.ts';

const MOST_LETTERS = 60_000;
const MOST_LISTED = 50;
const JSON_TYPE = 'application/json';

/** What can be had without a tool, by its address: a document as Markdown, a collection. */
export const RESOURCES = [
  {
    name: 'document',
    uri: 'unsealed://document/{id}',
    title: 'A document',
    about: `A document as Markdown, in the field material.markdown; at most ${MOST_LETTERS} letters of it.`,
  },
  {
    name: 'collection',
    uri: 'unsealed://collection/{id}',
    title: 'A collection',
    about: 'What a collection is about, and its first documents, as browse_collection answers.',
  },
] as const;

/** The same of the whole address of a document. */
const BY_ADDRESS = 'document-by-address';

type Reader = (asking: Asking, id: string) => Promise<ToolAnswer>;

export function offerResources(server: McpServer, asking: Asking, inTurn: InTurn): void {
  const offer = (
    { name, uri, title, about }: { readonly [K in keyof (typeof RESOURCES)[number]]: string },
    reader: Reader,
    list?: Lister,
  ): void =>
    void server.registerResource(
      name,
      new ResourceTemplate(uri, { list: list && ((): ReturnType<Lister> => inTurn(list)) }),
      { title, description: about, mimeType: JSON_TYPE },
      (address, { id }) => inTurn(() => read(asking, reader, address.href, typeof id === 'string' ? id : '')),
    );
  const [document, collection] = RESOURCES;
  offer(document, documentAsMarkdown);
  offer(
    { ...document, name: BY_ADDRESS, uri: `${asking.settings.address}/document/{id}` },
    documentAsMarkdown,
  );
  offer(
    collection,
    (_, id) => browseCollection.run(asking, { id }),
    () => listed(asking),
  );
}

type Lister = () => Promise<{ resources: { uri: string; name: string; title: string; mimeType: string }[] }>;

/** The first collections, so that there is something to begin with. */
async function listed(asking: Asking): ReturnType<Lister> {
  const all = await asking.room.collections();
  return {
    resources: all.slice(0, MOST_LISTED).map(({ row: { label } }) => ({
      uri: `unsealed://collection/${label.id}`,
      name: label.id,
      title: shortened(label.title, LETTERS.title),
      mimeType: JSON_TYPE,
    })),
  };
}

async function read(asking: Asking, reader: Reader, uri: string, id: string): Promise<ReadResourceResult> {
  const answer = await answerOf(asking, reader, id);
  if (answer.isRefusal === true)
    throw new McpError(NOT_FOUND, String(answer.said['problem']), answerObject(asking, answer));
  return { contents: [{ uri, mimeType: JSON_TYPE, text: JSON.stringify(answerObject(asking, answer)) }] };
}

/** Source: Model Context Protocol 2025-06-18, resources, error handling; read 2026-11-23. */
const NOT_FOUND = -32002;

async function answerOf(asking: Asking, reader: Reader, id: string): Promise<ToolAnswer> {
  try {
    return await reader(asking, id);
  } catch (reason) {
    asking.failed(reason);
    throw new McpError(ErrorCode.InternalError, asking.words.faults[503].title);
  }
}

const documentAsMarkdown: Reader = async (asking, id) => {
  const reading = await readAsked(asking, id, ['document']);
  if ('refused' in reading) return reading.refused;
  const { page } = reading;
  const markdown = writeMarkdown(page.view, {
    url: urlOf(asking, page.label),
    nameOf: (named) => page.labels.get(named)?.title,
  });
  return {
    said:
      markdown.length <= MOST_LETTERS
        ? {}
        : { isCut: true, wayOut: 'Read the rest with the tool read_document, block by block.' },
    material: { ...referenceOf(asking, page), markdown: shortened(markdown, MOST_LETTERS) },
  };
};
