import { promisify } from 'node:util';
import { gzip, zstdCompress, constants } from 'node:zlib';
import { isText, type Text, type Written } from './respond.ts';

const gzipped = promisify(gzip);
const zstd = promisify(zstdCompress);

const utf8 = new TextEncoder();
/** Where pages are written, to be taken from there as long as they are: room made anew for each costs as much as the writing. */
const desk = new ArrayBuffer(1.5 * 1024 * 1024);
const pen = Buffer.from(desk);
const MOST_BYTES_EACH = 3;

function bytesOf(body: Text): Uint8Array<ArrayBuffer> {
  if (body.length * MOST_BYTES_EACH > desk.byteLength) return utf8.encode(String(body));
  let end = 0;
  for (const piece of typeof body === 'string' ? [body] : [...body.begun, body.end])
    end += pen.write(piece, end, 'utf8');
  return new Uint8Array(desk.slice(0, end));
}

export type Encoding = 'zstd' | 'gzip' | 'identity';

/** The best encoding that a reader takes. */
export const encodingFor = (accepted: string | null): Encoding =>
  acceptsEncoding(accepted, 'zstd') ? 'zstd' : acceptsEncoding(accepted, 'gzip') ? 'gzip' : 'identity';

const PACKABLE =
  /^(text\/|application\/(json|(?:[a-z.]+\+)json|(?:[a-z]+\+)?xml|x-research-info-systems|x-bibtex)|image\/svg)/;
const LEAST_PACKED = 1000;

/** Whether packing makes an answer smaller: not what is short, or packed already. */
export const isWorthPacking = ({ headers, body }: Written): boolean =>
  PACKABLE.test(headers['content-type'] ?? '') && isText(body) && body.length >= LEAST_PACKED;

/** Whether a reader takes an encoding: named, and not refused by a weight of nothing. */
export const acceptsEncoding = (accepted: string | null, name: string): boolean =>
  (accepted ?? '').split(',').some((one) => {
    const [coding = '', ...weights] = one.split(';').map((part) => part.trim().toLowerCase());
    return coding === name && !weights.some((weight) => /^q=0(\.0*)?$/.test(weight));
  });

/** The body in that encoding, at the level that costs least. */
export async function encode(body: Text, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = bytesOf(body);
  if (encoding === 'identity') return bytes;
  const packed =
    encoding === 'gzip'
      ? await gzipped(bytes, { level: 1 })
      : await zstd(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
  return new Uint8Array(packed);
}
