import type {
  ArchiveDocument,
  Holding,
  LangText,
  NotHeldReason,
  OwnNumber,
  PlaceMention,
  Title,
} from '../../core/document.ts';
import type { Contribution } from '../../core/contribution.ts';
import type { Rendition } from '../../core/rendition.ts';
import type { Draft, Read, SourceKey } from '../../core/draft.ts';
import { sourceKey } from '../../core/draft.ts';
import type { Identifier } from '../../core/id.ts';
import type { LanguageTag } from '../../core/language.ts';
import { readContributions } from './agents.ts';
import { readDates } from './dates.ts';
import { valuesOf } from './field-names.ts';
import { languageNames, readLanguage } from './languages.ts';
import { readRights } from './rights.ts';
import { RowReading } from './row.ts';
import type { Row, RowContext } from './row.ts';
import { readSourceFields } from './source-fields.ts';
import { languageOf, readTexts } from './texts.ts';
import { languageByScript } from './written-in.ts';
import type { RowTexts } from './texts.ts';

/** A row read: the document, the records that it names, and what is to be said. */
export interface RowRead {
  readonly draft: Draft;
  readonly stubs: readonly Draft[];
  readonly problems: RowReading['problems'];
}

/**
 * A document from words under the names of fields. Nothing of the row is dropped: what is no field of ours
 * stands in `otherFields`, what could not be read stays in words and is a problem. `texts`: read elsewhere,
 * where the row is the front matter of a text.
 */
export function describeRow(row: Row, context: RowContext, texts?: RowTexts): RowRead {
  const reading = new RowReading(row, context);
  const languages = readLanguages(reading);
  const titles = readTitles(reading);
  const dates = readDates(reading);
  const { source, said } = readSourceFields(reading);
  const contributions = readContributions(reading, said.credits);
  const places = readPlaces(reading);
  const translators = contributions.filter((one) => one.role === 'translator').map((one) => one.name);
  const { renditions, alignments } = texts ?? readTexts(reading, languages, translators);
  const genre = reading.one('genre') ?? said.genre;
  const classification = reading.one('classification') ?? said.marking.classification;
  const creditLine = [reading.one('credit_line'), reading.one('credits')].filter(Boolean).join(' ');
  const invented = reading.one('invented');
  const key = keyOf(reading);
  const record: ArchiveDocument<SourceKey> = {
    kind: 'document',
    identifiers: readIdentifiers(reading),
    titles,
    summaries: readSummaries(reading),
    dates,
    ...(genre ? { genre } : {}),
    contributions: contributions.map((one) => ofTranslation(one, renditions)),
    subjects: [...new Set(reading.many('subjects').map((name) => reading.named('subject', name)))],
    places,
    languages,
    marking: {
      ...(classification ? { classification } : {}),
      handling: [...new Set([...reading.many('handling'), ...said.marking.handling])],
    },
    numbers: reading.many('number').map(readNumber),
    source,
    rights: readRights(reading),
    funders: reading.many('funders'),
    ...(creditLine ? { creditLine } : {}),
    releases: [],
    renditions,
    alignments,
    related: readRelated(reading),
    collections: readCollections(reading),
    mentions: [],
    holding: readHolding(reading),
    ...(reading.others.length > 0 ? { otherFields: reading.others } : {}),
    attestations: reading.attestations,
    ...(invented ? { invented } : {}),
  };
  const pageFiles = reading.many('files');
  return {
    draft: { key, record, line: row.line, joins: 'whole', ...(pageFiles.length > 0 ? { pageFiles } : {}) },
    stubs: [...reading.stubs.values()],
    problems: reading.problems,
  };
}

/** A translator translated the one translation there is. */
function ofTranslation(
  contribution: Contribution<SourceKey>,
  renditions: readonly Rendition[],
): Contribution<SourceKey> {
  const [translation, another] = renditions.filter((one) => one.kind === 'translation');
  const isOfIt = contribution.role === 'translator' && translation !== undefined && another === undefined;
  return isOfIt ? { ...contribution, rendition: translation.key } : contribution;
}

/** What a reader yields for a row: the records it names that were not yielded before, the document, the problems. */
export function* readsOf({ draft, stubs, problems }: RowRead, yielded: Set<SourceKey>): Generator<Read> {
  for (const problem of problems) yield { kind: 'problem', problem };
  for (const stub of stubs) {
    if (yielded.has(stub.key)) continue;
    yielded.add(stub.key);
    yield { kind: 'draft', draft: stub };
  }
  yield { kind: 'draft', draft };
}

const idOf = (context: RowContext, id: string): Identifier => ({
  scheme: context.idScheme,
  value: (context.idPrefix ?? '') + id,
});

const keyById = (context: RowContext, id: string): SourceKey => {
  const { scheme, value } = idOf(context, id);
  return sourceKey(scheme, value);
};

/** By its own number if it has one; else by what it is called, so that a row that moved is still the same. */
function keyOf(reading: RowReading): SourceKey {
  const id = reading.one('record_id');
  if (id !== undefined) return keyById(reading.context, id);
  const url = reading.one('document_url');
  if (url !== undefined) return sourceKey('url', url);
  const words =
    [reading.one('title'), reading.one('date')].filter(Boolean).join(' ') || `row ${reading.row.line}`;
  const slug = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return sourceKey('row', `${reading.context.file.replace(/^.*\//, '')}#${slug}`);
}

function readIdentifiers(reading: RowReading): readonly Identifier[] {
  const id = reading.one('record_id');
  const url = reading.one('document_url');
  return [
    ...(id ? [idOf(reading.context, id)] : []),
    ...(url ? [{ scheme: 'url', value: url }] : []),
    ...reading.many('identifier').map((text) => {
      const [, scheme, value] = /^([A-Za-z][\w.-]*):(?!\/\/)(.+)$/.exec(text) ?? [];
      return scheme && value
        ? { scheme: scheme.toLowerCase(), value: value.trim() }
        : { scheme: 'local', value: text };
    }),
  ];
}

function readTitles(reading: RowReading): readonly Title[] {
  const { lang } = reading.context;
  const title = reading.one('title');
  const original = reading.one('original_title');
  const translated = reading.one('translated_title');
  const titles: Title[] = [];
  if (title !== undefined)
    titles.push({
      text: title,
      lang: languageOf(reading, 'title_lang') ?? languageByScript(title, [lang, ...readLanguages(reading)]),
      titleKind: 'supplied',
    });
  if (original !== undefined)
    titles.push({ text: original, lang: readLanguages(reading)[0] ?? lang, titleKind: 'original' });
  if (translated !== undefined)
    titles.push({
      text: translated,
      lang: languageOf(reading, 'translated_title_lang') ?? lang,
      titleKind: 'translated',
    });
  if (titles.length > 0) return titles;
  reading.say('title-missing', 'title');
  const instead = reading.many('identifier')[0] ?? reading.one('record_id');
  return instead === undefined ? [] : [{ text: instead, lang, titleKind: 'supplied' }];
}

function readSummaries(reading: RowReading): readonly LangText[] {
  const text = reading.one('summary');
  if (text === undefined) return [];
  const by = reading.one('summary_by');
  return [
    {
      text,
      lang:
        languageOf(reading, 'summary_lang') ??
        languageByScript(text, [reading.context.lang, ...readLanguages(reading)]),
      ...(by ? { by } : {}),
    },
  ];
}

function readLanguages(reading: RowReading): readonly LanguageTag[] {
  const read = languageNames(reading.one('languages') ?? '').flatMap((name) => {
    const language = readLanguage(name);
    if (language !== undefined) return [language];
    const isSaid = reading.problems.some((one) => one.code === 'language-not-read' && one.value === name);
    if (!isSaid) reading.say('language-not-read', 'languages', name);
    return [];
  });
  return [...new Set(read)];
}

function readPlaces(reading: RowReading): readonly PlaceMention<SourceKey>[] {
  const at = (field: 'written_at' | 'received_at' | 'places', role: PlaceMention['role']) =>
    reading.many(field).map((name) => ({ place: reading.named('place', name), role, name }));
  return [...at('written_at', 'written-at'), ...at('received_at', 'received-at'), ...at('places', 'about')];
}

const NUMBER_KINDS = ['telegram', 'dispatch', 'airgram', 'case', 'file', 'circular'] as const;

/** "telegram 243" -> telegram 243; "243" -> other. */
function readNumber(words: string): OwnNumber {
  const kind = NUMBER_KINDS.find((one) => words.toLowerCase().startsWith(`${one} `));
  return kind
    ? { numberKind: kind, value: words.slice(kind.length + 1).trim() }
    : { numberKind: 'other', value: words };
}

function readRelated(reading: RowReading): ArchiveDocument<SourceKey>['related'] {
  const to = (field: 'part_of' | 'reply_to' | 'related', relation: 'enclosed-in' | 'reply-to' | 'related') =>
    valuesOf(reading.one(field) ?? '').map((id) => ({ document: keyById(reading.context, id), relation }));
  return [...to('part_of', 'enclosed-in'), ...to('reply_to', 'reply-to'), ...to('related', 'related')];
}

function readCollections(reading: RowReading): ArchiveDocument<SourceKey>['collections'] {
  const given = Number(reading.one('sequence'));
  const sequence = Number.isFinite(given) && reading.one('sequence') !== undefined ? given : reading.row.line;
  const { collection } = reading.context;
  const named = reading.many('collection').map((title) => reading.named('collection', title));
  return [...new Set([...(collection ? [collection] : []), ...named])].map((key) => ({
    collection: key,
    sequence,
  }));
}

const REASONS: readonly (readonly [words: RegExp, reason: NotHeldReason])[] = [
  [/withheld|denied|not declassified/i, 'withheld-in-full'],
  [/not found|lost|missing/i, 'not-found'],
  [/closed|restricted/i, 'closed'],
  [/not printed/i, 'not-printed'],
  [/destroyed/i, 'destroyed'],
];

function readHolding(reading: RowReading): Holding {
  const words = reading.one('not_held');
  if (words === undefined) return { kind: 'held' };
  const reason = REASONS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
  return { kind: 'not-held', reason, words };
}
