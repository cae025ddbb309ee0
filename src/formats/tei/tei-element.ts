import type { ArchiveDocument } from '../../core/document.ts';
import type { Described } from '../fields/described.ts';
import { writeTei } from './write-tei.ts';

const DECLARATION = /^<\?xml[^>]*\?>\s*/;
const TAG = /<[^>]+>/g;
const NAMED = / xml:id="([^"]+)"/g;
/** Attributes that point at elements of the same text, by `#` and its name; several are parted by spaces. */
const POINTERS = /(?<= (?:corresp|target|resp|who|source|ref|next|prev|change|decls|ana|synch)=")[^"]*(?=")/g;

/**
 * A document's TEI as an element that can stand beside others in one page: without XML declaration, each `xml:id`
 * with the record's id before it, and all that points at them with them.
 *
 *   <p xml:id="b2" corresp="#b1"> -> <p xml:id="dk4m7q2zxh-b2" corresp="#dk4m7q2zxh-b1">
 */
export function teiElement({ view, url, archive, named }: Described<ArchiveDocument>): string {
  const whole = writeTei(view, {
    url,
    archive: archive.name,
    nameOf: (id) => {
      const known = named(id);
      const { agentKind } = known?.label ?? {};
      return known && { ref: known.url, isBody: agentKind !== undefined && agentKind !== 'person' };
    },
  });
  return prefixed(whole.replace(DECLARATION, '').trimEnd(), `${view.id}-`);
}

/** What is text has no `<`, and what stands in attributes no `>`: both are escaped by whatever wrote them. */
function prefixed(xml: string, prefix: string): string {
  const names = new Set<string>();
  for (const [, name] of xml.matchAll(NAMED)) if (name !== undefined) names.add(name);
  return xml.replace(TAG, (tag) =>
    tag.includes('xml:id=') || tag.includes('="#') || tag.includes(' #')
      ? tag
          .replace(NAMED, (_, name: string) => ` xml:id="${prefix}${name}"`)
          .replace(POINTERS, (value) =>
            value
              .split(' ')
              .map((one) =>
                one.startsWith('#') && names.has(one.slice(1)) ? `#${prefix}${one.slice(1)}` : one,
              )
              .join(' '),
          )
      : tag,
  );
}
