import type { Identifier, RecordId } from '../../core/id.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { slugOf } from '../../core/slug.ts';

/** Models that have addresses of their own, each as it is named in them. */
export type OldModel =
  'record' | 'collection' | 'theme' | 'subject' | 'contributor' | 'publisher' | 'coverage' | 'repository';

interface Numbered {
  readonly id: RecordId;
  readonly record: ArchiveRecord;
}

const isFormer = ({ scheme, value }: Identifier): boolean => scheme === 'former' && /^\d{1,18}$/.test(value);

/** The number that a record had where it was before; where it had none, its id. */
export const oldId = ({ id, record }: Numbered): string => record.identifiers.find(isFormer)?.value ?? id;

export const oldUri = (model: OldModel | 'language', id: string): string => `/srv/${model}/${id}.json`;

/** What stands for an id where only a name is known: the same name has the same. */
export const idOfName = (name: string): string => slugOf(name) || 'unnamed';
