/** Why an address of an image is none: what of it was not read (400), asks for nothing (400), or is not done here (501). */
export type ImageFault =
  | 'region-not-read'
  | 'region-outside'
  | 'size-not-read'
  | 'size-nothing'
  | 'size-larger'
  | 'size-beyond-limits'
  | 'rotation-not-read'
  | 'rotation-not-done'
  | 'quality-not-read'
  | 'format-not-read'
  | 'format-not-done';

/** The answer's status. Source: IIIF Image API 3.0, section 7, read on 2026-11-23. */
export const statusOfFault = (fault: ImageFault): 400 | 501 =>
  fault === 'rotation-not-done' || fault === 'format-not-done' ? 501 : 400;
