import { placeOf } from './place-of.ts';

/** A note is opened where its mark stands, and closed again; it stands at the foot all the same. */
export function openNotesHere(): void {
  const reader = document.querySelector<HTMLElement>('.reader');
  reader?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
    const mark = event.target.closest<HTMLAnchorElement>('a.noteref');
    const note = mark && document.getElementById(placeOf(mark.hash));
    if (mark === null || !note) return;
    event.preventDefault();
    if (mark.ariaExpanded === 'true') close(mark);
    else open(mark, note);
  });
  reader?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !(event.target instanceof Element)) return;
    const here = event.target.closest<HTMLElement>('.note-here');
    const mark = event.target.closest<HTMLAnchorElement>('a.noteref') ?? (here && markOf.get(here));
    if (!mark || mark.ariaExpanded !== 'true') return;
    close(mark);
    event.stopPropagation();
  });
}

const markOf = new WeakMap<HTMLElement, HTMLAnchorElement>();
const hereOf = new WeakMap<HTMLAnchorElement, HTMLElement>();

/** What a note may stand after: a block of the text. In a table or list it stands after all of it. */
const BLOCKS = '.scroll-x, ul, ol, blockquote, p, h2, h3, h4, h5, h6, figure';

function open(mark: HTMLAnchorElement, note: HTMLElement): void {
  const cell = mark.closest('.t');
  let block = mark.closest<HTMLElement>(BLOCKS);
  while (block !== null && block.parentElement !== cell) block = block.parentElement;
  if (block === null) return;
  const here = document.createElement('aside');
  here.className = 'note-here';
  here.ariaLabel = mark.ariaLabel ?? '';
  here.lang = note.lang;
  here.dir = note.dir;
  here.tabIndex = -1;
  for (const part of note.cloneNode(true).childNodes) here.append(part.cloneNode(true));
  for (const named of here.querySelectorAll('[id]')) named.removeAttribute('id');
  const back = here.querySelector('.back');
  const shut = document.createElement('button');
  shut.type = 'button';
  shut.className = 'shut';
  shut.textContent = '×';
  shut.ariaLabel = document.querySelector<HTMLElement>('.toolbar')?.dataset['closeNote'] ?? '';
  shut.addEventListener('click', () => close(mark));
  back?.remove();
  here.append(shut);
  block.after(here);
  mark.ariaExpanded = 'true';
  markOf.set(here, mark);
  hereOf.set(mark, here);
  here.focus({ preventScroll: true });
  here.scrollIntoView({ block: 'nearest' });
}

function close(mark: HTMLAnchorElement): void {
  hereOf.get(mark)?.remove();
  mark.ariaExpanded = 'false';
  mark.focus({ preventScroll: true });
}
