import type { Read } from '../../core/draft.ts';
import { problem } from '../../core/problem.ts';
import type { TextSource } from '../format.ts';
import { createXmlReader } from '../xml/xml-reader.ts';
import { TeiBuilder } from './tei-builder.ts';

const SLICE = 1 << 17;

/**
 * Reads TEI P5 as it comes: the documents of a volume one by one, or the one text that the file holds.
 *
 *   a volume of div[@type="document"] -> stubs and documents in order, persons and terms of its lists,
 *                                        its divisions as collections, at last the volume itself
 *   any other TEI                     -> one document, and the persons, places and works that it explains
 *
 * No more than one document's tree and the volume's matter are held at a time. What is not well-formed is a
 * problem with its line; reading goes on behind it.
 *
 * Source: TEI P5 4.11.0.
 */
export async function* readTei(source: TextSource): AsyncGenerator<Read> {
  const queue: Read[] = [];
  const builder = new TeiBuilder(source, (read) => queue.push(read));
  const reader = createXmlReader(source.name, builder);
  for await (const chunk of source.chunks)
    for (let at = 0; at < chunk.length; at += SLICE) {
      reader.write(chunk.slice(at, at + SLICE));
      yield* queue.splice(0);
    }
  reader.end();
  if (!builder.end())
    queue.push({ kind: 'problem', problem: problem('format-unknown', { file: source.name }) });
  yield* queue.splice(0);
}
