/** Where an index keeps its files. Names are plain; what is written once is never changed but by `replace`. */
export interface IndexFiles {
  /** Writes a new file, all of it, and makes sure that it stays. */
  write(name: string, chunks: readonly Uint8Array[]): void;
  /** Puts a file in the place of another as one step: whoever reads finds the old or the new. */
  replace(name: string, bytes: Uint8Array): void;
  /** Undefined if there is none. */
  open(name: string): OpenFile | undefined;
  /** Another text than before whenever the file was replaced; undefined if there is none. */
  stamp(name: string): string | undefined;
  remove(name: string): void;
  names(): readonly string[];
}

export interface OpenFile {
  readonly sizeBytes: number;
  /** Fewer bytes than asked for if the file ends before. */
  read(at: number, length: number): Uint8Array;
  close(): void;
}

/** What is read is not what was written: the index is to be made anew. */
export class Damaged extends Error {}
