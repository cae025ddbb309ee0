import type { PageLine, PageText, PageWord } from '../../core/facsimile/page-text.ts';
import { printElement, printText } from '../xml/print-xml.ts';

const NAMESPACE = 'http://www.loc.gov/standards/alto/ns-v4#';
const SCHEMA = `${NAMESPACE} http://www.loc.gov/standards/alto/v4/alto-4-4.xsd`;

/**
 * The words of a page as ALTO 4.4, in pixels: what {@link readAlto} reads back equal.
 *
 * Source: https://www.loc.gov/standards/alto/v4/alto-4-4.xsd, read 2026-11-23.
 */
export function writeAlto(page: PageText, imageName: string): string {
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
    { ID: 'page', PHYSICAL_IMG_NR: 1, HEIGHT: heightPx, WIDTH: widthPx },
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
  const content = lines.map((line, nth) => printLine(line, `b${at + 1}l${nth + 1}`, lines[nth + 1]));
  return printElement(
    'TextBlock',
    { ID: `b${at + 1}`, ...around(lines.flatMap(({ words }) => words)) },
    content.join(''),
  );
}

function printLine({ words }: PageLine, id: string, next: PageLine | undefined): string {
  const strings = words.map((word, at) => {
    const isLast = at === words.length - 1;
    const space = isLast ? '' : printElement('SP', {});
    return printWord(word, isLast, isLast ? next?.words[0] : undefined) + space;
  });
  return printElement('TextLine', { ID: id, ...around(words) }, strings.join(''));
}

/** Only at the end of a line a word is divided: the schema has `HYP` nowhere else. */
function printWord(
  { text, x, y, w, h, confidence }: PageWord,
  isLast: boolean,
  goesOn: PageWord | undefined,
): string {
  const isDivided = isLast && text.endsWith('\u00ad');
  const content = isDivided ? text.slice(0, -1) : text;
  const subs = isDivided && goesOn ? { SUBS_TYPE: 'HypPart1', SUBS_CONTENT: content + goesOn.text } : {};
  const box = { HPOS: x, VPOS: y, WIDTH: w, HEIGHT: h };
  return (
    printElement('String', { CONTENT: content, ...box, WC: confidence, ...subs }) +
    (isDivided ? printElement('HYP', { CONTENT: '\u00ad' }) : '')
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
