import type { RecordId } from '../../core/id.ts';
import { accepted, refused, type Result } from '../../core/result.ts';
import { readDatestamp, type Datestamp } from './datestamps.ts';
import { oaiFault, type OaiFault } from './faults.ts';
import {
  readListToken,
  readSetsToken,
  readSetSpec,
  type ListedBy,
  type ListPlace,
  type ListVerb,
} from './tokens.ts';

/** A request of OAI-PMH, read. */
export type OaiRequest =
  | { readonly verb: 'Identify' }
  | { readonly verb: 'ListMetadataFormats'; readonly identifier?: string }
  | { readonly verb: 'ListSets'; readonly after?: string; readonly cursor: number }
  | { readonly verb: 'GetRecord'; readonly identifier: string; readonly prefix: string }
  | { readonly verb: ListVerb; readonly by: ListedBy; readonly place?: ListPlace };

type Verb = OaiRequest['verb'];

interface Takes {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const LIST: Takes = {
  required: ['metadataPrefix'],
  optional: ['from', 'until', 'set'],
};
const ARGUMENTS: Readonly<Record<Verb, Takes>> = {
  Identify: { required: [], optional: [] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  ListSets: { required: [], optional: [] },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
  ListIdentifiers: LIST,
  ListRecords: LIST,
};
const VERBS: ReadonlyMap<string, Verb> = new Map(
  (
    ['Identify', 'ListMetadataFormats', 'ListSets', 'GetRecord', 'ListIdentifiers', 'ListRecords'] as const
  ).map((verb) => [verb, verb]),
);
const RESUMED: ReadonlySet<Verb> = new Set(['ListSets', 'ListIdentifiers', 'ListRecords']);

/** What an argument must look like, so that it can be repeated in the answer too. */
const SHAPES: ReadonlyMap<string, RegExp> = new Map([
  ['metadataPrefix', /^[\w.!~*'()-]{1,100}$/],
  ['identifier', /^[a-zA-Z][a-zA-Z0-9+.-]*:(?:[\w.!~*'();/?:@&=+$,-]|%[0-9a-fA-F]{2}){1,1000}$/],
  ['set', /^[\w.!~*'()-]{1,1000}(?::[\w.!~*'()-]{1,1000})*$/],
]);

/**
 * Reads the arguments of a request, in their order and as often as they came: what is asked, or everything that is
 * wrong with it.
 *
 *   verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01 -> ListRecords, from that day
 *   verb=ListRecords                                       -> badArgument: metadataPrefix is missing
 *   verb=Nonsense                                          -> badVerb
 *
 * Source: The Open Archives Initiative Protocol for Metadata Harvesting 2.0, read 2026-11-23.
 */
export function readOaiRequest(
  given: readonly (readonly [name: string, value: string])[],
): Result<OaiRequest, readonly OaiFault[]> {
  const verbs = given.filter(([name]) => name === 'verb');
  const [[, said = ''] = []] = verbs;
  if (verbs.length === 0) return refused([oaiFault('verb-missing')]);
  if (verbs.length > 1) return refused([oaiFault('verb-repeated')]);
  const verb = VERBS.get(said);
  if (verb === undefined) return refused([oaiFault('verb-unknown')]);
  const rest = given.filter(([name]) => name !== 'verb');
  const faults = faultsIn(verb, rest);
  if (faults.length > 0) return refused(faults);
  return requestOf(verb, new Map(rest));
}

const TOKEN = 'resumptionToken';

function faultsIn(
  verb: Verb,
  given: readonly (readonly [name: string, value: string])[],
): readonly OaiFault[] {
  const { required, optional } = ARGUMENTS[verb];
  const known = new Set([...required, ...optional, ...(RESUMED.has(verb) ? [TOKEN] : [])]);
  const names = given.map(([name]) => name);
  const each = new Set(names);
  const unknown = [...each].filter((name) => !known.has(name));
  const repeated = [...each].filter(
    (name) => known.has(name) && names.indexOf(name) !== names.lastIndexOf(name),
  );
  const isResumed = each.has(TOKEN) && known.has(TOKEN);
  return [
    ...unknown.slice(0, MOST_TOLD).map((name) => oaiFault('argument-unknown', name.slice(0, 100))),
    ...repeated.map((name) => oaiFault('argument-repeated', name)),
    ...(isResumed && [...each].some((name) => name !== TOKEN && known.has(name))
      ? [oaiFault('token-not-alone')]
      : []),
    ...(isResumed
      ? []
      : required.filter((name) => !each.has(name)).map((name) => oaiFault('argument-missing', name))),
    ...given.flatMap(([name, value]) =>
      known.has(name) && SHAPES.get(name)?.test(value) === false ? [oaiFault('argument-unread', name)] : [],
    ),
  ];
}

/** Of arguments that nobody knows so many are named. */
const MOST_TOLD = 5;

function requestOf(verb: Verb, given: ReadonlyMap<string, string>): Result<OaiRequest, readonly OaiFault[]> {
  const [identifier = '', prefix = '', token] = ['identifier', 'metadataPrefix', TOKEN].map((name) =>
    given.get(name),
  );
  switch (verb) {
    case 'Identify':
      return accepted({ verb });
    case 'ListMetadataFormats':
      return accepted({ verb, ...(identifier === '' ? {} : { identifier }) });
    case 'ListSets': {
      if (token === undefined) return accepted({ verb, cursor: 0 });
      const place = readSetsToken(token);
      return place ? accepted({ verb, ...place }) : refused([oaiFault('token-wrong')]);
    }
    case 'GetRecord':
      return accepted({ verb, identifier, prefix });
    case 'ListIdentifiers':
    case 'ListRecords': {
      if (token === undefined) return listOf(verb, prefix, given);
      const resumed = readListToken(verb, token);
      return resumed ? accepted({ verb, ...resumed }) : refused([oaiFault('token-wrong')]);
    }
  }
}

function listOf(
  verb: ListVerb,
  prefix: string,
  given: ReadonlyMap<string, string>,
): Result<OaiRequest, readonly OaiFault[]> {
  const faults: OaiFault[] = [];
  const stamp = (name: string): Datestamp | undefined => {
    const text = given.get(name);
    const read = text === undefined ? undefined : readDatestamp(text);
    if (text !== undefined && read === undefined) faults.push(oaiFault('argument-unread', name));
    return read;
  };
  const [from, until] = [stamp('from'), stamp('until')];
  if (from && until && from.granularity !== until.granularity) faults.push(oaiFault('granularities-differ'));
  else if (from && until && from.stem > until.stem) faults.push(oaiFault('until-before-from'));
  if (faults.length > 0) return refused(faults);
  const spec = given.get('set');
  const set = spec === undefined ? undefined : setOf(spec);
  if (set?.length === 0) return refused([oaiFault('nothing-matches')]);
  return accepted({
    verb,
    by: { prefix, ...(from ? { from } : {}), ...(until ? { until } : {}), ...(set ? { set } : {}) },
  });
}

/** The collections of a set; none where no set has such a name. */
const setOf = (spec: string): readonly RecordId[] => readSetSpec(spec) ?? [];
