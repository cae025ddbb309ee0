import type { ArchiveDocument } from '../../core/document.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import type { Described } from '../fields/described.ts';
import { writeTei } from './write-tei.ts';

/** A document as TEI, with the addresses of whom it names; undefined for a record of another kind. */
export function teiOf({ view, url, archive, named }: Described): string | undefined {
  if (!isDocument(view)) return undefined;
  return writeTei(view, {
    url,
    archive: archive.name,
    nameOf: (id) => {
      const other = named(id);
      if (other === undefined) return undefined;
      const { agentKind } = other.label;
      return { ref: other.url, isBody: agentKind !== undefined && agentKind !== 'person' };
    },
  });
}

const isDocument = (view: PublicRecord): view is PublicRecord<ArchiveDocument> =>
  view.record.kind === 'document';
