import type { LanguageTag } from '../../core/language.ts';
import { libraryCodeOf, scriptOf } from '../fields/library-code.ts';
import { printElement, printWords } from '../xml/print-xml.ts';

/** A language by the code of libraries and by its tag: <language><languageTerm …>rus</languageTerm>… */
export function languageElement(language: LanguageTag, part?: string): string {
  const code = (authority: string, words: string | undefined): string =>
    printWords('languageTerm', { type: 'code', authority }, words);
  return printElement(
    'language',
    { objectPart: part },
    code('iso639-2b', libraryCodeOf(language)) +
      code('rfc5646', language) +
      printWords('scriptTerm', { type: 'code', authority: 'iso15924' }, scriptOf(language)),
  );
}
