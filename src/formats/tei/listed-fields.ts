import type { AuthorityBase, Name } from '../../core/agent.ts';
import { parseEdtf } from '../../core/date/edtf.ts';
import type { SourceKey } from '../../core/draft.ts';
import { parseLanguage, type LanguageTag } from '../../core/language.ts';
import type { Place } from '../../core/place.ts';
import { childOf, childrenOf, descendantsOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import { naturalForm } from './authorities.ts';
import { readDating } from './dates.ts';

const NAME_KINDS: Readonly<Record<string, Name['kind']>> = {
  pref: 'preferred',
  ort_fruherer: 'former',
  former: 'former',
  pseudonym: 'pseudonym',
  abbreviation: 'abbreviation',
};

/** "Schnitzler" and "Arthur" in their elements -> "Schnitzler, Arthur"; any other name as it stands. */
export function formOf(element: XmlElement): string {
  const surname = childrenOf(element, 'surname')
    .map((one) => plainOf(one))
    .join(' ');
  const forename = childrenOf(element, 'forename')
    .map((one) => plainOf(one))
    .join(' ');
  const hasMore = element.children.some(
    (child) => typeof child !== 'string' && child.name !== 'surname' && child.name !== 'forename',
  );
  return surname && forename && !hasMore ? `${surname}, ${forename}` : plainOf(element);
}

/** The names of an entry, the first of them the one it is listed by. */
export function namesOf(element: XmlElement, name: string): Name[] {
  const names: Name[] = [];
  for (const one of childrenOf(element, name)) {
    const form = formOf(one);
    if (form === '' || names.some((other) => other.form === form)) continue;
    const { type = '', 'xml:lang': tag } = one.attributes;
    const lang = tag ? parseLanguage(tag) : undefined;
    const told = Object.entries(NAME_KINDS).find(([word]) => type.includes(word))?.[1];
    const kind =
      names.length === 0 ? 'preferred' : told === undefined || told === 'preferred' ? 'variant' : told;
    names.push({ form, kind, ...(lang ? { lang } : {}) });
    const natural = name === 'persName' ? naturalForm(form) : undefined;
    if (natural && !names.some((other) => other.form === natural))
      names.push({ form: natural, kind: 'variant', ...(lang ? { lang } : {}) });
  }
  return names;
}

/** Where an entry is described elsewhere. */
export function linksOf(element: XmlElement, deep: boolean): AuthorityBase['links'] {
  const links: { scheme: string; url: string }[] = [];
  for (const idno of deep ? descendantsOf(element, 'idno') : childrenOf(element, 'idno')) {
    const url = plainOf(idno);
    if (!/^https?:/i.test(url) || links.some((link) => link.url === url)) continue;
    links.push({ scheme: idno.attributes['subtype'] ?? idno.attributes['type'] ?? 'web', url });
  }
  return links;
}

/** "48,208333 16,373056" and "48.2 16.3" alike. */
export function coordinatesOf(words: string): Place['coordinates'] {
  const parts = words
    .trim()
    .split(/[\s;]+|,\s+/)
    .map((part) => Number(part.replace(',', '.')));
  const [latitude, longitude] = parts;
  if (parts.length !== 2 || latitude === undefined || longitude === undefined) return undefined;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? { latitude, longitude } : undefined;
}

/** The key of an entry as an identifier. */
export const identifierOf = (key: SourceKey): AuthorityBase['identifiers'] => {
  const at = key.indexOf(':');
  return [{ scheme: key.slice(0, at), value: key.slice(at + 1) }];
};

/** Birth to death as EDTF, where a day or year is given. */
export function yearsOf(element: XmlElement): string | undefined {
  const day = (name: string): string | undefined => {
    const date = childOf(childOf(element, name), 'date') ?? childOf(element, name);
    const range = date && readDating(date)?.edtf;
    return range?.includes('/') ? undefined : range;
  };
  const [birth, death] = [day('birth'), day('death')];
  if (birth === undefined && death === undefined) return undefined;
  return parseEdtf(`${birth ?? ''}/${death ?? ''}`);
}

const TOLD = new Set([
  'persName',
  'orgName',
  'idno',
  'location',
  'geo',
  'placeName',
  'sex',
  'eventName',
  'listPlace',
  'listPerson',
  'listBibl',
]);

/** Everything of an entry that has no field of its own, in its own words. */
export function noteOf(element: XmlElement, lang: LanguageTag): AuthorityBase['notes'] {
  const words = element.children.flatMap((child) => {
    if (typeof child === 'string') return child.trim() === '' ? [] : [child.trim()];
    if (TOLD.has(child.name)) return [];
    const text = plainOf({
      ...child,
      children: child.children.map((one) =>
        typeof one !== 'string' && one.name === 'settlement'
          ? { ...one, children: [` ${plainOf(childOf(one, 'placeName'))}`] }
          : one,
      ),
    });
    if (text === '') return [];
    return [child.name === 'birth' ? `* ${text}` : child.name === 'death' ? `† ${text}` : text];
  });
  return words.length === 0 ? [] : [{ text: words.join('; '), lang }];
}
