import type { ArchiveDocument } from '../document.ts';
import { UNDETERMINED, type LanguageTag } from '../language.ts';
import type { Facsimile, MadeBy, Rendition, TextLayer, Transcription } from '../rendition.ts';
import { passagesOf, type Text } from '../text.ts';
import { textOfPages, type ReadPage } from './text-of-pages.ts';

/** The scan of a document under a key, and its place among the renditions. */
export function facsimileOf(document: ArchiveDocument<string>, key: string): Facsimile | undefined {
  const found = document.renditions.find((one) => one.key === key);
  return found?.kind === 'facsimile' ? found : undefined;
}

/** The text in the original's language, if there is one. */
export const transcriptionOf = (document: ArchiveDocument<string>): Transcription | undefined =>
  document.renditions.find((one) => one.kind === 'transcription');

/** Whether these words were read here, by an engine: those may be read again. Given ones never are. */
export const isReadHere = ({ madeBy }: Pick<TextLayer, 'madeBy'>): boolean =>
  madeBy?.fromDigest !== undefined;

/** Whether a text is what these pages make, and no hand was in it since. */
export const isTextOf = (text: Text, pages: readonly ReadPage[]): boolean =>
  text.notes.length === 0 && wordsOf(text) === wordsOf(textOfPages(pages));

const wordsOf = (text: Text): string => [...passagesOf(text.blocks)].map((one) => one.text).join('\n');

/**
 * A document with the text that its scan's pages make. `before`: the pages as they were when its text was made;
 * a text that is not theirs is a person's work, and stays. Without a word on any page there is no text.
 */
export function withTextOfScan<R extends string>(
  document: ArchiveDocument<R>,
  facsimile: Facsimile,
  now: readonly ReadPage[],
  before: readonly ReadPage[],
): ArchiveDocument<R> {
  const renditions = document.renditions.map((one) => (one.key === facsimile.key ? facsimile : one));
  const known = transcriptionOf(document);
  if (known && !isTextOf(known.text, before)) return { ...document, renditions };
  const hasWords = now.some(({ text }) => text?.lines.some(({ words }) => words.length > 0));
  if (!hasWords && !known) return { ...document, renditions };
  const made = transcribed(known, facsimile, document.languages[0] ?? UNDETERMINED, textOfPages(now));
  const all = known ? renditions.map((one) => (one === known ? made : one)) : [...renditions, made];
  return { ...document, renditions: all, attestations: attested(document, all, made) };
}

function transcribed(
  known: Transcription | undefined,
  facsimile: Facsimile,
  language: LanguageTag,
  text: Text,
): Transcription {
  const made = madeByOf(facsimile);
  const { madeBy: _, ...rest } = known ?? { kind: 'transcription', key: `t-${language}`, language, text };
  return { ...rest, text, ...(made ? { madeBy: made } : {}) };
}

/** What read the pages; of several engines the first, since the pages say it one by one. */
function madeByOf({ pages }: Facsimile): MadeBy | undefined {
  const made = pages.flatMap(({ textLayer }) => textLayer?.madeBy ?? []);
  const [first] = made.filter((one) => one.fromDigest !== undefined).concat(made);
  if (!first) return undefined;
  const { fromDigest: _, ...engine } = first;
  return engine;
}

/** What a machine made says so, for the text as a whole. */
function attested<R extends string>(
  { attestations }: ArchiveDocument<R>,
  renditions: readonly Rendition[],
  { key, madeBy }: Transcription,
): ArchiveDocument['attestations'] {
  const field = `renditions.${renditions.findIndex((one) => one.key === key)}`;
  const others = attestations.filter((one) => one.field !== field);
  if (!madeBy) return others;
  const from = [madeBy.engine, madeBy.model].filter(Boolean).join(', ');
  return [...others, { field, by: 'machine', from }];
}
