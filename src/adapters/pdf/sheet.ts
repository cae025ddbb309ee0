import { SMALL_CAPS, type Faces } from './faces.ts';
import type { Line, Segment } from './break-lines.ts';

/** A4 in points, with a measure of about seventy letters and room for numbers beside it. */
export const PAPER = {
  width: 595.28,
  height: 841.89,
  left: 112,
  measure: 398,
  top: 82,
  bottom: 762,
  numbersEnd: 98,
} as const;

export const INK = '#191c1a';
export const QUIET = '#5b615a';
export const RULE = '#c9ccc3';
export const ACCENT = '#0f5c49';

type Pdf = PDFKit.PDFDocument;
type Element = ReturnType<Pdf['struct']>;

export interface Placed {
  readonly x: number;
  readonly leading: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly width?: number;
  /** Drawn before the first line, at its baseline. */
  readonly before?: (baseline: number) => void;
  /** Drawn behind each stretch of lines, from `top` to `bottom`. */
  readonly behind?: (top: number, bottom: number) => void;
}

export interface SheetSays {
  readonly head: string;
  readonly foot: string;
}

/** The pages of a handout, one after the other: where the next line goes, and what stands on every page. */
export class Sheet {
  readonly pdf: Pdf;
  readonly faces: Faces;
  readonly root: Element;
  readonly #says: SheetSays;
  readonly #mostPages: number;
  y: number = PAPER.top;
  pages = 0;

  constructor(pdf: Pdf, faces: Faces, says: SheetSays, mostPages: number) {
    this.pdf = pdf;
    this.faces = faces;
    this.#says = says;
    this.#mostPages = mostPages;
    this.root = pdf.struct('Document');
    pdf.addStructure(this.root);
    this.newPage();
  }

  get isFresh(): boolean {
    return this.y <= PAPER.top;
  }
  get room(): number {
    return PAPER.bottom - this.y;
  }

  newPage(): void {
    if (this.pages >= this.#mostPages) throw new TooLong();
    this.pdf.addPage({ size: [PAPER.width, PAPER.height], margin: 0 });
    this.pages++;
    this.y = PAPER.top;
    this.#margins();
  }

  /** White space, but none at the head of a page. */
  skip(points: number): void {
    if (!this.isFresh) this.y += points;
  }

  /** A new page unless so much room is left on this one. */
  need(points: number): void {
    if (!this.isFresh && this.room < points) this.newPage();
  }

  /** A line across, unless the page begins here. */
  rule(gap: number): void {
    if (this.isFresh) return;
    this.skip(gap);
    this.artifact(() => {
      const { pdf, y } = this;
      pdf.lineWidth(0.5).strokeColor(RULE);
      pdf
        .moveTo(PAPER.left, y)
        .lineTo(PAPER.left + PAPER.measure, y)
        .stroke();
    });
    this.y += gap;
  }

  /** Draws what says nothing: bars, rules, running heads. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  /** Lines one below the other as the content of an element, over as many pages as they need, never one alone. */
  place(lines: readonly Line[], element: Element, tag: string, how: Placed): void {
    const { leading } = how;
    for (let at = 0; at < lines.length;) {
      const fits = Math.floor((this.room + 0.5) / leading);
      let take = Math.min(fits, lines.length - at);
      if (take < lines.length - at) {
        if (lines.length - at - take < 2) take = Math.max(0, lines.length - at - 2);
        if (at === 0 && take < 2) take = 0;
      }
      if (take <= 0) {
        if (!this.isFresh) {
          this.newPage();
          continue;
        }
        take = Math.max(1, Math.min(fits, lines.length - at));
      }
      if (how.behind !== undefined) {
        const [top, bottom] = [this.y, this.y + take * leading];
        const { behind } = how;
        this.artifact(() => behind(top, bottom));
      }
      if (at === 0) how.before?.(this.y + leading * 0.76);
      const content = this.pdf.markStructureContent(tag);
      for (const line of lines.slice(at, at + take)) {
        this.#draw(line, this.y + leading * 0.76, how);
        this.y += leading;
      }
      this.pdf.endMarkedContent();
      element.add(content);
      at += take;
      if (at < lines.length) this.newPage();
    }
  }

  /** Lines at a place of this page, without moving on. */
  placeAt(lines: readonly Line[], top: number, element: Element, tag: string, how: Placed): void {
    const content = this.pdf.markStructureContent(tag);
    lines.forEach((line, at) => this.#draw(line, top + how.leading * (at + 0.76), how));
    this.pdf.endMarkedContent();
    element.add(content);
  }

  #draw(line: Line, baseline: number, { x, align, width = PAPER.measure }: Placed): void {
    const shift = align === 'right' ? width - line.width : align === 'center' ? (width - line.width) / 2 : 0;
    for (const segment of line.segments) this.#segment(segment, x + shift + segment.x, baseline);
  }

  #segment({ text, look, width }: Segment, x: number, baseline: number): void {
    const { pdf } = this;
    if (look.isBarred) {
      pdf.rect(x - 1.5, baseline - look.size * 0.92, width + 3, look.size * 1.24).fill('#000000');
    }
    this.faces.use(look.face, look.size);
    pdf.fillColor(look.color);
    const isForeign = look.lang !== undefined;
    if (isForeign) pdf.markContent('Span', { lang: look.lang });
    pdf.text(text, x, baseline - look.rise, {
      lineBreak: false,
      baseline: 'alphabetic',
      ...(look.spacing === 0 ? {} : { characterSpacing: look.spacing }),
      ...(look.isSmallCaps ? { features: SMALL_CAPS } : {}),
    });
    if (isForeign) pdf.endMarkedContent();
    if (look.link !== undefined) pdf.link(x, baseline - look.size, width, look.size * 1.3, look.link);
    if (look.under === 'none' && !look.isStruck) return;
    const seen = width - (text.endsWith(' ') ? this.faces.widthOf(' ', look.face, look.size) : 0);
    pdf.lineWidth(0.55).strokeColor(look.color);
    if (look.under === 'dots') pdf.dash(0.8, { space: 1.4 });
    const y = look.isStruck ? baseline - look.size * 0.28 : baseline + look.size * 0.16;
    pdf
      .moveTo(x, y)
      .lineTo(x + seen, y)
      .stroke();
    if (look.under === 'dots') pdf.undash();
  }

  #margins(): void {
    const { pdf, faces } = this;
    const right = PAPER.left + PAPER.measure;
    const write = (text: string, x: number, y: number): void => {
      pdf.fillColor(QUIET).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    };
    this.artifact(() => {
      faces.use('regular', 7.6);
      if (this.pages > 1) {
        write(this.#says.head, PAPER.left, 52);
        pdf.lineWidth(0.4).strokeColor(RULE).moveTo(PAPER.left, 58).lineTo(right, 58).stroke();
      }
      write(this.#says.foot, PAPER.left, 800);
      const number = String(this.pages);
      faces.use('regular', 8.6);
      write(number, right - faces.widthOf(number, 'regular', 8.6), 800);
    }, 'Pagination');
  }
}

/** More pages than a handout may have. */
export class TooLong extends Error {}
