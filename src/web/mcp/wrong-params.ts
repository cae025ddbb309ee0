import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';

const INTERNAL_ERROR = -32603;
const INVALID_PARAMS = -32602;
const MOST_TOLD = 5;

const issues = z
  .array(z.looseObject({ path: z.array(z.union([z.string(), z.number()])), message: z.string() }))
  .min(1);

/**
 * A message as it is sent: the library tells of parameters out of order as of a fault of its own, with all that its
 * checker says. They are told as JSON-RPC tells them, in a line.
 */
export function saidPlainly(message: JSONRPCMessage): JSONRPCMessage {
  if (!('error' in message) || message.error.code !== INTERNAL_ERROR) return message;
  const wrong = wrongIn(message.error.message);
  if (wrong === undefined) return message;
  const told = wrong.slice(0, MOST_TOLD).map(({ path, message: says }) => `${path.join('.')}: ${says}`);
  return {
    ...message,
    error: { code: INVALID_PARAMS, message: `Invalid params: ${told.join('; ').slice(0, 500)}` },
  };
}

function wrongIn(text: string): z.infer<typeof issues> | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    return issues.safeParse(JSON.parse(text)).data;
  } catch (reason) {
    if (reason instanceof SyntaxError) return undefined;
    throw reason;
  }
}

/** The same transport, all of whose messages are said so. */
export function plainly<T extends Transport>(transport: T): T {
  const send = transport.send.bind(transport);
  transport.send = (message, options) => send(saidPlainly(message), options);
  return transport;
}
