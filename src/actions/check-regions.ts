import { pageOf } from '../core/facsimile/page-of.ts';
import type { Standing } from '../core/lifecycle.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { RestrictionScope } from '../core/redaction.ts';
import type { Ports } from './archive.ts';

/**
 * What is wrong with parts of a page that are to be held back: a page that is not there, or a part that is
 * not on it, would hold back nothing and seem to. Undefined where nothing is.
 */
export async function amissIn(
  { records }: Pick<Ports, 'records'>,
  { id, head }: Standing,
  scope: RestrictionScope,
): Promise<Problem | undefined> {
  if (scope.kind !== 'regions') return undefined;
  const record = (await records.version(id, head, 'description'))?.record;
  const on = record?.kind === 'document' ? pageOf(record, scope.rendition, scope.page) : undefined;
  if (on === undefined)
    return problem(
      'part-unknown',
      { record: id, field: 'page' },
      { value: `${scope.rendition} ${scope.page}` },
    );
  const { widthPx, heightPx } = on.page.image;
  const outside = scope.regions.find(
    ({ x, y, w, h }) => w <= 0 || h <= 0 || x + w <= 0 || y + h <= 0 || x >= widthPx || y >= heightPx,
  );
  return outside === undefined
    ? undefined
    : problem(
        'part-unknown',
        { record: id, field: 'region' },
        { value: `${outside.x},${outside.y},${outside.w},${outside.h}` },
      );
}
