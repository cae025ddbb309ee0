import { problem, type Problem } from '../../core/problem.ts';
import type { TextSource } from '../format.ts';
import { readTree } from '../xml-mapping/read-tree.ts';
import { childOf, childrenOf, descendantsOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import { MOST_PAGES } from '../page-text/given-pages.ts';

/** A document as a METS file describes it: its pages in order, each with the files that may show it. */
export interface MetsDocument {
  /** The file's own name for it (`OBJID`, an identifier in its MODS). */
  readonly id?: string;
  readonly title?: string;
  readonly date?: string;
  readonly languages: readonly string[];
  readonly pages: readonly MetsPage[];
}

export interface MetsPage {
  /** As printed: `ORDERLABEL`, else `LABEL`, else its place; "[2]" of a page that is said to bear no number. */
  readonly label: string;
  /** Paths of its images, the best first. */
  readonly images: readonly string[];
  /** Paths of its text, as ALTO and the like. */
  readonly texts: readonly string[];
}

export interface MetsRead {
  readonly document?: MetsDocument;
  readonly problems: readonly Problem[];
}

interface MetsFile {
  readonly path: string;
  readonly isText: boolean;
  /** Lower is better: the master before what was made of it for screens. */
  readonly rank: number;
}

const RANKS: readonly (readonly [use: RegExp, rank: number])[] = [
  [/master|archiv|preserv|original/i, 0],
  [/max|high|best/i, 1],
  [/present|default|access|reference|image/i, 2],
  [/mid|medium|screen/i, 4],
  [/min|low|small/i, 5],
  [/thumb|preview|icon/i, 9],
];

/**
 * Reads a METS file as one document: what `fileSec` holds, in the order of the physical `structMap`, with title,
 * date and languages from MODS or Dublin Core. Finer parts of the logical structure are named as a problem.
 *
 * Source: METS 1.12.1 (Library of Congress), read 2026-11-23.
 */
export async function readMets(source: TextSource): Promise<MetsRead> {
  const { root, problems } = await readTree(source);
  if (!root || root.name !== 'mets') return { problems };
  const said: Problem[] = [...problems];
  const maps = childrenOf(root, 'structMap');
  const physical = maps.find(({ attributes }) => /physical/i.test(attributes['TYPE'] ?? '')) ?? maps[0];
  const logical = maps.find(({ attributes }) => /logical/i.test(attributes['TYPE'] ?? ''));
  const pages = pagesOf(physical, filesIn(root));
  if (pages.length > MOST_PAGES)
    said.push(problem('too-large', { file: source.name }, { facts: { limit: '10,000 pages' } }));
  const parts = logical ? partsOf(logical) : [];
  if (parts.length > 0)
    said.push(problem('structure-left', { file: source.name }, { value: parts.join('; ') }));
  if (pages.length === 0 || pages.length > MOST_PAGES) return { problems: said };
  return { document: { ...described(root, logical), pages }, problems: said };
}

function filesIn(root: XmlElement): ReadonlyMap<string, MetsFile> {
  const files = new Map<string, MetsFile>();
  const section = childOf(root, 'fileSec');
  if (!section) return files;
  for (const group of descendantsOf(section, 'fileGrp')) {
    const use = group.attributes['USE'] ?? group.attributes['ID'] ?? '';
    for (const file of childrenOf(group, 'file')) {
      const { ID, MIMETYPE = '', USE } = file.attributes;
      const path = childOf(file, 'FLocat')?.attributes['xlink:href'];
      if (ID === undefined || path === undefined) continue;
      const isText = /xml|html/i.test(MIMETYPE) || (MIMETYPE === '' && /\.(xml|html?|hocr)$/i.test(path));
      const rank = RANKS.find(([pattern]) => pattern.test(USE ?? use))?.[1] ?? 3;
      files.set(ID, { path, isText, rank });
    }
  }
  return files;
}

/** " - ", "uncounted": what those who number pages write for a page without a number. */
const UNNUMBERED = /^(?:[\s\p{Pd}.?]+|un(?:counted|numbered|paginated|paged))$/iu;

const labelOf = (label: string | undefined, place: number): string =>
  label === undefined ? String(place) : UNNUMBERED.test(label) ? `[${place}]` : label.slice(0, 100);

/** Each part of the physical structure that points to files itself, in order. */
function pagesOf(map: XmlElement | undefined, files: ReadonlyMap<string, MetsFile>): readonly MetsPage[] {
  if (!map) return [];
  const divs = descendantsOf(map, 'div').flatMap((div, at) => {
    const ids = childrenOf(div, 'fptr').flatMap(fileIdsOf);
    const order = Number(div.attributes['ORDER']);
    const isSequence = /sequence/i.test(div.attributes['TYPE'] ?? '') && childrenOf(div, 'div').length > 0;
    if (ids.length === 0 || isSequence) return [];
    return [{ div, ids, at, order: Number.isFinite(order) && div.attributes['ORDER'] ? order : at }];
  });
  const isOrdered = divs.every(({ div }) => div.attributes['ORDER'] !== undefined);
  const inOrder = isOrdered ? divs.toSorted((a, b) => a.order - b.order || a.at - b.at) : divs;
  return inOrder.map(({ div, ids }, at) => {
    const { ORDERLABEL, LABEL } = div.attributes;
    const label = [ORDERLABEL, LABEL].find((one) => one !== undefined && one.trim() !== '')?.trim();
    const known = ids.flatMap((id) => files.get(id) ?? []).toSorted((a, b) => a.rank - b.rank);
    return {
      label: labelOf(label, at + 1),
      images: known.filter(({ isText }) => !isText).map(({ path }) => path),
      texts: known.filter(({ isText }) => isText).map(({ path }) => path),
    };
  });
}

const fileIdsOf = (pointer: XmlElement): readonly string[] => [
  ...(pointer.attributes['FILEID'] ? [pointer.attributes['FILEID']] : []),
  ...descendantsOf(pointer, 'area').flatMap(({ attributes }) => attributes['FILEID'] ?? []),
];

/** The labels of what the logical structure parts the document into. */
const partsOf = (map: XmlElement): readonly string[] =>
  childrenOf(map, 'div')
    .flatMap((whole) => descendantsOf(whole, 'div'))
    .flatMap(({ attributes }) => attributes['LABEL']?.trim() || []);

function described(root: XmlElement, logical: XmlElement | undefined): Omit<MetsDocument, 'pages'> {
  const top = childOf(logical, 'div');
  const wanted = new Set((top?.attributes['DMDID'] ?? '').split(/\s+/).filter(Boolean));
  const sections = childrenOf(root, 'dmdSec');
  const section = sections.find(({ attributes }) => wanted.has(attributes['ID'] ?? '')) ?? sections[0];
  const held = section ? descendantsOf(section) : [];
  const words = (...names: readonly string[]): string | undefined =>
    names.map((name) => plainOf(held.find((element) => bare(element) === name))).find((text) => text !== '');
  const titleInfo = held.find((element) => bare(element) === 'titleInfo');
  const title =
    (titleInfo && titleOf(titleInfo)) ||
    words('title') ||
    root.attributes['LABEL']?.trim() ||
    top?.attributes['LABEL']?.trim();
  const id = root.attributes['OBJID']?.trim() || words('recordIdentifier', 'identifier');
  const date = words('dateCreated', 'dateIssued', 'created', 'issued', 'date');
  const languages = held
    .filter((element) => bare(element) === 'languageTerm' || (bare(element) === 'language' && isDc(element)))
    .map((element) => plainOf(element))
    .filter(Boolean);
  return { ...(id ? { id } : {}), ...(title ? { title } : {}), ...(date ? { date } : {}), languages };
}

function titleOf(info: XmlElement): string {
  const part = (name: string): string =>
    plainOf(descendantsOf(info).find((element) => bare(element) === name)).trim();
  const whole = [part('nonSort'), part('title')].filter(Boolean).join(' ');
  return [whole, part('subTitle')].filter(Boolean).join(': ');
}

const isDc = ({ children }: XmlElement): boolean => children.every((child) => typeof child === 'string');

/** "mods:title" -> "title": whose prefix it is does not matter within one description. */
const bare = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);
