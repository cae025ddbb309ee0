import { actOnEach } from '../act-on-each.ts';
import type { Command } from '../command.ts';
import { withArchive } from '../opened.ts';
import { idOf } from '../read-values.ts';

export const withdraw: Command = {
  name: 'withdraw',
  summary: 'Take a record back for ever, leaving its reason in its place.',
  about:
    'Its address answers 410 with the reason and the day, and names what replaces it. All versions are kept; readers get none of them.',
  args: [{ name: 'ID', about: 'A record.' }],
  options: {
    reason: { takes: 'WORDS', about: 'What readers are told.', isRequired: true },
    'replaced-by': { takes: 'ID', about: 'The record that stands in its place.' },
  },
  examples: [
    {
      line: 'unsealed withdraw dk4m7q2zxh --reason "Printed twice." --replaced-by d0v9w3q8n2',
      about: 'The address says why, and leads to the other.',
    },
  ],
  run: (call) => {
    const { line, by } = call;
    const replacement = line.option('replaced-by');
    const act = { by, ...(replacement === undefined ? {} : { replacedBy: idOf(replacement) }) };
    return withArchive(call, (archive) =>
      actOnEach(call, [line.must('ID')], 'withdrawn', (id) =>
        archive.withdraw(id, line.option('reason') ?? '', act),
      ),
    );
  },
};
