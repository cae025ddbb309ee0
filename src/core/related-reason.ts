/** Why documents stand beside each other, in the order in which they are told. */
export const RELATED_REASONS = [
  'reply-to',
  'replied-by',
  'stated',
  'mentions',
  'mentioned-by',
  'same-event',
  'same-file',
  'same-days',
  'similar',
] as const;
export type RelatedReason = (typeof RELATED_REASONS)[number];
