import type { RecordPage } from '../../actions/pages.ts';
import { CONTRIBUTION_ROLES } from '../../core/contribution.ts';
import { catalogueDate, type ArchiveDocument } from '../../core/document.ts';
import { languageMap, plainText, said } from '../../formats/iiif/language-map.ts';
import { PRESENTATION_CONTEXT, type MetadataPair, type OtherForm } from '../../formats/iiif/viewing.ts';
import { writeManifest, type ManifestWords } from '../../formats/iiif/write-manifest.ts';
import { addressOfForm, addressOfScans, addressOfViewing } from '../addresses.ts';
import { moved, type Answer } from '../answer.ts';
import { referenceWords } from '../public/description.ts';
import { ofKind, read } from '../public/handlers.ts';
import { dateWords } from '../public/when.ts';
import type { Site, Visit } from '../site.ts';
import { collectionNeighbour, viewingOf } from './viewing-of.ts';

type DocumentPage = RecordPage<ArchiveDocument>;

/** A document's manifest; one without pages has none. */
export async function manifest(visit: Visit): Promise<Answer | undefined> {
  const { site, room, params } = visit;
  const answer = await room.view(params['asked'] ?? '', 'document');
  if (answer.kind === 'moved') return moved(addressOfViewing(answer.to.id, 'manifest'));
  const reading = await read(visit, 'document');
  if (reading.kind === 'answer') return reading.answer;
  const page = ofKind(reading.page, 'document');
  const made = page && writeManifest(page.view, viewingOf(site, page.label), wordsOf(site, page));
  return made && { kind: 'linked-data', context: PRESENTATION_CONTEXT, body: JSON.stringify(made) };
}

/** Forms that people read; the others are data. */
const FOR_READERS: ReadonlySet<string> = new Set(['pdf', 'txt', 'tei']);

function wordsOf(site: Site, page: DocumentPage): ManifestWords {
  const { settings, words } = site;
  const forms = [...site.exports.values()].map((form): OtherForm & { readonly suffix: string } => ({
    suffix: form.suffix,
    address: settings.address + addressOfForm({ prefix: '' }, page.label.id, form.suffix),
    mediaType: form.mediaType,
    label: words.viewing.form(form.suffix),
  }));
  const statement = statementOf(site, page.view.record);
  return {
    metadata: metadataOf(site, page),
    ...(statement ? { statement } : {}),
    collections: page.view.record.collections
      .flatMap(({ collection }) => page.labels.get(collection) ?? [])
      .map((label) => collectionNeighbour(site, label)),
    renderings: [...forms.filter(({ suffix }) => FOR_READERS.has(suffix)), scansOf(site, page)],
    data: forms.filter(({ suffix }) => suffix === 'json'),
  };
}

/** A manifest is only of what has pages: these, as a PDF. */
const scansOf = ({ settings, words }: Site, { label }: DocumentPage): OtherForm => ({
  address: settings.address + addressOfScans({ prefix: '' }, label.id),
  mediaType: 'application/pdf',
  label: words.handout.scansForm,
});

/** What must be read wherever the pages are shown: that they are invented, whose they are, under which terms. */
export function statementOf(
  { words, language }: Site,
  {
    rights,
    creditLine,
    invented,
  }: Pick<ArchiveDocument, 'rights' | 'invented'> & { readonly creditLine?: string },
): MetadataPair | undefined {
  const told = [
    invented,
    creditLine,
    rights.words ?? (rights.uri === undefined ? undefined : (words.rightsName(rights.uri) ?? rights.uri)),
    rights.holder === undefined ? undefined : `© ${rights.holder}`,
  ].filter((one) => one !== undefined);
  return told.length === 0
    ? undefined
    : { label: said(language, words.viewing.statement), value: said('none', plainText(told.join(' · '))) };
}

function metadataOf(site: Site, page: DocumentPage): readonly MetadataPair[] {
  const { words, language } = site;
  const { record, withheld, editions, edition } = page.view;
  const date = catalogueDate(record);
  const titleOf = (id: Parameters<typeof page.labels.get>[0]): string | undefined =>
    page.labels.get(id)?.title;
  const rows: (readonly [says: string, values: readonly (string | undefined)[]])[] = [
    ...(date === undefined ? [] : [[words.dateKinds[date.kind], [dateWords(site, date, true)]] as const]),
    ...CONTRIBUTION_ROLES.map(
      (role) =>
        [
          words.roles[role],
          record.contributions
            .filter((one) => one.role === role)
            .map((one) => (one.agent === undefined ? undefined : titleOf(one.agent)) ?? one.name),
        ] as const,
    ),
    [words.document.genre, [record.genre]],
    [words.document.subjects, record.subjects.map(titleOf)],
    [words.document.languages, record.languages.map(words.languageName)],
    [words.document.layers.original, [record.source.original && referenceWords(record.source.original)]],
    [words.document.inCollections, record.collections.map(({ collection }) => titleOf(collection))],
    [words.viewing.heldBack, withheld.map((one) => one.words)],
    [
      words.document.layers.edition,
      [
        editions.length > 0
          ? words.document.editionLine(edition.number, words.instant(edition.at))
          : undefined,
      ],
    ],
  ];
  return rows.flatMap(([says, values]) => {
    const told = values.filter((one) => one !== undefined && one !== '').map((one) => plainText(one ?? ''));
    return told.length === 0
      ? []
      : [{ label: said(language, says), value: languageMap(told.map((text) => ({ text }))) }];
  });
}
