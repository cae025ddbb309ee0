import { childrenOf, type XmlElement } from '../xml/xml-node.ts';

/** "mods:title" -> "title": whose prefix it is does not matter within one description. */
export const bare = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

/** The value of an attribute of another namespace, under whatever prefix ("xlink:href", "xl:href"). */
export const attributeOf = ({ attributes }: XmlElement, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key === name || key.endsWith(`:${name}`))?.[1];

/** All elements right below. */
export const elementsOf = (parent: XmlElement | undefined): readonly XmlElement[] =>
  (parent?.children ?? []).filter((child) => typeof child !== 'string');

/** "a b  c" -> "a", "b", "c" */
export const idsOf = (list: string | undefined): readonly string[] =>
  (list ?? '').split(/\s+/).filter(Boolean);

/** The structures of a file: right below it, in METS 2 in a section of their own. */
export const mapsOf = (root: XmlElement): readonly XmlElement[] => [
  ...childrenOf(root, 'structMap'),
  ...childrenOf(root, 'structSec').flatMap((section) => childrenOf(section, 'structMap')),
];

/** The sections that describe which a part names: `DMDID`, in METS 2 `MDID`. */
export const describedBy = ({ attributes }: XmlElement): readonly string[] => [
  ...idsOf(attributes['DMDID']),
  ...idsOf(attributes['MDID']),
];
