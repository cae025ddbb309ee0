import { problem, type Problem } from '../core/problem.ts';
import type { MetsPage } from '../formats/mets/mets-pages.ts';
import { groupPages, type PageGroup } from '../formats/page-names/group-pages.ts';
import { baseOf, FileFinder } from '../formats/page-names/match-files.ts';
import { Companions } from './companions.ts';
import type { OfferedScan, OfferedScans, OfferedText } from './offered-scans.ts';
import { METS, scanKey, type ScanDocument, type ScanFile } from './scan-document.ts';

/** How many files one problem names. */
const MOST_NAMED = 10;

/** A document, with what is to be said of how it was found. */
export interface Planned {
  readonly name: string;
  readonly document: ScanDocument;
  readonly problems: readonly Problem[];
  readonly digest?: string;
}

/** Guards which scans are still nobody's. */
export class Gathering {
  readonly companions: Companions;
  readonly #offered: OfferedScans;
  readonly #byName: ReadonlyMap<string, OfferedScan>;
  readonly #texts: ReadonlyMap<string, OfferedText>;
  readonly #finder: FileFinder;
  readonly #taken = new Set<string>();

  constructor(offered: OfferedScans) {
    this.#offered = offered;
    this.companions = new Companions(
      offered.texts,
      offered.scans.map(({ name }) => name),
    );
    this.#byName = new Map(offered.scans.map((scan) => [scan.name, scan]));
    this.#texts = new Map(offered.texts.map((text) => [text.name, text]));
    this.#finder = new FileFinder([...this.#byName.keys(), ...this.#texts.keys()]);
  }

  /** Rows of tables with the files that they name. */
  ofTables(): readonly Planned[] {
    return this.#offered.described.map(({ draft, table, digest }): Planned => {
      const problems: Problem[] = [];
      const where = { file: table, ...(draft.line === undefined ? {} : { line: draft.line }) };
      const pages = (draft.pageFiles ?? []).flatMap((reference) => {
        const found = this.#scansFor(reference, table);
        if (found.length === 0)
          problems.push(problem('file-missing', where, { value: reference, facts: { record: draft.key } }));
        return found;
      });
      const { pageFiles: _, ...described } = draft;
      return {
        name: table,
        document: {
          pages: pages.map((scan) => this.#page(scan)),
          described: { kind: 'row', draft: described },
        },
        problems,
        ...(digest === undefined ? {} : { digest }),
      };
    });
  }

  ofStructures(): readonly Planned[] {
    return this.#offered.structures.flatMap(({ name, digest, mets }): readonly Planned[] => {
      const problems: Problem[] = [];
      const pages = mets.pages.flatMap((page): readonly ScanFile[] => {
        const found = this.#pageOf(page, name);
        if (!found)
          problems.push(problem('file-missing', { file: name }, { value: page.images[0] ?? page.label }));
        return found ? [found] : [];
      });
      if (pages.length === 0) return [{ name, document: nothing(name), problems: asOne(problems) }];
      problems.push(...this.#passed(mets.besides, name));
      const stem = baseOf(name).replace(/\.\w+$/, '');
      const { title, ...fields } = mets.fields;
      const described = {
        kind: 'names' as const,
        key: scanKey(mets.id ?? name.replace(/\.\w+$/, '')),
        title: title ?? stem,
        from: title === undefined ? 'the file' : METS,
        fields,
        others: mets.others,
      };
      return [{ name, document: { pages, described }, problems, ...(digest ? { digest } : {}) }];
    });
  }

  #pageOf({ images, texts, label }: MetsPage, from: string): ScanFile | undefined {
    const scan = images.map((path) => this.#scansFor(path, from)[0]).find((one) => one !== undefined);
    if (!scan) return undefined;
    const text = texts.map((path) => this.#textFor(path, from)).find((one) => one !== undefined);
    return { ...this.#page(scan, text), label };
  }

  /** What is listed beside the pages and came: nobody's document by its name alone. */
  #passed(paths: readonly string[], from: string): readonly Problem[] {
    const came = paths.flatMap((path) => {
      const [name] = this.#finder.find(path, from);
      if (name === undefined || this.#taken.has(name)) return [];
      this.#textFor(path, from);
      this.#taken.add(name);
      return [name];
    });
    if (came.length === 0) return [];
    const value = [...came.slice(0, MOST_NAMED).map(baseOf), ...(came.length > MOST_NAMED ? ['…'] : [])];
    return [problem('files-left', { file: from }, { value: value.join(', ') })];
  }

  ofPdfs(): readonly Planned[] {
    return this.#left('application/pdf', true).map((scan): Planned => {
      const stem = scan.name.replace(/\.\w{2,5}$/u, '');
      const described = {
        kind: 'names' as const,
        key: scanKey(stem),
        title: baseOf(stem).replace(/_+/g, ' '),
        from: 'the file',
      };
      this.#taken.add(scan.name);
      return this.#kept(scan.name, { pages: [this.#page(scan)], described }, []);
    });
  }

  ofNames(): readonly Planned[] {
    const images = this.#left('application/pdf', false).map(({ name }) => name);
    return groupPages(images).map((group): Planned => {
      const pages = group.pages.flatMap(({ file, label }): readonly ScanFile[] => {
        const scan = this.#byName.get(file);
        return scan ? [{ ...this.#page(scan), label }] : [];
      });
      const described = {
        kind: 'names' as const,
        key: scanKey(group.key),
        title: group.title,
        from: group.how === 'folder' ? 'the folder' : 'the file',
      };
      const name = group.pages.length === 1 ? (group.pages[0]?.file ?? group.key) : group.key;
      return this.#kept(name, { pages, described }, saidOf(group));
    });
  }

  isShown(digest: string | undefined): boolean {
    return this.#offered.isShown(digest);
  }

  #kept(name: string, document: ScanDocument, problems: readonly Problem[]): Planned {
    const [only, another] = document.pages;
    const digest = another ? undefined : only?.scan.digest;
    return { name, document, problems, ...(digest === undefined ? {} : { digest }) };
  }

  #left(mediaType: string, isSo: boolean): readonly OfferedScan[] {
    return this.#offered.scans.filter(
      (scan) => (scan.mediaType === mediaType) === isSo && !this.#taken.has(scan.name),
    );
  }

  #page(scan: OfferedScan, given?: OfferedText): ScanFile {
    const text = given ?? this.companions.of(scan.name);
    return { scan, ...(text ? { text } : {}) };
  }

  #scansFor(reference: string, from: string): readonly OfferedScan[] {
    return this.#finder.find(reference, from).flatMap((name) => {
      const scan = this.#byName.get(name);
      if (scan) this.#taken.add(name);
      return scan ?? [];
    });
  }

  #textFor(reference: string, from: string): OfferedText | undefined {
    const [name] = this.#finder.find(reference, from);
    const text = name === undefined ? undefined : this.#texts.get(name);
    if (text) this.companions.take(text);
    return text;
  }
}

/** Where nothing at all came, that is one thing to be said, and not one for each page. */
function asOne(problems: readonly Problem[]): readonly Problem[] {
  const [first, last] = [problems[0], problems.at(-1)];
  if (!first || !last || first === last) return problems;
  return [{ ...first, value: `${first.value} … ${last.value} (${problems.length})` }];
}

const nothing = (name: string): ScanDocument => ({
  pages: [],
  described: { kind: 'names', key: scanKey(name), title: name, from: 'the file' },
});

/** What was decided by names is said, and what leaves it open. */
function saidOf({ key, title, pages, how, doubts }: PageGroup): readonly Problem[] {
  const [first, last] = [pages[0], pages.at(-1)];
  if (!first || !last || (how === 'one-file' && doubts.length === 0)) return [];
  const value = pages.length === 1 ? first.file : `${baseOf(first.file)} … ${baseOf(last.file)}`;
  const words = how === 'folder' ? 'by their folder' : how === 'one-file' ? 'by itself' : 'by their names';
  const facts = { title, pages: pages.length, how: words };
  const where = { file: key };
  return doubts.length === 0
    ? [problem('pages-grouped', where, { value, facts })]
    : [problem('pages-doubtful', where, { value, facts: { ...facts, why: doubts[0] ?? '' } })];
}
