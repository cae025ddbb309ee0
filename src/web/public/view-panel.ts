import { attributes, html, type Html } from '../html.ts';
import type { Site } from '../site.ts';

type Setting = keyof Site['words']['reading']['settings'];

const SETTINGS: readonly Setting[] = ['size', 'leading', 'face', 'contrast', 'theme', 'keys'];
/** What each is until a reader chooses. */
const USUAL: Readonly<Record<Setting, string>> = {
  size: 'normal',
  leading: 'normal',
  face: 'serif',
  contrast: 'normal',
  theme: 'system',
  keys: 'on',
};

/** What there is to lay out on a page. */
export interface Layout {
  readonly hasScan: boolean;
  /** Texts that stand side by side in rows. */
  readonly hasPair: boolean;
}

/** How a reader wants to see a document. The style alone follows the choices; a module keeps them in the browser. */
export function viewPanel(site: Site, { hasScan, hasPair }: Layout): Html {
  const { reading } = site.words;
  const tick = (id: string, says: string): Html =>
    html`<label class="tick"><input type="checkbox"${attributes({ id })}> ${says}</label>`;
  return html`<details class="view"><summary>${reading.view}</summary><div class="view-panel" role="group" aria-label="${reading.viewOfPage}">${SETTINGS.map((name) => settingHtml(site, name))}${(hasScan || hasPair) && html`<fieldset><legend>${reading.columns}</legend><div>${hasPair && tick('swap-texts', reading.swap)}${hasScan && hasPair && tick('scan-at-end', reading.scanAtEnd)}${hasScan && [tick('scan-wide', reading.scanWide), tick('print-scans', reading.printScans)]}</div></fieldset>`}<p class="small quiet kept-here" hidden>${reading.keptHere} <button type="button" class="plain" data-reset>${reading.reset}</button></p><div class="keys-help" id="keys-help" hidden><p class="label">${reading.keysHelp}</p><dl>${reading.keys.map(([key, does]) => html`<dt><kbd>${key}</kbd></dt><dd>${does}</dd>`)}</dl></div></div></details>`;
}

function settingHtml(site: Site, name: Setting): Html {
  const { says, values } = site.words.reading.settings[name];
  return html`<fieldset${attributes({ 'data-setting': name, hidden: name === 'keys' })}><legend>${says}</legend><div class="choices">${Object.entries(
    values,
  ).map(
    ([value, label]) =>
      html`<label><input type="radio"${attributes({ name, value, id: `${name}-${value}`, checked: value === USUAL[name] })}><span>${label}</span></label>`,
  )}</div></fieldset>`;
}
