import { documentJson } from '../formats/json/document-json.ts';
import { addressOf } from './addresses.ts';
import type { DocumentExport } from './exports.ts';

/** The forms in which a document can be had, by the suffix of their addresses. */
export const documentExports: ReadonlyMap<string, DocumentExport> = new Map<string, DocumentExport>([
  [
    'json',
    {
      suffix: 'json',
      mediaType: 'application/json; charset=utf-8',
      write: ({ view, label }, { address }) =>
        `${JSON.stringify(documentJson(view, address + addressOf({ prefix: '' }, label)), undefined, 1)}\n`,
    },
  ],
]);
