import { parseLanguage, UNDETERMINED } from '../../core/language.ts';
import type { Alignment, MadeBy, Rendition } from '../../core/rendition.ts';
import { parseBlockId, type Block, type BlockId } from '../../core/text.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml/xml-node.ts';
import { readBlocks, settleMarks } from './blocks.ts';
import { readEngines } from './engines.ts';
import type { TextState } from './text-state.ts';

type Engines = ReadonlyMap<string, MadeBy>;

function readRendition(state: TextState, div: XmlElement, engines: Engines): Rendition | undefined {
  const { type, n, subtype, resp, 'xml:lang': tag } = div.attributes;
  if (type !== 'transcription' && type !== 'translation') return undefined;
  state.notes = [];
  const blocks: Block[] = [];
  readBlocks(state, div.children, blocks, { kind: 'paragraph' });
  settleMarks(state, blocks);
  const madeBy = engines.get(resp?.replace(/^#/, '') ?? '');
  const base = {
    key: n ?? type,
    language: parseLanguage(tag ?? '') ?? UNDETERMINED,
    text: { blocks, notes: state.notes },
    ...(madeBy ? { madeBy } : {}),
  };
  if (type === 'transcription') return { ...base, kind: type };
  return { ...base, kind: type, ...(subtype === undefined ? {} : { of: subtype }) };
}

const idsOf = (pointers: string): BlockId[] =>
  pointers.split(/\s+/).flatMap((pointer) => parseBlockId(pointer.replace(/^#/, '')) ?? []);

/** A text with the division that it was read from. */
interface ReadDivision {
  readonly div: XmlElement;
  readonly rendition: Rendition;
}

/** What the blocks of a text say they answer to in the texts before it, as links of each pair. */
function alignmentsOf(divisions: readonly ReadDivision[]): readonly Alignment[] {
  const textOf = new Map<BlockId, string>();
  const alignments: Alignment[] = [];
  for (const { div, rendition } of divisions) {
    const pairs = new Map<string, Alignment['links'][number][]>();
    for (const { attributes } of descendantsOf(div)) {
      const to = parseBlockId(attributes['xml:id'] ?? '');
      if (to === undefined || attributes['corresp'] === undefined) continue;
      for (const [key, from] of byText(idsOf(attributes['corresp']), rendition, textOf)) {
        const links = pairs.get(key) ?? [];
        links.push({ from, to: [to], basis: 'given' });
        pairs.set(key, links);
      }
    }
    for (const [from, links] of pairs) alignments.push({ from, to: rendition.key, links });
    for (const { attributes } of descendantsOf(div)) {
      const id = parseBlockId(attributes['xml:id'] ?? '');
      if (id !== undefined) textOf.set(id, rendition.key);
    }
  }
  return alignments;
}

/** Blocks by the text before this one that they stand in. */
function byText(
  ids: readonly BlockId[],
  rendition: Rendition,
  textOf: ReadonlyMap<BlockId, string>,
): ReadonlyMap<string, readonly BlockId[]> {
  const found = new Map<string, readonly BlockId[]>();
  for (const id of ids) {
    const key = textOf.get(id);
    if (key !== undefined && key !== rendition.key) found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}

/** The texts of one of our own files, each as it was written. */
export function readOwnRenditions(
  state: TextState,
  text: XmlElement,
  header: XmlElement,
): { readonly renditions: readonly Rendition[]; readonly alignments: readonly Alignment[] } {
  const engines = readEngines(header);
  const divisions = childrenOf(childOf(text, 'body'), 'div').flatMap((div) => {
    const rendition = readRendition(state, div, engines);
    return rendition === undefined ? [] : [{ div, rendition }];
  });
  return { renditions: divisions.map(({ rendition }) => rendition), alignments: alignmentsOf(divisions) };
}
