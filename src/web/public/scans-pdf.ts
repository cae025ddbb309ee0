import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import type { ReadingRoom } from '../../actions/archive.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { facsimilesOf, type NumberedPage } from '../../core/facsimile/page-of.ts';
import type { PageLine, PageText } from '../../core/facsimile/page-text.ts';
import { Failure } from '../../core/failure.ts';
import { labelOf } from '../../core/label.ts';
import type { Problem } from '../../core/problem.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import type { PageImage } from '../../core/rendition.ts';
import { writeScans, type ScanFile, type ScanPage } from '../../formats/pdf/write-scans.ts';
import { addressOf, addressOfScans } from '../addresses.ts';
import type { Answer } from '../answer.ts';
import { seen } from '../iiif/read-page.ts';
import type { Site, Visit } from '../site.ts';

type Document = PublicRecord<ArchiveDocument>;

/** Two hundred dots to the inch of A4: it reads well on paper, and a page stays under a megabyte. */
const LONGEST_SIDE_PX = 2400;
/** While others look at many pictures a page waits so often, so long, before the file is broken off. */
const MOST_TRIES = 20;
const PAUSE_MS = 500;

/**
 * The page images of a document as one PDF that can be searched, written while it is sent; of one of its scans
 * alone where the address names it.
 */
export async function scans(visit: Visit): Promise<Answer | undefined> {
  const { site, room, params } = visit;
  const { asked = '', rendition } = params;
  const reading = await seen(visit, asked, 'document', (id) => addressOfScans(site, id));
  if (reading.kind === 'answer') return reading.answer;
  const view = reading.value;
  if (asked !== view.id) return { kind: 'moved', status: 301, to: addressOfScans(site, view.id) };
  const [first, ...others] = pagesOf(view.record, rendition);
  if (first === undefined) return undefined;
  // The first picture is made before anything is said, so that one who comes too late is told so.
  const begun = await pictureOf(room, view, first);
  if (typeof begun !== 'string' && !(begun instanceof Uint8Array))
    return { kind: 'busy', says: site.words.handout.busy };
  return {
    kind: 'made',
    mediaType: 'application/pdf',
    fileName: rendition === undefined ? `${view.id}-scans.pdf` : `${view.id}-${rendition}.pdf`,
    body: writeScans(fileOf(site, view, rendition), pagesInTurn(site, room, view, [first, ...others], begun)),
  };
}

const pagesOf = (document: ArchiveDocument, rendition?: string): readonly NumberedPage[] =>
  facsimilesOf(document)
    .filter(({ key }) => rendition === undefined || key === rendition)
    .flatMap((facsimile) => facsimile.pages.map((page, at) => ({ facsimile, page, number: at + 1 })));

/** Another name for the same document: of the same edition, with the same pages and the same held back, it is the same. */
function fileOf(site: Site, view: Document, rendition: string | undefined): ScanFile {
  const { record, edition } = view;
  const label = labelOf(view);
  const address = site.settings.address + addressOf(site, { ...label, slug: '' });
  const pages = pagesOf(record, rendition).map(({ page: { image, textLayer } }) => [
    image,
    textLayer?.digest,
  ]);
  const [language = 'und'] = record.languages;
  return {
    title: site.words.handout.scans.of(label.title),
    archive: site.settings.name,
    lang: language,
    madeAt: edition.at,
    address,
    fileId: createHash('sha256')
      .update(JSON.stringify([address, edition, pages]))
      .digest('hex')
      .slice(0, 32),
    deflate: deflateSync,
  };
}

async function* pagesInTurn(
  site: Site,
  room: ReadingRoom,
  view: Document,
  pages: readonly NumberedPage[],
  begun: Uint8Array | string,
): AsyncGenerator<ScanPage> {
  let at = 0;
  for (const on of pages) {
    const picture = at++ === 0 ? begun : await patientPicture(room, view, on);
    const text = await room.pageText(view.id, on.facsimile.key, on.number);
    const { image, label } = on.page;
    const says = site.words.handout.scans;
    yield {
      label: says.page(label, on.number),
      widthPx: image.widthPx,
      heightPx: image.heightPx,
      picture: typeof picture === 'string' ? says.noImage : picture,
      lines: text === undefined ? [] : inPixelsOf(image, text),
    };
  }
}

/** The picture of a page; why there will never be one; or what is in the way at this moment. */
async function pictureOf(
  room: ReadingRoom,
  view: Document,
  { facsimile, page: { image }, number }: NumberedPage,
): Promise<Uint8Array | string | Problem> {
  const shrink = Math.min(1, LONGEST_SIDE_PX / Math.max(image.widthPx, image.heightPx, 1));
  const made = await room.picture(view, facsimile.key, number, {
    region: { x: 0, y: 0, w: image.widthPx, h: image.heightPx },
    widthPx: Math.max(1, Math.round(image.widthPx * shrink)),
    heightPx: Math.max(1, Math.round(image.heightPx * shrink)),
    isMirrored: false,
    degrees: 0,
    quality: 'default',
    format: 'jpg',
  });
  if (made?.ok === true) return made.value.bytes;
  return made?.problem.code === 'images-busy' ? made.problem : 'none';
}

async function patientPicture(
  room: ReadingRoom,
  view: Document,
  on: NumberedPage,
): Promise<Uint8Array | string> {
  for (let tries = 1; ; tries++) {
    const picture = await pictureOf(room, view, on);
    if (typeof picture === 'string' || picture instanceof Uint8Array) return picture;
    if (tries >= MOST_TRIES) throw new Failure(picture, { cause: undefined });
    await pause(PAUSE_MS);
  }
}

/** Words that were read on a picture of another size, in pixels of this one. */
function inPixelsOf(image: PageImage, { widthPx, heightPx, lines }: PageText): readonly PageLine[] {
  const [wider, taller] = [image.widthPx / widthPx, image.heightPx / heightPx];
  if (wider === 1 && taller === 1) return lines;
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word) => ({
      ...word,
      x: word.x * wider,
      y: word.y * taller,
      w: word.w * wider,
      h: word.h * taller,
    })),
  }));
}
