import type { Draft, SourceKey } from '../../core/draft.ts';
import { blockId, type BlockId, type LinkTarget, type Note } from '../../core/text.ts';
import type { Exchange } from './cited-numbers.ts';
import type { XmlElement } from '../xml/xml-node.ts';

/** What one file's reading shares: how its pointers are named, what it explains, and what was not understood. */
export interface TeiFile {
  /** What its identifiers begin with: "frus1955-57v03". */
  readonly base: string;
  readonly name: string;
  /** What the ids of its persons and places begin with: the edition, where many files share them. */
  readonly edition: string;
  /** Places and bodies named without a list that explains them: those not yet given out, and the keys of all. */
  readonly stubs: Draft[];
  readonly named: Set<SourceKey>;
  /** Keys of the terms that its list of abbreviations explains, by xml:id. */
  readonly terms: Map<string, SourceKey>;
  /** Elements and values that no rule knew, with how often and where first. */
  readonly notUnderstood: Map<string, { count: number; readonly line: number }>;
  /** Text that could not be given a place, with its line. */
  readonly unplaced: { readonly text: string; readonly line: number; readonly element: string }[];
  /** Whether it was written by us, so that ids of blocks are taken as they stand. */
  readonly isOwn: boolean;
  /** Where a pointer within the file leads, when it is not to a record of its own: a section of the matter. */
  readonly resolve: (id: string) => LinkTarget;
}

/** What the reading of one record's texts carries along: ids minted so far, notes met, names bound. */
export interface TextState {
  readonly file: TeiFile;
  nextId: number;
  notes: Note[];
  readonly mentions: Map<string, SourceKey>;
  /** Marks of notes and pages met where nothing can hold them, for the next block that can. */
  waiting: XmlElement[];
  /** Between whom the document passed: absent where telegrams are not cited by number. */
  readonly exchange?: Exchange;
}

/** A state for a record of which nothing has been read. */
export const newTextState = (file: TeiFile, exchange?: Exchange): TextState => ({
  file,
  ...(exchange ? { exchange } : {}),
  nextId: 1,
  notes: [],
  mentions: new Map(),
  waiting: [],
});

/** A record that others need by name, given out once a file. */
export function needed(file: TeiFile, stub: Draft): void {
  if (file.named.has(stub.key)) return;
  file.named.add(stub.key);
  file.stubs.push(stub);
}

/** Says that an element, or a value of one, is shown as text because no rule knows more of it. */
export function notUnderstood(file: TeiFile, what: string, line: number): void {
  const known = file.notUnderstood.get(what);
  if (known) known.count++;
  else file.notUnderstood.set(what, { count: 1, line });
}

const OWN_ID = /^b[0-9a-z]{1,12}$/;

/** The next block's id and, where the source named the element, its name: our own files keep the ids that they bear. */
export function mint(
  state: TextState,
  element?: XmlElement,
): { readonly id: BlockId; readonly sourceId?: string } {
  const given = element?.attributes['xml:id'];
  if (state.file.isOwn && given !== undefined && OWN_ID.test(given)) {
    const number = Number.parseInt(given.slice(1), 36);
    state.nextId = Math.max(state.nextId, number + 1);
    const source = element?.attributes['source']?.replace(/^#/, '');
    return source === undefined ? { id: blockId(number) } : { id: blockId(number), sourceId: source };
  }
  const id = blockId(state.nextId++);
  return given === undefined ? { id } : { id, sourceId: given };
}
