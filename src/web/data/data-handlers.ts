import type { OfferedDump } from '../../actions/offered-dumps.ts';
import { CONTEXT, inContext, node, type LdNode } from '../../formats/json-ld/ld-node.ts';
import { datasetLd } from '../../formats/json-ld/site-ld.ts';
import { found, type Answer } from '../answer.ts';
import { problemOf } from '../doors.ts';
import type { Site, Visit } from '../site.ts';
import { rangeOf } from './byte-range.ts';
import { dataPage } from './data-page.ts';
import { addressOfData, addressOfDataFile } from './data-addresses.ts';

type Said = Promise<Answer | undefined>;

/** The dumps that there are. */
export async function data({ site, room }: Visit): Said {
  const dumps = await room.dumps();
  return found(dataPage(site, dumps, datasetsOf(site, dumps)));
}

/** The same as linked data. */
export async function dataAsJson({ site, room }: Visit): Said {
  const { settings, words } = site;
  const catalogue = node('DataCatalog', {
    '@id': `${settings.address}${addressOfData}#catalogue`,
    name: `${words.data.title}: ${settings.name}`,
    description: words.data.lede,
    url: settings.address + addressOfData,
    dataset: datasetsOf(site, await room.dumps()),
  });
  return {
    kind: 'linked-data',
    context: CONTEXT,
    body: `${JSON.stringify(inContext(catalogue), undefined, 1)}\n`,
  };
}

const datasetsOf = (site: Site, dumps: readonly OfferedDump[]): readonly LdNode[] =>
  dumps.filter((one) => one.kind === 'open').map((one) => datasetOf(site, one));

function datasetOf(
  { settings, words }: Site,
  { date, dump, files }: Extract<OfferedDump, { readonly kind: 'open' }>,
): LdNode {
  const url = settings.address + addressOfData;
  return datasetLd(
    { name: settings.name, url: settings.address },
    {
      name: `${settings.name}, ${date}`,
      description: `${words.data.lede} ${words.data.counts(dump.counts).join(', ')}.`,
      url: `${url}#d${date}`,
      terms: `${url}#terms`,
      ...(settings.licence === undefined ? {} : { license: settings.licence }),
      modified: dump.change.at,
      languages: settings.languages,
      files: files.map(({ name, mediaType, sizeBytes, sha256 }) => ({
        name,
        mediaType,
        sizeBytes,
        url: settings.address + addressOfDataFile(date, name),
        ...(sha256 === undefined ? {} : { sha256 }),
      })),
    },
  );
}

/** A file of a dump, whole or a stretch of it; of the newest: where that is. */
export async function dataFile({ site, room, params, headers }: Visit): Said {
  const { date = '', file: name = '' } = params;
  const answer = await room.dumpFile(date, name);
  if (answer === undefined) return undefined;
  if (answer.kind === 'taken-back')
    return {
      ...problemOf(site, 410),
      title: site.words.data.takenBackTitle,
      detail: site.words.data.takenBack,
    };
  if (date === 'latest') return { kind: 'moved', status: 303, to: addressOfDataFile(answer.date, name) };
  const { sha256, sizeBytes, mediaType } = answer.file;
  // What bears no digest changes with the dump, whose manifest has one.
  const tag = `"${sha256 ?? `${answer.date}-${sizeBytes}`}"`;
  if (hasTag(headers.get('if-none-match'), tag)) return { kind: 'unchanged', tag };
  const isSame = headers.get('if-range') === null || headers.get('if-range') === tag;
  const range = isSame ? rangeOf(headers.get('range'), sizeBytes) : undefined;
  if (range === 'beyond') return { ...problemOf(site, 416), sizeBytes };
  return {
    kind: 'stored',
    mediaType,
    fileName: name,
    sizeBytes,
    tag,
    ...(range === undefined ? {} : { range }),
    bytes: answer.open(range),
  };
}

/** Whether one of the tags that are had already is this. */
const hasTag = (had: string | null, tag: string): boolean =>
  (had ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*');
