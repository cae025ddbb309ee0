import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

/** A schema of a standard, by its place in the folder of schemas. */
export interface Schema {
  readonly file: string;
  /** Schemas that it imports: given beside it, since nothing is fetched. */
  readonly imports?: readonly string[];
  readonly language?: 'xsd' | 'relaxng';
}

/** A piece of XML under a name by which its faults are known. */
export interface Piece {
  readonly name: string;
  readonly xml: string;
}

/** So many characters, or pieces, are validated at a time: the schema is read anew for each stroke. */
const STROKE = { characters: 8_000_000, pieces: 400 } as const;

/** What a schema refuses of some pieces of XML: a line each. Empty where all are valid. */
export async function refusedBy(
  folder: string,
  schema: Schema,
  pieces: readonly Piece[],
): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const stroke of strokesOf(pieces)) {
    const names = new Map(stroke.map(({ name }, at) => [`${at}.xml`, name]));
    const { errors } = await validateXML({
      xml: stroke.map(({ xml }, at) => ({ fileName: `${at}.xml`, contents: xml })),
      schema: { fileName: basename(schema.file), contents: textOf(folder, schema.file) },
      preload: (schema.imports ?? []).map((file) => ({
        fileName: basename(file),
        contents: textOf(folder, file),
      })),
      extension: schema.language === 'relaxng' ? 'relaxng' : 'schema',
      maxMemoryPages: 65536,
    });
    for (const { rawMessage } of errors)
      refused.push(rawMessage.replace(/^(\d+\.xml)/, (file) => names.get(file) ?? file));
  }
  return refused;
}

/** Imports by address are those given beside it. */
const textOf = (folder: string, file: string): string =>
  readFileSync(join(folder, file), 'utf8').replace(
    /schemaLocation="[^"]*?([^"/]+\.xsd)"/g,
    'schemaLocation="$1"',
  );

function* strokesOf(pieces: readonly Piece[]): Generator<readonly Piece[]> {
  let stroke: Piece[] = [];
  let characters = 0;
  for (const piece of pieces) {
    stroke.push(piece);
    characters += piece.xml.length;
    if (characters < STROKE.characters && stroke.length < STROKE.pieces) continue;
    yield stroke;
    stroke = [];
    characters = 0;
  }
  if (stroke.length > 0) yield stroke;
}
