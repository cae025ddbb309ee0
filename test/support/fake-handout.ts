import type { Handout, HandoutBlock, HandoutText, Run } from '../../src/core/handout.ts';
import { en } from '../../src/words/en.ts';

const { scripts, otherScript, someLeftOut } = en.handout;

/** A handout with these blocks. */
export const handoutWith = (blocks: readonly HandoutBlock[], more: Partial<Handout> = {}): Handout => ({
  lang: 'en',
  title: 'Record of a Meeting',
  name: 'd00000001x, edition 1',
  madeAt: '2026-01-02T03:04:05Z',
  archive: 'Test archive',
  foot: 'https://archive.example/document/d00000001x',
  blocks,
  says: { scripts, otherScript, someLeftOut },
  ...more,
});

export const paragraph = (runs: string | readonly Run[], more: Partial<HandoutText> = {}): HandoutText => ({
  kind: 'text',
  style: 'body',
  runs: typeof runs === 'string' ? [{ text: runs }] : runs,
  ...more,
});

/** A text under its heading, with what is said where it cannot be set. */
export const section = (title: string, blocks: readonly HandoutBlock[]): HandoutBlock => ({
  kind: 'section',
  title,
  blocks,
  unprintable: [{ text: `See the page for ${title}.` }],
});
