import type { PageText } from '../../src/core/facsimile/page-text.ts';
import { problem, type Problem } from '../../src/core/problem.ts';
import type { PageImage } from '../../src/core/rendition.ts';
import { accepted, refused } from '../../src/core/result.ts';
import type { TextReader } from '../../src/ports/text-reader.ts';

export interface FakeReader extends TextReader {
  /** What was read by an engine, in order, as "page languages". */
  readonly read: string[];
  /** The next reading fails so. */
  fail(why: Problem, times?: number): void;
  /** Done before each reading. */
  before?: () => Promise<void>;
}

/** Words as a page of them: one line a line. */
export const pageTextOf = (words: string, { widthPx, heightPx }: PageImage, engine?: string): PageText => ({
  widthPx,
  heightPx,
  ...(engine ? { madeBy: { engine, model: 'fake' } } : {}),
  lines: words.split('\n').map((line, at) => ({
    isBlockStart: at === 0,
    words: line
      .split(' ')
      .map((text, nth) => ({ text, x: nth * 10, y: at * 10, w: 9, h: 8, confidence: 0.5 })),
  })),
});

/** Reads "page 3 in fr" on page 3, whatever stands there. */
export function fakeReader(): FakeReader {
  const read: string[] = [];
  const failures: Problem[] = [];
  const reader: FakeReader = {
    read,
    fail: (why, times = 1) => void failures.push(...Array.from({ length: times }, () => why)),
    given: async (image) =>
      accepted(image.mediaType === 'application/pdf' ? pageTextOf('words of the file', image) : undefined),
    recognize: async (image, languages) => {
      await reader.before?.();
      const failure = failures.shift();
      if (failure) return refused(failure);
      read.push(`${image.page ?? 1} ${languages.join('+')}`);
      return accepted(pageTextOf(`read in ${languages.join('+')}`, image, 'fake 1.0'));
    },
    languages: async () => [],
    close: async () => undefined,
  };
  return reader;
}

export const readingFailed = problem('file-unreadable', {}, { value: 'for now' });
