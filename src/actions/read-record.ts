import { kindOf, parseId, type RecordId, type RecordKind } from '../core/id.ts';
import { labelOf } from '../core/label.ts';
import { viewFor, type PublicRecord, type View } from '../core/public-record.ts';
import { referencesOf } from '../core/references.ts';
import type { Ports } from './archive.ts';
import type { GuessedAlignments } from './guessed-alignments.ts';
import type { ReadAnswer, RecordPage, ViewAnswer } from './pages.ts';
import type { Kept } from './kept-counts.ts';
import type { PublicViews } from './public-views.ts';
import { resolveLinks } from './resolve-links.ts';
import { surroundingsOf } from './surroundings.ts';

type Deps = Pick<Ports, 'records' | 'world' | 'index'> & {
  readonly views: PublicViews;
  readonly kept: Kept;
  readonly guesses: GuessedAlignments;
};

/** What a reader gets who asks for a record by its id, or by a number that it bore elsewhere before. */
export async function readRecord(
  deps: Deps,
  asked: string,
  options: { readonly kind?: RecordKind; readonly edition?: number } = {},
): Promise<ReadAnswer> {
  const id = parseId(asked);
  if (id === undefined) return withPage(deps, await readFormer(deps, asked, options.kind));
  const view = await (options.edition === undefined
    ? deps.views.view(id, 'whole')
    : editionView(deps, id, options.edition));
  return withPage(deps, await answer(deps, view));
}

/** The same of a record alone: its description, without texts, labels and neighbours. */
export async function readView(
  deps: Pick<Deps, 'records' | 'views'>,
  asked: string,
  kind?: RecordKind,
): Promise<ViewAnswer> {
  const id = parseId(asked);
  return id === undefined
    ? readFormer(deps, asked, kind)
    : answer(deps, await deps.views.view(id, 'description'));
}

const withPage = async (deps: Deps, answered: ViewAnswer): Promise<ReadAnswer> =>
  answered.kind === 'found' ? { kind: 'found', page: await pageOf(deps, answered.view) } : answered;

/** So many records that bear one number are looked at: each kind may have been numbered by itself. */
const MOST_BEARERS = 20;

/**
 * An all-digit id is only ever a former identifier: it answers with the record's own address, if that is
 * public. Where several bore the number, one of the kind asked for goes first, then the oldest.
 */
async function readFormer(
  deps: Pick<Deps, 'records' | 'views'>,
  asked: string,
  kind: RecordKind | undefined,
): Promise<ViewAnswer> {
  if (!/^\d{1,18}$/.test(asked)) return { kind: 'unknown' };
  const bearers = await deps.records.findAll(`former:${asked}`);
  const ofKind = bearers.filter((id) => kindOf(id) === kind);
  const [first, ...others] = [...new Set([...ofKind, ...bearers])].slice(0, MOST_BEARERS);
  if (first === undefined) return { kind: 'unknown' };
  const labels = await deps.views.labels([first, ...others]);
  const open = [first, ...others].find(
    (id) => labels.has(id) && (ofKind.length === 0 || ofKind.includes(id)),
  );
  const label = open && labels.get(open);
  return label ? { kind: 'moved', to: label } : answer(deps, await deps.views.view(first, 'description'));
}

/** What readers may see of a record as one of its editions had it. */
export async function editionView(
  deps: Pick<Deps, 'records' | 'world'>,
  id: RecordId,
  number: number,
): Promise<View> {
  const standing = (await deps.records.standings([id])).get(id);
  const edition = standing?.editions.find((one) => one.number === number);
  if (!standing || !edition) return { kind: 'unknown' };
  return viewFor(standing, await deps.records.version(id, edition.version), edition, deps.world.today());
}

async function answer(deps: Pick<Deps, 'views'>, view: View): Promise<ViewAnswer> {
  switch (view.kind) {
    case 'unknown':
      return view;
    case 'gone':
      return view;
    case 'withdrawn': {
      const { replacedBy, ...rest } = view;
      const replacement = replacedBy && (await deps.views.labels([replacedBy])).get(replacedBy);
      return replacement ? { ...rest, replacement } : rest;
    }
    case 'merged': {
      const to = (await deps.views.labels([view.into])).get(view.into);
      return to ? { kind: 'moved', to } : { kind: 'unknown' };
    }
    case 'public':
      return { kind: 'found', view: view.view };
  }
}

/** A public record with the labels of all that it refers to, and where its links lead. */
export async function pageOf(deps: Deps, view: PublicRecord): Promise<RecordPage> {
  const [labels, links, around, guessed] = await Promise.all([
    deps.views.labels(referencesOf(view.record)),
    resolveLinks(deps, view),
    surroundingsOf(deps, view),
    deps.guesses.of(view),
  ]);
  return { view, label: labelOf(view), labels, links, ...around, ...(guessed.length > 0 ? { guessed } : {}) };
}
