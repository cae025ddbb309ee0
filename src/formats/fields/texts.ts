import type { LanguageTag } from '../../core/language.ts';
import { UNDETERMINED } from '../../core/language.ts';
import type { Alignment, Rendition } from '../../core/rendition.ts';
import type { Block, BlockId } from '../../core/text.ts';
import { readHtmlBlocks } from '../html/html-blocks.ts';
import { looksLikeHtml } from '../html/html-tokens.ts';
import type { FieldName } from './field-names.ts';
import { readLanguage } from './languages.ts';
import { makeMint, plainBlocks } from './plain-blocks.ts';
import type { RowReading } from './row.ts';
import { isWrittenIn } from './written-in.ts';

export interface RowTexts {
  readonly renditions: readonly Rendition[];
  readonly alignments: readonly Alignment[];
}

/**
 * The text and the translation of a row as renditions. A text in a language that the original is not in, by
 * its letters and its commonest words, is a translation, and it is said that a rule says so.
 */
export function readTexts(
  reading: RowReading,
  languages: readonly LanguageTag[],
  translators: readonly string[],
): RowTexts {
  const mint = makeMint();
  const text = reading.one('text');
  const translation = reading.one('translation');
  const base = reading.context.lang;
  const [original] = languages;
  const renditions: Rendition[] = [];
  const by = translators.length === 0 ? {} : { by: translators.join('; ') };
  if (text !== undefined) {
    const said = languageOf(reading, 'text_lang');
    const blocks = blocksOf(reading, 'text', text, mint);
    const isTranslation =
      said === undefined &&
      translation === undefined &&
      original !== undefined &&
      original !== base &&
      isWrittenIn(text, base) &&
      !isWrittenIn(text, original);
    const language = said ?? (isTranslation ? base : (original ?? guessed(text, base)));
    if (isTranslation) {
      reading.attestations.push({
        field: 'renditions.0',
        by: 'rule',
        from: 'the letters and words of the text',
      });
      renditions.push({
        kind: 'translation',
        key: `t-${language}-1`,
        language,
        text: { blocks, notes: [] },
        ...by,
      });
    } else
      renditions.push({ kind: 'transcription', key: `t-${language}`, language, text: { blocks, notes: [] } });
  }
  if (translation !== undefined) {
    const language = languageOf(reading, 'translation_lang') ?? base;
    const blocks = blocksOf(reading, 'translation', translation, mint);
    const of = renditions[0]?.key;
    renditions.push({
      kind: 'translation',
      key: `t-${language}-1`,
      language,
      ...(of ? { of } : {}),
      text: { blocks, notes: [] },
      ...by,
    });
  }
  return { renditions, alignments: alignmentsOf(renditions) };
}

const guessed = (text: string, base: LanguageTag): LanguageTag =>
  isWrittenIn(text, base) ? base : UNDETERMINED;

/** The language that a field names; a problem where it names none. */
export function languageOf(reading: RowReading, field: FieldName): LanguageTag | undefined {
  const words = reading.one(field);
  if (words === undefined) return undefined;
  const language = readLanguage(words);
  if (language === undefined) reading.say('language-not-read', field, words);
  return language;
}

function blocksOf(
  reading: RowReading,
  field: FieldName,
  text: string,
  mint: () => BlockId,
): readonly Block[] {
  if (!looksLikeHtml(text)) return plainBlocks(text, mint);
  const read = readHtmlBlocks(text, mint);
  for (const tag of read.notUnderstood) reading.say('element-not-understood', field, tag);
  return read.blocks;
}

/** Texts of the same shape, block for block, are taken to answer to each other: a guess, and marked as one. */
export function alignmentsOf(renditions: readonly Rendition[]): readonly Alignment[] {
  const [from, ...others] = renditions.flatMap((rendition) =>
    rendition.kind === 'facsimile' ? [] : [rendition],
  );
  if (from?.kind !== 'transcription') return [];
  return others.flatMap((to) => {
    const isAlike =
      to.text.blocks.length === from.text.blocks.length &&
      to.text.blocks.every((block, at) => block.kind === from.text.blocks[at]?.kind);
    if (!isAlike) return [];
    const links = to.text.blocks.flatMap((block, at) => {
      const other = from.text.blocks[at];
      return other ? [{ from: [other.id], to: [block.id], basis: 'guessed' as const }] : [];
    });
    return [{ from: from.key, to: to.key, links }];
  });
}
