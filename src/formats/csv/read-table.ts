import type { Read, SourceKey } from '../../core/draft.ts';
import { sourceKey } from '../../core/draft.ts';
import { parseLanguage } from '../../core/language.ts';
import type { LanguageTag } from '../../core/language.ts';
import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import { accepted } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import { describeRow, readsOf } from '../fields/describe.ts';
import { takesMany } from '../fields/field-names.ts';
import type { FieldName } from '../fields/field-names.ts';
import { readLanguage } from '../fields/languages.ts';
import type { Row, RowContext } from '../fields/row.ts';
import type { TextSource } from '../format.ts';
import { guessDelimiter } from '../sniff/delimiter.ts';
import type { Delimiter } from '../sniff/delimiter.ts';
import { recogniseColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import { parseTableMapping } from './table-mapping.ts';
import type { TableMapping } from './table-mapping.ts';
import { recordsOf } from './table-records.ts';
import type { TableRecord } from './table-records.ts';

/**
 * Reads a table in text, a document a row: our template, CollectionBuilder's columns, the list of documents,
 * or any columns by `options.mapping`. The separator is guessed (`, ; | tab`) unless `options.delimiter` says.
 * Columns that mean nothing to us are named once, and their values kept with each document.
 */
export async function* readCsv(source: TextSource): AsyncGenerator<Read> {
  const { delimiter, chunks } = await withDelimiter(source);
  yield* readRows(recordsOf(chunks, delimiter, source.name), source.name, source.options ?? {});
}

/** Rows that were found, in a table in text or in a workbook, as documents; the first row names the columns. */
export async function* readRows(
  records: AsyncIterable<TableRecord | Problem>,
  file: string,
  options: Readonly<Record<string, unknown>>,
): AsyncGenerator<Read> {
  let table: Table | undefined;
  for await (const record of records) {
    if ('code' in record) yield { kind: 'problem', problem: record };
    else if (table === undefined) {
      const begun = Table.begin(record, file, options);
      if (!begun.ok) {
        yield { kind: 'problem', problem: begun.problem };
        return;
      }
      table = begun.value;
      yield* table.aboutColumns();
    } else yield* table.read(record);
  }
}

/** Guards which records that others need were yielded. */
class Table {
  readonly #names: readonly string[];
  readonly #mapping: TableMapping;
  readonly #context: RowContext;
  readonly #headerLine: number;
  readonly #yielded = new Set<SourceKey>();

  private constructor(
    names: readonly string[],
    mapping: TableMapping,
    context: RowContext,
    headerLine: number,
  ) {
    this.#names = names;
    this.#mapping = mapping;
    this.#context = context;
    this.#headerLine = headerLine;
  }

  static begin(
    header: TableRecord,
    file: string,
    options: Readonly<Record<string, unknown>>,
  ): Result<Table, Problem> {
    const names = namesOf(header.cells);
    const read =
      options['mapping'] === undefined
        ? accepted<TableMapping>({ columns: recogniseColumns(names), always: new Map() })
        : parseTableMapping(options['mapping'], names, file);
    if (!read.ok) return read;
    const { columns, always, language } = read.value;
    const hasTitle = always.has('title') || [...columns.fieldOf.values()].includes('title');
    if (!hasTitle)
      return {
        ok: false,
        problem: problem(
          'column-missing',
          { file, line: header.line, field: 'title' },
          { value: 'title', facts: { columns: names.join(', ') } },
        ),
      };
    return accepted(new Table(names, read.value, contextOf(file, columns, language, options), header.line));
  }

  *aboutColumns(): Generator<Read> {
    const { fieldOf, kept } = this.#mapping.columns;
    for (const name of this.#names)
      if (!fieldOf.has(name) && !kept.has(name))
        yield this.#said(
          problem(
            'column-unmapped',
            { file: this.#context.file, line: this.#headerLine, field: name },
            { value: name },
          ),
        );
  }

  *read(record: TableRecord): Generator<Read> {
    const { file } = this.#context;
    if (record.cells.every((cell) => cell.trim() === '')) return;
    const where = { file, line: record.line };
    if (record.cells.length !== this.#names.length)
      yield this.#said(
        problem('csv-row-length', where, {
          facts: { expected: this.#names.length, actual: record.cells.length },
        }),
      );
    const read = describeRow(this.#rowOf(record), this.#context);
    yield* readsOf(read, this.#yielded);
  }

  #said(one: Problem): Read {
    return { kind: 'problem', problem: one };
  }

  #rowOf(record: TableRecord): Row {
    const fields = new Map<FieldName, string>(this.#mapping.always);
    const columns = new Map<FieldName, string>();
    const others: { name: string; value: string }[] = [];
    record.cells.forEach((cell, at) => {
      const value = cell.trim();
      if (value === '') return;
      const name = this.#names[at] ?? `column ${at + 1}`;
      const field = this.#mapping.columns.fieldOf.get(name);
      const before = field === undefined ? undefined : fields.get(field);
      if (field === undefined || isElsewhere(field, value)) others.push({ name, value });
      else if (field === 'genre' && /^\w+;\w+$/.test(value)) {
        fields.set(field, inWords(value));
        others.push({ name, value });
      } else if (before === undefined || this.#mapping.always.get(field) === before) {
        fields.set(field, value);
        columns.set(field, name);
      } else if (takesMany(field)) fields.set(field, `${before}; ${value}`);
      else others.push({ name, value });
    });
    return { line: record.line, fields, others, columns };
  }
}

/** The narrower of two Dublin Core types, in words: "Image;StillImage" -> "Still image". */
const inWords = (types: string): string => {
  const words = types
    .replace(/^.*;/, '')
    .replace(/(?<=\p{Ll})\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A path where a text is wanted names a file that is not here; where files are wanted, a number counts the pages. */
const isElsewhere = (field: FieldName, value: string): boolean =>
  (field === 'text' && /^(\/|https?:\/\/)\S+$/.test(value)) ||
  (field === 'files' && (/^https?:\/\//.test(value) || !/[/\\]|\.\w{2,5}\b/.test(value)));

/** The names of columns, each once: a second "Note" is "Note (2)", an empty one "column 3". */
function namesOf(cells: readonly string[]): readonly string[] {
  const met = new Map<string, number>();
  return cells.map((cell, at) => {
    const name = cell.trim() || `column ${at + 1}`;
    const times = (met.get(name) ?? 0) + 1;
    met.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function contextOf(
  file: string,
  columns: Columns,
  language: string | undefined,
  options: Readonly<Record<string, unknown>>,
): RowContext {
  const stem = file.replace(/^.*\//, '').replace(/\.\w+$/, '');
  const collection = options['collection'];
  const [, scheme, value] = typeof collection === 'string' ? (/^([^:]+):(.+)$/.exec(collection) ?? []) : [];
  return {
    file,
    lang: languageOfOptions(language ?? options['language']),
    idScheme: columns.idScheme,
    ...(columns.isIdLocal ? { idPrefix: `${stem}/` } : {}),
    ...(scheme && value ? { collection: sourceKey(scheme, value) } : {}),
  };
}

const ENGLISH = parseLanguage('en');

/** The language that was named, English if none was. */
export function languageOfOptions(said: unknown): LanguageTag {
  const read = typeof said === 'string' ? readLanguage(said) : ENGLISH;
  const language = read ?? ENGLISH;
  if (language === undefined) throw new RangeError('"en" is a language');
  return language;
}

const HEAD_LENGTH = 65_536;

async function withDelimiter(
  source: TextSource,
): Promise<{ readonly delimiter: Delimiter; readonly chunks: AsyncIterable<string> }> {
  const said = source.options?.['delimiter'];
  if (said === ',' || said === ';' || said === '\t' || said === '|')
    return { delimiter: said, chunks: source.chunks };
  const rest = source.chunks[Symbol.asyncIterator]();
  let head = '';
  let isEnded = false;
  while (head.length < HEAD_LENGTH && !isEnded) {
    const next = await rest.next();
    if (next.done === true) isEnded = true;
    else head += next.value;
  }
  const chunks = async function* (): AsyncGenerator<string> {
    yield head;
    for (
      let next = isEnded ? undefined : await rest.next();
      next !== undefined && next.done !== true;
      next = await rest.next()
    )
      yield next.value;
  };
  return { delimiter: guessDelimiter(head) ?? ',', chunks: chunks() };
}
