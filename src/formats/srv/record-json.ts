import type { ContributionRole } from '../../core/contribution.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { RecordId } from '../../core/id.ts';
import { isRecordOf, type Known } from './known.ts';
import { saidOf } from '../fields/said-of-record.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import { titleOf } from '../../core/label.ts';
import { mediaFile, transcript, translation } from './assets.ts';
import { idOfName, type OldModel } from './old-id.ts';
import { oldInstant } from './old-date.ts';
import { languageId } from './language-id.ts';
import { collectionStub, documentStub, nameStub } from './stubs.ts';

/** What things are called in the language of the answer. */
export interface OldWords {
  /** "ru" -> "Russian" */
  readonly languageName: (tag: string) => string;
  /** A statement of rights by its URI; undefined: none that is known. */
  readonly rightsName: (uri: string) => string | undefined;
}

const CREATORS: ReadonlySet<ContributionRole> = new Set([
  'author',
  'sender',
  'drafter',
  'signatory',
  'creator',
]);
const NOT_CONTRIBUTORS: ReadonlySet<ContributionRole> = new Set(['publisher', 'subject']);

/**
 * A document as the old interface had it, all of its fields and no other. What has no place there is empty.
 * `known`: the public records that it names, each under the id it is named by.
 */
export function recordJson(view: PublicRecord<ArchiveDocument>, known: Known, words: OldWords) {
  const { record } = view;
  const said = saidOf({ view, url: '', nameOf: (id) => nameIn(known(id)) });
  const inRoles = (has: (role: ContributionRole) => boolean) =>
    namesOf(
      record.contributions.filter(({ role }) => has(role)).map(({ agent, name }) => ({ id: agent, name })),
      known,
      'contributor',
    );
  return {
    ...documentStub(view),
    source: said.source ?? '',
    type: record.genre === undefined ? [] : [named(record.genre)],
    rights: rightsOf(record, words),
    pdf_generated_at: oldInstant(view.edition.at),
    languages: said.languages.map((tag) => ({ id: languageId(tag), name: words.languageName(tag) })),
    creators: inRoles((role) => CREATORS.has(role)),
    contributors: inRoles((role) => !NOT_CONTRIBUTORS.has(role)),
    original_coverages: namesOf(
      record.places.map(({ place, name }) => ({ id: place, name })),
      known,
      'coverage',
    ),
    subjects: namesOf(
      record.subjects.map((id) => ({ id })),
      known,
      'subject',
    ),
    repositories: repositoriesOf(record, known),
    publishers: inRoles((role) => role === 'publisher').map(({ id, name, value }) => ({ id, name, value })),
    collections: record.collections.flatMap(({ collection }) => {
      const one = known(collection);
      return one !== undefined && isRecordOf(one, 'collection') ? [collectionStub(one)] : [];
    }),
    ...relatedOf(record, known),
    ...renditionsOf(view, words),
    donors: record.funders.map(named),
    classifications: [record.marking.classification, ...record.marking.handling].flatMap((one) =>
      one === undefined ? [] : [named(one)],
    ),
  };
}

const nameIn = (one: ReturnType<Known>): string | undefined => one && (titleOf(one.record).title || one.id);

const named = (name: string) => ({ id: idOfName(name), name });

/** Each once, by its record where that is known, else by its name. */
function namesOf(
  given: readonly { readonly id?: RecordId | undefined; readonly name?: string | undefined }[],
  known: Known,
  model: OldModel,
) {
  const found = new Map<string, { id: string; name: string; value: string; uri: string }>();
  for (const { id, name } of given) {
    const record = id === undefined ? undefined : known(id);
    if (record !== undefined) {
      const stub = nameStub(record, model);
      if (!found.has(stub.id)) found.set(stub.id, stub);
    } else if (name !== undefined && !found.has(idOfName(name)))
      found.set(idOfName(name), { ...named(name), value: name, uri: '' });
  }
  return [...found.values()];
}

function repositoriesOf({ source: { original } }: ArchiveDocument, known: Known) {
  if (original === undefined) return [];
  const name = original.repositoryName === '' ? undefined : original.repositoryName;
  return namesOf([{ id: original.repository, name }], known, 'repository');
}

function relatedOf({ related }: ArchiveDocument, known: Known) {
  const stubs = (isOne: (relation: (typeof related)[number]['relation']) => boolean) =>
    related.flatMap(({ document, relation }) => {
      const one = isOne(relation) ? known(document) : undefined;
      return one !== undefined && isRecordOf(one, 'document') ? [documentStub(one)] : [];
    });
  return {
    attachments: stubs((relation) => relation === 'encloses'),
    links: stubs((relation) => relation !== 'encloses' && relation !== 'not-same-text'),
  };
}

function renditionsOf(view: PublicRecord<ArchiveDocument>, { languageName }: OldWords) {
  const { renditions } = view.record;
  return {
    media_files: renditions.flatMap((one) =>
      one.kind === 'facsimile' && one.pages.length > 0 ? [mediaFile(view, one)] : [],
    ),
    transcripts: renditions.flatMap((one) => (one.kind === 'transcription' ? [transcript(view, one)] : [])),
    translations: renditions.flatMap((one) =>
      one.kind === 'translation' ? [translation(view, one, languageName)] : [],
    ),
  };
}

/** Never null: clients read its name without asking whether it is there. */
function rightsOf({ rights }: ArchiveDocument, { rightsName }: OldWords) {
  const { uri = '', words = '' } = rights;
  const name = uri === '' ? words : (rightsName(uri) ?? uri);
  return { id: name === '' ? '' : idOfName(name), name, rights: words === '' ? uri : words };
}
