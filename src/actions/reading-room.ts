import type { Ports, ReadingRoom } from './archive.ts';
import { browseHome, keptForest } from './browse.ts';
import { browseMap } from './browse-map.ts';
import { browseNames } from './browse-names.ts';
import { browseProfile } from './browse-profile.ts';
import { browseSource } from './browse-source.ts';
import { browseTimeline } from './browse-timeline.ts';
import { browseNewest, browseValues } from './browse-values.ts';
import { compare } from './compare.ts';
import type { ReadDocument } from './compare-columns.ts';
import { describe, describeEdition } from './describe.ts';
import { GuessedAlignments } from './guessed-alignments.ts';
import { harvestFrom } from './harvest.ts';
import { keepCounts } from './kept-counts.ts';
import { checkPassage, passageDigest } from './check-passage.ts';
import { checkQuote, MOST_LETTERS } from './check-quote.ts';
import { listFacet } from './list-facet.ts';
import { everythingIn } from './list-everything.ts';
import { listDocuments } from './list-documents.ts';
import { OfferedDumps } from './offered-dumps.ts';
import { NameTable } from './name-table.ts';
import { publicFile } from './public-file.ts';
import { PublicViews } from './public-views.ts';
import { readRecord, readView } from './read-record.ts';
import { openPages } from './read-page.ts';
import { RelatedFinder } from './related.ts';
import { listChanges } from './list-changes.ts';
import { listNaming, listRecords } from './list-records.ts';
import { search, searchStretch } from './search.ts';
import { searchExamples } from './search-examples.ts';
import { sourceTree } from './source-tree.ts';
import { suggest } from './suggest.ts';
import { takeResults } from './take-results.ts';

/** What is kept at hand between questions. */
function keptFor(ports: Ports) {
  const views = new PublicViews(ports);
  return {
    ...ports,
    views,
    names: new NameTable({ records: ports.records, views }),
    kept: keepCounts({ ...ports, views }),
    guesses: new GuessedAlignments(views),
  };
}

/** Opens the archive to readers: every question is answered from what is public at that moment. */
export function openReadingRoom(ports: Ports): ReadingRoom {
  const deps = keptFor(ports);
  const { views } = deps;
  const related = new RelatedFinder(deps);
  const fresh = async <T>(answer: () => Promise<T>): Promise<T> => {
    await views.refresh();
    return answer();
  };
  return {
    settings: ports.settings,
    lastChange: () => views.refresh(),
    isIndexed: async (change) => (await ports.index.coveredTo()) >= change,
    read: (asked, options) => fresh(() => readRecord(deps, asked, options)),
    ...citingIn({ ...ports, views }, fresh),
    compare: (asked, others, language) =>
      fresh(() => compare(views, readsDocuments(deps), asked, others, language)),
    related: async (id) => related.relatedTo(id, await views.refresh()),
    documents: (of) => fresh(() => listDocuments(deps, of)),
    search: (request) => fresh(() => search(deps, request)),
    facet: (request, asked) => fresh(() => listFacet(deps, request, asked)),
    examples: (languageName) => fresh(() => searchExamples(deps, languageName)),
    suggest: (letters, kinds) => fresh(() => suggest(deps, letters, kinds)),
    home: () => fresh(() => browseHome(deps)),
    collections: () => fresh(() => keptForest(deps)),
    authorities: (asked) => fresh(() => browseNames(deps, asked)),
    profile: (agent) => fresh(() => browseProfile(deps, agent)),
    newest: (page, within) => fresh(() => browseNewest(deps, page, within)),
    values: (field, within) => fresh(() => browseValues(deps, field, within)),
    timeline: (asked) => fresh(() => browseTimeline(deps, asked)),
    map: (asked) => fresh(() => browseMap(deps, asked)),
    source: (repository, segments, page) => fresh(() => browseSource(deps, repository, segments, page)),
    print: (handout) => ports.printer.print(handout),
    file: (digest) => fresh(() => publicFile(deps, digest)),
    view: (asked, kind) => fresh(() => readView(deps, asked, kind)),
    ...openPages(ports, views, fresh),
    ...forPrograms(deps, fresh),
  };
}

type Deps = Ports & { readonly views: PublicViews };

type ForPrograms = Pick<
  ReadingRoom,
  | 'searchStretch'
  | 'records'
  | 'naming'
  | 'changes'
  | 'lastChangeOf'
  | 'take'
  | 'describe'
  | 'tree'
  | 'harvest'
  | 'everything'
  | 'publicRecords'
  | 'dumps'
  | 'dumpFile'
  | 'describeEdition'
>;

/** What is asked for by stretches, whole or since a change. */
function forPrograms(
  deps: ReturnType<typeof keptFor>,
  fresh: <T>(answer: () => Promise<T>) => Promise<T>,
): ForPrograms {
  const { views } = deps;
  const dumps = new OfferedDumps(deps);
  return {
    searchStretch: (request, shown) => fresh(() => searchStretch(deps, request, shown)),
    records: (asked) => fresh(() => listRecords(deps, asked)),
    naming: (asked) => fresh(() => listNaming(deps, asked)),
    changes: (since, limit) => fresh(() => listChanges(deps, since, limit)),
    lastChangeOf: async (id) => (await deps.records.latestChanges([id])).get(id),
    take: (request, what) => fresh(() => takeResults(deps, request, what)),
    describe: (ids, depth) => fresh(() => describe(deps, ids, depth)),
    tree: (id) => fresh(() => sourceTree(deps, id)),
    harvest: harvestFrom(deps, fresh),
    everything: everythingIn(deps, fresh),
    publicRecords: (ids) => fresh(() => views.records(ids)),
    dumps: () => dumps.list(),
    dumpFile: (date, name) => dumps.file(date, name),
    describeEdition: (id, edition) => fresh(() => describeEdition(deps, id, edition)),
  };
}

/** Citations are written, and checked with quotations. */
function citingIn(
  deps: Deps,
  fresh: <T>(answer: () => Promise<T>) => Promise<T>,
): Pick<ReadingRoom, 'cite' | 'passageDigest' | 'checkPassage' | 'checkQuote' | 'mostQuoted' | 'today'> {
  return {
    cite: (asked) => deps.citations.write(asked),
    passageDigest: (text) => passageDigest(deps, text),
    checkPassage: (id, place, digest) => fresh(() => checkPassage(deps, id, place, digest)),
    checkQuote: (asked) => fresh(() => checkQuote(deps, asked)),
    mostQuoted: MOST_LETTERS,
    today: () => deps.world.today(),
  };
}

/** Documents and their editions, as a reader gets them. */
const readsDocuments =
  (deps: Parameters<typeof readRecord>[0]): ReadDocument =>
  (id, edition) =>
    readRecord(deps, id, { kind: 'document', ...(edition === undefined ? {} : { edition }) });
