import type { HandoutBlock, HandoutCell, HandoutText, Run, RunMark } from '../../core/handout.ts';
import type { Redaction } from '../../core/redaction.ts';
import { impossible } from '../../core/result.ts';
import type {
  Block,
  BlockId,
  EditorialMark,
  EmphasisStyle,
  Inline,
  ListItem,
  Note,
  Text,
} from '../../core/text.ts';
import type { Words } from '../../words/words.ts';

/** What a text is written out with, and what was met on the way: the marks that are to be explained. */
export interface TextHand {
  readonly words: Words;
  readonly numbers: ReadonlyMap<BlockId, number>;
  readonly labels: ReadonlyMap<BlockId, string>;
  readonly releaseYear: (key: string) => string | undefined;
  /** A heading that says what stands over the whole already. */
  readonly ownTitle?: BlockId;
  readonly met: Set<EditorialMark | 'redaction'>;
}

/** The blocks of a text, parts laid open, each with the number that it has on the page. */
export const blocksOf = (blocks: readonly Block[], hand: TextHand, depth = 0): readonly HandoutBlock[] =>
  blocks.flatMap((block) => handed(block, hand, depth));

type TextMaker = (
  style: HandoutText['style'],
  runs: readonly Run[],
  more?: Partial<HandoutText>,
) => HandoutText;

/** Writes paragraphs that are in a block's place, language and number. */
const textOf =
  (block: Block, hand: TextHand, depth: number): TextMaker =>
  (style, runs, more) => {
    const number = hand.numbers.get(block.id);
    return {
      kind: 'text',
      style,
      runs,
      ...(depth > 0 ? { depth } : {}),
      ...(number === undefined ? {} : { number }),
      ...(block.lang === undefined ? {} : { lang: block.lang }),
      ...(block.place === undefined ? {} : { place: block.place }),
      ...more,
    };
  };

function handed(block: Block, hand: TextHand, depth: number): readonly HandoutBlock[] {
  const text = textOf(block, hand, depth);
  switch (block.kind) {
    case 'heading':
      return block.id === hand.ownTitle
        ? []
        : [text('heading', runsOf(block.content, hand), { level: block.level })];
    case 'paragraph':
    case 'opener':
    case 'closer':
      return [text(block.kind === 'paragraph' ? 'body' : block.kind, runsOf(block.content, hand))];
    case 'rule': {
      const runs = runsOf(block.content, hand);
      return [text('rule', runs.some((run) => run.text.trim() !== '') ? runs : [{ text: '* * *' }])];
    }
    case 'verse':
      return [
        text(
          'verse',
          block.lines.flatMap((line, at) => [...(at > 0 ? [NEW_LINE] : []), ...runsOf(line, hand)]),
        ),
      ];
    case 'list':
      return listOf(block, hand, depth, text);
    case 'table':
      return [tableOf(block, hand)];
    case 'quote':
      return firstNumbered(blocksOf(block.blocks, hand, depth + 1), hand.numbers.get(block.id));
    case 'part':
      return [
        text('part', [{ text: hand.words.text.part(block.role) }]),
        ...blocksOf(block.blocks, hand, depth),
      ];
    case 'figure':
      return [
        text('small', [{ text: hand.words.handout.inText(hand.words.text.figureNotHeld) }]),
        ...(block.caption === undefined ? [] : [text('caption', runsOf(block.caption, hand))]),
      ];
    case 'page-break':
      return [text('page-turn', [{ text: hand.words.handout.pageTurn(block.page.label) }])];
    case 'redaction':
      return [text('body', redactionOf(block.redaction, hand))];
    default:
      return impossible(block);
  }
}

const NEW_LINE: Run = { text: '\n' };

/** A quotation has one number, which stands at its first paragraph. */
function firstNumbered(blocks: readonly HandoutBlock[], number: number | undefined): readonly HandoutBlock[] {
  const [first, ...rest] = blocks;
  return number === undefined || first?.kind !== 'text' ? blocks : [{ ...first, number }, ...rest];
}

function listOf(
  list: Extract<Block, { kind: 'list' }>,
  hand: TextHand,
  depth: number,
  text: TextMaker,
): readonly HandoutBlock[] {
  const number = hand.numbers.get(list.id);
  const items = list.items.flatMap((item, at) => itemOf(item, at, list.ordered, hand, depth));
  if (list.caption !== undefined) return [text('caption', runsOf(list.caption, hand)), ...items];
  return firstNumbered(items, number);
}

function itemOf(
  item: ListItem,
  at: number,
  ordered: boolean,
  hand: TextHand,
  depth: number,
): readonly HandoutBlock[] {
  const label = item.label === undefined ? '' : plain(runsOf(item.label, hand)).trim();
  const marker = label !== '' ? label : ordered ? `${at + 1}.` : '–';
  const [first, ...rest] = blocksOf(item.blocks, hand, depth + 1);
  const own: HandoutText = { kind: 'text', style: 'body', runs: [{ text: '\u00a0' }], depth: depth + 1 };
  if (first?.kind !== 'text')
    return [{ ...own, ...signed(marker) }, ...(first === undefined ? [] : [first]), ...rest];
  return [{ ...first, ...signed(marker, first.runs) }, ...rest];
}

const LONGEST_SIGN = 14;

/** A short label stands before the item; a long one begins it. */
const signed = (
  marker: string,
  runs: readonly Run[] = [{ text: '\u00a0' }],
): Pick<HandoutText, 'marker' | 'runs'> =>
  marker.length <= LONGEST_SIGN
    ? { marker, runs }
    : { runs: [{ text: `${marker} `, marks: ['italic'] }, ...runs] };

const MOST_COLUMNS = 100;

function tableOf(table: Extract<Block, { kind: 'table' }>, hand: TextHand): HandoutBlock {
  const number = hand.numbers.get(table.id);
  return {
    kind: 'table',
    rows: table.rows.map((row) => ({
      isHeader: row.isHeader,
      cells: row.cells.map((cell): HandoutCell => ({
        runs: runsOf(cell.content, hand),
        columns: Math.min(MOST_COLUMNS, Math.max(1, Math.trunc(cell.columns ?? 1))),
        isHeader: cell.isHeader ?? row.isHeader,
      })),
    })),
    ...(table.caption === undefined ? {} : { caption: runsOf(table.caption, hand) }),
    ...(number === undefined ? {} : { number }),
    ...(table.lang === undefined ? {} : { lang: table.lang }),
  };
}

/** The notes of a text, each under the label that its mark has. */
export function notesOf(text: Text, hand: TextHand): readonly HandoutBlock[] {
  return text.notes.flatMap((note) => noteOf(note, { ...hand, numbers: new Map() }));
}

function noteOf(note: Note, hand: TextHand): readonly HandoutBlock[] {
  const { words } = hand;
  const isSource = note.noteKind === 'source' && note.label === '';
  const marker = isSource ? words.text.sourceNote : note.label || '·';
  return blocksOf(note.blocks, hand).map((block, at): HandoutBlock => {
    if (block.kind !== 'text') return block;
    const lang = block.lang ?? note.lang;
    return {
      ...block,
      style: block.style === 'body' ? 'note' : block.style,
      ...(lang === undefined ? {} : { lang }),
      ...(at === 0 && block.marker === undefined ? { marker } : { depth: (block.depth ?? 0) + 1 }),
    };
  });
}

const plain = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

const EMPHASIS: Readonly<Record<EmphasisStyle, readonly RunMark[]>> = {
  italic: ['italic'],
  bold: ['bold'],
  underline: ['underline'],
  strikethrough: ['strike'],
  'small-caps': ['small-caps'],
  superscript: ['raised'],
  subscript: ['lowered'],
  spaced: ['spaced'],
  roman: ['roman'],
  code: [],
};

/** What stands within a block, as characters set alike. */
export function runsOf(
  content: readonly Inline[],
  hand: TextHand,
  marks: readonly RunMark[] = [],
): readonly Run[] {
  return content.flatMap((part): readonly Run[] => {
    if (typeof part === 'string') return part === '' ? [] : [{ text: part.replace(/\n/g, ' '), marks }];
    switch (part.kind) {
      case 'emphasis':
        return runsOf(part.content, hand, [...marks, ...EMPHASIS[part.style]]);
      case 'name':
      case 'date':
      case 'link':
        return runsOf(part.content, hand, marks);
      case 'span':
        return runsOf(part.content, hand, marks).map((run) =>
          part.lang === undefined || run.lang !== undefined ? run : { ...run, lang: part.lang },
        );
      case 'note-mark':
        return [{ text: part.label || hand.labels.get(part.note) || '*', marks: ['raised'] }];
      case 'page-mark':
        return [{ text: ` [${hand.words.handout.pageTurn(part.page.label)}] `, marks: ['quiet', 'roman'] }];
      case 'line-break':
        return [NEW_LINE];
      case 'redaction':
        return redactionOf(part.redaction, hand);
      case 'mark':
        return marked(part, hand, marks);
      default:
        return impossible(part);
    }
  });
}

const BRACKETED: ReadonlySet<EditorialMark> = new Set(['supplied', 'corrected', 'expansion', 'gap']);
const MARKED: Readonly<Partial<Record<EditorialMark, readonly RunMark[]>>> = {
  unclear: ['unclear'],
  deleted: ['strike'],
  added: ['underline'],
  hand: ['italic'],
};

/** An editor's mark as paper can show it. */
function marked(
  part: Extract<Inline, { kind: 'mark' }>,
  hand: TextHand,
  marks: readonly RunMark[],
): readonly Run[] {
  const { mark, note } = part;
  if (mark !== 'abbreviation') hand.met.add(mark);
  const inner = runsOf(part.content, hand, [...marks, ...(MARKED[mark] ?? [])]);
  const isEmpty = plain(inner).trim() === '';
  if (mark === 'sic') return [...inner, { text: ' [sic]', marks: ['italic', 'quiet'] }];
  if (!BRACKETED.has(mark)) return inner;
  const shown: readonly Run[] = isEmpty && mark === 'gap' ? [{ text: note ?? '…', marks }] : inner;
  return [{ text: '[', marks }, ...shown, { text: ']', marks }];
}

/** What an agency held back: its words in a black bar; or what a later release showed in its place. */
function redactionOf(redaction: Redaction, hand: TextHand): readonly Run[] {
  const { handout, text } = hand.words;
  const why = [redaction.words, redaction.exemption].filter(Boolean).join(' · ');
  if (redaction.shownLater !== undefined) {
    const { release, words: shown } = redaction.shownLater;
    return [
      { text: shown, marks: ['underline'] },
      { text: ` ${handout.inText(text.opened(hand.releaseYear(release)))}`, marks: ['quiet'] },
    ];
  }
  hand.met.add('redaction');
  return [{ text: handout.inText(why), marks: ['barred'] }];
}
