import type { Run, RunMark } from '../../core/handout.ts';
import type { Face, Faces, Spread } from './faces.ts';

/** How characters look: sizes, rises and spacing in points. */
export interface Look extends Spread {
  readonly face: Face;
  readonly size: number;
  readonly color: string;
  readonly rise: number;
  readonly under: 'none' | 'line' | 'dots';
  readonly isStruck: boolean;
  readonly isBarred: boolean;
  readonly lang?: string;
  readonly link?: string;
}

/** Characters that are drawn at once, `x` from the beginning of the line. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly look: Look;
}

export interface Line {
  readonly segments: readonly Segment[];
  readonly width: number;
}

export type Ink = Pick<Look, 'face' | 'size' | 'color'>;

/** The look of a run within text of this ink. */
export function lookOf(run: Run, ink: Ink, quiet: string): Look {
  const has = (mark: RunMark): boolean => run.marks?.includes(mark) === true;
  const isItalic = has('italic') ? !isItalicFace(ink.face) : isItalicFace(ink.face) && !has('roman');
  const isStrong = has('bold') || ink.face.startsWith('strong');
  const isSmall = has('raised') || has('lowered');
  return {
    face: isStrong ? (isItalic ? 'strong-italic' : 'strong') : isItalic ? 'italic' : 'regular',
    size: isSmall ? ink.size * 0.66 : has('barred') ? ink.size * 0.86 : ink.size,
    color: has('barred') ? '#ffffff' : has('quiet') ? quiet : ink.color,
    rise: has('raised') ? ink.size * 0.34 : has('lowered') ? -ink.size * 0.14 : 0,
    spacing: has('spaced') ? ink.size * 0.16 : 0,
    isSmallCaps: has('small-caps'),
    under: has('underline') ? 'line' : has('unclear') ? 'dots' : 'none',
    isStruck: has('strike'),
    isBarred: has('barred'),
    ...(run.lang === undefined ? {} : { lang: run.lang }),
    ...(run.link === undefined ? {} : { link: run.link }),
  };
}

const isItalicFace = (face: Face): boolean => face === 'italic' || face === 'strong-italic';

/** Characters between which no line ends. `after`: how they part from what follows. */
interface Atom {
  readonly text: string;
  readonly look: Look;
  readonly width: number;
  after: 'glue' | 'break' | 'space' | 'line';
}

const LONGEST_ATOM = 60;
/** A word may be parted after these. */
const PARTS = /[^\-–—/]+[\-–—/]*|[\-–—/]+/g;

function atomsOf(runs: readonly { readonly text: string; readonly look: Look }[], faces: Faces): Atom[] {
  const atoms: Atom[] = [];
  const space = (kind: 'space' | 'line'): void => {
    const last = atoms.at(-1);
    if (last !== undefined && last.after !== 'line') last.after = kind;
  };
  for (const { text, look } of runs)
    for (const piece of text.split(/( +|\n)/)) {
      if (piece === '') continue;
      if (piece === '\n') space('line');
      else if (/^ +$/.test(piece)) space('space');
      else
        for (const part of piece.match(PARTS) ?? [piece])
          for (let at = 0; at < part.length; at += LONGEST_ATOM) {
            const cut = part.slice(at, at + LONGEST_ATOM);
            const width = faces.widthOf(cut, look.face, look.size, look);
            const isWhole = at + LONGEST_ATOM >= part.length;
            const mayPart = !isWhole || (/[\-–—/]$/.test(cut) && !/^.{0,2}$|:\/+$/.test(cut));
            atoms.push({ text: cut, look, width, after: mayPart ? 'break' : 'glue' });
          }
    }
  return atoms;
}

/** Parts an atom that is wider than a line; every other is left alone. */
function cutToWidth(atom: Atom, width: number, faces: Faces): readonly Atom[] {
  if (atom.width <= width || atom.text.length < 2) return [atom];
  const half = Math.ceil(atom.text.length / 2);
  const of = (text: string, after: Atom['after']): Atom => ({
    text,
    look: atom.look,
    width: faces.widthOf(text, atom.look.face, atom.look.size, atom.look),
    after,
  });
  return [
    ...cutToWidth(of(atom.text.slice(0, half), 'break'), width, faces),
    ...cutToWidth(of(atom.text.slice(half), atom.after), width, faces),
  ];
}

/** Fills lines of a width, in points, with as much as goes in; the first may begin further in. */
export function breakLines(
  runs: readonly { readonly text: string; readonly look: Look }[],
  faces: Faces,
  width: number,
  firstIndent = 0,
): readonly Line[] {
  const atoms = atomsOf(runs, faces).flatMap((atom) => cutToWidth(atom, width - firstIndent, faces));
  const lines: Line[] = [];
  const line = new LineFiller(faces, firstIndent);
  const end = (): void => {
    lines.push(line.finish());
  };
  for (let at = 0; at < atoms.length;) {
    let to = at;
    let wide = 0;
    // What is glued together goes to one line, or to the next.
    for (let isOpen = true; isOpen && to < atoms.length; to++) {
      wide += atoms[to]?.width ?? 0;
      isOpen = atoms[to]?.after === 'glue';
    }
    if (!line.isEmpty && line.x + line.pendingSpace + wide > width + 0.01) end();
    for (; at < to; at++) {
      const atom = atoms[at];
      if (atom === undefined) break;
      if (!line.isEmpty && line.x + line.pendingSpace + atom.width > width + 0.01) end();
      line.add(atom);
      if (atom.after === 'line') end();
    }
  }
  if (!line.isEmpty) end();
  return lines;
}

const isDecked = (look: Look): boolean =>
  look.isBarred || look.isStruck || look.rise !== 0 || look.under !== 'none';

/** A line that grows: neighbours of one look are drawn, and copied, as one. */
class LineFiller {
  readonly #faces: Faces;
  #segments: Segment[] = [];
  #space = false;
  x: number;

  constructor(faces: Faces, indent: number) {
    this.#faces = faces;
    this.x = indent;
  }

  get isEmpty(): boolean {
    return this.#segments.length === 0;
  }
  get pendingSpace(): number {
    const last = this.#segments.at(-1);
    return this.#space && last !== undefined ? this.#spaceOf(last.look) : 0;
  }

  #spaceOf(look: Look): number {
    return this.#faces.widthOf(' ', look.face, look.size, look);
  }

  add({ text, look, width, after }: Atom): void {
    const last = this.#segments.at(-1);
    const space = last !== undefined && this.#space ? this.#spaceOf(last.look) : 0;
    this.#space = after === 'space';
    if (last?.look === look) {
      this.#grow(last, space === 0 ? text : ` ${text}`, space + width);
      return;
    }
    // The space between two looks is drawn with the plainer of them: a bar or a line ends with its words.
    if (last !== undefined && space > 0 && !isDecked(last.look)) this.#grow(last, ' ', space);
    else if (last !== undefined && space > 0 && !isDecked(look)) {
      const before = this.#spaceOf(look);
      this.#segments.push({ text: ` ${text}`, look, x: this.x, width: before + width });
      this.x += before + width;
      return;
    } else this.x += space;
    this.#segments.push({ text, look, x: this.x, width });
    this.x += width;
  }

  #grow(segment: Segment, text: string, width: number): void {
    this.#segments[this.#segments.length - 1] = {
      ...segment,
      text: segment.text + text,
      width: segment.width + width,
    };
    this.x += width;
  }

  finish(): Line {
    const line = { segments: this.#segments, width: this.x };
    this.#segments = [];
    this.#space = false;
    this.x = 0;
    return line;
  }
}
