import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { initArchive, type OpenArchive } from '../compose.ts';
import { loadSettings, SETTINGS_FILE } from '../config.ts';
import { parseId, type RecordId } from '../core/id.ts';
import { RESTRICTION_REASONS } from '../core/redaction.ts';
import { Impossible, impossible } from '../core/result.ts';
import { CouldNot } from './command.ts';
import { openFolder } from './opened.ts';

const BY = 'the sample';
const SAMPLE = fileURLToPath(new URL('../../sample', import.meta.url));

/** Stands in the folder while the sample is being made: whoever finds it goes on with the making. */
const UNFINISHED = '.sample-unfinished';

/** Whether the sample belongs here: no folder, an empty one, or one in which its making was stopped. */
export async function isToBeMade(folder: string): Promise<boolean> {
  const held = await namesIn(folder);
  return held.length === 0 || held.includes(UNFINISHED);
}

/** Makes the sample archive: its own settings, its records by the import that everybody uses, and what is held back. */
export async function makeSampleArchive(folder: string): Promise<void> {
  const settings = await loadSettings(SAMPLE);
  if (!settings.ok) throw new CouldNot(...settings.problem);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, UNFINISHED), '');
  if (!(await namesIn(folder)).includes(SETTINGS_FILE)) {
    const made = await initArchive(folder, settings.value);
    if (!made.ok) throw new CouldNot(made.problem);
  }
  const archive = await openFolder(folder);
  try {
    await importSample(archive);
    await actOnSample(archive);
  } finally {
    await archive.close();
  }
  await rm(join(folder, UNFINISHED));
}

async function importSample(archive: OpenArchive): Promise<void> {
  const events = archive.importPaths([join(SAMPLE, 'files'), join(SAMPLE, 'records')], {
    by: BY,
    format: 'auto',
    isPublishing: true,
    isDryRun: false,
  });
  for await (const event of events)
    if (event.kind === 'problem' && event.problem.severity === 'error') throw new CouldNot(event.problem);
}

/** What is done to a record of the sample once it is published. */
const acts = z.array(
  z.discriminatedUnion('action', [
    z.object({ action: z.literal('embargo'), key: z.string(), until: z.string() }),
    z.object({
      action: z.literal('withdraw'),
      key: z.string(),
      reason: z.string(),
      replacedBy: z.string().exactOptional(),
    }),
    z.object({
      action: z.literal('restrict'),
      key: z.string(),
      scope: z.object({ kind: z.literal('blocks'), blocks: z.array(z.string()) }),
      reason: z.enum(RESTRICTION_REASONS),
      words: z.string(),
      until: z.string().exactOptional(),
    }),
  ]),
);

async function actOnSample(archive: OpenArchive): Promise<void> {
  const ids = await idsByKey();
  const idOfKey = (key: string): RecordId => {
    const id = ids.get(key);
    if (id === undefined) throw new Impossible(`the sample has no record ${key}`);
    return id;
  };
  for (const act of acts.parse(JSON.parse(await readFile(join(SAMPLE, 'standing.json'), 'utf8')))) {
    const done = await actOnce(archive, act, idOfKey);
    if (!done.ok && done.problem.code !== 'already-so') throw new CouldNot(done.problem);
  }
}

function actOnce(
  archive: OpenArchive,
  act: z.infer<typeof acts>[number],
  idOfKey: (key: string) => RecordId,
): ReturnType<OpenArchive['publish']> {
  const id = idOfKey(act.key);
  switch (act.action) {
    case 'embargo':
      return archive.embargo(id, act.until, { by: BY });
    case 'withdraw': {
      const { reason, replacedBy } = act;
      return archive.withdraw(id, reason, {
        by: BY,
        ...(replacedBy === undefined ? {} : { replacedBy: idOfKey(replacedBy) }),
      });
    }
    case 'restrict': {
      const { scope, reason, words, until } = act;
      return archive.restrict(
        id,
        { scope, reason, words, ...(until === undefined ? {} : { until }) },
        { by: BY },
      );
    }
    default:
      return impossible(act);
  }
}

/** The ids that the sample's own lines give to their keys. */
async function idsByKey(): Promise<ReadonlyMap<string, RecordId>> {
  const ids = new Map<string, RecordId>();
  const records = join(SAMPLE, 'records');
  for (const name of await readdir(records))
    for (const line of (await readFile(join(records, name), 'utf8')).split('\n').filter(Boolean)) {
      const { id, key } = z.object({ id: z.string(), key: z.string() }).parse(JSON.parse(line));
      const parsed = parseId(id);
      if (parsed !== undefined) ids.set(key, parsed);
    }
  return ids;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return [];
    throw reason;
  }
}
