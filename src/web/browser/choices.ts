/** What can be chosen while one types, as `/suggest` answers it. */
export interface Choice {
  readonly says: string;
  /** The other name under which it was found: "Filippov". */
  readonly as?: string;
  readonly kind?: string;
  readonly note?: string;
  readonly lang?: string;
  readonly dir?: string;
  /** Where its page is. */
  readonly url?: string;
  /** What a filter row sends beside the words, so that namesakes stay apart. */
  readonly known?: string;
}

export interface Choices {
  /** How many there are, in words. */
  readonly says: string;
  readonly choices: readonly Choice[];
}

const NONE: Choices = { says: '', choices: [] };
const MOST_KEPT = 100;

/** Asks for choices, one question at a time: a newer one calls the older back, and none is asked twice. */
export class ChoiceReader {
  readonly #kept = new Map<string, Choices>();
  #asking = new AbortController();

  /** The choices at an address; undefined if a newer question has come, or there was no answer. */
  async read(address: string): Promise<Choices | undefined> {
    this.#asking.abort();
    const kept = this.#kept.get(address);
    if (kept !== undefined) return kept;
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const answer = await fetch(address, { signal: asking.signal });
      const found: Choices = answer.ok ? await answer.json() : NONE;
      if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
      this.#kept.set(address, found);
      return asking.signal.aborted ? undefined : found;
    } catch (reason) {
      // Called back, or the network is away: what was typed is searched all the same.
      if (reason instanceof DOMException || reason instanceof TypeError) return undefined;
      throw reason;
    }
  }

  forget(): void {
    this.#asking.abort();
  }
}
