import type { RecordPage } from '../../actions/pages.ts';
import { catalogueDate, type ArchiveDocument } from '../../core/document.ts';
import type { Handout, HandoutBlock, HandoutText, Run } from '../../core/handout.ts';
import { EDITORIAL_MARKS, type BlockId } from '../../core/text.ts';
import { addressOf } from '../addresses.ts';
import { archivalCitation, citationOfPage } from './citation.ts';
import type { Site } from '../site.ts';
import { factsOf } from './handout-facts.ts';
import { blocksOf, notesOf, type TextHand } from './handout-text.ts';
import { ownTitleOf } from './own-title.ts';
import { paragraphNumbers } from './paragraph-numbers.ts';
import { columnsOf, type Column } from './reader.ts';
import { dateWords } from './when.ts';

type DocumentPage = RecordPage<ArchiveDocument>;

/**
 * A public document as it is handed out on paper: its description, each text with the numbers of its page,
 * the marks in it explained, how to cite it, and where it is.
 */
export function handoutOf(site: Site, page: DocumentPage): Handout {
  const { words, settings } = site;
  const { edition, record } = page.view;
  const { scripts, otherScript, someLeftOut } = words.handout;
  const name = words.handout.name(page.label.id, edition.number);
  const columns = columnsOf(record, words);
  const met: TextHand['met'] = new Set();
  const sections = sectionsOf(site, page, columns, met);
  return {
    lang: words.language.tag,
    title: page.label.title,
    name,
    madeAt: edition.at,
    archive: settings.name,
    foot: `${shortAddressOf(site, page)} · ${name}`,
    blocks: [
      ...headOf(site, page),
      { kind: 'facts', rows: factsOf(site, page) },
      ...(columns.length === 0 ? notHeldOf(site, record) : sections),
      ...marksOf(site, met),
      ...citationOf(site, page, sections),
    ],
    says: { scripts, otherScript, someLeftOut },
  };
}

const text = (style: HandoutText['style'], runs: string | readonly Run[], lang?: string): HandoutText => ({
  kind: 'text',
  style,
  runs: typeof runs === 'string' ? [{ text: runs }] : runs,
  ...(lang === undefined ? {} : { lang }),
});

const shortAddressOf = (site: Site, page: DocumentPage): string =>
  site.settings.address + addressOf(site, { ...page.label, slug: '' });

function headOf(site: Site, page: DocumentPage): readonly HandoutBlock[] {
  const { words } = site;
  const { record, edition, editions, withheld } = page.view;
  const [, ...others] = record.titles;
  const date = catalogueDate(record);
  const isOld = edition.number !== editions.at(-1)?.number;
  const by = (one: { readonly by?: string }): readonly HandoutBlock[] =>
    one.by === undefined ? [] : [text('small', words.document.summaryBy(one.by))];
  return [
    text(
      'when',
      [record.genre, date === undefined ? words.list.undated : dateWords(site, date, true)]
        .filter(Boolean)
        .join(' · '),
    ),
    text('title', page.label.title, page.label.lang),
    ...others.map((one) => text('other-title', one.text, one.lang)),
    ...(record.invented === undefined ? [] : [text('notice', record.invented)]),
    ...(isOld ? [text('notice', words.handout.oldEdition(edition.number))] : []),
    ...withheld.map((one) =>
      text(
        'notice',
        words.handout.heldBack(
          one.until === undefined
            ? one.words
            : `${one.words} (${words.document.until(words.day(one.until))})`,
        ),
      ),
    ),
    ...record.summaries.flatMap((one) => [text('abstract', one.text, one.lang), ...by(one)]),
  ];
}

function notHeldOf({ words }: Site, { holding }: ArchiveDocument): readonly HandoutBlock[] {
  const [title, says] =
    holding.kind === 'not-held'
      ? [words.notHeld[holding.reason], holding.words]
      : [words.document.noText, words.document.noTextSays];
  return [{ kind: 'section', title, blocks: [text('body', says)], unprintable: [] }];
}

/** Each text under its language, the original first, its notes at its end. */
function sectionsOf(
  site: Site,
  page: DocumentPage,
  columns: readonly Column[],
  met: TextHand['met'],
): readonly HandoutBlock[] {
  const { words } = site;
  const { record } = page.view;
  const numbers = paragraphNumbers(record, columns);
  return columns.map((column): HandoutBlock => {
    const { rendition, name } = column;
    const ownTitle = columns.length === 1 ? ownTitleOf(record.titles, rendition.text) : undefined;
    const hand: TextHand = {
      words,
      met,
      numbers: numbers.get(column) ?? new Map<BlockId, number>(),
      labels: new Map(rendition.text.notes.map((note) => [note.id, note.label])),
      releaseYear: (key) => record.releases.find((one) => one.key === key)?.date?.slice(0, 4),
      ...(ownTitle === undefined ? {} : { ownTitle }),
    };
    const { madeBy } = rendition;
    const engine = madeBy && [madeBy.engine, madeBy.model].filter(Boolean).join(', ');
    const notes = notesOf(rendition.text, hand);
    return {
      kind: 'section',
      title: words.document.textOf(rendition, name),
      blocks: [
        ...(rendition.by === undefined ? [] : [text('small', words.document.about(rendition, name))]),
        ...(engine === undefined ? [] : [text('notice', words.handout.machineRead(engine))]),
        ...(rendition.rightsWords === undefined ? [] : [text('small', rendition.rightsWords)]),
        ...inLanguage(blocksOf(rendition.text.blocks, hand), rendition.language),
        ...(notes.length === 0 ? [] : [text('part', words.text.notes)]),
        ...inLanguage(notes, rendition.language),
      ],
      unprintable: [
        { text: `${words.handout.unprintable(name)} ` },
        { text: shortAddressOf(site, page), link: shortAddressOf(site, page) },
      ],
    };
  });
}

/** What does not say its language is in that of its text. */
const inLanguage = (blocks: readonly HandoutBlock[], lang: string): readonly HandoutBlock[] =>
  lang === 'und'
    ? blocks
    : blocks.map((block) =>
        block.kind === 'text' || block.kind === 'table' ? { ...block, lang: block.lang ?? lang } : block,
      );

function marksOf({ words }: Site, met: TextHand['met']): readonly HandoutBlock[] {
  const rows = [
    ...(met.has('redaction') ? [[words.handout.redaction, words.handout.redactionSays] as const] : []),
    ...EDITORIAL_MARKS.filter((mark) => met.has(mark)).map(
      (mark) => [words.handout.markSamples[mark], words.text.marks[mark]] as const,
    ),
  ];
  if (rows.length === 0) return [];
  return [
    {
      kind: 'section',
      title: words.handout.marks,
      blocks: [{ kind: 'facts', rows: rows.map(([name, says]) => ({ name, values: [[{ text: says }]] })) }],
      unprintable: [],
    },
  ];
}

function citationOf(
  site: Site,
  page: DocumentPage,
  sections: readonly HandoutBlock[],
): readonly HandoutBlock[] {
  const { words, settings } = site;
  const citation = citationOfPage({ settings, language: words.language.tag }, page);
  const { address } = citation;
  const [before = '', ...behind] = archivalCitation(site, citation).split(address);
  const isNumbered = sections.some(
    (one) => one.kind === 'section' && one.blocks.some((block) => 'number' in block),
  );
  return [
    {
      kind: 'section',
      title: words.handout.howToCite,
      blocks: [
        text('citation', [
          { text: before },
          { text: address, link: address },
          { text: behind.join(address) },
        ]),
        ...(isNumbered
          ? [
              text('small', [
                { text: `${words.handout.paragraphs} ` },
                { text: `${address}#p1`, link: `${address}#p1` },
              ]),
            ]
          : []),
        ...(settings.notice === undefined ? [] : [text('small', settings.notice)]),
      ],
      unprintable: [],
    },
  ];
}
