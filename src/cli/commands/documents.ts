import type { Verdict } from '../../compose.ts';
import { actOnEach } from '../act-on-each.ts';
import { problem } from '../../core/problem.ts';
import { CouldNot, type Call, type Command, type ExitCode } from '../command.ts';
import { withArchive } from '../opened.ts';
import { idOf, numberOf } from '../read-values.ts';
import { workThrough } from '../work-through.ts';

const percent = (share: number): string => `${Math.floor(share * 100)}%`;

export const documents: Command = {
  name: 'documents',
  summary: 'Read scans again, list documents whose text stands in another too, and say which are the same.',
  about:
    '"read" reads the pages of a document that have no words yet; with --language also those that were read here before, in that language. What was given with the scans, or a person wrote, is never replaced. Copies and other releases are found by comparing words, among what is public, and proposed to readers as such; nothing is merged. "same" makes a pair a statement of the record, "different" ends the proposal.',
  args: [
    { name: 'WHAT', about: 'What to do.', words: ['same-text', 'same', 'different', 'read'] },
    {
      name: 'ID',
      about: 'For same and different: one of the two documents. For read: the document.',
      isOptional: true,
    },
    { name: 'OTHER', about: 'The other.', isOptional: true },
  ],
  options: {
    least: {
      takes: 'PERCENT',
      about: 'List only pairs of which at least so much of one stands in the other, 50 to 100.',
      otherwise: '50',
    },
    language: { takes: 'LANGUAGE', about: 'For read: the language that the pages are in.' },
    page: { takes: 'NUMBER', about: 'For read: only this page, from 1.' },
    failed: { about: 'For read: try again whatever failed, in any document.' },
    later: { about: 'For read: leave the work to "unsealed serve".' },
    reason: { takes: 'WORDS', about: 'Why, for the history of the record.' },
  },
  examples: [
    { line: 'unsealed documents same-text --least 80', about: 'Each pair, and the commands that decide it.' },
    { line: 'unsealed documents same dk4m7q2zxh d0v9w3q8n2', about: 'One text, in two places.' },
    {
      line: 'unsealed documents different dk4m7q2zxh d0v9w3q8n2 --reason "two drafts"',
      about: 'Alike, but two; not proposed again.',
    },
    {
      line: 'unsealed documents read dk4m7q2zxh --language fra',
      about: 'Its scans are in French after all.',
    },
    { line: 'unsealed documents read --failed', about: 'What could not be read, once more.' },
  ],
  run: (call) => {
    switch (call.line.must('WHAT')) {
      case 'same':
        return decide(call, 'same-text');
      case 'different':
        return decide(call, 'not-same-text');
      case 'read':
        return readScans(call);
      default:
        return list(call);
    }
  },
};

function list(call: Call): Promise<ExitCode> {
  const { line, terminal, isJson } = call;
  const least = numberOf('documents', 'least', line.option('least') ?? '50', [50, 100]) / 100;
  return withArchive(call, async (archive) => {
    let found = 0;
    for await (const pair of archive.sameTexts(least)) {
      found++;
      const { one, other, ofOne, ofOther, words } = pair;
      if (isJson) terminal.out(`${JSON.stringify(pair)}\n`);
      else
        terminal.out(
          `${one.id}  ${one.label}\n${other.id}  ${other.label}\n    ${words.toLocaleString('en')} words: ${percent(ofOne)} of the first, ${percent(ofOther)} of the second\n    unsealed documents same ${one.id} ${other.id}\n    unsealed documents different ${one.id} ${other.id}\n\n`,
        );
    }
    if (!isJson)
      terminal.err(
        found === 0 ? 'No two documents are in doubt.\n' : `${found.toLocaleString('en')} pairs.\n`,
      );
    return 0;
  });
}

/** Asks for scans to be read, and works on it at once unless it is left to the server. */
function readScans(call: Call): Promise<ExitCode> {
  const { line, terminal, isJson } = call;
  const [id, language, page] = [line.arg('ID'), line.option('language'), line.option('page')];
  if (id === undefined && !line.has('failed'))
    throw new CouldNot(problem('argument-missing', { field: 'ID' }, { facts: { command: 'documents' } }));
  const number = page === undefined ? {} : { page: numberOf('documents', 'page', page, [1, 10_000]) };
  return withArchive(call, async (archive) => {
    let asked = line.has('failed') ? await archive.retryWork() : 0;
    if (id !== undefined) {
      const more = await archive.readAgain(idOf(id), { ...number, ...(language ? { language } : {}) });
      if (!more.ok) throw new CouldNot(more.problem);
      asked += more.value;
    }
    if (!isJson)
      terminal.err(
        asked === 0 ? 'There is nothing to read.\n' : `${asked.toLocaleString('en')} to be read.\n`,
      );
    const work = line.has('later') ? undefined : await workThrough(call, archive);
    if (isJson) terminal.out(`${JSON.stringify({ asked, ...(work ? { work } : {}) })}\n`);
    return work && work.failed > 0 ? 1 : 0;
  });
}

function decide(call: Call, verdict: Verdict): Promise<ExitCode> {
  const { line, by } = call;
  const [first, second] = [line.arg('ID'), line.arg('OTHER')];
  if (first === undefined || second === undefined)
    throw new CouldNot(
      problem(
        'argument-missing',
        { field: first === undefined ? 'ID' : 'OTHER' },
        { facts: { command: 'documents' } },
      ),
    );
  const other = idOf(second);
  const why = line.option('reason');
  return withArchive(call, (archive) =>
    actOnEach(call, [first], 'decided', (id) =>
      archive.decideSameText([id, other], verdict, why === undefined ? { by } : { by, why }),
    ),
  );
}
