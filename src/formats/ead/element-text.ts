import type { XmlElement } from '../xml/xml-node.ts';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'p head list item defitem chronlist chronitem chronitemset eventgrp table row index indexentry blockquote note address addressline listhead label bibref archref controlaccess persname corpname famname geogname subject genreform function occupation name title physdesc physdescstructured descriptivenote daodesc relation titleproper author publisher repository bibliography sourceentry relationentry language extent'.split(
    ' ',
  ),
);
/** Of these only what is in running text is not on a line of its own. */
const NAMES = new Set(
  'persname corpname famname geogname subject genreform function occupation name title language bibref archref extent'.split(
    ' ',
  ),
);
const RUNNING = new Set(
  'p item unittitle head event abstract titleproper emph ref extref label physfacet bibref archref entry unitdate titlepage'.split(
    ' ',
  ),
);
const SEPARATED: Readonly<Record<string, string>> = {
  entry: ' | ',
  part: ' -- ',
  date: ' ',
  event: ' ',
  label: ' ',
  item: ' ',
  datesingle: ' ',
  daterange: ' ',
  fromdate: ' ',
  todate: '–',
  quantity: ' ',
  unittype: ' ',
};

/**
 * The words of an element as lines: a paragraph, an item or a row a line, cells parted by " | ", the parts
 * of a name by " -- "; white space once.
 *
 *   <list><item>A</item><item>B</item></list> -> "A\nB"
 */
export function linesOfElement(element: XmlElement, skip: ReadonlySet<XmlElement> = new Set()): string {
  const lines: string[] = [''];
  const add = (text: string): void => {
    lines.push((lines.pop() ?? '') + text);
  };
  const walk = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') add(child.replace(/[ \t\r\n]+/g, ' '));
      else if (!skip.has(child)) {
        const isLine = startsLine(child, parent);
        if (isLine) lines.push('');
        else if (child.name in SEPARATED && (lines.at(-1) ?? '').trim() !== '')
          add(SEPARATED[child.name] ?? '');
        if (child.name === 'lb') lines.push('');
        walk(child);
        if (isLine) lines.push('');
      }
    }
  };
  walk(element);
  return lines
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

const startsLine = (element: XmlElement, parent: XmlElement): boolean => {
  if (!BLOCKS.has(element.name)) return false;
  if (parent.name === 'defitem' || parent.name === 'chronitem')
    return element.name !== 'label' && element.name !== 'item';
  return !(NAMES.has(element.name) && RUNNING.has(parent.name));
};

/** The words of an element on one line. */
export const lineOf = (element: XmlElement | undefined): string =>
  element === undefined
    ? ''
    : linesOfElement(element)
        .replace(/\n/g, ', ')
        .replace(/,+(, )/g, '$1');
