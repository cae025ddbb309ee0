import type { HarvestHead } from '../../actions/harvest.ts';
import { oaiFault } from '../../formats/oai/faults.ts';
import { METADATA_FORMATS, type MetadataFormat } from '../../formats/oai/metadata-formats.ts';
import type { OaiRequest } from '../../formats/oai/read-request.ts';
import { printListToken, type ListVerb } from '../../formats/oai/tokens.ts';
import type { OaiRecord } from '../../formats/oai/write-answer.ts';
import type { Visit } from '../site.ts';
import { headerOf, hostOf, recordOf } from './records.ts';
import type { OaiSaid } from './said.ts';

/** How many records a part of a list has; of those with their texts it ends sooner once it is long. */
const MOST = { headers: 500, description: 200, whole: 50 } as const;
const MOST_LETTERS = 4_000_000;
/** So many are read together. */
const TOGETHER = { description: 100, whole: 10 } as const;

/** A part of a list of headers or records, and the token of the next. */
export async function listRecords(
  { room }: Visit,
  { verb, by, place }: Extract<OaiRequest, { readonly verb: ListVerb }>,
): Promise<OaiSaid> {
  const format = METADATA_FORMATS.get(by.prefix);
  if (format === undefined) return [oaiFault(place ? 'token-wrong' : 'format-unknown')];
  const most = verb === 'ListIdentifiers' ? MOST.headers : MOST[format.depth];
  const found = await room.harvest.list({
    ...(place ? { upTo: place.upTo, after: place.after } : {}),
    ...(by.from ? { from: by.from.stem } : {}),
    ...(by.until ? { until: by.until.stem } : {}),
    ...(by.set ? { within: by.set } : {}),
    kinds: format.kinds,
    most: most + 1,
  });
  if (found === undefined) return [oaiFault('token-wrong')];
  if (found.heads.length === 0) return [oaiFault('nothing-matches')];
  const heads = found.heads.slice(0, most);
  const host = hostOf(room);
  const records =
    verb === 'ListIdentifiers'
      ? heads.map((head) => headerOf(host, head))
      : await recordsOf(room, heads, format);
  const last = heads[records.length - 1];
  const cursor = place?.cursor ?? 0;
  const isWhole = records.length === found.heads.length || last === undefined;
  const token = isWhole
    ? {}
    : {
        token: printListToken(verb, by, {
          upTo: found.upTo,
          after: last.seq,
          cursor: cursor + records.length,
        }),
      };
  return { kind: verb, records, resumption: { ...token, cursor } };
}

/** As many of them as make a part that is not too long; one at least. */
async function recordsOf(
  room: Visit['room'],
  heads: readonly HarvestHead[],
  format: MetadataFormat,
): Promise<readonly OaiRecord[]> {
  const host = hostOf(room);
  const together = TOGETHER[format.depth];
  const records: OaiRecord[] = [];
  let letters = 0;
  for (let at = 0; at < heads.length && letters < MOST_LETTERS; at += together) {
    const some = heads.slice(at, at + together);
    const described = await room.describe(
      some.filter(({ isGone }) => !isGone).map(({ id }) => id),
      format.depth,
    );
    const byId = new Map(described.map((one) => [one.view.id, one]));
    for (const head of some) {
      if (letters >= MOST_LETTERS) break;
      const record = recordOf(host, head, format, byId.get(head.id));
      letters += record.metadata?.length ?? 0;
      records.push(record);
    }
  }
  return records;
}
