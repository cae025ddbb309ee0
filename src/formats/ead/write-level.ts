import { REFERENCE_LEVELS, type ReferenceLevel } from '../../core/source.ts';
import type { XmlAttributes } from '../xml/print-xml.ts';

const LEVELS: ReadonlyMap<string, string> = new Map([
  ['fonds', 'fonds'],
  ['record-group', 'recordgrp'],
  ['record group', 'recordgrp'],
  ['collection', 'collection'],
  ['series', 'series'],
  ['subseries', 'subseries'],
  ['file', 'file'],
  ['item', 'item'],
]);

/** A level as EAD names it; one that it has no name for by ours: { level: "otherlevel", otherlevel: "inventory" }. */
export function levelOf(level: ReferenceLevel | string): XmlAttributes {
  const named = LEVELS.get(level);
  return named === undefined ? { level: 'otherlevel', otherlevel: level || 'unit' } : { level: named };
}

/** The level of ours that such a name stands for. */
export const ownLevelOf = (otherlevel: string | undefined): ReferenceLevel | undefined =>
  REFERENCE_LEVELS.find((level) => level === otherlevel);
