import type { Attestation } from '../../core/attestation.ts';
import { readDateWords } from '../../core/date/read-date-words.ts';
import type { ArchiveDocument, OwnNumber } from '../../core/document.ts';
import { sourceKey, type Draft, type SourceKey } from '../../core/draft.ts';
import { slugOf } from '../../core/slug.ts';
import type { Text } from '../../core/text.ts';
import { passagesOf } from '../../core/text.ts';
import { DEPARTMENT } from './stations.ts';

const SAID = /not printed|not found|not been found/;
const MONTH = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const DAY = `(?:${MONTH})[a-z]*\\.? \\d{1,2}(?:, \\d{4})?`;
const TAIL =
  '(?:(?:is|was|which is|which was|which has|has|both|attached but|but) ){0,2}(?:not printed|not found|not been found)';
const NUMBERED = new RegExp(
  `\\b([Tt]elegram|[Dd]espatch|[Aa]irgram) (?:No\\. )?(\\d{1,6}) (from|to) (\\p{Lu}[\\p{L}. ]*?\\p{L})(?:, (?:dated )?(${DAY}))?,? \\(?${TAIL}`,
  'u',
);
const DESCRIBED = new RegExp(
  `\\b(?:[Aa]n?|[Tt]he|[Tt]his) ((?:[a-z-]+ ){0,2}(?:memorandum|letter|message|note|report|paper|telegram|despatch|airgram|cable)(?: No\\. \\d+)? (?:from|to|by) \\p{Lu}[\\p{L}.’' -]{2,90}?,? (?:dated |of )?${DAY}),? \\(?${TAIL}`,
  'u',
);
const DATE = new RegExp(`(${DAY})$`);

/** A document that a note tells of and this volume does not print. */
interface Told {
  readonly title: string;
  readonly sentence: string;
  readonly reason: 'not-printed' | 'not-found';
  readonly dateWords?: string;
  readonly number?: OwnNumber;
}

function toldIn(sentence: string): Told | undefined {
  const reason = /not printed/.test(sentence) ? 'not-printed' : 'not-found';
  const numbered = NUMBERED.exec(sentence);
  if (numbered) {
    const [, kind = '', value = '', way = '', city = '', dateWords] = numbered;
    const word = kind.toLowerCase();
    const parties = way === 'from' ? { from: city } : { from: DEPARTMENT, to: city };
    const numberKind = word === 'despatch' ? 'dispatch' : word === 'airgram' ? 'airgram' : 'telegram';
    const title = `${word.charAt(0).toUpperCase()}${word.slice(1)} ${value} ${way} ${city}${dateWords === undefined ? '' : `, ${dateWords}`}`;
    return {
      title,
      sentence,
      reason,
      ...(dateWords === undefined ? {} : { dateWords }),
      number: { numberKind, value, ...parties },
    };
  }
  const words = DESCRIBED.exec(sentence)?.[1];
  const dateWords = words === undefined ? undefined : DATE.exec(words)?.[1];
  if (words === undefined || dateWords === undefined) return undefined;
  return { title: words.charAt(0).toUpperCase() + words.slice(1), sentence, reason, dateWords };
}

/** Sentences of a note: an abbreviation's stop before a capital can cut one short, never join two. */
const sentencesOf = (words: string): readonly string[] => words.split(/(?<=[.)”])\s+(?=[“(\p{Lu}])/u);

/** The year a date without one is of: that of the document whose note tells of it. */
const withYear = (words: string, year: string | undefined): string =>
  /\d{4}/.test(words) || year === undefined ? words : `${words}, ${year}`;

/** Whose note tells of it, and where it is kept. */
export interface Teller {
  readonly base: string;
  readonly key: SourceKey;
  readonly document: ArchiveDocument<SourceKey>;
}

function draftOf(told: Told, teller: Teller, note: string): Draft {
  const lang = teller.document.languages[0];
  const year = teller.document.dates[0]?.edtf?.slice(0, 4);
  const words = told.dateWords === undefined ? undefined : withYear(told.dateWords, year);
  const reading = words === undefined ? undefined : readDateWords(words);
  const date = reading?.kind === 'date' ? { edtf: reading.edtf } : {};
  const isYearOurs = words !== told.dateWords || words === undefined;
  const value = `${teller.base}#not-held-${slugOf(`${told.title} ${isYearOurs ? year : ''}`)}`;
  const by = (field: string): Attestation => ({ field, by: 'rule', from: note });
  const record: ArchiveDocument<SourceKey> = {
    kind: 'document',
    identifiers: [{ scheme: 'tei', value }],
    titles: lang === undefined ? [] : [{ text: told.title, lang, titleKind: 'supplied' }],
    summaries: [],
    dates:
      words === undefined || told.dateWords === undefined
        ? []
        : [
            {
              kind: 'created',
              words: told.dateWords,
              ...date,
              isCatalogueDate: true,
              ...(isYearOurs ? { inferredFrom: 'the document whose note tells of it' } : {}),
            },
          ],
    contributions: [],
    subjects: [],
    places: [],
    languages: [],
    marking: { handling: [] },
    numbers: told.number ? [told.number] : [],
    source: {},
    rights: {},
    funders: [],
    releases: [],
    renditions: [],
    alignments: [],
    related: [{ document: teller.key, relation: 'mentioned-in' }],
    collections: teller.document.collections,
    mentions: [],
    holding: { kind: 'not-held', reason: told.reason, words: told.sentence },
    attestations: [
      'titles.0',
      ...(words === undefined ? [] : ['dates.0']),
      'holding',
      ...(told.number ? ['numbers.0'] : []),
    ].map(by),
  };
  return { key: sourceKey('tei', value), record, joins: 'whole' };
}

/** The documents that a text's notes say were not printed or not found, where they say enough to ask for one. */
export function* readNotHeld(text: Text, teller: Teller): Generator<Draft> {
  for (const note of text.notes)
    for (const { text: words } of passagesOf(note.blocks)) {
      if (!SAID.test(words)) continue;
      for (const sentence of sentencesOf(words)) {
        const told = SAID.test(sentence) ? toldIn(sentence) : undefined;
        if (told) yield draftOf(told, teller, `note ${note.label}`);
      }
    }
}
