import { boxesOfWords, linesOfPassage } from './match-words.ts';
import { readPageWords } from './page-words.ts';
import { placeOf } from './place-of.ts';
import type { ScanViewer } from './scan-viewer.ts';

const LINGER_MS = 160;
/** After the reader has turned a page by hand, the text has to be moved so far before the scan follows again. */
const LET_GO_PX = 240;

/** The scan turns with the text, lights the passage that is pointed at, and marks the words that were found. */
export function followScan(): void {
  const viewers = [...document.querySelectorAll<ScanViewer>('scan-viewer')];
  const reading = document.querySelector<HTMLElement>('.reading');
  let found: readonly string[] = [];
  document.addEventListener('scan-do', (event) => {
    const viewer = viewers.find(isSeen);
    if (viewer !== undefined && event instanceof CustomEvent) void viewer.do(event.detail);
  });
  document.addEventListener('found-words', (event) => {
    if (event instanceof CustomEvent && Array.isArray(event.detail)) found = event.detail.map(String);
    for (const viewer of viewers) void markFound(viewer, found);
  });
  document.addEventListener('page-shown', () => {
    for (const viewer of viewers) void markFound(viewer, found);
  });
  if (reading === null) return;
  turnWithText(viewers, reading);
  lightPassages(viewers, reading);
}

const isSeen = (viewer: HTMLElement): boolean => viewer.offsetParent !== null;

const leavesOf = (reading: HTMLElement): readonly HTMLElement[] => [
  ...(reading.querySelector('.texts')?.querySelectorAll<HTMLElement>('[data-leaf]') ?? []),
];

function turnWithText(viewers: readonly ScanViewer[], reading: HTMLElement): void {
  // A page that the address names is held where the browser puts the text for it.
  let isHeld = viewers.some(({ figures }) => figures.some(({ id }) => `#${id}` === location.hash));
  let heldAt: number | undefined;
  let isWaiting = false;
  document.addEventListener('turned', () => {
    isHeld = true;
    heldAt = scrollY;
  });
  const turn = (): void => {
    isWaiting = false;
    heldAt ??= scrollY;
    if (isHeld && Math.abs(scrollY - heldAt) < LET_GO_PX) return;
    isHeld = false;
    if (!viewers.some(isSeen) || !isSeen(reading) || scrollY === 0) return;
    const line = innerHeight * 0.4;
    const leaf = leavesOf(reading).findLast((one) => one.getBoundingClientRect().top < line);
    if (leaf !== undefined) for (const viewer of viewers) viewer.show(leaf.dataset['leaf'] ?? '');
  };
  const soon = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(turn);
  };
  addEventListener('scroll', soon, { passive: true });
  // Where an address leads into the text, the browser may have been there before us.
  soon();
  addEventListener('load', soon);
}

/** The passage that is pointed at, or that the address names, is lit on the page that it stands on. */
function lightPassages(viewers: readonly ScanViewer[], reading: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lit: Element | undefined;
  const soon = (row: Element | null | undefined): void => {
    if (!row || row === lit) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      lit = row;
      void light(viewers, reading, row);
    }, LINGER_MS);
  };
  const rowOf = ({ target }: Event): Element | null =>
    target instanceof Element ? target.closest('.pair:not(.col-heads)') : null;
  reading.addEventListener('pointerover', (event) => soon(rowOf(event)));
  reading.addEventListener('focusin', (event) => soon(rowOf(event)));
  reading.addEventListener('pointerleave', () => clearTimeout(timer));
  const lightSought = (): void =>
    soon(document.getElementById(placeOf(location.hash))?.closest('.reading .pair'));
  addEventListener('hashchange', lightSought);
  lightSought();
}

async function light(viewers: readonly ScanViewer[], reading: HTMLElement, row: Element): Promise<void> {
  const cell = row.querySelector('.is-original') ?? row.querySelector('.t');
  const text = cell?.textContent ?? '';
  for (const viewer of viewers) {
    const { figures } = viewer;
    const first = figures.findIndex(({ id }) => id === pageOfRow(reading, row, figures));
    for (const figure of figures) if (figure.querySelector('.passage')) viewer.mark(figure, 'passage', []);
    // A passage may go on on the page after.
    for (const figure of first === -1 ? [] : figures.slice(first, first + 2)) {
      const address = figure.dataset['words'];
      if (address === undefined) continue;
      const lines = linesOfPassage(text, await readPageWords(address));
      if (lines.length === 0) continue;
      viewer.mark(figure, 'passage', lines);
      break;
    }
  }
}

/** The page that a row begins on: the last that was marked before it; a scan of one page needs no mark. */
function pageOfRow(reading: HTMLElement, row: Element, figures: readonly HTMLElement[]): string | undefined {
  const before = leavesOf(reading).findLast(
    (leaf) => (leaf.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return before?.dataset['leaf'] ?? (figures.length === 1 ? figures[0]?.id : undefined);
}

async function markFound(viewer: ScanViewer, words: readonly string[]): Promise<void> {
  const figure = viewer.current;
  const address = figure?.dataset['words'];
  if (figure === undefined || address === undefined) return;
  viewer.mark(figure, 'found', words.length === 0 ? [] : boxesOfWords(words, await readPageWords(address)));
}
