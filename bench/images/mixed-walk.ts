import { scaleFactors, TILE_PX } from '../../src/formats/iiif/image-info.ts';
import { chanceOf } from '../search/chance.ts';

/**
 * What a viewer asks for as its reader opens a page, zooms in where it gets interesting, and moves about there:
 * a small picture for the strip, all tiles of the smaller sizes, and windows of tiles at the larger ones.
 */
export function mixedWalk({
  widthPx,
  heightPx,
}: {
  readonly widthPx: number;
  readonly heightPx: number;
}): readonly string[] {
  const { next } = chanceOf(7);
  const asked = new Set<string>(['full/!150,150/0/default.jpg']);
  for (const factor of [...scaleFactors({ widthPx, heightPx })].reverse()) {
    const side = TILE_PX * factor;
    const [columns, rows] = [Math.ceil(widthPx / side), Math.ceil(heightPx / side)];
    for (let look = 0; look < (columns * rows <= 12 ? 1 : 6); look++) {
      const isAll = columns * rows <= 12;
      const [left, top] = isAll ? [0, 0] : [Math.floor(next() * columns), Math.floor(next() * rows)];
      for (let row = top; row < Math.min(rows, isAll ? rows : top + 3); row++)
        for (let column = left; column < Math.min(columns, isAll ? columns : left + 4); column++) {
          const [x, y] = [column * side, row * side];
          const [w, h] = [Math.min(side, widthPx - x), Math.min(side, heightPx - y)];
          const size = `${Math.ceil(w / factor)},${Math.ceil(h / factor)}`;
          asked.add(`${x},${y},${w},${h}/${size}/0/default.jpg`);
        }
    }
  }
  return [...asked];
}
