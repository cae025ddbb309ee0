import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { pageFinder, type FindPage } from '../../core/facsimile/page-of-mark.ts';
import type { Facsimile } from '../../core/rendition.ts';
import type { Words } from '../../words/words.ts';
import { articlesOf, type Article } from './articles.ts';
import { withGuesses } from './guessed.ts';
import { portionsOf, wholeOf, type Portion } from './portions.ts';
import { KeptTexts } from './kept-texts.ts';
import { columnsOf, type Column } from './reader.ts';

/** How a document is laid out before it is written: its columns, its scans, and its portions. */
export interface Plan {
  /** With what is guessed of how its texts stand beside each other. */
  readonly document: ArchiveDocument;
  readonly columns: readonly Column[];
  readonly scans: readonly Facsimile[];
  readonly articles: readonly Article[];
  readonly finders: readonly FindPage[];
  readonly portions: readonly [Portion, ...Portion[]];
}

const KEPT_CHARACTERS = 4_000_000;

/** Plans of the documents that were asked for, as long as these are at hand: a long one is asked for part by part. */
export class Plans {
  readonly #known = new WeakMap<ArchiveDocument, Plan>();
  readonly #words: Words;
  /** How their texts are written. */
  readonly texts = new KeptTexts(KEPT_CHARACTERS);

  constructor(words: Words) {
    this.#words = words;
  }

  of(page: RecordPage<ArchiveDocument>): Plan {
    const { record } = page.view;
    const known = this.#known.get(record);
    if (known !== undefined) return known;
    const plan = planOf(this.#words, withGuesses(page));
    this.#known.set(record, plan);
    return plan;
  }

  /** An edition that was asked for by its number is one page, however long it is. */
  wholeOf(page: RecordPage<ArchiveDocument>): Plan {
    const plan = this.of(page);
    if (plan.portions.length === 1) return plan;
    return { ...plan, portions: [wholeOf(plan.articles, plan.scans)] };
  }
}

function planOf(words: Words, record: ArchiveDocument): Plan {
  const columns = columnsOf(record, words);
  const scans = record.renditions.filter((one): one is Facsimile => one.kind === 'facsimile');
  const articles = articlesOf(record, columns);
  const finders = scans.map((scan) => pageFinder(scan.pages));
  return {
    document: record,
    columns,
    scans,
    articles,
    finders,
    portions: portionsOf(articles, scans, finders),
  };
}
