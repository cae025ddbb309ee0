import type { CitationWriter } from '../../src/ports/citation-writer.ts';

/** Writes no style: the item's parts one after another. */
export const plainCitations: CitationWriter = {
  write: (asked) =>
    Promise.resolve(
      asked.map(({ style, form, item }) => `${style} ${form}: ${item.title ?? ''}, ${item.URL ?? ''}`),
    ),
  close: () => Promise.resolve(),
};
