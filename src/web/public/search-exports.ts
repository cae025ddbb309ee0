import type { TakenResults } from '../../actions/take-results.ts';
import type { CslItem } from '../../core/citation/csl-item.ts';
import { parseId } from '../../core/id.ts';
import type { Feed } from '../../formats/atom/write-atom.ts';
import { writeBibtex } from '../../formats/bibtex/write-bibtex.ts';
import { cslItemOf } from '../../formats/csl/csl-item.ts';
import { writeCslJson } from '../../formats/csl/write-csl-json.ts';
import { writeRecordTable } from '../../formats/csv/record-columns.ts';
import type { Written } from '../../formats/fields/said-of-record.ts';
import { RIS_KINDS, writeRis } from '../../formats/ris/write-ris.ts';
import { sayProblem } from '../../words/problems.ts';
import { addressOf, addressOfPage, addressWithin } from '../addresses.ts';
import type { Answer } from '../answer.ts';
import type { Site, Visit } from '../site.ts';
import { feedAnswer, type FeedForm } from '../lists/feeds.ts';
import { citationOfPage } from './citation.ts';
import { filterWords } from './filter-words.ts';
import { lastPage } from './pager.ts';
import { asking, printSearchAddress, readSearchAddress } from './search-address.ts';
import {
  addressOfFeed,
  addressOfResults,
  MOST_IN_FEED,
  MOST_IN_FILE,
  type ResultForm,
} from './search-forms.ts';

type Said = Promise<Answer | undefined>;

export async function searchAsCsv({ site, room, url }: Visit): Said {
  const taken = await room.take(readSearchAddress(url.searchParams), { pageSize: MOST_IN_FILE });
  if (taken.page > lastPage(taken)) return undefined;
  return {
    kind: 'text',
    mediaType: 'text/csv; charset=utf-8; header=present',
    body: writeRecordTable(writtenOf(site, taken)),
    ...fileOf(site, taken, 'csv'),
  };
}

/** Works only: persons and places are nothing that one cites. */
export async function searchAsRis({ site, room, url }: Visit): Said {
  const taken = await room.take(readSearchAddress(url.searchParams), {
    pageSize: MOST_IN_FILE,
    kinds: RIS_KINDS,
  });
  if (taken.page > lastPage(taken)) return undefined;
  return {
    kind: 'text',
    mediaType: 'application/x-research-info-systems; charset=utf-8',
    body: writeRis(writtenOf(site, taken), { archive: site.settings.name }),
    ...fileOf(site, taken, 'ris'),
  };
}

/** Documents only, for LaTeX and for programs that cite. */
const asItems =
  (form: 'bib' | 'csl.json', mediaType: string, write: (items: readonly CslItem[]) => string) =>
  async ({ site, room, url }: Visit): Said => {
    const taken = await room.take(readSearchAddress(url.searchParams), {
      pageSize: MOST_IN_FILE,
      kinds: ['document'],
    });
    if (taken.page > lastPage(taken)) return undefined;
    return { kind: 'text', mediaType, body: write(itemsOf(site, taken)), ...fileOf(site, taken, form) };
  };

export const searchAsBibtex = asItems('bib', 'application/x-bibtex; charset=utf-8', writeBibtex);
export const searchAsCsl = asItems(
  'csl.json',
  'application/vnd.citationstyles.csl+json; charset=utf-8',
  writeCslJson,
);

const itemsOf = ({ settings }: Site, { records, labels }: TakenResults): readonly CslItem[] =>
  records.flatMap(({ view }) => {
    const { record } = view;
    if (record.kind !== 'document') return [];
    const page = { view: { ...view, record }, labels };
    return [cslItemOf(citationOfPage({ settings, language: settings.languages[0] ?? 'en' }, page))];
  });

/** What is newly opened and answers to a question, whatever order its address asks for. */
const asFeed =
  (form: FeedForm) =>
  async ({ site, room, url }: Visit): Said => {
    const request = asking(readSearchAddress(url.searchParams), {
      sort: 'opened',
      page: readSearchAddress(url.searchParams).page,
    });
    const taken = await room.take(request, { pageSize: MOST_IN_FEED });
    if (taken.page > lastPage(taken)) return undefined;
    return feedAnswer(form, feedOf(site, taken, form));
  };

export const searchAsAtom = asFeed('atom');
export const searchAsRss = asFeed('rss');

function feedOf(site: Site, taken: TakenResults, form: FeedForm): Feed {
  const { words, settings } = site;
  const { request } = taken;
  const at = (page: number): string =>
    settings.address + addressOfResults(site, asking(request, { sort: 'relevance', page }), form);
  const within = parseId(request.scope) && taken.labels.get(request.scope)?.title;
  const said = request.filters.map((filter) => filterWords(site, taken, filter));
  const filters = within === undefined ? said : [within, ...said];
  const title = request.q === '' ? words.search.title : words.search.titleFor(request.q);
  const problems = taken.problems.map((one) => sayProblem(one).sentence);
  const records = new Map(taken.records.map(({ label }) => [label.id, label]));
  return {
    title: words.results.feedTitle(title, filters, settings.name),
    ...(problems.length > 0 ? { subtitle: problems.join(' ') } : {}),
    archive: settings.name,
    lang: words.language.tag,
    id: settings.address + addressOfFeed(site, request),
    self: at(taken.page),
    page: settings.address + addressOfPage(site, printSearchAddress(asking(request, {}))),
    ...(taken.page > 1 ? { previous: at(taken.page - 1) } : {}),
    ...(taken.page < lastPage(taken) ? { next: at(taken.page + 1) } : {}),
    changedAt: taken.changedAt,
    entries: writtenOf(site, taken).map((written) => {
      const label = records.get(written.view.id);
      const permanent = label === undefined ? written.url : settings.address + addressWithin(site, label);
      return { ...written, permanent };
    }),
  };
}

const writtenOf = (site: Site, { records, labels }: TakenResults): readonly Written[] =>
  records.map(({ view, label }) => ({
    view,
    url: site.settings.address + addressOf(site, label),
    nameOf: (id) => labels.get(id)?.title,
  }));

/** What a file of results is called, which says what of them it has, and where the others are. */
function fileOf(
  site: Site,
  taken: TakenResults,
  form: ResultForm,
): Pick<Extract<Answer, { kind: 'text' }>, 'fileName' | 'links'> {
  const { request, total, page, pageSize } = taken;
  const address = (to: number): string =>
    site.settings.address + addressOfResults(site, asking(request, { page: to }), form);
  const [from, to] = [(page - 1) * pageSize + 1, Math.min(total, page * pageSize)];
  return {
    fileName: total <= pageSize ? `results.${form}` : `results-${from}-${to}-of-${total}.${form}`,
    links: [
      ...(page > 1 ? [{ rel: 'prev' as const, address: address(page - 1) }] : []),
      ...(page < lastPage(taken) ? [{ rel: 'next' as const, address: address(page + 1) }] : []),
    ],
  };
}
