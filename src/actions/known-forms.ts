import type { KnownForm, KnownNames } from '../core/alignment/signs.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { RecordId } from '../core/id.ts';
import { searchFormsOf } from '../core/names/search-forms.ts';
import { terms } from '../core/tokens/tokenize.ts';
import type { PublicViews } from './public-views.ts';

/** Public records and their labels, whoever keeps them. */
export type Views = Pick<PublicViews, 'views' | 'labels'>;

const MOST_AUTHORITIES = 300;
const SHORTEST_NAME = 4;

/** The people, bodies and places that documents name, in all the public forms of their names, to be known again in their texts. */
export async function knownForms(
  views: Views,
  documents: readonly ArchiveDocument[],
): Promise<KnownNames['byForm']> {
  const ids = new Set<RecordId>();
  for (const { contributions, mentions, places } of documents) {
    for (const { agent } of contributions) if (agent !== undefined) ids.add(agent);
    for (const { to } of mentions) ids.add(to);
    for (const { place } of places) ids.add(place);
  }
  const byForm = new Map<string, KnownForm[]>();
  for (const [to, view] of await views.views([...ids].slice(0, MOST_AUTHORITIES), 'description')) {
    if (view.kind !== 'public') continue;
    const { record } = view.view;
    if (record.kind !== 'agent' && record.kind !== 'place') continue;
    for (const { form } of record.names)
      for (const { form: spelt, family } of searchFormsOf(record, form))
        for (const words of family === undefined ? [spelt] : [spelt, family])
          addForm({ terms: terms(words), to }, byForm);
  }
  return byForm;
}

/** Short words alone are too often another. */
function addForm(form: KnownForm, byForm: Map<string, KnownForm[]>): void {
  const [first] = form.terms;
  if (first === undefined || (form.terms.length === 1 && first.length < SHORTEST_NAME)) return;
  const known = byForm.get(first);
  if (known === undefined) byForm.set(first, [form]);
  else known.push(form);
}

/** The names of one document: its own bound ones, and forms known from all that are compared. */
export const namesOf = (document: ArchiveDocument, byForm: KnownNames['byForm']): KnownNames => ({
  byKey: new Map(document.mentions.map(({ key, to }) => [key, to])),
  byForm,
});
