import { actOnEach } from '../act-on-each.ts';
import { CouldNot, type Command } from '../command.ts';
import { withArchive } from '../opened.ts';
import { problem } from '../../core/problem.ts';

export const publish: Command = {
  name: 'publish',
  summary: 'Make the newest version of records public, as a new edition.',
  args: [{ name: 'ID', about: 'A record.', isMany: true, isOptional: true }],
  options: {
    drafts: { about: 'Every record that is a draft.' },
    why: { takes: 'WORDS', about: 'Why, for the history of the record.' },
  },
  examples: [
    { line: 'unsealed publish dk4m7q2zxh', about: 'One document.' },
    {
      line: 'unsealed publish --drafts --why "checked against the volume"',
      about: 'All that was imported as drafts.',
    },
  ],
  run: (call) =>
    withArchive(call, (archive) => {
      const { line } = call;
      const named = line.many('ID');
      const facts = { command: 'publish' };
      if (line.has('drafts') === named.length > 0)
        throw new CouldNot(
          named.length > 0
            ? problem(
                'option-wrong',
                { field: 'ID' },
                { facts: { ...facts, why: 'not-together', other: '--drafts' } },
              )
            : problem('argument-missing', { field: 'ID' }, { facts }),
        );
      const why = line.option('why');
      const act = { by: call.by, ...(why === undefined ? {} : { why }) };
      const ids = named.length > 0 ? named : archive.drafts();
      return actOnEach(call, ids, 'published', (id) => archive.publish(id, act));
    }),
};
