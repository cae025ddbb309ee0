import type { RecordPage } from '../actions/pages.ts';
import type { ArchiveDocument } from '../core/document.ts';
import { documentJson } from '../formats/json/document-json.ts';
import { writeTei } from '../formats/tei/write-tei.ts';
import { addressOf } from './addresses.ts';
import type { DocumentExport } from './exports.ts';

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

/** The forms in which a document can be had, by the suffix of their addresses. */
export const documentExports: ReadonlyMap<string, DocumentExport> = new Map(
  [json, tei].map((form) => [form.suffix, form]),
);
