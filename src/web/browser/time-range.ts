type End = 'from' | 'to';
const ENDS: readonly End[] = ['from', 'to'];
/** Less is a press, and leads where the bar leads. */
const LEAST_DRAG_PX = 5;

/**
 * Two grips on a histogram, and a range that can be drawn across it. Letting go asks; keys move a grip (arrows,
 * Page Up and Down, Home, End) and Enter asks. The fields beside it say the same, and are the way without us.
 */
class TimeRange extends HTMLElement {
  #count = 1;
  #at: Record<End, number> = { from: 0, to: 0 };
  #start: Record<End, number> = { from: 0, to: 0 };
  #thumbs = new Map<End, HTMLElement>();
  #names: readonly string[] = [];
  #drag: { readonly end: End | undefined; readonly x: number; readonly part: number } | undefined;
  #isDragged = false;

  connectedCallback(): void {
    const chart = this.querySelector<HTMLElement>('.chart');
    const { count = '1', from = '0', to = '0', names } = this.dataset;
    if (chart === null || this.#thumbs.size > 0) return;
    this.#count = Number(count);
    this.#names = names?.split('|') ?? [];
    this.#at = { from: Number(from), to: Number(to) };
    for (const end of ENDS) this.#thumbs.set(end, this.#thumb(end, chart));
    this.classList.add('live');
    chart.addEventListener('pointerdown', (event) => this.#press(event, chart));
    chart.addEventListener('pointermove', (event) => this.#pull(event, chart));
    chart.addEventListener('pointerup', () => this.#release());
    chart.addEventListener('pointercancel', () => this.#restore());
    chart.addEventListener('dragstart', (event) => event.preventDefault());
    chart.addEventListener('click', (event) => {
      if (this.#isDragged) event.preventDefault();
      this.#isDragged = false;
    });
    this.#draw();
  }

  #thumb(end: End, chart: HTMLElement): HTMLElement {
    const thumb = document.createElement('div');
    thumb.className = 'thumb';
    thumb.tabIndex = 0;
    thumb.role = 'slider';
    thumb.ariaLabel = this.dataset[`${end}Label`] ?? '';
    thumb.dataset['end'] = end;
    thumb.addEventListener('keydown', (event) => this.#key(event, end));
    chart.append(thumb);
    return thumb;
  }

  #name(part: number): string {
    return this.#names[part] ?? String(Number(this.dataset['first'] ?? 0) + part);
  }

  #move(end: End, to: number): void {
    const [least, most] = end === 'from' ? [0, this.#at.to] : [this.#at.from, this.#count - 1];
    this.#at[end] = Math.min(most, Math.max(least, to));
    this.#tell();
  }

  #draw(): void {
    const share = (part: number): number => part / this.#count;
    for (const [end, thumb] of this.#thumbs) {
      const at = this.#at[end];
      thumb.style.left = `${share(end === 'from' ? at : at + 1) * 100}%`;
      thumb.ariaValueMin = String(end === 'from' ? 0 : this.#at.from);
      thumb.ariaValueMax = String(end === 'from' ? this.#at.to : this.#count - 1);
      thumb.ariaValueNow = String(at);
      thumb.ariaValueText = this.#name(at);
    }
    const wash = this.querySelector('.range');
    const width = this.querySelector('svg')?.viewBox.baseVal.width ?? 0;
    if (wash === null) return;
    wash.setAttribute('x', String(share(this.#at.from) * width));
    wash.setAttribute('width', String(share(this.#at.to + 1 - this.#at.from) * width));
    wash.setAttribute('visibility', this.#isWhole ? 'hidden' : 'visible');
  }

  get #isWhole(): boolean {
    return this.#at.from === 0 && this.#at.to === this.#count - 1;
  }

  /** The fields say what the grips do. */
  #tell(): void {
    for (const end of ENDS) {
      const field = this.querySelector<HTMLInputElement>(`input[name=date-${end}]`);
      if (field !== null) field.value = this.#name(this.#at[end]);
    }
    this.#draw();
  }

  #ask(): void {
    this.querySelector('form')?.requestSubmit();
  }

  #key(event: KeyboardEvent, end: End): void {
    const page = Number(this.dataset['page'] ?? 10);
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -page,
      PageUp: page,
      Home: -this.#count,
      End: this.#count,
    };
    const step = steps[event.key];
    if (step !== undefined) this.#move(end, this.#at[end] + step);
    else if (event.key === 'Enter') this.#ask();
    else return;
    event.preventDefault();
  }

  #partAt(event: PointerEvent, chart: HTMLElement): number {
    const { left, width } = chart.getBoundingClientRect();
    const part = Math.floor(((event.clientX - left) / Math.max(1, width)) * this.#count);
    return Math.min(this.#count - 1, Math.max(0, part));
  }

  #press(event: PointerEvent, chart: HTMLElement): void {
    if (event.button !== 0) return;
    const end = event.target instanceof HTMLElement ? event.target.dataset['end'] : undefined;
    this.#start = { ...this.#at };
    this.#isDragged = false;
    this.#drag = {
      end: ENDS.find((one) => one === end),
      x: event.clientX,
      part: this.#partAt(event, chart),
    };
  }

  #pull(event: PointerEvent, chart: HTMLElement): void {
    const drag = this.#drag;
    if (drag === undefined) return;
    if (!this.#isDragged && Math.abs(event.clientX - drag.x) < LEAST_DRAG_PX) return;
    if (!this.#isDragged) chart.setPointerCapture(event.pointerId);
    this.#isDragged = true;
    const part = this.#partAt(event, chart);
    if (drag.end !== undefined) return this.#move(drag.end, part);
    this.#at = { from: Math.min(drag.part, part), to: Math.max(drag.part, part) };
    this.#tell();
  }

  #release(): void {
    if (this.#drag === undefined) return;
    this.#drag = undefined;
    const isMoved = ENDS.some((end) => this.#at[end] !== this.#start[end]);
    if (this.#isDragged && isMoved) this.#ask();
  }

  #restore(): void {
    if (this.#drag === undefined) return;
    this.#drag = undefined;
    this.#isDragged = false;
    this.#at = { ...this.#start };
    this.#tell();
  }
}

customElements.define('time-range', TimeRange);
