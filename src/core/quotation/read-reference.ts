import { parseDigest, parsePlace, printPlace } from '../citation/passage.ts';
import { kindOf, parseId, type RecordId } from '../id.ts';

/** What a pasted reference names: one of our documents, a document of a printed volume, or something in words. */
export interface QuotedReference {
  /** Documents of ours that it names by id, in an address, a key or a citation. */
  readonly ids: readonly RecordId[];
  readonly edition?: number;
  /** "b5", "b5-b9" */
  readonly place?: string;
  readonly digest?: string;
  /** As identifiers are indexed: "tei:frus1955-57v02#d12". Any of them may be what is meant. */
  readonly identifiers: readonly string[];
  /** What may be a reference to an archive's file. */
  readonly words: string;
}

const LONGEST = 2000;
const ID = /(?<![0-9a-z])d[0-9a-hjkmnp-tv-z](?:-?[0-9a-hjkmnp-tv-z]){8}(?![0-9a-z])/gi;
const SIGN = /\[\s*(b[0-9a-z]{1,12}(?:-b[0-9a-z]{1,12})?)\s+([0-9a-f]{10})\s*\]/i;
const CHECK = /\/check\/(b[0-9a-z-]{1,26})\/([0-9a-f]{10})/i;
const PLACE = /(?:#|\/cite\/)(b[0-9a-z]{1,12}(?:-b[0-9a-z]{1,12})?)(?![0-9a-z])/i;
const EDITION = /\/v\/([1-9]\d{0,6})(?!\d)|\.v([1-9]\d{0,6})(?!\d)|\bedition ([1-9]\d{0,6})(?!\d)/i;
const FRUS_ADDRESS = /(?<![a-z])(frus[0-9a-z-]{4,30})[/#](d\d+\w*)/gi;
const FORMER = /\/document\/(\d{1,18})(?!\d)/g;
const FRUS_WORDS =
  /\b(1[89]\d\d|20\d\d)(?:\s*[–-]\s*(\d{4}|\d{2}))?\b.{0,120}?\bvol(?:ume|s?\.)?\s*([IVXLC]+|E[–-]\d{1,2}|\d{1,2})\b(?:,?\s*(?:part|pt\.)\s*(\d))?.{0,400}?\b(?:doc(?:ument|\.)?|no\.)\s*(?:no\.\s*)?(\d{1,4})\b/isu;

/** Reads a reference as it is pasted, whatever else stands around it. */
export function readQuotedReference(pasted: string): QuotedReference {
  const text = pasted.normalize('NFC').slice(0, LONGEST);
  const ids = [...text.matchAll(ID)]
    .map(([found]) => parseId(found.replaceAll('-', '')))
    .filter((id): id is RecordId => id !== undefined && kindOf(id) === 'document');
  const [, signPlace, signDigest] = SIGN.exec(text) ?? CHECK.exec(text) ?? [];
  const placeText = signPlace ?? PLACE.exec(text)?.[1];
  const place = placeText === undefined ? undefined : parsePlace(placeText.toLowerCase());
  const digest = signDigest === undefined ? undefined : parseDigest(signDigest);
  const edition = (EDITION.exec(text) ?? []).slice(1).find(Boolean);
  return {
    ids: [...new Set(ids)],
    identifiers: [...frusIdentifiers(text), ...formerIdentifiers(text)],
    words: text.replace(/\s+/gu, ' ').trim(),
    ...(edition === undefined ? {} : { edition: Number(edition) }),
    ...(place === undefined ? {} : { place: printPlace(place) }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** Numbers that a document had before, in an address of ours. */
const formerIdentifiers = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(FORMER)].map(([, number = '']) => `former:${number}`)),
];

/**
 * Names under which a document of the series "Foreign Relations of the United States" is known, from its address or
 * its citation in words.
 *
 *   "1969–1976, Volume XIX, Part 1, Korea …, Document 75" -> tei:frus1969-76v19p1#d75
 *   "history.state.gov/historicaldocuments/frus1955-57v02/d306" -> tei:frus1955-57v02#d306
 */
function frusIdentifiers(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, volume = '', document = ''] of text.matchAll(FRUS_ADDRESS))
    found.add(`tei:${volume.toLowerCase()}#${document.toLowerCase()}`);
  if (/foreign relations|\bfrus\b/i.test(text)) {
    const [, from, to, volume = '', part, document = ''] = FRUS_WORDS.exec(text) ?? [];
    if (from !== undefined) {
      const years = to === undefined ? from : `${from}-${to.slice(-2)}`;
      const number = volumeNumber(volume);
      if (number !== undefined)
        found.add(`tei:frus${years}v${number}${part === undefined ? '' : `p${part}`}#d${document}`);
    }
  }
  return [...found];
}

/** "XIX" -> "19", "II" -> "02", "E–13" -> "e13" */
function volumeNumber(text: string): string | undefined {
  const supplement = /^E[–-](\d+)$/i.exec(text)?.[1];
  if (supplement !== undefined) return `e${supplement.padStart(2, '0')}`;
  if (/^\d+$/.test(text)) return text.padStart(2, '0');
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = [...text.toLowerCase()].map((letter) => values[letter] ?? 0);
  const sum = digits.reduce((all, value, at) => all + (value < (digits[at + 1] ?? 0) ? -value : value), 0);
  return sum > 0 ? String(sum).padStart(2, '0') : undefined;
}
