import type { Matter } from '../../core/collection.ts';
import type { SourceKey } from '../../core/draft.ts';
import { slugOf } from '../../core/slug.ts';
import type { Block } from '../../core/text.ts';
import { childOf, descendantsOf, isBlank, plainOf, type XmlElement, type XmlNode } from '../xml/xml-node.ts';
import { readBlocks, settleMarks } from './blocks.ts';
import { newTextState, type TeiFile } from './text-state.ts';

const NOTES = new Set(['note']);

/** Reads nodes as one piece of front or back matter. */
export function readMatter(
  file: TeiFile,
  nodes: readonly XmlNode[],
  named: { readonly slug: string; readonly title: string; readonly position: 'front' | 'back' },
): Matter<SourceKey> {
  const state = newTextState(file);
  const blocks: Block[] = [];
  readBlocks(state, nodes, blocks, { kind: 'paragraph', depth: 0 });
  settleMarks(state, blocks);
  return {
    ...named,
    text: { blocks, notes: state.notes },
    mentions: [...state.mentions].map(([key, to]) => ({ key, to })),
  };
}

const isWords = (node: XmlNode): boolean =>
  typeof node === 'string' ? !isBlank(node) : node.name !== 'pb' && node.name !== 'lb';

function titleOf(section: XmlElement | undefined, otherwise: string): string {
  const head = section && (childOf(section, 'head') ?? [...descendantsOf(section, 'head')][0]);
  return plainOf(head, NOTES) || otherwise;
}

/**
 * Front or back matter as its sections in order. What stands between two sections, a page's beginning most
 * often, begins the second; what is left at the end ends the last; words before all of them are a title page.
 */
export function readSections(
  file: TeiFile,
  part: XmlElement,
  position: 'front' | 'back',
): Matter<SourceKey>[] {
  const sections: { nodes: XmlNode[]; element?: XmlElement }[] = [];
  let loose: XmlNode[] = [];
  for (const child of part.children) {
    const isSection = typeof child !== 'string' && /^div\d?$/.test(child.name);
    if (isSection) {
      if (loose.some(isWords)) {
        sections.push({ nodes: loose });
        loose = [];
      }
      sections.push({ nodes: [...loose, ...child.children], element: child });
      loose = [];
    } else if (typeof child !== 'string' || !isBlank(child)) loose.push(child);
  }
  const last = sections.at(-1);
  if (loose.length > 0) {
    if (last === undefined || loose.some(isWords)) sections.push({ nodes: loose });
    else last.nodes.push(...loose);
  }
  return sections.map(({ nodes, element }) => {
    const otherwise = element?.attributes['xml:id'] ?? (position === 'front' ? 'title-page' : 'end');
    const title = titleOf(
      element,
      plainOf({ name: '', attributes: {}, children: nodes, line: 0 }).slice(0, 80) || otherwise,
    );
    return readMatter(file, nodes, {
      slug: element?.attributes['xml:id'] ?? (slugOf(element ? title : otherwise) || otherwise),
      title,
      position,
    });
  });
}
