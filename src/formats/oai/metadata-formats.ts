import type { ArchiveDocument } from '../../core/document.ts';
import type { RecordKind } from '../../core/id.ts';
import { oaiDcElement } from '../dublin-core/write-dc.ts';
import { eadElement } from '../ead/write-ead.ts';
import type { Described } from '../fields/described.ts';
import { modsElement } from '../mods/write-mods.ts';
import { teiElement } from '../tei/tei-element.ts';
import type { OaiFormat } from './write-answer.ts';

/** A format that records are harvested in. */
export interface MetadataFormat extends OaiFormat {
  /** The kinds of record that are had in it. */
  readonly kinds: readonly RecordKind[];
  /** Whether it holds the texts too. */
  readonly depth: 'whole' | 'description';
  /** One element, with its namespaces; undefined for a record of another kind. */
  readonly write: (described: Described) => string | undefined;
}

/** What is harvested: works and what holds them. People, places and the rest stand in these by name and address. */
export const HARVESTED = ['document', 'collection'] as const satisfies readonly RecordKind[];

const ofDocuments =
  (write: (described: Described<ArchiveDocument>) => string): MetadataFormat['write'] =>
  (described) => {
    const { view } = described;
    const { record } = view;
    return record.kind === 'document' ? write({ ...described, view: { ...view, record } }) : undefined;
  };

const FORMATS: readonly MetadataFormat[] = [
  {
    prefix: 'oai_dc',
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    kinds: HARVESTED,
    depth: 'description',
    write: oaiDcElement,
  },
  {
    prefix: 'mods',
    schema: 'http://www.loc.gov/standards/mods/v3/mods-3-8.xsd',
    namespace: 'http://www.loc.gov/mods/v3',
    kinds: HARVESTED,
    depth: 'description',
    write: modsElement,
  },
  {
    prefix: 'tei',
    schema: 'https://www.tei-c.org/release/xml/tei/custom/schema/xsd/tei_all.xsd',
    namespace: 'http://www.tei-c.org/ns/1.0',
    kinds: ['document'],
    depth: 'whole',
    write: ofDocuments(teiElement),
  },
  {
    prefix: 'ead3',
    schema: 'https://www.loc.gov/ead/ead3.xsd',
    namespace: 'http://ead3.archivists.org/schema/',
    kinds: ['document'],
    depth: 'description',
    write: ofDocuments(eadElement),
  },
];

/** By their prefix, in the order in which they are listed. */
export const METADATA_FORMATS: ReadonlyMap<string, MetadataFormat> = new Map(
  FORMATS.map((format) => [format.prefix, format]),
);
