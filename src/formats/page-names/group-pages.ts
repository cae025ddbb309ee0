import { naturalOrder, pageOfName, titlePart, type NamedPage } from './page-of-name.ts';

/** Files that are pages of one document, in order. */
export interface PageGroup {
  /** Of all files of a run: "box12/doc003". */
  readonly key: string;
  /** What the document is called for want of anything better: "FRAN 0150", "box12". */
  readonly title: string;
  readonly pages: readonly GroupedPage[];
  /** How it was found out. */
  readonly how: 'one-file' | 'folder' | 'name';
  /** What leaves it open. */
  readonly doubts: readonly Doubt[];
}

export interface GroupedPage {
  /** The file, as it was given. */
  readonly file: string;
  readonly label: string;
}

/**
 * Why a grouping may be wrong: `years`: the numbers may be years; `cover`: a file without number was taken for
 * the cover; `gap`: numbers are missing; `twice`: a number comes twice; `no-number`: a file without a number
 * stands among numbered ones.
 */
export type Doubt = 'years' | 'cover' | 'gap' | 'twice' | 'no-number';

interface Candidate extends NamedPage {
  readonly file: string;
  readonly stem: string;
  /** Its number was taken for a year, though others are like it. */
  readonly isYear?: boolean;
}

/**
 * Says which files are pages of which document, by their folders and names.
 *
 *   "b/0001.jpg" "b/0002.jpg"                  -> one document "b"
 *   "b/doc1_p1.tif" "b/doc1_p2.tif" "b/doc2_p1.tif" -> two: "doc1", "doc2"
 *   "b/letter.jpg"                             -> a document of one page
 */
export function groupPages(files: readonly string[]): readonly PageGroup[] {
  const folders = new Map<string, Candidate[]>();
  for (const file of files) {
    const slash = file.lastIndexOf('/');
    const [folder, name] = [file.slice(0, Math.max(0, slash)), file.slice(slash + 1)];
    const stem = name.replace(/\.[A-Za-z]\w{1,4}$/u, '');
    const held = folders.get(folder) ?? [];
    held.push({ ...pageOfName(stem), file, stem });
    folders.set(folder, held);
  }
  return [...folders]
    .sort(([a], [b]) => naturalOrder(a, b))
    .flatMap(([folder, candidates]) => groupsOf(folder, candidates));
}

function groupsOf(folder: string, candidates: readonly Candidate[]): readonly PageGroup[] {
  const sets = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const set = `${one.number === undefined ? '' : 'numbered '}${one.of}`;
    const held = sets.get(set) ?? [];
    held.push(one);
    sets.set(set, held);
  }
  const split = [...sets.values()].flatMap((pages) => partedByYear(pages[0]?.of ?? '', pages));
  const groups = withCovers(split);
  return groups.map(([of, pages]) => groupOf(folder, of, pages)).sort((a, b) => naturalOrder(a.key, b.key));
}

type Named = readonly [of: string, pages: readonly Candidate[]];

const isYear = ({ number, side, isSaid, of, stem }: Candidate): boolean =>
  !isSaid &&
  side === undefined &&
  of !== '' &&
  number !== undefined &&
  number >= 1400 &&
  number <= 2099 &&
  /\d{4}/.test(stem);

/** "report 1945", "report 1948": numbers that are years, unless they run on like pages. */
function partedByYear(of: string, pages: readonly Candidate[]): readonly Named[] {
  if (!pages.every(isYear) || runsOn(pages)) return [[of, pages]];
  const isOpen = pages.length > 1;
  return pages.map(({ file, stem }) => [stem, [{ file, stem, of: stem, isSaid: false, isYear: isOpen }]]);
}

function runsOn(pages: readonly Candidate[]): boolean {
  const numbers = pages.map(({ number }) => number ?? 0);
  return pages.length > 2 && Math.max(...numbers) - Math.min(...numbers) + 1 === pages.length;
}

/** A cover, or a name alone, goes to the numbered pages of that name, or of the folder where there is but one document. */
function withCovers(groups: readonly Named[]): readonly Named[] {
  const isNumbered = ([, pages]: Named): boolean => pages.some(({ number }) => number !== undefined);
  const numbered = groups.filter(isNumbered);
  const joined = new Map<string, readonly Candidate[]>(numbered);
  for (const [of, pages] of groups.filter((group) => !isNumbered(group))) {
    const isPlaced = pages.every(({ place }) => place !== undefined);
    const [only] = numbered.length === 1 && (of === '' || isPlaced) ? numbered : [];
    const home = numbered.find(([name]) => titlePart(name) === of) ?? only;
    const startsAtOne = home?.[1].some(({ number }) => number === 1) ?? false;
    if (home && (isPlaced || !startsAtOne)) joined.set(home[0], [...(joined.get(home[0]) ?? []), ...pages]);
    else joined.set(joined.has(of) || of === '' ? `${pages[0]?.stem ?? ''}\u0000alone` : of, pages);
  }
  return [...joined];
}

const rank = ({ number, place }: Candidate): number =>
  place === 'last' ? Infinity : number === undefined ? -1 : number;

function groupOf(folder: string, of: string, pages: readonly Candidate[]): PageGroup {
  const ordered = pages.toSorted(
    (a, b) =>
      compare(rank(a), rank(b)) || naturalOrder(a.side ?? '', b.side ?? '') || naturalOrder(a.stem, b.stem),
  );
  const folderName = folder.slice(folder.lastIndexOf('/') + 1);
  const name = titlePart(of);
  const rest = of.startsWith('\u0000') ? of.slice(1) : '';
  const isFolder = name === '' && rest === '';
  const own = of.replaceAll('\u0000', '…');
  return {
    key: [folder, own].filter(Boolean).join('/'),
    title:
      titleOf(isFolder ? folderName : name || rest, isFolder ? '' : folderName) || (ordered[0]?.stem ?? ''),
    pages: labelled(ordered),
    how: pages.length === 1 ? 'one-file' : isFolder ? 'folder' : 'name',
    doubts: doubtsOf(ordered),
  };
}

/** A letter alone tells little without its folder. */
function titleOf(own: string, folder: string): string {
  const title = [...own].length === 1 ? `${folder} ${own}` : own;
  return title.replace(/[_\s]+/g, ' ').trim();
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function labelled(pages: readonly Candidate[]): readonly GroupedPage[] {
  const [only, another] = pages;
  if (only && !another) return [{ file: only.file, label: only.number === 0 ? '1' : (only.label ?? '1') }];
  return pages.map(({ file, label, place }, at) => ({
    file,
    label: label ?? (place === 'first' ? 'cover' : place === 'last' ? 'back' : String(at + 1)),
  }));
}

function doubtsOf(pages: readonly Candidate[]): readonly Doubt[] {
  const doubts: Doubt[] = pages.some((page) => page.isYear) ? ['years'] : [];
  if (pages.length < 2) return doubts;
  if (pages.every(isYear)) doubts.push('years');
  if (pages.some(({ place }) => place !== undefined)) doubts.push('cover');
  if (pages.some(({ place, number }) => place === undefined && number === undefined))
    doubts.push('no-number');
  const numbers = pages.flatMap(({ number, side }) =>
    number === undefined ? [] : [`${number}${side ?? ''}`],
  );
  if (new Set(numbers).size < numbers.length) doubts.push('twice');
  const whole = new Set(pages.flatMap(({ number }) => (number === undefined ? [] : [number])));
  if (pages.some(({ number, place }) => number === undefined && place === undefined)) whole.add(1);
  const [first, last] = [Math.min(...whole), Math.max(...whole)];
  if (whole.size > 1 && last - first + 1 !== whole.size) doubts.push('gap');
  return doubts;
}
