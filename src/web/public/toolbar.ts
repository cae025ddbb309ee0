import type { Facsimile } from '../../core/rendition.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { MOST_COLUMNS, type Column } from './reader.ts';
import { viewPanel } from './view-panel.ts';

/** A way from the toolbar: to a part of the page or to another. */
export interface Act {
  readonly href: string;
  readonly says: string;
  /** Stands within a thumb's reach on a phone too. */
  readonly isNear?: boolean;
  /** Leads to what has no end: no way for robots. */
  readonly isEndless?: boolean;
}

/**
 * The bar above the texts: which of them are shown, how they look, and what can be done with the document.
 * On a phone it lies at the foot and shows one text at a time.
 */
export function toolbarHtml(
  site: Site,
  columns: readonly Column[],
  scans: readonly Facsimile[],
  hasPair: boolean,
  acts: readonly Act[],
): Html {
  const { words } = site;
  const ticked = columns.filter(({ at }) => at < MOST_COLUMNS);
  const shown = [
    ...(scans.length > 0
      ? [
          {
            id: 'scan',
            says: words.document.scan,
            shortly: words.document.scan,
            kept: 'scan',
            isShown: true,
            isFirst: columns.length === 0,
          },
        ]
      : []),
    ...ticked.map((column) => ({
      id: String(column.at),
      says: column.name,
      shortly: column.shortName,
      kept: keptAs(column),
      isShown: column.isShown,
      isFirst: column === firstOn(site, ticked),
    })),
  ];
  const ticks = shown.map(
    ({ id, says, kept, isShown }) =>
      html`<label class="tick"><input type="checkbox"${attributes({ id: `show-${id}`, 'data-kept': kept, checked: isShown })}> ${says}</label>`,
  );
  const radio = (id: string, says: string, shortly: string, isFirst: boolean): Html =>
    html`<label><input type="radio" name="one"${attributes({ id: `one-${id}`, 'aria-label': says === shortly ? undefined : says, checked: isFirst })}><span>${shortly}</span></label>`;
  const oneOf =
    shown.length > 1 &&
    html`<fieldset class="one-of"><legend class="visually-hidden">${words.reading.oneAtATime}</legend>${shown.map(({ id, says, shortly, isFirst }) => radio(id, says, shortly, isFirst))}${hasPair && radio('all', words.reading.all, words.reading.all, false)}</fieldset>`;
  const links = acts.map(
    ({ href, says, isNear, isEndless }) =>
      html`<a${attributes({ href, class: isNear === true ? 'near' : undefined, rel: isEndless === true ? 'nofollow' : undefined })}>${says}</a>`,
  );
  return html`<div class="toolbar" role="region" aria-label="${words.document.reading}"${attributes({ 'data-sizer': words.reading.widthOfScan, 'data-close-note': words.reading.closeNote })}><div class="frame">${shown.length > 1 ? html`<div class="ticks" role="group" aria-label="${words.reading.show}">${ticks}</div>${oneOf}` : nothing}${foundBar(site)}<div class="end">${viewPanel(site, { hasScan: scans.length > 0, hasPair })}<nav class="acts" aria-label="${words.reading.acts}">${links}</nav></div></div></div>`;
}

/** Places that were found, and the ways from one to the next; a module shows it when there are any. */
function foundBar(site: Site): Html {
  if (site.mode === 'static') return nothing;
  const { hits } = site.words.reading;
  const button = (deed: string, sign: string, says: string): Html =>
    html`<button type="button" class="tool"${attributes({ 'data-found': deed, 'aria-label': says, title: says })}>${sign}</button>`;
  return html`<div class="found-bar" role="group" aria-label="${hits.region}"${attributes({ 'data-counted': hits.counted, 'data-elsewhere': hits.elsewhere, 'data-none': hits.none, hidden: true })}><output class="nums"></output>${button('previous', '↑', hits.previous)}${button('next', '↓', hits.next)}${button('done', '×', hits.done)}</div>`;
}

/** A choice is kept for all texts of a language and sort, not for this document's. */
const keptAs = ({ rendition }: Column): string => `${rendition.language} ${rendition.kind}`;

/** Which text a phone shows first: one in the reader's language, else the original. */
const firstOn = (site: Site, columns: readonly Column[]): Column | undefined => {
  const { tag } = site.words.language;
  const inOwn = columns.find(
    ({ rendition, isShown }) =>
      isShown && (rendition.language === tag || rendition.language.startsWith(`${tag}-`)),
  );
  return inOwn ?? columns[0];
};
