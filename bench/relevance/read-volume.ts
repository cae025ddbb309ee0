import { SaxesParser } from 'saxes';

/** What a volume's own XML says of a document: nothing that passed through the import. */
export interface VolumeDocument {
  readonly id: string;
  /** Its head without number and notes. */
  readonly title: string;
  readonly year: string | undefined;
  /** xml:ids of the volume's list that its names point to. */
  readonly persons: ReadonlySet<string>;
}

export interface Volume {
  readonly name: string;
  readonly documents: readonly VolumeDocument[];
  readonly persons: readonly { readonly id: string; readonly form: string }[];
}

interface Begun {
  readonly id: string;
  readonly depth: number;
  readonly persons: Set<string>;
  title: string | undefined;
  year: string | undefined;
}

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Reads heads, dates, persons and the list of persons out of one TEI volume. */
export function readVolume(name: string, xml: string): Volume {
  const documents: VolumeDocument[] = [];
  const persons: { id: string; form: string }[] = [];
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let begun: Begun | undefined;
  let headAt = 0;
  let noteAt = 0;
  let head = '';
  let listed: { readonly id: string; readonly depth: number; form: string } | undefined;
  parser.on('opentag', ({ name: tag, attributes }) => {
    depth++;
    const valueOf = (name: string): string => String(attributes[name] ?? '');
    const id = valueOf('xml:id');
    if (tag === 'div' && valueOf('type') === 'document' && begun === undefined)
      begun = { id, depth, persons: new Set(), title: undefined, year: undefined };
    else if (tag === 'note') noteAt ||= depth;
    if (tag === 'lb' && headAt > 0 && noteAt === 0) head += ' ';
    if (begun === undefined) {
      if (tag === 'persName' && id !== '') listed = { id, depth, form: '' };
      return;
    }
    if (tag === 'head' && begun.title === undefined && headAt === 0) headAt = depth;
    if (tag === 'date' && noteAt === 0) begun.year ??= valueOf('when').slice(0, 4) || undefined;
    if (tag === 'persName' && valueOf('corresp').startsWith('#'))
      begun.persons.add(valueOf('corresp').slice(1));
  });
  parser.on('text', (text) => {
    if (headAt > 0 && noteAt === 0) head += text;
    if (listed) listed.form += text;
  });
  parser.on('closetag', () => {
    if (depth === headAt && begun) {
      begun.title = tidy(head).replace(/^(?:No\. \d+|\[?\d+\]?\.)\s*/u, '');
      head = '';
      headAt = 0;
    }
    if (depth === noteAt) noteAt = 0;
    if (listed?.depth === depth) {
      persons.push({ id: listed.id, form: tidy(listed.form).replace(/,$/u, '') });
      listed = undefined;
    }
    if (begun?.depth === depth) {
      documents.push({ id: begun.id, title: begun.title ?? '', year: begun.year, persons: begun.persons });
      begun = undefined;
    }
    depth--;
  });
  parser.write(xml).close();
  return { name, documents, persons };
}
