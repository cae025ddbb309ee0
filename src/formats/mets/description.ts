import type { FieldName } from '../fields/field-names.ts';

/** What describes a document in a METS file: words under the names of fields, and what no field takes. */
export interface MetsDescription {
  /** What the description calls itself. */
  readonly id?: string;
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  readonly others: readonly { readonly name: string; readonly value: string }[];
}

/** How much of a description no field of ours takes is held. */
const MOST_OTHERS = 200;
const LONGEST = 2000;

/** Gathers the words of one description; the first word for a field stands, further ones stay among the others. */
export class Describing {
  readonly #fields = new Map<FieldName, string>();
  readonly #others: { readonly name: string; readonly value: string }[] = [];

  has(field: FieldName): boolean {
    return this.#fields.has(field);
  }

  /** A field of one value: what comes after the first is kept under this name. */
  one(field: FieldName, value: string, name: string = field): void {
    const words = value.trim();
    if (words === '' || this.#fields.get(field) === words) return;
    if (this.#fields.has(field)) this.other(name, words);
    else this.#fields.set(field, words);
  }

  /** A field of many values, which ";" parts. */
  many(field: FieldName, value: string): void {
    const words = value.trim().replace(/[;|]+/g, ',');
    if (words === '') return;
    const before = this.#fields.get(field);
    if (before?.split('; ').includes(words)) return;
    this.#fields.set(field, before === undefined ? words : `${before}; ${words}`);
  }

  other(name: string, value: string): void {
    const words = value.trim().slice(0, LONGEST);
    if (words === '' || this.#others.length >= MOST_OTHERS) return;
    if (!this.#others.some((one) => one.name === name && one.value === words))
      this.#others.push({ name, value: words });
  }

  finish(id?: string): MetsDescription {
    return {
      ...(id ? { id } : {}),
      fields: Object.fromEntries(this.#fields),
      others: this.#others,
    };
  }
}
