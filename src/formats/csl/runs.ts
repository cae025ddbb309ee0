/** A piece of a written citation. */
export interface Run {
  readonly text: string;
  readonly isItalic: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The text of small markup: `<i>` slants, every other element is nothing, entities are letters. */
export function runsOf(markup: string): readonly Run[] {
  const runs: Run[] = [];
  let isItalic = false;
  for (const part of markup.split(/(<[^<>]*>)/)) {
    if (part === '<i>') isItalic = true;
    else if (part === '</i>') isItalic = false;
    else if (!part.startsWith('<') && part !== '') {
      const text = unescaped(part);
      const last = runs.at(-1);
      if (last?.isItalic === isItalic) runs[runs.length - 1] = { text: last.text + text, isItalic };
      else runs.push({ text, isItalic });
    }
  }
  return runs;
}

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? parseInt(hex, 16) : undefined;
    if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    return ENTITIES[String(name)] ?? whole;
  });

/** The same without slant, as it is pasted. */
export const plainRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
