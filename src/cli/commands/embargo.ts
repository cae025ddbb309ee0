import { actOnEach } from '../act-on-each.ts';
import type { Command } from '../command.ts';
import { withArchive } from '../opened.ts';
import { dayOf } from '../read-values.ts';

export const embargo: Command = {
  name: 'embargo',
  summary: 'Hold records back until a day.',
  about:
    'Readers who knew a record are told the day (410); one that never was public stays unknown (404). On that day, in the time zone of the archive, it opens by itself.',
  args: [{ name: 'ID', about: 'A record.', isMany: true }],
  options: {
    until: {
      takes: 'DAY',
      about: 'The first day on which it is public, such as 2031-04-01.',
      isRequired: true,
    },
    why: { takes: 'WORDS', about: 'Why, for the history of the record.' },
  },
  examples: [{ line: 'unsealed embargo dk4m7q2zxh --until 2031-04-01', about: 'Public from that day on.' }],
  run: (call) => {
    const until = dayOf('embargo', '--until', call.line.option('until') ?? '');
    const why = call.line.option('why');
    const act = { by: call.by, ...(why === undefined ? {} : { why }) };
    return withArchive(call, (archive) =>
      actOnEach(call, call.line.many('ID'), 'embargoed', (id) => archive.embargo(id, until, act)),
    );
  },
};
