import type { Read, SourceKey } from '../../core/draft.ts';
import { sourceKey } from '../../core/draft.ts';
import type { ArchiveDocument, Title } from '../../core/document.ts';
import type { LanguageTag } from '../../core/language.ts';
import { UNDETERMINED } from '../../core/language.ts';
import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import type { Alignment, Rendition } from '../../core/rendition.ts';
import { languageOfOptions } from '../csv/read-table.ts';
import { describeRow, readsOf } from '../fields/describe.ts';
import { takesMany } from '../fields/field-names.ts';
import type { FieldName } from '../fields/field-names.ts';
import { readLanguage } from '../fields/languages.ts';
import { makeMint } from '../fields/plain-blocks.ts';
import type { TextSource } from '../format.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { descendantsOf } from '../xml/xml-node.ts';
import { alignTexts } from './align.ts';
import { readMappedText } from './mapped-text.ts';
import { parseXmlMapping } from './mapping.ts';
import type { XmlMapping } from './mapping.ts';
import { wordsAt } from './paths.ts';
import { readTree } from './read-tree.ts';

/** One text of a document: an element of a file. */
interface Piece {
  readonly file: string;
  readonly element: XmlElement;
  readonly language: LanguageTag;
}

/** Reads one XML file by the mapping in `options.mapping`. Several files that are one document: {@link readManyByMapping}. */
export async function* readXmlByMapping(source: TextSource): AsyncGenerator<Read> {
  yield* readManyByMapping(justOne(source), source.options ?? {});
}

async function* justOne(source: TextSource): AsyncGenerator<TextSource> {
  yield source;
}

/**
 * Reads XML files by one mapping (`options.mapping`, its parsed content). Files that the mapping calls by the
 * same `document` are one, a rendition each: that in the original language the transcription, the others its
 * translations, aligned where the mapping says what answers to what. They are held until all were read;
 * where the mapping has no `document`, each file or each `each` in it is a document, and goes on at once.
 */
export async function* readManyByMapping(
  sources: AsyncIterable<TextSource>,
  options: Readonly<Record<string, unknown>>,
): AsyncGenerator<Read> {
  let mapping: XmlMapping | undefined;
  const held = new Map<string, Piece[]>();
  const yielded = new Set<SourceKey>();
  const base = languageOfOptions(options['language']);
  for await (const source of sources) {
    if (mapping === undefined) {
      const parsed = parseXmlMapping(options['mapping'], source.name);
      if (!parsed.ok) {
        yield { kind: 'problem', problem: parsed.problem };
        return;
      }
      mapping = parsed.value;
    }
    const { root, problems } = await readTree(source);
    for (const one of problems) yield { kind: 'problem', problem: one };
    if (root === undefined) continue;
    if (root.name !== mapping.root) {
      const facts = { expected: mapping.root };
      yield {
        kind: 'problem',
        problem: problem(
          'format-unknown',
          { file: source.name, line: root.line },
          { value: root.name, facts },
        ),
      };
      continue;
    }
    for (const [key, piece] of piecesOf(root, source.name, mapping)) {
      if (mapping.document === undefined) yield* readsOfDocument(key, [piece], mapping, base, yielded);
      else held.set(key, [...(held.get(key) ?? []), piece]);
    }
  }
  if (mapping !== undefined)
    for (const [key, pieces] of held) yield* readsOfDocument(key, pieces, mapping, base, yielded);
}

function* piecesOf(root: XmlElement, file: string, mapping: XmlMapping): Generator<readonly [string, Piece]> {
  const { each } = mapping;
  const elements = each === undefined ? [root] : [...descendantsOf(root, each)];
  const stem = file.replace(/^.*\//, '').replace(/\.\w+$/, '');
  for (const [at, element] of elements.entries()) {
    const said =
      mapping.language === undefined
        ? undefined
        : (wordsAt(element, mapping.language)[0] ?? wordsAt(root, mapping.language)[0]);
    const language =
      (said === undefined ? undefined : readLanguage(said)) ??
      readLanguage(mapping.original ?? '') ??
      UNDETERMINED;
    const own = element.attributes['xml:id'] ?? element.attributes['id'];
    const name = mapping.document;
    const byPath = name !== undefined && /[@/.]/.test(name) ? wordsAt(element, name)[0] : name;
    const key = byPath ?? (each === undefined ? stem : `${stem}#${own ?? at + 1}`);
    yield [key, { file, element, language }];
  }
}

function* readsOfDocument(
  name: string,
  pieces: readonly Piece[],
  mapping: XmlMapping,
  base: LanguageTag,
  yielded: Set<SourceKey>,
): Generator<Read> {
  const problems: Problem[] = [];
  const ordered = inOrder(pieces, mapping);
  const [first] = ordered;
  if (first === undefined) return;
  const { renditions, alignments } = renditionsOf(ordered, mapping, (one) => problems.push(one));
  const fields = fieldsOf(first, mapping);
  const context = {
    file: first.file,
    lang: first.language === UNDETERMINED ? base : first.language,
    idScheme: 'former',
  };
  const row = { line: first.element.line, fields, others: [] };
  const read = describeRow(row, context, { renditions, alignments });
  const key = fields.has('record_id') ? read.draft.key : sourceKey('xml', name);
  for (const one of problems) yield { kind: 'problem', problem: one };
  const { record } = read.draft;
  if (record.kind !== 'document') return;
  yield* readsOf(
    { ...read, draft: { ...read.draft, key, record: withTexts(record, ordered, mapping, key) } },
    yielded,
  );
}

/** The original first, then the others by their language. */
function inOrder(pieces: readonly Piece[], mapping: XmlMapping): readonly Piece[] {
  const original = readLanguage(mapping.original ?? '') ?? pieces[0]?.language;
  const rank = (piece: Piece): string => (piece.language === original ? '' : piece.language);
  return pieces.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

function renditionsOf(
  pieces: readonly Piece[],
  mapping: XmlMapping,
  say: (one: Problem) => void,
): { readonly renditions: readonly Rendition[]; readonly alignments: readonly Alignment[] } {
  const mint = makeMint();
  const met = new Map<string, number>();
  const sides = pieces.map((piece, at) => {
    const nth = (met.get(piece.language) ?? 0) + 1;
    met.set(piece.language, nth);
    const key = at === 0 ? `t-${piece.language}` : `t-${piece.language}-${nth}`;
    return {
      key,
      file: piece.file,
      language: piece.language,
      text: readMappedText(piece.element, mapping, mint, say, piece.file),
    };
  });
  const [from, ...others] = sides;
  const renditions = sides.map(({ key, language, text }, at): Rendition => {
    const whole = { blocks: text.blocks, notes: [] };
    return at === 0
      ? { kind: 'transcription', key, language, text: whole }
      : { kind: 'translation', key, language, ...(from ? { of: from.key } : {}), text: whole };
  });
  const alignments = from && mapping.align.length > 0 ? others.map((to) => alignTexts(from, to, say)) : [];
  return { renditions, alignments };
}

function fieldsOf(piece: Piece, mapping: XmlMapping): ReadonlyMap<FieldName, string> {
  const fields = new Map<FieldName, string>(mapping.always);
  for (const [field, path] of mapping.fields) {
    const words = wordsAt(piece.element, path);
    const value = takesMany(field) ? words.join('; ') : words[0];
    if (value) fields.set(field, value);
  }
  return fields;
}

/** The title of each language, and what the document was read as. */
function withTexts(
  record: ArchiveDocument<SourceKey>,
  pieces: readonly Piece[],
  mapping: XmlMapping,
  key: SourceKey,
): ArchiveDocument<SourceKey> {
  const path = mapping.fields.find(([field]) => field === 'title')?.[1];
  const [, ...others] = pieces;
  const translated = others.flatMap(({ element, language }): Title[] => {
    const words = path === undefined ? undefined : wordsAt(element, path)[0];
    return words === undefined ? [] : [{ text: words, lang: language, titleKind: 'translated' }];
  });
  const original = record.titles.map((title): Title =>
    path === undefined ? title : { ...title, titleKind: 'original' },
  );
  const [first] = pieces;
  const languages =
    record.languages.length > 0 || first === undefined || first.language === UNDETERMINED
      ? record.languages
      : [first.language];
  const identifier = { scheme: 'xml', value: key.slice('xml:'.length) };
  return {
    ...record,
    identifiers: key.startsWith('xml:') ? [identifier, ...record.identifiers] : record.identifiers,
    titles: [...original, ...translated],
    languages,
  };
}
