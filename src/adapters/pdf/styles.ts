import type { HandoutStyle, HandoutText } from '../../core/handout.ts';
import type { Ink } from './break-lines.ts';
import { ACCENT, INK, QUIET } from './sheet.ts';

/** How a kind of paragraph is set, in points. */
export interface Setting {
  readonly ink: Ink;
  readonly leading: number;
  readonly above: number;
  readonly below: number;
  readonly tag: string;
  /** Stays with this much of what follows. */
  readonly keep: number;
}

const setting = (
  face: Ink['face'],
  size: number,
  leading: number,
  above: number,
  below: number,
  more: { readonly color?: string; readonly tag?: string; readonly keep?: number } = {},
): Setting => ({
  ink: { face, size, color: more.color ?? INK },
  leading,
  above,
  below,
  tag: more.tag ?? 'P',
  keep: more.keep ?? 0,
});

const STYLES: Readonly<Record<HandoutStyle, Setting>> = {
  when: setting('regular', 9.4, 14, 0, 3, { color: QUIET, keep: 40 }),
  title: setting('strong', 19, 25, 0, 5, { tag: 'H1', keep: 30 }),
  'other-title': setting('italic', 12, 17, 0, 4),
  abstract: setting('regular', 11, 16.4, 6, 4),
  notice: setting('italic', 9.6, 14, 6, 6, { color: ACCENT }),
  heading: setting('strong', 11.4, 16, 12, 3, { tag: 'H3', keep: 34 }),
  body: setting('regular', 10.2, 15, 0, 6.4),
  opener: setting('regular', 10.2, 15, 0, 6.4),
  closer: setting('regular', 10.2, 15, 0, 6.4),
  verse: setting('regular', 10.2, 15, 0, 6.4),
  rule: setting('regular', 10.2, 15, 4, 8),
  caption: setting('italic', 9.4, 13.6, 4, 4, { keep: 30 }),
  note: setting('regular', 8.6, 12.4, 0, 3.4, { tag: 'Note' }),
  part: setting('strong', 10.2, 15, 14, 5, { color: QUIET, tag: 'H3', keep: 40 }),
  'page-turn': setting('regular', 7.8, 11, 1, 6, { color: QUIET }),
  citation: setting('regular', 9.6, 14.2, 2, 6),
  small: setting('regular', 8.6, 12.6, 2, 4, { color: QUIET }),
};

/** A heading of the handout itself: over a text, over its notes. */
export const SECTION: Setting = setting('strong', 13, 18, 0, 8, { color: ACCENT, tag: 'H2', keep: 60 });
export const FACT_NAME: Ink = { face: 'regular', size: 8.6, color: QUIET };
export const FACT: Ink = { face: 'regular', size: 9.2, color: INK };
export const NUMBER: Ink = { face: 'regular', size: 8, color: QUIET };
export const CELL: Ink = { face: 'regular', size: 8.8, color: INK };

export function settingOf(block: HandoutText): Setting {
  const base = STYLES[block.style];
  if (block.style !== 'heading') return base;
  const level = Math.min(6, Math.max(3, (block.level ?? 1) + 2));
  const size = Math.max(10.2, 12.4 - (level - 3));
  const face = level > 4 ? 'strong-italic' : 'strong';
  return { ...base, ink: { ...base.ink, face, size }, tag: `H${level}` };
}
