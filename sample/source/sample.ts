import type { RestrictionScope, Restriction } from '../../src/core/redaction.ts';
import { dossierAgents, dossierPlaces, repositories, terms } from './dossier-authorities.ts';
import { dossierCollections, dossierEvents, units } from './dossier-collections.ts';
import { lightDocuments } from './dossier-light.ts';
import { nightDocuments } from './dossier-night.ts';
import { telegramDocuments } from './dossier-telegrams.ts';
import { partTwoAfter } from './dossier-after.ts';
import { meetingDocuments } from './dossier-meeting.ts';
import { releasedDocuments } from './dossier-releases.ts';
import { realAgents, realPlaces, subjects } from './real-authorities.ts';
import { sinoSovietCollections, sinoSovietDocuments, sinoSovietEvents } from './sino-soviet.ts';
import type { Entry } from './build.ts';

/** Every record of the sample, by the file that holds it under records/, in the order of import. */
export const SAMPLE: Readonly<Record<string, readonly Entry[]>> = {
  collections: [...sinoSovietCollections, ...dossierCollections],
  places: [...realPlaces, ...dossierPlaces],
  agents: [...realAgents, ...dossierAgents],
  subjects,
  repositories,
  units,
  terms,
  'documents-sino-soviet': sinoSovietDocuments,
  'documents-dossier': [
    ...lightDocuments,
    ...nightDocuments,
    ...telegramDocuments,
    ...releasedDocuments,
    ...meetingDocuments,
    ...partTwoAfter,
  ],
  events: [...sinoSovietEvents, ...dossierEvents],
};

/** What is done to a record once it is published: no part of its words, so no part of its line. */
export type StandingAct =
  | {
      readonly key: string;
      readonly action: 'withdraw';
      readonly reason: string;
      readonly replacedBy?: string;
    }
  | { readonly key: string; readonly action: 'embargo'; readonly until: string }
  | {
      readonly key: string;
      readonly action: 'restrict';
      readonly scope: RestrictionScope;
      readonly reason: Restriction['reason'];
      readonly words: string;
      readonly until?: string;
    };

/** The passages of a document that hold certain words, as a restriction names them. */
function blocksWith(document: string, ...words: readonly string[]): readonly string[] {
  const found = SAMPLE['documents-dossier']?.find((entry) => entry.key === document)?.record;
  if (found?.kind !== 'document') throw new Error(`no document ${document}`);
  return found.renditions.flatMap((rendition) =>
    rendition.kind === 'facsimile'
      ? []
      : rendition.text.blocks
          .filter((block) => words.some((one) => JSON.stringify(block).includes(one)))
          .map((block) => block.id),
  );
}

export const STANDING: readonly StandingAct[] = [
  {
    key: 'sample:forged-statement',
    action: 'withdraw',
    reason:
      'Found to be a forgery: its paper was made after 1970, and whoever wrote it “by his own hand” did not know that Sorin could not hold a pen after 1957.',
    replacedBy: 'sample:terling-letter',
  },
  { key: 'sample:nuwari-interview', action: 'embargo', until: '2040-01-01' },
  {
    key: 'sample:terling-letter',
    action: 'restrict',
    scope: { kind: 'blocks', blocks: blocksWith('sample:terling-letter', 'Ihrer Kleinen', 'little girl') },
    reason: 'living-person',
    words: 'One paragraph is about the health of a person who may be living.',
    until: '2060-01-01',
  },
];
