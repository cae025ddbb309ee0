/** A form that was sent, as far as it could be read. */
export type SentForm = URLSearchParams | 'unreadable' | 'too-long';

/** A quotation of the longest kind in any script, percent-encoded, and as much again. */
const MOST_BYTES = 256 * 1024;

/** Reads the fields of a form from the body of a request, and no more of it than a form may have. */
export async function readForm(request: Request): Promise<SentForm> {
  const kind = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (kind !== 'application/x-www-form-urlencoded' || request.body === null) return 'unreadable';
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body) {
    size += piece.byteLength;
    if (size > MOST_BYTES) return 'too-long';
    pieces.push(piece);
  }
  return new URLSearchParams(new TextDecoder().decode(Buffer.concat(pieces)));
}
