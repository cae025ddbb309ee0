import type { ArchiveDocument } from './document.ts';
import type { AgendaItem, HistoricalEvent } from './event.ts';
import type { ReferencePath, SourceNote } from './source.ts';
import type { ArchiveRecord } from './record.ts';
import { impossible } from './result.ts';

/** Reads a reference as another, or says (undefined) that there is nothing to refer to: then the reference goes, and the name as written stays. */
export type Resolve<A extends string, B extends string> = (reference: A) => B | undefined;

function keep<A, B>(items: readonly A[], change: (item: A) => B | undefined): B[] {
  const kept: B[] = [];
  for (const item of items) {
    const changed = change(item);
    if (changed !== undefined) kept.push(changed);
  }
  return kept;
}

function mapPath<A extends string, B extends string>(
  path: ReferencePath<A>,
  resolve: Resolve<A, B>,
): ReferencePath<B> {
  const { repository, ...rest } = path;
  const to = repository === undefined ? undefined : resolve(repository);
  return to === undefined ? rest : { ...rest, repository: to };
}

function mapSource<A extends string, B extends string>(
  source: SourceNote<A>,
  resolve: Resolve<A, B>,
): SourceNote<B> {
  const { original, copy, ...rest } = source;
  return {
    ...rest,
    ...(original ? { original: mapPath(original, resolve) } : {}),
    ...(copy ? { copy: mapPath(copy, resolve) } : {}),
  };
}

function mapContribution<A extends string, B extends string, C extends { readonly agent?: A }>(
  contribution: C,
  resolve: Resolve<A, B>,
): Omit<C, 'agent'> & { readonly agent?: B } {
  const { agent, ...rest } = contribution;
  const to = agent === undefined ? undefined : resolve(agent);
  return to === undefined ? rest : { ...rest, agent: to };
}

function mapDocument<A extends string, B extends string>(
  document: ArchiveDocument<A>,
  resolve: Resolve<A, B>,
): ArchiveDocument<B> {
  return {
    ...document,
    contributions: document.contributions.map((one) => mapContribution(one, resolve)),
    subjects: keep(document.subjects, resolve),
    places: keep(document.places, (one) => {
      const place = resolve(one.place);
      return place && { ...one, place };
    }),
    source: mapSource(document.source, resolve),
    related: keep(document.related, (one) => {
      const to = resolve(one.document);
      return to && { ...one, document: to };
    }),
    collections: keep(document.collections, (one) => {
      const to = resolve(one.collection);
      return to && { ...one, collection: to };
    }),
    mentions: keep(document.mentions, (one) => {
      const to = resolve(one.to);
      return to && { ...one, to };
    }),
  };
}

/** The record with each of its references read as another: keys as ids at the door, ids as merged ids in a view. */
export function mapReferences<A extends string, B extends string>(
  record: ArchiveRecord<A>,
  resolve: Resolve<A, B>,
): ArchiveRecord<B> | undefined {
  switch (record.kind) {
    case 'document':
      return mapDocument(record, resolve);
    case 'collection':
      return {
        ...record,
        seeAlso: keep(record.seeAlso, (one) => {
          const to = resolve(one.collection);
          return to && { ...one, collection: to };
        }),
        parents: keep(record.parents, (one) => {
          const to = resolve(one.collection);
          return to && { ...one, collection: to };
        }),
        matter: record.matter.map((matter) => ({
          ...matter,
          mentions: keep(matter.mentions, (one) => {
            const to = resolve(one.to);
            return to && { ...one, to };
          }),
        })),
      };
    case 'agent':
      return record;
    case 'place': {
      const { within, ...rest } = record;
      const to = within === undefined ? undefined : resolve(within);
      return to === undefined ? rest : { ...rest, within: to };
    }
    case 'subject':
      return { ...record, broader: keep(record.broader, resolve) };
    case 'repository': {
      const { place, ...rest } = record;
      const to = place === undefined ? undefined : resolve(place);
      return to === undefined ? rest : { ...rest, place: to };
    }
    case 'unit': {
      const repository = resolve(record.repository);
      return repository && { ...record, repository };
    }
    case 'term':
      return { ...record, explainedIn: keep(record.explainedIn, resolve) };
    case 'event':
      return mapEvent(record, resolve);
    default:
      return impossible(record);
  }
}

function mapEvent<A extends string, B extends string>(
  { agenda, ...rest }: HistoricalEvent<A>,
  resolve: (reference: A) => B | undefined,
): HistoricalEvent<B> {
  return {
    ...rest,
    places: keep(rest.places, resolve),
    participants: rest.participants.map((one) => mapContribution(one, resolve)),
    accounts: keep(rest.accounts, (one) => {
      const to = resolve(one.document);
      return to && { ...one, document: to };
    }),
    ...(agenda ? { agenda: agenda.map((item) => mapItem(item, resolve)) } : {}),
  };
}

function mapItem<A extends string, B extends string>(
  item: AgendaItem<A>,
  resolve: (reference: A) => B | undefined,
): AgendaItem<B> {
  return {
    ...item,
    passages: keep(item.passages, (one) => {
      const to = resolve(one.document);
      return to && { ...one, document: to };
    }),
  };
}

/** Every other record that this one refers to, each once. */
export function referencesOf<A extends string>(record: ArchiveRecord<A>): ReadonlySet<A> {
  const found = new Set<A>();
  mapReferences<A, A>(record, (reference) => {
    found.add(reference);
    return reference;
  });
  return found;
}
