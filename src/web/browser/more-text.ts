import { placeOf } from './place-of.ts';

/**
 * The parts of a long document, of which one is here: the next is brought as the reader comes near its end,
 * and a passage that an address names is gone to, wherever it is.
 */
export class MoreText extends HTMLElement {
  #isLoading = false;

  connectedCallback(): void {
    for (const place of this.querySelectorAll('.places')) place.remove();
    void this.#seek();
    addEventListener('hashchange', () => void this.#seek());
    new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#bring();
      },
      { rootMargin: '0px 0px 1600px 0px' },
    ).observe(this);
  }

  /** Goes to a passage that is not here, if any part has it. */
  async #seek(): Promise<void> {
    const sought = placeOf(location.hash);
    if (sought === '' || document.getElementById(sought) !== null) return;
    const place = encodeURIComponent(sought);
    const answer = await fetch(`${this.dataset['place']}${place}`, { method: 'HEAD' });
    if (answer.ok && answer.redirected) location.replace(`${new URL(answer.url).pathname}#${place}`);
  }

  async #bring(): Promise<void> {
    const { next } = this.dataset;
    if (next === undefined || this.#isLoading) return;
    this.#isLoading = true;
    const status = this.querySelector('[role="status"]');
    if (status !== null) status.textContent = this.dataset['loading'] ?? '';
    try {
      const answer = await fetch(next);
      if (!answer.ok) throw new TypeError(String(answer.status));
      this.#put(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch (reason) {
      // The network is away: the link to the next part stands where it stood.
      if (!(reason instanceof TypeError)) throw reason;
      if (status !== null) status.textContent = this.dataset['failed'] ?? '';
    } finally {
      this.#isLoading = false;
    }
  }

  /** Each text and scan of the part goes on where the same one ends here. */
  #put(part: Document): void {
    for (const [into, what] of [
      ['.reading .texts', ':scope > :not(.col-heads)'],
      ['.strip', ':scope > a'],
      ['.leaves', ':scope > figure'],
    ] as const) {
      const targets = document.querySelectorAll(into);
      part.querySelectorAll(into).forEach((from, at) => {
        const more = [...from.querySelectorAll(what)].map((one) => document.importNode(one, true));
        targets[at]?.append(...more);
      });
    }
    const nav = part.querySelector('more-text');
    if (nav === null || nav.getAttribute('data-next') === null) delete this.dataset['next'];
    else this.dataset['next'] = nav.getAttribute('data-next') ?? '';
    const own = this.querySelector('.more-next');
    const other = nav?.querySelector('.more-next');
    if (other) own?.replaceWith(document.importNode(other, true));
    else own?.remove();
    document.dispatchEvent(new Event('more-text'));
  }
}

export const bringMore = (): void => customElements.define('more-text', MoreText);
