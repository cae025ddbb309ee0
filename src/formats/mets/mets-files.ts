import { childOf, childrenOf, type XmlElement } from '../xml/xml-node.ts';
import { attributeOf } from './mets-names.ts';

/** A file as `fileSec` lists it. */
export interface MetsFile {
  readonly id: string;
  /** Where it is said to lie: the same file may be said to lie in several places. */
  readonly paths: readonly string[];
  readonly isText: boolean;
  /** Lower is better: the master before what was made of it for screens. */
  readonly rank: number;
  /** Files of one set are different pages, never forms of the same: same group, use and type. */
  readonly set: string;
}

const RANKS: readonly (readonly [use: RegExp, rank: number])[] = [
  [/master|archiv|preserv|original/i, 0],
  [/max|high|best/i, 1],
  [/present|default|access|reference|service|image/i, 2],
  [/mid|medium|screen|deriv/i, 4],
  [/min|low|small/i, 5],
  [/download|print/i, 6],
  [/thumb|preview|icon|teaser/i, 9],
];

const TEXT_TYPE = /xml|html|^text\//i;
const TEXT_NAME = /\.(xml|html?|hocr|txt)$/i;

/** The files that a METS file lists, by their ids, however deep their groups lie. */
export function filesIn(root: XmlElement): ReadonlyMap<string, MetsFile> {
  const files = new Map<string, MetsFile>();
  const section = childOf(root, 'fileSec');
  if (section) addGroup(section, '', '', files);
  return files;
}

/** `use`: that of the groups around, which holds where a group or a file says none. */
function addGroup(group: XmlElement, use: string, place: string, files: Map<string, MetsFile>): void {
  for (const [at, inner] of childrenOf(group, 'fileGrp').entries())
    addGroup(
      inner,
      inner.attributes['USE'] ?? (use || (inner.attributes['ID'] ?? '')),
      `${place}/${at}`,
      files,
    );
  for (const file of childrenOf(group, 'file')) {
    const { ID: id, MIMETYPE = '', USE } = file.attributes;
    const paths = childrenOf(file, 'FLocat').flatMap(pathOf);
    const [first] = paths;
    if (id === undefined || first === undefined || files.has(id)) continue;
    const isText = TEXT_TYPE.test(MIMETYPE) || (MIMETYPE === '' && TEXT_NAME.test(first));
    const rank = RANKS.find(([pattern]) => pattern.test(USE ?? use))?.[1] ?? 3;
    files.set(id, { id, paths, isText, rank, set: `${place} ${USE ?? ''} ${MIMETYPE}` });
  }
}

const pathOf = (place: XmlElement): readonly string[] => {
  const path = (attributeOf(place, 'href') ?? place.attributes['LOCREF'])?.trim();
  return path ? [path] : [];
};
