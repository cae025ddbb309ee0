import type { LanguageTag } from '../core/language.ts';
import { problem, type Problem } from '../core/problem.ts';
import { accepted, refused, type Result } from '../core/result.ts';

/** The language that a person named; a problem where there is none such. */
export async function languageNamed(
  words: string | undefined,
): Promise<Result<LanguageTag | undefined, Problem>> {
  if (words === undefined) return accepted(undefined);
  const { readLanguage } = await import('../formats/fields/languages.ts');
  const language = readLanguage(words);
  return language === undefined
    ? refused(problem('language-not-read', { field: '--language' }, { value: words }))
    : accepted(language);
}
