import { parseId, type RecordId, type RecordKind } from '../core/id.ts';
import { labelOf } from '../core/label.ts';
import { viewFor, type PublicRecord, type View } from '../core/public-record.ts';
import { referencesOf } from '../core/references.ts';
import type { Ports } from './archive.ts';
import type { ReadAnswer, RecordPage } from './pages.ts';
import type { Kept } from './kept-counts.ts';
import type { PublicViews } from './public-views.ts';
import { resolveLinks } from './resolve-links.ts';
import { surroundingsOf } from './surroundings.ts';

type Deps = Pick<Ports, 'records' | 'world' | 'index'> & { readonly views: PublicViews; readonly kept: Kept };

/** What a reader gets who asks for a record by its id, or by a number that it bore elsewhere before. */
export async function readRecord(
  deps: Deps,
  asked: string,
  options: { readonly kind?: RecordKind; readonly edition?: number } = {},
): Promise<ReadAnswer> {
  const id = parseId(asked);
  if (id === undefined) return readFormer(deps, asked);
  const view = await (options.edition === undefined
    ? deps.views.view(id, 'whole')
    : editionView(deps, id, options.edition));
  return answer(deps, view);
}

/** An all-digit id is only ever a former identifier: it answers with the record's own address, if that is public. */
async function readFormer(deps: Deps, asked: string): Promise<ReadAnswer> {
  if (!/^\d{1,18}$/.test(asked)) return { kind: 'unknown' };
  const identifier = `former:${asked}`;
  const id = (await deps.records.find([identifier])).get(identifier);
  if (id === undefined) return { kind: 'unknown' };
  const label = (await deps.views.labels([id])).get(id);
  return label ? { kind: 'moved', to: label } : answer(deps, await deps.views.view(id, 'description'));
}

async function editionView(deps: Deps, id: RecordId, number: number): Promise<View> {
  const standing = (await deps.records.standings([id])).get(id);
  const edition = standing?.editions.find((one) => one.number === number);
  if (!standing || !edition) return { kind: 'unknown' };
  return viewFor(standing, await deps.records.version(id, edition.version), edition, deps.world.today());
}

async function answer(deps: Deps, view: View): Promise<ReadAnswer> {
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
      return { kind: 'found', page: await pageOf(deps, view.view) };
  }
}

/** A public record with the labels of all that it refers to, and where its links lead. */
export async function pageOf(deps: Deps, view: PublicRecord): Promise<RecordPage> {
  const [labels, links, around] = await Promise.all([
    deps.views.labels(referencesOf(view.record)),
    resolveLinks(deps, view),
    surroundingsOf(deps, view),
  ]);
  return { view, label: labelOf(view), labels, links, ...around };
}
