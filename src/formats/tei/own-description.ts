import type { ArchiveDocument } from '../../core/document.ts';
import type { SourceKey } from '../../core/draft.ts';
import type { Problem } from '../../core/problem.ts';
import type { Alignment, Rendition } from '../../core/rendition.ts';
import { parseJson } from '../json/parse-json.ts';
import { parseRecord } from '../json/json-lines.ts';
import { printElement, printText } from '../xml/print-xml.ts';
import { childrenOf, descendantsOf, pathOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import type { Header } from './header.ts';

/** The type by which our own data is known among what else a header may hold. */
const OWN = 'unsealed';
const NO_TEXT = { blocks: [], notes: [] };

/**
 * The description of a document as its record has it, for reading it back: what TEI has no element for (marking,
 * numbers, levels of a reference, who said a field), and the order of what stands in several. Texts are left out,
 * and so are guesses at what answers to what.
 *
 *   <xenoData type="unsealed">{"kind":"document", …}</xenoData>
 */
export function writeDescription(record: ArchiveDocument): string {
  const described: ArchiveDocument = {
    ...record,
    renditions: record.renditions.map((one) => (one.kind === 'facsimile' ? one : { ...one, text: NO_TEXT })),
    alignments: record.alignments.flatMap(withoutGuesses),
  };
  return printElement('xenoData', { type: OWN }, printText(JSON.stringify(described)));
}

function withoutGuesses(alignment: Alignment): readonly Alignment[] {
  const links = alignment.links.filter(({ basis }) => basis !== 'guessed');
  return links.length === 0 ? [] : [{ ...alignment, links }];
}

/** A document as a file brings it. */
export type ReadDocument = ArchiveDocument<SourceKey>;

/** The same read back; undefined where a header has none. Faults are said by `say`, and nothing is taken of it. */
export function readDescription(
  { element, isOwn }: Header,
  file: string,
  say: (one: Problem) => void,
): ReadDocument | undefined {
  const data = isOwn
    ? childrenOf(element, 'xenoData').find(({ attributes }) => attributes['type'] === OWN)
    : undefined;
  if (data === undefined) return undefined;
  const value = parseJson(data.children.filter((child) => typeof child === 'string').join(''));
  const read = parseRecord(value.ok ? value.value : undefined, { file, line: data.line });
  if (read.ok) return read.value.kind === 'document' ? read.value : undefined;
  for (const one of read.problem) say(one);
  return undefined;
}

/** What elements and the description both say, as words that can be compared. */
interface Said {
  readonly field: 'titles' | 'summaries' | 'dates' | 'contributions' | 'source' | 'genre' | 'funders';
  readonly byElements: (header: XmlElement) => readonly string[];
  readonly byRecord: (record: ReadDocument) => readonly string[];
}

const titleStmt = (header: XmlElement): XmlElement | undefined => pathOf(header, 'fileDesc', 'titleStmt');
const profile = (header: XmlElement, ...names: readonly string[]): XmlElement | undefined =>
  pathOf(header, 'profileDesc', ...names);
const wordsOf = (elements: readonly XmlElement[]): readonly string[] => elements.map((one) => plainOf(one));

const SAID: readonly Said[] = [
  {
    field: 'titles',
    byElements: (header) => wordsOf(childrenOf(titleStmt(header), 'title')),
    byRecord: ({ titles }) => titles.map(({ text }) => text),
  },
  {
    field: 'summaries',
    byElements: (header) => wordsOf(childrenOf(profile(header, 'abstract'), 'p')),
    byRecord: ({ summaries }) => summaries.map(({ text }) => text),
  },
  {
    field: 'dates',
    byElements: (header) => wordsOf(childrenOf(profile(header, 'creation'), 'date')),
    byRecord: ({ dates }) => dates.map(({ words }) => words),
  },
  {
    field: 'contributions',
    byElements: (header) =>
      [titleStmt(header), profile(header, 'correspDesc')].flatMap((part) =>
        part === undefined
          ? []
          : wordsOf([...descendantsOf(part, 'persName'), ...descendantsOf(part, 'orgName')]),
      ),
    byRecord: ({ contributions }) => contributions.map(({ name }) => name),
  },
  {
    field: 'source',
    byElements: (header) =>
      wordsOf(
        childrenOf(pathOf(header, 'fileDesc', 'sourceDesc'), 'bibl').filter(
          ({ attributes }) => attributes['type'] === 'source',
        ),
      ),
    byRecord: ({ source }) => (source.verbatim === undefined ? [] : [source.verbatim]),
  },
  {
    field: 'genre',
    byElements: (header) =>
      wordsOf([...descendantsOf(header, 'term')].filter(({ attributes }) => attributes['type'] === 'genre')),
    byRecord: ({ genre }) => (genre === undefined ? [] : [genre]),
  },
  {
    field: 'funders',
    byElements: (header) => wordsOf(childrenOf(titleStmt(header), 'funder')),
    byRecord: ({ funders }) => funders,
  },
];

const fold = (words: readonly string[]): string =>
  words
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '')
    .toSorted()
    .join('\n');

/** Whether somebody has altered the elements since they were written: then the elements are believed. */
function isAltered({ field, byElements, byRecord }: Said, header: Header, told: ReadDocument): boolean {
  const elements = byElements(header.element);
  // A document without a title is called by its id in the file.
  if (field === 'titles' && told.titles.length === 0)
    return !elements.every((title) => header.idnos.some(({ value }) => value === title));
  return fold(elements) !== fold(byRecord(told));
}

/**
 * A document of one of our own files: as its description has it, its texts as they are read. A field whose elements
 * say something else than its description was altered by hand, and is taken from the elements.
 */
export function joinDescription(read: ReadDocument, told: ReadDocument, header: Header): ReadDocument {
  const altered = new Set(SAID.filter((one) => isAltered(one, header, told)).map(({ field }) => field));
  const from = (field: Said['field']): ReadDocument => (altered.has(field) ? read : told);
  const { genre } = from('genre');
  const { genre: _genre, ...rest } = told;
  return {
    ...rest,
    ...(genre === undefined ? {} : { genre }),
    titles: from('titles').titles,
    summaries: from('summaries').summaries,
    dates: from('dates').dates,
    contributions: from('contributions').contributions,
    source: from('source').source,
    funders: from('funders').funders,
    renditions: joinRenditions(read.renditions, told.renditions),
    alignments: linksOf(read.alignments) === linksOf(told.alignments) ? told.alignments : read.alignments,
    mentions: joinMentions(read.mentions, told.mentions),
  };
}

/** Scans as they were told of; of each text the words that are read, and what else was told of it. */
function joinRenditions(read: readonly Rendition[], told: readonly Rendition[]): readonly Rendition[] {
  const texts = new Map(read.map((one) => [one.key, one]));
  const joined = told.flatMap((one): readonly Rendition[] => {
    if (one.kind === 'facsimile') return [one];
    const text = texts.get(one.key);
    texts.delete(one.key);
    if (text === undefined) return [];
    if (one.kind === 'transcription' && text.kind === 'transcription') return [{ ...one, ...text }];
    if (one.kind === 'translation' && text.kind === 'translation') return [{ ...one, ...text }];
    return [text];
  });
  return [...joined, ...texts.values()];
}

/** Which blocks answer to which, whoever said so. */
const linksOf = (alignments: ReadDocument['alignments']): string =>
  alignments
    .flatMap(({ links }) =>
      links.flatMap((link) =>
        link.from.flatMap((from) => link.to.map((to) => [from, to].toSorted().join(' '))),
      ),
    )
    .toSorted()
    .join('\n');

/** What a name in the texts stands for: what was told of its key, else what its element points to. */
function joinMentions(
  read: ReadDocument['mentions'],
  told: ReadDocument['mentions'],
): ReadDocument['mentions'] {
  const known = new Set(told.map(({ key }) => key));
  return [...told, ...read.filter(({ key }) => !known.has(key))];
}
