/**
 * Dumps of everything public, a folder of files a day. One is there whole or not at all: what was cut off while it
 * was made is never listed, and is taken away later. They are derived: deletable, and made again.
 */
export interface DumpStore {
  /** Those that are whole, the newest day first. */
  list(): Promise<readonly KeptDump[]>;
  /** Bytes of a file, from `from` to before `to`; undefined where there is no such file. */
  open(
    date: string,
    name: string,
    range?: { readonly from: number; readonly to: number },
  ): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Begins one. `at`: a folder elsewhere, which is absent or empty; else it replaces what there is of this day. */
  begin(date: string, at?: string): Promise<DumpInMaking>;
  remove(date: string): Promise<void>;
}

export interface KeptDump {
  readonly date: string;
  /** The text of `manifest.json`. */
  readonly manifest: string;
  /** What was held back when it was made, as {@link DumpInMaking.finish} was told; it never leaves. */
  readonly standing: string;
  /** How large each of its files is, by name. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** A dump that is being made. A full disk is a `Failure` (`disk-full`), of whatever it is asked. */
export interface DumpInMaking {
  /** A text, packed (gzip, without name and time) or as it is. */
  text(name: string, packing?: 'gzip'): Promise<TextInMaking>;
  /** A zip of texts, in the order in which they are ended, all of the same fixed time. */
  zip(name: string): Promise<ZipInMaking>;
  /** A SQLite database, packed by gzip. */
  database(name: string, plan: DatabasePlan): Promise<DatabaseInMaking>;
  /** All is written: it is there from now on; answers where. */
  finish(standing: string): Promise<string>;
  /** It is not to be: nothing of it stays. */
  abandon(): Promise<void>;
}

export interface TextInMaking {
  write(text: string): Promise<void>;
  end(): Promise<WrittenFile>;
}

export interface ZipInMaking {
  /** A whole entry. */
  add(name: string, text: string): Promise<void>;
  /** An entry that grows beside others; it stands in the zip where it is ended. */
  grow(name: string): Promise<EntryInMaking>;
  end(): Promise<WrittenFile>;
}

export interface EntryInMaking {
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

export interface DatabasePlan {
  /** Statements before the first row: the tables. */
  readonly before: readonly string[];
  /** Tables that rows are put into, and how many columns each has. */
  readonly tables: readonly { readonly name: string; readonly columns: number }[];
  /** Statements after the last: indexes. */
  readonly after: readonly string[];
}

export interface DatabaseInMaking {
  put(table: string, rows: readonly (readonly (string | number | undefined)[])[]): void;
  end(): Promise<WrittenFile>;
}

export interface WrittenFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly unpacked?: { readonly sizeBytes: number; readonly sha256: string };
}
