import type { Answer } from '../answer.ts';
import type { Handle } from '../route.ts';
import type { Site } from '../site.ts';

/** Answers only where the setting leaves the old addresses on; else nothing stands there. */
export const whereOn =
  (handle: Handle): Handle =>
  async (visit) =>
    visit.site.settings.oldAddresses === false ? undefined : handle(visit);

export const sayJson = (value: unknown): Answer => ({
  kind: 'text',
  mediaType: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

/** That a parameter cannot be read, and which. */
export function cannotRead({ words }: Site, parameter: string): Answer {
  const { title } = words.faults[400];
  return {
    kind: 'problem',
    status: 400,
    title,
    detail: words.oldAddresses.cannotRead(parameter),
    more: { parameter },
  };
}

/** A page of a list, as clients count pages: there is always a first. */
export const pageOf = <T>(
  list: readonly T[],
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
  totalItems: number,
): Answer =>
  sayJson({
    pagination: {
      page,
      totalPages: Math.max(1, Math.ceil(totalItems / pageSize)),
      totalItems,
      itemsPerPage: pageSize,
    },
    list,
  });
