import type { Readable, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { mcpServer } from './server.ts';
import type { Asking } from './tool.ts';
import { plainly } from './wrong-params.ts';

/** A message that is longer than this is no question. */
const MOST_BYTES = 1024 * 1024;

/** Speaks with the assistant that started the process, over its input and output, until either is closed. */
export async function speakWithAssistant(
  asking: Asking,
  input: Readable,
  output: Writable,
  stopped: Promise<void>,
): Promise<void> {
  const { server, settled } = mcpServer(asking);
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  server.server.onclose = end;
  input.once('end', end);
  input.once('close', end);
  await server.connect(plainly(new StdioServerTransport(input, output, { maxBufferSize: MOST_BYTES })));
  await Promise.race([ended, stopped]);
  // What was asked before the end is answered still.
  await setImmediate();
  await settled();
  await setImmediate();
  await server.close();
}
