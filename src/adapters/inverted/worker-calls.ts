import type { Problem } from '../../core/problem.ts';
import type { RecordId } from '../../core/id.ts';
import type { SearchIndex } from '../../ports/search-index.ts';

/** What an index is asked by one call and answers by one value. */
export type Asked = Omit<SearchIndex, 'scan'>;
export type Name = keyof Asked;

/** Ids that are sent together while an index is scanned. */
export const IDS_AT_ONCE = 1_000;

/** What is sent to the thread that has the index. */
export type Request =
  | {
      readonly [name in Name]: {
        readonly call: number;
        readonly name: name;
        readonly given: Parameters<Asked[name]>;
      };
    }[Name]
  | {
      readonly call: number;
      readonly name: 'scan';
      readonly given: Parameters<SearchIndex['scan']>;
    }
  | { readonly call: number; readonly name: 'more' | 'stop'; readonly scan: number };

/** What comes back. What kind of value it is, the call knows that it answers. */
export type Reply =
  | { readonly call: number; readonly value: never }
  | { readonly call: number; readonly failed: Failed }
  | { readonly log: string };

/** An error as it passes from one thread to another. */
export interface Failed {
  readonly message: string;
  readonly problem?: Problem;
}

export interface More {
  readonly ids: readonly RecordId[];
  readonly isEnd: boolean;
}
