/** Originals by digest, never altered. `put` is whole or not at all. */
export interface FileStore {
  /** Keeps the bytes; the same bytes twice are one. Answers `sha256:<hex>` and the size. */
  put(bytes: AsyncIterable<Uint8Array>): Promise<StoredFile>;
  /** The bytes, or undefined if they are not held. */
  open(digest: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  has(digest: string): Promise<boolean>;
  /** Every digest held, in order. */
  list(): AsyncIterable<StoredFile>;
}

export interface StoredFile {
  readonly digest: string;
  readonly sizeBytes: number;
}
