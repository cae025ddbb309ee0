import type { RecordPage, Row } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { canonicalPath } from '../../core/canonical-path.ts';
import type { RecordId } from '../../core/id.ts';
import { inRoles, kindOfGenre } from '../../core/citation/citation.ts';
import { authorsOf } from '../../formats/csl/csl-item.ts';
import { citedDocument, eachOnce, invertedName, itemTypeOf } from '../../formats/fields/cited-document.ts';
import { isoDateOf } from '../../formats/json-ld/ld-dates.ts';
import { writeCoins } from '../../formats/coins/write-coins.ts';
import { nothing, trusted, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { describedPage } from './metadata.ts';

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
    url: site.settings.address + canonicalPath({ ...label, slug: '' }),
    languages: row.languages ?? [],
    publisher: site.settings.name,
  });
  return marksOf(site, label.id, coins);
}

/** The same on the page of a document, of which more is known. */
export function documentMarks(site: Site, page: RecordPage<ArchiveDocument>): Html {
  const cited = citedDocument({ ...describedPage(site, page), view: page.view });
  const { rights } = page.view.record;
  const recipients = inRoles(cited, 'recipient');
  const rightsWords = rights.words ?? rights.uri;
  const coins = writeCoins({
    type: itemTypeOf(cited.kind, recipients.length > 0),
    title: cited.listedAs,
    authors: authorsOf(cited).map(invertedName),
    others: eachOnce([...recipients, ...inRoles(cited, 'participant', 'translator')]).map(invertedName),
    ...(cited.date === undefined ? {} : { date: isoDateOf(cited.date.edtf) ?? cited.date.words }),
    url: site.settings.address + canonicalPath({ ...page.label, slug: '' }),
    languages: cited.languages,
    publisher: site.settings.name,
    ...(cited.summary === undefined ? {} : { summary: cited.summary }),
    ...(rightsWords === undefined ? {} : { rights: rightsWords }),
  });
  return marksOf(site, page.label.id, coins);
}

/** The two marks of a document. */
const marksOf = ({ mode }: Site, id: RecordId, coins: string): Html =>
  trusted(
    `${mode === 'live' ? `<abbr class="unapi-id" title="${id}" hidden></abbr>` : ''}<span class="Z3988" title="${coins}" hidden></span>`,
  );
