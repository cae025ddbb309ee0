import { z } from 'zod';

/** The forms in which the whole data are had, in their order. */
export const FORM_NAMES = ['jsonl', 'csv', 'tei', 'sqlite'] as const;
export type FormName = (typeof FORM_NAMES)[number];

const sized = { sizeBytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) };

/** A file of the whole data. `unpacked`: what it is once it is unpacked, whatever program packed it. */
const dumpFile = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$/),
  mediaType: z.string(),
  ...sized,
  unpacked: z.strictObject(sized).exactOptional(),
});

const manifest = z.strictObject({
  form: z.literal('unsealed-data/1'),
  archive: z.strictObject({ name: z.string(), url: z.string() }),
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  /** The public change up to which it goes, and when that was. */
  change: z.strictObject({ seq: z.number().int().positive(), at: z.string() }),
  /** How many records of each kind, documents that are known but not held, and texts. */
  counts: z.record(z.string(), z.number().int().nonnegative()),
  /** How many rows each table has. */
  tables: z.record(z.string(), z.number().int().nonnegative()),
  files: z.array(dumpFile),
});

/** All that the public data of one day are: `manifest.json` of a dump. It says nothing of when it was made. */
export type DumpManifest = z.infer<typeof manifest>;
export type DumpFile = DumpManifest['files'][number];

export const printManifest = (dump: DumpManifest): string => `${JSON.stringify(dump, undefined, 1)}\n`;

/** Undefined for what is no manifest of ours. */
export function parseManifest(text: string): DumpManifest | undefined {
  try {
    const read = manifest.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The digests of files as `sha256sum --check` reads them. */
export const printChecksums = (files: readonly Pick<DumpFile, 'name' | 'sha256'>[]): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  gz: 'application/gzip',
  zip: 'application/zip',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
};

/** The media type of a file of a dump, by how its name ends. */
export const mediaTypeOf = (name: string): string =>
  MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain; charset=utf-8';
