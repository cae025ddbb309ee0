/** Where the reading of a text goes on: in which edition and text, from which block and letter of it. */
export interface Cursor {
  readonly edition: number;
  readonly block: string;
  readonly letter: number;
  readonly text: string;
}

export const printCursor = ({ edition, block, letter, text }: Cursor): string =>
  `${edition}:${block}:${letter}:${text}`;

/** What {@link printCursor} wrote; undefined where it is none. */
export function readCursor(written: string): Cursor | undefined {
  const [, edition = '', block = '', letter = '', text = ''] =
    /^([1-9]\d{0,6}):([^:]{1,40}):(\d{1,9}):(.{1,200})$/s.exec(written) ?? [];
  return text === '' ? undefined : { edition: Number(edition), block, letter: Number(letter), text };
}
