import type { Contribution, ContributionRole } from '../../core/contribution.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import type { PlaceMention, RelatedDocument } from '../../core/document.ts';
import { sourceKey, type SourceKey } from '../../core/draft.ts';
import { childrenOf, descendantsOf, pathOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import { readDate } from './dates.ts';
import { keyOf, localId } from './names-in-text.ts';
import { placeKey, placeStub } from './stubs.ts';
import type { TeiFile } from './text-state.ts';

/** What a correspondence description says: who wrote to whom, when and where, and what stands before and after. */
export interface Correspondence {
  readonly contributions: readonly Contribution<SourceKey>[];
  readonly dates: readonly CataloguedDate[];
  readonly places: readonly PlaceMention<SourceKey>[];
  readonly related: readonly RelatedDocument<SourceKey>[];
}

const ROLES: Readonly<Record<string, ContributionRole>> = { sent: 'sender', received: 'recipient' };
const AGENTS = new Set(['persName', 'orgName', 'name']);

function pointerOf(element: XmlElement): string | undefined {
  const inner = [...descendantsOf(element, 'rs')][0];
  return localId(element.attributes['ref'] ?? element.attributes['key'] ?? inner?.attributes['ref']);
}

/** A place by its pointer, or by its name where it has none: then its record goes with it. */
export function placeOf(
  file: TeiFile,
  element: XmlElement,
): { readonly key: SourceKey; readonly form: string } | undefined {
  const pointer = pointerOf(element);
  const named = placeKey(plainOf(element));
  if (named === undefined) return undefined;
  if (pointer !== undefined) {
    const key = keyOf(file, pointer);
    addStub(file, key, named.form);
    return { key, form: named.form };
  }
  addStub(file, named.key, named.form);
  return named;
}

function addStub(file: TeiFile, key: SourceKey, form: string): void {
  if (file.named.has(key)) return;
  file.named.add(key);
  file.stubs.push(placeStub(key, form));
}

function agentsOf(file: TeiFile, action: XmlElement): Contribution<SourceKey>[] {
  const role = ROLES[action.attributes['type'] ?? ''] ?? 'other';
  return action.children.flatMap((child) => {
    if (typeof child === 'string' || !AGENTS.has(child.name) || plainOf(child) === '') return [];
    const pointer = pointerOf(child);
    return [{ role, name: plainOf(child), ...(pointer ? { agent: keyOf(file, pointer) } : {}) }];
  });
}

function relatedOf(
  context: XmlElement | undefined,
  isRelated: (words: string) => boolean,
): RelatedDocument<SourceKey>[] {
  const found: RelatedDocument<SourceKey>[] = [];
  for (const ref of childrenOf(context, 'ref')) {
    const { target, subtype = '', type = '' } = ref.attributes;
    const value = target?.replace(/^#/, '').replace(/\.xml$/, '');
    if (!value || !isRelated(`${subtype} ${type}`)) continue;
    const document = sourceKey('tei', value);
    if (!found.some((one) => one.document === document))
      found.push({ document, relation: 'related', words: plainOf(ref) });
  }
  return found;
}

/** Reads a `correspDesc`; places without a pointer are known by their names. */
export function readCorrespondence(file: TeiFile, description: XmlElement | undefined): Correspondence {
  const contributions: Contribution<SourceKey>[] = [];
  const dates: CataloguedDate[] = [];
  const places: PlaceMention<SourceKey>[] = [];
  for (const action of childrenOf(description, 'correspAction')) {
    const type = action.attributes['type'];
    contributions.push(...agentsOf(file, action));
    for (const element of childrenOf(action, 'date')) {
      const date = readDate(element, type === 'received' ? 'received' : 'sent');
      if (date && (type === 'sent' || type === 'received')) dates.push(inferred(element, date));
    }
    for (const element of [...childrenOf(action, 'placeName'), ...childrenOf(action, 'settlement')]) {
      const place = placeOf(file, element);
      if (place)
        places.push({
          place: place.key,
          role: type === 'received' ? 'received-at' : 'sent-from',
          name: place.form,
        });
    }
  }
  const isRelated = (words: string): boolean => /previous|next|prev|reply|enclos/.test(words);
  return {
    contributions,
    dates,
    places,
    related: relatedOf(pathOf(description, 'correspContext'), isRelated),
  };
}

function inferred(element: XmlElement, date: CataloguedDate): CataloguedDate {
  return element.attributes['evidence'] ? { ...date, inferredFrom: element.attributes['evidence'] } : date;
}
