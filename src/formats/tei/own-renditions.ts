import { parseLanguage, UNDETERMINED } from '../../core/language.ts';
import type { Alignment, Rendition } from '../../core/rendition.ts';
import { parseBlockId, type Block, type BlockId } from '../../core/text.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml/xml-node.ts';
import { readBlocks, settleMarks } from './blocks.ts';
import type { TextState } from './text-state.ts';

function readRendition(state: TextState, div: XmlElement): Rendition | undefined {
  const { type, n, subtype, 'xml:lang': tag } = div.attributes;
  if (type !== 'transcription' && type !== 'translation') return undefined;
  state.notes = [];
  const blocks: Block[] = [];
  readBlocks(state, div.children, blocks, { kind: 'paragraph' });
  settleMarks(state, blocks);
  const base = {
    key: n ?? type,
    language: parseLanguage(tag ?? '') ?? UNDETERMINED,
    text: { blocks, notes: state.notes },
  };
  if (type === 'transcription') return { ...base, kind: type };
  return { ...base, kind: type, ...(subtype === undefined ? {} : { of: subtype }) };
}

const idsOf = (pointers: string): BlockId[] =>
  pointers.split(/\s+/).flatMap((pointer) => parseBlockId(pointer.replace(/^#/, '')) ?? []);

/** What the blocks of a translation say they answer to, as links of the pair. */
function alignmentOf(div: XmlElement, rendition: Rendition): Alignment[] {
  if (rendition.kind !== 'translation' || rendition.of === undefined) return [];
  const links: Alignment['links'][number][] = [];
  for (const element of descendantsOf(div)) {
    const to = parseBlockId(element.attributes['xml:id'] ?? '');
    const from = idsOf(element.attributes['corresp'] ?? '');
    if (to !== undefined && from.length > 0) links.push({ from, to: [to], basis: 'given' });
  }
  return links.length === 0 ? [] : [{ from: rendition.of, to: rendition.key, links }];
}

/** The texts of one of our own files, each as it was written. */
export function readOwnRenditions(
  state: TextState,
  text: XmlElement,
): { readonly renditions: readonly Rendition[]; readonly alignments: readonly Alignment[] } {
  const renditions: Rendition[] = [];
  const alignments: Alignment[] = [];
  for (const div of childrenOf(childOf(text, 'body'), 'div')) {
    const rendition = readRendition(state, div);
    if (rendition === undefined) continue;
    renditions.push(rendition);
    alignments.push(...alignmentOf(div, rendition));
  }
  return { renditions, alignments };
}
