import type { RecordId, RecordKind } from '../core/id.ts';

/** Time and chance. Tests bring their own. */
export interface World {
  /** ISO instant, UTC. */
  now(): string;
  /** The day it is in the archive's time zone, `YYYY-MM-DD`. */
  today(): string;
  newId(kind: RecordKind): RecordId;
}
