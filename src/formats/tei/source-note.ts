import type { Attestation } from '../../core/attestation.ts';
import type { ArchiveDocument, LangText } from '../../core/document.ts';
import type { SourceKey } from '../../core/draft.ts';
import type { SourceNote } from '../../core/source.ts';
import { readSourceLine } from '../../core/source-line/read-source-line.ts';
import { bindRepositories } from '../../core/source-line/repository-stub.ts';
import type { Contribution } from '../../core/contribution.ts';
import { descendantsOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import { needed, type TeiFile } from './text-state.ts';
import type { Standing } from './volume-document.ts';

const NOTES = new Set(['note']);
const DEEP = new Set(['frus:attachment', 'p', 'table', 'list', 'quote']);
/** What the note on the source says. */
export interface SourceRead {
  readonly note: SourceNote<SourceKey>;
  readonly marking: ArchiveDocument['marking'];
  /** Drafters and others whom the note names. */
  readonly credits: readonly Contribution<SourceKey>[];
  readonly genre?: string;
  /** Where the text was printed before, if the note names that instead of an archive. */
  readonly publishedIn?: string;
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
export function readSource(file: TeiFile, div: XmlElement, standing: Standing): SourceRead {
  const words = plainOf(sourceNoteOf(div), NOTES).replace(/^source\s*:\s*/i, '');
  const page = standing.page === undefined ? '' : `, p. ${standing.page}`;
  const edition = { words: `${standing.volumeTitle}${page}` };
  const line = words === '' ? undefined : readSourceLine(words);
  const bound = line === undefined ? undefined : bindRepositories(line.source);
  for (const stub of bound?.stubs ?? []) needed(file, stub);
  const inOpener = markingInOpener(div);
  const marking = inOpener ?? line?.marking ?? { handling: [] };
  const summaries: LangText[] = [];
  for (const note of descendantsOf(div, 'note', DEEP))
    if (note.attributes['type'] === 'summary') summaries.push({ text: plainOf(note), lang: standing.lang });
  const by = (field: string, from: string): Attestation => ({ field, by: 'rule', from });
  return {
    note: bound === undefined ? { edition } : { ...bound.note, verbatim: words, edition },
    ...(line?.source.edition === undefined ? {} : { publishedIn: line.source.edition.words }),
    marking,
    credits: line?.credits ?? [],
    ...(line?.genre === undefined ? {} : { genre: line.genre }),
    summaries,
    attestations: [
      ...(line?.source.original === undefined ? [] : [by('source', 'the note on the source')]),
      ...(marking.classification === undefined && marking.handling.length === 0
        ? []
        : [by('marking', inOpener ? 'the opener' : 'the note on the source')]),
    ],
  };
}
