import type { Contribution, ContributionRole } from '../../core/contribution.ts';
import type { Described } from './described.ts';

/** Who did what, as forms for programs have it. */
export interface Contributor {
  readonly role: ContributionRole;
  /** As the archive lists whom it was; as it stands in the document where nobody knows. */
  readonly name: string;
  /** As it stands in the document, where that is another. */
  readonly asWritten?: string;
  readonly agentKind?: 'person' | 'body' | 'office';
  /** The page of the person or body. */
  readonly url?: string;
  readonly station?: string;
}

/** The contributions of a record in their order, with the names under which the archive lists them. */
export const contributorsOf = (
  contributions: readonly Contribution[],
  { named }: Pick<Described, 'named'>,
): readonly Contributor[] =>
  contributions.map(({ role, name, agent, station }) => {
    const known = agent === undefined ? undefined : named(agent);
    const listed = known?.label.title ?? name;
    return {
      role,
      name: listed,
      ...(listed === name ? {} : { asWritten: name }),
      ...(known?.label.agentKind === undefined ? {} : { agentKind: known.label.agentKind }),
      ...(known === undefined ? {} : { url: known.url }),
      ...(station === undefined ? {} : { station }),
    };
  });

/** Who made a document, for standards that part creators from contributors. */
export const CREATORS: ReadonlySet<ContributionRole> = new Set([
  'author',
  'creator',
  'sender',
  'drafter',
  'signatory',
]);
