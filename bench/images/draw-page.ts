import sharp from 'sharp';
import { chanceOf } from '../search/chance.ts';

/** A large sheet at 400 dots an inch: 22 million pixels. */
export const PAGE_SIZE = { widthPx: 4000, heightPx: 5500 } as const;

const LINE_PX = 66;
const LETTER_PX = 34;
const MARGIN_PX = 400;

/** Typescript on grained paper, as a scanner would give it: the same each time. */
export async function drawPage(channels: 1 | 3): Promise<Buffer> {
  const { widthPx: width, heightPx: height } = PAGE_SIZE;
  const { next } = chanceOf(channels);
  const pixels = new Uint8Array(width * height * channels);
  for (let at = 0; at < pixels.length; at += channels) {
    const grain = next() * 18;
    for (let part = 0; part < channels; part++) pixels[at + part] = 235 - part * 12 - grain;
  }
  for (let y = MARGIN_PX; y < height - MARGIN_PX; y += LINE_PX)
    for (let x = MARGIN_PX; x < width - MARGIN_PX; x += LETTER_PX)
      if (next() > 0.16) drawLetter(pixels, channels, x, y, Math.floor(next() * 2 ** 20));
  const page = sharp(pixels, { raw: { width, height, channels } });
  return (channels === 1 ? page.toColourspace('b-w') : page).jpeg({ quality: 90 }).toBuffer();
}

/** A letter of five by seven blots. */
function drawLetter(pixels: Uint8Array, channels: number, left: number, top: number, shape: number): void {
  for (let blot = 0; blot < 35; blot++) {
    if (((shape * 2654435761 + blot * 40503) >>> (blot % 13)) % 2 === 0) continue;
    const [x, y] = [left + (blot % 5) * 5, top + Math.floor(blot / 5) * 5];
    for (let dy = 0; dy < 5; dy++)
      for (let dx = 0; dx < 5; dx++) {
        const at = ((y + dy) * PAGE_SIZE.widthPx + x + dx) * channels;
        for (let part = 0; part < channels; part++) pixels[at + part] = 40 + part * 8 + ((dx * dy) % 5) * 6;
      }
  }
}
