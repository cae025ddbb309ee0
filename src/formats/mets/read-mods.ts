import type { FieldName } from '../fields/field-names.ts';
import { descendantsOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import { Describing, type MetsDescription } from './description.ts';
import { attributeOf, bare, elementsOf } from './mets-names.ts';
import { dateOf, isOfDigitisation } from './mods-dates.ts';
import { fieldsOfName, modsName } from './mods-names.ts';

/**
 * A description in MODS. What is said of the work that it lies in (`relatedItem`) or of its digitisation is not
 * taken for the document's own; what no field of ours takes stays under its name.
 *
 * Source: MODS 3.8 (Library of Congress) and the application profile of the DFG viewer, read 2026-11-23.
 */
export function readMods(mods: XmlElement): MetsDescription {
  const describing = new Describing();
  const all = elementsOf(mods);
  const origins = all.filter((element) => bare(element) === 'originInfo' && !isOfDigitisation(element));
  const own = origins.find((element) => dateOf(element) !== undefined) ?? origins[0];
  for (const element of all) {
    if (element === own) takeOrigin(element, describing);
    else (TAKERS.get(bare(element)) ?? takeOther)(element, describing);
  }
  const info = all.find((element) => bare(element) === 'recordInfo');
  const id = info && plainOf(within(info, 'recordIdentifier'));
  const first = all.find((element) => bare(element) === 'identifier' && !OF_MANY.test(typeOf(element)));
  return describing.finish(id || plainOf(first));
}

/** Numbers that all issues of a newspaper share, or all copies of a book. */
const OF_MANY = /^(?:lccn|issn|isbn|oclc|zdb)/i;

type Taker = (element: XmlElement, describing: Describing) => void;

const within = (element: XmlElement, name: string): XmlElement | undefined =>
  elementsOf(element).find((one) => bare(one) === name);

const typeOf = ({ attributes }: XmlElement): string => attributes['type']?.trim() ?? '';

/** "note (ownership)": what it is called, and what kind of it. */
const named = (element: XmlElement): string =>
  [bare(element), typeOf(element) && `(${typeOf(element)})`].filter(Boolean).join(' ');

/** All words of an element and those in it, parted where elements end. */
const wordsOf = (element: XmlElement): string => {
  const leaves = descendantsOf(element).filter((one) => elementsOf(one).length === 0);
  return leaves.length === 0
    ? plainOf(element)
    : leaves
        .map((one) => plainOf(one))
        .filter(Boolean)
        .join(', ');
};

const takeOther: Taker = (element, describing) => describing.other(named(element), wordsOf(element));

const takeTitle: Taker = (element, describing) => {
  const type = typeOf(element);
  if (type === '') describing.one('title', titleOf(element));
  else if (type === 'translated' && !describing.has('translated_title')) {
    describing.one('translated_title', titleOf(element));
    const lang = attributeOf(element, 'lang');
    if (lang) describing.one('translated_title_lang', lang);
  } else describing.other(named(element), titleOf(element));
};

/** "The harbour: a report. Part 2: Lamps" of its parts. */
function titleOf(info: XmlElement): string {
  const part = (name: string): string => plainOf(within(info, name));
  const before = part('nonSort');
  const whole = [before, part('title')].filter(Boolean).join(/['’]$/.test(before) ? '' : ' ');
  const title = [whole, part('subTitle')].filter(Boolean).join(': ');
  return [title, [part('partNumber'), part('partName')].filter(Boolean).join(': ')]
    .filter(Boolean)
    .join('. ');
}

const takeName: Taker = (element, describing) => {
  const name = modsName(element);
  for (const { field, role } of fieldsOfName(element))
    if (field) describing.many(field, name);
    else describing.other(`name (${role})`, name);
};

const takeLanguage: Taker = (element, describing) => {
  const terms = elementsOf(element);
  const coded = terms.filter((one) => bare(one) === 'languageTerm' && typeOf(one) === 'code');
  const said = coded.length > 0 ? coded.slice(0, 1) : terms.filter((one) => bare(one) === 'languageTerm');
  for (const term of said.length > 0 ? said : [element]) takeLanguageWords(plainOf(term), describing);
  for (const script of terms.filter((one) => bare(one) === 'scriptTerm'))
    describing.other('script', plainOf(script));
};

/** "zxx" no words at all, "und" not known: neither is a language. */
export function takeLanguageWords(words: string, describing: Describing): void {
  if (/^(?:zxx|und|mul|mis)$/i.test(words)) describing.other('language', words);
  else describing.many('languages', words);
}

const SUBJECT_FIELDS: ReadonlyMap<string, FieldName> = new Map([
  ['topic', 'subjects'],
  ['geographic', 'places'],
]);

const takeSubject: Taker = (element, describing) => {
  const inner = elementsOf(element);
  if (inner.length === 0) describing.many('subjects', plainOf(element));
  for (const one of inner) {
    const kind = bare(one);
    const field = SUBJECT_FIELDS.get(kind);
    if (field) describing.many(field, plainOf(one));
    else if (kind === 'hierarchicalGeographic') describing.many('places', plainOf(elementsOf(one).at(-1)));
    else if (kind === 'name') describing.many(aboutWhom(one), modsName(one));
    else describing.other(`subject (${kind})`, wordsOf(one));
  }
};

const aboutWhom = (name: XmlElement): FieldName => {
  if (typeOf(name) === 'personal') return 'people';
  return typeOf(name) === 'corporate' ? 'organizations' : 'people_and_organizations';
};

/** The place where it lies, by its words rather than its code, and its mark there. */
const takeLocation: Taker = (element, describing) => {
  const all = descendantsOf(element);
  const places = all.filter((one) => bare(one) === 'physicalLocation');
  const place = places.find(({ attributes }) => attributes['authority'] === undefined) ?? places[0];
  const mark = all.find((one) => bare(one) === 'shelfLocator');
  const line = [plainOf(place), plainOf(mark)].filter(Boolean).join(', ');
  describing.one('source', line, 'location');
  for (const one of all)
    if (bare(one) === 'url') describing.other('location (url)', plainOf(one));
    else if (places.includes(one) && one !== place) describing.other('location', plainOf(one));
};

const takeRights: Taker = (element, describing) => {
  const href = attributeOf(element, 'href');
  const words = plainOf(element);
  if (words !== '') describing.one('rights', words, 'accessCondition');
  else if (href) describing.one('rights', href, 'accessCondition');
};

const takeIdentifier: Taker = (element, describing) => {
  const scheme = typeOf(element)
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[^A-Za-z]+/, '');
  const value = plainOf(element);
  if (element.attributes['invalid'] === 'yes') describing.other('identifier (invalid)', value);
  else if (value.toLowerCase().startsWith(`${scheme.toLowerCase()}:`)) describing.many('identifier', value);
  else if (value !== '') describing.many('identifier', scheme === '' ? value : `${scheme}:${value}`);
};

/** Where and by whom it was made, if it was written; of what was published, place and publisher. */
function takeOrigin(origin: XmlElement, describing: Describing): void {
  const date = dateOf(origin);
  if (date) describing.one('date', date.words);
  for (const element of elementsOf(origin)) {
    const name = bare(element);
    if (date?.from.includes(element) || name === 'issuance') continue;
    const words = name === 'place' ? placeOf(element) : wordsOf(element);
    if (name === 'publisher') describing.many('publisher', words);
    else if (name === 'place' && date?.name === 'dateCreated') describing.one('written_at', words);
    else describing.other(name, words);
  }
}

/** The words of a place, not its code. */
function placeOf(place: XmlElement): string {
  const terms = elementsOf(place);
  return plainOf(terms.find((one) => typeOf(one) !== 'code') ?? terms[0] ?? place);
}

const TAKERS: ReadonlyMap<string, Taker> = new Map<string, Taker>([
  ['titleInfo', takeTitle],
  ['name', takeName],
  ['language', takeLanguage],
  ['subject', takeSubject],
  ['location', takeLocation],
  ['accessCondition', takeRights],
  ['identifier', takeIdentifier],
  ['abstract', (element, describing) => describing.one('summary', plainOf(element), 'abstract')],
  ['genre', (element, describing) => describing.one('genre', plainOf(element), 'genre')],
  // Of the catalogue's own record, not of the document.
  ['recordInfo', () => undefined],
]);
