import type { RecordPage } from '../actions/pages.ts';
import type { ArchiveDocument } from '../core/document.ts';
import { documentJson } from '../formats/json/document-json.ts';
import { writeBibtex } from '../formats/bibtex/write-bibtex.ts';
import { cslItemOf } from '../formats/csl/csl-item.ts';
import { writeCslJson } from '../formats/csl/write-csl-json.ts';
import { writeRis } from '../formats/ris/write-ris.ts';
import { citationOfPage } from './public/citation.ts';
import { writeMarkdown } from '../formats/markdown/write-markdown.ts';
import { writePlainText } from '../formats/text/write-plain-text.ts';
import { writeTei } from '../formats/tei/write-tei.ts';
import { addressOf } from './addresses.ts';
import type { Settings } from '../actions/archive.ts';
import { citedVolume, type CitedVolume } from '../core/citation/cited-volume.ts';
import type { CslItem } from '../core/citation/csl-item.ts';
import type { DocumentExport } from './exports.ts';
import { handoutOf } from './public/handout.ts';

/** Exports say where the document is in the archive's first language. */
const FIRST = { prefix: '' };
const addressIn = (archive: string, page: RecordPage<ArchiveDocument>): string =>
  archive + addressOf(FIRST, page.label);

const json: DocumentExport = {
  suffix: 'json',
  mediaType: 'application/json; charset=utf-8',
  write: (page, { address }) =>
    `${JSON.stringify(documentJson(page.view, addressIn(address, page)), undefined, 1)}\n`,
};

const tei: DocumentExport = {
  suffix: 'tei',
  mediaType: 'application/tei+xml; charset=utf-8',
  write: (page, { name, address }) =>
    writeTei(page.view, {
      url: addressIn(address, page),
      archive: name,
      nameOf: (id) => {
        const label = page.labels.get(id);
        return (
          label && {
            ref: address + addressOf(FIRST, label),
            isBody: label.agentKind !== undefined && label.agentKind !== 'person',
          }
        );
      },
    }),
};

const markdown: DocumentExport = {
  suffix: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  write: (page, { address }) =>
    writeMarkdown(page.view, { url: addressIn(address, page), nameOf: (id) => page.labels.get(id)?.title }),
};

const text: DocumentExport = {
  suffix: 'txt',
  mediaType: 'text/plain; charset=utf-8',
  write: (page, { address }) => writePlainText(page.view, { url: addressIn(address, page) }),
};

const itemOf = (page: RecordPage<ArchiveDocument>, settings: Settings): CslItem =>
  cslItemOf(citationOfPage({ settings, language: settings.languages[0] ?? 'en' }, page));

function volumeOf({ view, volume }: RecordPage<ArchiveDocument>): { readonly volume?: CitedVolume } {
  const cited = citedVolume(view.record.identifiers, volume);
  return cited === undefined ? {} : { volume: cited };
}

const bib: DocumentExport = {
  suffix: 'bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  write: (page, settings) => writeBibtex([itemOf(page, settings)]),
};

const csl: DocumentExport = {
  suffix: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  write: (page, settings) => writeCslJson([itemOf(page, settings)]),
};

const ris: DocumentExport = {
  suffix: 'ris',
  mediaType: 'application/x-research-info-systems; charset=utf-8',
  write: (page, { name, address }) =>
    writeRis(
      [
        {
          view: page.view,
          url: addressIn(address, page),
          nameOf: (id) => page.labels.get(id)?.title,
          ...volumeOf(page),
        },
      ],
      { archive: name },
    ),
};

const pdf: DocumentExport = { suffix: 'pdf', mediaType: 'application/pdf', handout: handoutOf };

const FORMS: readonly DocumentExport[] = [pdf, text, markdown, tei, json, ris, bib, csl];
/** The forms in which a document can be had, by the suffix of their addresses. */
export const documentExports: ReadonlyMap<string, DocumentExport> = new Map(
  FORMS.map((form) => [form.suffix, form]),
);
