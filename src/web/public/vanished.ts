import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Edition } from '../../core/lifecycle.ts';
import { addressWithin } from '../addresses.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';

/**
 * Places for passages that earlier editions had: a citation of one (`#b12`) finds it named here, with
 * the last edition in which it stood. A passage that no edition ever showed is not among them.
 */
export function vanishedHtml(site: Site, { view, label }: RecordPage<ArchiveDocument>): Html {
  const { words } = site;
  const passages = (view.record.vanished ?? []).flatMap(({ block, version }) => {
    const edition = lastWith(view.editions, version);
    return edition ? [{ block, edition }] : [];
  });
  if (passages.length === 0) return nothing;
  const rows = passages.map(({ block, edition }) => {
    const href = `${addressWithin(site, label, 'v', String(edition.number))}#${block}`;
    return html`<li${attributes({ id: block })}><a${attributes({ href })}>${words.document.stoodIn(edition.number)}</a></li>`;
  });
  return html`<section class="section vanished"><h2 class="label">${words.document.vanished(passages.length)}</h2><ul class="plainlist small">${rows}</ul></section>`;
}

/** The last edition that shows a version so old. */
const lastWith = (editions: readonly Edition[], version: number): Edition | undefined =>
  editions.filter((edition) => edition.version <= version).at(-1);
