import type { RecordPage } from '../../actions/pages.ts';
import type { Described } from '../../formats/fields/described.ts';
import { cslDateOf } from '../../formats/csl/csl-date.ts';
import { authorsOf, locationOf } from '../../formats/csl/csl-item.ts';
import type { Run } from '../../formats/csl/runs.ts';
import { styledItem } from '../../formats/csl/styled-item.ts';
import { readWritten } from '../../formats/csl/written.ts';
import { citationOf, inRoles, type Citation, type CitedPassage } from '../../core/citation/citation.ts';
import { printName } from '../../core/citation/cited-name.ts';
import type { CitationForm, CitationStyle } from '../../core/citation/styles.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { ReferencePath } from '../../core/source.ts';
import type { ReadingRoom, Settings } from '../../actions/archive.ts';
import { arkOf } from '../../core/canonical-path.ts';
import type { Site } from '../site.ts';

/** What of a document's page a citation is made with. */
type CitedPage = Pick<RecordPage<ArchiveDocument>, 'view' | 'volume' | 'repositoryPlace'> & {
  readonly labels: Pick<RecordPage['labels'], 'get'>;
};

/** The same of a record that is described for its forms. */
export const citationOfDescribed = (
  settings: Settings,
  { view, named, volume, repositoryPlace }: Described<ArchiveDocument>,
): Citation =>
  citationOf(view, {
    labels: { get: (id) => named(id)?.label },
    archive: settings.name,
    address: `${settings.address}/document/${view.id}`,
    language: settings.languages[0] ?? 'en',
    ...optionalArk(settings, view),
    ...(volume === undefined ? {} : { cited: volume }),
    ...(repositoryPlace === undefined ? {} : { repositoryPlace }),
  });

function optionalArk(settings: Settings, { id }: Described['view']): { readonly ark?: string } {
  const ark = arkOf(settings, id);
  return ark === undefined ? {} : { ark };
}

/** What a document's page, or a passage of it, is cited by. Citations have no slug and no language's prefix. */
export function citationOfPage(
  { settings, language }: { readonly settings: Settings; readonly language: string },
  page: CitedPage,
  passage?: CitedPassage,
): Citation {
  return citationOf(page.view, {
    labels: page.labels,
    archive: settings.name,
    address: `${settings.address}/document/${page.view.id}`,
    language,
    ...(page.volume === undefined ? {} : { volume: page.volume }),
    ...(page.repositoryPlace === undefined ? {} : { repositoryPlace: page.repositoryPlace }),
    ...optionalArk(settings, page.view),
    ...(passage === undefined ? {} : { passage }),
  });
}

/** The forms in which a citation is shown, in this order. */
export const CITED_FORMS = ['note', 'bibliography', 'mla', 'apa', 'archival', 'frus'] as const;
export type CitedForm = (typeof CITED_FORMS)[number];

export interface WrittenCitation {
  readonly form: CitedForm;
  readonly runs: readonly Run[];
  /** How it is named within a text, in the styles that do so. */
  readonly inText?: readonly Run[];
}

const BY_STYLE: readonly (readonly [
  form: CitedForm,
  style: CitationStyle,
  kind: CitationForm,
  inText: boolean,
])[] = [
  ['note', 'chicago', 'mention', false],
  ['bibliography', 'chicago', 'entry', false],
  ['mla', 'mla', 'entry', true],
  ['apa', 'apa', 'entry', true],
];

/** What citations are written with. */
interface Citing {
  readonly site: Pick<Site, 'words' | 'mode'>;
  readonly room: Pick<ReadingRoom, 'cite' | 'today'>;
}

/** A citation in every form. The digest of a passage stands behind its address, for whoever checks. */
export async function writtenCitations(
  { site, room }: Citing,
  citation: Citation,
): Promise<readonly WrittenCitation[]> {
  const words = site.words.citing.style;
  const { passage } = citation;
  const locator =
    passage?.number === undefined
      ? {}
      : { locator: { label: passage.number.kind, value: passage.number.words } };
  const asked = BY_STYLE.flatMap(([, style, form, hasInText]) => [
    {
      style,
      form,
      item: styledItem(citation, { style, form, words }),
      ...(form === 'mention' ? locator : {}),
    },
    ...(hasInText
      ? [
          {
            style,
            form: 'mention' as const,
            item: styledItem(citation, { style, form: 'mention', words }),
            ...locator,
          },
        ]
      : []),
  ]);
  const runs = (await room.cite(asked)).map((markup, at) => {
    const one = asked[at];
    return one === undefined ? [] : readWritten(markup, one.style, one.form);
  });
  let at = 0;
  const styled = BY_STYLE.map(([form, , , hasInText]): WrittenCitation => {
    const written = marked(runs[at++] ?? [], citation);
    const inText = hasInText ? runs[at++] : undefined;
    return { form, runs: written, ...(inText === undefined ? {} : { inText }) };
  });
  const today = site.mode === 'live' ? site.words.day(room.today()) : undefined;
  const own = [
    { form: 'archival' as const, text: archivalCitation(site, citation, today) },
    { form: 'frus' as const, text: frusCitation(site, citation) },
  ].flatMap(({ form, text }) => (text === undefined ? [] : [{ form, runs: [{ text, isItalic: false }] }]));
  return [...styled, ...own];
}

/** The sign of a passage: "[b5 3f9a0c71e2]". */
export const signOf = ({ passage }: Citation): string | undefined =>
  passage?.digest === undefined ? undefined : `[${passage.place} ${passage.digest}]`;

/** With the sign behind the address, before the stop that ends the line. */
function marked(runs: readonly Run[], citation: Citation): readonly Run[] {
  const sign = signOf(citation);
  const address = citation.passage?.address;
  if (sign === undefined || address === undefined) return runs;
  return runs.map((run) => ({ ...run, text: run.text.replace(address, () => `${address} ${sign}`) }));
}

/** The archival form. `today`: the day on which it is read, where that is known. */
export function archivalCitation(site: Pick<Site, 'words'>, citation: Citation, today?: string): string {
  const { words } = site;
  const { title, passage, original, copy } = citation;
  const sign = signOf(citation);
  const number = passage?.number;
  const translators = inRoles(citation, 'translator').map(printName);
  return words.citing.archival({
    title: title.text,
    isDescription: title.isDescription,
    ...(title.translated === undefined ? {} : { translated: title.translated }),
    ...(citation.date === undefined || cslDateOf(citation.date) === undefined ? {} : { date: citation.date }),
    ...authorBefore(citation),
    location:
      original === undefined
        ? [citation.sourceLine ?? ''].filter(Boolean)
        : [...upwards(original.path), original.repository, ...placeOf(original)],
    ...(copy === undefined ? {} : { copy: [copy.repositoryName, locationOf(copy)].filter(Boolean) }),
    ...(citation.printedIn === undefined ? {} : { printedIn: citation.printedIn }),
    translators,
    archive: citation.archive,
    id: citation.id,
    edition: citation.edition.number,
    editionDay: words.instant(citation.edition.at),
    ...(number?.kind === 'paragraph' ? { paragraph: number.words } : {}),
    ...(number?.kind === 'page' ? { page: number.words } : {}),
    address: passage?.address ?? citation.address,
    ...(citation.ark === undefined ? {} : { ark: citation.ark }),
    ...(sign === undefined ? {} : { mark: sign }),
    ...(today === undefined ? {} : { read: today }),
  });
}

/** Who wrote it, where the title does not say so. */
function authorBefore(citation: Citation): { readonly by?: readonly string[] } {
  const names = authorsOf(citation).filter(
    (name) => !citation.title.text.includes(name.kind === 'person' ? name.family : name.name),
  );
  return names.length === 0 ? {} : { by: names.map(printName) };
}

/** From the leaf up to the fonds, each step as it stands. */
const upwards = ({ steps }: ReferencePath): readonly string[] =>
  steps.map((step) => locationOf({ steps: [step] })).reverse();

const placeOf = ({ repository, place }: NonNullable<Citation['original']>): readonly string[] =>
  place === undefined || repository.includes(place) ? [] : [place];

/** As the Office of the Historian asks for its own series; undefined for what is not of it. */
function frusCitation(site: Pick<Site, 'words'>, { volume }: Citation): string | undefined {
  if (volume?.isFrus !== true || volume.document === undefined) return undefined;
  const { series, subseries, volumeTitle, place, publisher, year, url } = volume;
  return site.words.citing.frus({
    series: series ?? volume.title,
    ...(subseries === undefined ? {} : { subseries }),
    ...(volume.volume === undefined ? {} : { volume: volume.volume }),
    ...(volumeTitle === undefined ? {} : { volumeTitle }),
    editors: volume.editors.map(printName),
    ...(place === undefined ? {} : { place }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(year === undefined ? {} : { year }),
    document: volume.document,
    ...(url === undefined ? {} : { url }),
  });
}
