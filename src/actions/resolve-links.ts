import { boundsOf, daysOf } from '../core/date/bounds.ts';
import { catalogueDate, type ArchiveDocument } from '../core/document.ts';
import type { RecordId } from '../core/id.ts';
import type { Label } from '../core/label.ts';
import { identifierOfLink, identifiersOf, linksOf } from '../core/links.ts';
import type { PublicRecord, View } from '../core/public-record.ts';
import { sourceNamesIn } from '../core/source-names.ts';
import { parseBlockId, type LinkTarget, type Text } from '../core/text.ts';
import type { RecordStore } from '../ports/record-store.ts';
import type { PassageLabel } from './pages.ts';
import type { PublicViews } from './public-views.ts';

interface Deps {
  readonly records: RecordStore;
  readonly views: PublicViews;
}

/** Numbers begin again each year or so: "your 1234" is of the days before this document, not of years ago. */
const LONGEST_AGO_DAYS = 200;
/** A reply may bear an earlier day than what it answers: offices lie in different time zones. */
const AHEAD_DAYS = 2;

/** Where each link of a record's texts leads, by what the link asks for; what leads nowhere public is not among them. */
export async function resolveLinks(
  deps: Deps,
  view: PublicRecord,
): Promise<ReadonlyMap<string, PassageLabel>> {
  const wanted = new Map<string, LinkTarget>();
  for (const text of textsOf(view)) for (const [place, target] of linksOf(text)) wanted.set(place, target);
  if (wanted.size === 0) return new Map();
  const named = [...wanted.values()].flatMap((target) =>
    target.kind === 'identifier' ? [target.identifier] : [],
  );
  const ids = new Map(await deps.records.find(named));
  for (const [place, target] of wanted) {
    const identifier = target.kind === 'number' ? identifierOfLink(target) : undefined;
    const id = identifier && (await nearestBearing(deps, identifier, view));
    if (id) ids.set(place, id);
  }
  const labels = await deps.views.labels(new Set(ids.values()));
  const links = new Map<string, PassageLabel>();
  for (const [place, target] of wanted) {
    const id = ids.get(target.kind === 'identifier' ? target.identifier : place);
    const label = id && labels.get(id);
    if (!label) continue;
    const block = target.kind === 'identifier' ? target.block : undefined;
    links.set(place, block === undefined ? label : await placeIn(deps, view, label, block));
  }
  return links;
}

/** Where in a record a link leads: to a place that is there. Of a collection, to the piece of its matter that has it. */
async function placeIn(deps: Deps, from: PublicRecord, to: Label, block: string): Promise<PassageLabel> {
  if (to.kind === 'document') {
    const isThere =
      to.id !== from.id ||
      pageNamesOf(from).has(block) ||
      textsOf(from).some((text) => parseBlockId(block) !== undefined || sourceNamesIn(text).has(block));
    return isThere ? { ...to, block } : to;
  }
  if (to.kind !== 'collection') return to;
  const view = await deps.views.view(to.id, 'whole');
  const matter =
    view.kind === 'public' && view.view.record.kind === 'collection' ? view.view.record.matter : [];
  const holder = matter.find(({ text }) => sourceNamesIn(text).has(block));
  if (holder) return { ...to, matter: holder.slug, block };
  return matter.some(({ slug }) => slug === block) ? { ...to, matter: block } : to;
}

/** The pages that a record begins on, by the name that the source gave them. */
const pageNamesOf = ({ record }: PublicRecord): ReadonlySet<string> =>
  new Set(
    record.identifiers.flatMap(({ scheme, value }) =>
      scheme === 'page' ? [value.slice(value.indexOf('#') + 1)] : [],
    ),
  );

function textsOf({ record }: PublicRecord): readonly Text[] {
  if (record.kind === 'document')
    return record.renditions.flatMap((one) => (one.kind === 'facsimile' ? [] : [one.text]));
  if (record.kind === 'collection')
    return [...record.matter.map((matter) => matter.text), { blocks: record.description, notes: [] }];
  return [];
}

/** Of all that bear a number, the one last dated before this document; none if none is near. */
async function nearestBearing(
  deps: Deps,
  identifier: string,
  view: PublicRecord,
): Promise<RecordId | undefined> {
  const day = view.record.kind === 'document' ? dayOf(view.record) : undefined;
  if (day === undefined) return undefined;
  const bearers = (await deps.records.findAll(identifier)).filter((id) => id !== view.id);
  let nearest: { readonly id: RecordId; readonly ago: number } | undefined;
  for (const [id, other] of await deps.views.views(bearers, 'description')) {
    const otherDay =
      other.kind === 'public' && other.view.record.kind === 'document' ? dayOf(other.view.record) : undefined;
    if (otherDay === undefined || !bears(other, identifier)) continue;
    const ago = day - otherDay;
    if (ago < -AHEAD_DAYS || ago > LONGEST_AGO_DAYS) continue;
    if (!nearest || Math.abs(ago) < Math.abs(nearest.ago)) nearest = { id, ago };
  }
  return nearest?.id;
}

/** Whether readers see a record bear an identifier: a number that was corrected since, or is held back, leads nowhere. */
const bears = (view: View, identifier: string): boolean =>
  view.kind === 'public' && identifiersOf(view.view.record).includes(identifier);

const DAY_MS = 86_400_000;

/** The first day on which a document may have been written, as a count of days; undefined when not known. */
function dayOf(document: ArchiveDocument): number | undefined {
  const edtf = catalogueDate(document)?.edtf;
  const earliest = edtf && daysOf(boundsOf(edtf))?.earliest;
  if (!earliest) return undefined;
  const [year, month, day] = earliest.split('-').map(Number);
  return year === undefined || month === undefined || day === undefined
    ? undefined
    : Date.UTC(year, month - 1, day) / DAY_MS;
}
