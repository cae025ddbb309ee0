import type { ReadingRoom, Settings } from '../actions/archive.ts';
import type { Words } from '../words/words.ts';
import type { Assets } from './assets.ts';
import type { RecordKind } from '../core/id.ts';
import type { RecordForm } from './exports.ts';
import type { SentForm } from './read-form.ts';
import type { Coasts } from './land.ts';
import type { Plans } from './public/document-plan.ts';

/** What every page is written with: the archive's settings, the reader's language, and where things are. */
export interface Site {
  readonly settings: Settings;
  /** The language that the house speaks on this page. */
  readonly language: string;
  /** What stands before every address in this language: "" for the archive's first, else "/ru". */
  readonly prefix: string;
  readonly words: Words;
  /** Live has what needs a server (search); static is written as files. */
  readonly mode: 'live' | 'static';
  /** Whether page images are cut to what is asked of them (IIIF); else the files are shown as they are. */
  readonly servesImages: boolean;
  readonly assets: Assets;
  readonly coasts: Coasts;
  readonly plans: Plans;
  /** The forms in which a record of each kind can be had, by the suffix of their addresses. */
  readonly forms: ReadonlyMap<RecordKind, ReadonlyMap<string, RecordForm>>;
  /** Those of a document. */
  readonly exports: ReadonlyMap<string, RecordForm>;
}

/** One request, as a handler sees it. `params` are the named parts of its path, decoded. */
export interface Visit {
  readonly site: Site;
  readonly room: ReadingRoom;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  /** What was said with the request; of that nothing may decide an answer that is kept but `accept`, where the route is negotiated. */
  readonly headers: Headers;
  /** The tags of what the one who asks has already (`If-None-Match`). */
  readonly has?: string;
  /** What an answer is known again by that is made of all that is public now. */
  readonly tag: string;
  /** What a form sent, where its route takes one. */
  readonly form?: SentForm;
  /** What was sent, where its route takes a body. */
  readonly body?: Uint8Array<ArrayBuffer>;
}
