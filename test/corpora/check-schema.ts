import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import type { ArchiveDocument } from '../../src/core/document.ts';
import { makeId } from '../../src/core/id.ts';
import { viewFor, type PublicRecord } from '../../src/core/public-record.ts';
import { mapReferences } from '../../src/core/references.ts';
import { readTei } from '../../src/formats/tei/read-tei.ts';
import { writeTei } from '../../src/formats/tei/write-tei.ts';

const ID = makeId('document', 'k4m7q2zx');

/** A document as read, as it would stand once public; each reference leads to one and the same record. */
function published(document: ArchiveDocument<string>): PublicRecord<ArchiveDocument> | undefined {
  const record = mapReferences(document, () => ID);
  const edition = { number: 1, version: 1, at: '2026-01-01T00:00:00Z', by: 'prove' };
  if (record === undefined) return undefined;
  const standing = {
    id: ID,
    kind: 'document',
    head: 1,
    editions: [edition],
    state: { kind: 'published' },
    restrictions: [],
    revision: 1,
  } as const;
  const view = viewFor(
    standing,
    { number: 1, at: edition.at, by: edition.by, record },
    edition,
    '2026-01-02',
  );
  return view.kind === 'public' && view.view.record.kind === 'document'
    ? { ...view.view, record: view.view.record }
    : undefined;
}

async function* whole(xml: string): AsyncGenerator<string> {
  yield xml;
}

async function documentsOf(name: string, xml: string): Promise<ArchiveDocument<string>[]> {
  const found: ArchiveDocument<string>[] = [];
  for await (const read of readTei({ name, chunks: whole(xml) }))
    if (read.kind === 'draft' && read.draft.record.kind === 'document') found.push(read.draft.record);
  return found;
}

const textsOf = (document: ArchiveDocument<string> | undefined): string =>
  JSON.stringify(document?.renditions.map((one) => (one.kind === 'facsimile' ? undefined : one.text)));

/** The TEI that goes out for every `step`-th document of a file, with those that do not read back equal. */
export async function writtenOf(
  name: string,
  xml: string,
  step: number,
): Promise<{ readonly written: readonly string[]; readonly faults: readonly string[] }> {
  const written: string[] = [];
  const faults: string[] = [];
  const documents = await documentsOf(name, xml);
  for (let at = 0; at < documents.length; at += step) {
    const document = documents[at];
    const shown = document && published(document);
    if (document === undefined || shown === undefined) continue;
    const out = writeTei(shown, { archive: 'Prove' });
    written.push(out);
    const [back] = await documentsOf('back.xml', out);
    if (textsOf(back) !== textsOf(document))
      faults.push(`${name}: ${document.identifiers[0]?.value} does not read back equal`);
  }
  return { written, faults };
}

/** What the schema of TEI refuses, or undefined where the schema is not there. */
export async function refusedBySchema(
  folder: string,
  written: readonly string[],
): Promise<readonly string[] | undefined> {
  const file = join(folder, 'tei', 'tei_all-4.11.0.rng');
  if (!existsSync(file)) return undefined;
  const schema = readFileSync(file, 'utf8');
  const refused: string[] = [];
  for (let at = 0; at < written.length; at += 40) {
    const xml = written.slice(at, at + 40).map((contents, n) => ({ fileName: `${at + n}.xml`, contents }));
    const { errors } = await validateXML({ xml, schema, extension: 'relaxng', maxMemoryPages: 65536 });
    refused.push(...errors.map((error) => error.rawMessage));
  }
  return refused;
}
