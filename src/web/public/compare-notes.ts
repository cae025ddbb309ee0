import { isAlone } from '../../actions/compare.ts';
import type { ComparePage, FieldChange } from '../../actions/compare-page.ts';
import { differenceBetween } from '../../core/difference/difference.ts';
import { joined, wordingOf } from '../../core/difference/wording.ts';
import { attributes, html, nothing, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { shortTitle } from './entry.ts';

const MOST_LISTED = 40;
const FIRST_WORDS = 90;

/** Editions of one text, in which only the description changed: otherwise one would look for what there is not. */
export const isSameText = ({
  kind,
  rows,
  changes,
  more,
}: Pick<ComparePage, 'kind' | 'rows' | 'changes' | 'more'>): boolean =>
  kind === 'editions' &&
  changes.length > 0 &&
  more === 0 &&
  rows.length > 0 &&
  rows.every(({ cells }) => cells.every(({ blocks, marks }) => blocks.length > 0 && marks.length === 0));

/** What of the description changed between editions, word for word where it has words. */
export function changesHtml(site: Site, { kind, changes }: ComparePage): Html {
  const { compare } = site.words;
  if (kind !== 'editions') return nothing;
  const list =
    changes.length === 0
      ? html`<p class="quiet">${compare.noChanges}</p>`
      : html`<dl class="facts-list wide-facts">${changes.map((one) => html`<dt>${compare.field(one.field)}</dt><dd>${wordsHtml(one)}</dd>`)}</dl>`;
  return html`<section class="section" aria-labelledby="changes"><div class="section-head"><h2 id="changes">${compare.changes}</h2></div>${list}</section>`;
}

function wordsHtml({ before, after }: FieldChange): Html {
  if (before === undefined || after === undefined) return html`·`;
  const runs = differenceBetween({ text: before, held: [] }, { text: after, held: [] });
  return html`<span class="changed">${runs.map((run) => {
    const was = before.slice(run.one.from, run.one.to);
    const is = after.slice(run.other.from, run.other.to);
    if (run.kind === 'kept') return is;
    return html`${was !== '' && html`<del class="k">${was}</del>`}${is !== '' && html`<ins class="k">${is}</ins>`}`;
  })}</span>`;
}

/** What each has that nothing beside it answers to, counted and named. */
export function leftOutHtml(
  site: Site,
  { kind, rows, columns, counts }: ComparePage,
  names: readonly string[],
): Html {
  const { compare } = site.words;
  if (kind === 'editions' || kind === 'releases' || columns.some(({ text }) => text === undefined))
    return nothing;
  const lists = columns.map((_, at) => {
    const alone = rows.flatMap(({ cells }, row) => {
      const own = cells[at]?.blocks ?? [];
      return isAlone(cells, at)
        ? [{ row, says: shortTitle(joined(own.map(wordingOf)).text, FIRST_WORDS) }]
        : [];
    });
    const count = counts[at]?.alone ?? 0;
    const language = columns[at]?.text?.language;
    const items = alone
      .slice(0, MOST_LISTED)
      .map(
        ({ row, says }) =>
          html`<li><a${attributes({ href: `#row-${row + 1}`, lang: language })}>${says}</a></li>`,
      );
    return html`<div><h3>${names[at]}</h3><p>${compare.alone(count)}</p>${items.length > 0 && html`<ul class="plainlist">${items}</ul>`}${alone.length > MOST_LISTED && html`<p>${compare.more(alone.length - MOST_LISTED)}</p>`}</div>`;
  });
  return html`<section class="section" aria-labelledby="left-out"><div class="section-head"><h2 id="left-out">${compare.leftOut}</h2></div><div class="left-out">${lists}</div></section>`;
}
