import { ChoiceReader, type Choice, type Choices } from './choices.ts';

/** Where choices come from, and what is done with the chosen one. */
export interface ComboboxOptions {
  /** What the list is called. */
  readonly label: string;
  /** Fewer letters ask nothing. */
  readonly fewest: number;
  /** Where choices for these letters are; undefined: there are none. */
  readonly addressFor: (letters: string) => string | undefined;
  readonly choose: (choice: Choice) => void;
}

const PAUSE_MS = 20;
let made = 0;

/**
 * Makes a combobox with a list of a text field, after the pattern of the WAI-ARIA Authoring Practices (1.2,
 * read 2026-11): the focus stays in the field, arrows move through the list, Enter chooses, Escape shuts.
 */
export class Combobox {
  readonly #input: HTMLInputElement;
  readonly #options: ComboboxOptions;
  readonly #list = document.createElement('ul');
  readonly #status = document.createElement('span');
  readonly #reader = new ChoiceReader();
  #choices: readonly Choice[] = [];
  #active = -1;
  #pause = 0;

  constructor(input: HTMLInputElement, options: ComboboxOptions) {
    this.#input = input;
    this.#options = options;
    const id = `choices-${++made}`;
    set(this.#list, { id, role: 'listbox', class: 'offers', 'aria-label': options.label, hidden: '' });
    set(this.#status, { role: 'status', class: 'visually-hidden' });
    set(input, {
      role: 'combobox',
      autocomplete: 'off',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': id,
    });
    input.removeAttribute('list');
    input.after(this.#list, this.#status);
    input.addEventListener('input', () => this.#ask());
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.shut());
    // The field keeps the focus while the list is pressed.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => this.#click(event));
  }

  shut(): void {
    window.clearTimeout(this.#pause);
    this.#reader.forget();
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
    this.#active = -1;
  }

  get #isOpen(): boolean {
    return !this.#list.hidden;
  }

  #ask(pauseMs = PAUSE_MS): void {
    window.clearTimeout(this.#pause);
    const letters = this.#input.value.trim();
    const address = letters.length < this.#options.fewest ? undefined : this.#options.addressFor(letters);
    if (address === undefined) return this.shut();
    this.#pause = window.setTimeout(() => {
      void this.#reader.read(address).then((found) => {
        if (found !== undefined && document.activeElement === this.#input) this.#show(found);
      });
    }, pauseMs);
  }

  #show({ says, choices }: Choices): void {
    this.#choices = choices;
    this.#list.replaceChildren(...choices.map((choice, at) => option(choice, `${this.#list.id}-${at}`)));
    this.#status.textContent = says;
    this.#list.hidden = choices.length === 0;
    this.#input.setAttribute('aria-expanded', String(choices.length > 0));
    this.#move(-1);
  }

  #move(to: number): void {
    this.#active = to;
    for (const [at, one] of [...this.#list.children].entries())
      one.setAttribute('aria-selected', String(at === to));
    const active = this.#list.children[to];
    if (active === undefined) return this.#input.removeAttribute('aria-activedescendant');
    this.#input.setAttribute('aria-activedescendant', active.id);
    active.scrollIntoView({ block: 'nearest' });
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.#choices.length;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (!this.#isOpen) return this.#ask(0);
        const step = event.key === 'ArrowDown' ? 1 : -1;
        // One stop between the last and the first is the field itself.
        return this.#move(((this.#active + step + 1 + count + 1) % (count + 1)) - 1);
      }
      case 'Enter': {
        const choice = this.#isOpen ? this.#choices[this.#active] : undefined;
        if (choice !== undefined) {
          event.preventDefault();
          this.#choose(choice);
        }
        return;
      }
      case 'Escape':
        if (!this.#isOpen) return;
        event.preventDefault();
        this.#status.textContent = '';
        return this.shut();
    }
  }

  #click(event: Event): void {
    const pressed = event.target instanceof Element ? event.target.closest('li') : null;
    const choice = pressed === null ? undefined : this.#choices[[...this.#list.children].indexOf(pressed)];
    if (choice !== undefined) this.#choose(choice);
  }

  #choose(choice: Choice): void {
    this.shut();
    this.#status.textContent = '';
    this.#options.choose(choice);
  }
}

function option(choice: Choice, id: string): HTMLLIElement {
  const item = document.createElement('li');
  set(item, { id, role: 'option', 'aria-selected': 'false' });
  const name = document.createElement('span');
  if (choice.as !== undefined) name.append(bidi(choice.as), ' → ');
  const says = bidi(choice.says);
  if (choice.lang !== undefined) says.lang = choice.lang;
  if (choice.dir !== undefined) says.dir = choice.dir;
  name.append(says);
  item.append(name);
  const aside = [choice.kind, choice.note].filter(Boolean).join(' · ');
  if (aside !== '') {
    const kind = document.createElement('span');
    kind.className = 'kind';
    kind.textContent = aside;
    item.append(' ', kind);
  }
  return item;
}

/** A name among others, in its own direction. */
function bidi(text: string): HTMLElement {
  const name = document.createElement('bdi');
  name.textContent = text;
  return name;
}

function set(element: Element, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
}
