import type { PageLine, PageText, PageWord } from '../../core/facsimile/page-text.ts';
import { printElement, printText } from '../xml/print-xml.ts';

const NAMESPACE = 'http://www.loc.gov/standards/alto/ns-v4#';
const SCHEMA = `${NAMESPACE} http://www.loc.gov/standards/alto/v4/alto-4-4.xsd`;

/** What is known of a page besides its words. */
export interface AltoPage {
  /** Its place in the document, from 1. */
  readonly number?: number;
  /** A BCP 47 tag, where it is in one language. */
  readonly language?: string | undefined;
}

/**
 * The words of a page as ALTO 4.4, in pixels: what {@link readAlto} reads back equal.
 *
 * Source: https://www.loc.gov/standards/alto/v4/alto-4-4.xsd, read 2026-11-23.
 */
export function writeAlto(page: PageText, imageName: string, about: AltoPage = {}): string {
  const { madeBy, widthPx, heightPx, lines } = page;
  const size = { HPOS: 0, VPOS: 0, WIDTH: widthPx, HEIGHT: heightPx };
  const description = [
    printElement('MeasurementUnit', {}, 'pixel'),
    printElement('sourceImageInformation', {}, textElement('fileName', imageName)),
    ...(madeBy ? [processing(madeBy.engine, madeBy.model)] : []),
  ].join('');
  const blocks = blocksOf(lines).map(printBlock).join('');
  const layout = printElement(
    'Page',
    {
      ID: 'page',
      ...(madeBy ? { PROCESSINGREFS: 'made' } : {}),
      HEIGHT: heightPx,
      WIDTH: widthPx,
      PHYSICAL_IMG_NR: about.number ?? 1,
      LANG: about.language,
    },
    printElement('PrintSpace', size, blocks),
  );
  const root = printElement(
    'alto',
    {
      xmlns: NAMESPACE,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': SCHEMA,
      SCHEMAVERSION: '4.4',
    },
    printElement('Description', {}, description) + printElement('Layout', {}, layout),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

const textElement = (name: string, text: string): string => printElement(name, {}, printText(text));

const processing = (engine: string, model: string | undefined): string =>
  printElement(
    'Processing',
    { ID: 'made' },
    printElement(
      'processingSoftware',
      {},
      textElement('softwareName', engine) +
        (model === undefined ? '' : textElement('applicationDescription', model)),
    ),
  );

function blocksOf(lines: readonly PageLine[]): readonly (readonly PageLine[])[] {
  const blocks: PageLine[][] = [];
  for (const line of lines) {
    if (line.words.length === 0) continue;
    const open = blocks.at(-1);
    if (line.isBlockStart || open === undefined) blocks.push([line]);
    else open.push(line);
  }
  return blocks;
}

function printBlock(lines: readonly PageLine[], at: number): string {
  const content = lines.map((line, nth) =>
    printLine(line, `b${at + 1}l${nth + 1}`, lines[nth - 1], lines[nth + 1]),
  );
  return printElement(
    'TextBlock',
    { ID: `b${at + 1}`, ...around(lines.flatMap(({ words }) => words)) },
    content.join(''),
  );
}

/** Only at the end of a line a word is divided: the schema has `HYP` nowhere else. */
function printLine(
  { words }: PageLine,
  id: string,
  before: PageLine | undefined,
  next: PageLine | undefined,
): string {
  const strings = words.map((word, at) => {
    const [isFirst, isLast] = [at === 0, at === words.length - 1];
    const space = isLast ? '' : printElement('SP', {});
    const begun = isFirst && before?.words.at(-1);
    const goesOn = isLast ? next?.words[0] : undefined;
    return printWord(word, isLast, substitution(word, begun || undefined, goesOn)) + space;
  });
  return printElement('TextLine', { ID: id, ...around(words) }, strings.join(''));
}

const isDivided = ({ text }: PageWord): boolean => text.endsWith('\u00ad');
const partOf = (word: PageWord): string => (isDivided(word) ? word.text.slice(0, -1) : word.text);

/** The whole word, where a line's end divides it: at both of its parts. */
function substitution(
  word: PageWord,
  begun: PageWord | undefined,
  goesOn: PageWord | undefined,
): Readonly<Record<string, string>> {
  if (goesOn && isDivided(word))
    return { SUBS_TYPE: 'HypPart1', SUBS_CONTENT: partOf(word) + partOf(goesOn) };
  if (begun && isDivided(begun)) return { SUBS_TYPE: 'HypPart2', SUBS_CONTENT: partOf(begun) + partOf(word) };
  return {};
}

function printWord(word: PageWord, isLast: boolean, substituted: Readonly<Record<string, string>>): string {
  const { x, y, w, h, confidence } = word;
  const isCut = isLast && isDivided(word);
  const content = isCut ? partOf(word) : word.text;
  return (
    printElement('String', {
      CONTENT: content,
      HPOS: x,
      VPOS: y,
      WIDTH: w,
      HEIGHT: h,
      WC: confidence,
      ...substituted,
    }) + (isCut ? printElement('HYP', { CONTENT: '\u00ad' }) : '')
  );
}

/** The box around boxes. */
function around(words: readonly PageWord[]): Readonly<Record<string, number>> {
  const left = Math.min(...words.map(({ x }) => x));
  const top = Math.min(...words.map(({ y }) => y));
  return {
    HPOS: left,
    VPOS: top,
    WIDTH: Math.max(...words.map(({ x, w }) => x + w)) - left,
    HEIGHT: Math.max(...words.map(({ y, h }) => y + h)) - top,
  };
}
