import type { Publication } from '../collection.ts';
import type { Contribution, ContributionRole } from '../contribution.ts';
import type { CataloguedDate } from '../date/catalogued-date.ts';
import { catalogueDate, type ArchiveDocument, type Title } from '../document.ts';
import { handsOf } from '../hands.ts';
import type { RecordId } from '../id.ts';
import type { LanguageTag } from '../language.ts';
import type { Label } from '../label.ts';
import type { Edition } from '../lifecycle.ts';
import type { PublicRecord } from '../public-record.ts';
import type { ReferencePath } from '../source.ts';
import { citedPerson, printName, type CitedName } from './cited-name.ts';
import { citedVolume, type CitedVolume } from './cited-volume.ts';

/** What a document is to a bibliography. */
export type CitedKind = 'letter' | 'message' | 'report' | 'speech' | 'interview' | 'treaty' | 'other';

export interface CitedPerson {
  readonly role: ContributionRole;
  readonly name: CitedName;
}

/** A title as a citation has it. */
export interface CitedTitle {
  readonly text: string;
  readonly lang?: LanguageTag;
  /** It was made by those who described the document: a description, which no style sets in quotation marks. */
  readonly isDescription: boolean;
  /** The same in the reader's language, where the title is in another. */
  readonly translated?: string;
}

/**
 * What a citation of a document, or of a passage of it, consists of, before any style has put it in order.
 * Made of what is public alone.
 */
export interface Citation {
  readonly id: RecordId;
  readonly edition: Pick<Edition, 'number' | 'at'>;
  readonly kind: CitedKind;
  readonly title: CitedTitle;
  /** The title as the archive lists it. */
  readonly listedAs: string;
  readonly genre?: string;
  readonly date?: CataloguedDate;
  readonly people: readonly CitedPerson[];
  /** Where the original lies: the repository, its place, and the steps down to the document. */
  readonly original?: { readonly repository: string; readonly place?: string; readonly path: ReferencePath };
  /** The source line as catalogued, where no path was read from it. */
  readonly sourceLine?: string;
  readonly copy?: ReferencePath;
  /** The edition from which the text was taken, in its words. */
  readonly printedIn?: string;
  readonly volume?: CitedVolume;
  readonly collection?: string;
  readonly languages: readonly LanguageTag[];
  readonly summary?: string;
  /** Invented texts say so wherever they go. */
  readonly invented?: string;
  /** So do those that are known and not held, and those of which something is held back today: why, in words. */
  readonly notHeld?: string;
  readonly withheld?: string;
  /** What our archive calls itself, and the address of the document in it without decoration. */
  readonly archive: string;
  readonly address: string;
  readonly ark?: string;
  readonly passage?: CitedPassage;
}

export interface CitedPassage {
  /** "b5", "b5-b9"; of a scan "s1, page 3". */
  readonly place: string;
  /** The number that readers see beside it, or of the scan the label of its page. */
  readonly number?: { readonly kind: 'paragraph' | 'page'; readonly words: string };
  /** Of the words: see {@link foldPassage}. A page of a scan has none. */
  readonly digest?: string;
  /** Of a translation its translator is named; of the original text nobody is said to have translated it. */
  readonly translatedBy?: readonly CitedName[];
  /** Where it stands in the edition that is cited. */
  readonly address: string;
}

/** What of other records, and of the archive itself, a citation is made with. */
export interface CitationContext {
  readonly labels: Pick<ReadonlyMap<RecordId, Label>, 'get'>;
  /** The place of the repository that holds the original. */
  readonly repositoryPlace?: string;
  /** The volume that the document was printed in. */
  readonly volume?: { readonly title: string; readonly published?: Publication };
  /** The same, where it is known already as a citation names it. */
  readonly cited?: CitedVolume;
  readonly archive: string;
  readonly address: string;
  readonly ark?: string;
  /** The reader's language: "en". */
  readonly language: string;
  readonly passage?: CitedPassage;
}

/** What a public document is cited by. */
export function citationOf(view: PublicRecord<ArchiveDocument>, context: CitationContext): Citation {
  const { record } = view;
  const { source } = record;
  const date = catalogueDate(record);
  const volume = context.cited ?? citedVolume(record.identifiers, context.volume);
  const collection = record.collections.map((one) => context.labels.get(one.collection)?.title).find(Boolean);
  const summary = record.summaries.find(({ lang }) => lang === context.language) ?? record.summaries[0];
  const repository = source.original?.repository && context.labels.get(source.original.repository)?.title;
  return {
    id: view.id,
    edition: { number: view.edition.number, at: view.edition.at },
    kind: kindOfGenre(record.genre),
    title: titleOf(record, view.id, context.language),
    listedAs: record.titles[0]?.text ?? view.id,
    people: peopleOf(record, context).filter((one) => isOfPassage(one, context.passage)),
    languages: record.languages.length > 0 ? record.languages : languagesOfTexts(record),
    archive: context.archive,
    address: context.address,
    ...(record.genre === undefined ? {} : { genre: record.genre }),
    ...(date === undefined ? {} : { date }),
    ...(source.original === undefined
      ? {}
      : {
          original: {
            repository: repository ?? source.original.repositoryName,
            path: source.original,
            ...(context.repositoryPlace === undefined ? {} : { place: context.repositoryPlace }),
          },
        }),
    ...(source.original === undefined && source.verbatim !== undefined
      ? { sourceLine: source.verbatim }
      : {}),
    ...(source.copy === undefined ? {} : { copy: source.copy }),
    ...(source.edition === undefined ? {} : { printedIn: source.edition.words }),
    ...(volume === undefined ? {} : { volume }),
    ...(collection === undefined ? {} : { collection }),
    ...(summary === undefined ? {} : { summary: summary.text }),
    ...(record.invented === undefined ? {} : { invented: record.invented }),
    ...(record.holding.kind === 'held' ? {} : { notHeld: record.holding.words }),
    ...(view.withheld.length === 0
      ? {}
      : { withheld: [...new Set(view.withheld.map(({ words }) => words))].join(' ') }),
    ...(context.ark === undefined ? {} : { ark: context.ark }),
    ...(context.passage === undefined ? {} : { passage: context.passage }),
  };
}

const languagesOfTexts = (record: ArchiveDocument): readonly LanguageTag[] => [
  ...new Set(record.renditions.flatMap((one) => (one.kind === 'transcription' ? [one.language] : []))),
];

/** The title that the document bears itself, with its translation; else what describes it. */
function titleOf({ titles }: ArchiveDocument, id: RecordId, language: string): CitedTitle {
  const own = titles.find(({ titleKind }) => titleKind === 'original');
  const first = own ?? titles[0];
  if (first === undefined) return { text: id, isDescription: true };
  const other = titles.find((one) => one !== first && isIn(one, language) && !isIn(first, language));
  return {
    text: first.text,
    lang: first.lang,
    isDescription: first.titleKind === 'supplied',
    ...(other === undefined ? {} : { translated: other.text }),
  };
}

const isIn = ({ lang }: Title, language: string): boolean =>
  lang === language || lang.startsWith(`${language}-`);

function peopleOf(record: ArchiveDocument, context: CitationContext): readonly CitedPerson[] {
  const hands = handsOf(record).map((one) => ({ role: one.role, name: nameOf(one, context) }));
  const seen = new Set<string>();
  return hands.filter((one) => {
    const key = JSON.stringify(one);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** A passage of one text was not translated by who translated another. */
function isOfPassage({ role, name }: CitedPerson, passage: CitedPassage | undefined): boolean {
  const by = passage?.translatedBy;
  if (role !== 'translator' || by === undefined) return true;
  return by.some((one) => printName(one) === printName(name));
}

function nameOf({ agent, name }: Contribution, { labels }: CitationContext): CitedName {
  const label = agent === undefined ? undefined : labels.get(agent);
  const isBody = label?.agentKind === 'body' || label?.agentKind === 'office';
  return isBody ? { kind: 'whole', name: label.title } : citedPerson(label?.title ?? name);
}

const KINDS: readonly (readonly [words: RegExp, kind: CitedKind])[] = [
  [/telegram|cable|airgram|message|dispatch|despatch|телеграмма|电报|電報/i, 'message'],
  [/letter|письмо|brief|信/i, 'letter'],
  [/report|estimate|study|survey|bulletin|assessment|доклад|报告|報告/i, 'report'],
  [/speech|address|statement|речь|讲话/i, 'speech'],
  [/interview/i, 'interview'],
  [/treaty|agreement|convention|protocol|договор|条约/i, 'treaty'],
];

/** What a document of a genre is to a bibliography: "Telegram" -> message. */
export const kindOfGenre = (genre = ''): CitedKind =>
  KINDS.find(([words]) => words.test(genre))?.[1] ?? 'other';

/** People of a citation in any of these roles, each once. */
export const inRoles = (citation: Citation, ...roles: readonly ContributionRole[]): readonly CitedName[] =>
  citation.people.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
