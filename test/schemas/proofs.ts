import type { RecordKind } from '../../src/core/id.ts';
import { formsByKind } from '../../src/web/form-table.ts';
import { HARVEST_PROOFS } from './harvest-proofs.ts';
import type { Schema } from './validate.ts';

/** A public record of the archive that is proved: its kind, and its address without slug and ending. */
export interface Asked {
  readonly kind: RecordKind;
  readonly address: string;
}

/** What is held against a schema: which addresses are asked, and what of each answer is valid by itself. */
export interface Proof {
  readonly name: string;
  readonly schema: Schema;
  /** Asked of each archive, in order. Addresses that lead to others in their answers say so in `next`. */
  readonly addresses: (records: readonly Asked[]) => readonly string[];
  /** A further address that an answer leads to: a resumption token, the parts of a sitemap. */
  readonly next?: (body: string) => readonly string[];
  /** Pieces of an answer that are documents by themselves; absent: the whole of it. */
  readonly pieces?: (body: string) => readonly string[];
}

/** Every record that is had in a form, by the end of its address. */
const inForm =
  (suffix: string) =>
  (records: readonly Asked[]): readonly string[] =>
    records
      .filter(({ kind }) => formsByKind.get(kind)?.has(suffix) === true)
      .map(({ address }) => `${address}.${suffix}`);

const XML = 'xml/xml.xsd';

/** What goes out as XML, and what it is held against. Add yours: the command and the table know no others. */
export const PROOFS: readonly Proof[] = [
  {
    name: 'Dublin Core (oai_dc)',
    schema: { file: 'oai/oai_dc.xsd', imports: ['oai/simpledc20021212.xsd', XML] },
    addresses: inForm('dc'),
  },
  {
    name: 'MODS 3.8',
    schema: { file: 'mods/mods-3-8.xsd', imports: ['xlink/xlink.xsd', XML] },
    addresses: inForm('mods'),
  },
  {
    name: 'TEI 4.11.0 (tei_all)',
    schema: { file: 'tei/tei_all-4.11.0.rng', language: 'relaxng' },
    addresses: inForm('tei'),
  },
  { name: 'EAD3 1.1', schema: { file: 'ead3/ead3.xsd' }, addresses: inForm('ead') },
  { name: 'EAC-CPF 2.0', schema: { file: 'eac/eac2.xsd' }, addresses: inForm('eac') },
  {
    name: 'EAC-CPF 2.0 (RELAX NG)',
    schema: { file: 'eac/eac2.rng', language: 'relaxng' },
    addresses: inForm('eac'),
  },
  ...HARVEST_PROOFS,
];
