import type { NotHeldReason } from '../../core/document.ts';
import { dayIn, namedDocuments, type NamedDocument } from './named-documents.ts';

/** A document that a note says this volume does not have, with the words that say so. */
export interface Told {
  readonly named: NamedDocument;
  readonly reason: NotHeldReason;
  readonly words: string;
  /** Where in the note its sentence ends, behind which the citation stands. */
  readonly end: number;
}

/** What any note has that tells of such a document: looked for first. */
export const SAID =
  /[Nn]ot (?:been )?(?:printed|found|located|reproduced)|[Mm]issing from|(?:[Nn]o|any) (?:other )?(?:cop(?:y|ies)|text)\b/;

const NOT =
  /(?:[Nn]ot|never) (?:been )?(?:printed|found|located|reproduced)(?! (?:it|that|them|to\b|attached))|missing from|(?:could not|cannot) be (?:found|located)/g;
/** Between a document's name and the words that say it is not here: nothing but these. */
const JOINT =
  /^(?:[\s,;:—()[\]]|\b(?:which|that|is|was|has|have|had|are|were|but|also|however|here|a copy of|copy of|the text of|the original of|attached|enclosed|filed)\b)*$/;
const ASIDE = /^,[^.;]{3,160},? (?:is|was|has|have|had)(?: (?:attached|enclosed|filed),? but)?\s*$/;
/** Before a document's name, what makes a part or an appendage of it the thing that is not here. */
const PART =
  /\b(?:attachments?|enclosures?|annex(?:es)?|tabs?|append(?:ix|ices)|enclosed|paragraphs?|portions?|sections?|parts?|remainder|rest|summar(?:y|ies)|lists?|tables?|drafts?|records?|repl(?:y|ies)|texts? of [^,;.]*|version|excerpts?|pages?|footnotes?|see|cited|transmitted|forwarded|quoted|enclosing|sentence|attached|contained|conveyed|reported|sent)\b[^,;.()]{0,60}$/i;
const PREPOSITION =
  /\b(?:in|with|to|by|under|as|on|from|of|into|and|or)(?: (?:the|a|an|his|her|their))?\s*$/i;
const ELSEWHERE =
  /\bprinted (?:as|in|on|supra|infra|ante|post|above|below|herein|there)|see (?:Document|supra|infra|ante|post)\b|is Document \d|Document \d+\.?$/;

const reasonOf = (words: string): NotHeldReason =>
  /printed|reproduced/.test(words) ? 'not-printed' : 'not-found';

/** Sentences of a note with where each ends: an abbreviation's stop before a capital can cut one short. */
function* sentencesOf(words: string): Generator<{ readonly sentence: string; readonly end: number }> {
  let from = 0;
  for (const stop of words.matchAll(
    /(?<=(?<!\b(?:No|Nos|Dr|Mr|Mrs|Gen|Col|Lt|Jr|Sr|St|U\.S|Jan|Feb|Mar|Mch|Apr|Aug|Sept|Oct|Nov|Dec|[ap]|\p{Lu}))[.)”"])\s+(?=[“"(\p{Lu}])/gu,
  )) {
    yield { sentence: words.slice(from, stop.index), end: stop.index };
    from = stop.index + stop[0].length;
  }
  yield { sentence: words.slice(from), end: words.length };
}

/** The last document named before the words, if those are said of it and not of a part of it or another thing. */
function saidOf(sentence: string, at: number): NamedDocument | undefined {
  const before = sentence.slice(0, at);
  const named = namedDocuments(before).at(-1);
  if (named === undefined) return undefined;
  const [lead, gap] = [before.slice(0, named.start), before.slice(named.end)];
  const isApposed = /^[\s)]*[,;(]/.test(gap) && JOINT.test(gap) && !/\b(?:is|was|are|were)\s*$/.test(gap);
  const begins =
    /^(?:[“"(\s]|The|A|An|This|That|[Nn]either|\b[Tt]he text of)*$/.test(lead) ||
    /[;:(]\s*(?:the |an? )?$/.test(lead);
  if (PART.test(lead) && !isApposed) return undefined;
  if (
    /\b(?:attachments?|enclosures?|annex|tab|appendix|enclosed|drafts?|replies|reply|remainder|rest|portions?|paragraphs?|summary|summaries|excerpts?|texts?)\b[^,;.()]{0,60}$/i.test(
      lead,
    )
  )
    return undefined;
  if (isApposed) return named;
  if (!begins && PREPOSITION.test(lead)) return undefined;
  if (JOINT.test(gap)) return named;
  return begins && ASIDE.test(gap) ? named : undefined;
}

const NO_COPY =
  /\b[Nn]o (?:other )?(?:cop(?:y|ies)|text) of (.{8,240}?),? (?:has been|have been|was|were|has|have|is|could be) (?:found|located|identified)|\b(?:[Cc]op(?:y|ies)|[Tt]exts?) of (.{8,240}?),? (?:has|have|was|were) not (?:been )?(?:found|located)/u;

/** The documents that a note names and says are not printed or not found. */
export function toldIn(note: string): readonly Told[] {
  const told: Told[] = [];
  for (const { sentence, end } of sentencesOf(note)) {
    if (!SAID.test(sentence) || ELSEWHERE.test(sentence)) continue;
    const copy = NO_COPY.exec(sentence);
    const copied = copy === null ? undefined : firstIn(copy[1] ?? copy[2] ?? '');
    if (copied) told.push({ named: copied, reason: 'not-found', words: sentence, end });
    else
      for (const said of sentence.matchAll(NOT)) {
        const named = saidOf(sentence, said.index) ?? saidBefore(sentence.slice(said.index + said[0].length));
        if (named && !told.some((one) => one.named.title === named.title))
          told.push({ named, reason: reasonOf(said[0]), words: sentence, end });
      }
  }
  return told;
}

/** "Attached but not printed at Tab H is telegram 51229 to Moscow, April 3." */
function saidBefore(rest: string): NamedDocument | undefined {
  const opening = /^(?: at [^.,;]{1,30}?)?,? (?:is|was|are|were) (?:(?:an?|the) )?/.exec(rest)?.[0];
  if (opening === undefined) return undefined;
  const named = namedDocuments(rest)[0];
  return named !== undefined && named.start <= opening.length ? named : undefined;
}

function firstIn(words: string): NamedDocument | undefined {
  const named = namedDocuments(words)[0];
  return named !== undefined && /^(?:the |this |an? )?$/i.test(words.slice(0, named.start))
    ? named
    : undefined;
}

const LEAD = '(?:(?:Dated|Of|On|From|By|To|Drafted by|Signed by) (?<lead>[^;]{3,60}?)[;,.] )?';
const SUBJECT =
  '(?:(?<kind>Telegram|Despatch|Dispatch|Letter|Instruction|Memorandum|Note|Report|Message|Airgram|Cable|Latter|It|Copy|This)(?: is| was)? )?';
const BARE = new RegExp(
  `^${LEAD}${SUBJECT}(?:(?:(?:Attached|Enclosed),? but )?[Nn]ot (?:printed|found|located|reproduced)|has not been (?:found|located)|(?:No copy|None) (?:has been )?(?:found|located))(?<more>[^.;]*)`,
);

/** What a note says of the words that it stands at. */
export interface SaidThere {
  readonly reason: NotHeldReason;
  readonly words: string;
  readonly end: number;
  /** The kind of document that it says is not here, where it says one. */
  readonly kind?: string;
  readonly dateWords?: string;
}

/** What a note says of the words that it stands at ("Not printed."); undefined if it says anything else of them. */
export function toldOfAnchor(note: string): SaidThere | undefined {
  const found = BARE.exec(note);
  if (found === null || ELSEWHERE.test(note.slice(0, 200)) || /(?:not|found) attached/.test(found[0]))
    return undefined;
  const { kind, lead = '', more = '' } = found.groups ?? {};
  if (/\bas (?:an? )?(?:enclosure|attachment)|\bin (?:full|its entirety)/.test(more)) return undefined;
  const end = [...sentencesOf(note)][0]?.end ?? note.length;
  const dateWords = dayIn(lead);
  return {
    reason: reasonOf(found[0]),
    words: note.slice(0, end),
    end,
    ...(kind === undefined || /^(?:Latter|It|Copy|This)$/.test(kind) ? {} : { kind }),
    ...(dateWords === undefined ? {} : { dateWords }),
  };
}
