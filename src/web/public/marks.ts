import { html, type Html } from '../html.ts';
import type { Words } from '../../words/words.ts';

/** The archive's mark: a ring that is open. */
export const mark: Html = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M15.6 3.4A9.3 9.3 0 1 0 20.6 8.4" fill="none" stroke="currentColor" stroke-width="2.6"/><circle cx="12" cy="12" r="2.4" fill="currentColor"/></svg>`;

const OPEN = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M10.6 2.4A6.2 6.2 0 1 0 14 6.6" fill="none" stroke="currentColor" stroke-width="2.4"/></svg>`;
const PART = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.8A6.2 6.2 0 0 0 8 14.2Z" fill="currentColor"/><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/></svg>`;
const CLOSED = html`<svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6.2" fill="currentColor" stroke="currentColor" stroke-width="1.6"/></svg>`;

/** Open in full, in part, or closed: a ring and always the word. */
export function stamp(words: Words, access: 'open' | 'part' | 'closed'): Html {
  const says = words.access[access];
  if (access === 'open') return html`<span class="stamp">${OPEN}${says}</span>`;
  return access === 'part'
    ? html`<span class="stamp part">${PART}${says}</span>`
    : html`<span class="stamp shut">${CLOSED}${says}</span>`;
}
