import { attributes, html, trusted, type Html } from '../html.ts';
import type { Site } from '../site.ts';

/** Drawn on a field of 16, in the colour of the text. */
const ICONS = {
  previous: '<path d="M10 3 5 8l5 5"/>',
  next: '<path d="m6 3 5 5-5 5"/>',
  'zoom-in': '<path d="M8 3v10M3 8h10"/>',
  'zoom-out': '<path d="M3 8h10"/>',
  'fit-width': '<path d="M2 3v10M14 3v10M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2"/>',
  turn: '<path d="M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3"/>',
  'full-screen': '<path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10"/>',
  close: '<path d="m3.5 3.5 9 9M12.5 3.5l-9 9"/>',
} as const;
type Tool = keyof typeof ICONS;

const icon = (drawing: string): Html =>
  trusted(
    `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6">${drawing}</svg>`,
  );

/** What a viewer offers at a scan; hidden until there is one. */
export function scanTools(site: Site, count: number): Html {
  const { reading } = site.words;
  const button = (tool: Tool, isHidden = false): Html =>
    html`<button type="button" class="tool"${attributes({ 'data-do': tool, title: reading.tools[tool], 'aria-label': reading.tools[tool], hidden: isHidden })}>${icon(ICONS[tool])}</button>`;
  const slider = (name: 'brightness' | 'contrast'): Html =>
    html`<label><span>${reading[name]}</span><input type="range" min="50" max="250" step="5" value="100"${attributes({ 'data-light': name })}></label>`;
  return html`<div class="scan-tools" role="group" aria-label="${reading.scanTools}" hidden>${count > 1 && [button('previous'), html`<output class="which nums"></output>`, button('next')]}<span class="end">${button('zoom-out', true)}${button('zoom-in')}${button('fit-width', true)}${button('turn')}<details class="light"><summary class="tool"${attributes({ title: reading.light, 'aria-label': reading.light })}>${icon('<circle cx="8" cy="8" r="5.5"/><path d="M8 2.5a5.5 5.5 0 0 0 0 11Z" fill="currentColor"/>')}</summary><div class="light-panel">${slider('brightness')}${slider('contrast')}<button type="button" data-do="reset-light">${reading.resetLight}</button></div></details>${button('full-screen')}${button('close', true)}</span></div>`;
}
