import type { RecordPage } from '../../actions/pages.ts';
import { CONTRIBUTION_ROLES } from '../../core/contribution.ts';
import { catalogueDate, type ArchiveDocument } from '../../core/document.ts';
import type { HandoutBlock } from '../../core/handout.ts';
import type { Site } from '../site.ts';
import { referenceWords } from './description.ts';
import { dateWords } from './when.ts';

type DocumentPage = RecordPage<ArchiveDocument>;
type FactRow = Extract<HandoutBlock, { kind: 'facts' }>['rows'][number];

/** What the description says, as far as it helps on paper. */
export function factsOf(site: Site, page: DocumentPage): readonly FactRow[] {
  const { words } = site;
  const { record, edition } = page.view;
  const { source } = record;
  const rows: FactRow[] = [];
  const add = (name: string, values: readonly (string | undefined)[]): void => {
    const said = values.filter((one) => one !== undefined && one !== '');
    if (said.length > 0) rows.push({ name, values: said.map((one) => [{ text: one ?? '' }]) });
  };
  for (const date of record.dates) add(words.dateKinds[date.kind], [dateOf(site, record, date)]);
  for (const role of CONTRIBUTION_ROLES)
    add(
      words.roles[role],
      record.contributions.filter((one) => one.role === role).map((one) => personOf(site, page, one)),
    );
  for (const role of new Set(record.places.map((one) => one.role)))
    add(
      words.placeRoles[role],
      record.places
        .filter((one) => one.role === role)
        .map((one) => page.labels.get(one.place)?.title ?? one.name),
    );
  const { classification, handling } = record.marking;
  add(words.document.marked, [[classification, ...handling].filter(Boolean).join(' · ')]);
  add(
    words.document.numbers,
    record.numbers.map((one) => `${words.numberKinds[one.numberKind]} ${one.value}`),
  );
  add(words.handout.source, [source.original && referenceWords(source.original)]);
  add(words.document.layers.copy, [source.copy && referenceWords(source.copy)]);
  const isSaid = source.original !== undefined && source.verbatim === referenceWords(source.original);
  add(source.original === undefined ? words.handout.source : words.handout.catalogued, [
    isSaid ? undefined : source.verbatim,
  ]);
  add(words.document.layers.edition, [
    [source.edition?.words, words.document.editionLine(edition.number, words.instant(edition.at))]
      .filter(Boolean)
      .join('. '),
  ]);
  add(
    words.document.releases,
    record.releases.map((one) => releaseOf(site, one)),
  );
  add(words.document.rights, [rightsOf(site, record)]);
  add(words.document.credit, [record.creditLine]);
  return rows;
}

/** A date that the head of the page does not say in the same words. */
function dateOf(
  site: Site,
  record: ArchiveDocument,
  date: ArchiveDocument['dates'][number],
): string | undefined {
  const shown = dateWords(site, date, true);
  if (wordSet(date.words) !== wordSet(shown))
    return `${shown} (${site.words.handout.catalogued}: “${date.words}”)`;
  return date === catalogueDate(record) ? undefined : shown;
}

/** The same words in another order say the same: "14 March 1921", "March 14, 1921". */
const wordSet = (words: string): string =>
  (words.match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => word.toLowerCase())
    .sort()
    .join(' ');

function rightsOf({ words }: Site, { rights }: ArchiveDocument): string {
  const { uri, holder } = rights;
  const says = rights.words ?? (uri === undefined ? undefined : (words.rightsName(uri) ?? uri));
  return [says, holder === undefined ? undefined : `© ${holder}`].filter(Boolean).join(' · ');
}

function personOf(site: Site, page: DocumentPage, one: ArchiveDocument['contributions'][number]): string {
  const label = one.agent === undefined ? undefined : page.labels.get(one.agent)?.title;
  const isOther = label !== undefined && label !== one.name && one.name !== '';
  return `${label ?? one.name}${isOther ? ` (${site.words.document.as} “${one.name}”)` : ''}${one.station === undefined ? '' : `, ${one.station}`}`;
}

function releaseOf({ words }: Site, one: ArchiveDocument['releases'][number]): string {
  const outcome = words.access[one.outcome === 'full' ? 'open' : one.outcome === 'part' ? 'part' : 'closed'];
  return [
    one.date === undefined ? words.list.undated : words.date(one.date),
    outcome,
    one.authority,
    one.caseNumber === undefined ? undefined : words.document.caseNumber(one.caseNumber),
    one.exemptions.length === 0 ? undefined : words.document.exemptions(one.exemptions),
    one.words,
  ]
    .filter(Boolean)
    .join('. ');
}
