import { guessLinks } from '../core/alignment/guess-links.ts';
import { passagesOfText } from '../core/alignment/passages.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { PublicRecord } from '../core/public-record.ts';
import type { Alignment } from '../core/rendition.ts';
import { isText } from './compare-columns.ts';
import { storedLinks } from './compare-links.ts';
import type { TextRendition } from './compare-page.ts';
import { knownForms, namesOf, type Views } from './known-forms.ts';

/** So many texts of one document are set beside its first by guess, and so many blocks of each. */
const MOST_TEXTS = 6;
const MOST_BLOCKS = 1500;

/**
 * Which passages of a document's texts answer to each other where neither its source nor a hand has said so. It is
 * guessed when a page of it is first asked for, and remembered as long as the record is: a guess is never stored,
 * so that an import costs nothing, a better guess needs none, and nothing guessed can be taken for given.
 */
export class GuessedAlignments {
  readonly #views: Views;
  readonly #known = new WeakMap<PublicRecord, Promise<readonly Alignment[]>>();

  constructor(views: Views) {
    this.#views = views;
  }

  /** Of the document as the public sees it; nothing where all is said, or there is one text. */
  of(view: PublicRecord): Promise<readonly Alignment[]> {
    const { record } = view;
    if (record.kind !== 'document') return NONE;
    const [main, ...others] = textsOf(record);
    if (main === undefined) return NONE;
    const open = others.filter(({ key }) => storedLinks(record, main.key, key).length === 0);
    if (open.length === 0) return NONE;
    const known = this.#known.get(view) ?? this.#guess(record, main, open.slice(0, MOST_TEXTS));
    this.#known.set(view, known);
    return known;
  }

  async #guess(
    record: ArchiveDocument,
    main: TextRendition,
    others: readonly TextRendition[],
  ): Promise<readonly Alignment[]> {
    const names = namesOf(record, await knownForms(this.#views, [record]));
    const passages = ({ text, language }: TextRendition) => passagesOfText(text, names, language);
    const first = passages(main);
    if (first.length > MOST_BLOCKS) return [];
    return others.flatMap((other) => {
      const theirs = passages(other);
      if (theirs.length > MOST_BLOCKS) return [];
      const links = guessLinks(first, theirs, 'translation');
      const said = links.map(({ from, to, basis }) => ({ from, to, basis }));
      return said.length === 0 ? [] : [{ from: main.key, to: other.key, links: said }];
    });
  }
}

const NONE: Promise<readonly Alignment[]> = Promise.resolve([]);

/** The text by which a document is read first, and its translations: releases of one text are compared, not aligned. */
function textsOf({ renditions, releases }: ArchiveDocument): readonly TextRendition[] {
  const texts = renditions.filter(isText);
  const main = texts.find(({ kind }) => kind === 'transcription') ?? texts[0];
  if (main === undefined) return [];
  const released = new Set(releases.flatMap(({ rendition }) => rendition ?? []));
  return [main, ...texts.filter((one) => one !== main && !released.has(one.key))];
}
