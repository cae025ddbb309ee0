import type { AuthorityBase } from '../../core/agent.ts';
import { canonicalPath } from '../../core/canonical-path.ts';
import { citedPerson } from '../../core/citation/cited-name.ts';
import type { Identifier, RecordId } from '../../core/id.ts';
import type { Label } from '../../core/label.ts';
import type { Rights } from '../../core/rights.ts';
import type { Described } from '../fields/described.ts';
import { node, type LdNode, type LdValue } from './ld-node.ts';

/** The name of a record as a thing: its address without decoration, which never changes. */
export const thingId = ({ archive }: Pick<Described, 'archive'>, label: Label): string =>
  archive.url + canonicalPath({ ...label, slug: '' });

/** Another public record as a node of these types; undefined where it is not public. */
export function namedNode(
  described: Described,
  id: RecordId,
  type: (label: Label) => string,
): LdNode | undefined {
  const named = described.named(id);
  return (
    named &&
    node(type(named.label), {
      '@id': thingId(described, named.label),
      name: named.label.title,
      url: named.url,
    })
  );
}

export const agentType = ({ agentKind }: Label): string =>
  agentKind === undefined || agentKind === 'person' ? 'Person' : 'Organization';

/** Somebody by name: a node where it is known that it is a person or which record it is, else the name alone. */
export function someone(described: Described, name: string, agent: RecordId | undefined): LdValue {
  const known = agent === undefined ? undefined : namedNode(described, agent, agentType);
  if (known !== undefined) return known;
  return citedPerson(name).kind === 'person' ? node('Person', { name }) : name;
}

export const namedNodes = (
  described: Described,
  ids: readonly RecordId[],
  type: (label: Label) => string,
): readonly LdNode[] =>
  [...new Set(ids)].map((id) => namedNode(described, id, type)).filter((one) => one !== undefined);

/** Keys by which an import knows a record again: they name nothing outside. */
const KEYS: ReadonlySet<string> = new Set(['page', 'name', 'number', 'term', 'import']);

/** Every name that it has here and elsewhere; the one that is kept for good first. */
export function identifiersOf(
  { ark, view }: Pick<Described, 'ark' | 'view'>,
  identifiers: readonly Identifier[],
): readonly LdNode[] {
  const property = (propertyID: string, value: string): LdNode =>
    node('PropertyValue', { propertyID, value });
  return [
    ...(ark === undefined ? [] : [property('ARK', ark)]),
    property('unsealed', view.id),
    ...identifiers.filter(({ scheme }) => !KEYS.has(scheme)).map((one) => property(one.scheme, one.value)),
  ];
}

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text);

/** The licence by its address where it has one; what is said of rights in words. */
export const rightsLd = ({ uri, words, holder }: Rights): Readonly<Record<string, LdValue | undefined>> => ({
  license: uri !== undefined && isAddress(uri) ? uri : undefined,
  copyrightNotice: words,
  copyrightHolder: holder,
});

/** What is the same of all authorities. */
export function authorityLd(
  described: Described,
  record: AuthorityBase,
): Readonly<Record<string, LdValue | undefined>> {
  const { label, url } = described;
  return {
    '@id': thingId(described, label),
    name: label.title,
    url,
    alternateName: [...new Set(record.names.map(({ form }) => form))].filter((form) => form !== label.title),
    description: record.notes[0]?.text,
    disambiguatingDescription: record.invented,
    sameAs: record.links.map((one) => one.url).filter(isAddress),
    identifier: identifiersOf(described, record.identifiers),
  };
}

/** The archive that all of this is from. */
export const archiveLd = ({ archive }: Pick<Described, 'archive'>): LdNode =>
  node('Organization', { '@id': `${archive.url}/#archive`, name: archive.name, url: `${archive.url}/` });
