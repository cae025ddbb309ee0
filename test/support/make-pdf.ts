import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { FileStore } from '../../src/ports/file-store.ts';

export type PdfPen = InstanceType<typeof PDFDocument>;

/** A PDF as its makers would save it; `draw` has the first page open. */
export async function makePdf(
  draw: (pen: PdfPen) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const pen = new PDFDocument({ size: [595, 842], margin: 0, ...options });
  const parts: Uint8Array[] = [];
  pen.on('data', (part: Uint8Array) => parts.push(part));
  const ended = new Promise<void>((resolve) => pen.on('end', () => resolve()));
  draw(pen);
  pen.end();
  await ended;
  return Buffer.concat(parts);
}

/** Files by digest, as a store holds them; `put` answers the digest. */
export function heldFiles(): Pick<FileStore, 'open'> & { hold(bytes: Uint8Array): string } {
  const held = new Map<string, Uint8Array>();
  return {
    hold(bytes) {
      const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      held.set(digest, bytes);
      return digest;
    },
    async open(digest) {
      const bytes = held.get(digest);
      return bytes && inParts(bytes);
    },
  };
}

async function* inParts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
