import type { Attestation } from '../../core/attestation.ts';
import type { ArchiveDocument, LangText } from '../../core/document.ts';
import type { SourceKey } from '../../core/draft.ts';
import type { SourceNote } from '../../core/source.ts';
import { descendantsOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import type { Heading } from './heading.ts';
import type { Standing } from './volume-document.ts';

const NOTES = new Set(['note']);
const DEEP = new Set(['frus:attachment', 'p', 'table', 'list', 'quote']);
const CLASSIFICATION =
  /(?:^|[.;]\s+)(Top Secret|Secret|Confidential|Limited Official Use|Official Use Only|For Official Use Only|Administratively Confidential|Restricted|Unclassified)\b((?:[;,]\s*[^.;,]{2,40})*)/;
const HANDLING =
  /^(?:Operational |Night Action|Niact|Immediate|Priority|Flash|Routine|Urgent|Eyes Only|For .* Eyes Only|Exclusively Eyes Only|Nodis|Exdis|Limdis|Limit Distribution|No Distribution|Sensitive|Personal|Security Information|Cherokee|Verbatim Text|Emergency|Codeword|Umbra|Noforn|No Foreign Dissem|Controlled Dissem|Presidential Handling|Outside the System|Via Courier|Repeated? .*|Rybat|Plus|Delta|Bundy|Strictly .*|Private.*|Limited Distribution|Secun|Special Handling)/i;

/** What the note on the source says. */
export interface SourceRead {
  readonly note: SourceNote<SourceKey>;
  readonly marking: ArchiveDocument['marking'];
  readonly summaries: readonly LangText[];
  readonly attestations: readonly Attestation[];
}

function sourceNoteOf(div: XmlElement): XmlElement | undefined {
  for (const note of descendantsOf(div, 'note', DEEP)) {
    if (note.attributes['type'] === 'source') return note;
    if (note.attributes['n'] === '0' && /^source\s*:/i.test(plainOf(note))) return note;
  }
  return undefined;
}

/** Classification and handling, from the sentence of the note that begins with one. */
export function readMarking(words: string): ArchiveDocument['marking'] {
  const found = CLASSIFICATION.exec(words);
  if (found?.[1] === undefined) return { handling: [] };
  const handling = (found[2] ?? '')
    .split(/[;,]/)
    .map((word) => word.trim())
    .filter((word) => HANDLING.test(word));
  return { classification: found[1], handling };
}

const SEG =
  /^(?:(most secret|top secret|strictly confidential|secret|confidential|restricted|unclassified)\b)?[\s,;]*((?:(?:us )?urgent|priority|niact|most immediate|immediate|operational|plain|eyes only|nodis|rush|[\s,;])*)$/i;

/** Classification and handling as an opener bears them: "secret us urgent". */
function markingInOpener(div: XmlElement): ArchiveDocument['marking'] | undefined {
  for (const seg of descendantsOf(div, 'seg', DEEP)) {
    const found = SEG.exec(plainOf(seg, NOTES));
    if (!found || (found[1] === undefined && found[2] === '')) continue;
    const handling =
      found[2]?.match(
        /(?:us )?urgent|priority|niact|most immediate|immediate|operational|plain|eyes only|nodis|rush/gi,
      ) ?? [];
    const capital = (words: string): string => words.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase());
    return { ...(found[1] ? { classification: capital(found[1]) } : {}), handling: handling.map(capital) };
  }
  return undefined;
}

/** Reads where a document comes from and how it was marked, and says which of it is by rule. */
export function readSource(div: XmlElement, _heading: Heading, standing: Standing): SourceRead {
  const element = sourceNoteOf(div);
  const words = plainOf(element, NOTES).replace(/^source\s*:\s*/i, '');
  const page = standing.page === undefined ? '' : `, p. ${standing.page}`;
  const edition = { words: `${standing.volumeTitle}${page}` };
  const inOpener = markingInOpener(div);
  const marking = inOpener ?? readMarking(words);
  const summaries: LangText[] = [];
  for (const note of descendantsOf(div, 'note', DEEP))
    if (note.attributes['type'] === 'summary') summaries.push({ text: plainOf(note), lang: standing.lang });
  return {
    note: words === '' ? { edition } : { verbatim: words, edition },
    marking,
    summaries,
    attestations:
      marking.classification === undefined
        ? []
        : [{ field: 'marking', by: 'rule', from: inOpener ? 'the opener' : 'the note on the source' }],
  };
}
