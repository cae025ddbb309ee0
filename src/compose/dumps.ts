import type { Ports, ReadingRoom } from '../actions/archive.ts';
import type { DumpAsked, MadeDump } from '../actions/make-dump.ts';
import { reachDay } from '../actions/reach-day.ts';
import type { Problem } from '../core/problem.ts';
import type { Result } from '../core/result.ts';
import { enData } from '../words/en-data.ts';

/** The whole data of an archive. */
export interface Dumps {
  /** Makes a dump of everything public; it is offered at /data unless it goes to a folder elsewhere. */
  makeDump(
    asked: Omit<DumpAsked, 'readme'>,
  ): AsyncGenerator<{ readonly done: number; readonly total: number }, Result<MadeDump, Problem>>;
  /** Removes all dumps but so many of the newest that may still be had; answers which. */
  keepDumps(most: number): Promise<readonly string[]>;
}

export const dumpsOf = (
  ports: Pick<Ports, 'records' | 'world' | 'settings' | 'dumps'>,
  path: string,
  room: Pick<ReadingRoom, 'dumps'>,
): Dumps => ({
  makeDump: (asked) => makeDumpOf(ports, path, asked),
  async keepDumps(most) {
    const all = await room.dumps();
    const kept = new Set(
      all
        .filter(({ kind }) => kind === 'open')
        .slice(0, most)
        .map(({ date }) => date),
    );
    const gone = all.map(({ date }) => date).filter((date) => !kept.has(date));
    for (const date of gone) await ports.dumps.remove(date);
    return gone;
  },
});

/** From the records of one moment, on a day of which all that it opens was announced. */
async function* makeDumpOf(
  ports: Pick<Ports, 'records' | 'world' | 'settings' | 'dumps'>,
  path: string,
  asked: Omit<DumpAsked, 'readme'>,
): AsyncGenerator<{ readonly done: number; readonly total: number }, Result<MadeDump, Problem>> {
  const today = ports.world.today();
  const world = { ...ports.world, today: () => today };
  await reachDay({ records: ports.records, world });
  const { makeDump } = await import('../actions/make-dump.ts');
  const { DATA_TABLES } = await import('../formats/dump/tables.ts');
  const { openRecordSnapshot } = await import('../adapters/sqlite/record-store.ts');
  const records = await openRecordSnapshot(path);
  try {
    return yield* makeDump(
      { ...ports, records, world },
      { ...asked, readme: (dump) => enData.readme(dump, DATA_TABLES, ports.settings) },
    );
  } finally {
    await records.close();
  }
}
