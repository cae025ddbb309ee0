import type { App } from '../../src/web/app.ts';
import { readTree } from '../../src/formats/xml-mapping/read-tree.ts';
import { childOf, childrenOf, pathOf, plainOf, type XmlElement } from '../../src/formats/xml/xml-node.ts';

/**
 * What a manager of references makes of our pages. Written from what Zotero's own translators do (unAPI.js, RDF.js,
 * MODS.js, and the reading of ContextObjects in its utilities; read 2026-11-23), for the fields that we say.
 */
export interface ZoteroItem {
  readonly itemType: string;
  readonly title: string;
  /** "author: Falk, Henriette" */
  readonly creators: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly attachments: readonly {
    readonly title: string;
    readonly url: string;
    readonly mediaType: string;
  }[];
}

/** Of several forms this one is taken: the first that the service lists at all. */
const PREFERRED = [
  'rdf_zotero',
  'rdf_bibliontology',
  'marc',
  'unimarc',
  'marcxml',
  'mods',
  'ris',
  'refer',
  'bibtex',
  'rdf_dc',
];

/** Who can be what on an item of a type. */
const CREATORS: Readonly<Record<string, readonly string[]>> = {
  letter: ['author', 'contributor', 'recipient'],
  manuscript: ['author', 'contributor', 'translator'],
  report: ['author', 'contributor', 'seriesEditor', 'translator'],
};

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

const textOf = async (app: App, address: string): Promise<string> => {
  const url = new URL(address);
  return (await app.request(url.pathname + url.search)).text();
};

async function* inOne(text: string): AsyncGenerator<string> {
  yield text;
}

export async function treeOf(xml: string): Promise<XmlElement> {
  const { root, problems } = await readTree({ name: 'answer.xml', chunks: inOne(xml) });
  if (root === undefined || problems.length > 0) throw new Error(`no XML: ${JSON.stringify(problems)}`);
  return root;
}

/** Everything that can be saved from a page, and the form in which it was asked for. */
export async function savedFrom(
  app: App,
  path: string,
): Promise<{ readonly format: string; readonly items: readonly ZoteroItem[] }> {
  const page = await (await app.request(path)).text();
  const server = attribute(/<link rel="unapi-server"[^>]*>/.exec(page)?.[0] ?? '', 'href');
  if (server === undefined) throw new Error('no unAPI service');
  const ids = [...page.matchAll(/<abbr class="unapi-id"[^>]*>/g)].map(
    ([tag]) => attribute(tag, 'title') ?? '',
  );
  const listed = childrenOf(await treeOf(await textOf(app, server)), 'format').map(
    (one) => one.attributes['name'],
  );
  const format = PREFERRED.find((name) => listed.includes(name));
  if (format !== 'rdf_zotero') throw new Error(`another form is preferred: ${format}`);
  const items: ZoteroItem[] = [];
  for (const id of ids)
    items.push(itemOfRdf(await treeOf(await textOf(app, `${server}?id=${id}&format=${format}`))));
  return { format, items };
}

/** An item as RDF.js takes it from Zotero's own form of RDF. The reader of XML takes off the prefix of its root. */
function itemOfRdf(root: XmlElement): ZoteroItem {
  const nodes = root.children.filter((one): one is XmlElement => typeof one !== 'string');
  const byId = new Map(nodes.map((one) => [one.attributes['rdf:about'] ?? '', one]));
  const attached = new Set(
    nodes.flatMap((one) => childrenOf(one, 'link:link').map((link) => link.attributes['rdf:resource'] ?? '')),
  );
  const [node, ...others] = nodes.filter((one) => !attached.has(one.attributes['rdf:about'] ?? ''));
  if (node === undefined || others.length > 0) throw new Error('an answer has one item');
  const said = (name: string): string => plainOf(childOf(node, name));
  const itemType = said('z:itemType');
  const creators = (CREATORS[itemType] ?? []).flatMap((type) => {
    const list = childOf(node, `${type === 'author' || type === 'contributor' ? 'bib' : 'z'}:${type}s`);
    return childrenOf(pathOf(list, 'Seq'), 'li').map(
      (one) => `${type}: ${nameOf(childOf(one, 'foaf:Person'))}`,
    );
  });
  const fields: Record<string, string> = {
    date: said('dc:date'),
    rights: said('dc:rights'),
    archiveLocation: said('dc:coverage'),
    abstractNote: said('dcterms:abstract'),
    type: said('dc:type'),
    url: urlOf(node),
    extra: plainOf(childOf(node, 'dc:description')),
  };
  for (const one of node.children)
    if (typeof one !== 'string' && one.name.startsWith('z:') && childrenOf(one, 'Seq').length === 0)
      fields[one.name.slice(2)] = plainOf(one);
  const attachments = [...attached].flatMap((id) => {
    const file = byId.get(id);
    if (file?.name !== 'z:Attachment') return [];
    return [
      {
        title: plainOf(childOf(file, 'dc:title')),
        url: urlOf(file),
        mediaType: plainOf(childOf(file, 'link:type')),
      },
    ];
  });
  return { itemType, title: said('dc:title'), creators, fields, attachments };
}

const urlOf = (node: XmlElement): string => plainOf(pathOf(node, 'dc:identifier', 'dcterms:URI', 'value'));

const nameOf = (person: XmlElement | undefined): string =>
  [plainOf(childOf(person, 'foaf:surname')), plainOf(childOf(person, 'foaf:givenName'))]
    .filter(Boolean)
    .join(', ');

/** What MODS.js takes from MODS, where a service has no form that it likes better. */
export function itemOfMods(mods: XmlElement): ZoteroItem {
  const titled = childrenOf(mods, 'titleInfo').find((one) => one.attributes['type'] === undefined);
  const itemType = plainOf(childrenOf(mods, 'genre').find((one) => one.attributes['authority'] === 'local'));
  const valid = CREATORS[itemType] ?? [];
  const creators = childrenOf(mods, 'name').map((name) => {
    const roles = childrenOf(childOf(name, 'role'), 'roleTerm');
    const inWords = roles
      .filter((one) => one.attributes['type'] !== 'code')
      .map((one) => plainOf(one))
      .findLast((one) => valid.includes(one));
    const byCode = roles.map((one) => RELATORS[plainOf(one)]).findLast((one) => one !== undefined);
    const parts = childrenOf(name, 'namePart')
      .filter((one) => one.attributes['type'] !== 'termsOfAddress')
      .map((one) => plainOf(one));
    return `${inWords ?? byCode ?? 'author'}: ${parts.join(', ')}`;
  });
  const dates = childrenOf(mods, 'originInfo').flatMap((one) => childrenOf(one, 'dateCreated'));
  const locations = childrenOf(mods, 'location');
  return {
    itemType,
    title: plainOf(childOf(titled, 'title')),
    creators,
    fields: {
      date: plainOf(dates.find((one) => one.attributes['encoding'] !== undefined) ?? dates[0]),
      rights: plainOf(childOf(mods, 'accessCondition')),
      abstractNote: childrenOf(mods, 'abstract')
        .map((one) => plainOf(one))
        .join('\n\n'),
      archiveLocation: locations
        .flatMap((one) => childrenOf(one, 'physicalLocation').map((at) => plainOf(at)))
        .join('; '),
      url: plainOf(locations.flatMap((one) => childrenOf(one, 'url'))[0]),
    },
    attachments: [],
  };
}

const RELATORS: Readonly<Record<string, string>> = {
  aut: 'author',
  edt: 'editor',
  ctb: 'contributor',
  trl: 'translator',
};

/** The ContextObjects of a page, each by its keys; a key may stand several times. */
export const coinsIn = (page: string): readonly (readonly (readonly [key: string, value: string])[])[] =>
  [...page.matchAll(/<span class="Z3988"[^>]*>/g)].map(([tag]) =>
    (attribute(tag, 'title') ?? '').split('&').map((part) => {
      const [key = '', value] = part.split('=');
      if (value === undefined) throw new Error(`a part without a value: ${part}`);
      return [key, decodeURIComponent(value)] as const;
    }),
  );
