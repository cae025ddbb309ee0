import type { LinkTarget } from '../../core/text.ts';

const FOOTNOTE = /^(d[\w.-]*?\d)(fn[\w.-]+)$/;
/** Ids of what is a record of its own: documents, divisions, persons, terms. Others are places within one. */
const RECORDS = /^(?:d\d|ch\d|subch|comp\d|p_|t_)/;
const SAFE_WEB = /^(?:https?:|mailto:)/i;

/**
 * A pointer into a volume, by the volume's name and the id within it: a footnote leads to
 * its document, a page to whatever begins on it or runs over it. */
export function targetIn(volume: string, id: string): LinkTarget {
  const footnote = FOOTNOTE.exec(id);
  if (footnote) return { kind: 'identifier', identifier: `tei:${volume}#${footnote[1]}`, block: id };
  if (id.startsWith('pg_')) return { kind: 'identifier', identifier: `page:${volume}#${id}`, block: id };
  const target: LinkTarget = { kind: 'identifier', identifier: `tei:${volume}#${id}` };
  return RECORDS.test(id) ? target : { ...target, block: id };
}

/**
 * Where a reference leads, from its target as TEI writes it. Nothing is fetched.
 *
 *   "#d12"                    -> identifier "tei:frus1955-57v03#d12"
 *   "frus1955-57v02#d261fn2"  -> identifier "tei:frus1955-57v02#d261", block "d261fn2"
 *   "frus1870"                -> identifier "tei:frus1870"
 *   "https://…"               -> web
 *   "range(#d12,#d14)"        -> its first end
 *   "javascript:…", ""        -> undefined: words only
 */
export function readTarget(target: string, within: (id: string) => LinkTarget): LinkTarget | undefined {
  const first = target.trim().split(/\s+/)[0] ?? '';
  if (first === '') return undefined;
  if (SAFE_WEB.test(first)) return { kind: 'web', url: first };
  const range = /^range\(\s*([^,\s)]+)/i.exec(target.trim());
  if (range?.[1] !== undefined) return readTarget(range[1], within);
  if (first.startsWith('#')) return within(first.slice(1));
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_.:-]*(?:#[\p{L}\p{N}_.:-]+)?$/u.test(first) || /^[a-z]+:/i.test(first))
    return undefined;
  const [file = '', id] = first.split('#');
  const volume = file.replace(/\.xml$/i, '');
  return id ? targetIn(volume, id) : { kind: 'identifier', identifier: `tei:${volume}` };
}
