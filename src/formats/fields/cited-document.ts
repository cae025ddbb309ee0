import { citationOf, type Citation, type CitedKind } from '../../core/citation/citation.ts';
import type { CitedName } from '../../core/citation/cited-name.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Described } from './described.ts';

/** What a described document is cited by, for forms that have no language of their own. */
export function citedDocument(described: Described<ArchiveDocument>): Citation {
  const { view, archive, url, ark, volume, repositoryPlace } = described;
  return citationOf(view, {
    labels: { get: (id) => described.named(id)?.label },
    archive: archive.name,
    address: url,
    language: view.record.titles[0]?.lang ?? 'und',
    ...(ark === undefined ? {} : { ark }),
    ...(volume === undefined ? {} : { cited: volume }),
    ...(repositoryPlace === undefined ? {} : { repositoryPlace }),
  });
}

/** What managers of references call a document: a letter is whatever was sent to somebody. */
export type ItemType = 'letter' | 'report' | 'manuscript';

const TYPES: Readonly<Record<CitedKind, ItemType>> = {
  letter: 'letter',
  message: 'letter',
  report: 'report',
  speech: 'manuscript',
  interview: 'manuscript',
  treaty: 'manuscript',
  other: 'manuscript',
};

export function itemTypeOf(kind: CitedKind, hasRecipient: boolean): ItemType {
  const type = TYPES[kind];
  return type === 'manuscript' && hasRecipient ? 'letter' : type;
}

/** A name as lists of names have it: "Falk, Henriette". */
export const invertedName = (name: CitedName): string =>
  name.kind === 'whole' ? name.name : [name.family, name.given, name.suffix].filter(Boolean).join(', ');

/** Names, each once. */
export const eachOnce = (names: readonly CitedName[]): readonly CitedName[] => {
  const known = new Map(names.map((name) => [invertedName(name), name]));
  return [...known.values()];
};
