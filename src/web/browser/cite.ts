/** A place in a document's text, with the words that are chosen of it. */
interface Place {
  readonly address: string;
  readonly quote: string;
}

const BLOCK = /^b[0-9a-z]{1,12}$/;

/** Puts text where it can be pasted from; false where the browser does not let us. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelecting(text);
  }
}

/** The way of pages that are not served over a safe connection. */
function copyBySelecting(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const isDone = document.execCommand('copy');
  field.remove();
  return isDone;
}

const button = (says: string, press: () => void): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = says;
  made.addEventListener('click', press);
  return made;
};

/** The text of each form on a page of citations. */
const formsOf = (page: ParentNode): ReadonlyMap<string, string> =>
  new Map(
    [...page.querySelectorAll<HTMLElement>('[data-form]')].map((one) => [
      one.dataset['form'] ?? '',
      one.textContent.trim(),
    ]),
  );

/** A page of citations: a button beside each. */
class CiteForms extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('button') !== null) return;
    const { copy: says = '', copyOf = '', copied = '', notCopied = '' } = this.dataset;
    const status = this.querySelector('[role="status"]');
    for (const part of this.querySelectorAll('.citation')) {
      const name = part.querySelector('h2')?.textContent ?? '';
      const text = part.querySelector('[data-form]')?.textContent.trim() ?? '';
      const press = async (): Promise<void> => {
        const isDone = await copy(text);
        if (status !== null) status.textContent = isDone ? copied.replace('%', name) : notCopied;
      };
      const made = button(says, () => void press());
      made.ariaLabel = copyOf.replace('%', name);
      part.querySelector('h2')?.after(made);
    }
  }
}

/**
 * On a document's page: a style to choose, a button, and a key that copies: the passage that is looked at or
 * chosen, else the document. The key can be switched off.
 */
class CiteBox extends HTMLElement {
  #style = document.createElement('select');
  #isByKey = true;
  #bar: HTMLElement | undefined;
  readonly #read = new Map<string, ReadonlyMap<string, string>>();

  connectedCallback(): void {
    const { from, forms, copy: says = '', key = '', style = '' } = this.dataset;
    const acts = this.querySelector('.cite-acts');
    if (from === undefined || forms === undefined || acts === null || this.#bar !== undefined) return;
    for (const pair of forms.split('|')) {
      const [value = '', name = ''] = pair.split('=');
      this.#style.append(new Option(name, value));
    }
    this.#style.ariaLabel = style;
    const tick = document.createElement('label');
    tick.className = 'tick';
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = true;
    box.addEventListener('change', () => (this.#isByKey = box.checked));
    tick.append(box, ` ${key}`);
    acts.prepend(
      this.#style,
      button(says, () => void this.#copy(undefined)),
    );
    acts.append(tick);
    this.#bar = document.createElement('div');
    this.#bar.className = 'cite-bar';
    this.#bar.hidden = true;
    this.append(this.#bar);
    document.addEventListener('keydown', this.#key);
    document.addEventListener('selectionchange', this.#look);
    addEventListener('hashchange', this.#look);
    // What an address leads to is known only when the page has been scrolled there.
    addEventListener('load', this.#look);
    this.#look();
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#key);
    document.removeEventListener('selectionchange', this.#look);
    removeEventListener('hashchange', this.#look);
    removeEventListener('load', this.#look);
    this.#bar?.remove();
  }

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'c' || event.ctrlKey || event.metaKey || event.altKey || !this.#isByKey) return;
    const at = event.target;
    if (
      at instanceof HTMLElement &&
      at.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]')
    )
      return;
    event.preventDefault();
    void this.#copy(this.#place());
  };

  /** What is chosen, else what the address leads to. */
  #place(): Place | undefined {
    const chosen = getSelection();
    if (chosen !== null && !chosen.isCollapsed && chosen.rangeCount > 0) {
      const range = chosen.getRangeAt(0);
      const [first, last] = [blockOf(range.startContainer), blockOf(range.endContainer)];
      if (first !== undefined && last !== undefined)
        return this.#at(first === last ? first : `${first}-${last}`, chosen.toString().trim());
    }
    const target = document.querySelector('.reader :target')?.id ?? '';
    return BLOCK.test(target) ? this.#at(target, '') : undefined;
  }

  #at = (place: string, quote: string): Place => ({
    address: `${this.dataset['from'] ?? ''}/${place}`,
    quote,
  });

  /** A bar with the ways to cite what is chosen or looked at; none where nothing is. */
  #look = (): void => {
    const bar = this.#bar;
    if (bar === undefined) return;
    const place = this.#place();
    bar.hidden = place === undefined;
    if (place === undefined) return;
    const { passage = '', quote = '', open = '' } = this.dataset;
    const link = document.createElement('a');
    link.className = 'button';
    link.href = place.address;
    link.textContent = open;
    const press = button(place.quote === '' ? passage : quote, () => void this.#copy(place));
    // The words stay chosen while the button is pressed.
    press.addEventListener('pointerdown', (event) => event.preventDefault());
    bar.replaceChildren(press, link);
  };

  async #copy(place: Place | undefined): Promise<void> {
    const { copied = '', notCopied = '' } = this.dataset;
    const text = await this.#textOf(place);
    const isDone = text !== undefined && (await copy(text));
    const name = this.#style.selectedOptions[0]?.textContent ?? '';
    const status = this.querySelector('[role="status"]');
    if (status !== null) status.textContent = isDone ? copied.replace('%', name) : notCopied;
  }

  async #textOf(place: Place | undefined): Promise<string | undefined> {
    const address = place?.address ?? this.dataset['from'] ?? '';
    let forms = this.#read.get(address);
    if (forms === undefined) {
      const answer = await fetch(address);
      if (!answer.ok) return undefined;
      forms = formsOf(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      this.#read.set(address, forms);
    }
    const cited = forms.get(this.#style.value) ?? forms.get('archival');
    return cited === undefined || (place?.quote ?? '') === '' ? cited : `“${place?.quote ?? ''}” ${cited}`;
  }
}

/** The block of the text in which a place of the page lies. */
function blockOf(node: Node): string | undefined {
  const start = node instanceof Element ? node : node.parentElement;
  for (let at = start?.closest('.t [id], .note'); at; at = at.parentElement?.closest('.t [id], .note'))
    if (BLOCK.test(at.id)) return at.id;
  return undefined;
}

customElements.define('cite-forms', CiteForms);
customElements.define('cite-box', CiteBox);
