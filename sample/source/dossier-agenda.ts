import type { SourceKey } from '../../src/core/draft.ts';
import type { AgendaItem } from '../../src/core/event.ts';
import { blockId } from '../../src/core/text.ts';
import { key } from './build.ts';

/** Places of passages in the three accounts, counted from 0 as their texts number them; of each the original first. */
type Told = Readonly<
  Record<
    'meeting-halvern' | 'meeting-velgora' | 'meeting-marsa-nur',
    readonly [original: Places, english: Places]
  >
>;
type Places = readonly number[];

const item = (title: string, told: Told): AgendaItem<SourceKey> => ({
  title,
  passages: Object.entries(told).map(([name, [original, english]]) => ({
    document: key(name),
    blocks: [...original.map((at) => blockId(1000 + at)), ...english.map((at) => blockId(2000 + at))],
  })),
});

/**
 * What was talked of at Marsa Nur. Who Reuter was is not in it: two of the accounts speak of him, each of something
 * else, and the comparison guesses.
 */
export const MEETING_AGENDA: readonly AgendaItem<SourceKey>[] = [
  item('The request that nobody ask', {
    'meeting-halvern': [[7], [7]],
    'meeting-velgora': [[2], [2]],
    'meeting-marsa-nur': [[2], [2]],
  }),
  item('Both begin at once, and tea is served', {
    'meeting-halvern': [[8], [8]],
    'meeting-velgora': [[3], [3]],
    'meeting-marsa-nur': [
      [3, 4],
      [3, 4, 5],
    ],
  }),
  item('Who gave way', {
    'meeting-halvern': [[9], [9]],
    'meeting-velgora': [[4], [4]],
    'meeting-marsa-nur': [[5], [6]],
  }),
  item('The pastries', {
    'meeting-halvern': [[11], [11]],
    'meeting-velgora': [[7], [7]],
    'meeting-marsa-nur': [[6], [7]],
  }),
];
