import type { Duplex } from 'node:stream';
import { en } from '../words/en.ts';

/** How long one who sends too much is listened to, so that the answer is read. */
const DRAIN_MS = 2000;

/**
 * Answers what is no request, or has an address without end. Who asks is not known yet: no page is sent, since it may
 * be a program. What is no request comes from one for certain, and is told as problem details (RFC 9457); what is too
 * long may be a reader's question, and is told in plain words.
 */
export function refuseHead(error: Error, socket: Duplex): void {
  if (!socket.writable || ('code' in error && error.code === 'ECONNRESET')) {
    socket.destroy();
    return;
  }
  const isTooLong = 'code' in error && error.code === 'HPE_HEADER_OVERFLOW';
  const { title, says } = en.tooLong;
  const [head, body] = isTooLong
    ? answerOf('431 Request Header Fields Too Large', 'text/plain; charset=utf-8', `${title}\n\n${says}\n`)
    : answerOf('400 Bad Request', 'application/problem+json', `${JSON.stringify(NO_REQUEST)}\n`);
  socket.end(asksForHead(error) ? head : head + body);
  socket.resume();
  setTimeout(() => socket.destroy(), DRAIN_MS).unref();
}

const NO_REQUEST = { type: 'about:blank', status: 400, ...en.faults[400] };

/** As far as what came last tells. */
const asksForHead = (error: Error): boolean =>
  'rawPacket' in error &&
  error.rawPacket instanceof Uint8Array &&
  new TextDecoder('latin1').decode(error.rawPacket.subarray(0, 5)) === 'HEAD ';

const answerOf = (status: string, mediaType: string, body: string): readonly [head: string, body: string] => [
  `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: ${mediaType}\r\nx-content-type-options: nosniff\r\naccess-control-allow-origin: *\r\ncache-control: no-store\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`,
  body,
];
