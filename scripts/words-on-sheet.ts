import type { PageLine, PageWord } from '../src/core/facsimile/page-text.ts';

/**
 * The words on a drawn page and their boxes, in the order in which they are read; what is under a bar is not
 * there. Runs within the page, so that everything it needs stands in it.
 */
export function linesOnSheet(): PageLine[] {
  const whole = (value: number): number => Math.round(value);
  /** A word in one piece, or in as many as there are lines that it stands on. */
  const piecesOf = (node: Text, from: number, to: number): PageWord[] => {
    const pieces: { text: string; left: number; top: number; right: number; bottom: number }[] = [];
    for (let at = from; at < to; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      const last = pieces.at(-1);
      const character = node.data.charAt(at);
      if (last === undefined || box.top > last.bottom - 4)
        pieces.push({ text: character, left: box.left, top: box.top, right: box.right, bottom: box.bottom });
      else {
        last.text += character;
        last.left = Math.min(last.left, box.left);
        last.right = Math.max(last.right, box.right);
        last.top = Math.min(last.top, box.top);
        last.bottom = Math.max(last.bottom, box.bottom);
      }
    }
    return pieces.map(({ text, left, top, right, bottom }) => ({
      text: text.normalize('NFC'),
      x: whole(left),
      y: whole(top),
      w: whole(right) - whole(left),
      h: whole(bottom) - whole(top),
    }));
  };
  const lines: { isBlockStart: boolean; words: PageWord[] }[] = [];
  for (const part of document.querySelectorAll(
    '.head, .leaf, h1, p, .list, .list > div, .margin, .stamp, .foot',
  )) {
    let isBlockStart = true;
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest('.bar') != null) continue;
      if (
        node.parentElement?.closest('.list > div, h1, p, .list, .head, .leaf, .margin, .stamp, .foot') !==
        part
      )
        continue;
      for (const match of node.data.matchAll(/\S+/g))
        for (const word of piecesOf(node, match.index, match.index + match[0].length)) {
          const before = lines.at(-1)?.words.at(-1);
          const isNext =
            !isBlockStart &&
            before !== undefined &&
            Math.abs(before.y + before.h / 2 - word.y - word.h / 2) < 10;
          if (isNext) lines.at(-1)?.words.push(word);
          else lines.push({ isBlockStart, words: [word] });
          isBlockStart = false;
        }
    }
  }
  return lines;
}
