import type { Agent, AuthorityBase, Name } from '../../src/core/agent.ts';
import type { Collection } from '../../src/core/collection.ts';
import type { Contribution, ContributionRole } from '../../src/core/contribution.ts';
import type { CataloguedDate } from '../../src/core/date/catalogued-date.ts';
import type { ArchiveDocument, LangText, Mention, PlaceMention, Title } from '../../src/core/document.ts';
import { sourceKey } from '../../src/core/draft.ts';
import type { SourceKey } from '../../src/core/draft.ts';
import type { Place } from '../../src/core/place.ts';
import type { ArchiveRecord } from '../../src/core/record.ts';
import type { Alignment, Rendition, Transcription, Translation } from '../../src/core/rendition.ts';
import type { ReferenceLevel, ReferencePath } from '../../src/core/source.ts';
import type { Subject } from '../../src/core/subject.ts';
import type { Block, BlockId } from '../../src/core/text.ts';
import { edtf, lang } from './markup.ts';
import { inlinesOf } from './text.ts';
import type { NoteSource, Make } from './text.ts';
import { text } from './text.ts';

/** One record of the sample under its key. Its id is made from the key once, by scripts/make-sample.ts. */
export interface Entry {
  readonly key: SourceKey;
  readonly record: ArchiveRecord<SourceKey>;
}

export const key = (name: string): SourceKey => sourceKey('sample', name);
export const en = (words: string): LangText => ({ text: words, lang: lang('en') });
export const CC0 = 'https://creativecommons.org/publicdomain/zero/1.0/';

/** What every record of the invented dossier says of itself. */
export const INVENTED =
  'Invented for the sample archive. The states, people, archives and events in it never existed; German, Russian, Arabic, Chinese and English stand in for their languages.';

const identified = (name: string): AuthorityBase['identifiers'] => [{ scheme: 'sample', value: name }];

/** "Sung Tzu-wen|zh-Latn|variant|wade-giles|1930/1945": form, language, kind, romanisation, years. */
export function names(...forms: readonly string[]): readonly Name[] {
  return forms.map((form, at) => {
    const [words = '', language, kind, romanisation, years] = form.split('|');
    return {
      form: words,
      ...(language ? { lang: lang(language) } : {}),
      kind: NAME_KINDS.find((one) => one === kind) ?? (at === 0 ? 'preferred' : 'variant'),
      ...romanised(romanisation),
      ...(years ? { years } : {}),
    };
  });
}
const NAME_KINDS = ['preferred', 'variant', 'former', 'cover', 'pseudonym', 'abbreviation'] as const;
const ROMANISATIONS = ['pinyin', 'wade-giles', 'postal', 'bgn-pcgn', 'ala-lc', 'iso-9', 'other'] as const;
function romanised(words: string | undefined): Pick<Name, 'romanisation'> {
  const romanisation = ROMANISATIONS.find((one) => one === words);
  return romanisation ? { romanisation } : {};
}

interface AuthorityMore {
  readonly note?: string;
  readonly wikidata?: string;
  readonly invented?: boolean;
}
export function authority(name: string, forms: readonly Name[], more: AuthorityMore): AuthorityBase {
  return {
    identifiers: identified(name),
    names: forms,
    notes: more.note ? [en(more.note)] : [],
    links: more.wikidata
      ? [{ scheme: 'wikidata', url: `https://www.wikidata.org/wiki/${more.wikidata}` }]
      : [],
    attestations: [],
    ...(more.invented ? { invented: INVENTED } : {}),
  };
}

export const agent = (
  name: string,
  agentKind: Agent['agentKind'],
  forms: readonly Name[],
  more: AuthorityMore & { readonly years?: string } = {},
): Entry => ({
  key: key(name),
  record: {
    kind: 'agent',
    agentKind,
    ...authority(name, forms, more),
    ...(more.years ? { years: more.years } : {}),
  },
});

export function place(
  name: string,
  forms: readonly Name[],
  more: AuthorityMore & { readonly at?: readonly [number, number]; readonly within?: string } = {},
): Entry {
  const record: Place<SourceKey> = {
    kind: 'place',
    ...authority(name, forms, more),
    ...(more.at ? { coordinates: { latitude: more.at[0], longitude: more.at[1] } } : {}),
    ...(more.within ? { within: key(more.within) } : {}),
  };
  return { key: key(name), record };
}

export function subject(
  name: string,
  words: string,
  more: AuthorityMore & { readonly broader?: string } = {},
): Entry {
  const record: Subject<SourceKey> = {
    kind: 'subject',
    ...authority(name, names(`${words}|en`), more),
    broader: more.broader ? [key(more.broader)] : [],
  };
  return { key: key(name), record };
}

/** "sender|Reuter|reuter-ferry|station": role, name as it stands, whose key, station. */
export function who(...lines: readonly string[]): readonly Contribution<SourceKey>[] {
  return lines.map((line) => {
    const [role = '', name = '', agentKey, station] = line.split('|');
    return {
      role: roleOf(role),
      name,
      ...(agentKey ? { agent: key(agentKey) } : {}),
      ...(station ? { station } : {}),
    };
  });
}
function roleOf(words: string): ContributionRole {
  for (const role of ROLES) if (role === words) return role;
  throw new Error(`no such role: ${words}`);
}
const ROLES: readonly ContributionRole[] = [
  'author',
  'sender',
  'recipient',
  'copied-to',
  'participant',
  'interpreter',
  'note-taker',
  'drafter',
  'signatory',
  'translator',
  'subject',
  'creator',
  'other',
];

/** The date by which a document is listed; words without EDTF are a date that is not known. */
export const date = (words: string, means?: string, more: Partial<CataloguedDate> = {}): CataloguedDate => ({
  kind: 'created',
  words,
  ...(means ? { edtf: edtf(means) } : {}),
  isCatalogueDate: true,
  ...more,
});
export const alsoDate = (
  kind: CataloguedDate['kind'],
  words: string,
  means: string,
  more: Partial<CataloguedDate> = {},
): CataloguedDate => ({ kind, words, edtf: edtf(means), ...more });

export const title = (words: string, kind: Title['titleKind'] = 'supplied', language = 'en'): Title => ({
  text: words,
  lang: lang(language),
  titleKind: kind,
});

export const at = (role: PlaceMention['role'], ...places: readonly string[]): PlaceMention<SourceKey>[] =>
  places.map((one) => ({ place: key(one), role }));

export const step = (level: ReferenceLevel, code: string, label?: string) => ({
  level,
  code,
  ...(label ? { label } : {}),
});
export const path = (
  repositoryName: string,
  repository: string,
  ...steps: ReferencePath<SourceKey>['steps']
): ReferencePath<SourceKey> => ({ repositoryName, repository: key(repository), steps });

export const transcription = (
  name: string,
  language: string,
  first: number,
  makes: readonly Make[],
  notes: readonly NoteSource[] = [],
  by?: string,
): Transcription => ({
  kind: 'transcription',
  key: name,
  language: lang(language),
  ...(by ? { by } : {}),
  text: text(first, makes, notes),
});

export const translation = (
  name: string,
  language: string,
  of: string | undefined,
  first: number,
  makes: readonly Make[],
  notes: readonly NoteSource[] = [],
  by = 'Unsealed sample archive',
): Translation => ({
  kind: 'translation',
  key: name,
  language: lang(language),
  ...(of ? { of } : {}),
  by,
  text: text(first, makes, notes),
});

/**
 * Aligns two renditions block by block; `joined` lists the blocks of the second (counted from 0) that
 * answer to the same block of the first as the one before them does.
 */
export function align(
  from: Transcription | Translation,
  to: Transcription | Translation,
  joined: readonly number[] = [],
): Alignment {
  const links: { from: readonly BlockId[]; to: BlockId[]; basis: 'given' }[] = [];
  const firsts: readonly Block[] = from.text.blocks;
  to.text.blocks.forEach((block, index) => {
    const last = links.at(-1);
    if (joined.includes(index) && last) {
      last.to.push(block.id);
      return;
    }
    const other = firsts[links.length];
    if (other === undefined) throw new Error(`${from.key} has too few blocks for ${to.key}`);
    links.push({ from: [other.id], to: [block.id], basis: 'given' });
  });
  if (links.length !== firsts.length) throw new Error(`${to.key} has too few blocks for ${from.key}`);
  return { from: from.key, to: to.key, links };
}

type DocumentGiven = Partial<ArchiveDocument<SourceKey>> &
  Pick<ArchiveDocument<SourceKey>, 'titles' | 'summaries' | 'dates' | 'collections'>;

/** A document of the sample: what is not given is empty, and the names in its texts are bound to their records. */
export function document(name: string, given: DocumentGiven): Entry {
  const renditions = given.renditions ?? [];
  const record: ArchiveDocument<SourceKey> = {
    kind: 'document',
    contributions: [],
    subjects: [],
    places: [],
    languages: [],
    marking: { handling: [] },
    numbers: [],
    source: {},
    rights: { uri: CC0, words: 'Made for the sample archive and given to the public domain.' },
    funders: [],
    releases: [],
    alignments: [],
    related: [],
    holding: { kind: 'held' },
    attestations: [],
    ...given,
    identifiers: [...identified(name), ...(given.identifiers ?? [])],
    renditions,
    mentions: mentionsOf(renditions),
  };
  return { key: key(name), record };
}

function mentionsOf(renditions: readonly Rendition[]): readonly Mention<SourceKey>[] {
  const found = new Set<string>();
  for (const rendition of renditions) {
    if (rendition.kind === 'facsimile') continue;
    const { blocks, notes } = rendition.text;
    for (const inline of inlinesOf([...blocks, ...notes.flatMap((one) => one.blocks)]))
      if (typeof inline !== 'string' && inline.kind === 'name' && inline.key) found.add(inline.key);
  }
  return [...found].map((name) => ({ key: name, to: key(name) }));
}

type CollectionGiven = Partial<Collection<SourceKey>> & Pick<Collection<SourceKey>, 'titles' | 'description'>;
export function collection(name: string, given: CollectionGiven): Entry {
  const record: Collection<SourceKey> = {
    kind: 'collection',
    descriptionLang: 'en',
    seeAlso: [],
    curators: [],
    parents: [],
    matter: [],
    rights: { uri: CC0, words: 'Descriptions may be used without asking.' },
    notes: [],
    attestations: [],
    ...given,
    identifiers: [...identified(name), ...(given.identifiers ?? [])],
  };
  return { key: key(name), record };
}
