import type { SourceNote } from '../../src/core/source.ts';
import type { SourceKey } from '../../src/core/draft.ts';
import { key, path, step } from './build.ts';
import { DO_31, FOND_14, STRAITS_FILE } from './dossier-collections.ts';

type Shelf = SourceNote<SourceKey>;

/** Where the dossier's papers lie: in Brandsee, in Stavin, in Carrow, and above the weighing house at Marsa Nur. */
export const halvern = (leaf: string): Shelf => ({
  verbatim: `Staatsarchiv der Republik Halvern, Best. AfÄ, Reihe Sund, Akte 112, Bl. ${leaf}`,
  original: path(
    'Staatsarchiv der Republik Halvern',
    'halvern-archive',
    ...STRAITS_FILE,
    step('leaf', leaf, 'Bl.'),
  ),
});
export const velgora = (leaf: string): Shelf => ({
  verbatim: `ЦАВНР, ф. 14, оп. 3, д. 88, л. ${leaf}`,
  original: path('ЦАВНР', 'velgora-archive', ...FOND_14, step('leaf', leaf, 'л.')),
});
export const aldmere = (leaves: string): Shelf => ({
  verbatim: `Dominion Record Office, DO 31/57, ff. ${leaves}`,
  original: path('Dominion Record Office', 'aldmere-records', ...DO_31, step('leaf', leaves, 'ff.')),
});
export const harbour = (series: string, letter: string, box: string, more = ''): Shelf => ({
  verbatim: `Harbour Records of Marsa Nur, ${series}, ${letter}, box ${box}${more ? `. ${more}` : ''}`,
  original: path(
    'Harbour Records of Marsa Nur',
    'marsa-nur-records',
    step('series', series),
    step('subseries', letter),
    step('container', box, 'box'),
  ),
  ...(more ? { unparsed: more } : {}),
});

/** A place in the first or the second of the dossier's two collections. */
export const inFirst = (sequence: number) => [{ collection: key('skarn-i'), sequence }];
export const inSecond = (sequence: number) => [{ collection: key('skarn-ii'), sequence }];
