import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { SearchDocument } from '../../src/core/search-document.ts';
import { syntheticDocuments } from './synthetic.ts';

/** Documents that are made, or those written to a file by `recordVolumes`, a JSON a line. */
export type Corpus =
  | { readonly kind: 'synthetic'; readonly count: number }
  | { readonly kind: 'file'; readonly count: number; readonly path: string };

/** The documents, one by one. */
export async function* documentsOf(corpus: Corpus): AsyncGenerator<SearchDocument> {
  if (corpus.kind === 'synthetic') yield* syntheticDocuments(corpus.count);
  else
    for await (const line of createInterface({ input: createReadStream(corpus.path) }))
      yield JSON.parse(line);
}

/** So many of them at most, spread over the file; of what is made the first are as good as any. */
export async function sampleOf(corpus: Corpus, most: number): Promise<readonly SearchDocument[]> {
  if (corpus.kind === 'synthetic') return [...syntheticDocuments(Math.min(most, corpus.count))];
  const step = Math.max(1, Math.floor(corpus.count / most));
  const sample: SearchDocument[] = [];
  let at = 0;
  for await (const document of documentsOf(corpus)) if (at++ % step === 0) sample.push(document);
  return sample;
}

/** Bytes of all that is searched, as UTF-8. */
export const textBytes = ({ passages }: SearchDocument): number =>
  passages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
