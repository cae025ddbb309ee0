import { facsimileOf } from '../core/facsimile/text-of-scan.ts';
import { ownBlocksOnPage } from '../core/facsimile/text-on-page.ts';
import type { Standing } from '../core/lifecycle.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { RestrictionScope } from '../core/redaction.ts';
import type { Ports } from './archive.ts';

/**
 * Texts by a person that may tell what parts of a page are to hide, and that nothing holds back: a warning that
 * names them. What a machine read from there is held back with the parts.
 */
export async function textsLeftOpen(
  { records }: Pick<Ports, 'records'>,
  { id, head, restrictions }: Standing,
  scope: RestrictionScope,
): Promise<readonly Problem[]> {
  if (scope.kind !== 'regions') return [];
  const record = (await records.version(id, head))?.record;
  const scan = record?.kind === 'document' ? facsimileOf(record, scope.rendition) : undefined;
  if (record?.kind !== 'document' || !scan) return [];
  const held = new Set<string>(
    restrictions.flatMap((one) => {
      if (one.scope.kind === 'rendition') return one.scope.rendition;
      return one.scope.kind === 'blocks' ? one.scope.blocks : [];
    }),
  );
  const open = record.renditions.filter(
    (one) =>
      one.kind !== 'facsimile' &&
      !held.has(one.key) &&
      ownBlocksOnPage(one, scan, scope.page).some(({ id: block }) => !held.has(block)),
  );
  if (open.length === 0) return [];
  const value = open.map(({ key }) => key).join(', ');
  return [problem('text-stays-open', { record: id }, { value, facts: { page: scope.page } })];
}
