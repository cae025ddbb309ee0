import { readTei } from '../../src/formats/tei/read-tei.ts';
import { expectedTextOf, type ExpectedText } from './expected-text.ts';
import { faultOf } from './check-volume.ts';
import { shownTextOf } from './shown-text.ts';

const LISTS = /<(listPerson|listPlace|listOrg|listEvent)\b[\s\S]*?<\/\1>/g;

async function* whole(xml: string): AsyncGenerator<string> {
  yield xml;
}

/** The words of the lists that become records, one by one. */
function* wordsOfLists(text: string): Generator<string> {
  for (const [list] of text.matchAll(LISTS))
    for (const leaf of list.split(/<[^>]+>/)) {
      const words = leaf.replace(/\s+/g, ' ').trim();
      if (words !== '') yield words.replace(/&amp;/g, '&').normalize('NFC');
    }
}

const isNumbers = (words: string): boolean => /^-?\d+[.,]\d+\s+-?\d+[.,]\d+$/.test(words);

/** Reads one text and compares it with its XML: its words and notes in order, each word of its lists held or listed. */
export async function checkLetter(name: string, xml: string): Promise<readonly string[]> {
  const shown: { body: string; notes: string[] } = { body: '', notes: [] };
  const held: string[] = [];
  for await (const read of readTei({ name, chunks: whole(xml) })) {
    if (read.kind === 'problem') held.push(JSON.stringify(read.problem.value ?? ''));
    else held.push(JSON.stringify(read.draft.record));
    if (read.kind === 'draft' && read.draft.record.kind === 'document')
      for (const rendition of read.draft.record.renditions) {
        if (rendition.kind === 'facsimile') continue;
        const text: ExpectedText = shownTextOf(rendition.text, { notes: 0, pages: 0, persons: 0 });
        shown.body += text.body;
        shown.notes.push(...text.notes);
      }
  }
  const text = xml.slice(xml.search(/<text\b/), xml.lastIndexOf('</text>') + '</text>'.length);
  const fault = faultOf(expectedTextOf(text.replace(LISTS, '').replace(/<(\/?)tei:/g, '<$1')), shown);
  const all = held.join('\n');
  const missing = [...new Set(wordsOfLists(text))].filter(
    (words) => !isNumbers(words) && !all.includes(JSON.stringify(words).slice(1, -1)),
  );
  return [...(fault ? [fault] : []), ...missing.map((words) => `nowhere: ${words}`)];
}
