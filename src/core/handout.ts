/**
 * A document as it is handed out on paper, with every word that stands on it already chosen: what is left is
 * to set it in type. Made from a public record alone.
 */
export interface Handout {
  /** The language of what the archive itself says on it, BCP 47. */
  readonly lang: string;
  readonly title: string;
  /** Names the file and its edition within the archive: "dk4m7q2zxh, edition 2". */
  readonly name: string;
  /** The ISO instant of the edition: the only date that the file bears. */
  readonly madeAt: string;
  readonly archive: string;
  /** Stands at the foot of every page. */
  readonly foot: string;
  readonly blocks: readonly HandoutBlock[];
  readonly says: HandoutSays;
}

/** What is said where the type has no letters for what stands there. */
export interface HandoutSays {
  /** By Unicode script ("Han"): "Chinese characters". */
  readonly scripts: Readonly<Record<string, string>>;
  readonly otherScript: string;
  /** At the end, where single characters could not be set. */
  readonly someLeftOut: string;
}

export type HandoutBlock =
  | HandoutText
  /** What the description says, name by name. */
  | {
      readonly kind: 'facts';
      readonly rows: readonly { readonly name: string; readonly values: readonly (readonly Run[])[] }[];
    }
  | {
      readonly kind: 'table';
      readonly caption?: readonly Run[];
      readonly rows: readonly { readonly isHeader: boolean; readonly cells: readonly HandoutCell[] }[];
      readonly number?: number;
      readonly lang?: string;
    }
  /** A text with its heading. Where most of its letters cannot be set, `unprintable` stands in its place. */
  | {
      readonly kind: 'section';
      readonly title: string;
      readonly blocks: readonly HandoutBlock[];
      readonly unprintable: readonly Run[];
    };

export interface HandoutText {
  readonly kind: 'text';
  readonly style: HandoutStyle;
  readonly runs: readonly Run[];
  readonly lang?: string;
  /** Of a heading in a text, from 1. */
  readonly level?: number;
  /** The number that the paragraph has on its page. */
  readonly number?: number;
  /** Stands before the first line: the sign of an item, the label of a note. */
  readonly marker?: string;
  /** How many steps it is set in. */
  readonly depth?: number;
  readonly place?: 'center' | 'right' | 'indent';
}

export type HandoutStyle =
  | 'when'
  | 'title'
  | 'other-title'
  | 'abstract'
  | 'notice'
  | 'heading'
  | 'body'
  | 'opener'
  | 'closer'
  | 'verse'
  | 'rule'
  | 'caption'
  | 'note'
  | 'part'
  | 'page-turn'
  | 'citation'
  | 'small';

export interface HandoutCell {
  readonly runs: readonly Run[];
  readonly columns: number;
  readonly isHeader: boolean;
}

/** Characters set alike. "\n" begins a new line. */
export interface Run {
  readonly text: string;
  readonly marks?: readonly RunMark[];
  readonly lang?: string;
  /** A whole address. */
  readonly link?: string;
}

export type RunMark =
  | 'italic'
  | 'bold'
  | 'underline'
  | 'strike'
  | 'raised'
  | 'lowered'
  | 'spaced'
  | 'small-caps'
  | 'roman'
  | 'quiet'
  /** Hard to read: a dotted line beneath. */
  | 'unclear'
  /** Held back by an agency: white on black. */
  | 'barred';
