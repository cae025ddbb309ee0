import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Block } from '../../core/text.ts';
import { addressOfForm, addressWithin } from '../addresses.ts';
import { attributes, escapeHtml, html, nothing, trusted, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import type { Plan } from './document-plan.ts';
import { addressOfPortion } from './document-reader.ts';
import type { Portion } from './portions.ts';

type DocumentPage = RecordPage<ArchiveDocument>;

/** Says on a further portion which it is, and leads back. */
export function partsNote(site: Site, page: DocumentPage, plan: Plan, at: number): Html {
  if (at === 0) return nothing;
  const { reading } = site.words;
  return html`<p class="part-before"><a rel="prev"${attributes({ href: addressOfPortion(site, page, at - 1) })}>← ${reading.previousPart}</a> <span class="quiet">${reading.part(at + 1, plan.portions.length)}</span></p>`;
}

/**
 * All portions of a long document, with the ways on. A module brings the next as one reads; it learns from
 * here where that is, and where passages are sought that are not here.
 */
export function partsNav(site: Site, page: DocumentPage, plan: Plan, at: number): Html {
  const { portions } = plan;
  if (portions.length === 1) return nothing;
  const { reading } = site.words;
  const next = at + 1 < portions.length ? addressOfPortion(site, page, at + 1) : undefined;
  const items = portions.map(
    (portion, n) =>
      html`<li><a${attributes({ href: addressOfPortion(site, page, n), 'aria-current': n === at && 'page' })}>${reading.part(n + 1, portions.length)}${pagesOf(site, plan, portion)}</a>${at === 0 && n > 0 && placesOf(plan, portion)}</li>`,
  );
  const whole =
    site.exports.has('pdf') &&
    site.mode === 'live' &&
    site.settings.address + addressOfForm(site, page.label.id, 'pdf');
  return html`<p class="on-paper">${reading.printedPart(at + 1, portions.length, whole || undefined)}</p><more-text${attributes({ 'data-next': next, 'data-place': addressWithin(site, page.label, 'at', ''), 'data-loading': reading.loading, 'data-failed': reading.loadFailed })}><nav class="parts" aria-labelledby="parts"><h3 id="parts">${reading.parts}</h3>${next !== undefined && html`<p class="more-next"><a class="button" rel="next"${attributes({ href: next })}>${reading.nextPart}</a> <span role="status"></span></p>`}<p class="sent-here" hidden>${reading.elsewhere}</p><ol>${items}</ol></nav></more-text>`;
}

/** "pages 14 to 31", of the first scan. */
function pagesOf({ words }: Site, { scans }: Plan, { pages }: Portion): string | false {
  const [scan] = scans;
  const [from, to] = pages[0] ?? [0, 0];
  const [first, last] = [scan?.pages[from], scan?.pages[to - 1]];
  return first !== undefined && last !== undefined && `: ${words.reading.pages(first.label, last.label)}`;
}

/** So many passages of other portions have a place on the first one. */
const MOST_PLACES = 6000;

/**
 * Places for the passages that stand in another portion, as small as can be: a fragment never reaches the
 * server, and who has no scripts is led at least to the portion that the passage is in.
 */
function placesOf({ articles, scans }: Plan, portion: Portion): Html {
  const ids: string[] = [];
  articles.forEach(({ pieces: [pieces = []], starts }, at) => {
    const [from, to] = portion.rows[at] ?? [0, 0];
    if (from === to) return;
    for (const { block } of pieces.slice(starts[from], starts[to])) idsWithin(block, ids);
  });
  scans.forEach(({ key }, n) => {
    const [from, to] = portion.pages[n] ?? [0, 0];
    for (let page = from; page < to; page++) ids.push(`${key}-${page + 1}`);
  });
  const anchors = ids.slice(0, MOST_PLACES).map((id) => `<i id="${escapeHtml(id)}"></i>`);
  return anchors.length === 0 ? nothing : trusted(`<span class="places">${anchors.join('')}</span>`);
}

function idsWithin(block: Block, ids: string[]): void {
  ids.push(block.id);
  if (block.kind === 'quote') for (const one of block.blocks) idsWithin(one, ids);
  if (block.kind === 'list')
    for (const item of block.items) for (const one of item.blocks) idsWithin(one, ids);
}
