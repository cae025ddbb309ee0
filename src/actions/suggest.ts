import type { RecordId, RecordKind } from '../core/id.ts';
import { titleOf } from '../core/label.ts';
import type { ArchiveRecord } from '../core/record.ts';
import { terms } from '../core/tokens/tokenize.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { Row } from './pages.ts';
import type { PublicViews } from './public-views.ts';
import { rowOf } from './rows.ts';

/** A record whose title, or another of its names, has a word that begins with the letters. */
export interface Suggested extends Row {
  /** The name that was meant, where it is not the title: "Filippov" of "Stalin, I. V.". */
  readonly knownAs?: string;
}

interface Deps {
  readonly index: Pick<SearchIndex, 'suggest'>;
  readonly views: PublicViews;
}

/** Of which kinds how many are offered, in this order, so that no kind crowds out the others. */
const SHARES: readonly (readonly [kinds: readonly RecordKind[], limit: number])[] = [
  [['agent'], 4],
  [['collection'], 2],
  [['place'], 2],
  [['subject', 'event', 'term', 'repository'], 3],
  [['document'], 3],
];
const OF_ONE_KIND = 10;

/** Records that the letters begin, best first of each kind; of the kinds asked for alone, more of them. */
export async function suggest(
  { index, views }: Deps,
  letters: string,
  kinds?: readonly RecordKind[],
): Promise<readonly Suggested[]> {
  const shares = kinds === undefined ? SHARES : ([[kinds, OF_ONE_KIND]] as const);
  const proposed: RecordId[] = [];
  for (const [of, limit] of shares)
    for (const { id } of await index.suggest({ letters, kinds: of, limit })) proposed.push(id);
  const open = await views.views(proposed, 'description');
  const sought = ` ${terms(letters).join(' ')}`;
  return proposed.flatMap((id) => {
    const view = open.get(id);
    if (view?.kind !== 'public') return [];
    const knownAs = otherNameOf(view.view.record, sought);
    return [{ ...rowOf(view.view), ...(knownAs === undefined ? {} : { knownAs }) }];
  });
}

/** The name that has words which begin so, where the title has none. */
const otherNameOf = (record: ArchiveRecord, sought: string): string | undefined =>
  nameMeant(record, (name) => ` ${terms(name).join(' ')}`.includes(sought));

/** The first name that is meant; undefined where the title itself is. */
export function nameMeant(record: ArchiveRecord, isMeant: (name: string) => boolean): string | undefined {
  return isMeant(titleOf(record).title) ? undefined : namesOf(record).find(isMeant);
}

/** Every name or title of a record. */
export function namesOf(record: ArchiveRecord): readonly string[] {
  switch (record.kind) {
    case 'document':
    case 'collection':
    case 'unit':
      return record.titles.map(({ text }) => text);
    case 'term':
      return [];
    default:
      return record.names.map(({ form }) => form);
  }
}
