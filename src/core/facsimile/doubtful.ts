import type { PageWord } from './page-text.ts';

/**
 * Below this confidence a word that an engine read is kept, searched and shown, but marked as doubtful: on
 * pages whose text is known, two of three such words were wrong or half right, of the others one in a hundred.
 * Source: docs/explanation/reading-scans.md.
 */
export const DOUBTFUL_BELOW = 0.8;

/** Whether the engine itself was unsure of a word; never so where none said, as in given text. */
export const isDoubtful = ({ confidence }: Pick<PageWord, 'confidence'>): boolean =>
  confidence !== undefined && confidence < DOUBTFUL_BELOW;
