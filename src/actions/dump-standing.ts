import { z } from 'zod';
import type { RecordId } from '../core/id.ts';
import type { PublicChange, Standing } from '../core/lifecycle.ts';
import { holdsOn } from '../core/redaction.ts';
import type { Restriction } from '../core/redaction.ts';
import type { DumpManifest } from '../formats/dump/manifest.ts';
import type { Ports } from './archive.ts';

const kept = z.record(z.string(), z.array(z.string()));

/** Which restrictions held of which record when a dump was made: by it is told what was held back since. */
export type DumpStanding = Readonly<Record<string, readonly string[]>>;

/** One restriction and no other: keys are used again, moments are not. */
const nameOf = ({ key, at }: Restriction): string => `${key} ${at}`;

export const printDumpStanding = (restricted: ReadonlyMap<RecordId, Standing['restrictions']>): string =>
  `${JSON.stringify(Object.fromEntries([...restricted].map(([id, all]) => [id, all.map(nameOf)])))}\n`;

/** Undefined for what is none: then nothing is known, and nothing may leave. */
export function parseDumpStanding(text: string): DumpStanding | undefined {
  try {
    const read = kept.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Deps = Pick<Ports, 'records' | 'world'>;

const WINDOW = 500;
const LONGEST_MERGE_CHAIN = 8;

/**
 * Whether anything that is in a dump was taken back since it was made: withdrawn, put under embargo, or held back
 * in whole or in part. What changed since is looked at once; what is taken back is looked at again each time, for
 * an embargo ends and a restriction is lifted.
 *
 * An edition that says less than the one before is not such a change: earlier editions stay public.
 */
export class DumpWatch {
  readonly #deps: Deps;
  readonly #change: DumpManifest['change'];
  readonly #standing: DumpStanding;
  readonly #suspects = new Set<RecordId>();
  #seenTo: number;
  #isOfHere: boolean | undefined;

  constructor(deps: Deps, dump: Pick<DumpManifest, 'change'>, standing: DumpStanding) {
    this.#deps = deps;
    this.#change = dump.change;
    this.#standing = standing;
    this.#seenTo = dump.change.seq;
  }

  /** True as well where the change that it goes up to is not one of this archive: it was brought from elsewhere. */
  async isTakenBack(): Promise<boolean> {
    this.#isOfHere ??= await this.#knowsChange();
    if (!this.#isOfHere) return true;
    for (;;) {
      const changes = await this.#deps.records.changesSince(this.#seenTo, WINDOW);
      await this.#look([...new Set(changes.map(({ id }) => id))]);
      this.#seenTo = changes.at(-1)?.seq ?? this.#seenTo;
      if (changes.length < WINDOW) break;
    }
    if (this.#suspects.size > 0) await this.#look([...this.#suspects]);
    return this.#suspects.size > 0;
  }

  async #knowsChange(): Promise<boolean> {
    const [change]: readonly (PublicChange | undefined)[] = await this.#deps.records.changesSince(
      this.#change.seq - 1,
      1,
    );
    return change?.seq === this.#change.seq && change.at === this.#change.at;
  }

  async #look(ids: readonly RecordId[]): Promise<void> {
    const standings = await this.#deps.records.standings(ids);
    for (const id of ids) {
      const standing = standings.get(id);
      const isSuspect =
        standing === undefined || ((await this.#isNarrower(standing)) && (await this.#isIn(standing)));
      if (isSuspect) this.#suspects.add(id);
      else this.#suspects.delete(id);
    }
  }

  /** Not in it is only what both the list of changes and the record's editions know as newer. */
  async #isIn({ id, editions }: Standing): Promise<boolean> {
    const before = (await this.#deps.records.latestChanges([id], this.#change.seq)).get(id);
    const [first] = editions;
    return before?.change === 'public' || (first !== undefined && first.at <= this.#change.at);
  }

  /** Whether less of it is public than a version of it that is in the dump. */
  async #isNarrower(standing: Standing, step = 0): Promise<boolean> {
    const { id, state, restrictions } = standing;
    const today = this.#deps.world.today();
    switch (state.kind) {
      case 'withdrawn':
        return true;
      case 'embargoed':
        return today < state.until;
      case 'merged': {
        const into = (await this.#deps.records.standings([state.into])).get(state.into);
        return into === undefined || step >= LONGEST_MERGE_CHAIN || this.#isNarrower(into, step + 1);
      }
      case 'draft':
      case 'in-review':
      case 'published': {
        const before = new Set(this.#standing[id]);
        return restrictions.some((one) => holdsOn(one, today) && !before.has(nameOf(one)));
      }
    }
  }
}
