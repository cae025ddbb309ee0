import type { LanguageMap } from './language-map.ts';

export const PRESENTATION_CONTEXT = 'http://iiif.io/api/presentation/3/context.json';
export const SEARCH_CONTEXT = 'http://iiif.io/api/search/2/context.json';

/** What writes for viewers must know of where things are; every address is whole. */
export interface Viewing {
  /** The language in which the archive says what it says itself. */
  readonly language: string;
  /** Something of this record: at("manifest"), at("canvas", "s1", "3"). */
  at(...segments: readonly string[]): string;
  /** The base of a page's image. */
  imageAt(rendition: string, page: number): string;
  readonly homepage: string;
  readonly archive: { readonly name: string; readonly address: string };
}

/** A line of what is told of a record, as viewers show it. */
export interface MetadataPair {
  readonly label: LanguageMap;
  readonly value: LanguageMap;
}

/** The same in another form, elsewhere. */
export interface OtherForm {
  readonly address: string;
  readonly mediaType: string;
  readonly label: string;
}

/** A record of ours that this one is in, or that is in it. */
export interface Neighbour {
  readonly address: string;
  readonly label: LanguageMap;
  /** A small picture of it, as `thumbnailOf` writes it. */
  readonly thumbnail?: readonly object[];
}

/** Who gives it out. */
export const providerOf = ({ archive, language }: Viewing): readonly object[] => [
  {
    id: archive.address,
    type: 'Agent',
    label: { none: [archive.name] },
    homepage: [
      {
        id: archive.address,
        type: 'Text',
        label: { none: [archive.name] },
        format: 'text/html',
        language: [language],
      },
    ],
  },
];

/** Where people read it. */
export const homepageOf = ({ homepage, language }: Viewing, label: LanguageMap): readonly object[] => [
  { id: homepage, type: 'Text', label, format: 'text/html', language: [language] },
];

const STATEMENTS = /^https?:\/\/((?:creativecommons\.org|rightsstatements\.org)\/.+)$/;

/** The address of a licence or statement in the form that viewers know it by; undefined for any other. */
export function rightsUri(uri: string | undefined): string | undefined {
  const [, rest] = STATEMENTS.exec(uri ?? '') ?? [];
  return rest === undefined ? undefined : `http://${rest}`;
}
