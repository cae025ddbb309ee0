import type { Agent } from './agent.ts';
import type { Collection } from './collection.ts';
import type { ArchiveDocument } from './document.ts';
import type { HistoricalEvent } from './event.ts';
import type { RecordId, RecordKind } from './id.ts';
import type { Place } from './place.ts';
import type { Repository, Unit } from './repository.ts';
import type { Subject } from './subject.ts';
import type { Term } from './term.ts';

/** What a record says, apart from its id and its standing. `R`: ids at rest, source keys in a draft. */
export type ArchiveRecord<R extends string = RecordId> =
  | ArchiveDocument<R>
  | Collection<R>
  | Agent
  | Place<R>
  | Subject<R>
  | Repository<R>
  | Unit<R>
  | Term<R>
  | HistoricalEvent<R>;

/** The record of one kind: `RecordOf<'document'>` is an ArchiveDocument. */
export type RecordOf<K extends RecordKind, R extends string = RecordId> = Extract<
  ArchiveRecord<R>,
  { kind: K }
>;
