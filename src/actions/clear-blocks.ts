import { clearParagraphs } from '../core/facsimile/clear-words.ts';
import { facsimileOf } from '../core/facsimile/text-of-scan.ts';
import { blocksOnPage } from '../core/facsimile/text-on-page.ts';
import type { Standing } from '../core/lifecycle.ts';
import type { RestrictionScope } from '../core/redaction.ts';
import { passagesOf, type Block } from '../core/text.ts';
import type { Ports } from './archive.ts';
import { pageTextOf } from './kept-page-texts.ts';

/**
 * Parts of a page that are to be held back, with the blocks of its text that hold no word from under them: those
 * stay public. Where it is not known what stands where, there are none.
 */
export async function withClearBlocks(
  { records, files }: Pick<Ports, 'records' | 'files'>,
  { id, head }: Standing,
  scope: RestrictionScope,
): Promise<RestrictionScope> {
  if (scope.kind !== 'regions') return scope;
  const record = (await records.version(id, head))?.record;
  const scan = record?.kind === 'document' ? facsimileOf(record, scope.rendition) : undefined;
  const page = scan?.pages[scope.page - 1];
  if (record?.kind !== 'document' || !scan || !page?.textLayer) return scope;
  const text = await pageTextOf(files, page.textLayer);
  if (!text) return scope;
  const clear = clearParagraphs(page.image, text, scope.regions);
  const blocks = record.renditions
    .flatMap((one) => (one.kind === 'facsimile' ? [] : blocksOnPage(one, scan, scope.page)))
    .filter((block) => clear.has(wordsOf(block)))
    .map((block) => block.id);
  return { ...scope, clear: { layer: page.textLayer.digest, blocks } };
}

const wordsOf = (block: Block): string => [...passagesOf([block])].map(({ text }) => text).join('\n');
