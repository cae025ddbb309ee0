import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line that stands on a page, and the height at which it stands. */
export interface GivenLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly kind: string;
}

export interface GivenPage {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lines: readonly GivenLine[];
}

/** The pages of a folder of pictures with ALTO beside them. Only what the error rates need is read of it. */
export function givenPages(folder: string): readonly GivenPage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => {
      const xml = readFileSync(join(folder, name), 'utf8');
      const tags = new Map(
        [...xml.matchAll(/<OtherTag ID="(\w+)" LABEL="([^"]*)"/g)].map(([, id = '', label = '']) => [
          id,
          label,
        ]),
      );
      const page = /<Page WIDTH="(\d+)"\s+HEIGHT="(\d+)"/.exec(xml);
      const lines = [...xml.matchAll(/<TextLine\b[\s\S]*?<\/TextLine>/g)].map(([line]) => {
        const numbers = (/BASELINE="([^"]*)"/.exec(line)?.[1] ?? '').split(/[ ,]/).map(Number);
        const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)];
        return {
          text: unescaped([...line.matchAll(/\bCONTENT="([^"]*)"/g)].map(([, text = '']) => text).join(' ')),
          left: Math.min(...xs),
          right: Math.max(...xs),
          baseline: ys.reduce((sum, y) => sum + y, 0) / ys.length,
          kind: tags.get(/TAGREFS="(\w+)/.exec(line)?.[1] ?? '') ?? '',
        };
      });
      return {
        name,
        bytes: readFileSync(join(folder, name.replace(/\.xml$/, '.jpg'))),
        widthPx: Number(page?.[1]),
        heightPx: Number(page?.[2]),
        lines,
      };
    });
}

const unescaped = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
