import { Combobox } from './combobox.ts';

/** Two letters ask; one is enough where a sign is a word. */
const FEWEST = 2;
const IS_IDEOGRAM = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/** A search field that offers what its letters begin: a chosen record's page is opened. */
class SearchSuggest extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    const { from, label = '' } = this.dataset;
    if (input === null || from === undefined || input.role === 'combobox') return;
    new Combobox(input, {
      label,
      fewest: 1,
      addressFor: (letters) =>
        letters.length < FEWEST && !IS_IDEOGRAM.test(letters)
          ? undefined
          : `${from}?q=${encodeURIComponent(letters.slice(0, 100))}`,
      choose: ({ url, says }) => {
        input.value = says;
        if (url !== undefined) location.assign(url);
      },
    });
  }
}

customElements.define('search-suggest', SearchSuggest);
