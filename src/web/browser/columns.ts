import { keep, readKept } from './kept.ts';
import { placeOf } from './place-of.ts';

const LAYOUTS = ['swap-texts', 'scan-at-end', 'scan-wide', 'print-scans'];
const VERY_WIDE = '(min-width: 125rem)';

/** Which columns are shown, on which side and how wide: kept for all documents. Works by the style alone, too. */
export function keepColumns(): void {
  const kept = readKept();
  const ticks = [...document.querySelectorAll<HTMLInputElement>('.ticks input')];
  for (const tick of ticks) {
    const name = `column ${tick.dataset['kept'] ?? ''}`;
    const choice = kept[name];
    if (choice !== undefined) tick.checked = choice === 'on';
    tick.addEventListener('change', () => keep(name, tick.checked ? 'on' : 'off'));
  }
  if (!ticks.some(({ checked }) => checked)) for (const tick of ticks) tick.checked = tick.defaultChecked;
  showFourth(ticks, kept);
  for (const id of LAYOUTS) {
    const tick = document.querySelector<HTMLInputElement>(`#${id}`);
    if (tick === null) continue;
    if (kept[id] === 'on') tick.checked = true;
    tick.addEventListener('change', () => keep(id, tick.checked ? 'on' : undefined));
  }
  for (const choice of document.querySelectorAll<HTMLInputElement>('.one-of input'))
    choice.addEventListener('change', () => scrollTo({ top: readerTop() }));
  showWhatIsSought();
  addEventListener('hashchange', showWhatIsSought);
  loadToPrint();
  const reader = document.querySelector<HTMLElement>('.reader.with-scan');
  if (reader !== null) addSizer(reader);
}

/** Where there is room for a fourth column, a third text is shown unless the reader has chosen. */
function showFourth(ticks: readonly HTMLInputElement[], kept: Readonly<Record<string, string>>): void {
  const hasChosen = Object.keys(kept).some((name) => name.startsWith('column '));
  const [another] = ticks.filter(({ checked }) => !checked);
  if (!hasChosen && another !== undefined && matchMedia(VERY_WIDE).matches) another.checked = true;
}

const readerTop = (): number => {
  const reader = document.querySelector('.reader');
  return reader === null ? scrollY : Math.max(0, reader.getBoundingClientRect().top + scrollY - 8);
};

/** A passage that an address names is shown, whichever column it stands in. */
function showWhatIsSought(): void {
  const sought = document.getElementById(placeOf(location.hash));
  if (sought !== null && showColumnOf(sought)) sought.scrollIntoView();
}

/** Opens the column that something stands in; answers whether it stands in one. */
export function showColumnOf(place: Element): boolean {
  const name =
    place.closest('.scans') === null
      ? /(?:^|\s)c-(\d+)/.exec(place.closest('[class*="c-"]')?.className ?? '')?.[1]
      : 'scan';
  if (name === undefined) return false;
  for (const id of [`one-${name}`, `show-${name}`]) {
    const choice = document.querySelector<HTMLInputElement>(`#${id}`);
    if (choice !== null && !isAllShown(id)) choice.checked = true;
  }
  return true;
}

const isAllShown = (id: string): boolean =>
  id.startsWith('one-') && document.querySelector<HTMLInputElement>('#one-all')?.checked === true;

/** Pictures come when they are looked at; those that are to be printed come before. */
function loadToPrint(): void {
  const tick = document.querySelector<HTMLInputElement>('#print-scans');
  const load = (): void => {
    if (tick?.checked !== true) return;
    for (const image of document.querySelectorAll<HTMLImageElement>('.leaves img')) image.loading = 'eager';
  };
  tick?.addEventListener('change', load);
  addEventListener('beforeprint', load);
}

const NARROWEST = 15;
const WIDEST = 70;

/** A grip between the scan and the texts: dragged, or moved by arrow keys; Enter sets it back. */
function addSizer(reader: HTMLElement): void {
  const grip = document.createElement('div');
  grip.className = 'sizer';
  grip.tabIndex = 0;
  grip.role = 'separator';
  grip.ariaOrientation = 'vertical';
  grip.ariaLabel = document.querySelector<HTMLElement>('.toolbar')?.dataset['sizer'] ?? '';
  grip.ariaValueMin = String(NARROWEST);
  grip.ariaValueMax = String(WIDEST);
  const usual = reader.classList.contains('one-text') ? '44' : '27';
  let share = Number(readKept()['scan share'] ?? Number.NaN);
  const set = (to: number): void => {
    share = Math.min(WIDEST, Math.max(NARROWEST, Math.round(to)));
    reader.style.setProperty('--scan-share', `${share}fr`);
    reader.style.setProperty('--text-share', `${100 - share}fr`);
    grip.ariaValueNow = String(share);
  };
  if (share >= NARROWEST && share <= WIDEST) set(share);
  else grip.ariaValueNow = usual;
  grip.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -3, ArrowRight: 3 }[event.key];
    if (step !== undefined) set(Number(grip.ariaValueNow) + step);
    else if (event.key === 'Enter') {
      reader.style.removeProperty('--scan-share');
      reader.style.removeProperty('--text-share');
      grip.ariaValueNow = usual;
    } else return;
    keep('scan share', event.key === 'Enter' ? undefined : String(share));
    event.preventDefault();
  });
  grip.addEventListener('pointerdown', (event) => {
    grip.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  grip.addEventListener('pointermove', (event) => {
    if (!grip.hasPointerCapture(event.pointerId)) return;
    const { left, right, width } = reader.getBoundingClientRect();
    const isAtEnd = getComputedStyle(reader).getPropertyValue('--scan-order').trim() === '2';
    set((100 * (isAtEnd ? right - event.clientX : event.clientX - left)) / Math.max(1, width));
  });
  grip.addEventListener('pointerup', () => keep('scan share', String(share)));
  reader.querySelector('.scans')?.after(grip);
}
