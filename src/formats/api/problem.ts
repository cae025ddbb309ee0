import { z } from 'zod';

/** One part of a request that is not as it is described. */
export const wrongPart = z
  .strictObject({
    in: z.enum(['path', 'query', 'body']),
    name: z.string(),
    expected: z.string(),
  })
  .describe('What is wrong with a request, and what was expected.');

export const problemDetails = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    problems: z.array(wrongPart).optional(),
  })
  .describe('What went wrong (RFC 9457).');
