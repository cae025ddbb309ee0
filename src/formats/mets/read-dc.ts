import type { FieldName } from '../fields/field-names.ts';
import { plainOf, type XmlElement } from '../xml/xml-node.ts';
import { Describing, type MetsDescription } from './description.ts';
import { attributeOf, bare, elementsOf } from './mets-names.ts';
import { takeLanguageWords } from './read-mods.ts';

const MANY: ReadonlyMap<string, FieldName> = new Map([
  ['creator', 'creator'],
  ['contributor', 'contributor'],
  ['publisher', 'publisher'],
  ['subject', 'subjects'],
  ['spatial', 'places'],
]);
const ONE: ReadonlyMap<string, FieldName> = new Map([
  ['title', 'title'],
  ['description', 'summary'],
  ['abstract', 'summary'],
  ['rights', 'rights'],
  ['license', 'rights'],
  ['rightsHolder', 'rights_holder'],
]);
/** The surest date first. */
const DATES = ['created', 'issued', 'date'];
/** Types of Dublin Core's own list say what a thing is made of, not what kind of document it is. */
const DCMI_TYPE =
  /^(?:text|(?:still|moving)? ?image|collection|dataset|event|interactiveresource|physicalobject|sound)$/i;

/** A description in Dublin Core, in its elements or its terms, under whatever element they lie. */
export function readDublinCore(elements: readonly XmlElement[]): MetsDescription {
  const describing = new Describing();
  const date = DATES.flatMap((name) =>
    elements.filter((one) => bare(one) === name && plainOf(one) !== ''),
  )[0];
  if (date) describing.one('date', plainOf(date));
  for (const element of elements) {
    const [name, words] = [bare(element), plainOf(element)];
    const [many, one] = [MANY.get(name), ONE.get(name)];
    if (element === date) continue;
    if (many) describing.many(many, words);
    else if (one) describing.one(one, words, name);
    else if (name === 'language') takeLanguageWords(words, describing);
    else if (name === 'type' && !DCMI_TYPE.test(words)) describing.one('genre', words, name);
    else if (name === 'identifier') takeIdentifier(element, words, describing);
    else describing.other(name, words);
  }
  const id = elements.find((one) => bare(one) === 'identifier');
  return describing.finish(id && plainOf(id));
}

/** "dcterms:URI" of a value is its kind. */
function takeIdentifier(element: XmlElement, value: string, describing: Describing): void {
  const scheme = attributeOf(element, 'type')
    ?.replace(/^.*:/, '')
    .replace(/[^\w.-]+/g, '');
  if (value !== '') describing.many('identifier', scheme ? `${scheme}:${value}` : value);
}

/** The elements of Dublin Core in what a section wraps: themselves, or in one element around them. */
export function dublinCoreIn(wrapped: readonly XmlElement[]): readonly XmlElement[] {
  const [only, another] = wrapped;
  return only && !another && elementsOf(only).length > 0 ? elementsOf(only) : wrapped;
}
