import { hex4, utf16Hex } from './pdf-words.ts';

/** How wide every character of the font is, in thousandths of its size. */
export const GLYPH_WIDTH = 500;
export const GLYPH_HEIGHT = 1000;
const MOST_GLYPHS = 65_000;

/**
 * A font without letters: text that is found, marked and copied, and never seen. Each character
 * that a file has is given a number when it first comes, and the map from numbers to characters is written at
 * the end, so that any script can be had, and its file of type has a single box.
 */
export class GlyphlessFont {
  readonly #numbers = new Map<string, number>();

  /** The numbers of a text's characters as a hexadecimal string, and how many they are. */
  encode(text: string): { readonly hex: string; readonly count: number } {
    let hex = '';
    let count = 0;
    for (const character of text) {
      hex += hex4(this.#numberOf(character));
      count++;
    }
    return { hex, count };
  }

  /** 1 and on; beyond what a font can number, every further character is the first one that was too many. */
  #numberOf(character: string): number {
    const known = this.#numbers.get(character);
    if (known !== undefined) return known;
    const number = Math.min(this.#numbers.size + 1, MOST_GLYPHS);
    if (number < MOST_GLYPHS) this.#numbers.set(character, number);
    return number;
  }

  /** Every number shows the same letter of the font's file, the second. */
  toGlyphs(): Uint8Array {
    const map = new Uint8Array((this.#numbers.size + 2) * 2);
    for (let at = 3; at < map.length; at += 2) map[at] = 1;
    return map;
  }

  /** The map from numbers to characters. Source: ISO 32000-1, 9.10.3. */
  toUnicode(): string {
    const lines = [...this.#numbers].map(
      ([character, number]) => `<${hex4(number)}> <${utf16Hex(character)}>`,
    );
    const parts: string[] = [];
    for (let at = 0; at < lines.length; at += 100) {
      const some = lines.slice(at, at + 100);
      parts.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
    }
    return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Unseen-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${parts.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
  }
}

/** The dictionaries of the font: what names it, what it descends from, and how tall it is. */
export const glyphlessDictionaries = (ids: {
  readonly descendant: number;
  readonly descriptor: number;
  readonly toUnicode: number;
  readonly toGlyphs: number;
  readonly file: number;
}): { readonly font: string; readonly descendant: string; readonly descriptor: string } => ({
  font: `<< /Type /Font /Subtype /Type0 /BaseFont /Unseen /Encoding /Identity-H /DescendantFonts [${ids.descendant} 0 R] /ToUnicode ${ids.toUnicode} 0 R >>`,
  descendant: `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unseen /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${ids.descriptor} 0 R /DW ${GLYPH_WIDTH} /CIDToGIDMap ${ids.toGlyphs} 0 R >>`,
  descriptor: `<< /Type /FontDescriptor /FontName /Unseen /Flags 4 /FontBBox [0 0 ${GLYPH_WIDTH} ${GLYPH_HEIGHT}] /ItalicAngle 0 /Ascent ${GLYPH_HEIGHT} /Descent 0 /CapHeight ${GLYPH_HEIGHT} /StemV 80 /FontFile2 ${ids.file} 0 R >>`,
});
