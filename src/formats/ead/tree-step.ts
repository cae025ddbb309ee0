import type { ArchiveDocument } from '../../core/document.ts';
import type { Unit } from '../../core/repository.ts';
import type { ReferencePath, ReferenceStep } from '../../core/source.ts';
import type { Described } from '../fields/described.ts';

/** A step of a walk through what lies in an archive: down to a level, past a document in it, up again. */
export type TreeStep =
  | { readonly kind: 'open'; readonly step: ReferenceStep; readonly unit?: Described<Unit> }
  /** `path`: its way within the archive that is walked; absent in a collection, where documents come from anywhere. */
  | {
      readonly kind: 'document';
      readonly document: Described<ArchiveDocument>;
      readonly path?: ReferencePath;
    }
  | { readonly kind: 'close' };
