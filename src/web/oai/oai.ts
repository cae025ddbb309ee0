import { kindOf, parseId, type RecordId } from '../../core/id.ts';
import { impossible } from '../../core/result.ts';
import { oaiFault, type OaiFault } from '../../formats/oai/faults.ts';
import { HARVESTED, METADATA_FORMATS } from '../../formats/oai/metadata-formats.ts';
import { readOaiRequest, type OaiRequest } from '../../formats/oai/read-request.ts';
import { oaiIdentifier, writeOaiAnswer, type OaiAnswer } from '../../formats/oai/write-answer.ts';
import type { Answer } from '../answer.ts';
import type { Site, Visit } from '../site.ts';
import { hostOf, recordOf } from './records.ts';
import { listRecords } from './list-records.ts';
import { listSets } from './list-sets.ts';
import type { OaiSaid } from './said.ts';

/** The door for harvesters: all six verbs of OAI-PMH 2.0, by an address or a form. */
export async function oai(visit: Visit): Promise<Answer> {
  const { site, room } = visit;
  const given = argumentsOf(visit);
  const read =
    'fault' in given ? { ok: false as const, problem: [given.fault] } : readOaiRequest(given.pairs);
  const said = read.ok ? await answerTo(visit, read.value) : read.problem;
  const answer = 'kind' in said ? said : told(site, said);
  const isUnread = 'length' in said && said.some(({ code }) => code === 'badVerb' || code === 'badArgument');
  const asked = isUnread || !('pairs' in given) ? {} : Object.fromEntries(given.pairs);
  return {
    kind: 'text',
    mediaType: 'text/xml; charset=utf-8',
    body: writeOaiAnswer({ at: room.harvest.now(), baseUrl: baseUrlOf(site), asked }, answer),
  };
}

type Pairs = readonly (readonly [name: string, value: string])[];

function argumentsOf({ url, form }: Visit): { readonly pairs: Pairs } | { readonly fault: OaiFault } {
  if (form === 'unreadable') return { fault: oaiFault('form-unreadable') };
  if (form === 'too-long') return { fault: oaiFault('form-too-long') };
  return { pairs: [...(form ?? url.searchParams)] };
}

const told = ({ words }: Site, faults: readonly OaiFault[]): OaiAnswer => ({
  kind: 'errors',
  errors: faults.map(({ name, code, argument = '' }) => ({ code, says: words.oai[name](argument) })),
});

const baseUrlOf = ({ settings }: Site): string => `${settings.address}/oai`;

async function answerTo(visit: Visit, request: OaiRequest): Promise<OaiSaid> {
  switch (request.verb) {
    case 'Identify':
      return identify(visit);
    case 'ListMetadataFormats':
      return listFormats(visit, request.identifier);
    case 'ListSets':
      return listSets(visit, request);
    case 'GetRecord':
      return getRecord(visit, request);
    case 'ListIdentifiers':
    case 'ListRecords':
      return listRecords(visit, request);
    default:
      return impossible(request);
  }
}

const EMAIL = /^\S+@(?:[^\s.]+\.)+[^\s.]+$/;
const NAMESPACE = /^[a-zA-Z][a-zA-Z0-9-]*(?:\.[a-zA-Z][a-zA-Z0-9-]*)+$/;
/** Identifiers in examples: of no record. */
const SAMPLE = 'dk4m7q2zxh';

async function identify({ site, room }: Visit): Promise<OaiAnswer> {
  const { contact, name } = site.settings;
  const host = hostOf(room);
  return {
    kind: 'Identify',
    name,
    baseUrl: baseUrlOf(site),
    // The protocol wants an address: where there is none, one that can be seen to be none (RFC 2606).
    adminEmail: contact !== undefined && EMAIL.test(contact) ? contact : 'no-address-given@archive.invalid',
    earliest: (await room.harvest.began()) ?? room.harvest.now(),
    ...(NAMESPACE.test(host) ? { identifiers: { host, sample: oaiIdentifier(host, SAMPLE) } } : {}),
  };
}

/** The id in one of our identifiers, of a record of a kind that is harvested. */
function idIn(room: Visit['room'], identifier: string): RecordId | undefined {
  const prefix = oaiIdentifier(hostOf(room), '');
  const id = identifier.startsWith(prefix) ? parseId(identifier.slice(prefix.length)) : undefined;
  const isHarvested = id !== undefined && HARVESTED.some((kind) => kind === kindOf(id));
  return isHarvested && oaiIdentifier(hostOf(room), id) === identifier ? id : undefined;
}

async function listFormats({ room }: Visit, identifier: string | undefined): Promise<OaiSaid> {
  const all = [...METADATA_FORMATS.values()];
  if (identifier === undefined) return { kind: 'ListMetadataFormats', formats: all };
  const id = idIn(room, identifier);
  const head = id && (await room.harvest.head(id));
  if (head === undefined) return [oaiFault('identifier-unknown')];
  const formats = all.filter(({ kinds }) => kinds.includes(head.kind));
  return head.isGone || formats.length === 0
    ? [oaiFault('no-format')]
    : { kind: 'ListMetadataFormats', formats };
}

async function getRecord(
  { room }: Visit,
  { identifier, prefix }: Extract<OaiRequest, { readonly verb: 'GetRecord' }>,
): Promise<OaiSaid> {
  const format = METADATA_FORMATS.get(prefix);
  const id = idIn(room, identifier);
  const head = id && (await room.harvest.head(id));
  if (format === undefined) return [oaiFault('format-unknown')];
  if (head === undefined) return [oaiFault('identifier-unknown')];
  if (!format.kinds.includes(head.kind)) return [oaiFault('format-not-had')];
  const [described] = head.isGone ? [] : await room.describe([head.id], format.depth);
  return { kind: 'GetRecord', record: recordOf(hostOf(room), head, format, described) };
}
