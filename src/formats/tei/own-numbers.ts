import type { OwnNumber } from '../../core/document.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import type { Heading } from './heading.ts';

export function readNumbers(
  _div: XmlElement,
  _heading: Heading,
  _place: string | undefined,
): readonly OwnNumber[] {
  return [];
}
