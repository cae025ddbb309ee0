import { z } from 'zod';

/**
 * What a public client of the interface that was closed demands of its answers, by the names and types of its
 * fields: nothing is missing that it must have, nothing has another type, nothing is there that it does not know.
 */
const instant = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
const eight = z.string().regex(/^\d{8}$/);
const uri = (model: string) => z.string().regex(new RegExp(`^/srv/${model}/[^/]+\\.json$`));

export const NAME = (model: string) =>
  z.strictObject({
    id: z.string().min(1),
    name: z.string().min(1),
    value: z.string(),
    uri: z.union([z.literal(''), uri(model)]),
  });
const LANGUAGE = z.strictObject({ id: z.string().regex(/^[a-z]{3}$/), name: z.string().min(1) });
const PLAIN = z.strictObject({ id: z.string().min(1), name: z.string().min(1) });

const ASSET = {
  id: z.string().min(1),
  filename: z.string(),
  content_type: z.string(),
  extension: z.enum(['html', 'pdf']),
  asset_id: z.string(),
  source_created_at: instant,
  source_updated_at: instant,
  raw: z.string().startsWith('/'),
};
const address = z.string().startsWith('/');
const MEDIA_FILE = z.strictObject({ ...ASSET, path: address, pdf: address });
const TRANSCRIPT = z.strictObject({ ...ASSET, url: address, html: address });
const TRANSLATION = z.strictObject({ ...ASSET, url: address, html: address, language: LANGUAGE });

const COLLECTION_FIELDS = {
  id: z.string().min(1),
  uri: uri('collection'),
  model: z.literal('Collection'),
  name: z.string(),
  value: z.string(),
  slug: z.string(),
  short_description: z.string(),
  main_src: z.string().nullable(),
  thumb_src: z.string().nullable(),
  no_of_documents: z.string().regex(/^\d+$/).optional(),
  is_inactive: z.string().nullable(),
};
export const COLLECTION_STUB = z.strictObject(COLLECTION_FIELDS);
export const COLLECTION = z.strictObject({
  ...COLLECTION_FIELDS,
  no_of_documents: z.string(),
  description: z.string(),
  parent: COLLECTION_STUB.nullable(),
  source_created_at: instant,
  source_updated_at: instant,
  first_published_at: instant,
});

const COVERAGE_NAME = NAME('coverage').extend({ uri: uri('coverage') });
export const COVERAGE = COVERAGE_NAME.extend({
  parent: z.union([COVERAGE_NAME, z.tuple([])]),
  children: z.array(COVERAGE_NAME).min(1).optional(),
});

export const THEME = z.strictObject({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  value: z.string(),
  description: z.string(),
  main_src: z.string().nullable(),
  uri: uri('theme'),
  featured_resources: z.array(z.record(z.string(), z.unknown())),
  has_map: z.string(),
  has_timeline: z.string(),
  featured_collections: z.array(COLLECTION_STUB),
  dates_with_events: z.array(z.unknown()),
});

const RECORD_FIELDS = {
  id: z.string().min(1),
  uri: uri('record'),
  model: z.literal('Record'),
  title: z.string(),
  description: z.string(),
  slug: z.string(),
  doc_date: eight,
  frontend_doc_date: z.string(),
  date_range_start: eight.nullable(),
  source_created_at: instant,
  source_updated_at: instant,
  first_published_at: instant,
  sort_string_by_coverage: z.string(),
  main_src: z.null(),
};
export const RECORD_STUB = z.strictObject(RECORD_FIELDS);
export const RECORD = z.strictObject({
  ...RECORD_FIELDS,
  source: z.string(),
  type: z.array(PLAIN),
  rights: z.strictObject({ id: z.string(), name: z.string(), rights: z.string() }),
  pdf_generated_at: instant,
  languages: z.array(LANGUAGE),
  creators: z.array(NAME('contributor')),
  contributors: z.array(NAME('contributor')),
  original_coverages: z.array(NAME('coverage')),
  subjects: z.array(NAME('subject')),
  repositories: z.array(NAME('repository')),
  publishers: z.array(z.strictObject({ id: z.string(), name: z.string(), value: z.string() })),
  collections: z.array(COLLECTION_STUB),
  attachments: z.array(RECORD_STUB),
  links: z.array(RECORD_STUB),
  media_files: z.array(MEDIA_FILE),
  transcripts: z.array(TRANSCRIPT),
  translations: z.array(TRANSLATION),
  donors: z.array(PLAIN),
  classifications: z.array(PLAIN),
});

/** A page of a list. */
export const pageOf = <T extends z.ZodType>(one: T) =>
  z.strictObject({
    pagination: z.strictObject({
      page: z.int().min(1),
      totalPages: z.int().min(1),
      totalItems: z.int().min(0),
      itemsPerPage: z.int().min(1),
    }),
    list: z.array(one),
  });

export const DATE_RANGE = z.strictObject({ begin: eight, end: eight });
