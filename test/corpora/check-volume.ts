import { readTei } from '../../src/formats/tei/read-tei.ts';
import type { ArchiveDocument } from '../../src/core/document.ts';
import type { Problem } from '../../src/core/problem.ts';
import { countXml, type Counts } from './count-xml.ts';
import { documentsIn, expectedTextOf, type ExpectedText } from './expected-text.ts';
import { shownTextOf, type Shown } from './shown-text.ts';

/** A volume as read, beside what its XML holds by a count of its own. */
export interface VolumeCheck {
  readonly name: string;
  readonly read: { readonly all: Counts; readonly within: Counts };
  readonly counted: { readonly all: Counts; readonly within: Counts };
  /** What is not equal, each in a line. */
  readonly faults: readonly string[];
  readonly problems: readonly Problem[];
  readonly documents: number;
  readonly cpuMs: number;
}

const nothing = (): Shown => ({ notes: 0, pages: 0, persons: 0 });

async function* piecesOf(xml: string): AsyncGenerator<string> {
  for (let at = 0; at < xml.length; at += 1 << 16) yield xml.slice(at, at + (1 << 16));
}

interface Gathered {
  readonly texts: Map<string, ExpectedText>;
  readonly inDocuments: Shown;
  readonly inMatter: Shown;
  readonly problems: Problem[];
  /** What is shown outside of documents: matter, and titles of divisions that have none. */
  matter: string;
}

async function gather(name: string, xml: string): Promise<Gathered> {
  const gathered: Gathered = {
    texts: new Map(),
    inDocuments: nothing(),
    inMatter: nothing(),
    problems: [],
    matter: '',
  };
  for await (const read of readTei({ name, chunks: piecesOf(xml) })) {
    if (read.kind === 'problem') {
      gathered.problems.push(read.problem);
      continue;
    }
    const { record, key } = read.draft;
    if (record.kind === 'document' && record.holding.kind === 'held')
      gathered.texts.set(key.slice(key.indexOf('#') + 1), textOf(record, gathered.inDocuments));
    if (record.kind === 'collection') {
      if (record.matter.length === 0) gathered.matter += record.titles.map((title) => title.text).join('');
      for (const matter of record.matter) {
        const shown = shownTextOf(matter.text, gathered.inMatter);
        gathered.matter += shown.body + shown.notes.join('');
      }
    }
  }
  return gathered;
}

function textOf(document: ArchiveDocument<string>, shown: Shown): ExpectedText {
  const [rendition] = document.renditions;
  return rendition?.kind === 'transcription' ? shownTextOf(rendition.text, shown) : { body: '', notes: [] };
}

/** Where two texts part, with a little of each. */
export function partingOf(expected: string, shown: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === shown[at]) at++;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 30), at + 60));
  return `${around(expected)} is shown as ${around(shown)}`;
}

/** What of an expected text is not shown, or not in its order; undefined where all is. */
export function faultOf(expected: ExpectedText, shown: ExpectedText): string | undefined {
  if (expected.body !== shown.body) return partingOf(expected.body, shown.body);
  if (expected.notes.length !== shown.notes.length)
    return `${expected.notes.length} notes are ${shown.notes.length}`;
  const at = expected.notes.findIndex((note, n) => note !== shown.notes[n]);
  return at < 0 ? undefined : `note ${at + 1}: ${partingOf(expected.notes[at] ?? '', shown.notes[at] ?? '')}`;
}

const tally = (text: string): Map<string, number> => {
  const found = new Map<string, number>();
  for (const character of text) found.set(character, (found.get(character) ?? 0) + 1);
  return found;
};

/** Characters that stand outside of documents in the XML and nowhere in what is shown or listed. */
function missingIn(outside: string, shown: string): string {
  const has = tally(shown);
  return [...tally(outside)]
    .flatMap(([character, count]) => {
      const less = count - (has.get(character) ?? 0);
      return less > 0 ? [`${character}×${less}`] : [];
    })
    .join(' ');
}

/** Reads a volume and compares it with its XML: counts, each document's text and notes, every character outside. */
export async function checkVolume(name: string, xml: string): Promise<VolumeCheck> {
  const before = process.cpuUsage();
  const gathered = await gather(name, xml);
  const { user, system } = process.cpuUsage(before);
  const faults: string[] = [];
  let outside = '';
  let from = xml.indexOf('</teiHeader>') + '</teiHeader>'.length;
  for (const one of documentsIn(xml)) {
    const shown = gathered.texts.get(one.id);
    const fault = shown === undefined ? 'is not read' : faultOf(expectedTextOf(one.xml), shown);
    if (fault) faults.push(`${one.id}: ${fault}`);
    const at = xml.indexOf(one.xml, from);
    outside += xml.slice(from, at);
    from = at + one.xml.length;
  }
  outside += xml.slice(from).replace(/<\/TEI>\s*$/, '');
  const expected = expectedTextOf(`<x>${outside}</x>`, []);
  const listed = gathered.problems
    .filter((one) => one.code === 'text-without-place')
    .map((one) => one.value ?? '');
  const missing = missingIn(expected.body + expected.notes.join(''), gathered.matter + listed.join(''));
  if (missing !== '') faults.push(`outside of documents: ${missing}`);
  const { inDocuments, inMatter } = gathered;
  const within: Counts = { documents: gathered.texts.size, ...inDocuments };
  const all: Counts = {
    documents: gathered.texts.size,
    notes: inDocuments.notes + inMatter.notes,
    pages: inDocuments.pages + inMatter.pages,
    persons: inDocuments.persons + inMatter.persons,
  };
  const counted = countXml(xml);
  for (const what of ['documents', 'notes', 'pages', 'persons'] as const) {
    if (counted.all[what] !== all[what]) faults.push(`${what}: ${counted.all[what]} are ${all[what]}`);
    if (counted.within[what] !== within[what])
      faults.push(`${what} in documents: ${counted.within[what]} are ${within[what]}`);
  }
  return {
    name,
    read: { all, within },
    counted,
    faults,
    problems: gathered.problems,
    documents: gathered.texts.size,
    cpuMs: (user + system) / 1000,
  };
}
