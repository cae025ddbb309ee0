import assert from 'node:assert/strict';
import type { OpenArchive } from '../../src/compose.ts';
import { childOf, childrenOf, plainOf, type XmlElement } from '../../src/formats/xml/xml-node.ts';
import { namesIn, xmlTree } from './xml-tree.ts';

/** What every answer of OAI-PMH is made of: the names within each element, in their order. */
const CONTENT: Readonly<Record<string, RegExp>> = {
  'OAI-PMH':
    /^responseDate request (?:(?:error ?)+|Identify|ListMetadataFormats|ListSets|GetRecord|ListIdentifiers|ListRecords)$/,
  Identify:
    /^repositoryName baseURL protocolVersion adminEmail earliestDatestamp deletedRecord granularity(?: compression)*(?: description)*$/,
  ListMetadataFormats: /^metadataFormat(?: metadataFormat)*$/,
  metadataFormat: /^metadataPrefix schema metadataNamespace$/,
  ListSets: /^set(?: set)*(?: resumptionToken)?$/,
  set: /^setSpec setName(?: setDescription)*$/,
  GetRecord: /^record$/,
  ListIdentifiers: /^header(?: header)*(?: resumptionToken)?$/,
  ListRecords: /^record(?: record)*(?: resumptionToken)?$/,
  record: /^header(?: metadata)?$/,
  header: /^identifier datestamp(?: setSpec)*$/,
  metadata: /^\S+$/,
};
type App = Pick<OpenArchive['app'], 'request'>;

const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** An answer, of which all that the protocol says of its form was looked at. */
export async function asked(app: App, query: string): Promise<XmlElement> {
  const answer = await app.request(`/oai?${query}`);
  assert.equal(answer.status, 200, query);
  return wellFormed(await answer.text(), answer);
}

export async function wellFormed(text: string, answer: Response): Promise<XmlElement> {
  assert.equal(answer.headers.get('content-type'), 'text/xml; charset=utf-8');
  const root = await xmlTree(text);
  assert.equal(root.attributes['xmlns'], 'http://www.openarchives.org/OAI/2.0/');
  checkContent(root);
  assert.match(plainOf(childOf(root, 'responseDate')), STAMP);
  return root;
}

function checkContent(element: XmlElement): void {
  const expected = CONTENT[element.name];
  if (expected === undefined) return;
  assert.match(namesIn(element).join(' '), expected, element.name);
  if (element.name === 'metadata') return;
  for (const child of element.children) if (typeof child !== 'string') checkContent(child);
}

/** The codes of the errors in an answer; none where it has what was asked. */
export const codesIn = (root: XmlElement): readonly (string | undefined)[] =>
  childrenOf(root, 'error').map(({ attributes }) => attributes['code']);

export interface Told {
  readonly changed: string;
  readonly isGone: boolean;
  readonly sets: readonly string[];
}

/** One who harvests as others do: part by part, and the next time from when the last was begun. */
export class OaiClient {
  readonly kept = new Map<string, Told>();
  readonly #list: string;
  #from: string | undefined;
  #began: string | undefined;
  #token: string | undefined;
  #seen = new Set<string>();

  /** `list`: the verb and its arguments, without `from`. */
  constructor(list: string) {
    this.#list = list;
  }

  /** Takes one part of a list; false when it was the last. */
  async part(app: App): Promise<boolean> {
    const verb = this.#list.split('&')[0] ?? '';
    const from = this.#from === undefined ? '' : `&from=${this.#from}`;
    const query =
      this.#token === undefined
        ? `${this.#list}${from}`
        : `${verb}&resumptionToken=${encodeURIComponent(this.#token)}`;
    const root = await asked(app, query);
    this.#began ??= plainOf(childOf(root, 'responseDate'));
    const codes = codesIn(root);
    if (codes.length > 0) assert.deepEqual(codes, ['noRecordsMatch'], query);
    const [list] = root.children.flatMap((child) =>
      typeof child !== 'string' && child.name.startsWith('List') ? [child] : [],
    );
    for (const header of headersIn(list)) this.#take(header);
    this.#token = plainOf(childOf(list, 'resumptionToken')) || undefined;
    if (this.#token !== undefined) return true;
    this.#from = this.#began;
    this.#began = undefined;
    this.#seen = new Set();
    return false;
  }

  async toTheEnd(app: App): Promise<void> {
    while (await this.part(app)) continue;
  }

  #take(header: XmlElement): void {
    const id = plainOf(childOf(header, 'identifier'));
    assert.ok(!this.#seen.has(id), `${id} comes twice in one list`);
    this.#seen.add(id);
    const changed = plainOf(childOf(header, 'datestamp'));
    assert.match(changed, STAMP);
    this.kept.set(id, {
      changed,
      isGone: header.attributes['status'] === 'deleted',
      sets: childrenOf(header, 'setSpec').map((one) => plainOf(one)),
    });
  }
}

const headersIn = (list: XmlElement | undefined): readonly XmlElement[] => [
  ...childrenOf(list, 'header'),
  ...childrenOf(list, 'record').flatMap((record) => childrenOf(record, 'header')),
];
