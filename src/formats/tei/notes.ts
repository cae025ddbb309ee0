import type { Block, Inline, Note } from '../../core/text.ts';
import { parseLanguage } from '../../core/language.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { plainOf } from '../xml/xml-node.ts';
import { readBlocks } from './blocks.ts';
import { mint, type TextState } from './text-state.ts';

/** What a note is for. Two volumes of FRUS write their source notes as note 0 that begins "Source:". */
function kindOf(element: XmlElement): Note['noteKind'] {
  const { type, n, place } = element.attributes;
  if (type === 'source') return 'source';
  if (type === 'footnote') return 'footnote';
  if (n === '0' && /^\s*source\s*:/i.test(plainOf(element))) return 'source';
  if (type === 'margin' || type === 'editorial') return type;
  if (place === 'margin' || place === 'left' || place === 'right' || type === 'margin') return 'margin';
  if (type === 'summary' || type === 'editorial' || type === 'commentary' || type === 'textConst')
    return 'editorial';
  return 'footnote';
}

/** Reads a note into the text's notes and gives the mark that stands for it; notes within it come after it. */
export function readNote(state: TextState, element: XmlElement): Inline {
  const { id, sourceId } = mint(state, element);
  const label = element.attributes['n'] ?? '*';
  const at = state.notes.length;
  const blocks: Block[] = [];
  const lang = parseLanguage(element.attributes['xml:lang'] ?? '');
  const base = {
    id,
    label,
    noteKind: kindOf(element),
    ...(lang ? { lang } : {}),
    ...(sourceId ? { sourceId } : {}),
    blocks,
  };
  state.notes.push(base);
  const waiting = state.waiting;
  state.waiting = [];
  readBlocks(state, element.children, blocks, { kind: 'paragraph' });
  state.waiting = waiting;
  state.notes[at] = base;
  return { kind: 'note-mark', note: id, label };
}
