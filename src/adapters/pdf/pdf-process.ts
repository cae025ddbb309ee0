/** The process that reads PDFs: one file at a time, and nothing but what it is sent. It ends with its parent. */
import { impossible } from '../../core/result.ts';
import type { PdfCall, PdfReply } from './pdf-calls.ts';
import { openDocument, PdfFault, type PdfDocument } from './pdf-document.ts';
import { loadPdfium } from './pdfium.ts';

const pdfium = await loadPdfium();
let parts: Uint8Array[] = [];
let document: PdfDocument | undefined;

function answer(call: PdfCall): PdfReply {
  switch (call.kind) {
    case 'part':
      parts.push(call.bytes);
      return { kind: 'taken' };
    case 'open':
      return { kind: 'opened', pageCount: open().pageCount };
    case 'inspect':
      return {
        kind: 'inspected',
        pages: Array.from({ length: call.to - call.from + 1 }, (_, at) => held().inspect(call.from + at)),
      };
    case 'picture':
      return { kind: 'pictured', picture: held().picture(call.page) };
    case 'words':
      return { kind: 'worded', words: held().words(call.page) };
    default:
      return impossible(call);
  }
}

function open(): PdfDocument {
  document?.close();
  document = undefined;
  const sent = parts;
  parts = [];
  document = openDocument(pdfium, sent);
  return document;
}

function held(): PdfDocument {
  if (!document) throw new PdfFault({ kind: 'broken' });
  return document;
}

process.on('message', (call: PdfCall) => {
  try {
    process.send?.(answer(call));
  } catch (reason) {
    // Whatever else a file brings about, this process is the one to end of it.
    if (!(reason instanceof PdfFault)) throw reason;
    process.send?.({ kind: 'trouble', trouble: reason.trouble } satisfies PdfReply);
  }
});
process.on('disconnect', () => process.exit());
