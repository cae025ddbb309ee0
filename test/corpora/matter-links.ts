import type { RecordId } from '../../src/core/id.ts';
import { linkedIn, missingLinks } from './check-links.ts';
import { documentsIn } from './expected-text.ts';
import { linksInXml } from './links-in-xml.ts';
import { readingPartOf } from './page-text.ts';
import type { Stored } from './stored.ts';

/** What the text of a volume outside of its documents refers to: tables of contents, lists, the index. */
export function wantedOutside(volume: string, xml: string): ReadonlyMap<string, number> {
  let outside = '';
  let from = 0;
  for (const { xml: document } of documentsIn(xml)) {
    const at = xml.indexOf(document, from);
    outside += xml.slice(from, at);
    from = at + document.length;
  }
  const all = (outside + xml.slice(from)).replace(/<teiHeader[\s\S]*?<\/teiHeader>/, '');
  return linksInXml(volume, all.replace(/^[\s\S]*?(?=<TEI\b)/, '')).wanted;
}

/** Gathers the links of matter pages, volume by volume, as they come by. */
export class MatterLinks {
  readonly #volumeOf = new Map<string, string>();
  readonly #linked = new Map<string, Map<string, number>>();

  constructor(stored: Stored) {
    for (const [identifier, ids] of stored.bearers) {
      const volume = /^tei:([^#]+)/.exec(identifier)?.[1];
      if (volume) for (const id of ids) if (id.startsWith('c')) this.#volumeOf.set(id, volume);
    }
  }

  take(address: string, page: string): void {
    const id = /^\/collection\/([0-9a-z]{10})\/matter\//.exec(address)?.[1];
    const volume = id && this.#volumeOf.get(id);
    if (!volume) return;
    const sums = this.#linked.get(volume) ?? new Map<string, number>();
    this.#linked.set(volume, sums);
    for (const [to, times] of linkedIn(readingPartOf(page) ?? '', id))
      sums.set(to, (sums.get(to) ?? 0) + times);
  }

  /** What a volume's matter refers to, is held, and is linked less often than that. */
  missing(volume: string, wanted: ReadonlyMap<string, number>, stored: Stored): readonly string[] {
    const linked: ReadonlyMap<RecordId | string, number> = this.#linked.get(volume) ?? new Map();
    return missingLinks(wanted, linked, stored).map((one) => `matter of ${volume}: ${one}`);
  }
}
