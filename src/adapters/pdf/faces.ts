import { fileURLToPath } from 'node:url';

/** The cuts of Noto Serif that a handout is set in. */
export type Face = 'regular' | 'italic' | 'strong' | 'strong-italic';

const FILES: Readonly<Record<Face, string>> = {
  regular: '400Regular/NotoSerif_400Regular.ttf',
  italic: '400Regular_Italic/NotoSerif_400Regular_Italic.ttf',
  strong: '600SemiBold/NotoSerif_600SemiBold.ttf',
  'strong-italic': '600SemiBold_Italic/NotoSerif_600SemiBold_Italic.ttf',
};

const fileOf = (face: Face): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-serif/${FILES[face]}`));

/** What makes letters wider or narrower than they are. */
export interface Spread {
  readonly spacing: number;
  readonly isSmallCaps: boolean;
}

/** Small letters in the shape of capitals: the type has them, and they are copied as small letters. */
export const SMALL_CAPS: PDFKit.Mixins.OpenTypeFeatures[] = ['smcp'];

/** What of pdfkit's document faces are asked through. */
type Pen = Pick<PDFKit.PDFDocument, 'registerFont' | 'font' | 'fontSize' | 'widthOfString'>;

/** The faces of one document: opened when first used, embedded with the letters that were used. */
export class Faces {
  readonly #pen: Pen;
  readonly #covers: (codePoint: number) => boolean;
  #face: Face = 'regular';
  #size = 0;

  constructor(pen: Pen) {
    this.#pen = pen;
    for (const face of ['regular', 'italic', 'strong', 'strong-italic'] as const)
      pen.registerFont(face, fileOf(face));
    pen.font('regular');
    this.#covers = coverageOf(pen);
  }

  /** Sets the pen to a face and a size in points. */
  use(face: Face, size: number): void {
    if (face !== this.#face) this.#pen.font(face);
    if (size !== this.#size) this.#pen.fontSize(size);
    this.#face = face;
    this.#size = size;
  }

  /** In points; `spacing` is added after each character. */
  widthOf(text: string, face: Face, size: number, how: Partial<Spread> = {}): number {
    this.use(face, size);
    const width = this.#pen.widthOfString(text, how.isSmallCaps === true ? { features: SMALL_CAPS } : {});
    return width + (how.spacing ?? 0) * text.length;
  }

  /** Whether there is a letter for it; all four cuts have the same. */
  covers(codePoint: number): boolean {
    return this.#covers(codePoint);
  }
}

/** The letters of the face at hand. pdfkit has no word for it, so that the font is found where it keeps it. */
function coverageOf(pen: object): (codePoint: number) => boolean {
  const held: unknown = Reflect.get(pen, '_font');
  const font: unknown = typeof held === 'object' && held !== null ? Reflect.get(held, 'font') : undefined;
  const asks: unknown =
    typeof font === 'object' && font !== null ? Reflect.get(font, 'hasGlyphForCodePoint') : undefined;
  if (typeof asks !== 'function') throw new TypeError('the typesetter no longer says which letters it has');
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const before = known.get(codePoint);
    if (before !== undefined) return before;
    const has = Reflect.apply(asks, font, [codePoint]) === true;
    known.set(codePoint, has);
    return has;
  };
}
