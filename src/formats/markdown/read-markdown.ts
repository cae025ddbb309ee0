import type { Read } from '../../core/draft.ts';
import { sourceKey } from '../../core/draft.ts';
import type { LanguageTag } from '../../core/language.ts';
import { problem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import type { Rendition } from '../../core/rendition.ts';
import { plainInline } from '../../core/text.ts';
import { languageOfOptions } from '../csv/read-table.ts';
import { describeRow, readsOf } from '../fields/describe.ts';
import type { FieldName } from '../fields/field-names.ts';
import { languageNames, readLanguage } from '../fields/languages.ts';
import { makeMint } from '../fields/plain-blocks.ts';
import { alignmentsOf } from '../fields/texts.ts';
import { LINE_LIMIT, linesOf } from '../encoding/lines.ts';
import type { TextSource } from '../format.ts';
import { readFrontMatter } from './front-matter.ts';
import { readMarkdownText } from './read-blocks.ts';

/** A part of the file: a text in one language. */
interface Section {
  readonly kind: 'transcription' | 'translation';
  readonly language?: string;
  readonly by?: string;
  readonly line: number;
  readonly lines: string[];
}

/**
 * Reads one document: front matter with the names of the template, and its text. A line of its own begins
 * the text in another language:
 *
 *   --- translation: en, by B. Translator ---
 *   --- transcription: ru ---
 *
 * Without front matter the first heading is the title. Names that are no field of ours are kept.
 */
export async function* readMarkdown(source: TextSource): AsyncGenerator<Read> {
  const lines: string[] = [];
  let length = 0;
  for await (const line of linesOf(source.chunks)) {
    length += line.kind === 'line' ? line.text.length : LINE_LIMIT;
    if (length > LINE_LIMIT || line.kind === 'too-long') {
      const where = { file: source.name, line: line.number };
      yield { kind: 'problem', problem: problem('line-too-long', where, { facts: { limit: LINE_LIMIT } }) };
      return;
    }
    lines.push(line.text);
  }
  const front = readFrontMatter(lines, source.name);
  for (const one of front.problems) yield { kind: 'problem', problem: one };
  yield* documentOf(source, lines, front);
}

function* documentOf(
  source: TextSource,
  lines: readonly string[],
  front: ReturnType<typeof readFrontMatter>,
): Generator<Read> {
  const problems: Problem[] = [];
  const base = languageOfOptions(source.options?.['language']);
  const fields = new Map<FieldName, string>(front.fields);
  const renditions = renditionsOf(sectionsOf(lines, front.lines), fields, base, source.name, problems);
  const title = renditions
    .flatMap((one) => (one.kind === 'facsimile' ? [] : one.text.blocks))
    .find((block) => block.kind === 'heading');
  if (!fields.has('title') && title !== undefined) fields.set('title', plainInline(title.content));
  for (const one of problems) yield { kind: 'problem', problem: one };
  const read = describeRow(
    { line: 1, fields, others: front.others },
    { file: source.name, lang: base, idScheme: 'former' },
    { renditions, alignments: alignmentsOf(renditions) },
  );
  const key =
    fields.has('record_id') || fields.has('document_url')
      ? read.draft.key
      : sourceKey('file', source.name.replace(/^.*\//, ''));
  yield* readsOf({ ...read, draft: { ...read.draft, key } }, new Set());
}

const MARK =
  /^---+[ \t]+(translation|transcription)(?:[ \t]*:[ \t]*([^,]+?))?(?:,?[ \t]+by[ \t]+(.+?))?[ \t]+---+[ \t]*$/i;

function sectionsOf(lines: readonly string[], from: number): readonly Section[] {
  const sections: Section[] = [{ kind: 'transcription', line: from + 1, lines: [] }];
  lines.slice(from).forEach((line, at) => {
    const found = MARK.exec(line);
    if (found === null) sections.at(-1)?.lines.push(line);
    else
      sections.push({
        kind: found[1]?.toLowerCase() === 'translation' ? 'translation' : 'transcription',
        line: from + at + 1,
        lines: [],
        ...(found[2] ? { language: found[2] } : {}),
        ...(found[3] ? { by: found[3] } : {}),
      });
  });
  return sections.filter((section) => section.lines.some((line) => line.trim() !== ''));
}

function renditionsOf(
  sections: readonly Section[],
  fields: ReadonlyMap<FieldName, string>,
  base: LanguageTag,
  file: string,
  problems: Problem[],
): readonly Rendition[] {
  const mint = makeMint();
  const met = new Map<string, number>();
  const [original] = languageNames(fields.get('languages') ?? '');
  const renditions: Rendition[] = [];
  for (const section of sections) {
    const said =
      section.language ??
      (section.kind === 'translation'
        ? fields.get('translation_lang')
        : (fields.get('text_lang') ?? original));
    const language = (said === undefined ? base : readLanguage(said)) ?? base;
    const where = { file, line: section.line };
    if (said !== undefined && readLanguage(said) === undefined)
      problems.push(problem('language-not-read', where, { value: said }));
    const { unmarked, ...text } = readMarkdownText(section.lines, mint);
    for (const label of unmarked)
      problems.push(problem('reference-unknown', where, { value: `[^${label}]` }));
    const name = `${section.kind} ${language}`;
    const nth = (met.get(name) ?? 0) + 1;
    met.set(name, nth);
    const by = section.by ?? (section.kind === 'translation' ? fields.get('translator') : undefined);
    const common = { language, text, ...(by ? { by } : {}) };
    const of = renditions.find((one) => one.kind === 'transcription')?.key;
    renditions.push(
      section.kind === 'transcription'
        ? { kind: 'transcription', key: nth === 1 ? `t-${language}` : `t-${language}-s${nth}`, ...common }
        : { kind: 'translation', key: `t-${language}-${nth}`, ...(of ? { of } : {}), ...common },
    );
  }
  return renditions;
}
