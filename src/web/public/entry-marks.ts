import type { RecordPage, Row } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { RecordId } from '../../core/id.ts';
import { inRoles, kindOfGenre, type Citation } from '../../core/citation/citation.ts';
import { authorsOf } from '../../formats/csl/csl-item.ts';
import { eachOnce, invertedName, itemTypeOf } from '../../formats/fields/cited-document.ts';
import { isoDateOf } from '../../formats/json-ld/ld-dates.ts';
import { writeCoins } from '../../formats/coins/write-coins.ts';
import { addressWithin } from '../addresses.ts';
import { nothing, trusted, type Html } from '../html.ts';
import type { Site } from '../site.ts';

/** Addresses for programs stand in the archive's first language. */
const FIRST = { prefix: '' };

/**
 * What managers of references find in a list: of each document its id (unAPI) and a description in a line
 * (COinS). Nobody sees them, nor hears them. Long lists are full of them: they are written as they are.
 */
export function entryMarks(site: Site, row: Row): Html {
  const { label, date, genre } = row;
  if (label.kind !== 'document') return nothing;
  const others = row.to ?? [];
  const coins = writeCoins({
    type: itemTypeOf(kindOfGenre(genre), others.length > 0),
    title: label.title,
    authors: row.from ?? [],
    others,
    ...(date === undefined ? {} : { date: isoDateOf(date.edtf) ?? date.words }),
    url: site.settings.address + addressWithin(FIRST, label),
    languages: [],
  });
  return marksOf(site, label.id, coins);
}

/** The same on the page of a document, of which more is known. */
export function documentMarks(
  site: Site,
  { view, label }: RecordPage<ArchiveDocument>,
  cited: Citation,
): Html {
  const { rights } = view.record;
  const recipients = inRoles(cited, 'recipient');
  const rightsWords = rights.words ?? rights.uri;
  const coins = writeCoins({
    type: itemTypeOf(cited.kind, recipients.length > 0),
    title: cited.listedAs,
    authors: authorsOf(cited).map(invertedName),
    others: eachOnce([...recipients, ...inRoles(cited, 'participant', 'translator')]).map(invertedName),
    ...(cited.date === undefined ? {} : { date: isoDateOf(cited.date.edtf) ?? cited.date.words }),
    url: site.settings.address + addressWithin(FIRST, label),
    languages: cited.languages,
    publisher: site.settings.name,
    ...(cited.summary === undefined ? {} : { summary: cited.summary }),
    ...(rightsWords === undefined ? {} : { rights: rightsWords }),
  });
  return marksOf(site, label.id, coins);
}

/** The two marks of a document. */
const marksOf = ({ mode }: Site, id: RecordId, coins: string): Html =>
  trusted(
    `${mode === 'live' ? `<abbr class="unapi-id" title="${id}" hidden></abbr>` : ''}<span class="Z3988" title="${coins}" hidden></span>`,
  );
