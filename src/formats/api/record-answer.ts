import { canonicalPath } from '../../core/canonical-path.ts';
import type { RecordKind } from '../../core/id.ts';
import type { Label } from '../../core/label.ts';
import { referencesOf } from '../../core/references.ts';
import type { Described } from '../fields/described.ts';
import { named } from './listed.ts';
import { form } from './record.ts';
import type { Told } from './told.ts';

/** Which part of the API has the records of a kind: "/api/v1/documents". */
export const FAMILY_OF: Readonly<Record<Exclude<RecordKind, 'theme'>, string>> = {
  document: 'documents',
  collection: 'collections',
  agent: 'agents',
  place: 'places',
  subject: 'subjects',
  term: 'terms',
  event: 'events',
  repository: 'repositories',
  unit: 'units',
};

/** The path of a record in the API. */
export const apiPath = ({ id, kind }: Pick<Label, 'id' | 'kind'>): string =>
  kind === 'theme' ? '/api/v1' : `/api/v1/${FAMILY_OF[kind]}/${id}`;

/** A record as it is named: its title, and where it is. */
export const namedAnswer = (label: Label, archiveUrl: string): Told<typeof named> => ({
  id: label.id,
  kind: label.kind,
  ...(label.agentKind === undefined ? {} : { agentKind: label.agentKind }),
  title: label.title,
  ...(label.lang === undefined ? {} : { lang: label.lang }),
  url: archiveUrl + canonicalPath(label),
  self: archiveUrl + apiPath(label),
});

/** A public record with what it names, as the API gives it: the record as in its `.json`, and what is said about it. */
export function recordAnswer(
  described: Described,
  { archiveUrl, forms }: { readonly archiveUrl: string; readonly forms: readonly Told<typeof form>[] },
) {
  const { view, label, ark } = described;
  const namedRecords: Record<string, Told<typeof named>> = {};
  for (const reference of referencesOf(view.record)) {
    const other = described.named(reference);
    if (other !== undefined) namedRecords[reference] = namedAnswer(other.label, archiveUrl);
  }
  return {
    ...namedAnswer(label, archiveUrl),
    ...(ark === undefined ? {} : { ark }),
    edition: view.edition,
    editions: view.editions.length,
    withheld: view.withheld,
    changed: described.changed,
    opened: described.opened,
    forms,
    named: namedRecords,
    record: view.record,
  };
}
