import { z } from 'zod';

/** The classes of questions, as the table lists them. */
export const CLASSES = [
  'title words',
  'title words, one mistyped',
  'title words and year',
  'name as listed',
  'name turned',
  'name by initials',
  'known item',
  'name variant',
  'reference',
  'date',
  'typing error',
  'other script',
  'word form',
] as const;

/**
 * A question and what must come up on its first pages. Records are named by identifiers of their own:
 * "tei:" volume and xml:id of an imported file, "sample:" a key of the sample archive, "udhr" the one
 * document that the Universal Declaration is.
 *
 *   { id: 'k07', class: 'known item', ask: 'war diary lighthouse', scope: 'documents', expect: ['sample:d12'] }
 */
const question = z.strictObject({
  id: z.string().min(2),
  class: z.enum(CLASSES),
  ask: z.string().min(1),
  scope: z.enum(['everything', 'documents', 'people']),
  expect: z.array(z.string().regex(/^(?:(?:tei|sample):\S+|udhr)$/)).min(1),
});

export type Question = z.infer<typeof question>;
export const questions = z.array(question);
