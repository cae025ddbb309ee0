import type { Cost } from './allowance.ts';
import type { Answer } from './answer.ts';
import type { RecordKind } from '../core/id.ts';
import type { Visit } from './site.ts';

/** What is said to a visit; undefined: nothing stands there. */
export type Handle = (visit: Visit) => Promise<Answer | undefined>;

/** One address, or a family of addresses. A promise: it never changes its meaning. */
export interface Route {
  /** As it is written after the language's prefix; `:name` is one segment, `*` the rest. */
  readonly path: string;
  /** What one finds there: printed in the reference. */
  readonly says: string;
  readonly for: 'readers' | 'programs';
  /** Needs a server: left out where the site is written as files. */
  readonly isLiveOnly?: boolean;
  /** Asks the index whatever a reader wants: only so many are answered at once, and its address may be long. */
  readonly isQuestion?: boolean;
  /** Says what day it is: no answer is kept for another day. */
  readonly isDated?: boolean;
  /** Takes a form that is sent (POST) too; what it answers is not kept. */
  readonly takesForm?: boolean;
  /** Takes a body that is sent (POST), of so many bytes at most; what it answers is not kept. */
  readonly takesBody?: number;
  /** There is nothing to read here: only what is sent is answered. */
  readonly isSentOnly?: boolean;
  /** Answers differ by what is accepted (`Accept`): each is kept by itself. */
  readonly isNegotiated?: boolean;
  /** What it is counted as for who asks; absent: as a question if it is one, else as something to read. */
  readonly costs?: Cost | 'nothing';
  /** Says itself what its answers are known again by, once it has looked at what is asked. */
  readonly tellsVersion?: boolean;
  /** The record's own address: who accepts another form of that kind of record rather than a page is led to it (303). */
  readonly leadsToForms?: RecordKind;
  /** Media types in which it is had elsewhere, each with the suffix of that address: who accepts one rather than a page is led there (303). */
  readonly alsoAs?: Readonly<Record<string, string>>;
  readonly handle: Handle;
}
