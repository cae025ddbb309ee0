import { node, type LdNode } from './ld-node.ts';
import { archiveLd } from './ld-shared.ts';
import type { Described } from '../fields/described.ts';

type Archive = Described['archive'];

/** The site itself; `search` is the address of a search, with `{q}` for its words. */
export const siteLd = (archive: Archive, { about, languages, search }: SiteSaid): LdNode =>
  node('WebSite', {
    '@id': `${archive.url}/#site`,
    name: archive.name,
    url: `${archive.url}/`,
    description: about,
    inLanguage: languages,
    publisher: archiveLd({ archive }),
    potentialAction:
      search === undefined
        ? undefined
        : node('SearchAction', {
            target: node('EntryPoint', { urlTemplate: search }),
            'query-input': 'required name=q',
          }),
  });

interface SiteSaid {
  readonly about?: string;
  readonly languages: readonly string[];
  readonly search?: string;
}

/** The way to a page: whole addresses, home first; the last is the page itself. */
export const breadcrumbLd = (steps: readonly { readonly name: string; readonly url: string }[]): LdNode =>
  node('BreadcrumbList', {
    itemListElement: steps.map(({ name, url }, at) =>
      node('ListItem', { position: at + 1, name, item: url }),
    ),
  });

/** A set of data that can be had whole. */
export interface DatasetSaid {
  readonly name: string;
  readonly description: string;
  /** Where it is told of. */
  readonly url: string;
  /** The address of its licence, where it has one. */
  readonly license?: string;
  /** Where the terms are told, which differ from record to record. */
  readonly terms?: string;
  /** An ISO instant or day. */
  readonly modified?: string;
  readonly languages?: readonly string[];
  readonly files: readonly {
    readonly name: string;
    readonly url: string;
    readonly mediaType: string;
    readonly sizeBytes?: number;
    /** In hexadecimal digits. */
    readonly sha256?: string;
  }[];
}

export const datasetLd = (archive: Archive, said: DatasetSaid): LdNode =>
  node('Dataset', {
    '@id': said.url.includes('#') ? said.url : `${said.url}#dataset`,
    name: said.name,
    description: said.description,
    url: said.url,
    license: said.license,
    usageInfo: said.terms,
    dateModified: said.modified,
    inLanguage: said.languages,
    isAccessibleForFree: true,
    creator: archiveLd({ archive }),
    distribution: said.files.map((file) =>
      node('DataDownload', {
        name: file.name,
        contentUrl: file.url,
        encodingFormat: file.mediaType,
        contentSize: file.sizeBytes === undefined ? undefined : `${file.sizeBytes} B`,
        sha256: file.sha256,
      }),
    ),
  });
