import { makeId } from '../../src/core/id.ts';
import { parseLanguage } from '../../src/core/language.ts';
import type { SearchDocument, SearchPassage } from '../../src/core/search-document.ts';
import { terms } from '../../src/core/tokens/tokenize.ts';
import { chanceOf, zipf } from './chance.ts';
import { syntheticDay } from './synthetic-days.ts';
import { capital, makeVocabulary } from './vocabulary.ts';

const SEED = 1945;
const LANGUAGES = ['en', 'ru', 'zh', 'de', 'fr', 'pl', 'hu', 'es', 'it', 'cs', 'ro', 'pt'];
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const WORDS_OF_PASSAGE = 90;

/** An id for a number, as ids are in life: without order. */
function idOf(n: number): SearchDocument['id'] {
  let rest = (n * 2_654_435_761) % 2 ** 40;
  let eight = '';
  for (let at = 0; at < 8; at++) {
    eight += DIGITS[rest % 32] ?? '0';
    rest = Math.floor(rest / 32);
  }
  return makeId('document', eight);
}

/**
 * So many made-up documents, one by one, the same for every run, and the first thousand the same however
 * many follow. Words fall by Zipf's law, a fifth of them by the document's topic; 290 of them are the
 * median of a text, 6,000 the most. 3% are Russian, 2% Chinese; a fifth has no exact day, and some have
 * none. Facets are as many as an archive has: 200 collections, 20,000 persons, 2,000 places, 100 archives.
 */
export function* syntheticDocuments(count: number): Generator<SearchDocument> {
  const documentOf = maker();
  for (let n = 0; n < count; n++) yield documentOf(n);
}

function maker(): (n: number) => SearchDocument {
  const chance = chanceOf(SEED);
  const vocabulary = makeVocabulary(chance);
  const topics = Array.from({ length: 300 }, () =>
    Array.from({ length: 400 }, () => 200 + Math.floor(chance.next() * chance.next() * 60_000)),
  );
  const draw = {
    latin: zipf(chance, vocabulary.latin.length, 1.05, 2.7),
    cyrillic: zipf(chance, vocabulary.cyrillic.length, 1.05, 2.7),
    han: zipf(chance, vocabulary.han.length, 1, 2.7),
    topic: zipf(chance, 400, 0.9, 1),
    collection: zipf(chance, 200, 0.8, 1),
    person: zipf(chance, 20_000, 0.95, 2),
    place: zipf(chance, 2_000, 0.95, 2),
    subject: zipf(chance, 500, 0.9, 2),
    type: zipf(chance, 20, 0.9, 1),
    archive: zipf(chance, 100, 0.9, 1),
  };
  const wordOf = (lang: string, topic: readonly number[]): string => {
    if (lang === 'ru') return vocabulary.cyrillic[draw.cyrillic()] ?? '';
    if (lang === 'zh') return vocabulary.han[draw.han()] ?? '';
    return vocabulary.latin[chance.next() < 0.22 ? (topic[draw.topic()] ?? 0) : draw.latin()] ?? '';
  };
  const textOf = (lang: string, words: number, topic: readonly number[], name = ''): string => {
    let text = '';
    let left = 0;
    for (let at = 0; at < words; at++) {
      const word = at === 7 && name !== '' ? name : wordOf(lang, topic);
      if (lang === 'zh') text += word;
      else text += (at > 0 ? ' ' : '') + (left === 0 ? capital(word) : word);
      if (left === 0) left = 10 + chance.below(14);
      if (--left === 0) text += lang === 'zh' ? '。' : '.';
      else if (chance.next() < 0.05) text += lang === 'zh' ? '，' : ',';
    }
    return text;
  };
  const some = (draw: () => number, count: number, prefix: string): readonly string[] => [
    ...new Set(Array.from({ length: count }, () => `${prefix}${draw()}`)),
  ];
  return (n) => {
    const fate = chance.next();
    const lang =
      fate < 0.02 ? 'zh' : fate < 0.05 ? 'ru' : fate < 0.85 ? 'en' : LANGUAGES[3 + chance.below(9)];
    const said = lang ?? 'en';
    const tag = parseLanguage(said);
    const topic = topics[chance.below(topics.length)] ?? [];
    const persons = Array.from({ length: 3 }, draw.person);
    const names = persons.flatMap((at) => vocabulary.people[at] ?? []);
    const [archive, series, file] = [draw.archive(), chance.below(40), chance.below(90)];
    const title = textOf(said, 6 + chance.below(8), topic);
    const passages: SearchPassage[] = [
      { field: 'title', text: title },
      { field: 'summary', text: textOf(said, 20 + chance.below(30), topic) },
      ...names.map(({ surname, given }): SearchPassage => ({ field: 'name', text: `${surname}, ${given}` })),
      {
        field: 'source',
        text: `Archive ${archive}, series ${series}, file ${file}, sheet ${chance.below(300)}`,
      },
    ];
    if (chance.next() < 0.3) passages.push({ field: 'number', text: String(1 + chance.below(3_000)) });
    let words = Math.min(6_000, Math.max(20, Math.round(Math.exp(5.68 + 0.8 * chance.normal()))));
    for (let block = 1; words > 0; block++, words -= WORDS_OF_PASSAGE)
      passages.push({
        field: 'text',
        text: textOf(said, Math.min(words, WORDS_OF_PASSAGE), topic, names[block % 3]?.surname),
        block: `b${block}`,
        rendition: 't-1',
        ...(tag === undefined ? {} : { lang: tag }),
      });
    const id = idOf(n);
    const { key, ...days } = syntheticDay(chance);
    return {
      id,
      kind: 'document',
      passages,
      facets: {
        collection: some(draw.collection, 1 + chance.below(2), 'c'),
        person: [...new Set(persons.map((at) => `a${at}`))],
        place: some(draw.place, 1 + chance.below(2), 'p'),
        subject: some(draw.subject, 1 + chance.below(3), 's'),
        type: some(draw.type, 1, 'Type '),
        language: [said],
        archive: [`r${archive}`],
        unit: [`r${archive}`, `r${archive}/${series}`, `r${archive}/${series}/${file}`],
        has: chance.next() < 0.4 ? ['transcription', 'scan'] : ['transcription'],
      },
      ...days,
      dateKey: `${key} ${id}`,
      titleKey: terms(title).join(' '),
      openedAt: `20${10 + chance.below(16)}-0${1 + chance.below(9)}-1${chance.below(10)}T00:00:00Z`,
    };
  };
}
