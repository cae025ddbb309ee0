import type { RecordId, RecordKind } from './id.ts';
import type { Label } from './label.ts';
import { impossible } from './result.ts';

/** The first segment of the address of a record of a kind. */
export function segmentOfKind(kind: RecordKind, agentKind?: Label['agentKind']): string {
  switch (kind) {
    case 'agent':
      return agentKind === undefined || agentKind === 'person' ? 'person' : 'organization';
    case 'document':
    case 'collection':
    case 'place':
    case 'subject':
    case 'repository':
    case 'term':
    case 'event':
    case 'theme':
    case 'unit':
      return kind;
    default:
      return impossible(kind);
  }
}

/** The canonical path of a record in the archive's first language: "/document/dk4m7q2zxh/record-of-a-meeting". */
export function canonicalPath(label: Label): string {
  if (label.path) return sourcePath(label.path.repository, label.path.codes.map(segmentOf));
  const base = `/${segmentOfKind(label.kind, label.agentKind)}/${label.id}`;
  return label.slug === '' ? base : `${base}/${encodeURIComponent(label.slug)}`;
}

/** A level of the tree of sources: "/source/r…/558/11". */
export const sourcePath = (repository: string, segments: readonly string[]): string =>
  `/source/${[repository, ...segments].map(encodeURIComponent).join('/')}`;

/** A code as one segment of an address and of a path: "/" is written "~". */
export const segmentOf = (code: string): string => code.replaceAll('/', '~');

/** The name that an archive with a number of its own gives a record for good: "ark:/12345/dk4m7q2zxh". */
export const arkOf = ({ naan }: { readonly naan?: string }, id: RecordId): string | undefined =>
  naan === undefined ? undefined : `ark:/${naan}/${id}`;
