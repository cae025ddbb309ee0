/** What stands open longer than this is taken as never closed. */
export const MAX_OPEN = 1 << 18;

const MARK = /<!--|<!\[CDATA\[|&/g;
const REFERENCE = /&(?:#\d{1,8}|#x[\da-f]{1,6}|[\p{L}_:][\p{L}\p{N}_.:-]{0,60});/iuy;
/** Longer than any reference: so much text must be seen to know that a sign begins none. */
const REFERENCE_LENGTH = 70;
/** A mark may be cut in two by the end of a piece of text. */
const CUT = /<(?:!(?:-|\[(?:C(?:D(?:A(?:T(?:A)?)?)?)?)?)?)?$/;

/** Feeds a parser text that cannot swallow what follows: passes pieces on and names what it mended, in order. */
export interface Mending {
  readonly pass: (text: string) => void;
  readonly mended: (what: string) => void;
}

/**
 * Keeps three faults from swallowing the rest of a file, as they would in a parser of well-formed XML:
 *
 *   "a & b"             -> "a &amp; b"
 *   "<!-- never closed" -> " never closed"
 *   "<![CDATA[ never…"  -> " never…"
 *
 * Holds back at most {@link MAX_OPEN} characters.
 */
export function createMender({ pass, mended }: Mending): {
  readonly write: (text: string, isLast?: boolean) => void;
} {
  let held = '';
  const closeOf = (mark: string): string => (mark === '<!--' ? '-->' : ']]>');

  /** The place behind a mark, or undefined while more text must be seen. */
  function behind(text: string, mark: string, at: number, isLast: boolean): number | 'broken' | undefined {
    if (mark === '&') {
      REFERENCE.lastIndex = at;
      if (REFERENCE.test(text)) return REFERENCE.lastIndex;
      return isLast || text.length - at > REFERENCE_LENGTH ? 'broken' : undefined;
    }
    const close = text.indexOf(closeOf(mark), at + mark.length);
    if (close >= 0) return close + 3;
    return isLast || text.length - at > MAX_OPEN ? 'broken' : undefined;
  }

  return {
    write: (more, isLast = false) => {
      const text = held + more;
      held = '';
      let from = 0;
      MARK.lastIndex = 0;
      for (let found = MARK.exec(text); found; found = MARK.exec(text)) {
        const [mark] = found;
        const next = behind(text, mark, found.index, isLast);
        if (next === undefined) {
          held = text.slice(found.index);
          if (found.index > from) pass(text.slice(from, found.index));
          return;
        }
        if (next === 'broken') {
          if (found.index > from) pass(text.slice(from, found.index));
          mended(mark === '&' ? 'bare &' : `${mark} without ${closeOf(mark)}`);
          if (mark === '&') pass('&amp;');
          from = found.index + mark.length;
        }
        MARK.lastIndex = next === 'broken' ? from : next;
      }
      const cut = isLast ? text.length : (CUT.exec(text.slice(-9))?.[0].length ?? 0);
      const to = isLast ? text.length : text.length - cut;
      if (to > from) pass(text.slice(from, to));
      held = isLast ? '' : text.slice(Math.max(from, to));
    },
  };
}
