/** The process that cleans pages and reads them with tesseract.js: one at a time. It ends with its parent. */
import type { Worker } from 'tesseract.js';
import { impossible } from '../../core/result.ts';
import { cleanUp } from '../sharp/clean-up.ts';
import type { GreyPixels } from '../sharp/grey-pixels.ts';
import type { OcrCall, OcrReply } from './ocr-calls.ts';
import { turnedOver } from './second-look.ts';

let kept: Uint8Array = new Uint8Array();
let reader: { readonly key: string; readonly worker: Worker } | undefined;

/** A picture as its size and its pixels: what every engine opens. Source: netpbm, pgm(5). */
function pgmOf({ bytes, widthPx, heightPx }: GreyPixels): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${widthPx} ${heightPx}\n255\n`), bytes]);
}

async function answer(call: OcrCall): Promise<OcrReply> {
  switch (call.kind) {
    case 'clean':
      return clean(call);
    case 'read': {
      const worker = await readerOf(call);
      const { data } = await worker.recognize(
        Buffer.from(call.isTurnedOver ? turnedOver(kept) : kept),
        {},
        { text: true, tsv: true },
      );
      return { kind: 'read', tsv: data.tsv ?? '', text: data.text };
    }
    default:
      return impossible(call);
  }
}

async function clean(call: Extract<OcrCall, { kind: 'clean' }>): Promise<OcrReply> {
  try {
    const { page, laid } = await cleanUp(call.picture, call.steps);
    kept = pgmOf(page);
    return { kind: 'cleaned', laid, ...(call.isSentBack ? { pgm: kept } : {}) };
  } catch (reason) {
    return { kind: 'no-picture', message: reason instanceof Error ? reason.message : String(reason) };
  }
}

async function readerOf({ codes, mode, folder }: Extract<OcrCall, { kind: 'read' }>): Promise<Worker> {
  const key = [folder, mode, ...codes].join('+');
  if (reader?.key === key) return reader.worker;
  await reader?.worker.terminate();
  reader = undefined;
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const worker = await createWorker([...codes], OEM.LSTM_ONLY, {
    langPath: folder,
    cacheMethod: 'none',
    gzip: false,
    errorHandler: (reason: unknown) => {
      throw reason;
    },
  });
  await worker.setParameters({
    tessedit_pageseg_mode: mode === '6' ? PSM.SINGLE_BLOCK : PSM.AUTO,
    user_defined_dpi: '300',
    preserve_interword_spaces: '1',
  });
  reader = { key, worker };
  return worker;
}

process.on('message', (call: OcrCall) => {
  // What else goes wrong ends this process, and is told by its end.
  answer(call).then(
    (reply) => process.send?.(reply),
    (reason: unknown) => {
      process.stderr.write(`${String(reason)}\n`, () => process.exit(1));
    },
  );
});
process.on('disconnect', () => process.exit());
