import { sourceKey, type SourceKey } from '../../core/draft.ts';
import { parseId } from '../../core/id.ts';
import { plainOf, type XmlElement } from '../xml/xml-node.ts';
import { bodyKey, bodyStub, placeKey, placeStub } from './stubs.ts';
import type { TeiFile, TextState } from './text-state.ts';

const NOTES = new Set(['note']);
const AGENT_TYPES = /^(?:person|org|organi[sz]ation|institution)$/i;

/** The id that a pointer within the file names: "#p_JUA1", ".#p_JUA1" and "pmb50" alike. */
export const localId = (pointer: string | undefined): string | undefined => {
  const first = pointer?.trim().split(/\s+/)[0]?.replace(/^\.?#/, '');
  return first === undefined || first === '' ? undefined : first;
};

/** The key of a person, place or term by the pointer that names it: an id of the edition, or one with a scheme. */
export function keyOf(file: TeiFile, pointer: string): SourceKey {
  if (file.isOwn && parseId(pointer) !== undefined) return sourceKey('id', pointer);
  const [, scheme, value] = /^([a-z][\w-]*):(?!\/\/)(.+)$/i.exec(pointer) ?? [];
  return scheme && value ? sourceKey(scheme, value) : sourceKey('tei', `${file.edition}#${pointer}`);
}

function bind(state: TextState, key: string): string {
  if (!state.mentions.has(key)) state.mentions.set(key, state.file.terms.get(key) ?? keyOf(state.file, key));
  return key;
}

function nameOf(
  element: XmlElement,
): { readonly of: 'agent' | 'place' | 'term'; readonly key?: string } | undefined {
  const a = element.attributes;
  const keyed = (of: 'agent' | 'place' | 'term', pointer: string | undefined) => {
    const key = localId(pointer);
    return key === undefined ? { of } : { of, key };
  };
  switch (element.name) {
    case 'persName':
    case 'orgName':
      return keyed('agent', a['corresp'] ?? a['ref'] ?? a['key']);
    case 'placeName':
    case 'geogName':
    case 'settlement':
    case 'country':
      return keyed('place', a['corresp'] ?? a['ref'] ?? a['key']);
    case 'gloss':
      return keyed('term', a['target']);
    case 'rs':
    case 'name':
      if (AGENT_TYPES.test(a['type'] ?? '')) return keyed('agent', a['ref'] ?? a['key']);
      if (a['type'] === 'place') return keyed('place', a['ref'] ?? a['key']);
      if (a['type'] === 'term') return keyed('term', a['ref'] ?? a['key']);
      return undefined;
    default:
      return undefined;
  }
}

/** A body or place without a key is bound by its name, as a rule reads it. */
function bindByName(state: TextState, element: XmlElement): string | undefined {
  const words = plainOf(element, NOTES);
  const isPlace = element.name === 'placeName';
  const found = isPlace ? placeKey(words) : bodyKey(words);
  if (found === undefined) return undefined;
  const key = `${isPlace ? 'place' : 'org'}:${found.key.slice(found.key.lastIndexOf(':') + 1)}`;
  state.mentions.set(key, found.key);
  if (!state.file.named.has(found.key)) {
    state.file.named.add(found.key);
    state.file.stubs.push((isPlace ? placeStub : bodyStub)(found.key, found.form));
  }
  return key;
}

const isNamedOnly = (element: XmlElement): boolean =>
  element.name === 'placeName' ||
  element.name === 'orgName' ||
  (element.name === 'gloss' && /^(?:from|to)$/.test(element.attributes['type'] ?? ''));

/** What a name within a text is of, and the key by which it is bound; undefined if the element names nothing. */
export function readName(
  state: TextState,
  element: XmlElement,
): { readonly of: 'agent' | 'place' | 'term'; readonly key?: string } | undefined {
  const name = nameOf(element);
  if (name === undefined) return undefined;
  if (name.key !== undefined) return { of: name.of, key: bind(state, name.key) };
  const key = isNamedOnly(element) ? bindByName(state, element) : undefined;
  if (key === undefined) return { of: name.of };
  return { of: element.name === 'gloss' ? 'agent' : name.of, key };
}
