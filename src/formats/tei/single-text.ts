import type { Contribution } from '../../core/contribution.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import type { ArchiveDocument, PlaceMention } from '../../core/document.ts';
import { sourceKey, type Read, type SourceKey } from '../../core/draft.ts';
import { parseLanguage, UNDETERMINED, type LanguageTag } from '../../core/language.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { referencesOf } from '../../core/references.ts';
import type { Rendition } from '../../core/rendition.ts';
import type { ReferencePath, ReferenceStep, SourceNote } from '../../core/source.ts';
import { repositoryStub } from '../../core/source-line/repository-stub.ts';
import type { Block } from '../../core/text.ts';
import {
  childOf,
  childrenOf,
  descendantsOf,
  pathOf,
  plainOf,
  type XmlElement,
  type XmlNode,
} from '../xml/xml-node.ts';
import { readBlocks, settleMarks } from './blocks.ts';
import { placeOf, readCorrespondence } from './correspondence.ts';
import { readDate } from './dates.ts';
import { mainTitle, type Header } from './header.ts';
import { keyOf, localId } from './names-in-text.ts';
import { LISTS, readListed } from './listed.ts';
import { joinDescription, readDescription, type ReadDocument } from './own-description.ts';
import { readOwnRenditions } from './own-renditions.ts';
import { genreOf, identifiersOf, otherFields } from './single-fields.ts';
import { needed, newTextState, type TeiFile, type TextState } from './text-state.ts';
import { stubsOf } from './volume.ts';

const langOf = (element: XmlElement | undefined): LanguageTag | undefined =>
  parseLanguage(element?.attributes['xml:lang'] ?? '');

/** The language of a text: its own, its body's or its first division's, else the first that the header names. */
function languageOf(text: XmlElement | undefined, header: Header): LanguageTag {
  const body = childOf(text, 'body');
  const told = langOf(text) ?? langOf(body) ?? langOf(childOf(body, 'div'));
  return told ?? header.languages[0] ?? UNDETERMINED;
}

/** Texts without the lists that become records. */
function withoutLists(nodes: readonly XmlNode[]): XmlNode[] {
  return nodes.flatMap((node): XmlNode[] => {
    if (typeof node === 'string') return [node];
    if (LISTS.has(node.name)) return [];
    if (node.name === 'back' || node.name === 'standOff')
      return [{ ...node, children: withoutLists(node.children) }];
    return [node];
  });
}

function blocksOf(state: TextState, nodes: readonly XmlNode[]): Block[] {
  const blocks: Block[] = [];
  readBlocks(state, nodes, blocks, { kind: 'paragraph', depth: 0 });
  settleMarks(state, blocks);
  return blocks;
}

const isTranslation = (node: XmlNode): node is XmlElement =>
  typeof node !== 'string' && node.name === 'div' && node.attributes['type'] === 'translation';

/** A transcription, and a translation for each division that says it is one. Block ids are the document's own. */
export function readRenditions(state: TextState, text: XmlElement, header: Header): Rendition[] {
  const body = childOf(text, 'body');
  const translations = (body?.children ?? []).filter(isTranslation);
  const own = withoutLists(text.children).map((part) =>
    part === body && typeof part !== 'string'
      ? { ...part, children: part.children.filter((node) => !isTranslation(node)) }
      : part,
  );
  const renditions: Rendition[] = [];
  const language = languageOf(text, header);
  const blocks = blocksOf(state, unwrapped(own));
  if (blocks.length > 0 || translations.length === 0)
    renditions.push({ key: 't', kind: 'transcription', language, text: { blocks, notes: state.notes } });
  translations.forEach((div, at) => {
    state.notes = [];
    const translated = langOf(div) ?? UNDETERMINED;
    renditions.push({
      key: `t-${translated}-${at + 1}`,
      kind: 'translation',
      language: translated,
      ...(renditions[0]?.kind === 'transcription' ? { of: 't' } : {}),
      text: { blocks: blocksOf(state, div.children), notes: state.notes },
    });
  });
  return renditions;
}

/** A body that is one division of type "transcription" is that division. */
function unwrapped(parts: readonly XmlNode[]): readonly XmlNode[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string' || part.name !== 'body') return [part];
    const [only, ...more] = part.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
    const isOne =
      more.length === 0 && typeof only === 'object' && only.attributes['type'] === 'transcription';
    return isOne ? only.children : part.children;
  });
}

function boundTo(
  file: TeiFile,
  repositoryName: string,
  steps: readonly ReferenceStep[],
): ReferencePath<SourceKey> {
  const stub = repositoryStub(repositoryName);
  needed(file, stub);
  return { repositoryName, repository: stub.key, steps };
}

function sourceOf(file: TeiFile, header: Header): SourceNote<SourceKey> {
  const ms = [...descendantsOf(header.element, 'msIdentifier')][0];
  const edition =
    header.publication === '' ? {} : { edition: { words: header.publication, ...editionUrl(header) } };
  if (ms === undefined)
    return { ...(header.sourceWords ? { verbatim: header.sourceWords } : {}), ...edition };
  const parts = ['country', 'settlement', 'institution', 'repository', 'collection', 'idno'].flatMap((name) =>
    childrenOf(ms, name).map((one) => plainOf(one)),
  );
  const repositoryName = plainOf(childOf(ms, 'repository')) || plainOf(childOf(ms, 'institution'));
  const steps: ReferenceStep[] = [
    ...childrenOf(ms, 'collection').map((one) => ({ level: 'collection' as const, code: plainOf(one) })),
    ...childrenOf(ms, 'idno').map((one) => ({ level: 'item' as const, code: plainOf(one) })),
  ].filter((step) => step.code !== '');
  const verbatim = parts.filter((part) => part !== '').join(', ');
  return {
    ...(verbatim ? { verbatim } : {}),
    ...(repositoryName ? { original: boundTo(file, repositoryName, steps) } : {}),
    ...edition,
  };
}

function editionUrl(header: Header): { readonly url?: string } {
  const url = header.idnos.map((idno) => idno.value).find((value) => /^https?:/i.test(value));
  return url === undefined ? {} : { url };
}

function datesOf(
  header: Header,
  corresponded: readonly CataloguedDate[],
  text: XmlElement | undefined,
): CataloguedDate[] {
  const profile = [...descendantsOf(header.element, 'creation')].flatMap((one) => childrenOf(one, 'date'));
  const origin = [...descendantsOf(header.element, 'origDate')];
  const imprint = [...descendantsOf(header.element, 'imprint')].flatMap((one) => childrenOf(one, 'date'));
  const lines =
    text === undefined
      ? []
      : [...descendantsOf(text, 'dateline')].flatMap((one) => [...descendantsOf(one, 'date')]);
  const found = [...corresponded];
  for (const elements of [profile, origin, lines, imprint]) {
    if (found.length > 0) break;
    for (const element of elements) {
      const date = readDate(element, 'created');
      if (date) found.push(date);
    }
  }
  const at = Math.max(
    0,
    found.findIndex((date) => date.kind === 'sent'),
  );
  return found.map((date, n) => (n === at ? { ...date, isCatalogueDate: true } : date));
}

function authorsOf(
  file: TeiFile,
  header: Header,
  known: readonly Contribution<SourceKey>[],
): Contribution<SourceKey>[] {
  const titleStmt = pathOf(header.element, 'fileDesc', 'titleStmt');
  return childrenOf(titleStmt, 'author').flatMap((author) => {
    const name = plainOf(author);
    if (name === '' || known.some((one) => one.name === name)) return [];
    const pointer = localId(author.attributes['ref']);
    return [
      {
        role: 'author' as const,
        name,
        ...(pointer && !/^https?:/.test(pointer) ? { agent: keyOf(file, pointer) } : {}),
      },
    ];
  });
}

function placesOf(
  file: TeiFile,
  header: Header,
  corresponded: readonly PlaceMention<SourceKey>[],
): PlaceMention<SourceKey>[] {
  const places = [...corresponded];
  for (const element of descendantsOf(header.element, 'origPlace')) {
    const place = placeOf(file, element);
    if (place) places.push({ place: place.key, role: 'written-at', name: place.form });
  }
  return places;
}

/** Reads a TEI that is one text: a letter, a treaty, an issue. Its lists become records of their own. */
export function* readSingle(file: TeiFile, header: Header, root: XmlElement): Generator<Read> {
  const text = childOf(root, 'text');
  const lang = languageOf(text, header);
  for (const part of root.children)
    if (typeof part !== 'string' && part.name !== 'teiHeader')
      for (const draft of readListed(file, part, lang)) yield { kind: 'draft', draft };
  const state = newTextState(file);
  const corresponded = readCorrespondence(file, pathOf(header.element, 'profileDesc', 'correspDesc'));
  const own = header.isOwn && text !== undefined ? readOwnRenditions(state, text, header.element) : undefined;
  const renditions = own?.renditions ?? (text === undefined ? [] : readRenditions(state, text, header));
  const main = mainTitle(header);
  const genre = genreOf(header);
  const contributions = [...corresponded.contributions];
  const record: ArchiveDocument<SourceKey> = {
    kind: 'document',
    identifiers: identifiersOf(file, header),
    titles: main === undefined ? [] : [{ text: main.text, lang: main.lang ?? lang, titleKind: 'supplied' }],
    summaries: childrenOf(pathOf(header.element, 'profileDesc', 'abstract'), 'p').map((one) => ({
      text: plainOf(one),
      lang: langOf(one) ?? lang,
    })),
    dates: datesOf(header, corresponded.dates, text),
    ...(genre ? { genre } : {}),
    contributions: [...contributions, ...authorsOf(file, header, contributions)],
    subjects: [],
    places: placesOf(file, header, corresponded.places),
    languages: [...new Set(renditions.map((one) => ('language' in one ? one.language : lang)))],
    marking: { handling: [] },
    numbers: [],
    source: sourceOf(file, header),
    rights: header.rights,
    funders: header.funders,
    ...(header.editors.length > 0 ? { creditLine: header.editors.join('; ') } : {}),
    releases: [],
    renditions,
    alignments: own?.alignments ?? [],
    related: corresponded.related,
    collections: [],
    mentions: [...state.mentions].map(([key, to]) => ({ key, to })),
    holding: { kind: 'held' },
    otherFields: otherFields(header, root),
    attestations: [],
  };
  const told = yield* describedBy(file, header);
  if (told !== undefined) {
    yield* joined(file, header, { read: record, told, line: root.line });
    return;
  }
  yield* stubsOf(file);
  if (main === undefined) yield { kind: 'problem', problem: problem('title-missing', { file: file.name }) };
  yield {
    kind: 'draft',
    draft: { key: ownKey(header) ?? sourceKey('tei', file.base), record, line: root.line, joins: 'whole' },
  };
}

/** The description that one of our own files brings; what is wrong with it is said. */
function* describedBy(file: TeiFile, header: Header): Generator<Read, ReadDocument | undefined> {
  const faults: Problem[] = [];
  const told = readDescription(header, file.name, (one) => faults.push(one));
  for (const one of faults) yield { kind: 'problem', problem: one };
  return told;
}

/** One of our own files: only what its record refers to goes with it. */
function* joined(
  file: TeiFile,
  header: Header,
  { read, told, line }: { readonly read: ReadDocument; readonly told: ReadDocument; readonly line: number },
): Generator<Read> {
  const record = joinDescription(read, told, header);
  const named = referencesOf(record);
  for (const stub of stubsOf(file)) if (stub.kind === 'draft' && named.has(stub.draft.key)) yield stub;
  const key = ownKey(header) ?? sourceKey('tei', file.base);
  yield { kind: 'draft', draft: { key, record, line, joins: 'whole' } };
}

/** The record that one of our own files is of. */
function ownKey(header: Header): SourceKey | undefined {
  const id = header.isOwn ? header.idnos.find((idno) => idno.type === 'unsealed')?.value : undefined;
  return id === undefined ? undefined : sourceKey('id', id);
}
