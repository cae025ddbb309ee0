import { METADATA_FORMATS } from '../../src/formats/oai/metadata-formats.ts';

const PREFIXES = [...METADATA_FORMATS.keys()];

/** What harvesters, feed readers and robots that search ask of the whole archive. */
export const HARVESTS: readonly string[] = [
  '/sitemap.xml',
  ...['pages', ...'dcapsrfteh'].map((part) => `/sitemap/${part}.xml`),
  '/feed.atom',
  '/feed.rss',
  '/.well-known/resourcesync',
  '/.well-known/security.txt',
  ...['capabilitylist', 'resourcelist', 'changelist'].map((name) => `/resourcesync/${name}.xml`),
  ...['d', 'c', 'a'].map((part) => `/resourcesync/resourcelist/${part}.xml`),
  ...['Identify', 'ListSets', 'ListMetadataFormats', 'Nonsense'].map((verb) => `/oai?verb=${verb}`),
  ...PREFIXES.flatMap((prefix) => [
    `/oai?verb=ListRecords&metadataPrefix=${prefix}`,
    `/oai?verb=ListIdentifiers&metadataPrefix=${prefix}`,
  ]),
];

/** What they ask of one record, whatever it is. */
export const harvestsOf = (id: string): readonly string[] => [
  `/oai?verb=ListMetadataFormats&identifier=oai:archive.example:${id}`,
  `/oai?verb=ListRecords&metadataPrefix=oai_dc&set=${id}`,
  `/sitemap/${id.slice(0, 2)}.xml`,
  `/collection/${id}/feed.atom`,
  `/collection/${id}/feed.rss`,
  ...PREFIXES.map(
    (prefix) => `/oai?verb=GetRecord&metadataPrefix=${prefix}&identifier=oai:archive.example:${id}`,
  ),
];
