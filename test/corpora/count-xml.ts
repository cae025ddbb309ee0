import { SaxesParser } from 'saxes';

export interface Counts {
  documents: number;
  notes: number;
  pages: number;
  persons: number;
}

/** Counts of a volume, made from its tags alone: over the whole file, and within documents. */
export function countXml(xml: string): { readonly all: Counts; readonly within: Counts } {
  const all: Counts = { documents: 0, notes: 0, pages: 0, persons: 0 };
  const within: Counts = { documents: 0, notes: 0, pages: 0, persons: 0 };
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let documentAt = 0;
  let isHeader = false;
  const add = (what: keyof Counts): void => {
    all[what]++;
    if (documentAt > 0) within[what]++;
  };
  parser.on('opentag', (tag) => {
    depth++;
    if (tag.name === 'teiHeader') isHeader = true;
    if (tag.name === 'div' && tag.attributes['type'] === 'document' && documentAt === 0) {
      documentAt = depth;
      add('documents');
    }
    if (isHeader) return;
    if (tag.name === 'note') add('notes');
    else if (tag.name === 'pb') add('pages');
    else if (tag.name === 'persName') add('persons');
  });
  parser.on('closetag', (tag) => {
    if (tag.name === 'teiHeader') isHeader = false;
    if (depth === documentAt) documentAt = 0;
    depth--;
  });
  parser.write(xml).close();
  return { all, within };
}
