import { NAMES } from './leak-names.ts';

/** What managers of references are told of a record, and where its signposts lead. */
export const metadataOf = (id: string): readonly string[] => [
  `/document/${id}.linkset.json`,
  `/unapi?id=${id}`,
  ...['mods', 'oai_dc', 'rdf_zotero', 'ris', 'bibtex', 'csljson', 'tei', 'nothing'].map(
    (format) => `/unapi?id=${id}&format=${format}`,
  ),
];

/** What viewers are told of a document or collection, in whole, in part and in words. */
export function viewingOf(id: string): readonly string[] {
  const image = `/iiif/image/${id}-s1-1`;
  return [
    image,
    `${image}/info.json`,
    `${image}/full/max/0/default.jpg`,
    `${image}/0,0,5,5/max/0/default.png`,
    `${image}/full/5,/90/gray.webp`,
    `/iiif/${id}/manifest`,
    `/iiif/${id}/collection`,
    `/iiif/${id}/collection/1`,
    `/iiif/${id}/canvas/s1/1`,
    `/iiif/${id}/annotations/s1/1`,
    `/iiif/${id}/alto/s1/1`,
    `/iiif/${id}/search?q=opentoall`,
    ...NAMES.map((name) => `/iiif/${id}/search?q=sought${name}`),
  ];
}
