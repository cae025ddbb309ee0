import type citeproc from 'citeproc';
import type { CslItem } from '../../core/citation/csl-item.ts';
import type { CitationStyle } from '../../core/citation/styles.ts';
import type { CitationAsked, CitationWriter } from '../../ports/citation-writer.ts';
import { readLocale, readStyle } from './style-files.ts';

/** How many written citations are kept at hand: those of the last few hundred pages. */
const MOST_KEPT = 2000;

/**
 * Writes with citeproc-js. The program and each style are loaded when they are first asked for, and kept:
 * making one ready takes up to half a second, writing with it a few milliseconds.
 */
export function citeprocWriter(): CitationWriter {
  const engines = new Map<CitationStyle, Promise<StyleEngine>>();
  const kept = new Map<string, string>();
  const engineOf = (style: CitationStyle): Promise<StyleEngine> => {
    const known = engines.get(style) ?? makeEngine(style);
    engines.set(style, known);
    return known;
  };
  const writeOne = async (asked: CitationAsked): Promise<string> => {
    const key = JSON.stringify(asked);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const written = (await engineOf(asked.style)).write(asked);
    if (kept.size >= MOST_KEPT)
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    kept.set(key, written);
    return written;
  };
  return {
    async write(asked) {
      const written: string[] = [];
      for (const one of asked) written.push(await writeOne(one));
      return written;
    },
  };
}

interface StyleEngine {
  write(asked: CitationAsked): string;
}

async function makeEngine(style: CitationStyle): Promise<StyleEngine> {
  const [{ default: program }, locale, rules] = await Promise.all([
    import('citeproc'),
    readLocale(),
    readStyle(style),
  ]);
  return engineWith(program, locale, rules);
}

type Element = Parameters<typeof engineWith>[1];

function engineWith(
  program: typeof citeproc,
  locale: ConstructorParameters<typeof citeproc.Engine>[1],
  rules: ConstructorParameters<typeof citeproc.Engine>[1],
): StyleEngine {
  let item: CslItem | undefined;
  const system = {
    retrieveLocale: (): Element => locale,
    retrieveItem: (): CslItem | undefined => item,
  };
  const engine = new program.Engine(system, rules, 'en-US', true);
  let count = 0;
  return {
    write({ form, item: given, locator }) {
      // An id that was there just before would not be read again.
      const id = `item-${count++ % 2}`;
      item = { ...given, id };
      engine.updateItems([id]);
      if (form === 'entry') return (engine.makeBibliography() || [undefined, ['']])[1][0] ?? '';
      return engine.previewCitationCluster(
        {
          citationItems: [{ id, ...(locator ? { locator: locator.value, label: locator.label } : {}) }],
          properties: { noteIndex: 1 },
        },
        [],
        [],
        'html',
      );
    },
  };
}
