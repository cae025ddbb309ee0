import type { RecordId } from '../../src/core/id.ts';
import type { Row } from '../../src/actions/pages.ts';
import type { AskedArchive } from './archive.ts';
import { plainSearch } from './plain-search.ts';
import type { Question } from './question.ts';
import { scoreOf, type Score } from './score.ts';

/** A question with how well ours answered it, and plain FTS5. */
export interface Answered {
  readonly question: Question;
  readonly ours: Score;
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
    answered.push({
      question,
      ours,
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

async function expectedOf(archive: AskedArchive, question: Question): Promise<ReadonlySet<RecordId>> {
  const expected = new Set<RecordId>();
  for (const key of question.expect) {
    const id = await archive.recordOf(key);
    if (id === undefined) throw new Error(`${question.id}: the archive has no ${key}`);
    expected.add(id);
  }
  return expected;
}
