import { DeepZoom, type Point } from './deep-zoom.ts';
import { followScan } from './follow-scan.ts';
import type { Box } from './page-words.ts';
import { placeOf } from './place-of.ts';
import { closeWhenLeft } from './view-settings.ts';

const DEEDS = [
  'previous',
  'next',
  'zoom-in',
  'zoom-out',
  'fit-width',
  'turn',
  'full-screen',
  'close',
  'reset-light',
] as const;
type Deed = (typeof DEEDS)[number];

const SVG = 'http://www.w3.org/2000/svg';
const ZOOM_STEP = 1.5;
const TURNING_MS = 500;

/** The pages of a scan: turned, looked at closely, made lighter, and marked. Without us they simply stand there. */
export class ScanViewer extends HTMLElement {
  #current: HTMLElement | undefined;
  #zoom: DeepZoom | undefined;
  #isOpening = false;
  #turnedAt = Number.NEGATIVE_INFINITY;

  connectedCallback(): void {
    const tools = this.querySelector<HTMLElement>('.scan-tools');
    if (tools === null) return;
    tools.hidden = false;
    tools.addEventListener('click', (event) => {
      const deed =
        event.target instanceof Element && event.target.closest<HTMLElement>('[data-do]')?.dataset['do'];
      if (isDeed(deed)) void this.do(deed);
    });
    for (const slider of tools.querySelectorAll<HTMLInputElement>('[data-light]'))
      slider.addEventListener('input', () => this.#light());
    closeWhenLeft(tools.querySelector('details'));
    const leaves = this.#leaves;
    leaves?.addEventListener('scroll', (event) => this.#noteWhichShows(event), { passive: true });
    addEventListener('scroll', (event) => this.#noteWhichIsPassed(event), { passive: true });
    leaves?.addEventListener('click', (event) => {
      if (!(event.target instanceof HTMLImageElement)) return;
      const { width } = event.target;
      void this.#lookAt({ x: event.offsetX / width, y: event.offsetY / width });
    });
    document.addEventListener('click', (event) => this.#turnTo(event));
    addEventListener('hashchange', () => this.show(placeOf(location.hash)));
    this.#setCurrent(this.#asked() ?? this.figures[0]);
  }

  get figures(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.leaves > figure')];
  }

  get current(): HTMLElement | undefined {
    return this.#current;
  }

  get #leaves(): HTMLElement | null {
    return this.querySelector('.leaves');
  }

  /** A link to a page of this scan turns to it, and leaves the text where it is. */
  #turnTo(event: MouseEvent): void {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || this.offsetParent === null) return;
    const anchor = placeOf(link.hash);
    if (!this.figures.some(({ id }) => id === anchor)) return;
    event.preventDefault();
    this.show(anchor, true);
  }

  #asked(): HTMLElement | undefined {
    const place = placeOf(location.hash);
    return this.figures.find(({ id }) => id === place);
  }

  /** Turns to a page. One that the reader asked for is said in the address. */
  show(anchor: string, isAsked = false): void {
    const { figures } = this;
    const figure = figures.find(({ id }) => id === anchor);
    const leaves = this.#leaves;
    if (figure === undefined || leaves === null) return;
    if (isAsked) {
      history.replaceState(history.state, '', `#${anchor}`);
      this.dispatchEvent(new Event('turned', { bubbles: true }));
    }
    if (figure === this.#current && !isAsked) return;
    this.#turnedAt = performance.now();
    // On a phone the pages are not in a window of their own: only who asked is taken there.
    if (leaves.scrollHeight > leaves.clientHeight + 1) leaves.scrollTop = figure.offsetTop - leaves.offsetTop;
    else if (isAsked && figures.length > 1 && !this.isClose) figure.scrollIntoView();
    this.#setCurrent(figure);
  }

  async do(deed: Deed): Promise<void> {
    if (deed === 'previous' || deed === 'next') return this.#step(deed === 'next' ? 1 : -1);
    if (deed === 'close') return this.#close();
    if (deed === 'reset-light') return this.#resetLight();
    const wasOpen = this.#zoom !== undefined;
    if (!wasOpen && deed === 'zoom-in') return this.#lookAt({ x: 0.5, y: 0.25 });
    const zoom = this.#zoom ?? (await this.#open());
    if (zoom === undefined) return;
    if (deed === 'turn') zoom.turn();
    else if (deed === 'fit-width') zoom.fitWidth();
    else if (deed === 'full-screen') await this.#fullScreen();
    else if (wasOpen) zoom.zoom(deed === 'zoom-in' ? ZOOM_STEP : 1 / ZOOM_STEP);
  }

  get isClose(): boolean {
    return this.#zoom !== undefined;
  }

  /** Looks closely at a point of the page that shows. */
  async #lookAt(about: Point): Promise<void> {
    await this.#open(about);
  }

  #step(by: 1 | -1): void {
    const { figures } = this;
    const at = figures.findIndex((one) => one === this.#current);
    const next = figures[at + by];
    if (next !== undefined) this.show(next.id, true);
    else if (by > 0) document.querySelector('more-text')?.scrollIntoView();
  }

  async #open(about?: Point): Promise<DeepZoom | undefined> {
    const stage = this.querySelector<HTMLElement>('.stage');
    if (stage === null || this.#isOpening) return undefined;
    this.#isOpening = true;
    const room = document.createElement('div');
    room.className = 'close-view';
    stage.append(room);
    this.#setClose(true);
    try {
      this.#zoom = await DeepZoom.in(room, this.dataset['viewer'] ?? '');
    } catch (reason) {
      // The viewer did not come: the pages stand there as they did.
      if (!(reason instanceof TypeError)) throw reason;
      room.remove();
      this.#setClose(false);
      return undefined;
    } finally {
      this.#isOpening = false;
    }
    this.#showClosely(about);
    this.#zoom.focus();
    room.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && document.fullscreenElement === null) this.#close();
    });
    return this.#zoom;
  }

  #close(): void {
    if (this.#zoom === undefined) return;
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    this.#zoom.end();
    this.#zoom = undefined;
    this.querySelector('.close-view')?.remove();
    for (const [figure, marks] of this.#marks) figure.querySelector('img')?.after(marks);
    this.#setClose(false);
    const leaves = this.#leaves;
    if (leaves === null || this.#current === undefined) return;
    this.#turnedAt = performance.now();
    leaves.scrollTop = this.#current.offsetTop - leaves.offsetTop;
    leaves.focus({ preventScroll: true });
  }

  #setClose(isClose: boolean): void {
    this.classList.toggle('is-close', isClose);
    for (const deed of ['close', 'zoom-out', 'fit-width']) {
      const tool = this.querySelector<HTMLElement>(`[data-do="${deed}"]`);
      if (tool !== null) tool.hidden = !isClose;
    }
  }

  async #fullScreen(): Promise<void> {
    if (document.fullscreenElement !== null) return document.exitFullscreen();
    await this.querySelector('.stage')?.requestFullscreen?.();
  }

  #setCurrent(figure: HTMLElement | undefined): void {
    if (figure === undefined || figure === this.#current) return;
    this.#current = figure;
    const says = this.querySelector('.which');
    if (says !== null) says.textContent = figure.querySelector('figcaption span')?.textContent ?? '';
    for (const link of this.querySelectorAll<HTMLAnchorElement>('.strip a')) {
      const isCurrent = placeOf(link.hash) === figure.id;
      link.ariaCurrent = isCurrent ? 'true' : null;
      if (isCurrent) showInStrip(link);
    }
    if (this.#zoom !== undefined) this.#showClosely();
    this.dispatchEvent(new Event('page-shown', { bubbles: true }));
  }

  #showClosely(about?: Point): void {
    const figure = this.#current;
    const image = figure?.querySelector('img');
    if (!figure || !image) return;
    const says = (this.dataset['closeView'] ?? '').replace('%', figure.dataset['label'] ?? '');
    this.#zoom?.show(
      figure.dataset['source'] ?? image.src,
      says,
      this.marksOf(figure),
      Number(image.getAttribute('height')) / Number(image.getAttribute('width')),
      about,
    );
  }

  /** Which page one has scrolled to; not where we have just turned to, since the last page may not reach the top. */
  #noteWhichShows({ timeStamp }: Event): void {
    const leaves = this.#leaves;
    if (leaves === null || timeStamp - this.#turnedAt < TURNING_MS) return;
    const isAtFoot = leaves.scrollTop + leaves.clientHeight >= leaves.scrollHeight - 2;
    if (isAtFoot && this.#current === this.figures.at(-1)) return;
    const middle = leaves.scrollTop + leaves.offsetTop + leaves.clientHeight / 3;
    this.#setCurrent(this.figures.findLast(({ offsetTop }) => offsetTop <= middle) ?? this.figures[0]);
  }

  /** The same where pages have no window of their own and the whole page is scrolled: on a phone, which shows them alone. */
  #noteWhichIsPassed({ timeStamp }: Event): void {
    const leaves = this.#leaves;
    if (leaves === null || this.offsetParent === null || this.isClose) return;
    if (timeStamp - this.#turnedAt < TURNING_MS || leaves.scrollHeight > leaves.clientHeight + 1) return;
    const passed = this.figures.findLast((one) => one.getBoundingClientRect().top <= innerHeight / 3);
    this.#setCurrent(passed ?? this.figures[0]);
  }

  #light(): void {
    const of = (name: string): number =>
      Number(this.querySelector<HTMLInputElement>(`[data-light="${name}"]`)?.value ?? 100) / 100;
    this.style.setProperty('--scan-light', `brightness(${of('brightness')}) contrast(${of('contrast')})`);
  }

  #resetLight(): void {
    for (const slider of this.querySelectorAll<HTMLInputElement>('[data-light]')) slider.value = '100';
    this.style.removeProperty('--scan-light');
  }

  readonly #marks = new Map<HTMLElement, SVGElement>();

  /** What lies over a page: as large as it, in its pixels. */
  marksOf(figure: HTMLElement): SVGElement {
    const known = this.#marks.get(figure);
    if (known !== undefined) return known;
    const image = figure.querySelector('img');
    const marks = document.createElementNS(SVG, 'svg');
    marks.setAttribute(
      'viewBox',
      `0 0 ${image?.getAttribute('width') ?? 1} ${image?.getAttribute('height') ?? 1}`,
    );
    marks.setAttribute('class', 'page-marks');
    marks.setAttribute('aria-hidden', 'true');
    image?.after(marks);
    this.#marks.set(figure, marks);
    return marks;
  }

  /** Marks places of a page, in its pixels, instead of those of that sort that were marked before. */
  mark(figure: HTMLElement, sort: 'passage' | 'found', boxes: readonly Box[]): void {
    const marks = this.marksOf(figure);
    for (const old of marks.querySelectorAll(`.${sort}`)) old.remove();
    for (const { x, y, w, h } of boxes) {
      const rect = document.createElementNS(SVG, 'rect');
      rect.setAttribute('class', sort);
      for (const [name, value] of Object.entries({ x: x - 4, y: y - 4, width: w + 8, height: h + 8 }))
        rect.setAttribute(name, String(Math.round(value)));
      marks.append(rect);
    }
  }
}

export const isDeed = (text: unknown): text is Deed => DEEDS.some((deed) => deed === text);

/** Only the strip is moved, not the page around it. */
function showInStrip(link: HTMLElement): void {
  const strip = link.parentElement;
  if (strip === null) return;
  const { top, bottom, left, right } = link.getBoundingClientRect();
  const room = strip.getBoundingClientRect();
  if (top < room.top || bottom > room.bottom) strip.scrollTop += top - room.top - room.height / 3;
  if (left < room.left || right > room.right) strip.scrollLeft += left - room.left - room.width / 3;
}

customElements.define('scan-viewer', ScanViewer);
followScan();
