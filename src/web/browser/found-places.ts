import { showColumnOf } from './columns.ts';
import { recallSought, rememberSought } from './kept.ts';
import { placesOfWords } from './match-words.ts';
import { placeOf } from './place-of.ts';

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

const isElsewhere = ({ block }: Place): boolean => document.getElementById(block) === null;

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
    document.dispatchEvent(new CustomEvent('found-words', { detail: this.#words }));
    if (!isAskedHere) return this.#goOn();
    this.step(1);
    // Whoever asked goes on by the same key, and letters are keys again.
    this.#bar.querySelector<HTMLElement>('[data-found="next"]')?.focus({ preventScroll: true });
  }

  get #words(): readonly string[] {
    return [...new Set(this.#places.flatMap(({ words }) => words))];
  }

  /** Sent here by a step from another part of the document: the step ends at the passage that the address names. */
  #goOn(): void {
    const sought = document.getElementById(placeOf(location.hash));
    if (sought === null) return;
    const at = this.#ranges.findIndex((range) => sought.contains(range.startContainer));
    if (at === -1) return;
    this.#at = at - 1;
    this.step(1);
  }

  /** Marks the places once more: there may be more text now. */
  again(): void {
    if (!this.#isSeeking) return;
    const words = this.#words;
    const now = this.#ranges[this.#at];
    this.#ranges = this.#places
      .flatMap(({ block }) => rangesIn(document.getElementById(block), words))
      .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    if (now !== undefined)
      this.#at = this.#ranges.findIndex((one) => one.compareBoundaryPoints(Range.START_TO_START, now) === 0);
    CSS.highlights.set('found', new Highlight(...this.#ranges));
    this.#tell();
  }

  step(by: number): void {
    if (this.#leaveFor(by) || this.#ranges.length === 0) return;
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

  /** Past the last place of this part of a long document, or before its first: to the next that another part has. */
  #leaveFor(by: number): boolean {
    const parts = document.querySelector<HTMLElement>('more-text')?.dataset['place'];
    const isUnbegun = this.#at === -1 && this.#ranges.length > 0;
    if (parts === undefined || isUnbegun || this.#ranges[this.#at + by] !== undefined) return false;
    const from = this.#ranges[this.#at]?.startContainer.parentElement ?? null;
    const now = this.#places.findIndex(
      ({ block }) => document.getElementById(block)?.contains(from) === true,
    );
    const later = [...this.#places.slice(now + 1), ...this.#places.slice(0, now + 1)].filter(isElsewhere);
    const place = by > 0 ? later[0] : later.at(-1);
    if (place === undefined) return false;
    location.assign(parts + encodeURIComponent(place.block));
    return true;
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
    const { counted = '', elsewhere = '', none = '' } = this.#bar.dataset;
    this.#bar.hidden = false;
    if (says === null) return;
    const count = this.#ranges.length;
    const others = document.querySelector('more-text') === null ? 0 : this.#places.filter(isElsewhere).length;
    const at = this.#at === -1 ? '–' : String(this.#at + 1);
    const here =
      count > 0 || others === 0 ? [counted.replace('{at}', at).replace('{of}', String(count))] : [];
    const beyond = others === 0 ? [] : [elsewhere.replace('{count}', String(others))];
    says.textContent = count + others === 0 ? none : [...here, ...beyond].join(' · ');
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
  return placesOfWords(words, text)
    .slice(0, MOST_RANGES)
    .map(({ from, to }) => {
      const range = document.createRange();
      range.setStart(...pointAt(nodes, from));
      range.setEnd(...pointAt(nodes, to));
      return range;
    });
}

function pointAt(nodes: readonly Text[], offset: number): [Node, number] {
  let rest = offset;
  for (const node of nodes) {
    if (rest <= node.length) return [node, rest];
    rest -= node.length;
  }
  return [nodes.at(-1) ?? document, 0];
}
