import { problem, type Problem } from '../../core/problem.ts';
import type { TextSource } from '../format.ts';
import { readTree } from '../xml-mapping/read-tree.ts';
import { childOf, childrenOf, descendantsOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import { MOST_PAGES } from '../page-text/given-pages.ts';
import type { MetsDescription } from './description.ts';
import { filesIn } from './mets-files.ts';
import { bare, describedBy, elementsOf, mapsOf } from './mets-names.ts';
import { pagesOf, type MetsPage } from './mets-pages.ts';
import { dublinCoreIn, readDublinCore } from './read-dc.ts';
import { readMods } from './read-mods.ts';

/** A document as a METS file describes it: its pages in order, each with the files that may show it. */
export interface MetsDocument extends Omit<MetsDescription, 'id'> {
  /** The file's own name for it (`OBJID`, an identifier in its MODS). */
  readonly id?: string;
  readonly pages: readonly MetsPage[];
  /** Paths of what it lists and is no page of it: the whole as a PDF, forms of another structure. */
  readonly besides: readonly string[];
}

export interface MetsRead {
  readonly document?: MetsDocument;
  readonly problems: readonly Problem[];
}

/**
 * Reads a METS file as one document: what `fileSec` holds, in the order of the physical `structMap`, described by
 * MODS or Dublin Core. Finer parts of the logical structure, and descriptions in other forms, are named as problems.
 *
 * Source: METS 1.12.1 and 2.0 (Library of Congress), read 2026-11-23.
 */
export async function readMets(source: TextSource): Promise<MetsRead> {
  const { root, problems } = await readTree(source);
  if (!root || root.name !== 'mets') return { problems };
  const said: Problem[] = [...problems];
  const where = { file: source.name };
  const maps = mapsOf(root);
  const isOf = (type: RegExp) => (map: XmlElement) => type.test(map.attributes['TYPE'] ?? '');
  const physical = maps.find(isOf(/physical/i)) ?? maps[0];
  const logical = maps.find(isOf(/logical/i));
  const files = filesIn(root);
  const sections = sectionsIn(root);
  const { pages, used } = physical
    ? pagesOf(physical, files, (div) => pageNumberIn(div, sections))
    : { pages: [], used: new Set<string>() };
  if (pages.length > MOST_PAGES) said.push(problem('too-large', where, { facts: { limit: '10,000 pages' } }));
  const parts = logical ? partsOf(logical) : [];
  if (parts.length > 0) said.push(problem('structure-left', where, { value: parts.join('; ') }));
  if (pages.length === 0 || pages.length > MOST_PAGES) return { problems: said };
  const description = describe(root, [logical, physical], sections);
  for (const value of description.unread) said.push(problem('description-left', where, { value }));
  const besides = [...files.values()].filter(({ id }) => !used.has(id)).flatMap(({ paths }) => paths);
  const { id, fields, others } = description;
  return { document: { ...(id ? { id } : {}), fields, others, pages, besides }, problems: said };
}

type Sections = ReadonlyMap<string, XmlElement>;

/** What describes, by its id: `dmdSec`, in METS 2 `md`; those without an id by their place. */
const sectionsIn = (root: XmlElement): Sections =>
  new Map(
    [
      ...childrenOf(root, 'dmdSec'),
      ...childrenOf(root, 'mdSec')
        .flatMap((section) => descendantsOf(section, 'md'))
        .filter(({ attributes }) => /descriptive/i.test(attributes['USE'] ?? 'descriptive')),
    ].map((section, at) => [section.attributes['ID'] ?? `#${at}`, section]),
  );

/** The number that the description of a page gives it: `<mods:detail type="page number">`. */
function pageNumberIn(div: XmlElement, sections: Sections): string | undefined {
  for (const id of describedBy(div)) {
    const section = sections.get(id);
    const detail =
      section &&
      descendantsOf(section).find(
        (one) => bare(one) === 'detail' && /^page/i.test(one.attributes['type'] ?? ''),
      );
    const number = detail && plainOf(elementsOf(detail).find((one) => bare(one) === 'number'));
    if (number) return number;
  }
  return undefined;
}

/** The labels of what the logical structure parts the document into. */
const partsOf = (map: XmlElement): readonly string[] =>
  childrenOf(map, 'div')
    .flatMap((whole) => descendantsOf(whole, 'div'))
    .flatMap(({ attributes }) => attributes['LABEL']?.trim() || []);

interface Described extends MetsDescription {
  /** Forms in which something is described that are not read here. */
  readonly unread: readonly string[];
}

/** What describes the whole: the first of the sections that the outermost parts name, else the first of all. */
function describe(
  root: XmlElement,
  maps: readonly (XmlElement | undefined)[],
  sections: Sections,
): Described {
  const tops = maps.flatMap((map) => childrenOf(map, 'div'));
  const wanted = tops.flatMap((top) => sectionsOfWhole(top, sections));
  const [first] = sections.values();
  const candidates = wanted.length > 0 ? wanted : first ? [first] : [];
  const unread: string[] = [];
  let found: MetsDescription = { fields: {}, others: [] };
  for (const section of candidates) {
    const read = readSection(section);
    if (typeof read === 'string') unread.push(read);
    else if (Object.keys(found.fields).length === 0) found = read;
  }
  const title =
    root.attributes['LABEL']?.trim() ||
    tops.map(({ attributes }) => attributes['LABEL']?.trim()).find(Boolean);
  const id = root.attributes['OBJID']?.trim() || found.id;
  return {
    ...(id ? { id } : {}),
    fields: { ...(title ? { title } : {}), ...found.fields },
    others: found.others,
    unread: [...new Set(unread)],
  };
}

/**
 * The sections of the outermost part that is described here: one that only points to another METS file (`mptr`, as
 * the newspaper of an issue does) is passed by.
 */
function sectionsOfWhole(div: XmlElement, sections: Sections): readonly XmlElement[] {
  const isElsewhere = childOf(div, 'mptr') !== undefined;
  const own = isElsewhere ? [] : describedBy(div).flatMap((id) => sections.get(id) ?? []);
  if (own.length > 0) return own;
  const [only, another] = childrenOf(div, 'div');
  return only && !another ? sectionsOfWhole(only, sections) : [];
}

/** What a section says, or the name of the form that it is in, where that is none we read. */
function readSection(section: XmlElement): MetsDescription | string {
  const wrap = childOf(section, 'mdWrap');
  const kind = (wrap ?? childOf(section, 'mdRef'))?.attributes['MDTYPE'] ?? '';
  const wrapped = elementsOf(childOf(wrap, 'xmlData'));
  const [only] = wrapped;
  const mods =
    only && (bare(only) === 'mods' ? only : descendantsOf(only).find((one) => bare(one) === 'mods'));
  if (mods) return readMods(mods);
  const elements = dublinCoreIn(wrapped);
  const isDublinCore = /^DC/i.test(kind) || elements.some((one) => /^dc(?:terms)?:/.test(one.name));
  if (isDublinCore && elements.length > 0) return readDublinCore(elements);
  return [kind || (only ? bare(only) : 'mdRef'), wrap ? '' : '(elsewhere)'].filter(Boolean).join(' ');
}
