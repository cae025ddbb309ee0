import type { Publication } from '../../core/collection.ts';
import type { Rights } from '../../core/rights.ts';
import { parseLanguage, UNDETERMINED, type LanguageTag } from '../../core/language.ts';
import { childOf, childrenOf, descendantsOf, pathOf, plainOf, type XmlElement } from '../xml/xml-node.ts';

/** What a TEI header says of the whole file, whatever the file holds. */
export interface Header {
  readonly element: XmlElement;
  readonly titles: readonly { readonly text: string; readonly type?: string; readonly lang?: LanguageTag }[];
  readonly editors: readonly string[];
  readonly funders: readonly string[];
  readonly languages: readonly LanguageTag[];
  readonly rights: Rights;
  /** Identifiers by their type: { frus: "frus1955-57v03", handle: "https://…" }. */
  readonly idnos: readonly { readonly type: string; readonly value: string }[];
  readonly publication: string;
  /** The volume as it was published, where its title is given in parts. */
  readonly published?: Publication;
  readonly sourceWords: string;
  /** Volume and years of a series of volumes, as EDTF: "1955/1957". */
  readonly period?: string;
  readonly isFrus: boolean;
  readonly isOwn: boolean;
}

/** "1955–1957" -> "1955/1957", "1961–63" -> "1961/1963", "1944" -> "1944". */
export function periodOf(words: string): string | undefined {
  const range = /\b(1[5-9]\d\d|20\d\d)\s*[–—-]\s*(\d{4}|\d{2})\b/.exec(words);
  if (range?.[1] && range[2]) {
    const last = range[2].length === 2 ? range[1].slice(0, 2) + range[2] : range[2];
    return last >= range[1] ? `${range[1]}/${last}` : undefined;
  }
  return /\b(1[5-9]\d\d|20\d\d)\b/.exec(words)?.[1];
}

function rightsOf(header: XmlElement): Rights {
  const availability = pathOf(header, 'fileDesc', 'publicationStmt', 'availability');
  const licence = childOf(availability, 'licence') ?? childOf(availability, 'license');
  const uri = licence?.attributes['target'];
  const words = plainOf(availability);
  return { ...(uri ? { uri } : {}), ...(words ? { words } : {}) };
}

function languagesOf(header: XmlElement, root: XmlElement): LanguageTag[] {
  const found: LanguageTag[] = [];
  const add = (tag: string | undefined): void => {
    const lang = tag ? parseLanguage(tag) : undefined;
    if (lang !== undefined && !found.includes(lang)) found.push(lang);
  };
  for (const language of childrenOf(pathOf(header, 'profileDesc', 'langUsage'), 'language'))
    add(language.attributes['ident']);
  add(root.attributes['xml:lang']);
  return found;
}

function peopleOf(parent: XmlElement | undefined, name: string): string[] {
  return childrenOf(parent, name).flatMap((one) => {
    const names = childrenOf(one, 'name');
    return (names.length > 0 ? names.map((each) => plainOf(each)) : [plainOf(one)]).filter(
      (text) => text !== '',
    );
  });
}

/** Reads a TEI header. `root` is the element that holds it. */
export function readHeader(element: XmlElement, root: XmlElement): Header {
  const titleStmt = pathOf(element, 'fileDesc', 'titleStmt');
  const publicationStmt = pathOf(element, 'fileDesc', 'publicationStmt');
  const titles = childrenOf(titleStmt, 'title').flatMap((title) => {
    const text = plainOf(title);
    const { type, level, 'xml:lang': tag } = title.attributes;
    const lang = tag ? parseLanguage(tag) : undefined;
    const kind = type ?? (level === 's' ? 'series' : undefined);
    return text === '' ? [] : [{ text, ...(kind ? { type: kind } : {}), ...(lang ? { lang } : {}) }];
  });
  const idnos = childrenOf(publicationStmt, 'idno').flatMap((idno) => {
    const value = plainOf(idno);
    return value === '' ? [] : [{ type: idno.attributes['type'] ?? 'idno', value }];
  });
  const isFrus = idnos.some((idno) => idno.type === 'frus');
  const years = titles.filter((title) => title.type === 'subseries' || title.type === 'complete');
  const period = years.map((title) => periodOf(title.text)).find((one) => one !== undefined);
  const languages = languagesOf(element, root);
  const publication = ['publisher', 'pubPlace', 'date']
    .flatMap((name) => childrenOf(publicationStmt, name).map((one) => plainOf(one)))
    .filter((text) => text !== '')
    .join(', ');
  const isOwn = [...descendantsOf(element, 'application')].some(
    (one) => one.attributes['ident'] === 'unsealed',
  );
  return {
    element,
    titles,
    editors: peopleOf(titleStmt, 'editor'),
    funders: [...peopleOf(titleStmt, 'funder'), ...peopleOf(titleStmt, 'sponsor')],
    languages: languages.length > 0 ? languages : isFrus ? [ENGLISH] : [],
    rights:
      isFrus && plainOf(pathOf(publicationStmt, 'availability')) === '' ? UNITED_STATES : rightsOf(element),
    idnos,
    publication,
    sourceWords: plainOf(pathOf(element, 'fileDesc', 'sourceDesc')),
    ...publishedOf(titles, titleStmt, publicationStmt),
    ...(period ? { period } : {}),
    isFrus,
    isOwn,
  };
}

/** What the volume is cited by: the parts of its title, its editors, who published it where and when. */
function publishedOf(
  titles: Header['titles'],
  titleStmt: XmlElement | undefined,
  publicationStmt: XmlElement | undefined,
): Pick<Header, 'published'> {
  const title = (type: string): string | undefined => titles.find((one) => one.type === type)?.text;
  const [series, volume] = [title('series'), title('volumenumber') ?? title('volume-number')];
  if (title('complete') === undefined || series === undefined) return {};
  const editors = childrenOf(titleStmt, 'editor');
  const own = editors.filter((one) => one.attributes['role'] === 'primary');
  const named = (own.length > 0 ? own : editors).map((one) => plainOf(one)).filter((text) => text !== '');
  const parts: readonly (readonly [keyof Publication, string | undefined])[] = [
    ['series', series],
    ['subseries', title('subseries')],
    ['volume', volume],
    ['title', title('volume')],
    ...PUBLISHED.map(([key, name]) => [key, plainOf(childOf(publicationStmt, name))] as const),
  ];
  const said = Object.fromEntries(parts.filter(([, text]) => text !== undefined && text !== ''));
  return { published: { ...said, editors: named } };
}

const PUBLISHED = [
  ['publisher', 'publisher'],
  ['place', 'pubPlace'],
  ['year', 'date'],
] as const;

const ENGLISH = parseLanguage('en') ?? UNDETERMINED;
/** A work of the United States Government, where the volume says nothing else. */
const UNITED_STATES: Rights = { uri: 'http://rightsstatements.org/vocab/NoC-US/1.0/' };

/** The title by which the whole is called: its complete one, else its first that is not the series. */
export function mainTitle(header: Header): Header['titles'][number] | undefined {
  return (
    header.titles.find((title) => title.type === 'complete') ??
    header.titles.find((title) => title.type === 'main') ??
    header.titles.find((title) => title.type === undefined) ??
    header.titles[0]
  );
}
