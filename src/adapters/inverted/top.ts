/** The best documents of a segment: by score, and of equal ones that of the lower rank. */
export class Top {
  readonly #scores: Float64Array;
  readonly #documents: Uint32Array;
  readonly #rank: Uint32Array;
  readonly size: number;
  #count = 0;

  /** `rank`: by document, its place among all; no two have the same. */
  constructor(size: number, rank: Uint32Array) {
    this.size = size;
    this.#scores = new Float64Array(size);
    this.#documents = new Uint32Array(size);
    this.#rank = rank;
  }

  get isFull(): boolean {
    return this.#count === this.size;
  }
  /** The score below which nothing is taken; none while there is room. */
  get threshold(): number {
    return this.isFull ? (this.#scores[0] ?? -Infinity) : -Infinity;
  }

  /** The rank above which nothing of the score that is lowest is taken; none while there is room. */
  get lastRank(): number {
    return this.isFull ? (this.#rank[this.#documents[0] ?? 0] ?? Infinity) : Infinity;
  }

  /** Whether the first of two is the worse. */
  #isWorse(a: number, b: number): boolean {
    const [one, other] = [this.#scores[a] ?? 0, this.#scores[b] ?? 0];
    if (one !== other) return one < other;
    return (this.#rank[this.#documents[a] ?? 0] ?? 0) > (this.#rank[this.#documents[b] ?? 0] ?? 0);
  }
  #swap(a: number, b: number): void {
    const [score, document] = [this.#scores[a] ?? 0, this.#documents[a] ?? 0];
    this.#scores[a] = this.#scores[b] ?? 0;
    this.#documents[a] = this.#documents[b] ?? 0;
    this.#scores[b] = score;
    this.#documents[b] = document;
  }

  add(document: number, score: number): void {
    if (this.#count < this.size) {
      let at = this.#count++;
      this.#scores[at] = score;
      this.#documents[at] = document;
      for (let above = (at - 1) >> 1; at > 0 && this.#isWorse(at, above); above = (at - 1) >> 1) {
        this.#swap(at, above);
        at = above;
      }
      return;
    }
    const worst = this.#scores[0] ?? 0;
    if (this.size === 0 || score < worst) return;
    if (score === worst && (this.#rank[document] ?? 0) > (this.#rank[this.#documents[0] ?? 0] ?? 0)) return;
    this.#scores[0] = score;
    this.#documents[0] = document;
    for (let at = 0; ;) {
      let least = at;
      for (const below of [at * 2 + 1, at * 2 + 2])
        if (below < this.#count && this.#isWorse(below, least)) least = below;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  /** Best first. */
  list(): readonly { readonly document: number; readonly score: number }[] {
    const places = Array.from({ length: this.#count }, (_, at) => at);
    places.sort((a, b) => (this.#isWorse(a, b) ? 1 : -1));
    return places.map((at) => ({
      document: this.#documents[at] ?? 0,
      score: this.#scores[at] ?? 0,
    }));
  }
}
