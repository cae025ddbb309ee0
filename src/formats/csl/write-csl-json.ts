import type { CslItem } from '../../core/citation/csl-item.ts';

/** Items as CSL-JSON, the list that reference managers and citation processors read. */
export const writeCslJson = (items: readonly CslItem[]): string => `${JSON.stringify(items, undefined, 1)}\n`;
