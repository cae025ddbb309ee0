import { REDACTION_UNITS, type Redaction } from '../../core/redaction.ts';
import type { BlockId, LinkTarget } from '../../core/text.ts';
import { parseBlockId } from '../../core/text.ts';
import { childrenOf, type XmlElement } from '../xml/xml-node.ts';

/** A pointer with its escapes read; one that is not well-formed as it stands. */
export function decoded(pointer: string): string {
  try {
    return decodeURI(pointer);
  } catch (error) {
    if (error instanceof URIError) return pointer;
    throw error;
  }
}

const wordsOf = (element: XmlElement | undefined): string | undefined =>
  element?.children.filter((child) => typeof child === 'string').join('');

/** A redaction as our own files write it, each fact in its own place. */
export function readOwnRedaction(element: XmlElement): Redaction {
  const descs = childrenOf(element, 'desc');
  const of = (type: string | undefined): XmlElement | undefined =>
    descs.find((one) => one.attributes['type'] === type);
  const { unit: unitWord, quantity, precision } = element.attributes;
  const unit = REDACTION_UNITS.find((one) => one === unitWord);
  const [kind, exemption, later] = [wordsOf(of('kind')), wordsOf(of('exemption')), of('shown-later')];
  const release = later?.attributes['n'];
  return {
    words: wordsOf(of(undefined)) ?? '',
    ...(kind === undefined ? {} : { withheldKind: kind }),
    ...(unit === undefined || quantity === undefined
      ? {}
      : {
          extent: {
            amount: Number(quantity),
            unit,
            ...(precision === undefined ? {} : { isApproximate: precision === 'low' }),
          },
        }),
    ...(exemption === undefined ? {} : { exemption }),
    ...(release === undefined ? {} : { shownLater: { release, words: wordsOf(later) ?? '' } }),
  };
}

function blockIn(target: string): BlockId | undefined {
  return target.startsWith('#') ? parseBlockId(target.slice(1)) : undefined;
}

/** A link as our own files write it; undefined if it is none of theirs. */
export function readOwnTarget(element: XmlElement): LinkTarget | undefined {
  const { type, target = '', n } = element.attributes;
  switch (type) {
    case 'web':
      return { kind: 'web', url: target };
    case 'block': {
      const block = blockIn(target);
      return block === undefined ? undefined : { kind: 'block', block };
    }
    case 'identifier':
      return { kind: 'identifier', identifier: decoded(target), ...(n === undefined ? {} : { block: n }) };
    case 'number': {
      const [number = '', query] = target.replace(/^number:/, '').split('?');
      const asked = new URLSearchParams(query);
      const [from, to] = [asked.get('from'), asked.get('to')];
      return {
        kind: 'number',
        number: new URLSearchParams(`n=${number}`).get('n') ?? '',
        ...(from === null ? {} : { from }),
        ...(to === null ? {} : { to }),
      };
    }
    default:
      return undefined;
  }
}
