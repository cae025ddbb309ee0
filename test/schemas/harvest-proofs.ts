import { METADATA_FORMATS } from '../../src/formats/oai/metadata-formats.ts';
import type { Proof } from './proofs.ts';
import type { Schema } from './validate.ts';

const list = (prefix: string): string => `/oai?verb=ListRecords&metadataPrefix=${prefix}`;

/** Where an answer says that its list goes on. */
function resumed(verb: string) {
  return (body: string): readonly string[] =>
    [...body.matchAll(/<resumptionToken[^>]*>([^<\s]+)</g)].map(
      ([, token = '']) => `/oai?verb=${verb}&resumptionToken=${encodeURIComponent(token)}`,
    );
}

const payloads = (body: string): readonly string[] =>
  [...body.matchAll(/<metadata>\n([\s\S]*?)\n<\/metadata>/g)].map(([, payload = '']) => payload);

const described = (name: 'description' | 'setDescription') => (body: string) =>
  [...body.matchAll(new RegExp(`<${name}>\n([\\s\\S]*?)\n?</${name}>`, 'g'))].map(([, one = '']) => one);

const XML = 'xml/xml.xsd';
const DC: Schema = { file: 'oai/oai_dc.xsd', imports: ['oai/simpledc20021212.xsd', XML] };

/** What each format is held against. */
const SCHEMAS: Readonly<Record<string, Schema>> = {
  oai_dc: DC,
  mods: { file: 'mods/mods-3-8.xsd', imports: ['xlink/xlink.xsd', XML] },
  tei: { file: 'tei/tei_all-4.11.0.rng', language: 'relaxng' },
  ead3: { file: 'ead3/ead3.xsd' },
};

const PREFIXES = [...METADATA_FORMATS.keys()];

const withoutTerms = (body: string): string => body.replace(/<rs:[^>]*\/>\n?/g, '');

/** The answers to harvesters, each payload by itself, and the lists of pages. */
export const HARVEST_PROOFS: readonly Proof[] = [
  ...['Identify', 'ListSets', 'ListMetadataFormats', 'Nonsense', 'ListIdentifiers&metadataPrefix=oai_dc'].map(
    (verb): Proof => ({
      name: `OAI-PMH ${verb.split('&')[0]}`,
      schema: { file: 'oai/OAI-PMH.xsd' },
      addresses: () => [`/oai?verb=${verb}`],
      next: resumed(verb.split('&')[0] ?? ''),
    }),
  ),
  ...PREFIXES.flatMap((prefix): readonly Proof[] => {
    const schema = SCHEMAS[prefix];
    const asked = { addresses: () => [list(prefix)], next: resumed('ListRecords') };
    return [
      { name: `OAI-PMH ListRecords ${prefix}`, schema: { file: 'oai/OAI-PMH.xsd' }, ...asked },
      ...(schema ? [{ name: `OAI-PMH ${prefix}, each record`, schema, ...asked, pieces: payloads }] : []),
    ];
  }),
  {
    name: 'OAI-PMH GetRecord',
    schema: { file: 'oai/OAI-PMH.xsd' },
    addresses: (records) =>
      records.slice(0, 50).map(({ address }) => {
        const id = address.split('/').at(-1) ?? '';
        return `/oai?verb=GetRecord&metadataPrefix=mods&identifier=oai:archive.example:${id}`;
      }),
  },
  {
    name: 'OAI-PMH description of sets',
    schema: DC,
    addresses: () => ['/oai?verb=ListSets'],
    next: resumed('ListSets'),
    pieces: described('setDescription'),
  },
  {
    name: 'OAI identifiers',
    schema: { file: 'oai/oai-identifier.xsd' },
    addresses: () => ['/oai?verb=Identify'],
    pieces: described('description'),
  },
  {
    name: 'Sitemap index',
    schema: { file: 'sitemap/siteindex.xsd' },
    addresses: () => ['/sitemap.xml'],
  },
  {
    name: 'Sitemap (without pictures, which are an extension)',
    schema: { file: 'sitemap/sitemap.xsd' },
    addresses: (records) => [
      '/sitemap/pages.xml',
      ...new Set(
        records.flatMap(({ address }) =>
          address.startsWith('/unit/') ? [] : [`/sitemap/${address.split('/')[2]?.charAt(0)}.xml`],
        ),
      ),
    ],
    pieces: (body) => [body.replace(/<image:image>[\s\S]*?<\/image:image>/g, '')],
  },
  {
    name: 'ResourceSync, lists (without its own terms)',
    schema: { file: 'sitemap/sitemap.xsd' },
    addresses: () => [
      '/.well-known/resourcesync',
      '/resourcesync/capabilitylist.xml',
      '/resourcesync/changelist.xml',
      '/resourcesync/resourcelist/d.xml',
    ],
    pieces: (body) => [withoutTerms(body)],
  },
  {
    name: 'ResourceSync, list of lists (without its own terms)',
    schema: { file: 'sitemap/siteindex.xsd' },
    addresses: () => ['/resourcesync/resourcelist.xml'],
    pieces: (body) => [withoutTerms(body)],
  },
];
