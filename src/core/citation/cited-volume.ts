import type { Publication } from '../collection.ts';
import type { Identifier } from '../id.ts';
import { citedPerson, type CitedName } from './cited-name.ts';

/** A printed volume that a document came from, as a citation names it. */
export interface CitedVolume {
  /** "Foreign Relations of the United States, 1955–1957, China, Volume II" */
  readonly title: string;
  /** "Foreign Relations of the United States" */
  readonly series?: string;
  /** "1955–1957" */
  readonly subseries?: string;
  /** "Volume II", "Volume XIX, Part 1" */
  readonly volume?: string;
  /** "China" */
  readonly volumeTitle?: string;
  readonly editors: readonly CitedName[];
  readonly publisher?: string;
  readonly place?: string;
  readonly year?: string;
  /** The number of the document in it: "306". */
  readonly document?: string;
  /** Whether it is of the series "Foreign Relations of the United States". */
  readonly isFrus: boolean;
  /** Where the volume's own publisher has the document. */
  readonly url?: string;
}

const FRUS = /^(?:Papers relating to the )?Foreign Relations of the United States\b/i;
const FRUS_DOCUMENT = /^(frus[0-9a-z-]+)#(d(\d+\w*))$/i;

/** The volume of a document, where it came from one; its own number in it stands in its identifier. */
export function citedVolume(
  identifiers: readonly Identifier[],
  volume: { readonly title: string; readonly published?: Publication } | undefined,
): CitedVolume | undefined {
  if (volume === undefined) return undefined;
  const own = identifiers
    .filter(({ scheme }) => scheme === 'tei')
    .map(({ value }) => FRUS_DOCUMENT.exec(value))
    .find((match) => match !== null);
  const isFrus = own !== undefined && FRUS.test(volume.title);
  const { published } = volume;
  if (!isFrus && published === undefined) return undefined;
  const parts = published?.volume === undefined && isFrus ? partsOfTitle(volume.title) : {};
  return {
    title: volume.title.replace(/\s+/g, ' '),
    editors: published?.editors.map(citedPerson) ?? [],
    isFrus,
    ...parts,
    ...optional('series', published?.series),
    ...optional('subseries', published?.subseries),
    ...optional('volume', published?.volume),
    ...optional('volumeTitle', published?.title),
    ...optional('publisher', published?.publisher?.replace(/^(?:United States|U\.S\.) (?=Government)/, '')),
    ...optional('place', published?.place),
    ...optional('year', published?.year),
    ...optional('document', own?.[3]),
    ...(isFrus
      ? { url: `https://history.state.gov/historicaldocuments/${own[1] ?? ''}/${own[2] ?? ''}` }
      : {}),
  };
}

/** What the whole title of a volume says in its parts; only what it says plainly. */
function partsOfTitle(title: string): Partial<CitedVolume> {
  const [, series = '', subseries] =
    /^(Foreign Relations of the United States), (\d{4}(?:[–-]\d{4})?)\b/.exec(title) ?? [];
  const volume = /\bVolume [IVXLC]+(?:[–-]\d+)?(?:, Part \d+)?/.exec(title)?.[0];
  return {
    ...optional('series', series),
    ...optional('subseries', subseries),
    ...optional('volume', volume),
  };
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Readonly<Record<K, string>>> {
  const said: Partial<Record<K, string>> = {};
  if (value !== undefined && value !== '') said[key] = value;
  return said;
}
