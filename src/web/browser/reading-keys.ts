/** Keys of one letter, for those who want them: the settings switch them off. */
const SCAN_DEEDS: Readonly<Record<string, string>> = {
  '[': 'previous',
  ']': 'next',
  z: 'zoom-in',
  '+': 'zoom-in',
  '-': 'zoom-out',
  r: 'turn',
  f: 'full-screen',
};
const ALSO_CLOSE: ReadonlySet<string> = new Set(['[', ']', 'f']);
const FOUND_STEPS: Readonly<Record<string, number>> = { n: 1, p: -1 };

export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || document.documentElement.dataset['keys'] === 'off') return;
    if (target instanceof Element && target.closest('input, select, textarea')) return;
    // The close view has keys of its own for what it does itself.
    const isClose = target instanceof Element && target.closest('.close-view') !== null;
    const deed = isClose && !ALSO_CLOSE.has(key) ? undefined : SCAN_DEEDS[key];
    const step = FOUND_STEPS[key];
    if (deed !== undefined) document.dispatchEvent(new CustomEvent('scan-do', { detail: deed }));
    else if (step !== undefined) document.dispatchEvent(new CustomEvent('found-step', { detail: step }));
    else if (key === '?') showHelp();
    else return;
    event.preventDefault();
  });
}

function showHelp(): void {
  const details = document.querySelector<HTMLDetailsElement>('details.view');
  if (details === null) return;
  details.open = !details.open;
  if (details.open) document.querySelector('#keys-help')?.scrollIntoView({ block: 'nearest' });
}
