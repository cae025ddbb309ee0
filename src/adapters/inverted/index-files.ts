/** Where an index keeps its files. Names are plain; what was once finished is altered by `replace` and `append` only. */
export interface IndexFiles {
  /** Begins a new file; there is none to be found by readers' manifests before it is finished. */
  create(name: string): NewFile;
  /** Puts a file in the place of another as one step: whoever reads finds the old or the new. */
  replace(name: string, bytes: Uint8Array): void;
  /** Puts bytes after the first `at` of a file, which is made if there is none; what stood behind is cut off. */
  append(name: string, at: number, bytes: Uint8Array): void;
  /** Undefined if there is none. */
  open(name: string): OpenFile | undefined;
  /** Another text than before whenever the file was replaced or added to; undefined if there is none. */
  stamp(name: string): string | undefined;
  /** Nothing happens if there is none, or if it is still in use and the system wants it kept till then. */
  remove(name: string): void;
  names(): readonly string[];
}

export interface NewFile {
  write(bytes: Uint8Array): void;
  /** Makes sure that it stays. */
  finish(): void;
  /** Takes it away again. */
  abandon(): void;
}

export interface OpenFile {
  readonly sizeBytes: number;
  /** Fewer bytes than asked for if the file ends before. */
  read(at: number, length: number): Uint8Array;
  close(): void;
}

/** What is read is not what was written: the index is to be made anew. */
export class Damaged extends Error {}
