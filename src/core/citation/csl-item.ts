/** A name of CSL-JSON: a person's parts, or a body whole. */
export type CslName =
  | { readonly family: string; readonly given?: string; readonly suffix?: string }
  | { readonly literal: string };

/** A date of CSL-JSON: one or two days, months or years; or words. */
export type CslDate =
  | {
      readonly 'date-parts': readonly (readonly number[])[];
      readonly circa?: boolean;
      /** 1 to 4: spring to winter. */
      readonly season?: number;
    }
  | { readonly literal: string };

export const CSL_TYPES = [
  'personal_communication',
  'document',
  'report',
  'speech',
  'interview',
  'treaty',
  'manuscript',
  'chapter',
  'collection',
] as const;
export type CslType = (typeof CSL_TYPES)[number];

/** One item of CSL-JSON, as far as archives have use for it. Source: csl-data.json of CSL 1.0.2, read 2026-11-23. */
export interface CslItem {
  readonly id: string;
  readonly type: CslType;
  readonly title?: string;
  readonly 'title-short'?: string;
  readonly 'original-title'?: string;
  readonly 'container-title'?: string;
  readonly 'collection-title'?: string;
  readonly volume?: string;
  readonly number?: string;
  readonly author?: readonly CslName[];
  readonly recipient?: readonly CslName[];
  readonly interviewer?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly contributor?: readonly CslName[];
  readonly issued?: CslDate;
  readonly 'original-date'?: CslDate;
  readonly accessed?: CslDate;
  readonly genre?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  readonly 'archive-place'?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly source?: string;
  readonly URL?: string;
  readonly language?: string;
  readonly abstract?: string;
  readonly note?: string;
  readonly version?: string;
}
