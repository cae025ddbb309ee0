/** A form that was sent, as far as it could be read. */
export type SentForm = URLSearchParams | 'unreadable' | 'too-long';

/** A quotation of the longest kind in any script, percent-encoded, and as much again. */
const MOST_BYTES = 256 * 1024;

/** Reads the fields of a form from the body of a request, and no more of it than a form may have. */
export async function readForm(request: Request): Promise<SentForm> {
  const kind = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (kind !== 'application/x-www-form-urlencoded') return 'unreadable';
  const body = await readBody(request, MOST_BYTES);
  if (body === undefined) return 'unreadable';
  return body === 'too-long' ? body : new URLSearchParams(new TextDecoder().decode(body));
}

/** What was sent, and no more of it than may be; undefined where nothing was. */
export async function readBody(
  request: Request,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer> | 'too-long' | undefined> {
  if (request.body === null) return undefined;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body) {
    size += piece.byteLength;
    if (size > mostBytes) return 'too-long';
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}
