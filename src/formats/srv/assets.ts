import type { RecordId } from '../../core/id.ts';
import { kindOf, parseId } from '../../core/id.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Facsimile, Rendition, Transcription, Translation } from '../../core/rendition.ts';
import { oldInstant } from './old-date.ts';
import { languageId } from './language-id.ts';

type Document = PublicRecord<ArchiveDocument>;
export type AssetKind = 'media' | 'transcript' | 'translation';

/** What a scan, a transcript and a translation have in common. */
function asset({ id, edition, editions }: Document, { key }: Rendition, extension: 'pdf' | 'html') {
  const name = `${id}-${key}`;
  return {
    id: name,
    filename: `${name}.${extension}`,
    content_type: extension === 'pdf' ? 'application/pdf' : 'text/html',
    extension,
    asset_id: name,
    source_created_at: oldInstant((editions[0] ?? edition).at),
    source_updated_at: oldInstant(edition.at),
  };
}

/** Where the bytes are. In these addresses the client puts one more slash before. */
const placeOf = (kind: AssetKind, name: string, extension: string): string =>
  `/srv/${kind}/${name}.${extension}`;

export function mediaFile(document: Document, scan: Facsimile) {
  const said = asset(document, scan, 'pdf');
  const path = placeOf('media', said.id, said.extension);
  return { ...said, path, raw: path, pdf: path };
}

export function transcript(document: Document, text: Transcription) {
  const said = asset(document, text, 'html');
  const url = placeOf('transcript', said.id, said.extension);
  return { ...said, url, raw: url, html: url };
}

export function translation(document: Document, text: Translation, languageName: (tag: string) => string) {
  const said = asset(document, text, 'html');
  const url = placeOf('translation', said.id, said.extension);
  const language = { id: languageId(text.language), name: languageName(text.language) };
  return { ...said, url, language, raw: url, html: url };
}

/** What a name of a file asks for: "d…-t-en-1.html" is the rendition t-en-1 of a document. Undefined: nothing of ours. */
export function readAssetName(
  name: string,
  extension: 'pdf' | 'html',
): { readonly document: RecordId; readonly rendition: string } | undefined {
  const [, id = '', rendition = '', ending] = /^([^-]{1,20})-([\w.-]{1,60})\.([a-z]+)$/.exec(name) ?? [];
  const document = parseId(id);
  if (document === undefined || kindOf(document) !== 'document' || ending !== extension) return undefined;
  return { document, rendition };
}
