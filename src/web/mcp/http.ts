import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { z } from 'zod';
import type { Answer } from '../answer.ts';
import { problemOf } from '../doors.ts';
import type { Visit } from '../site.ts';
import { mcpServer } from './server.ts';
import { plainly } from './wrong-params.ts';

/** So many messages may come at once; they are answered one after another. */
const MOST_MESSAGES = 16;
/** Longer than anything takes that is asked for here. */
const PATIENCE_MS = 60_000;

/**
 * One request of an assistant, answered in JSON and forgotten: there are no sessions, and no stream is kept open.
 * What is wrong with a message is said as JSON-RPC says it, what is wrong with the request as problem details.
 */
export async function answerAssistant({ site, room, headers, body, url }: Visit): Promise<Answer> {
  const kind = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (kind !== 'application/json')
    return { ...problemOf(site, 415), more: { accepts: ['application/json'] } };
  const sent = jsonIn(body ?? new Uint8Array(0));
  if (sent === undefined) return faulty(-32700, 'Parse error: this is no JSON in UTF-8');
  const isBatch = Array.isArray(sent);
  if (isBatch && (sent.length === 0 || sent.length > MOST_MESSAGES))
    return faulty(-32600, `Invalid Request: 1 to ${MOST_MESSAGES} messages at once`);
  const messages = isBatch ? sent.filter(isToBeAnswered) : sent;
  const failures: unknown[] = [];
  const { server } = mcpServer({
    room,
    settings: site.settings,
    words: site.words,
    failed: (reason) => void failures.push(reason),
  });
  const transport = plainly(new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true }));
  await server.connect(transport);
  try {
    const answer = await inTime(transport.handleRequest(requestOf(url, headers), { parsedBody: messages }));
    const [failure] = failures;
    if (failure !== undefined) throw failure;
    if (answer === 'too-late') return problemOf(site, 503);
    const status = answer.status === 200 || answer.status === 202 ? answer.status : 400;
    const said = await answer.text();
    // Several questions have a list of answers, also where only one of them is to be answered.
    return {
      kind: 'message',
      status,
      body: isBatch && status === 200 && said.startsWith('{') ? `[${said}]` : said,
    };
  } finally {
    await server.close();
  }
}

const faulty = (code: number, message: string): Answer => ({
  kind: 'message',
  status: 400,
  body: JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null }),
});

const cancelling = z.looseObject({ method: z.literal('notifications/cancelled') });

/**
 * Nothing goes on that could be called off: such messages are left out, since a question that was called off is
 * never answered, and would be waited for.
 */
const isToBeAnswered = (message: unknown): boolean => !cancelling.safeParse(message).success;

/** What was sent, as JSON; undefined if it is none. */
function jsonIn(body: Uint8Array): unknown {
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return read;
  } catch (reason) {
    if (reason instanceof SyntaxError || reason instanceof TypeError) return undefined;
    throw reason;
  }
}

/** The request as the transport wants it: it is answered in JSON whatever is accepted besides. */
function requestOf(url: URL, headers: Headers): Request {
  const version = headers.get('mcp-protocol-version');
  return new Request(url, {
    method: 'POST',
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...(version === null ? {} : { 'mcp-protocol-version': version }),
    },
  });
}

async function inTime<T>(work: Promise<T>): Promise<T | 'too-late'> {
  const { promise, resolve } = Promise.withResolvers<'too-late'>();
  const patience = setTimeout(() => resolve('too-late'), PATIENCE_MS);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(patience);
  }
}
