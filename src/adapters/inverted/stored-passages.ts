import { zstdDecompressSync } from 'node:zlib';
import { parseLanguage } from '../../core/language.ts';
import { TEXT_FIELDS } from '../../core/query.ts';
import type { SearchPassage } from '../../core/search-document.ts';
import { Damaged } from './index-files.ts';

/** Passages as they are stored: [field, text, language, block, rendition], what is not there as null. */
export const printPassages = (passages: readonly SearchPassage[]): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify(
      passages.map(({ field, text, lang, block, rendition }) => [
        TEXT_FIELDS.indexOf(field),
        text,
        lang ?? null,
        block ?? null,
        rendition ?? null,
      ]),
    ),
  );

export function readPassages(stored: Uint8Array): readonly SearchPassage[] {
  const read: unknown = JSON.parse(new TextDecoder().decode(zstdDecompressSync(stored)));
  if (!Array.isArray(read)) throw new Damaged('no passages where passages should be');
  return read.map(readPassage);
}

function readPassage(value: unknown): SearchPassage {
  const [place, text, language, block, rendition]: readonly unknown[] = Array.isArray(value) ? value : [];
  const field = typeof place === 'number' ? TEXT_FIELDS[place] : undefined;
  if (field === undefined || typeof text !== 'string') throw new Damaged('no passage where one should be');
  const lang = typeof language === 'string' ? parseLanguage(language) : undefined;
  return {
    field,
    text,
    ...(lang === undefined ? {} : { lang }),
    ...(typeof block === 'string' ? { block } : {}),
    ...(typeof rendition === 'string' ? { rendition } : {}),
  };
}
