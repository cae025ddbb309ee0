import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { oaiDcElement } from '../../formats/dublin-core/write-dc.ts';
import type { Described } from '../../formats/fields/described.ts';
import { modsElement } from '../../formats/mods/write-mods.ts';
import { writeFormats, type UnapiFormat } from '../../formats/unapi/write-formats.ts';
import { zoteroRdf } from '../../formats/zotero-rdf/write-zotero-rdf.ts';
import { moved, type Answer } from '../answer.ts';
import { problemOf } from '../doors.ts';
import type { Site, Visit } from '../site.ts';
import { readArk } from './ark.ts';
import { away } from './edges.ts';
import { describedPage } from './metadata.ts';
import { isOfKind } from './of-kind.ts';
import { formsOf } from './record-forms.ts';

type DocumentPage = RecordPage<ArchiveDocument>;

interface Format extends UnapiFormat {
  /** Undefined where the site has no such form. */
  readonly write: (site: Site, page: DocumentPage, described: Described) => string | undefined;
}

/** A form that documents have anyway, by the suffix of its address. */
const asForm =
  (suffix: string): Format['write'] =>
  (site, page) => {
    const form = site.exports.get(suffix);
    return form !== undefined && 'write' in form
      ? form.write(describedPage(site, page), site.settings)
      : undefined;
  };

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

const FORMATS: readonly Format[] = [
  {
    name: 'mods',
    mediaType: 'application/mods+xml; charset=utf-8',
    docs: 'https://www.loc.gov/standards/mods/',
    write: (_site, _page, described) => `${DECLARATION}${modsElement(described)}\n`,
  },
  {
    name: 'oai_dc',
    mediaType: 'application/xml; charset=utf-8',
    docs: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    write: (_site, _page, described) => `${DECLARATION}${oaiDcElement(described)}\n`,
  },
  {
    name: 'rdf_zotero',
    mediaType: 'application/rdf+xml; charset=utf-8',
    docs: 'https://www.zotero.org/support/kb/importing_standardized_formats',
    write: (site, page) => zoteroRdf({ ...describedPage(site, page), view: page.view }, filesOf(site, page)),
  },
  {
    name: 'ris',
    mediaType: 'application/x-research-info-systems; charset=utf-8',
    docs: 'https://en.wikipedia.org/wiki/RIS_(file_format)',
    write: asForm('ris'),
  },
  { name: 'bibtex', mediaType: 'application/x-bibtex; charset=utf-8', write: asForm('bib') },
  {
    name: 'csljson',
    mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    docs: 'https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html',
    write: asForm('csl.json'),
  },
  {
    name: 'tei',
    mediaType: 'application/tei+xml; charset=utf-8',
    docs: 'https://tei-c.org/release/doc/tei-p5-doc/en/html/',
    write: asForm('tei'),
  },
];

/** The PDFs of a document; none of what is not held. */
function filesOf(site: Site, page: DocumentPage): Parameters<typeof zoteroRdf>[1] {
  if (page.view.record.renditions.length === 0) return [];
  const { words } = site;
  return formsOf(site, page)
    .filter(({ mediaType }) => mediaType === 'application/pdf')
    .map(({ url, mediaType }) => ({
      url,
      mediaType,
      title: url.endsWith('/scans.pdf') ? words.handout.scansForm : words.forms('pdf'),
    }));
}

/**
 * Documents by their ids in the forms that managers of references read: no parameter lists the forms; `id` those
 * of a document; `id` and `format` give it.
 */
export async function unapi({ site, room, url }: Visit): Promise<Answer | undefined> {
  const { unapi: says } = site.words;
  const [ids, formats] = [url.searchParams.getAll('id'), url.searchParams.getAll('format')];
  const [id = '', format = ''] = [...ids.slice(0, 1), ...(ids.length === 0 ? [''] : []), ...formats];
  if (ids.length > 1 || formats.length > 1) return { ...problemOf(site, 400), detail: says.twice };
  if (id === '' && format !== '') return { ...problemOf(site, 400), detail: says.noId };
  if (id === '') return { kind: 'text', mediaType: XML, body: writeFormats(FORMATS) };
  const answer = await room.read(readArk(id.replace(/^ark:\/?\d+\//, ''), undefined)?.id ?? id, {
    kind: 'document',
  });
  switch (answer.kind) {
    case 'unknown':
      return undefined;
    case 'moved':
      return moved(
        `/unapi?id=${answer.to.id}${format === '' ? '' : `&format=${encodeURIComponent(format)}`}`,
      );
    case 'gone':
    case 'withdrawn':
      return away(site, answer);
    case 'found':
      return isOfKind(answer.page, 'document') ? inFormat({ site, room }, answer.page, format) : undefined;
  }
}

const XML = 'application/xml; charset=utf-8';

async function inFormat(
  { site, room }: Pick<Visit, 'site' | 'room'>,
  page: DocumentPage,
  name: string,
): Promise<Answer> {
  if (name === '')
    return { kind: 'text', status: 300, mediaType: XML, body: writeFormats(FORMATS, page.label.id) };
  const format = FORMATS.find((one) => one.name === name);
  const [stored] = format === undefined ? [] : await room.describe([page.label.id]);
  const described = {
    ...describedPage(site, page),
    ...(stored === undefined ? {} : { changed: stored.changed }),
  };
  const body = format?.write(site, page, described);
  return format === undefined || body === undefined
    ? { ...problemOf(site, 406), detail: site.words.unapi.noForm }
    : { kind: 'text', mediaType: format.mediaType, body };
}
