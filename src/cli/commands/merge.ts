import { actOnEach } from '../act-on-each.ts';
import type { Command } from '../command.ts';
import { withArchive } from '../opened.ts';
import { idOf } from '../read-values.ts';

export const merge: Command = {
  name: 'merge',
  summary: 'Make one of two records of the same person, place or subject.',
  about:
    'The one that goes redirects to the one that stays, which takes over its names. "unsealed unmerge" parts them again.',
  args: [{ name: 'ID', about: 'The record that goes.' }],
  options: {
    into: { takes: 'ID', about: 'The record that stays.', isRequired: true },
    reason: { takes: 'WORDS', about: 'Why they are one.', isRequired: true },
  },
  examples: [
    {
      line: 'unsealed merge a7q2zxhk4m --into a0v9w3q8n2 --reason "same office, same years"',
      about: 'Two entries for one person become one.',
    },
  ],
  run: (call) => {
    const { line, by } = call;
    const into = idOf(line.option('into') ?? '');
    return withArchive(call, (archive) =>
      actOnEach(call, [line.must('ID')], 'merged', (id) =>
        archive.merge(into, id, line.option('reason') ?? '', { by }),
      ),
    );
  },
};
