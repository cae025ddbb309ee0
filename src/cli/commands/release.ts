import { parseEdtf } from '../../core/date/edtf.ts';
import { readExemptions } from '../../core/exemption.ts';
import { problem } from '../../core/problem.ts';
import type { Release } from '../../core/redaction.ts';
import { actOnEach } from '../act-on-each.ts';
import { CouldNot, type Command, type Line } from '../command.ts';
import { withArchive } from '../opened.ts';
import { idOf } from '../read-values.ts';

const OUTCOMES = ['full', 'part', 'denied'] as const;

export const release: Command = {
  name: 'release',
  summary: 'Record an agency’s decision to open a document, in full, in part, or not.',
  about:
    'The decision is added to the document as a new version, in the order of dates; a published document has a new edition at once. What was held back is marked in the text itself ("unsealed get ID --draft", edit, "unsealed import"). Several releases with texts can be read side by side.',
  args: [{ name: 'ID', about: 'A document.' }],
  options: {
    date: { takes: 'DATE', about: 'When it was decided: a day, a month or a year.' },
    authority: { takes: 'NAME', about: 'Who decided.', isRequired: true },
    'authority-id': { takes: 'ID', about: 'The record of that body.' },
    case: { takes: 'NUMBER', about: 'The number of the case or request.' },
    outcome: { takes: 'OUTCOME', about: 'How much was opened.', words: OUTCOMES, otherwise: 'part' },
    exemption: {
      takes: 'LIST',
      about: 'The grounds claimed for what was held back, with commas between: "(b)(1), (b)(3)".',
    },
    rendition: { takes: 'KEY', about: 'The text or scan that shows the document as this decision left it.' },
    words: { takes: 'WORDS', about: 'What else is to be said of it.' },
    why: {
      takes: 'WORDS',
      about: 'Why the record is changed, for its history.',
      otherwise: 'the decision itself',
    },
  },
  examples: [
    {
      line: 'unsealed release dk4m7q2zxh --date 1998-11-11 --authority "Department of State" --case 98-0702 --exemption "(b)(1)" --rendition t-en-1998',
      about: 'Opened in part, and this text shows how.',
    },
    {
      line: 'unsealed release dk4m7q2zxh --date 2012 --authority "Department of State" --outcome full',
      about: 'Opened in full.',
    },
  ],
  run: (call) => {
    const { line, by } = call;
    const asked = readRelease(line);
    const why = line.option('why') ?? [asked.authority, asked.date].filter(Boolean).join(', ');
    return withArchive(call, (archive) =>
      actOnEach(call, [line.must('ID')], 'recorded', (id) => archive.recordRelease(id, asked, { by, why })),
    );
  },
};

function readRelease(line: Line): Omit<Release, 'key'> {
  const date = line.option('date');
  const authorityAgent = line.option('authority-id');
  const [caseNumber, rendition, words] = [
    line.option('case'),
    line.option('rendition'),
    line.option('words'),
  ];
  return {
    ...(date === undefined ? {} : { date: dateOf(date) }),
    authority: line.option('authority') ?? '',
    ...(authorityAgent === undefined ? {} : { authorityAgent: idOf(authorityAgent) }),
    ...(caseNumber === undefined ? {} : { caseNumber }),
    outcome: OUTCOMES.find((one) => one === line.option('outcome')) ?? 'part',
    exemptions: readExemptions(line.option('exemption') ?? '').map((one) => one.words),
    ...(words === undefined ? {} : { words }),
    ...(rendition === undefined ? {} : { rendition }),
  };
}

/** A day, month or year that there is. */
function dateOf(written: string): string {
  if (/^\d{4}(-\d\d){0,2}$/.test(written) && parseEdtf(written) !== undefined) return written;
  throw new CouldNot(
    problem(
      'option-wrong',
      { field: '--date' },
      { value: written, facts: { command: 'release', why: 'not-a-day' } },
    ),
  );
}
