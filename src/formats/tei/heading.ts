import type { Contribution } from '../../core/contribution.ts';
import type { SourceKey } from '../../core/draft.ts';
import { isBlank, plainOf, type XmlElement, type XmlNode } from '../xml/xml-node.ts';
import { keyOf, localId } from './names-in-text.ts';
import { bodyKey } from './stubs.ts';
import type { TeiFile } from './text-state.ts';

const NOTES = new Set(['note']);

/** What a document's heading says: its own words, its number in the volume, its kind, who wrote to whom. */
export interface Heading {
  readonly title: string;
  readonly number?: string;
  readonly genre?: string;
  readonly contributions: readonly Contribution<SourceKey>[];
}

/** Kinds of documents as headings name them, the longer before the shorter. */
const GENRES: readonly (readonly [RegExp, string])[] = [
  [/^editorial note/i, 'Editorial Note'],
  [
    /^(?:draft |summary )?memorand(?:um|a) of (?:a )?telephone conversations?/i,
    'Memorandum of Telephone Conversation',
  ],
  [
    /^(?:draft |summary )?memorand(?:um|a) (?:of|on) (?:an? |the )?(?:\w+ )?conversations?/i,
    'Memorandum of Conversation',
  ],
  [/^memorand(?:um|a) (?:of|on) (?:an? |the )?(?:discussion|meeting)/i, 'Memorandum of Discussion'],
  [/^memorandum for the record/i, 'Memorandum for the Record'],
  [/^(?:\w+ )?memorand(?:um|a)\b/i, 'Memorandum'],
  [/^aide[- ]m[ée]moire/i, 'Aide-Mémoire'],
  [/^(?:draft )?note verbale/i, 'Note Verbale'],
  [/^special national intelligence estimate/i, 'Special National Intelligence Estimate'],
  [/^national intelligence estimate/i, 'National Intelligence Estimate'],
  [/^(?:\w+ )?intelligence (?:memorandum|note|report|information)/i, 'Intelligence Report'],
  [/^current intelligence weekly/i, 'Intelligence Report'],
  [/^circular telegram/i, 'Circular Telegram'],
  [/^(?:\w+ )?(?:telegram|cablegram|cable)\b/i, 'Telegram'],
  [/^circular airgram/i, 'Circular Airgram'],
  [/^airgram/i, 'Airgram'],
  [/^(?:despatch|dispatch)/i, 'Despatch'],
  [/^(?:\w+ )?instructions?\b/i, 'Instruction'],
  [/^(?:draft |personal |circular )?letter/i, 'Letter'],
  [/^(?:\w+ )?message\b/i, 'Message'],
  [/^(?:\w+ )?minutes?\b/i, 'Minutes'],
  [/^(?:preliminary |handwritten |informal )?notes\b/i, 'Notes'],
  [/^(?:draft )?note\b/i, 'Note'],
  [/^(?:summary |delegation )?record\b/i, 'Record'],
  [/^(?:draft |position |background )?paper\b/i, 'Paper'],
  [
    /^(?:national security council|operations coordinating board|draft|contact|progress)? ?report\b/i,
    'Report',
  ],
  [/^transcript/i, 'Transcript'],
  [/^(?:telephone )?conversation\b/i, 'Transcript'],
  [/^diary entry/i, 'Diary Entry'],
  [/^(?:joint |draft )?statement/i, 'Statement'],
  [/^(?:joint )?communiqu/i, 'Communiqué'],
  [/^address\b/i, 'Address'],
  [/^remarks\b/i, 'Remarks'],
  [/^summary\b/i, 'Summary'],
  [/^chronology\b/i, 'Chronology'],
  [/^briefing\b/i, 'Briefing'],
  [/^(?:draft )?agreement\b/i, 'Agreement'],
  [/^national security (?:decision|action|study) memorandum/i, 'Memorandum'],
];

/** The kind of document that a heading's first words name, if they do. */
export const genreOf = (title: string): string | undefined =>
  GENRES.find(([pattern]) => pattern.test(title))?.[1];

/** "Ambassador in China (" -> "China"; "Ambassador at Large (" says nothing of where. */
const STATION =
  /\b(?:in|at|to)\s+(?:the\s+)?(\p{Lu}[\p{L}.’'-]*(?:\s+(?:of|and|the|\p{Lu}[\p{L}.’'-]*))*)\s*\(?\s*$/u;
const STATION_AFTER = /^\)?,?\s+(?:in|at)\s+(\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*)*)/u;

function stationOf(before: string, after: string): string | undefined {
  const told = STATION.exec(before)?.[1];
  if (told !== undefined && told !== 'Large' && /\(\s*$/.test(before))
    return told.replace(/\s+(?:of|and|the)$/, '');
  return STATION_AFTER.exec(after)?.[1];
}

interface Piece {
  readonly text: string;
  readonly element?: XmlElement;
}

function piecesOf(nodes: readonly XmlNode[], out: Piece[]): void {
  for (const node of nodes) {
    if (typeof node === 'string') out.push({ text: node });
    else if (node.name === 'note') continue;
    else if (
      /^(?:from|to)$/.test(node.attributes['type'] ?? '') &&
      /^(?:persName|gloss|orgName)$/.test(node.name)
    )
      out.push({ text: plainOf(node, NOTES), element: node });
    else piecesOf(node.name === 'lb' ? [' '] : node.children, out);
  }
}

function contributionOf(
  pieces: readonly Piece[],
  at: number,
  file: TeiFile,
): Contribution<SourceKey> | undefined {
  const piece = pieces[at];
  if (piece?.element === undefined || isBlank(piece.text)) return undefined;
  const { element, text: name } = piece;
  const role = element.attributes['type'] === 'from' ? 'sender' : 'recipient';
  const key = localId(element.attributes['corresp'] ?? element.attributes['ref']);
  const body = element.name === 'persName' ? undefined : bodyKey(name);
  const agent = key === undefined ? body?.key : keyOf(file, key);
  const join = (some: readonly Piece[]): string =>
    some
      .map((one) => one.text)
      .join('')
      .replace(/\s+/g, ' ');
  const station =
    element.name === 'persName'
      ? stationOf(join(pieces.slice(0, at)), join(pieces.slice(at + 1)))
      : undefined;
  return { role, name, ...(agent ? { agent } : {}), ...(station ? { station } : {}) };
}

/**
 * Reads a heading.
 *
 *   "2. Telegram From Ambassador <persName type="from">Johnson</persName> to the <gloss type="to">Department of State</gloss>"
 *   -> { number: "2", title: "Telegram From …", genre: "Telegram", contributions: [sender Johnson, recipient Department of State] }
 */
export function readHeading(head: XmlElement | undefined, file: TeiFile): Heading {
  const words = plainOf(head, NOTES);
  const number = /^(?:No\.\s*(\d+[a-z]?)\.?|(\d+[a-z]?)\.)\s+(?=\S)/.exec(words);
  const title = (number ? words.slice(number[0].length) : words).replace(/^\[|\]$/g, (bracket) =>
    /^\[[^[\]]*\]$/.test(words.slice(number?.[0].length ?? 0)) ? '' : bracket,
  );
  const pieces: Piece[] = [];
  piecesOf(head?.children ?? [], pieces);
  const contributions: Contribution<SourceKey>[] = [];
  pieces.forEach((_, at) => {
    const one = contributionOf(pieces, at, file);
    if (one) contributions.push(one);
  });
  const genre = genreOf(title);
  return {
    title: title.replace(/(?<=[([]) | (?=[)\],;.])/g, ''),
    ...(number ? { number: number[1] ?? number[2] ?? '' } : {}),
    ...(genre ? { genre } : {}),
    contributions,
  };
}
