import type { Command } from '../command.ts';
import { withArchive } from '../opened.ts';
import { Progress } from '../progress.ts';

export const reindex: Command = {
  name: 'reindex',
  summary: 'Build the search index anew from the records.',
  about:
    'The index holds nothing of its own: it can be deleted and rebuilt at any time. Pictures that were derived of pages which no record shows any more are thrown away.',
  args: [],
  options: {},
  examples: [{ line: 'unsealed reindex', about: 'Everything that is public, once more.' }],
  run: (call) =>
    withArchive(call, async (archive) => {
      const progress = new Progress(call.terminal, 'records');
      let indexed = 0;
      for await (const reached of archive.rebuildIndex()) {
        indexed = reached.done;
        progress.reach(reached);
      }
      progress.end();
      const swept = await archive.sweepPictures();
      const alsoSwept = swept === 0 ? '' : ` ${swept.toLocaleString('en')} old pictures were thrown away.`;
      call.terminal.out(
        call.isJson
          ? `${JSON.stringify({ indexed, swept })}\n`
          : `${indexed.toLocaleString('en')} records can be found.${alsoSwept}\n`,
      );
      return 0;
    }),
};
