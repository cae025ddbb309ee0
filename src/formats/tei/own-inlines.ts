import { parseLanguage } from '../../core/language.ts';
import type { Inline } from '../../core/text.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { isWithheldGap, MARKS } from './editorial-marks.ts';
import { keyOf } from './names-in-text.ts';
import { readOwnRedaction, readOwnTarget } from './own-marks.ts';
import type { TextState } from './text-state.ts';

/** Reads what our own files write in ways of their own, so that nothing of it is lost; undefined for all else. */
export function readOwnInline(
  state: TextState,
  element: XmlElement,
  within: () => Inline[],
): Inline | undefined {
  const { name, attributes } = element;
  switch (name) {
    case 'persName':
    case 'orgName':
    case 'placeName':
    case 'term':
      return readOwnName(state, element, within);
    case 'gap':
      if (isWithheldGap(element)) return { kind: 'redaction', redaction: readOwnRedaction(element) };
      return markOf('gap', element, within);
    case 'handShift':
      return markOf('hand', element, within);
    case 'seg': {
      const { type } = attributes;
      return type === 'gap' || type === 'hand' ? markOf(type, element, within) : spanOf(element, within);
    }
    case 'ref': {
      const to = readOwnTarget(element);
      return to === undefined ? undefined : { kind: 'link', to, content: within() };
    }
    default: {
      const mark = MARKS[name];
      return mark === undefined ? undefined : markOf(mark, element, within);
    }
  }
}

type Mark = Extract<Inline, { kind: 'mark' }>;

function markOf(mark: Mark['mark'], element: XmlElement, within: () => Inline[]): Mark {
  const note = element.attributes['n'];
  return { kind: 'mark', mark, ...(note === undefined ? {} : { note }), content: within() };
}

function readOwnName(state: TextState, element: XmlElement, within: () => Inline[]): Inline {
  const { key, ref } = element.attributes;
  const of = element.name === 'placeName' ? 'place' : element.name === 'term' ? 'term' : 'agent';
  if (key !== undefined && ref !== undefined) state.mentions.set(key, keyOf(state.file, ref));
  return { kind: 'name', of, ...(key === undefined ? {} : { key }), content: within() };
}

function spanOf(element: XmlElement, within: () => Inline[]): Inline {
  const { rend, 'xml:lang': tag } = element.attributes;
  const lang = parseLanguage(tag ?? '');
  const dir = rend === 'rtl' || rend === 'ltr' ? rend : undefined;
  return { kind: 'span', ...(lang ? { lang } : {}), ...(dir ? { dir } : {}), content: within() };
}
