import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { loadPdfium } from '../../src/adapters/pdf/pdfium.ts';
import { openDocument } from '../../src/adapters/pdf/pdf-document.ts';
import { makePdf } from '../../test/support/make-pdf.ts';
import type { GivenLine } from './given.ts';

export interface MadePage {
  readonly lines: readonly GivenLine[];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly grey: Uint8Array;
}

/** A face of which a page is made, and where systems keep it. */
export interface Face {
  readonly paths: readonly string[];
  readonly family?: string;
}

export const findFace = ({ paths }: Face, folders: readonly string[]): string | undefined =>
  folders.flatMap((folder) => paths.map((path) => join(folder, path))).find((path) => existsSync(path));

const LINES = 34;

/** One page of text, set in a face, drawn at 300 pixels an inch; its lines are those that the PDF itself gives. */
export async function makePage(
  text: string,
  face: string,
  family: string | undefined,
  isUnspaced: boolean,
): Promise<MadePage> {
  const bytes = await makePdf((pen) => {
    pen.font(face, family ?? '').fontSize(11);
    const lines: string[] = [];
    let line = '';
    for (const word of isUnspaced ? [...text.replace(/\s+/g, '')] : text.split(/\s+/)) {
      const longer = line === '' ? word : line + (isUnspaced ? '' : ' ') + word;
      if (pen.widthOfString(longer) <= 440) line = longer;
      else {
        lines.push(line);
        line = word;
      }
    }
    for (const [at, one] of lines.slice(0, LINES).entries())
      pen.text(one, 77, 90 + at * 19, { lineBreak: false });
  });
  const document = openDocument(await loadPdfium(), [bytes]);
  const [words, picture] = [document.words(1), document.picture(1)];
  document.close();
  if (!words || picture.kind !== 'pixels') throw new Error('a made page has words and is drawn');
  const [widthPx, heightPx] = [Math.round(picture.widthPx * 1.5), Math.round(picture.heightPx * 1.5)];
  const lines = words.lines.map(({ words: all }) => ({
    text: all.map((word) => word.text).join(' '),
    left: Math.min(...all.map(({ x }) => x)) * 1.5,
    right: Math.max(...all.map(({ x, w }) => x + w)) * 1.5,
    baseline: Math.max(...all.map(({ y, h }) => y + h)) * 1.5,
    kind: 'made',
  }));
  const raw = { raw: { width: picture.widthPx, height: picture.heightPx, channels: picture.channels } };
  const grey = await sharp(picture.bytes, raw)
    .resize(widthPx, heightPx, { kernel: 'cubic' })
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer();
  return { lines, widthPx, heightPx, grey };
}

/** What time and cameras do to a page. */
export interface Harm {
  readonly name: string;
  readonly scale: number;
  readonly tilt: number;
  readonly blurPx: number;
  readonly grain: number;
  /** How dark ink is on paper, 0 to 1, and how uneven the paper. */
  readonly ink: number;
  readonly stain: number;
}

export const HARMS: readonly Harm[] = [
  { name: 'as printed, 300 dpi', scale: 1, tilt: 0, blurPx: 0, grain: 0, ink: 1, stain: 0 },
  {
    name: 'photographed, 150 dpi, tilted, uneven light',
    scale: 0.5,
    tilt: 2,
    blurPx: 0.5,
    grain: 6,
    ink: 0.7,
    stain: 0.45,
  },
  {
    name: 'faint carbon copy, 200 dpi, grain',
    scale: 0.67,
    tilt: -1,
    blurPx: 0.9,
    grain: 12,
    ink: 0.35,
    stain: 0.3,
  },
];

/** The page as a JPEG after all that, the same each time; and its lines where they then stand. */
export async function harmed(
  page: MadePage,
  harm: Harm,
): Promise<{
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lines: readonly GivenLine[];
}> {
  const small = await sharp(page.grey, { raw: { width: page.widthPx, height: page.heightPx, channels: 1 } })
    .resize(Math.round(page.widthPx * harm.scale))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const turned = await sharp(small.data, {
    raw: { width: small.info.width, height: small.info.height, channels: 1 },
  })
    .rotate(harm.tilt, { background: '#fff' })
    .blur(harm.blurPx || 0.3)
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = turned.info;
  const chance = chanceOf(7);
  const out = turned.data.map((grey, at) => {
    const [x, y] = [(at % width) / width, Math.floor(at / width) / height];
    const light = 1 - harm.stain * (0.6 * x + 0.4 * Math.sin(y * 5) ** 2);
    const shown =
      (255 - (255 - grey) * harm.ink) * light * 0.95 +
      (harm.grain ? (chance() + chance() + chance() - 1.5) * 2 * harm.grain : 0);
    return Math.min(Math.max(shown, 0), 255);
  });
  const bytes = await sharp(out, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 75 })
    .toBuffer();
  const angle = (harm.tilt * Math.PI) / 180;
  const lines = page.lines.map((line) => {
    const at = (x: number, y: number): readonly [number, number] => {
      const [dx, dy] = [x * harm.scale - small.info.width / 2, y * harm.scale - small.info.height / 2];
      return [
        width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle),
        height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle),
      ];
    };
    const [left, right] = [at(line.left, line.baseline), at(line.right, line.baseline)];
    return { ...line, left: left[0], right: right[0], baseline: (left[1] + right[1]) / 2, slope: 0 };
  });
  return { bytes, widthPx: width, heightPx: height, lines };
}

function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The paragraphs of the Declaration of Human Rights in a language. */
export const declaration = (folder: string, name: string): string =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/<para>([^<]*)<\/para>/g)]
    .map(([, text = '']) => text)
    .join(' ');
