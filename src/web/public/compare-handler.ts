import { addressOf, addressOfComparison } from '../addresses.ts';
import { found, moved, type Answer } from '../answer.ts';
import type { Visit } from '../site.ts';
import { comparePage } from './compare.ts';
import { away } from './edges.ts';

/** Documents, releases, editions or texts side by side; what one of them answers by itself (404, 410) is the answer of all. */
export async function comparison({ site, room, params }: Visit): Promise<Answer | undefined> {
  const others = [params['one'], params['two'], params['three']].filter((one) => one !== undefined);
  const answer = await room.compare(params['asked'] ?? '', others, site.language);
  switch (answer.kind) {
    case 'unknown':
      return undefined;
    case 'gone':
    case 'withdrawn':
      return away(site, answer);
    case 'moved':
      return moved(
        answer.others.length === 0
          ? addressOf(site, answer.to)
          : addressOfComparison(site, answer.to.id, answer.others),
      );
    case 'found':
      return found(comparePage(site, answer.page));
  }
}
