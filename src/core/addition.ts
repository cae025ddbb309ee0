import type { Name } from './agent.ts';
import { printIdentifier } from './id.ts';
import type { ArchiveRecord } from './record.ts';

const union = <T>(here: readonly T[], more: readonly T[], nameOf: (one: T) => string): readonly T[] => {
  const known = new Set(here.map(nameOf));
  const added = more.filter((one) => !known.has(nameOf(one)));
  return added.length === 0 ? here : [...here, ...added];
};

/**
 * The record with what another source lists of the same thing added to it; the very same record where
 * nothing is new.
 *
 *   term "UN" of one volume + term "UN" of another -> one term, with both identifiers, explained in both
 */
export function withAddition(here: ArchiveRecord, more: ArchiveRecord): ArchiveRecord {
  const identifiers = union(here.identifiers, more.identifiers, printIdentifier);
  if (here.kind === 'term' && more.kind === 'term') {
    const explainedIn = union(here.explainedIn, more.explainedIn, (id) => id);
    const notes = union(here.notes, more.notes, (note) => note.text);
    const isSame =
      identifiers === here.identifiers && explainedIn === here.explainedIn && notes === here.notes;
    return isSame ? here : { ...here, identifiers, explainedIn, notes };
  }
  if ('names' in here && 'names' in more) {
    const names = union(here.names, more.names.map(asVariant), (name) => name.form);
    const notes = union(here.notes, more.notes, (note) => note.text);
    const links = union(here.links, more.links, (link) => link.url);
    const isSame =
      identifiers === here.identifiers &&
      names === here.names &&
      notes === here.notes &&
      links === here.links;
    return isSame ? here : { ...here, identifiers, names, notes, links };
  }
  return identifiers === here.identifiers ? here : { ...here, identifiers };
}

/** What another source prefers is a variant here: a record has one name by which it is listed. */
const asVariant = (name: Name): Name => (name.kind === 'preferred' ? { ...name, kind: 'variant' } : name);
