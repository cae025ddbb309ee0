import { guessLinks, type GuessedLink, type Passage } from '../core/alignment/guess-links.ts';
import { guessRevision, linksById } from '../core/alignment/revision.ts';
import type { Shared } from '../core/alignment/signs.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { AgendaItem } from '../core/event.ts';
import { primaryLanguage } from '../core/language.ts';
import type { Alignment } from '../core/rendition.ts';
import type { BlockId } from '../core/text.ts';
import type { CompareColumn, TextRendition } from './compare-page.ts';

/** A link between the passages of two columns, with what made it where it is a guess. */
export interface ColumnLink {
  readonly from: readonly BlockId[];
  readonly to: readonly BlockId[];
  readonly basis: Alignment['links'][number]['basis'];
  readonly shared: readonly Shared[];
  /** What both tell of, where a hand has said so. */
  readonly topic?: string;
}

/** Passages of one column that answer to those of another: as the record says, by hand or from the source; else guessed. */
export function linksBetween(
  one: CompareColumn,
  other: CompareColumn,
  passages: readonly Passage[],
  otherPassages: readonly Passage[],
  agenda: readonly AgendaItem[] = [],
): readonly ColumnLink[] {
  const [text, otherText] = [one.text, other.text];
  if (text === undefined || otherText === undefined) return [];
  const isSameDocument = one.page.label.id === other.page.label.id;
  if (!isSameDocument) {
    const both = { one, other, passages, otherPassages };
    const byHand = linksOfAgenda(agenda, both);
    return [...byHand, ...guessedBetween(agenda, byHand, both)];
  }
  const isOneText = text.key === otherText.key;
  const known = isOneText
    ? linksById(passages, otherPassages).map((link) => ({ ...link, basis: 'given' as const }))
    : storedLinks(one.page.view.record, text.key, otherText.key);
  const guessed =
    isOneText || areOneLanguage(text, otherText)
      ? guessRevision(passages, otherPassages, known)
      : guessBeside(passages, otherPassages, known);
  return [...known.map((link) => ({ ...link, shared: [] })), ...guessed];
}

interface Both {
  readonly one: CompareColumn;
  readonly other: CompareColumn;
  readonly passages: readonly Passage[];
  readonly otherPassages: readonly Passage[];
}

const toldIn = (item: AgendaItem, { page }: CompareColumn): readonly BlockId[] =>
  item.passages.filter(({ document }) => document === page.label.id).flatMap(({ blocks }) => blocks);

/** The items of an agenda of which both accounts tell in the texts that are compared. */
function linksOfAgenda(agenda: readonly AgendaItem[], both: Both): readonly ColumnLink[] {
  const told = (
    item: AgendaItem,
    column: CompareColumn,
    passages: readonly Passage[],
  ): readonly BlockId[] => {
    const here = new Set<string>(passages.map(({ id }) => id));
    return toldIn(item, column).filter((block) => here.has(block));
  };
  return agenda.flatMap((item): readonly ColumnLink[] => {
    const [from, to] = [told(item, both.one, both.passages), told(item, both.other, both.otherPassages)];
    return from.length === 0 || to.length === 0
      ? []
      : [{ from, to, basis: 'by-hand', shared: [], topic: item.title }];
  });
}

/** What no item of the agenda names may still answer to each other: that is guessed, between what the agenda sets. */
function guessedBetween(
  agenda: readonly AgendaItem[],
  byHand: readonly ColumnLink[],
  { one, other, passages, otherPassages }: Both,
): readonly GuessedLink[] {
  const open = (
    column: CompareColumn,
    all: readonly Passage[],
    set: readonly BlockId[],
  ): readonly Passage[] => {
    const silent = new Set<string>(agenda.flatMap((item) => toldIn(item, column)));
    for (const id of set) silent.delete(id);
    return all.filter(({ id }) => !silent.has(id));
  };
  const guessed = guessLinks(
    open(
      one,
      passages,
      byHand.flatMap(({ from }) => from),
    ),
    open(
      other,
      otherPassages,
      byHand.flatMap(({ to }) => to),
    ),
    'account',
    byHand,
  );
  return guessed.filter(({ from, to }) => areTogether(from, passages) && areTogether(to, otherPassages));
}

/** Nothing stands between them: what would, is named by the agenda as told by one alone. */
function areTogether(ids: readonly BlockId[], all: readonly Passage[]): boolean {
  const first = all.findIndex(({ id }) => id === ids[0]);
  return ids.every((id, at) => all[first + at]?.id === id);
}

/** What a hand or a source has set is whole: only where nothing is set at all is it guessed. */
const guessBeside = (
  passages: readonly Passage[],
  otherPassages: readonly Passage[],
  known: Alignment['links'],
): readonly GuessedLink[] => (known.length > 0 ? [] : guessLinks(passages, otherPassages, 'translation'));

export const areOneLanguage = (one: TextRendition, other: TextRendition): boolean =>
  primaryLanguage(one.language) === primaryLanguage(other.language);

/** The links that a record has between two of its texts, whichever way round they are stored. */
export function storedLinks({ alignments }: ArchiveDocument, from: string, to: string): Alignment['links'] {
  const straight = alignments.find((one) => one.from === from && one.to === to);
  if (straight !== undefined) return straight.links;
  const turned = alignments.find((one) => one.from === to && one.to === from);
  return turned?.links.map((link) => ({ ...link, from: link.to, to: link.from })) ?? [];
}
