import type { ArchiveDocument, RelatedDocument } from '../core/document.ts';
import { kindOf, type RecordId } from '../core/id.ts';
import { identifiersOf, isAnswer, linksOf, placeOfLink } from '../core/links.ts';
import type { PublicRecord } from '../core/public-record.ts';
import type { RelatedReason } from '../core/related-reason.ts';
import { impossible } from '../core/result.ts';
import type { LinkTarget } from '../core/text.ts';
import type { FoundGroup, FoundRelated } from './related-documents.ts';
import { resolveLinks } from './resolve-links.ts';
import type { Around } from './surroundings.ts';

type DocumentView = PublicRecord<ArchiveDocument>;

/** Records that refer to one, and of which what they say is read. */
const MOST_REFERRING = 200;
/** Documents whose texts lead to one, and whose texts are read for it. */
const MOST_CITING = 8;

/** What records state and texts cite, this one's and others': with those that a person called the same text, or not. */
export interface Stated {
  readonly groups: readonly FoundGroup[];
  readonly same: ReadonlySet<RecordId>;
  readonly notSame: ReadonlySet<RecordId>;
  /** Other accounts of the events that it is an account of: the page has them under the event. */
  readonly accounts: ReadonlySet<RecordId>;
  readonly events: readonly RecordId[];
}

/** Reads what this record and others say of each other. */
export async function relatedByRecord(deps: Around, view: DocumentView): Promise<Stated> {
  const gathered = new Gathered(view.id);
  for (const one of view.record.related) gathered.add(one, one.document);
  const { accounts, events } = await sayOthers(deps, view, gathered);
  await addCited(deps, view, gathered);
  await addCiting(deps, view, gathered);
  return { groups: gathered.groups(), same: gathered.same, notSame: gathered.notSame, accounts, events };
}

/** Keeps each document once under each reason, in the order in which it was said. */
class Gathered {
  readonly same = new Set<RecordId>();
  readonly notSame = new Set<RecordId>();
  readonly #own: RecordId;
  readonly #found = new Map<RelatedReason, Map<RecordId, FoundRelated>>();

  constructor(own: RecordId) {
    this.#own = own;
  }

  put(reason: RelatedReason, found: FoundRelated): void {
    if (found.id === this.#own) return;
    const of = this.#found.get(reason) ?? new Map<RecordId, FoundRelated>();
    if (!of.has(found.id)) of.set(found.id, found);
    this.#found.set(reason, of);
  }

  /** What this record states of another. */
  add({ relation, words }: RelatedDocument, id: RecordId): void {
    const said = words === undefined ? { id } : { id, words };
    switch (relation) {
      case 'reply-to':
        return this.put('reply-to', said);
      case 'mentioned-in':
        return this.put('mentioned-by', said);
      case 'same-text':
        return void this.same.add(id);
      case 'not-same-text':
        return void this.notSame.add(id);
      case 'encloses':
      case 'enclosed-in':
      case 'version-of':
      case 'related':
        return this.put('stated', { ...said, relation });
      default:
        return impossible(relation);
    }
  }

  /** What another record states of this one, seen from here. */
  addReverse({ relation }: RelatedDocument, id: RecordId): void {
    switch (relation) {
      case 'reply-to':
        return this.put('replied-by', { id });
      case 'mentioned-in':
        return this.put('mentions', { id });
      case 'encloses':
        return this.put('stated', { id, relation: 'enclosed-in' });
      case 'enclosed-in':
        return this.put('stated', { id, relation: 'encloses' });
      case 'same-text':
      case 'not-same-text':
      case 'version-of':
      case 'related':
        return this.add({ document: id, relation }, id);
      default:
        return impossible(relation);
    }
  }

  groups(): readonly FoundGroup[] {
    return [...this.#found].map(([reason, of]) => ({ reason, found: [...of.values()] }));
  }
}

/** What other public records say of this one; and of which events it is an account, beside whom. */
async function sayOthers(
  { records, views }: Around,
  view: DocumentView,
  gathered: Gathered,
): Promise<Pick<Stated, 'accounts' | 'events'>> {
  const referring = await records.referring(view.id, undefined, MOST_REFERRING);
  const asked = referring.filter((id) => kindOf(id) === 'document' || kindOf(id) === 'event');
  const accounts = new Set<RecordId>();
  const events: RecordId[] = view.record.mentions.map(({ to }) => to).filter((to) => kindOf(to) === 'event');
  for (const other of (await views.views(asked, 'description')).values()) {
    if (other.kind !== 'public') continue;
    const { id, record } = other.view;
    if (record.kind === 'document')
      for (const one of record.related) if (one.document === view.id) gathered.addReverse(one, id);
    if (record.kind === 'event' && record.accounts.some(({ document }) => document === view.id)) {
      events.push(id);
      for (const { document } of record.accounts) accounts.add(document);
    }
  }
  return { accounts, events: [...new Set(events)] };
}

/** What the links in a text are for: what it answers, in its body; else what it speaks of. */
function citationsOf(record: ArchiveDocument): ReadonlyMap<string, 'answers' | 'mentions'> {
  const found = new Map<string, 'answers' | 'mentions'>();
  const put = (targets: ReadonlyMap<string, LinkTarget>, isBody: boolean): void => {
    for (const [, target] of targets) {
      const place = placeOfLink(target);
      if (place === undefined || found.get(place) === 'answers') continue;
      found.set(place, isBody && isAnswer(target, record.numbers) ? 'answers' : 'mentions');
    }
  };
  for (const rendition of record.renditions) {
    if (rendition.kind === 'facsimile') continue;
    put(linksOf({ blocks: rendition.text.blocks, notes: [] }), true);
    put(linksOf({ blocks: [], notes: rendition.text.notes }), false);
  }
  return found;
}

/** Documents that this one's text leads to. */
async function addCited(deps: Around, view: DocumentView, gathered: Gathered): Promise<void> {
  const citations = citationsOf(view.record);
  if (citations.size === 0) return;
  const links = await resolveLinks(deps, view);
  for (const [place, how] of citations) {
    const to = links.get(place);
    if (to?.kind === 'document') gathered.put(how === 'answers' ? 'reply-to' : 'mentions', { id: to.id });
  }
}

/** Documents whose texts lead here: the index proposes them, and each is read to see where its links lead. */
async function addCiting(deps: Around, view: DocumentView, gathered: Gathered): Promise<void> {
  const citing = await deps.index.citing(identifiersOf(view.record), MOST_CITING + 1);
  const others = citing.filter((id) => id !== view.id && kindOf(id) === 'document').slice(0, MOST_CITING);
  for (const [id, other] of await deps.views.views(others, 'whole')) {
    if (other.kind !== 'public' || other.view.record.kind !== 'document') continue;
    const { record } = other.view;
    const links = await resolveLinks(deps, other.view);
    const hows = new Set(
      [...citationsOf(record)].flatMap(([place, how]) => (links.get(place)?.id === view.id ? [how] : [])),
    );
    if (hows.has('answers')) gathered.put('replied-by', { id });
    else if (hows.has('mentions')) gathered.put('mentioned-by', { id });
  }
}
