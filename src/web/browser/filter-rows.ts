import { Combobox } from './combobox.ts';

/** Rows of filters that come, go and fit themselves in place; without us, each button sends the form. */
class FilterRows extends HTMLElement {
  connectedCallback(): void {
    for (const row of this.#rows) this.#prepare(row);
    this.addEventListener('click', (event) => this.#press(event));
    this.addEventListener('change', ({ target }) => {
      const row = target instanceof HTMLSelectElement ? target.closest('fieldset') : null;
      if (row !== null) fit(row);
    });
  }

  get #rows(): readonly HTMLFieldSetElement[] {
    return [...this.querySelectorAll('fieldset')];
  }

  #prepare(row: HTMLFieldSetElement): void {
    const input = row.querySelector<HTMLInputElement>('input[name=value]');
    const known = row.querySelector<HTMLInputElement>('input[name=known]');
    const { from = '', label = '' } = this.dataset;
    fit(row);
    if (input === null || known === null) return;
    new Combobox(input, {
      label,
      fewest: 0,
      addressFor: (letters) => {
        const field = fieldOf(row);
        return canBe(row).includes('is')
          ? `${from}?for=${field}&q=${encodeURIComponent(letters.slice(0, 100))}`
          : undefined;
      },
      choose: (choice) => {
        input.value = choice.says;
        known.value = choice.known ?? '';
      },
    });
  }

  #press(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button?.name === 'add') {
      event.preventDefault();
      this.#add();
    } else if (button?.name === 'cancel') {
      const row = button.closest('fieldset');
      // What the results were narrowed by is taken from them, too: that the form does.
      if (row === null || row.dataset['applied'] !== undefined) return;
      event.preventDefault();
      row.remove();
      this.#number();
      this.querySelector<HTMLElement>('button[name=add]')?.focus();
    }
  }

  #add(): void {
    const made = this.querySelector('template')?.content.querySelector('fieldset')?.cloneNode(true);
    const acts = this.querySelector('.filter-acts');
    if (!(made instanceof HTMLFieldSetElement) || acts === null) return;
    acts.before(made);
    this.#number();
    this.#prepare(made);
    made.querySelector('select')?.focus();
  }

  /** Each row says which it is, to readers and to the server. */
  #number(): void {
    for (const [at, row] of this.#rows.entries()) {
      const legend = row.querySelector('legend');
      if (legend !== null) legend.textContent = (this.dataset['legend'] ?? '').replace('{n}', String(at + 1));
      const cancel = row.querySelector<HTMLButtonElement>('button[name=cancel]');
      if (cancel !== null) cancel.value = String(at + 1);
    }
  }
}

const selected = (row: Element, name: string): HTMLOptionElement | undefined =>
  row.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.selectedOptions[0];

const fieldOf = (row: Element): string => selected(row, 'field')?.value ?? '';

/** What can be asked of the row's field, as the server says it. */
const canBe = (row: Element): readonly string[] => (selected(row, 'field')?.dataset['can'] ?? '').split(' ');

/** Shows of a row what its field and condition need. */
function fit(row: HTMLElement): void {
  const can = canBe(row);
  const condition = row.querySelector<HTMLSelectElement>('select[name=condition]');
  if (condition === null) return;
  for (const option of condition.options) option.hidden = option.disabled = !can.includes(option.value);
  if (!can.includes(condition.value)) condition.value = can[0] ?? '';
  const isRange = fieldOf(row) === 'date';
  const isBare = condition.value === 'any' || condition.value === 'none';
  const value = row.querySelector<HTMLElement>('.filter-value');
  if (value !== null) value.hidden = isBare;
  for (const part of row.querySelectorAll<HTMLElement>('.range')) part.hidden = !isRange;
  const input = row.querySelector<HTMLInputElement>('input[name=value]');
  if (input === null) return;
  const { valueLabel = '', fromLabel = '', valueHint = '', fromHint = '' } = input.dataset;
  input.ariaLabel = isRange ? fromLabel : valueLabel;
  input.placeholder = isRange ? fromHint : valueHint;
}

customElements.define('filter-rows', FilterRows);
