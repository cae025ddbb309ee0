import type { Attestation } from '../../core/attestation.ts';
import type { Draft, SourceKey } from '../../core/draft.ts';
import type { LanguageTag } from '../../core/language.ts';
import { problem } from '../../core/problem.ts';
import type { Problem, ProblemCode } from '../../core/problem.ts';
import { nameKey, repositoryStub, stubOf } from './authorities.ts';
import type { Named } from './authorities.ts';
import { takesMany, valuesOf } from './field-names.ts';
import type { FieldName } from './field-names.ts';

/** A document as a row of a table, or the front matter of a text, describes it: words under names of fields. */
export interface Row {
  readonly line: number;
  readonly fields: ReadonlyMap<FieldName, string>;
  /** What stands under names that are no field of ours, in order. */
  readonly others: readonly { readonly name: string; readonly value: string }[];
  /** What the source calls a field, where that is another name. */
  readonly columns?: ReadonlyMap<FieldName, string>;
}

/** What holds for all rows of a source. */
export interface RowContext {
  readonly file: string;
  /** The language of titles and summaries, where nothing else is said. */
  readonly lang: LanguageTag;
  /** The scheme under which `record_id` is an identifier: "former" if that was its address here. */
  readonly idScheme: string;
  /** Put before a `record_id` that is only unique within its source. */
  readonly idPrefix?: string;
  /** A collection that every document belongs to. */
  readonly collection?: SourceKey;
}

/** Gathers, while one row is read, what else it needs and what is to be said of it. */
export class RowReading {
  readonly row: Row;
  readonly context: RowContext;
  readonly stubs = new Map<SourceKey, Draft>();
  readonly problems: Problem[] = [];
  readonly attestations: Attestation[] = [];
  readonly #kept: { readonly name: string; readonly value: string }[] = [];

  constructor(row: Row, context: RowContext) {
    this.row = row;
    this.context = context;
  }

  /** The words of a field, or undefined if it is empty. */
  one(field: FieldName): string | undefined {
    const value = this.row.fields.get(field)?.trim();
    return value === '' ? undefined : value;
  }

  /** The values of a field, none empty. */
  many(field: FieldName): readonly string[] {
    const value = this.one(field);
    if (value === undefined) return [];
    return takesMany(field) ? valuesOf(value) : [value];
  }

  say(code: ProblemCode, field: FieldName | undefined, value?: string, facts?: Problem['facts']): void {
    const column = field === undefined ? undefined : (this.row.columns?.get(field) ?? field);
    const where = { file: this.context.file, line: this.row.line, ...(column ? { field: column } : {}) };
    this.problems.push(
      problem(code, where, { ...(value === undefined ? {} : { value }), ...(facts ? { facts } : {}) }),
    );
  }

  /** A record of which the name is all that is known. */
  named(named: Named, name: string, more?: (stub: Draft) => Draft): SourceKey {
    const key = nameKey(named, name);
    if (!this.stubs.has(key)) {
      const stub = stubOf(named, name, named === 'collection' ? this.context.lang : undefined, this.row.line);
      this.stubs.set(key, more ? more(stub) : stub);
    }
    return key;
  }

  /** An archive by its name, and by another that this row knows it by. */
  repository(name: string, alias?: string): SourceKey {
    const stub = repositoryStub(name, alias, this.row.line);
    if (!this.stubs.has(stub.key)) this.stubs.set(stub.key, stub);
    return stub.key;
  }

  /** What a field says and no place of the record takes stays among the other fields. */
  keep(field: FieldName, value: string): void {
    this.#kept.push({ name: this.row.columns?.get(field) ?? field, value });
  }

  /** All that stands under names of its own. */
  get others(): Row['others'] {
    return [...this.row.others, ...this.#kept];
  }
}
