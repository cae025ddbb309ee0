/** What the head of a JPEG says: its size, its channels (1 grey, 3 colour, 4 ink), and how it is to be turned (EXIF, 1 for not). */
export interface JpegHead {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: number;
  readonly orientation: number;
}

const MOST_SEGMENTS = 1000;

/** Reads the segments of a JPEG up to its frame; undefined where the bytes are none. Source: ITU T.81, annex B. */
export function readJpegHead(bytes: Uint8Array): JpegHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let orientation = 1;
  let at = 2;
  for (let segment = 0; segment < MOST_SEGMENTS && at + 4 <= view.byteLength; segment++) {
    const marker = view.getUint16(at);
    if (marker === 0xffff) {
      at++;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker < 0xff01 || length < 2 || at + 2 + length > view.byteLength) return undefined;
    if (marker === 0xffe1) orientation = orientationIn(view, at + 4, length - 2) ?? orientation;
    if (isFrame(marker) && length >= 8)
      return {
        heightPx: view.getUint16(at + 5),
        widthPx: view.getUint16(at + 7),
        channels: view.getUint8(at + 9),
        orientation,
      };
    at += 2 + length;
  }
  return undefined;
}

/** SOF0 to SOF15, without the tables that share their row. */
const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);

/** The tag 0x0112 of an EXIF segment. Source: TIFF 6.0, Exif 2.3. */
function orientationIn(view: DataView, start: number, size: number): number | undefined {
  if (size < 20 || view.getUint32(start) !== 0x45786966) return undefined;
  const tiff = start + 6;
  const end = start + size;
  const isLittle = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  if (directory + 2 > end) return undefined;
  const entries = Math.min(view.getUint16(directory, isLittle), 200);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > end) return undefined;
    if (view.getUint16(at, isLittle) === 0x0112) return view.getUint16(at + 8, isLittle);
  }
  return undefined;
}
