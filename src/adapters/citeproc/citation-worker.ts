import { parentPort } from 'node:worker_threads';
import type { CitationStyle } from '../../core/citation/styles.ts';
import type { CitationAsked } from '../../ports/citation-writer.ts';
import { makeEngine, type StyleEngine } from './style-engine.ts';

/** What the thread is asked, and what it answers; `number` tells which question is answered. */
export interface ToWrite {
  readonly number: number;
  readonly asked: readonly CitationAsked[];
}
export type Written =
  | { readonly number: number; readonly kind: 'written'; readonly written: readonly string[] }
  | { readonly number: number; readonly kind: 'failed'; readonly message: string };

const engines = new Map<CitationStyle, Promise<StyleEngine>>();

function engineOf(style: CitationStyle): Promise<StyleEngine> {
  const known = engines.get(style) ?? makeEngine(style);
  engines.set(style, known);
  return known;
}

async function write(asked: readonly CitationAsked[]): Promise<readonly string[]> {
  const written: string[] = [];
  for (const one of asked) written.push((await engineOf(one.style)).write(one));
  return written;
}

/** The thread that makes styles ready and writes with them, so that the server goes on answering meanwhile. */
parentPort?.on('message', ({ number, asked }: ToWrite) => {
  const say = (written: Written): void => parentPort?.postMessage(written);
  write(asked).then(
    (written) => say({ number, kind: 'written', written }),
    (reason: unknown) =>
      say({
        number,
        kind: 'failed',
        message: reason instanceof Error ? (reason.stack ?? reason.message) : '',
      }),
  );
});
