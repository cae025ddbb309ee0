import { mediaTypeOf, parseManifest, type DumpFile, type DumpManifest } from '../formats/dump/manifest.ts';
import type { KeptDump } from '../ports/dump-store.ts';
import type { Ports } from './archive.ts';
import { DumpWatch, parseDumpStanding } from './dump-standing.ts';

/** A dump that readers may have; or that was, and holds something that was taken back since. */
export type OfferedDump =
  | {
      readonly kind: 'open';
      readonly date: string;
      readonly dump: DumpManifest;
      /** Those that the manifest lists, then the manifest and the digests themselves. */
      readonly files: readonly OfferedFile[];
      /** Whether something public changed since. */
      readonly isBehind: boolean;
    }
  /** With the names of the files that it had. */
  | { readonly kind: 'taken-back'; readonly date: string; readonly names: ReadonlySet<string> };

/** A file as it lies there; its digest is not known of the list of digests. */
export type OfferedFile = Omit<DumpFile, 'sha256'> & { readonly sha256?: string };

export type DumpFileAnswer =
  | {
      readonly kind: 'file';
      readonly date: string;
      readonly file: OfferedFile;
      /** From a byte to before another. */
      readonly open: (range?: { readonly from: number; readonly to: number }) => AsyncIterable<Uint8Array>;
    }
  | { readonly kind: 'taken-back'; readonly date: string };

type Deps = Pick<Ports, 'records' | 'world' | 'dumps'>;

const BESIDE = ['manifest.json', 'SHA256SUMS'];

/**
 * The dumps of an archive, each as long as nothing in it was taken back: what is withdrawn, put under embargo or
 * held back must not leave by a copy of yesterday either.
 */
export class OfferedDumps {
  readonly #deps: Deps;
  readonly #watches = new Map<string, { readonly manifest: string; readonly watch: DumpWatch }>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The newest first. */
  async list(): Promise<readonly OfferedDump[]> {
    const last = await this.#deps.records.lastChange();
    const offered: OfferedDump[] = [];
    for (const kept of await this.#deps.dumps.list()) {
      const one = await this.#offer(kept, last);
      if (one !== undefined) offered.push(one);
    }
    return offered;
  }

  async file(date: string, name: string): Promise<DumpFileAnswer | undefined> {
    const offered = await this.list();
    const dump =
      date === 'latest'
        ? offered.find(({ kind }) => kind === 'open')
        : offered.find((one) => one.date === date);
    if (dump === undefined) return undefined;
    if (dump.kind === 'taken-back')
      return dump.names.has(name) ? { kind: 'taken-back', date: dump.date } : undefined;
    const file = dump.files.find((one) => one.name === name);
    if (file === undefined) return undefined;
    const { dumps } = this.#deps;
    return {
      kind: 'file',
      date: dump.date,
      file,
      open: (range) => opened(dumps.open(dump.date, name, range)),
    };
  }

  /** Undefined for a folder that is not what its manifest says: nothing of it leaves. */
  async #offer(kept: KeptDump, last: number): Promise<OfferedDump | undefined> {
    const dump = parseManifest(kept.manifest);
    if (dump === undefined || dump.date !== kept.date) return undefined;
    const watch = this.#watchOf(kept, dump);
    if (watch === undefined) return undefined;
    if (await watch.isTakenBack())
      return {
        kind: 'taken-back',
        date: kept.date,
        names: new Set([...dump.files.map(({ name }) => name), ...BESIDE]),
      };
    const beside = BESIDE.flatMap((name) => {
      const sizeBytes = kept.sizes.get(name);
      return sizeBytes === undefined ? [] : [{ name, sizeBytes, mediaType: mediaTypeOf(name) }];
    });
    const files = dump.files.filter(({ name, sizeBytes }) => kept.sizes.get(name) === sizeBytes);
    if (files.length < dump.files.length) return undefined;
    return {
      kind: 'open',
      date: kept.date,
      dump,
      files: [...files, ...beside],
      isBehind: last > dump.change.seq,
    };
  }

  #watchOf({ date, manifest, standing }: KeptDump, dump: DumpManifest): DumpWatch | undefined {
    const known = this.#watches.get(date);
    if (known?.manifest === manifest) return known.watch;
    const read = parseDumpStanding(standing);
    if (read === undefined) return undefined;
    const watch = new DumpWatch(this.#deps, dump, read);
    this.#watches.set(date, { manifest, watch });
    return watch;
  }
}

/** Taken away between being listed and being read, it has no bytes. */
async function* opened(file: Promise<AsyncIterable<Uint8Array> | undefined>): AsyncGenerator<Uint8Array> {
  const bytes = await file;
  if (bytes === undefined) throw new Error('a file of a dump was taken away while it was read');
  yield* bytes;
}
