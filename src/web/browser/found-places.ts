import { foldedWords } from './match-words.ts';
import { showColumnOf } from './columns.ts';
import { recallSought, rememberSought } from './kept.ts';

/** The places of this document that answer to a question, marked where they stand, and gone through in order. */
export function markFoundPlaces(): void {
  const form = document.querySelector<HTMLFormElement>('form.within-document');
  const bar = document.querySelector<HTMLElement>('.found-bar');
  if (form === null || bar === null || !('highlights' in CSS)) return;
  const places = new FoundPlaces(bar, form);
  const field = form.querySelector<HTMLInputElement>('input[name=q]');
  form.addEventListener('submit', (event) => {
    if (!field?.value.trim()) return;
    event.preventDefault();
    void places.seek(field.value, true);
  });
  bar.addEventListener('click', (event) => {
    const deed =
      event.target instanceof Element && event.target.closest<HTMLElement>('[data-found]')?.dataset['found'];
    if (deed === 'done') places.end();
    else if (deed) places.step(deed === 'next' ? 1 : -1);
  });
  document.addEventListener('found-step', (event) => {
    if (event instanceof CustomEvent) places.step(event.detail);
  });
  document.addEventListener('more-text', () => places.again());
  const asked = askedBefore() ?? recallSought(location.pathname);
  if (asked === undefined) return;
  if (field !== null) field.value = asked;
  void places.seek(asked, false);
}

/** What was asked on the page of results that led here. */
function askedBefore(): string | undefined {
  if (!URL.canParse(document.referrer)) return undefined;
  const { origin, pathname, searchParams } = new URL(document.referrer);
  if (origin !== location.origin || !pathname.endsWith('/search')) return undefined;
  return searchParams.get('q')?.trim() || undefined;
}

interface Place {
  readonly block: string;
  readonly words: readonly string[];
}

class FoundPlaces {
  readonly #bar: HTMLElement;
  readonly #form: HTMLFormElement;
  #places: readonly Place[] = [];
  #ranges: readonly Range[] = [];
  #at = -1;
  #isSeeking = false;

  constructor(bar: HTMLElement, form: HTMLFormElement) {
    this.#bar = bar;
    this.#form = form;
  }

  /** Asks where words stand. Where they were asked for here, the first place is gone to. */
  async seek(q: string, isAskedHere: boolean): Promise<void> {
    const asked = new URLSearchParams({
      q,
      in: this.#form.querySelector<HTMLInputElement>('[name=in]')?.value ?? '',
    });
    try {
      const answer = await fetch(`${this.#form.action}.json?${asked.toString()}`);
      this.#places = answer.ok ? placesIn(await answer.json()) : [];
    } catch (reason) {
      if (!(reason instanceof TypeError || reason instanceof SyntaxError)) throw reason;
      this.#form.submit();
      return;
    }
    if (this.#places.length === 0 && !isAskedHere) return;
    rememberSought(location.pathname, q);
    this.#at = -1;
    this.#isSeeking = true;
    this.again();
    const words = this.#places.flatMap((one) => one.words.flatMap(foldedWords));
    document.dispatchEvent(new CustomEvent('found-words', { detail: words }));
    if (isAskedHere) this.step(1);
  }

  /** Marks the places once more: there may be more text now. */
  again(): void {
    if (!this.#isSeeking) return;
    this.#ranges = this.#places
      .flatMap(({ block, words }) => rangesIn(document.getElementById(block), words))
      .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    CSS.highlights.set('found', new Highlight(...this.#ranges));
    this.#tell();
  }

  step(by: number): void {
    if (this.#ranges.length === 0) return;
    const first = this.#ranges.findIndex((range) => range.getBoundingClientRect().top > 0);
    const from = this.#at === -1 ? Math.max(0, first) - (by > 0 ? 1 : 0) : this.#at;
    this.#at = (from + by + this.#ranges.length) % this.#ranges.length;
    const range = this.#ranges[this.#at];
    if (range === undefined) return;
    if (range.startContainer.parentElement !== null) showColumnOf(range.startContainer.parentElement);
    CSS.highlights.set('found-now', new Highlight(range));
    const { top } = range.getBoundingClientRect();
    scrollTo({ top: scrollY + top - innerHeight / 3 });
    this.#tell();
  }

  end(): void {
    this.#isSeeking = false;
    this.#places = [];
    this.#ranges = [];
    CSS.highlights.delete('found');
    CSS.highlights.delete('found-now');
    rememberSought(location.pathname, undefined);
    this.#bar.hidden = true;
    document.dispatchEvent(new CustomEvent('found-words', { detail: [] }));
  }

  #tell(): void {
    const says = this.#bar.querySelector('output');
    const { counted = '', none = '' } = this.#bar.dataset;
    this.#bar.hidden = false;
    if (says === null) return;
    const count = this.#ranges.length;
    says.textContent =
      count === 0
        ? none
        : counted
            .replace('{at}', this.#at === -1 ? '–' : String(this.#at + 1))
            .replace('{of}', String(count));
  }
}

/** The passages of the first hit, each with the words that answer. */
function placesIn(found: unknown): readonly Place[] {
  const [hit] = listAt(found, 'hits');
  return listAt(hit, 'passages').flatMap((passage) => {
    const block: unknown = Reflect.get(Object(passage), 'block');
    const text: unknown = Reflect.get(Object(passage), 'text');
    if (typeof block !== 'string' || typeof text !== 'string') return [];
    const words = listAt(passage, 'marks').flatMap((mark) =>
      Array.isArray(mark) ? [text.slice(Number(mark[0]), Number(mark[1]))] : [],
    );
    return [{ block, words: [...new Set(words)] }];
  });
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list: unknown = Reflect.get(Object(value), name);
  return Array.isArray(list) ? list : [];
}

const MOST_RANGES = 400;

/** Where in a block words stand, though other marks may lie between their letters. */
function rangesIn(block: HTMLElement | null, words: readonly string[]): readonly Range[] {
  if (block === null) return [];
  const nodes: Text[] = [];
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (walk.currentNode instanceof Text) nodes.push(walk.currentNode);
  const text = nodes.map(({ data }) => data).join('');
  const ranges: Range[] = [];
  for (const word of words)
    for (let at = text.indexOf(word); at !== -1 && word !== ''; at = text.indexOf(word, at + word.length)) {
      const range = document.createRange();
      range.setStart(...pointAt(nodes, at));
      range.setEnd(...pointAt(nodes, at + word.length));
      ranges.push(range);
      if (ranges.length >= MOST_RANGES) return ranges;
    }
  return ranges;
}

function pointAt(nodes: readonly Text[], offset: number): [Node, number] {
  let rest = offset;
  for (const node of nodes) {
    if (rest <= node.length) return [node, rest];
    rest -= node.length;
  }
  return [nodes.at(-1) ?? document, 0];
}
