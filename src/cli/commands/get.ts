import { problem } from '../../core/problem.ts';
import { CouldNot, type Call, type Command, type ExitCode } from '../command.ts';
import { withArchive } from '../opened.ts';
import { idOf } from '../read-values.ts';
import { printProblem } from '../say-problems.ts';
import type { OpenArchive } from '../../compose.ts';

export const get: Command = {
  name: 'get',
  summary: 'Print a record, or what the site would answer at an address.',
  about:
    'By its id a record is printed as JSON, as readers get it; with --draft its newest version, to be edited and imported again.',
  args: [{ name: 'ID|ADDRESS', about: 'An id, or an address of the site, which begins with "/".' }],
  options: { draft: { about: 'The newest version, public or not, as "unsealed import" reads it.' } },
  examples: [
    { line: 'unsealed get dk4m7q2zxh', about: 'The published record.' },
    {
      line: 'unsealed get dk4m7q2zxh --draft > x.json   (edit it)   unsealed import x.json',
      about: 'An edit: if somebody else was there first, that is shown and nothing is lost.',
    },
    { line: 'unsealed get "/search.json?q=geneva"', about: 'What the site answers at that address.' },
  ],
  run: (call) =>
    withArchive(call, (archive) => {
      const asked = call.line.must('ID|ADDRESS');
      if (asked.startsWith('/')) return getAddress(call, archive, asked);
      return call.line.has('draft') ? getDraft(call, archive, asked) : getRecord(call, archive, asked);
    }),
};

async function getDraft({ terminal }: Call, archive: OpenArchive, asked: string): Promise<ExitCode> {
  const draft = await archive.draftOf(idOf(asked));
  if (!draft.ok) throw new CouldNot(draft.problem);
  terminal.out(`${JSON.stringify(draft.value, null, 2)}\n`);
  return 0;
}

async function getRecord({ terminal }: Call, archive: OpenArchive, asked: string): Promise<ExitCode> {
  const published = await archive.publishedOf(idOf(asked));
  if (!published.ok) throw new CouldNot(published.problem);
  terminal.out(`${JSON.stringify(published.value, null, 2)}\n`);
  return 0;
}

/** The body as the site sends it; where it sends the reader elsewhere or away, that is said beside it. */
async function getAddress(call: Call, archive: OpenArchive, address: string): Promise<ExitCode> {
  const { terminal, isJson } = call;
  const answer = await archive.app.request(address);
  const isText = /^text\/|[/+](?:json|xml)\b|javascript/.test(answer.headers.get('content-type') ?? '');
  if (isJson)
    terminal.out(
      `${JSON.stringify({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: isText ? await answer.text() : null,
      })}\n`,
    );
  else terminal.out(new Uint8Array(await answer.arrayBuffer()));
  const location = answer.headers.get('location');
  if (answer.status < 300) return 0;
  if (answer.status < 400) {
    terminal.err(`${answer.status} ${location ?? ''}\n`);
    return 0;
  }
  if (answer.status === 410) {
    terminal.err('410 The record was taken back, or is held back today; the page says which.\n');
    return 1;
  }
  if (!isJson)
    terminal.err(
      printProblem(
        terminal,
        problem('address-unknown', {}, { value: address, facts: { status: answer.status } }),
      ),
    );
  return 2;
}
