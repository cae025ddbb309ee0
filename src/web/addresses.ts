import { canonicalPath, segmentOf, segmentOfKind, sourcePath } from '../core/canonical-path.ts';
import type { RecordId } from '../core/id.ts';
import type { Label } from '../core/label.ts';
import { unitSteps, type ReferencePath, type ReferenceStep } from '../core/source.ts';
import type { Site } from './site.ts';

type Prefixed = Pick<Site, 'prefix'>;

/** The canonical path of a record: "/document/dk4m7q2zxh/record-of-a-meeting". */
export const addressOf = ({ prefix }: Prefixed, label: Label): string => prefix + canonicalPath(label);

/** The path of something of a record, which hangs on its id: "/collection/c…/page/2". */
export const addressWithin = ({ prefix }: Prefixed, label: Label, ...segments: readonly string[]): string =>
  `${prefix}/${segmentOfKind(label.kind, label.agentKind)}/${label.id}${segments.map((one) => `/${encodeURIComponent(one)}`).join('')}`;

/** Where a document, a passage or a page of its scan is cited: "/document/d…/cite", "/document/d…/cite/b5". */
export const addressOfCiting = ({ prefix }: Prefixed, id: RecordId, ...place: readonly string[]): string =>
  `${prefix}/document/${[id, 'cite', ...place].map(encodeURIComponent).join('/')}`;

/** Where the digest of a passage is checked: "/document/d…/check/b5/3f9a0c71e2". */
export const addressOfCheck = ({ prefix }: Prefixed, id: RecordId, place: string, digest: string): string =>
  `${prefix}/document/${id}/check/${place}/${digest}`;

/** What is set beside a document: "/document/d…/compare/d…", "…/compare/r1/r2". */
export const addressOfComparison = (site: Prefixed, id: RecordId, others: readonly string[]): string =>
  `${site.prefix}/document/${id}/compare/${others.map(encodeURIComponent).join('/')}`;

/** Another form of a document: "/document/dk4m7q2zxh.tei". */
export const addressOfForm = ({ prefix }: Prefixed, id: RecordId, suffix: string): string =>
  `${prefix}/document/${id}.${suffix}`;

/** Another form of any record: "/person/a….eac", "/repository/r….ead". */
export const addressOfRecordForm = (site: Prefixed, label: Label, suffix: string): string =>
  `${addressWithin(site, label)}.${suffix}`;

/** The page images of a document as one PDF: "/document/dk4m7q2zxh/scans.pdf". No slug has a dot. */
export const addressOfScans = ({ prefix }: Prefixed, id: RecordId): string =>
  `${prefix}/document/${id}/scans.pdf`;

/** A page of the site that is no record: "/people", "/help/search". */
export const addressOfPage = ({ prefix }: Prefixed, path: string): string =>
  path === '/' ? `${prefix}/` : prefix + path;

/** A level of the tree of sources: "/source/r…/558/11". */
export const addressOfSource = (
  { prefix }: Prefixed,
  repository: string,
  segments: readonly string[],
): string => prefix + sourcePath(repository, segments);

/** Each step of a reference with the address of its level; leaves and pages, and steps of no known repository, have none. */
export function stepAddresses(
  site: Prefixed,
  path: ReferencePath,
): readonly { readonly step: ReferenceStep; readonly address?: string }[] {
  const units = unitSteps(path);
  return path.steps.map((step) => {
    const depth = units.indexOf(step);
    if (path.repository === undefined || depth === -1) return { step };
    const segments = units.slice(0, depth + 1).map((one) => segmentOf(one.code));
    return { step, address: addressOfSource(site, path.repository, segments) };
  });
}

/** Where a file that a public record shows is served from. */
export const addressOfFile = (digest: string): string => `/srv/file/${digest.replace(/^sha256:/, '')}`;

/** The name of a page image in addresses for viewers: "dk4m7q2zxh-s1-3", page 3 of the facsimile s1. */
export const imageName = (document: RecordId, rendition: string, page: number): string =>
  `${document}-${rendition}-${page}`;

/** A page image by the IIIF Image API: its base, or one rendering ("full/112,/0/default.jpg"). */
export const addressOfImage = (name: string, rendering?: string): string =>
  `/iiif/image/${encodeURIComponent(name)}${rendering === undefined ? '' : `/${rendering}`}`;

/** Something of a record for viewers: "/iiif/dk4m7q2zxh/manifest", "/iiif/dk4m7q2zxh/canvas/s1/3". */
export const addressOfViewing = (record: RecordId, ...segments: readonly string[]): string =>
  `/iiif/${record}${segments.map((one) => `/${encodeURIComponent(one)}`).join('')}`;
