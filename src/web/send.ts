import type { Answer } from './answer.ts';
import type { Kept } from './kept-answers.ts';
import { BY_ENCODING } from './negotiate.ts';
import { acceptsEncoding, encode, isWorthPacking, type Encoding } from './encode.ts';
import { askedType, isText, SECURITY, streamOf, textOf, type Text, type Written } from './respond.ts';

/** What is written, packed as whoever asks takes it; what is short stays as it is. */
export async function packed(
  written: Written,
  body: Text,
  preferred: Encoding,
  vary = BY_ENCODING,
): Promise<Kept> {
  const encoding = isWorthPacking(written) ? preferred : 'identity';
  const bytes = await encode(body, encoding);
  const headers =
    encoding === 'identity' ? written.headers : { ...written.headers, 'content-encoding': encoding };
  return {
    status: written.status,
    headers: { ...headers, vary, 'content-length': String(bytes.byteLength) },
    bytes,
  };
}

/** A whole answer; its headers alone where only they were asked for. */
export const send = (
  request: Request,
  status: number,
  headers: Kept['headers'],
  bytes: Uint8Array<ArrayBuffer>,
): Response =>
  new Response(request.method === 'HEAD' || bytes.byteLength === 0 ? null : bytes, {
    status,
    headers: { ...SECURITY, ...askedType(headers, request.headers.get('accept')) },
  });

/** Whoever asks has it already. */
export const unchanged = (tag: string, vary = BY_ENCODING): Response =>
  new Response(null, {
    status: 304,
    headers: { ...SECURITY, etag: tag, 'cache-control': 'no-cache', vary },
  });

/** An answer that is sent piece by piece, or in bytes as they are. */
export function sendStream(request: Request, written: Written): Response {
  const { body } = written;
  const shown = body instanceof Uint8Array ? body : isText(body) ? textOf(body) : streamOf(body);
  return new Response(request.method === 'HEAD' ? null : shown, {
    status: written.status,
    headers: { ...SECURITY, ...written.headers },
  });
}

/** A file of the site, packed beforehand where whoever asks takes it so. */
export function sendAsset(
  request: Request,
  answer: Extract<Answer, { kind: 'asset' }>,
  written: Written,
): Response {
  const isPacked =
    answer.brotli !== undefined && acceptsEncoding(request.headers.get('accept-encoding'), 'br');
  const bytes = isPacked && answer.brotli !== undefined ? answer.brotli : answer.bytes;
  const headers = {
    ...written.headers,
    vary: 'accept-encoding',
    ...(isPacked ? { 'content-encoding': 'br' } : {}),
  };
  return send(request, 200, headers, bytes);
}
