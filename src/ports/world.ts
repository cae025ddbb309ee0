import type { RecordId, RecordKind } from '../core/id.ts';

/** Time and chance. Tests bring their own. */
export interface World {
  /** ISO instant, UTC. */
  now(): string;
  /** The day it is in the archive's time zone, `YYYY-MM-DD`. */
  today(): string;
  newId(kind: RecordKind): RecordId;
  /** `sha256:<hex>` of a text's UTF-8. Neither time nor chance, but of the machine all the same. */
  digestOf(text: string): string;
}
