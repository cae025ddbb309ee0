import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';

/** The document with what is guessed of its texts, for the reader alone: no export and no other page has it. */
export function withGuesses({ view, guessed }: RecordPage<ArchiveDocument>): ArchiveDocument {
  const { record } = view;
  return guessed === undefined ? record : { ...record, alignments: [...record.alignments, ...guessed] };
}

/** Whether a text stands beside another by a guess, be it only in part: it is said above it. */
export const isGuessed = ({ alignments }: ArchiveDocument, one: string, other: string): boolean =>
  one !== other &&
  alignments.some(
    ({ from, to, links }) =>
      ((from === one && to === other) || (from === other && to === one)) &&
      links.some(({ basis }) => basis === 'guessed'),
  );
