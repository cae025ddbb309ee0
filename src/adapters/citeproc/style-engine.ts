import type citeproc from 'citeproc';
import type { CslItem } from '../../core/citation/csl-item.ts';
import type { CitationStyle } from '../../core/citation/styles.ts';
import type { CitationAsked } from '../../ports/citation-writer.ts';
import { readLocale, readStyle } from './style-files.ts';

export interface StyleEngine {
  write(asked: CitationAsked): string;
}

/** Loads the program and a style: half a second of work. */
export async function makeEngine(style: CitationStyle): Promise<StyleEngine> {
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
