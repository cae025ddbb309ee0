import type { Collection, Matter } from '../../core/collection.ts';
import { boundsOf, type Bounds } from '../../core/date/bounds.ts';
import { parseEdtf } from '../../core/date/edtf.ts';
import { sourceKey, type Draft, type Read, type SourceKey } from '../../core/draft.ts';
import type { Identifier } from '../../core/id.ts';
import { UNDETERMINED, type LanguageTag } from '../../core/language.ts';
import { problem } from '../../core/problem.ts';
import { childOf, descendantsOf, isBlank, plainOf, type XmlElement, type XmlNode } from '../xml/xml-node.ts';
import { readPersons, readTerms } from './authorities.ts';
import type { Exchange } from './cited-numbers.ts';
import { mainTitle, type Header } from './header.ts';
import { readMatter, readSections } from './matter.ts';
import { readNotHeld } from './not-held.ts';
import { needed, type TeiFile } from './text-state.ts';
import { readVolumeDocument, type Standing } from './volume-document.ts';

/** The page on which a document begins, and the ids of those that began just before it. */
export type PagesBefore = Pick<Standing, 'page' | 'pages'>;

/** A volume being read: its documents go out as they end, the volume itself when all is known. */
export interface Volume {
  readonly file: TeiFile;
  readonly header: Header;
  readonly lang: LanguageTag;
  readonly key: SourceKey;
  /** What it covers: a date outside of it is doubted. */
  readonly period?: Bounds;
  /** Front matter, once read. */
  matter: Matter<SourceKey>[];
  /** Sections and pages of its matter, by which references lead to the volume. */
  readonly matterIds: Identifier[];
  sequence: number;
  /** How many documents stood before a division began. */
  readonly begunAt: Map<XmlElement, number>;
  readonly ids: Set<string>;
}

function coverageOf(header: Header): Bounds | undefined {
  const edtf = header.period === undefined ? undefined : parseEdtf(header.period);
  return edtf === undefined ? undefined : boundsOf(edtf);
}

export function newVolume(file: TeiFile, header: Header): Volume {
  const period = coverageOf(header);
  return { ...bareVolume(file, header), ...(period === undefined ? {} : { period }) };
}

const bareVolume = (file: TeiFile, header: Header): Volume => ({
  file,
  header,
  lang: header.languages[0] ?? UNDETERMINED,
  key: sourceKey('tei', file.base),
  matter: [],
  matterIds: [],
  sequence: 0,
  begunAt: new Map(),
  ids: new Set(),
});

const draft = (one: Draft): Read => ({ kind: 'draft', draft: one });
const NOTES = new Set(['note']);

/** Reads front matter: the lists that it holds become persons and terms, each section a page. */
export function* readFront(volume: Volume, front: XmlElement, position: 'front' | 'back'): Generator<Read> {
  for (const one of readTerms(volume.file, front, volume.lang)) yield* once(volume, one);
  for (const one of readPersons(volume.file, front, volume.lang)) yield* once(volume, one);
  volume.matter.push(...readSections(volume.file, front, position));
  for (const one of descendantsOf(front)) {
    const id = one.attributes['xml:id'];
    if (id !== undefined && (one.name === 'pb' || one.name === 'div'))
      volume.matterIds.push({
        scheme: one.name === 'pb' ? 'page' : 'tei',
        value: `${volume.file.base}#${id}`,
      });
  }
}

function* once(volume: Volume, one: Draft): Generator<Read> {
  const known = volume.ids.has(one.key);
  if (!known) {
    volume.ids.add(one.key);
    yield draft(one);
  } else if (one.record.kind !== 'term')
    yield {
      kind: 'problem',
      problem: problem('id-twice', { file: volume.file.name, ...at(one.line) }, { value: one.key }),
    };
}

const at = (line: number | undefined): { readonly line?: number } => (line === undefined ? {} : { line });

/** The key of a division as a collection of its own. */
export function divisionKey(volume: Volume, div: XmlElement): SourceKey {
  const id = div.attributes['xml:id'] ?? `div-${volume.begunAt.get(div) ?? 0}-${div.line}`;
  return sourceKey('tei', `${volume.file.base}#${id}`);
}

/** Reads a document that has ended. An id met before is said, and the document taken in under one of its own. */
export function* readDocument(
  volume: Volume,
  div: XmlElement,
  inside: XmlElement | undefined,
  before: PagesBefore,
): Generator<Read> {
  volume.sequence++;
  const given = div.attributes['xml:id'];
  let element = div;
  if (given !== undefined && volume.ids.has(given)) {
    yield {
      kind: 'problem',
      problem: problem('id-twice', { file: volume.file.name, line: div.line }, { value: given }),
    };
    element = { ...div, attributes: { ...div.attributes, 'xml:id': `${given}-at-${volume.sequence}` } };
  }
  if (given !== undefined) volume.ids.add(given);
  const standing: Standing = {
    collection: inside === undefined ? volume.key : divisionKey(volume, inside),
    sequence: volume.sequence,
    volumeTitle: mainTitle(volume.header)?.text ?? volume.file.base,
    ...before,
    lang: volume.lang,
    ...(volume.period === undefined ? {} : { period: volume.period }),
    rights: volume.header.rights,
    isFrus: volume.header.isFrus,
  };
  const { draft: document, exchange } = readVolumeDocument(volume.file, element, standing);
  yield* stubsOf(volume.file);
  yield draft(document);
  yield* afterDocument(volume, document, exchange);
}

const DOUBTS = { impossible: 'date-impossible', 'out-of-range': 'date-doubtful' } as const;

/** What a document's dates leave to be looked at, and what its notes know of and do not hold. */
function* afterDocument(volume: Volume, one: Draft, exchange: Exchange): Generator<Read> {
  if (one.record.kind !== 'document') return;
  const where = { file: volume.file.name, record: one.key, field: 'dates', ...at(one.line) };
  for (const { doubt, words } of one.record.dates)
    if (doubt)
      yield {
        kind: 'problem',
        problem: problem(DOUBTS[doubt.kind], where, { value: words, facts: { expected: doubt.words } }),
      };
  const { verbatim, original } = one.record.source;
  const isPrinted = one.record.otherFields?.some((field) => field.name === 'published in');
  if (verbatim !== undefined && original === undefined && !isPrinted)
    yield {
      kind: 'problem',
      problem: problem('source-not-parsed', { ...where, field: 'source' }, { value: verbatim }),
    };
  for (const rendition of one.record.renditions) {
    if (rendition.kind === 'facsimile') continue;
    for (const told of readNotHeld(rendition.text, {
      base: volume.file.base,
      key: one.key,
      document: one.record,
      exchange,
    })) {
      if (told.joins === 'stub') {
        needed(volume.file, told);
        continue;
      }
      if (volume.ids.has(told.key)) continue;
      volume.ids.add(told.key);
      yield* stubsOf(volume.file);
      yield draft(told);
    }
  }
}

/** Places and bodies named since last asked, each once a file. */
export function* stubsOf(file: TeiFile): Generator<Read> {
  for (const one of file.stubs.splice(0)) yield draft(one);
}

type Parents = Collection<SourceKey>['parents'];

function collectionOf(
  volume: Volume,
  title: string,
  parents: Parents,
  matter: readonly Matter<SourceKey>[],
  id: string | undefined,
): Collection<SourceKey> {
  const value = id === undefined ? volume.file.base : `${volume.file.base}#${id}`;
  return {
    kind: 'collection',
    identifiers: [{ scheme: 'tei', value }],
    titles: title === '' ? [] : [{ text: title, lang: volume.lang, titleKind: 'original' }],
    description: [],
    seeAlso: [],
    curators: [],
    parents,
    matter,
    rights: volume.header.rights,
    notes: [],
    attestations: [],
  };
}

/** Words and marks of a division that stand in none of its documents and divisions. */
const isDivision = (node: XmlNode): node is XmlElement =>
  typeof node !== 'string' && /^div\d?$/.test(node.name);

function* readDivision(
  volume: Volume,
  div: XmlElement,
  parents: Parents,
  before: readonly XmlNode[],
): Generator<Read> {
  const id = div.attributes['xml:id'] ?? divisionKey(volume, div).split('#')[1];
  const key = divisionKey(volume, div);
  const loose = [...before, ...div.children.filter((child) => !isDivision(child))];
  const head = childOf(div, 'head');
  const title = plainOf(head, NOTES);
  const hasMore =
    loose.some((node) => (typeof node === 'string' ? !isBlank(node) : node !== head)) ||
    (head !== undefined && [...descendantsOf(head)].some((one) => one.name !== 'hi' && one.name !== 'lb'));
  const matter = hasMore
    ? [
        readMatter(volume.file, loose, {
          slug: id ?? 'introduction',
          title: title || (id ?? ''),
          position: 'front' as const,
        }),
      ]
    : [];
  yield draft({
    key,
    joins: 'whole',
    line: div.line,
    record: collectionOf(volume, title, parents, matter, id),
  });
  let sequence = 0;
  for (const child of div.children)
    if (isDivision(child))
      yield* readDivision(
        volume,
        child,
        [{ collection: key, sequence: (volume.begunAt.get(child) ?? 0) + ++sequence }],
        [],
      );
}

/** Reads what is left of a volume when it has ended: its divisions as collections, its back matter, itself. */
export function* finishVolume(volume: Volume, text: XmlElement | undefined): Generator<Read> {
  let loose: XmlNode[] = [];
  let sequence = 0;
  for (const part of text?.children ?? []) {
    if (typeof part === 'string') continue;
    if (part.name === 'front' || part.name === 'back') {
      yield* readFront(volume, { ...part, children: [...loose, ...part.children] }, part.name);
      loose = [];
    } else if (part.name === 'body' || part.name === 'group') {
      for (const child of part.children) {
        if (isDivision(child)) {
          yield* readDivision(volume, child, [{ collection: volume.key, sequence: ++sequence }], loose);
          loose = [];
        } else if (typeof child !== 'string' || !isBlank(child)) loose.push(child);
      }
    } else loose.push(part);
  }
  if (loose.length > 0)
    volume.matter.push(
      readMatter(volume.file, loose, { slug: 'text', title: volume.file.base, position: 'back' }),
    );
  yield* stubsOf(volume.file);
  yield draft({ key: volume.key, joins: 'whole', record: volumeCollection(volume) });
}

function volumeCollection(volume: Volume): Collection<SourceKey> {
  const { header } = volume;
  const main = mainTitle(header);
  const second = header.titles.find((title) => title.type === 'volume' && title.text !== main?.text);
  const base = collectionOf(volume, main?.text ?? volume.file.base, [], volume.matter, undefined);
  const notes = [header.publication, header.sourceWords].filter((text) => text !== '');
  return {
    ...base,
    titles: [
      ...base.titles,
      ...(second ? [{ text: second.text, lang: volume.lang, titleKind: 'original' as const }] : []),
    ],
    identifiers: [
      ...base.identifiers,
      ...volume.matterIds,
      ...header.idnos
        .filter((one) => one.type !== 'frus')
        .map((one) => ({ scheme: one.type, value: one.value })),
    ],
    ...(header.period ? { period: header.period } : {}),
    curators: header.editors,
    ...(header.published ? { published: header.published } : {}),
    notes: notes.map((text) => ({ text, lang: volume.lang })),
  };
}
