import type { RecordPage } from '../../actions/pages.ts';
import type { CitedPassage } from '../../core/citation/citation.ts';
import { citedPerson } from '../../core/citation/cited-name.ts';
import {
  parseDigest,
  parsePlace,
  passageAt,
  printPlace,
  type PlaceAsked,
} from '../../core/citation/passage.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { parseId } from '../../core/id.ts';
import { addressOfCheck, addressOfCiting } from '../addresses.ts';
import { found, moved, type Answer } from '../answer.ts';
import type { Visit } from '../site.ts';
import { citationOfPage, writtenCitations } from './citation.ts';
import { checkPage, citePage, type Cited } from './cite-page.ts';
import { ofKind, read } from './handlers.ts';
import { paragraphNumbers } from './paragraph-numbers.ts';
import { columnsOf } from './reader.ts';

type Said = Promise<Answer | undefined>;
type DocumentPage = RecordPage<ArchiveDocument>;

/** How many paragraphs are listed, each with the way to its citation. */
const MOST_PARAGRAPHS = 1000;

/** Reads the document that an address of citing names; another name for it leads to its own. */
async function readCited(
  visit: Visit,
  ...rest: readonly string[]
): Promise<{ readonly page: DocumentPage } | { readonly answer: Answer | undefined }> {
  const asked = visit.params['asked'] ?? '';
  const edition = visit.params['edition'];
  if (edition !== undefined && !/^[1-9]\d{0,6}$/.test(edition)) return { answer: undefined };
  const id = parseId(asked);
  if (id === undefined) return { answer: await movedTo(visit, asked, rest) };
  const reading = await read(visit, 'document', edition === undefined ? {} : { edition: Number(edition) });
  if (reading.kind === 'answer')
    return { answer: reading.answer?.kind === 'moved' ? await movedTo(visit, asked, rest) : reading.answer };
  const page = ofKind(reading.page, 'document');
  return page === undefined ? { answer: undefined } : { page };
}

/** A former identifier, or one that was merged, leads to the same place under the id. */
async function movedTo({ site, room }: Visit, asked: string, rest: readonly string[]): Said {
  const answer = await room.read(asked, { kind: 'document' });
  return answer.kind === 'moved' && answer.to.kind === 'document'
    ? moved(addressOfCiting(site, answer.to.id, ...rest))
    : undefined;
}

async function answerCited(
  visit: Visit,
  cited: Omit<Cited, 'citation' | 'written'>,
  at?: CitedPassage,
): Said {
  const { site } = visit;
  const citation = citationOfPage(
    { settings: site.settings, language: site.words.language.tag },
    cited.page,
    at,
  );
  return found(citePage(site, { ...cited, citation, written: await writtenCitations(visit, citation) }));
}

export async function cite(visit: Visit): Said {
  const reading = await readCited(visit);
  if ('answer' in reading) return reading.answer;
  const { page } = reading;
  const numbers = [...numbersOf(visit, page)].slice(0, MOST_PARAGRAPHS);
  const paragraphs = visit.params['edition'] === undefined ? numbers : [];
  return answerCited(visit, {
    page,
    paragraphs: paragraphs
      .map(([block, number]) => ({ block, number }))
      .filter(({ number }, at, all) => all.findIndex((one) => one.number === number) === at),
  });
}

export async function citePassage(visit: Visit): Said {
  const asked = visit.params['place'] ?? '';
  const place = parsePlace(asked);
  if (place === undefined) return undefined;
  const reading = await readCited(visit, asked);
  if ('answer' in reading) return reading.answer;
  const { page } = reading;
  const passage = passageAt(page.view.record, place);
  if (passage === undefined) return undefined;
  const digest = visit.room.passageDigest(passage.text);
  return answerCited(
    visit,
    { page, passage },
    {
      place: printPlace(place),
      ...numberOf(visit, page, place),
      digest,
      ...translatorOf(page, passage.rendition),
      address: `${addressInEdition(visit, page)}#${place.first}`,
    },
  );
}

/** Who translated the text that a passage stands in; nobody, where it is no translation. */
export function translatorOf(
  { view }: Pick<DocumentPage, 'view'>,
  key: string,
): Pick<CitedPassage, 'translatedBy'> {
  const { renditions, contributions } = view.record;
  const rendition = renditions.find((one) => one.key === key);
  if (rendition?.kind !== 'translation') return { translatedBy: [] };
  const named = contributions.filter((one) => one.role === 'translator' && one.rendition === key);
  const by = [...(rendition.by === undefined ? [] : [rendition.by]), ...named.map(({ name }) => name)];
  return by.length === 0 ? {} : { translatedBy: by.map(citedPerson) };
}

/** The number that readers see beside each block of any of its texts. */
const numbersOf = ({ site }: Pick<Visit, 'site'>, { view }: DocumentPage): ReadonlyMap<string, number> =>
  new Map(
    [...paragraphNumbers(view.record, columnsOf(view.record, site.words)).values()].flatMap((of) => [...of]),
  );

/** Citations name the edition, and are made without a language's prefix. */
const addressInEdition = ({ site }: Visit, { view }: DocumentPage): string =>
  `${site.settings.address}/document/${view.id}/v/${view.edition.number}`;

function numberOf({ site }: Visit, page: DocumentPage, place: PlaceAsked): Pick<CitedPassage, 'number'> {
  const numbers = numbersOf({ site }, page);
  const [first, last] = [numbers.get(place.first), numbers.get(place.last)];
  if (first === undefined || last === undefined) return {};
  return { number: { kind: 'paragraph', words: first === last ? String(first) : `${first}–${last}` } };
}

export async function citeScan(visit: Visit): Said {
  const [key = '', number = ''] = [visit.params['key'], visit.params['page']];
  if (!/^[1-9]\d{0,5}$/.test(number)) return undefined;
  const reading = await readCited(visit, 'scan', key, number);
  if ('answer' in reading) return reading.answer;
  const { page } = reading;
  const scan = page.view.record.renditions.find((one) => one.key === key && one.kind === 'facsimile');
  const leaf = scan?.kind === 'facsimile' ? scan.pages[Number(number) - 1] : undefined;
  if (leaf === undefined) return undefined;
  return answerCited(
    visit,
    { page },
    {
      place: `${key}, ${number}`,
      number: { kind: 'page', words: leaf.label || number },
      address: addressInEdition(visit, page),
    },
  );
}

/** Whether the words of a digest still stand where they are said to. */
export async function check(visit: Visit): Said {
  const { site, room, params } = visit;
  const place = parsePlace(params['place'] ?? '');
  const digest = parseDigest(params['digest'] ?? '');
  if (place === undefined || digest === undefined) return undefined;
  const reading = await readCited(visit);
  if ('answer' in reading) return reading.answer;
  const { page } = reading;
  if (params['digest'] !== digest)
    return moved(addressOfCheck(site, page.label.id, printPlace(place), digest));
  const checked = await room.checkPassage(page.label.id, place, digest);
  const asked = { place: printPlace(place), block: place.first, digest };
  return checked && found(checkPage(site, page, asked, checked));
}
