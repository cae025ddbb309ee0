import type { RecordId } from '../../src/core/id.ts';
import type { Row } from '../../src/actions/pages.ts';
import { readQuery } from '../../src/core/query-language.ts';
import { terms } from '../../src/core/tokens/tokenize.ts';
import type { AskedArchive } from './archive.ts';
import { plainSearch } from './plain-search.ts';
import type { Question } from './question.ts';
import { scoreOf, type Score } from './score.ts';

/** A question with how well ours answered it, and plain FTS5. */
export interface Answered {
  readonly question: Question;
  readonly ours: Score;
  /** The same where, nothing being found, the spelling is taken that the index offers. */
  readonly respelt: Score;
  readonly plain: Score;
  /** The title of our first hit. */
  readonly first: string | undefined;
}

const FIRST_PAGE = 20;

/** Puts every question to both. Throws if the archive has not what a question asks for. */
export async function answerAll(
  archive: AskedArchive,
  questions: readonly Question[],
): Promise<readonly Answered[]> {
  const plain = plainSearch();
  await archive.tellAll((documents) => plain.put(documents));
  const answered: Answered[] = [];
  for (const question of questions) {
    const expected = await expectedOf(archive, question);
    const rows = await rowsFor(archive, question, question.ask);
    const ours = scoreOf(idsOf(rows), expected);
    const respelt =
      rows.length > 0 ? rows : await rowsFor(archive, question, await spellingOffered(archive, question.ask));
    answered.push({
      question,
      ours,
      respelt: scoreOf(idsOf(respelt), expected),
      plain: scoreOf(plain.ask(question, FIRST_PAGE), expected),
      first: rows[0]?.label.title,
    });
  }
  return answered;
}

const idsOf = (rows: readonly Row[]): readonly RecordId[] => rows.map(({ label }) => label.id);

async function rowsFor(archive: AskedArchive, { scope }: Question, q: string): Promise<readonly Row[]> {
  return (await archive.room.search({ q, scope, filters: [], sort: 'relevance', page: 1 })).rows;
}

/** The query with each doubted word as the index would rather have it. */
async function spellingOffered(archive: AskedArchive, ask: string): Promise<string> {
  const corrections = await archive.index.corrections({ node: readQuery(ask).node, filters: [] });
  const instead = new Map(corrections.map((one) => [one.word, one.instead]));
  return ask.replace(/[\p{L}\p{M}]+/gu, (word) => instead.get(terms(word)[0] ?? '') ?? word);
}

async function expectedOf(archive: AskedArchive, question: Question): Promise<ReadonlySet<RecordId>> {
  const expected = new Set<RecordId>();
  for (const key of question.expect) {
    const id = await archive.recordOf(key);
    if (id === undefined) throw new Error(`${question.id}: the archive has no ${key}`);
    expected.add(id);
  }
  return expected;
}
