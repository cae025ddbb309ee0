import type { RecordId } from './id.ts';

/**
 * Where a document comes from, in three layers: the original, the copy used, this edition.
 * The verbatim line is kept whatever could be read from it.
 *
 *   "RGASPI, f. 558, op. 11, d. 97, ll. 67-70. Contributed by A and translated by B."
 *   -> original { repositoryName: "RGASPI", path: [fonds 558, inventory 11, file 97, leaf 67-70] }
 */
export interface SourceNote<R extends string = RecordId> {
  readonly verbatim?: string;
  readonly original?: ReferencePath<R>;
  /** Where the copy used is held: "copy in the National Security Archive, box 12". */
  readonly copy?: ReferencePath<R>;
  /** The edition that this text was taken from: a volume, a publication, an online edition. */
  readonly edition?: { readonly words: string; readonly url?: string };
  /** What of the verbatim line no field could take; empty when all of it was read. */
  readonly unparsed?: string;
}

export interface ReferencePath<R extends string = RecordId> {
  readonly repositoryName: string;
  readonly repository?: R;
  readonly steps: readonly ReferenceStep[];
}

/** One step from the whole down to the leaf. `code` as written: "558", "Central Files 1955-60", "611.93/7-2255". */
export interface ReferenceStep {
  readonly level: ReferenceLevel;
  readonly code: string;
  /** The label as it stood, for printing back: "f.", "op.", "RG", "box". */
  readonly label?: string;
}

export const REFERENCE_LEVELS = [
  'fonds',
  'record-group',
  'collection',
  'series',
  'inventory',
  'subseries',
  'decimal',
  'lot',
  'portfolio',
  'container',
  'file',
  'folder',
  'item',
  'leaf',
  'page',
] as const;
export type ReferenceLevel = (typeof REFERENCE_LEVELS)[number];

/** The steps of a path that stand for units of description: leaves and pages are within the document's own file. */
export const unitSteps = (path: ReferencePath<string>): readonly ReferenceStep[] =>
  path.steps.filter((step) => step.level !== 'leaf' && step.level !== 'page');
