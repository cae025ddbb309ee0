import { z } from 'zod';
import { PAGE_SIZE } from '../../actions/list-documents.ts';
import type { RecordPage } from '../../actions/pages.ts';
import type { Agent } from '../../core/agent.ts';
import type { RecordId } from '../../core/id.ts';
import type { Place } from '../../core/place.ts';
import type { FacetField } from '../../core/query.ts';
import { readAsked } from './read-asked.ts';
import { describedById, entryOf, knowOf, linkOf } from './records.ts';
import { firstOf, LETTERS, shortened } from './shorten.ts';
import { listPage, page, pagesOf, slice } from './slices.ts';
import { tool, type Asking, type Tool, type ToolAnswer } from './tool.ts';

const MOST_NAMES = 40;
const MOST_BESIDE = 12;

const inputOf = (kind: string) =>
  z.strictObject({
    id: z.string().min(1).max(500).describe(`The id of a ${kind}, or its address in this archive.`),
    page: page.describe('Which ten of the documents, from 1; by date.'),
  });

const nameOf = ({ form, lang, kind, years }: Agent['names'][number]): object => ({
  form: shortened(form, LETTERS.name),
  lang,
  kind,
  years,
});

/** What every authority has: its names, what is said of it, and where else it is described. */
function authorityOf(asking: Asking, { view, label }: RecordPage<Agent | Place>): object {
  const { record } = view;
  const names = firstOf(record.names, MOST_NAMES);
  return {
    ...linkOf(asking, label),
    edition: view.edition.number,
    know: knowOf(view),
    names: names.shown.map(nameOf),
    furtherNames: names.more,
    notes: record.notes.slice(0, 3).map(({ text, lang }) => ({ text: shortened(text, LETTERS.note), lang })),
    elsewhere: record.links.slice(0, MOST_BESIDE),
  };
}

/** Ten of the documents of a collection, person, place …, by date, with how many there are. */
export async function documentsOf(
  asking: Asking,
  field: FacetField,
  value: RecordId,
  asked: number,
): Promise<{ readonly said: object; readonly documents: readonly object[] }> {
  const listing = await asking.room.documents({
    field,
    value,
    page: listPage(asked, PAGE_SIZE.list),
    ...(field === 'person' ? { as: value } : {}),
  });
  const rows = slice(listing.rows, asked, PAGE_SIZE.list);
  const described = await describedById(
    asking,
    rows.map(({ label }) => label.id),
  );
  return {
    said: { documents: listing.total, page: asked, pages: pagesOf(listing) },
    documents: rows.flatMap((row) => {
      const one = described.get(row.label.id);
      return one === undefined ? [] : [{ ...entryOf(asking, one), as: row.stands }];
    }),
  };
}

const readPerson = tool({
  name: 'read_person',
  title: 'Read about a person or body',
  about:
    'What the archive knows of a person, body or office: every form of the name, in which roles and with whom they stand in documents, and those documents by date.',
  input: inputOf('person, body or office'),
  async answer(asking, given): Promise<ToolAnswer> {
    const reading = await readAsked(asking, given.id, ['agent']);
    if ('refused' in reading) return reading.refused;
    const { view, label } = reading.page;
    const profile = await asking.room.profile(label.id);
    const { said, documents } = await documentsOf(asking, 'person', label.id, given.page);
    const counted = ({ rows }: typeof profile.others): readonly object[] =>
      rows.slice(0, MOST_BESIDE).map((one) => ({ ...linkOf(asking, one.label), documents: one.documents }));
    return {
      said: { ...said },
      material: {
        ...authorityOf(asking, reading.page),
        years: view.record.years,
        roles: profile.roles.map(({ role, documents: count }) => ({ role, documents: count })),
        ...(given.page === 1 ? { with: counted(profile.others), places: counted(profile.places) } : {}),
        documents,
      },
    };
  },
});

const readPlace = tool({
  name: 'read_place',
  title: 'Read about a place',
  about:
    'What the archive knows of a place: every form of its name, where it lies, and its documents by date.',
  input: inputOf('place'),
  async answer(asking, given): Promise<ToolAnswer> {
    const reading = await readAsked(asking, given.id, ['place']);
    if ('refused' in reading) return reading.refused;
    const { view, label, labels, branches } = reading.page;
    const { said, documents } = await documentsOf(asking, 'place', label.id, given.page);
    const around = view.record.within && labels.get(view.record.within);
    return {
      said: { ...said },
      material: {
        ...authorityOf(asking, reading.page),
        coordinates: view.record.coordinates,
        within: around && linkOf(asking, around),
        places: branches
          ?.slice(0, MOST_BESIDE)
          .map((one) => ({ ...linkOf(asking, one.label), documents: one.documents })),
        documents,
      },
    };
  },
});

export const authorityReaders: readonly Tool[] = [readPerson, readPlace];
