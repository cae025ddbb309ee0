import type { Words } from '../words/words.ts';
import type { Version } from './conditional.ts';
import type { Page } from './public/layout.ts';

/** A whole address and how it stands to what is answered. */
export interface Link {
  readonly rel: 'prev' | 'next' | 'canonical' | 'profile';
  readonly address: string;
}

/** The statuses by which a program is told that it gets nothing. */
export type Fault = 400 | 404 | 405 | 406 | 410 | 413 | 415 | 416 | 429 | 500 | 501 | 503;

/** What a handler says; `respond` makes a Response of it. */
export type Answer =
  | {
      readonly kind: 'page';
      readonly status: 200 | 400 | 404 | 410;
      readonly page: Page;
      /** Why it is not 200, for programs: where they ask for a form of it, they get no page. */
      readonly told?: { readonly detail: string; readonly more?: Readonly<Record<string, unknown>> };
    }
  /** For good (301), or to where something stands now (303). `to` is a path in this archive. */
  | { readonly kind: 'moved'; readonly status: 301 | 303; readonly to: string }
  | {
      readonly kind: 'text';
      /** A choice of several (300); else it is what was asked for. */
      readonly status?: 300;
      readonly mediaType: string;
      readonly body: string;
      readonly fileName?: string;
      /** Where the rest of it is: whole addresses, by their relation. */
      readonly links?: readonly Link[];
      /** What it is known again by, where it says so itself. */
      readonly version?: Version;
    }
  /** A whole file that was made for whoever asks, or one that is made while it is sent. */
  | {
      readonly kind: 'made';
      readonly mediaType: string;
      readonly body: Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array>;
      readonly fileName: string;
      readonly links?: readonly Link[];
    }
  /** A file that is kept, or a stretch of it: from a byte to before another. `tag` stands for its bytes. */
  | {
      readonly kind: 'stored';
      readonly mediaType: string;
      readonly fileName: string;
      readonly sizeBytes: number;
      readonly tag: string;
      readonly range?: { readonly from: number; readonly to: number };
      readonly bytes: AsyncIterable<Uint8Array>;
    }
  /** Too many at once: ask again. */
  | { readonly kind: 'busy'; readonly says: Words['busy'] }
  | {
      readonly kind: 'file';
      readonly mediaType: string;
      readonly digest: string;
      readonly bytes: AsyncIterable<Uint8Array>;
    }
  /** JSON for viewers, in terms of a context that is named by its address. */
  | {
      readonly kind: 'linked-data';
      readonly context: string;
      readonly body: string;
      readonly links?: readonly Link[];
    }
  /** A picture that was made for who asked; `tag` differs when it would. */
  | {
      readonly kind: 'picture';
      readonly mediaType: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly tag: string;
      readonly links: readonly Link[];
    }
  /** Whoever asked has it already. */
  | ({ readonly kind: 'unchanged' } & Version)
  /** A program asked wrongly, for what is not done here, or while too much was asked: a line in words. */
  | { readonly kind: 'fault'; readonly status: 400 | 404 | 410 | 501 | 503; readonly says: string }
  /** The same with what is known of it: problem details (RFC 9457). `more` are members of its own. */
  | {
      readonly kind: 'problem';
      /** The address that says what kind of problem it is, where its status alone does not. */
      readonly type?: string;
      readonly status: Fault;
      readonly title: string;
      readonly detail: string;
      readonly more?: Readonly<Record<string, unknown>>;
      readonly retryAfterSeconds?: number;
      /** How large that is of which a stretch was asked that it has not (416). */
      readonly sizeBytes?: number;
    }
  /** What a program is answered within a protocol of its own, in JSON; 202 has no words. */
  | { readonly kind: 'message'; readonly status: 200 | 202 | 400; readonly body: string }
  | {
      readonly kind: 'asset';
      readonly mediaType: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly brotli?: Uint8Array<ArrayBuffer>;
    };

/** What can be written out as it is. */
export type Writable = Exclude<Answer, { readonly kind: 'busy' }>;

export const found = (page: Page): Answer => ({ kind: 'page', status: 200, page });
export const moved = (to: string): Answer => ({ kind: 'moved', status: 301, to });
