import { actOnEach } from '../act-on-each.ts';
import type { Command } from '../command.ts';
import { withArchive } from '../opened.ts';

export const unmerge: Command = {
  name: 'unmerge',
  summary: 'Part two records that were merged.',
  args: [{ name: 'ID', about: 'The record that was merged into another.' }],
  options: {},
  examples: [{ line: 'unsealed unmerge a7q2zxhk4m', about: 'It answers under its own address again.' }],
  run: (call) =>
    withArchive(call, (archive) =>
      actOnEach(call, [call.line.must('ID')], 'unmerged', (id) => archive.unmerge(id, { by: call.by })),
    ),
};
