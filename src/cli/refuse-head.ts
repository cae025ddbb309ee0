import type { Duplex } from 'node:stream';
import { en } from '../words/en.ts';

/** How long one who sends too much is listened to, so that the answer is read. */
const DRAIN_MS = 2000;

/** Answers what is no request, or has an address without end, in words. */
export function refuseHead(error: Error, socket: Duplex): void {
  if (!socket.writable || ('code' in error && error.code === 'ECONNRESET')) {
    socket.destroy();
    return;
  }
  const isTooLong = 'code' in error && error.code === 'HPE_HEADER_OVERFLOW';
  const { title, says } = en.tooLong;
  const body = isTooLong
    ? `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${says}</p></html>\n`
    : '';
  const status = isTooLong ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const head = `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  socket.end(head + body);
  socket.resume();
  setTimeout(() => socket.destroy(), DRAIN_MS).unref();
}
