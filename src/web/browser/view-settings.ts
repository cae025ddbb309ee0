import { forgetAll, keep } from './kept.ts';

/** The panel of a reader's settings: what is chosen is followed at once, and kept. */
export function keepSettings(): void {
  const panel = document.querySelector<HTMLElement>('.view-panel');
  if (panel === null) return;
  const { dataset } = document.documentElement;
  for (const hidden of panel.querySelectorAll<HTMLElement>('[data-setting], .kept-here, .keys-help'))
    hidden.hidden = false;
  for (const choice of panel.querySelectorAll<HTMLInputElement>('[data-setting] input')) {
    if (dataset[choice.name] === choice.value) choice.checked = true;
    choice.addEventListener('change', () => {
      dataset[choice.name] = choice.value;
      keep(choice.name, choice.value);
    });
  }
  panel.querySelector('[data-reset]')?.addEventListener('click', () => {
    forgetAll();
    for (const group of panel.querySelectorAll<HTMLElement>('[data-setting]'))
      delete dataset[group.dataset['setting'] ?? ''];
    for (const input of document.querySelectorAll<HTMLInputElement>('.toolbar input')) {
      if (input.checked === input.defaultChecked) continue;
      input.checked = input.defaultChecked;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
    forgetAll();
  });
  closeWhenLeft(panel.closest('details'));
}

/** A panel that lies over the text goes away when the reader goes back to it. */
export function closeWhenLeft(details: HTMLDetailsElement | null): void {
  if (details === null) return;
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
  });
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    details.querySelector('summary')?.focus();
    event.stopPropagation();
  });
}
