import type { Read } from '../../core/draft.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import type { Header } from './header.ts';
import type { TeiFile } from './text-state.ts';

export function* readOwn(
  _file: TeiFile,
  _header: Header,
  _root: XmlElement,
  _text: XmlElement,
): Generator<Read> {
  return;
}
