import type { PageText } from '../core/facsimile/page-text.ts';
import type { LanguageTag } from '../core/language.ts';
import type { Problem } from '../core/problem.ts';
import type { PageImage } from '../core/rendition.ts';
import type { Result } from '../core/result.ts';

/** Reads what stands on pages: the text that a PDF carries, or by OCR what a picture shows. */
export interface TextReader {
  /** The words that the file itself holds for this page (PDF); undefined where it holds none worth having. */
  given(image: PageImage): Promise<Result<PageText | undefined, Problem>>;
  /** What an engine reads on the page, in these languages, the likeliest first. Bounded in time, in a process of its own. */
  recognize(image: PageImage, languages: readonly LanguageTag[]): Promise<Result<PageText, Problem>>;
  /** The languages it can read here, with the engine and the data that would. */
  languages(): Promise<readonly ReadableLanguage[]>;
  close(): Promise<void>;
}

export interface ReadableLanguage {
  readonly language: LanguageTag;
  /** Name and version: "tesseract 5.3.0", "tesseract.js 7.0.0". */
  readonly engine: string;
  readonly model: string;
}
