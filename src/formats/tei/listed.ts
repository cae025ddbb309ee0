import type { AuthorityBase, Name } from '../../core/agent.ts';
import type { Draft, SourceKey } from '../../core/draft.ts';
import type { LanguageTag } from '../../core/language.ts';
import type { Place } from '../../core/place.ts';
import { childOf, childrenOf, descendantsOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import { readDate } from './dates.ts';
import { coordinatesOf, identifierOf, linksOf, namesOf, noteOf, yearsOf } from './listed-fields.ts';
import { keyOf, localId } from './names-in-text.ts';
import type { TeiFile } from './text-state.ts';

interface Listed {
  readonly file: TeiFile;
  readonly lang: LanguageTag;
  /** What was read so far: a place told of in two entries is one, with the names and links of both. */
  readonly drafts: Map<SourceKey, Draft>;
}

function take(listed: Listed, one: Draft): void {
  const known = listed.drafts.get(one.key);
  if (known === undefined) listed.drafts.set(one.key, one);
  else if (known.record.kind === 'place' && one.record.kind === 'place')
    listed.drafts.set(one.key, { ...known, record: mergedPlace(known.record, one.record) });
}

function mergedPlace(known: Place<SourceKey>, more: Place<SourceKey>): Place<SourceKey> {
  const names = more.names.filter((name) => !known.names.some((one) => one.form === name.form));
  const links = more.links.filter((link) => !known.links.some((one) => one.url === link.url));
  const coordinates = known.coordinates ?? more.coordinates;
  return {
    ...known,
    names: [
      ...known.names,
      ...names.map((name) => ({
        ...name,
        kind: name.kind === 'preferred' ? ('variant' as const) : name.kind,
      })),
    ],
    links: [...known.links, ...links],
    ...(coordinates ? { coordinates } : {}),
  };
}

/** A place told within another entry: its name, where it lies, what it is linked to. */
function placesWithin(listed: Listed, element: XmlElement): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const pointer = localId(child.attributes['ref'] ?? childOf(child, 'placeName')?.attributes['ref']);
    const names = child.name === 'location' || child.name === 'settlement' ? namesOf(child, 'placeName') : [];
    if (pointer !== undefined && names.length > 0) {
      const key = keyOf(listed.file, pointer);
      take(
        listed,
        placeDraft(
          key,
          names,
          coordinatesOf(plainOf(childOf(child, 'geo') ?? childOf(childOf(child, 'location'), 'geo'))),
          linksOf(child, false),
          'stub',
        ),
      );
    }
    placesWithin(listed, child);
  }
}

const placeDraft = (
  key: SourceKey,
  names: readonly Name[],
  coordinates: Place['coordinates'],
  links: AuthorityBase['links'],
  joins: Draft['joins'],
  within?: SourceKey,
): Draft => ({
  key,
  joins,
  record: {
    kind: 'place',
    identifiers: identifierOf(key),
    names,
    notes: [],
    links,
    attestations: [],
    ...(coordinates ? { coordinates } : {}),
    ...(within ? { within } : {}),
  },
});

function readAgent(listed: Listed, element: XmlElement, isPerson: boolean): void {
  placesWithin(listed, element);
  const id = element.attributes['xml:id'];
  const names = namesOf(element, isPerson ? 'persName' : 'orgName');
  if (id === undefined || names.length === 0) return;
  const key = keyOf(listed.file, id);
  const years = yearsOf(element);
  take(listed, {
    key,
    joins: 'addition',
    maybeKnown: isPerson,
    line: element.line,
    record: {
      kind: 'agent',
      agentKind: isPerson ? 'person' : 'body',
      identifiers: identifierOf(key),
      names,
      ...(years ? { years } : {}),
      notes: noteOf(element, listed.lang),
      links: linksOf(element, false),
      attestations: [],
    },
  });
}

function readPlace(listed: Listed, element: XmlElement): void {
  const id = element.attributes['xml:id'];
  const names = namesOf(element, 'placeName');
  const locations = childrenOf(element, 'location');
  const around = locations.find((one) => childOf(one, 'placeName'));
  const pointer = localId(childOf(around, 'placeName')?.attributes['ref']);
  const here = locations.find((one) => one !== around && childOf(one, 'geo'));
  if (id !== undefined && names.length > 0)
    take(
      listed,
      placeDraft(
        keyOf(listed.file, id),
        names,
        coordinatesOf(plainOf(childOf(here, 'geo'))),
        linksOf(element, false),
        'whole',
        pointer === undefined ? undefined : keyOf(listed.file, pointer),
      ),
    );
  placesWithin(listed, element);
}

function readEvent(listed: Listed, element: XmlElement): void {
  const id = element.attributes['xml:id'];
  const title = plainOf(
    childOf(element, 'eventName') ?? childOf(element, 'label') ?? childOf(element, 'head'),
  );
  const places: SourceKey[] = [];
  for (const list of childrenOf(element, 'listPlace'))
    for (const place of childrenOf(list, 'place')) {
      const pointer = localId(
        place.attributes['xml:id'] ??
          place.attributes['ref'] ??
          childOf(place, 'placeName')?.attributes['ref'],
      );
      if (pointer === undefined) continue;
      const key = keyOf(listed.file, pointer);
      places.push(key);
      take(
        listed,
        placeDraft(
          key,
          namesOf(place, 'placeName'),
          coordinatesOf(plainOf(childOf(childOf(place, 'location'), 'geo'))),
          linksOf(place, false),
          'stub',
        ),
      );
    }
  if (id === undefined || title === '') return;
  const date = readDate({ ...element, children: [] }, 'event');
  const key = keyOf(listed.file, id);
  take(listed, {
    key,
    joins: 'addition',
    line: element.line,
    record: {
      kind: 'event',
      identifiers: identifierOf(key),
      names: [{ form: title, kind: 'preferred' }],
      notes: noteOf(element, listed.lang),
      links: linksOf(element, false),
      attestations: [],
      dates: date ? [{ ...date, isCatalogueDate: true }] : [],
      places,
      participants: [],
      accounts: [],
    },
  });
}

/** The lists that explain whom and what a file names; they become records, not text. */
export const LISTS = new Set(['listPerson', 'listPlace', 'listOrg', 'listEvent']);

/** Persons, bodies, places and events that a file's lists explain, wherever in it they stand. */
export function* readListed(file: TeiFile, parent: XmlElement, lang: LanguageTag): Generator<Draft> {
  const lists = [...descendantsOf(parent, undefined, LISTS)].filter((one) => LISTS.has(one.name));
  if (lists.length === 0) return;
  const listed: Listed = { file, lang, drafts: new Map() };
  const each = (name: string, read: (element: XmlElement) => void): void => {
    for (const list of lists) for (const element of descendantsOf(list, name)) read(element);
  };
  each('place', (place) => readPlace(listed, place));
  each('person', (person) => readAgent(listed, person, true));
  each('org', (org) => readAgent(listed, org, false));
  each('event', (event) => readEvent(listed, event));
  const drafts = [...listed.drafts.values()];
  yield* drafts;
  reportUnheld(file, lists, drafts.map((one) => JSON.stringify(one.record)).join('\n'));
}

/** What of the lists stands in none of their records is listed, each text once. */
function reportUnheld(file: TeiFile, lists: readonly XmlElement[], held: string): void {
  const said = new Set<string>();
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child !== 'string') visit(child);
      else {
        const text = child.replace(/\s+/g, ' ').trim();
        const asJson = JSON.stringify(text).slice(1, -1);
        if (text === '' || said.has(text) || held.includes(asJson) || isHeldAsNumbers(text, held)) continue;
        said.add(text);
        file.unplaced.push({ text, line: element.line, element: element.name });
      }
    }
  };
  lists.forEach(visit);
}

function isHeldAsNumbers(text: string, held: string): boolean {
  const point = coordinatesOf(text);
  return point !== undefined && held.includes(JSON.stringify(point));
}
