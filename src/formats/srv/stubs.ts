import { catalogueDate, type ArchiveDocument } from '../../core/document.ts';
import type { Collection } from '../../core/collection.ts';
import { labelOf, titleOf } from '../../core/label.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import { plainInline } from '../../core/text.ts';
import { firstDay, oldDate, oldInstant } from './old-date.ts';
import { oldId, oldUri, type OldModel } from './old-id.ts';

/** A record by its name alone, as lists have it and records name it. */
export function nameStub(view: PublicRecord, model: OldModel) {
  const id = oldId(view);
  const name = titleOf(view.record).title || view.id;
  return { id, name, value: name, uri: oldUri(model, id) };
}

/** When it was first public, and when what readers get of it was made. */
export function timesOf({ edition, editions }: PublicRecord) {
  const first = oldInstant((editions[0] ?? edition).at);
  return { source_created_at: first, source_updated_at: oldInstant(edition.at), first_published_at: first };
}

/** What a list says of a document. */
export function documentStub(view: PublicRecord<ArchiveDocument>) {
  const { title, slug } = labelOf(view);
  const [id, date] = [oldId(view), catalogueDate(view.record)];
  return {
    id,
    uri: oldUri('record', id),
    model: 'Record',
    title,
    description: descriptionOf(view),
    slug,
    doc_date: oldDate(date),
    frontend_doc_date: date?.words ?? '',
    date_range_start: firstDay(date),
    ...timesOf(view),
    sort_string_by_coverage: '',
    main_src: null,
  };
}

/** Its summary; and what has to be said of it wherever it goes and has no field here: not held, in part only, invented. */
function descriptionOf({ record, withheld }: PublicRecord<ArchiveDocument>): string {
  const [title] = record.titles;
  const summary = record.summaries.find(({ lang }) => lang === title?.lang) ?? record.summaries[0];
  return [
    summary?.text,
    record.holding.kind === 'not-held' ? record.holding.words : undefined,
    ...withheld.map(({ words }) => `Withheld: ${words}`),
    record.invented === undefined ? undefined : `This text is invented: ${record.invented}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** What a list, a record, or a collection within says of a collection. `documents`: how many, where they were counted. */
export function collectionStub(view: PublicRecord<Collection>, documents?: number) {
  const { record } = view;
  const { title, slug } = labelOf(view);
  const id = oldId(view);
  const first = record.description.find((block) => block.kind === 'paragraph');
  const image = imageOf(record);
  return {
    id,
    uri: oldUri('collection', id),
    model: 'Collection',
    name: title,
    value: title,
    slug,
    short_description: [first?.kind === 'paragraph' ? plainInline(first.content) : '', inventedOf(record)]
      .filter(Boolean)
      .join(' '),
    main_src: image,
    thumb_src: image,
    ...(documents === undefined ? {} : { no_of_documents: String(documents) }),
    is_inactive: null,
  };
}

export const inventedOf = ({ invented }: { readonly invented?: string }): string =>
  invented === undefined ? '' : `It is invented: ${invented}`;

const imageOf = ({ image }: Collection): string | null =>
  image?.digest === undefined ? null : `/srv/file/${image.digest.replace(/^sha256:/, '')}`;
