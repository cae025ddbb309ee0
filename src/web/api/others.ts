import { z } from 'zod';
import type { QuoteAnswer, ReferenceReading } from '../../actions/quote-page.ts';
import { archive, changeList } from '../../formats/api/archive.ts';
import { quotation, quotationAsked } from '../../formats/api/quotation.ts';
import { apiPath, FAMILY_OF } from '../../formats/api/record-answer.ts';
import type { Told } from '../../formats/api/told.ts';
import type { Answer } from '../answer.ts';
import type { Site } from '../site.ts';
import { answered } from './answered.ts';
import { endpoint, type Asked, type Endpoint } from './endpoint.ts';
import { limit } from './parameters.ts';
import { pageOf, toldLabel, within } from './told-rows.ts';
import { wrong } from './wrong.ts';

const PATHS = [...Object.values(FAMILY_OF), 'search', 'suggestions', 'changes', 'quotation'];

const about = endpoint({
  part: 'archive',
  path: '/api/v1',
  operation: 'archive',
  says: 'the archive: its name, how much it has, and where the parts of this interface are',
  parameters: {},
  answer: archive,
  isQuestion: true,
  answerTo: async ({ site, room }) => {
    const { settings } = site;
    const { counts } = await room.home();
    return answered(archive, {
      name: settings.name,
      motto: settings.motto || undefined,
      url: settings.address,
      about: settings.about,
      contact: settings.contact,
      notice: settings.notice,
      licence: settings.licence,
      languages: settings.languages,
      timeZone: settings.timeZone,
      naan: settings.naan,
      lastChange: await room.lastChange(),
      counts,
      links: {
        description: within(site, '/openapi.json'),
        documentation: within(site, '/api'),
        ...Object.fromEntries(PATHS.map((path) => [path, within(site, `/api/v1/${path}`)])),
      },
    });
  },
});

const since = z
  .int()
  .min(0)
  .default(0)
  .describe('The number of the last change that is known already; 0: from the first.');

const changes = endpoint({
  part: 'changes',
  path: '/api/v1/changes',
  operation: 'changes',
  says: 'what became public, changed or went, in order: whoever follows it has what is here, and nothing else',
  about:
    'Of a record that is gone the list says the kind of reason, as its own address does, and no more. A record may stand in it often; the last entry counts.',
  parameters: { since, limit: limit(1000, 200) },
  answer: changeList,
  example: 'since=0&limit=5',
  answerTo: async ({ site, room, url, values }) => {
    const found = await room.changes(values.since, values.limit);
    const next =
      found.upTo < found.last
        ? within(site, `${url.pathname}?since=${found.upTo}&limit=${values.limit}`)
        : undefined;
    const items = found.changes.map((one) => ({ ...one, self: within(site, apiPath(one)) }));
    const told = { since: values.since, upTo: found.upTo, last: found.last, next, items };
    return answered(changeList, told, { next });
  },
});

const MOST_REFERENCE = 2000;
const reference = z
  .string()
  .max(MOST_REFERENCE)
  .default('')
  .describe('What is said of where it stands: an address, a citation, an archival reference.');

const quotationGiven = endpoint({
  part: 'quotations',
  path: '/api/v1/quotation',
  operation: 'quotation',
  says: 'whether a quotation stands so, where, and what differs',
  parameters: { text: z.string().min(1).max(4000).describe('The quotation.'), reference },
  answer: quotation,
  isQuestion: true,
  example: 'text=the+words+that+are+quoted',
  answerTo: (asked) => checked(asked, asked.values.text, asked.values.reference),
});

/** A quotation of the longest kind in any script, and what is said of it. */
const MOST_BYTES = 128 * 1024;

const quotationSent = endpoint({
  part: 'quotations',
  method: 'POST',
  path: '/api/v1/quotation',
  operation: 'checkQuotation',
  says: 'the same of a longer quotation, sent as JSON',
  parameters: {},
  sent: quotationAsked,
  takesBody: MOST_BYTES,
  answer: quotation,
  isQuestion: true,
  answerTo: async (asked) => {
    const read = quotationAsked.safeParse(jsonIn(asked.body));
    if (!read.success) return wrong(asked.site, [{ in: 'body', name: 'body', expected: 'json' }]);
    return checked(asked, read.data.text, (read.data.reference ?? '').slice(0, MOST_REFERENCE));
  },
});

/** What was sent, if it is JSON. */
function jsonIn(body: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (failure) {
    if (failure instanceof SyntaxError || failure instanceof TypeError) return undefined;
    throw failure;
  }
}

async function checked(
  { site, room, body }: Pick<Asked, 'site' | 'room' | 'body'>,
  text: string,
  said: string,
): Promise<Answer> {
  const answer = await room.checkQuote({ text, reference: said });
  if (answer.refused !== undefined)
    return wrong(site, [
      {
        in: body === undefined ? 'query' : 'body',
        name: 'text',
        expected: answer.refused === 'too-long' ? 'too-long' : 'too-short',
      },
    ]);
  return answered(quotation, {
    reference: readingOf(site, answer.reading),
    compared: answer.compared,
    places: answer.places.map((one) => placeOf(site, one)),
  });
}

function readingOf(site: Site, reading: ReferenceReading): Told<typeof quotation>['reference'] {
  if (reading.kind !== 'document') return reading;
  return { kind: 'document', document: toldLabel(site, reading.label), sign: reading.sign };
}

function placeOf(site: Site, one: QuoteAnswer['places'][number]): Told<typeof quotation>['places'][number] {
  const { comparison } = one;
  return {
    document: toldLabel(site, one.label),
    date: one.date && { words: one.date.words, edtf: one.date.edtf },
    kind: one.rendition.kind,
    language: one.rendition.language,
    edition: one.edition,
    newest: one.newest,
    verdict: comparison.verdict,
    forgiven: [...comparison.forgiven],
    spelt: comparison.spelt,
    first: comparison.first,
    last: comparison.last,
    before: comparison.before,
    after: comparison.after,
    same: comparison.same,
    words: comparison.words,
    stretches: comparison.stretches,
    isReferred: one.isReferred,
    url: `${pageOf(site, one.label)}#${comparison.first}`,
  };
}

export const archiveEndpoints: readonly Endpoint[] = [about];
export const otherEndpoints: readonly Endpoint[] = [changes, quotationGiven, quotationSent];
