import type { LanguageTag } from '../../core/language.ts';
import { libraryCodeOf } from '../fields/library-code.ts';

/** What the interface that was closed called a language by: its code of libraries. "ru" -> "rus", "" -> "und" */
export const languageId = (tag: LanguageTag | string): string =>
  libraryCodeOf(tag) ?? ((tag.split('-')[0] ?? '').toLowerCase() || 'und');
