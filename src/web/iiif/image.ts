import { createHash } from 'node:crypto';
import type { Problem } from '../../core/problem.ts';
import type { PageImage } from '../../core/rendition.ts';
import { statusOfFault } from '../../formats/iiif/image-fault.ts';
import { IMAGE_CONTEXT, IMAGE_PROFILE, imageInfo } from '../../formats/iiif/image-info.ts';
import { IMAGE_LIMITS } from '../../formats/iiif/image-limits.ts';
import { printImageRequest } from '../../formats/iiif/print-image-request.ts';
import { readImageRequest } from '../../formats/iiif/read-image-request.ts';
import { rightsUri } from '../../formats/iiif/viewing.ts';
import { addressOfImage, imageName } from '../addresses.ts';
import type { Answer } from '../answer.ts';
import type { Site, Visit } from '../site.ts';
import { countOf, nothingThere, seenPage, type Seen, type SeenPage } from './read-page.ts';

type Said = Promise<Answer | undefined>;

/** "dk4m7q2zxh-s1-3": the document, the facsimile's key (which may have hyphens), the page. */
const NAME = /^([^-]+)-(.+)-(\d+)$/;

/** The page that an image's name means; `rest` goes along where its document has moved. */
async function pageNamed(visit: Visit, rest?: string): Promise<Seen<SeenPage>> {
  const [, document, rendition, page] = NAME.exec(visit.params['name'] ?? '') ?? [];
  if (document === undefined || rendition === undefined || page === undefined) return nothingThere;
  const number = countOf(page);
  return seenPage(visit, document, rendition, number, (id) =>
    addressOfImage(imageName(id, rendition, number ?? 1), rest),
  );
}

const nameOf = ({ document, on }: SeenPage): string => imageName(document.id, on.facsimile.key, on.number);

const wholeAddress = ({ settings }: Site, name: string, rendering?: string): string =>
  settings.address + addressOfImage(name, rendering);

/** The base of an image leads to what is told of it. */
export async function image(visit: Visit): Said {
  const page = await pageNamed(visit);
  if (page.kind === 'answer') return page.answer;
  return { kind: 'moved', status: 303, to: addressOfImage(nameOf(page.value), 'info.json') };
}

export async function info(visit: Visit): Said {
  const page = await pageNamed(visit, 'info.json');
  if (page.kind === 'answer') return page.answer;
  const { document, on } = page.value;
  const id = wholeAddress(visit.site, nameOf(page.value));
  const told = imageInfo(id, on.page.image, IMAGE_LIMITS, rightsUri(document.record.rights.uri));
  return {
    kind: 'linked-data',
    context: IMAGE_CONTEXT,
    body: JSON.stringify(told),
    links: [{ rel: 'profile', address: IMAGE_PROFILE }],
  };
}

export async function rendering(visit: Visit): Said {
  const { site, room, params } = visit;
  const parts = {
    region: params['region'] ?? '',
    size: params['size'] ?? '',
    rotation: params['rotation'] ?? '',
    qualityAndFormat: params['form'] ?? '',
  };
  const page = await pageNamed(visit, Object.values(parts).join('/'));
  if (page.kind === 'answer') return page.answer;
  const { document, on } = page.value;
  const request = readImageRequest(parts, on.page.image, IMAGE_LIMITS);
  if (!request.ok)
    return {
      kind: 'fault',
      status: statusOfFault(request.problem),
      says: site.words.viewing.faults[request.problem],
    };
  const canonical = printImageRequest(request.value, on.page.image, IMAGE_LIMITS);
  const tag = tagOf(on.page.image, canonical);
  if (visit.has?.includes(tag) === true) return { kind: 'unchanged', tag };
  const made = await room.picture(document, on.facsimile.key, on.number, request.value);
  if (made === undefined) return undefined;
  if (!made.ok)
    return BUSY.has(made.problem.code)
      ? { kind: 'fault', status: 503, says: site.words.viewing.busy }
      : { kind: 'fault', status: 404, says: site.words.viewing.noPicture };
  return {
    kind: 'picture',
    mediaType: made.value.mediaType,
    bytes: made.value.bytes,
    tag,
    links: [
      { rel: 'canonical', address: wholeAddress(site, nameOf(page.value), canonical) },
      { rel: 'profile', address: IMAGE_PROFILE },
    ],
  };
}

/** What may go better in a while; another picture that cannot be made is none, now and later. */
const BUSY: ReadonlySet<Problem['code']> = new Set(['images-busy', 'image-too-slow']);

/** How images are made: with another way their tags differ. */
const WAY = '1';

/** The same for the same part of the same file, as long as the same of it is held back. */
function tagOf({ digest, page, blackened = [] }: PageImage, canonical: string): string {
  const all = [WAY, digest, page ?? 1, canonical, ...blackened.map(({ x, y, w, h }) => [x, y, w, h].join())];
  return `"${createHash('sha256').update(all.join(' ')).digest('hex').slice(0, 32)}"`;
}
