import type { Problem } from '../../core/problem.ts';
import type { Command } from '../command.ts';
import { withArchive } from '../opened.ts';
import { Progress } from '../progress.ts';
import { printProblem, problemForPrograms } from '../say-problems.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'Read every original again and compare it with its digest.',
  args: [],
  options: {},
  examples: [
    { line: 'unsealed verify', about: 'Every file whose bytes have changed, or are gone, is named.' },
  ],
  run: (call) =>
    withArchive(call, async (archive) => {
      const { terminal, isJson } = call;
      const progress = new Progress(terminal, 'files');
      const problems: Problem[] = [];
      let intact = 0;
      for await (const event of archive.verify()) {
        if (event.kind === 'intact') intact++;
        else {
          problems.push(event.problem);
          progress.end();
          if (!isJson) terminal.err(printProblem(terminal, event.problem));
        }
        progress.reach({ done: intact + problems.length });
      }
      progress.end();
      terminal.out(
        isJson
          ? `${JSON.stringify({ intact, problems: problems.map(problemForPrograms) })}\n`
          : `${intact.toLocaleString('en')} originals are as they came; ${problems.length.toLocaleString('en')} are not.\n`,
      );
      return problems.length > 0 ? 1 : 0;
    }),
};
