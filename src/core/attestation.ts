/** Who says so: what did not come from a person's hand says what made it, and from what. */
export type SaidBy = 'human' | 'rule' | 'machine';

/**
 * One statement about where a field or a text came from. What has none came from the source as given.
 *
 *   { field: "places.0", by: "rule", from: "the dateline" }
 *   { field: "renditions.2", by: "machine", from: "tesseract 5.3, eng" }
 */
export interface Attestation {
  readonly field: string;
  readonly by: SaidBy;
  readonly from: string;
}
