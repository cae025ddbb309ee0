import { BLANK_DOCUMENT } from '../../core/blank-document.ts';
import type { Attestation } from '../../core/attestation.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { readDateWords } from '../../core/date/read-date-words.ts';
import type { ArchiveDocument, OwnNumber } from '../../core/document.ts';
import { sourceKey, type Draft, type SourceKey } from '../../core/draft.ts';
import type { ReferencePath } from '../../core/source.ts';
import { bindRepositories } from '../../core/source-line/repository-stub.ts';
import type { Text } from '../../core/text.ts';
import { passagesOf } from '../../core/text.ts';
import type { Exchange } from './cited-numbers.ts';
import { readCitation } from './cited-sources.ts';
import { namedDocuments, type NamedDocument } from './named-documents.ts';
import { anchorsOf, type Anchor } from './note-anchors.ts';
import { DEPARTMENT } from './stations.ts';
import { SAID, toldIn, toldOfAnchor, type Told } from './told-documents.ts';

/** Whose note tells of it, and where it is kept. */
export interface Teller {
  readonly base: string;
  readonly key: SourceKey;
  readonly document: ArchiveDocument<SourceKey>;
  /** Between whom it passed, so that "your 567" can be read. */
  readonly exchange: Exchange;
}

type Path = ReferencePath<never>;

/** The year a day without one is of: that of the document, or the one before where it would lie after it. */
function withYear(words: string, teller: Teller): string {
  const said = teller.document.dates[0]?.edtf?.slice(0, 10);
  if (/\d{4}/.test(words) || said === undefined || !/^\d{4}/.test(said)) return words;
  const year = said.slice(0, 4);
  const reading = readDateWords(`${words}, ${year}`);
  const isAfter =
    reading?.kind === 'date' &&
    said.length === 10 &&
    reading.edtf.slice(0, 7) > said.slice(0, 7) &&
    reading.edtf > said;
  const isFarAfter = isAfter && Number(reading.edtf.slice(5, 7)) - Number(said.slice(5, 7)) > 2;
  return `${words}, ${isFarAfter ? Number(year) - 1 : year}`;
}

function dateOf(named: NamedDocument, teller: Teller): CataloguedDate | undefined {
  if (named.dateWords === undefined) return undefined;
  const words = withYear(named.dateWords.replace(/Mch\./, 'March'), teller);
  const reading = readDateWords(words);
  return {
    kind: 'created',
    words: named.dateWords,
    ...(reading?.kind === 'date' ? { edtf: reading.edtf } : {}),
    isCatalogueDate: true,
    ...(/\d{4}/.test(named.dateWords) ? {} : { inferredFrom: 'the document whose note tells of it' }),
  };
}

/** Letters and digits of a title: what is called the same in one volume is the same. */
const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

function draftOf(told: Told, source: Path | undefined, note: string, teller: Teller): readonly Draft[] {
  const { named } = told;
  const lang = teller.document.languages[0];
  const date = dateOf(named, teller);
  const year =
    date?.inferredFrom === undefined && date !== undefined
      ? ''
      : (date?.edtf ?? teller.document.dates[0]?.edtf)?.slice(0, 4);
  const value = `${teller.base}#not-held-${folded(`${named.title} ${year ?? ''}`)}`;
  const bound = source && bindRepositories({ original: source });
  const by = (field: string): Attestation => ({ field, by: 'rule', from: note });
  const record: ArchiveDocument<SourceKey> = {
    ...BLANK_DOCUMENT,
    identifiers: [{ scheme: 'tei', value }],
    titles: lang === undefined ? [] : [{ text: named.title, lang, titleKind: 'supplied' }],
    dates: date === undefined ? [] : [date],
    genre: named.genre,
    numbers: named.number ? [named.number] : [],
    source: bound?.note ?? {},
    related: [{ document: teller.key, relation: 'mentioned-in' }],
    collections: teller.document.collections,
    holding: { kind: 'not-held', reason: told.reason, words: told.words },
    attestations: [
      'titles.0',
      'genre',
      ...(date === undefined ? [] : ['dates.0']),
      'holding',
      ...(named.number ? ['numbers.0'] : []),
      ...(bound ? ['source'] : []),
    ].map(by),
  };
  return [...(bound?.stubs ?? []), { key: sourceKey('tei', value), record, joins: 'whole' }];
}

/** A citation in brackets, with where it stands in its note. */
interface Cited {
  readonly start: number;
  readonly path: Path;
}

function citationsIn(words: string, before: Path | undefined): readonly Cited[] {
  const cited: Cited[] = [];
  let last = before;
  for (const found of words.matchAll(/\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g)) {
    const path = readCitation(found[1] ?? '', last);
    if (path === undefined) continue;
    cited.push({ start: found.index, path });
    last = path;
  }
  return cited;
}

const lastCitedIn = (words: string, before: Path | undefined): Path | undefined =>
  words.includes('(') ? (citationsIn(words, before).at(-1)?.path ?? before) : before;

/** From where to where a numbered one passed: as its citation was read, else by whose it is. */
function routeOf(
  { owner, start, end }: NamedDocument,
  anchor: Anchor | undefined,
  { exchange }: Teller,
): Pick<OwnNumber, 'from' | 'to'> | undefined {
  const to = anchor?.links.find((link) => link.end > start && link.end <= end)?.to;
  if (to?.from !== undefined) return to.to === undefined ? { from: to.from } : { from: to.from, to: to.to };
  const { post, isFromPost } = exchange;
  if (post === undefined || owner === undefined) return undefined;
  const comesFromPost = owner === 'post' || owner === (isFromPost ? 'my' : 'your');
  return comesFromPost ? { from: post } : { from: DEPARTMENT, to: post };
}

/** What "your 567" or "my letter of May 3" is, by who wrote to whom; undefined where that is not known. */
function settled(
  named: NamedDocument,
  anchor: Anchor | undefined,
  teller: Teller,
): NamedDocument | undefined {
  const { owner, number, dateWords, genre } = named;
  if (owner === undefined) return named;
  const on = dateWords === undefined ? '' : `, ${dateWords}`;
  if (number !== undefined) {
    const route = routeOf(named, anchor, teller);
    if (route === undefined) return dateWords === undefined ? undefined : named;
    const way = route.to === undefined ? `from ${route.from}` : `to ${route.to}`;
    return { ...named, title: `${genre} ${number.value} ${way}${on}`, number: { ...number, ...route } };
  }
  if (owner === 'post' || owner === 'department') return named;
  const [sender, recipient] = (['sender', 'recipient'] as const).map((role) =>
    teller.document.contributions.find((one) => one.role === role),
  );
  if (sender === undefined || recipient === undefined) return undefined;
  const [from, by] = owner === 'my' ? [sender, recipient] : [recipient, sender];
  return { ...named, title: `${genre} from ${from.name} to ${by.name}${on}`.slice(0, 160) };
}

/** Behind a document's name, what only says what it is about. */
const ABOUT =
  /^,? (?:regarding|concerning|about|re|relative to|with regard to|with reference to|on the subject) [^.;]{3,70}$/;

/** What the words before a note's mark name, where the note says of it that it is not here. */
function atAnchor(note: string, anchor: Anchor | undefined, teller: Teller): Told | undefined {
  const said = toldOfAnchor(note);
  if (said === undefined || anchor === undefined) return undefined;
  const words = anchor.words.replace(/[\s,.;:)”"’\]]+$/, '');
  const last = namedDocuments(anchor.words).at(-1);
  if (last === undefined || (last.end < words.length && !ABOUT.test(words.slice(last.end)))) return undefined;
  if (said.kind !== undefined && !last.genre.toLowerCase().startsWith(said.kind.toLowerCase()))
    return undefined;
  const isDated = said.dateWords !== undefined && last.dateWords === undefined;
  const dated = isDated
    ? { ...last, title: `${last.title}, ${said.dateWords}`, dateWords: said.dateWords }
    : last;
  const named = settled(dated, anchor, teller);
  if (named === undefined) return undefined;
  const phrase = anchor.words.slice(last.start, last.end);
  return { named, reason: said.reason, words: `“${phrase}”: ${said.words}`, end: said.end };
}

/**
 * The documents that a text's notes say were not printed or not found, where they say enough to ask for one:
 * those that a note's own sentence names, and those named in the text where a note stands that says no more
 * than "Not printed."
 */
export function* readNotHeld(text: Text, teller: Teller): Generator<Draft> {
  const notes = text.notes.map((note) => ({
    note,
    words: [...passagesOf(note.blocks)].map((passage) => passage.text).join(' '),
  }));
  const said = new Set(notes.filter(({ words }) => SAID.test(words)).map(({ note }) => note.id));
  if (said.size === 0) return;
  const anchors = anchorsOf(text, said);
  const original = teller.document.source.original;
  let last: Path | undefined = original && { repositoryName: original.repositoryName, steps: original.steps };
  const passed: string[] = [];
  for (const { note, words } of notes) {
    passed.push(words);
    if (!said.has(note.id)) continue;
    const anchored = atAnchor(words, anchors.get(note.id), teller);
    const all = [...(anchored ? [anchored] : []), ...toldIn(words)];
    if (all.length === 0) continue;
    for (const before of passed.splice(0, passed.length - 1)) last = lastCitedIn(before, last);
    const cited = citationsIn(words, last);
    for (const told of all) {
      const named = told === anchored ? told.named : settled(told.named, undefined, teller);
      if (named === undefined) continue;
      const isHere = ({ start }: Cited): boolean =>
        start <= told.end + 1 && start >= told.end - told.words.length;
      const own = cited.filter(isHere).at(anchored === told ? 0 : -1);
      yield* draftOf({ ...told, named }, own?.path, `note ${note.label}`, teller);
    }
  }
}
