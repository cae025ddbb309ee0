import { RECORD_KINDS, makeId, type RecordId, type RecordKind } from '../core/id.ts';
import { labelOf, type Label } from '../core/label.ts';
import { viewFor, type PublicRecord } from '../core/public-record.ts';
import type { Ports } from './archive.ts';

/** The public records whose ids begin alike: "d4". */
export interface Bucket {
  readonly beginning: string;
  /** When the public form of any of them last changed: an ISO instant. */
  readonly changed: string;
}

/** A record in the list of everything. */
export interface Listed {
  readonly view: PublicRecord;
  readonly label: Label;
  readonly changed: string;
}

/** All public records, cut so that each part is small and stays the same part for good. */
export interface Everything {
  /** The parts that there are. Of each kind there are 1, 32, 1,024 …, as many as keep them small. */
  buckets(): Promise<readonly Bucket[]>;
  /** A part, by id; undefined where nothing public begins so, or too much does. */
  bucket(beginning: string): Promise<readonly Listed[] | undefined>;
}

type Deps = Pick<Ports, 'records' | 'world'>;

/** Themes are not published yet, and a unit of description is seen at its place among the sources. */
const KINDS: readonly RecordKind[] = RECORD_KINDS.filter((kind) => kind !== 'theme' && kind !== 'unit');
/** Of how many records a part is, about. */
const ABOUT = 1000;
const MOST = 4000;
const DEEPEST = 4;
const BATCH = 500;

const letterOf = (kind: RecordKind): string => makeId(kind, '00000000').charAt(0);

export const everythingIn = (deps: Deps, fresh: <T>(answer: () => Promise<T>) => Promise<T>): Everything => ({
  buckets: () => fresh(() => buckets(deps)),
  bucket: (beginning) => fresh(() => bucket(deps, beginning)),
});

async function buckets({ records }: Deps): Promise<readonly Bucket[]> {
  const published = (await records.counts()).filter(({ state }) => state === 'published');
  const lettersOf = new Map<number, string[]>();
  for (const kind of KINDS) {
    const count = published.find((one) => one.kind === kind)?.count ?? 0;
    if (count === 0) continue;
    const letters = 1 + Math.min(DEEPEST - 1, Math.ceil(Math.log(Math.max(1, count / ABOUT)) / Math.log(32)));
    lettersOf.set(letters, [...(lettersOf.get(letters) ?? []), letterOf(kind)]);
  }
  const found: Bucket[] = [];
  for (const [letters, kinds] of lettersOf)
    for (const [beginning, { at }] of await records.latestByBeginning(letters))
      if (kinds.includes(beginning.charAt(0))) found.push({ beginning, changed: at });
  return found.sort((a, b) => (a.beginning < b.beginning ? -1 : 1));
}

async function bucket({ records, world }: Deps, beginning: string): Promise<readonly Listed[] | undefined> {
  const isOne = KINDS.some((kind) => letterOf(kind) === beginning.charAt(0));
  if (!isOne || beginning.length > DEEPEST || !/^[0-9a-z]+$/.test(beginning)) return undefined;
  const today = world.today();
  const listed: Listed[] = [];
  for (let after: RecordId | undefined; ;) {
    const standings = await records.list({ state: 'published', beginning }, after, BATCH);
    const ids = standings.map(({ id }) => id);
    const stored = await records.latestEditions(ids, 'description');
    const changes = await records.latestChanges(ids);
    for (const [id, { standing, version, edition }] of stored) {
      const view = viewFor(standing, version, edition, today);
      if (view.kind !== 'public') continue;
      const changed = changes.get(id)?.at ?? view.view.edition.at;
      listed.push({ view: view.view, label: labelOf(view.view), changed });
    }
    after = ids.at(-1);
    if (listed.length > MOST) return undefined;
    if (ids.length < BATCH) return listed.length === 0 ? undefined : listed;
  }
}
