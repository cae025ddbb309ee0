import type { RecordId } from '../../core/id.ts';
import { printElement, printText } from '../xml/print-xml.ts';
import { printDatestamp } from './datestamps.ts';
import type { OaiCode } from './faults.ts';

/** What an answer says; payloads are XML already. */
export type OaiAnswer =
  | { readonly kind: 'errors'; readonly errors: readonly { readonly code: OaiCode; readonly says: string }[] }
  | ({ readonly kind: 'Identify' } & OaiRepository)
  | { readonly kind: 'ListMetadataFormats'; readonly formats: readonly OaiFormat[] }
  | { readonly kind: 'ListSets'; readonly sets: readonly OaiSet[]; readonly resumption?: Resumption }
  | { readonly kind: 'GetRecord'; readonly record: OaiRecord }
  | {
      readonly kind: 'ListIdentifiers' | 'ListRecords';
      readonly records: readonly OaiRecord[];
      readonly resumption?: Resumption;
    };

export interface OaiRepository {
  readonly name: string;
  readonly baseUrl: string;
  readonly adminEmail: string;
  readonly earliest: string;
  /** The host in our identifiers, and an identifier to show; absent where the host cannot be a namespace. */
  readonly identifiers?: { readonly host: string; readonly sample: string };
}

export interface OaiFormat {
  readonly prefix: string;
  readonly schema: string;
  readonly namespace: string;
}

export interface OaiSet {
  readonly path: readonly RecordId[];
  readonly name: string;
  /** An `oai_dc:dc` element. */
  readonly description?: string;
}

/** A record: its header, and what it is in the format asked for, if that is asked and it is not gone. */
export interface OaiRecord {
  readonly identifier: string;
  /** ISO instant of its last public change. */
  readonly changed: string;
  readonly sets: readonly (readonly RecordId[])[];
  readonly isGone: boolean;
  readonly metadata?: string;
}

/** Whether a list goes on (`token`), and how many were handed out before this part of it. */
export interface Resumption {
  readonly token?: string;
  readonly cursor: number;
}

/** An identifier of a record: "oai:archive.example:dk4m7q2zxh". */
export const oaiIdentifier = (host: string, id: string): string => `oai:${host}:${id}`;

const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
const OAI = 'http://www.openarchives.org/OAI/2.0/';

/** A whole answer. `asked`: the arguments that are repeated in it; none where they could not be read. */
export function writeOaiAnswer(
  about: {
    readonly at: string;
    readonly baseUrl: string;
    readonly asked: Readonly<Record<string, string>>;
  },
  answer: OaiAnswer,
): string {
  const content = `<responseDate>${printDatestamp(about.at)}</responseDate>\n${printElement('request', about.asked, printText(about.baseUrl))}\n${contentOf(answer)}`;
  const attributes = {
    xmlns: OAI,
    'xmlns:xsi': SCHEMA_INSTANCE,
    'xsi:schemaLocation': `${OAI} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd`,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printElement('OAI-PMH', attributes, `\n${content}`)}\n`;
}

const element = (name: string, text: string): string => `<${name}>${printText(text)}</${name}>\n`;
const wrapped = (name: string, content: string): string => `<${name}>\n${content}</${name}>\n`;

function contentOf(answer: OaiAnswer): string {
  switch (answer.kind) {
    case 'errors':
      return answer.errors
        .map(({ code, says }) => `${printElement('error', { code }, printText(says))}\n`)
        .join('');
    case 'Identify':
      return wrapped('Identify', repositoryOf(answer));
    case 'ListMetadataFormats':
      return wrapped('ListMetadataFormats', answer.formats.map(formatOf).join(''));
    case 'ListSets':
      return wrapped('ListSets', answer.sets.map(setOf).join('') + resumptionOf(answer.resumption));
    case 'GetRecord':
      return wrapped('GetRecord', recordOf(answer.record));
    case 'ListIdentifiers':
      return wrapped(answer.kind, answer.records.map(headerOf).join('') + resumptionOf(answer.resumption));
    case 'ListRecords':
      return wrapped(answer.kind, answer.records.map(recordOf).join('') + resumptionOf(answer.resumption));
  }
}

const IDENTIFIER = 'http://www.openarchives.org/OAI/2.0/oai-identifier';

function repositoryOf({ name, baseUrl, adminEmail, earliest, identifiers }: OaiRepository): string {
  const scheme =
    identifiers === undefined
      ? ''
      : wrapped(
          'description',
          printElement(
            'oai-identifier',
            {
              xmlns: IDENTIFIER,
              'xmlns:xsi': SCHEMA_INSTANCE,
              'xsi:schemaLocation': `${IDENTIFIER} http://www.openarchives.org/OAI/2.0/oai-identifier.xsd`,
            },
            element('scheme', 'oai') +
              element('repositoryIdentifier', identifiers.host) +
              element('delimiter', ':') +
              element('sampleIdentifier', identifiers.sample),
          ),
        );
  return [
    element('repositoryName', name),
    element('baseURL', baseUrl),
    element('protocolVersion', '2.0'),
    element('adminEmail', adminEmail),
    element('earliestDatestamp', printDatestamp(earliest)),
    element('deletedRecord', 'persistent'),
    element('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    element('compression', 'gzip'),
    element('compression', 'zstd'),
    scheme,
  ].join('');
}

const formatOf = ({ prefix, schema, namespace }: OaiFormat): string =>
  wrapped(
    'metadataFormat',
    element('metadataPrefix', prefix) + element('schema', schema) + element('metadataNamespace', namespace),
  );

const setOf = ({ path, name, description }: OaiSet): string =>
  wrapped(
    'set',
    element('setSpec', path.join(':')) +
      element('setName', name) +
      (description === undefined ? '' : wrapped('setDescription', `${description}\n`)),
  );

function headerOf({ identifier, changed, sets, isGone }: OaiRecord): string {
  const content = `${element('identifier', identifier)}${element('datestamp', printDatestamp(changed))}${sets.map((path) => element('setSpec', path.join(':'))).join('')}`;
  return `<header${isGone ? ' status="deleted"' : ''}>\n${content}</header>\n`;
}

const recordOf = (record: OaiRecord): string =>
  wrapped(
    'record',
    headerOf(record) + (record.metadata === undefined ? '' : wrapped('metadata', `${record.metadata}\n`)),
  );

/** The last part of a list that came in parts says so by an empty token. */
function resumptionOf(resumption: Resumption | undefined): string {
  if (resumption === undefined) return '';
  const { token, cursor } = resumption;
  if (token === undefined && cursor === 0) return '';
  return `${printElement('resumptionToken', { cursor }, printText(token ?? ''))}\n`;
}
