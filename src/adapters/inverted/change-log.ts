import { crc32 } from 'node:zlib';
import { parseId, RECORD_KINDS, type RecordId } from '../../core/id.ts';
import { parseLanguage } from '../../core/language.ts';
import { FACET_FIELDS, PASSAGE_FIELDS, type FacetField } from '../../core/query.ts';
import type { SearchDocument, SearchPassage } from '../../core/search-document.ts';
import type { IndexBatch } from '../../ports/search-index.ts';
import { ByteWriter, u32At } from './bytes.ts';
import { Damaged, type OpenFile } from './index-files.ts';

const HEAD_BYTES = 8;

/** A batch as it stands in the log: its length, its checksum, and itself as JSON. */
export function printBatch(batch: IndexBatch): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(batch));
  const bytes = new ByteWriter(text.length + HEAD_BYTES);
  bytes.u32(text.length);
  bytes.u32(crc32(text));
  bytes.copy(text);
  return bytes.written();
}

export interface ReadBatches {
  readonly batches: readonly IndexBatch[];
  /** Where the last whole batch ends: what stands behind it was not written to its end. */
  readonly end: number;
}

/** The whole batches of a log from a place on. A batch that is not whole ends the log, and all behind it. */
export function readBatches(file: OpenFile, from: number): ReadBatches {
  const batches: IndexBatch[] = [];
  let end = from;
  while (end + HEAD_BYTES <= file.sizeBytes) {
    const head = file.read(end, HEAD_BYTES);
    const length = u32At(head, 0);
    if (end + HEAD_BYTES + length > file.sizeBytes) break;
    const text = file.read(end + HEAD_BYTES, length);
    if (text.length < length || crc32(text) !== u32At(head, 4)) break;
    batches.push(readBatch(JSON.parse(new TextDecoder().decode(text))));
    end += HEAD_BYTES + length;
  }
  return { batches, end };
}

type Said = Readonly<Record<string, unknown>>;
const said = (value: unknown): Said => (typeof value === 'object' && value !== null ? { ...value } : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const broken = (): Damaged => new Damaged('the log of changes holds what is no change');

function readBatch(value: unknown): IndexBatch {
  const { put, remove, upTo } = said(value);
  if (typeof upTo !== 'number') throw broken();
  return { put: list(put).map(readDocument), remove: list(remove).map(readId), upTo };
}

function readId(value: unknown): RecordId {
  const id = parseId(text(value) ?? '');
  if (id === undefined) throw broken();
  return id;
}

function readDocument(value: unknown): SearchDocument {
  const { id, kind, passages, facets, earliest, latest, dateKey, titleKey, openedAt, prints, cites } =
    said(value);
  const known = RECORD_KINDS.find((one) => one === kind);
  const [day, title, opened] = [text(dateKey), text(titleKey), text(openedAt)];
  if (known === undefined || day === undefined || title === undefined || opened === undefined) throw broken();
  const [first, last] = [text(earliest), text(latest)];
  return {
    id: readId(id),
    kind: known,
    passages: list(passages).map(readPassage),
    facets: readFacets(said(facets)),
    ...(first === undefined ? {} : { earliest: first }),
    ...(last === undefined ? {} : { latest: last }),
    dateKey: day,
    titleKey: title,
    openedAt: opened,
    ...(prints === undefined ? {} : { prints: list(prints).map(Number) }),
    ...(cites === undefined ? {} : { cites: list(cites).map(String) }),
  };
}

function readFacets(values: Said): SearchDocument['facets'] {
  const facets: Partial<Record<FacetField, readonly string[]>> = {};
  for (const field of FACET_FIELDS)
    if (values[field] !== undefined) facets[field] = list(values[field]).map(String);
  return facets;
}

function readPassage(value: unknown): SearchPassage {
  const passage = said(value);
  const field = PASSAGE_FIELDS.find((one) => one === passage['field']);
  const words = text(passage['text']);
  if (field === undefined || words === undefined) throw broken();
  const lang = parseLanguage(text(passage['lang']) ?? '');
  const [block, rendition] = [text(passage['block']), text(passage['rendition'])];
  return {
    field,
    text: words,
    ...(lang === undefined ? {} : { lang }),
    ...(block === undefined ? {} : { block }),
    ...(rendition === undefined ? {} : { rendition }),
  };
}
