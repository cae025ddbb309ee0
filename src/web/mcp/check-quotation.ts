import { z } from 'zod';
import type { QuoteAnswer, QuotePlace, ReferenceReading } from '../../actions/quote-page.ts';
import { printPlace } from '../../core/citation/passage.ts';
import { addressOfCiting } from '../addresses.ts';
import { describedById, knowOf, linkOf, rightsOf } from './records.ts';
import { cutAt, LETTERS, shortened } from './shorten.ts';
import { shortDate } from './dates.ts';
import { refusal, tool, type Asking, type ToolAnswer } from './tool.ts';

/** More than a quotation may have: what is over is refused in words, not by the schema. */
const MOST_SENT = 20_000;
const MOST_REFERENCE = 2000;
const MOST_STRETCHES = 60;
const STRETCH_LETTERS = 600;

/** Whether words stand so in a document. */
export const checkQuotation = tool({
  name: 'check_quotation',
  title: 'Check a quotation',
  about:
    'Whether words stand so in a document of this archive: exact, the same but for what a quotation may change, or different, with what differs; where they stand; or that they were found nowhere. Check every quotation before you give it to somebody.',
  input: z.strictObject({
    quotation: z
      .string()
      .max(MOST_SENT)
      .describe('The quotation, three words or more; "…" and [brackets] may stand in it.'),
    reference: z
      .string()
      .max(MOST_REFERENCE)
      .default('')
      .describe(
        'Where it is said to be from, if that is known: an address, an id, a citation, a file of an archive.',
      ),
  }),
  async answer(asking, { quotation, reference }): Promise<ToolAnswer> {
    const answer = await asking.room.checkQuote({ text: quotation, reference });
    const { quoting } = asking.words;
    switch (answer.refused) {
      case 'empty':
        return refusal(quoting.nothing, 'Send the words of the quotation.');
      case 'too-long':
        return refusal(quoting.tooLong(asking.room.mostQuoted), 'Send a part of it.');
      case 'too-short':
        return refusal(quoting.tooShort, 'Send more of it, or the document as `reference`.');
      default:
        return answered(asking, answer);
    }
  },
});

async function answered(asking: Asking, answer: QuoteAnswer): Promise<ToolAnswer> {
  const { quoting } = asking.words;
  const [best] = answer.places;
  const verdict = best?.comparison.verdict ?? 'notFound';
  const described = await describedById(
    asking,
    answer.places.map(({ label }) => label.id),
  );
  return {
    said: {
      verdict: best?.comparison.verdict ?? 'not-found',
      means: quoting.verdicts[verdict],
      compared: answer.compared,
      reference: referenceOf(answer.reading),
      ...(best === undefined
        ? {
            wayOut:
              'It may stand in a document that is not held here. Do not give it as a quotation from this archive.',
          }
        : {}),
    },
    material: {
      ...(answer.reading.kind === 'document' ? { referenceRead: linkOf(asking, answer.reading.label) } : {}),
      places: answer.places.flatMap((place) => {
        const one = described.get(place.label.id);
        return one === undefined
          ? []
          : [{ ...placeOf(asking, place), rights: rightsOf(one.view), know: knowOf(one.view) }];
      }),
    },
  };
}

function referenceOf(reading: ReferenceReading): string | undefined {
  switch (reading.kind) {
    case 'none':
      return undefined;
    case 'not-here':
      return 'The reference names nothing that is held here.';
    case 'file':
      return `The reference was read as a file; ${reading.documents} of its documents were compared.`;
    case 'document':
      return reading.sign === undefined
        ? 'The reference was read as a document.'
        : `The reference was read as a document; its sign [${reading.sign.place} ${reading.sign.digest}]: ${SIGN[reading.sign.check.kind]}`;
  }
}

const SIGN = {
  stands: 'the passage has these words today.',
  stood: 'an earlier edition had these words.',
  'not-found': 'no edition has these words there.',
} as const;

function placeOf(asking: Asking, place: QuotePlace): object {
  const { label, comparison, rendition, edition, newest } = place;
  const address = `${asking.settings.address}/document/${label.id}/v/${edition}`;
  return {
    ...linkOf(asking, label),
    date: place.date && shortDate(place.date),
    verdict: comparison.verdict,
    isReferred: place.isReferred,
    text: rendition.kind,
    language: rendition.language,
    edition,
    newestEdition: newest,
    block: printPlace(comparison),
    url: `${address}#${comparison.first}`,
    citing: asking.settings.address + addressOfCiting({ prefix: '' }, label.id, printPlace(comparison)),
    sameWords: `${comparison.same} of ${comparison.words}`,
    forgiven: [...comparison.forgiven].map((kind) => asking.words.quoting.forgiven[kind]),
    before: comparison.before,
    stretches: comparison.stretches.slice(0, MOST_STRETCHES).map(({ kind, quote, text }) => ({
      kind,
      ...(kind === 'same'
        ? { words: shortened(text === '' ? quote : text, STRETCH_LETTERS) }
        : { quotation: cutAt(quote, STRETCH_LETTERS), document: cutAt(text, STRETCH_LETTERS) }),
    })),
    after: shortened(comparison.after, LETTERS.passage),
  };
}
