import { problem } from '../../core/problem.ts';
import { RESTRICTABLE_FIELDS, RESTRICTION_REASONS, type Restriction } from '../../core/redaction.ts';
import { Impossible } from '../../core/result.ts';
import { actOnEach } from '../act-on-each.ts';
import { CouldNot, type Command, type Line } from '../command.ts';
import { withArchive } from '../opened.ts';
import { dayOf, numberOf } from '../read-values.ts';

export const restrict: Command = {
  name: 'restrict',
  summary: 'Hold a record, or a part of it, back from readers; or lift what holds it back.',
  about:
    'What is held back leaves no page, search, export or file. A record held back as a whole answers 410 with the kind of reason; one held back in part says so and shows the rest.',
  args: [{ name: 'ID', about: 'A record.' }],
  options: {
    reason: { takes: 'REASON', about: 'Why.', words: RESTRICTION_REASONS },
    words: { takes: 'WORDS', about: 'What readers are told; it says nothing of what is held back.' },
    until: {
      takes: 'DAY',
      about: 'The first day on which it no longer holds.',
      otherwise: 'until it is lifted',
    },
    blocks: { takes: 'IDS', about: 'Only these blocks of the text, by id, with commas between.' },
    rendition: { takes: 'KEY', about: 'Only one of its forms: "t-en-1" a translation, "f-1" the pages.' },
    page: { takes: 'NUMBER', about: 'With --rendition and --regions: which of its pages, from 1.' },
    regions: {
      takes: 'REGIONS',
      about:
        'Only these parts of a page image, each as x,y,w,h in pixels from its upper left corner, with ";" between. They are black in all that leaves, the words under them and the paragraphs read from there are left out, and the file itself is not given out.',
    },
    field: { takes: 'FIELD', about: 'Only one part of its description.', words: RESTRICTABLE_FIELDS },
    lift: { takes: 'KEY', about: 'Lift a restriction: "x1", as "unsealed get ID --draft" shows it.' },
  },
  examples: [
    {
      line: 'unsealed restrict dk4m7q2zxh --reason living-person --words "A person named here is alive." --field mentions',
      about: 'The names in a text lead nowhere; the rest stays public.',
    },
    {
      line: 'unsealed restrict dk4m7q2zxh --reason living-person --words "A name is covered." --rendition s1 --page 3 --regions "410,1220,560,48;300,1300,220,48"',
      about: 'Two lines of the third page are black; the rest of the scan stays public.',
    },
    {
      line: 'unsealed restrict dk4m7q2zxh --reason court-order --words "Under an order of court."',
      about: 'All of it.',
    },
    { line: 'unsealed restrict dk4m7q2zxh --lift x1', about: 'Public again.' },
  ],
  run: (call) => {
    const { line, by } = call;
    const key = line.option('lift');
    if (key !== undefined)
      return withArchive(call, (archive) =>
        actOnEach(call, [line.must('ID')], 'lifted', (id) => archive.liftRestriction(id, key, { by })),
      );
    const asked = readRestriction(line);
    return withArchive(call, (archive) =>
      actOnEach(
        call,
        [line.must('ID')],
        'restricted',
        (id) => archive.restrict(id, asked, { by }),
        ({ warnings }) => warnings,
      ),
    );
  },
};

function readRestriction(line: Line): Omit<Restriction, 'key' | 'at' | 'by'> {
  const missing = ['reason', 'words'].find((name) => line.option(name) === undefined);
  if (missing !== undefined)
    throw new CouldNot(
      problem('argument-missing', { field: `--${missing}` }, { facts: { command: 'restrict' } }),
    );
  const until = line.option('until');
  return {
    scope: readScope(line),
    reason: chosen(RESTRICTION_REASONS, line.option('reason')),
    words: line.option('words') ?? '',
    ...(until === undefined ? {} : { until: dayOf('restrict', '--until', until) }),
  };
}

const MOST_PAGES = 1_000_000;
const REGION = /^(\d{1,6}),(\d{1,6}),(\d{1,6}),(\d{1,6})$/;

function readRegions(line: Line, written: string): Restriction['scope'] {
  const missing = ['rendition', 'page'].find((name) => line.option(name) === undefined);
  if (missing !== undefined)
    throw new CouldNot(
      problem('argument-missing', { field: `--${missing}` }, { facts: { command: 'restrict' } }),
    );
  const regions = written.split(';').map((one) => {
    const [, x, y, w, h] = (REGION.exec(one.trim()) ?? []).map(Number);
    if (x === undefined || y === undefined || w === undefined || h === undefined || w === 0 || h === 0)
      throw new CouldNot(
        problem(
          'option-wrong',
          { field: '--regions' },
          { value: one.trim(), facts: { command: 'restrict', why: 'not-a-region' } },
        ),
      );
    return { x, y, w, h };
  });
  const page = numberOf('restrict', '--page', line.option('page') ?? '', [1, MOST_PAGES]);
  return { kind: 'regions', rendition: line.option('rendition') ?? '', page, regions };
}

function readScope(line: Line): Restriction['scope'] {
  const parts = line.option('regions');
  const given = ['blocks', parts === undefined ? 'rendition' : 'regions', 'field'].filter(
    (name) => line.option(name) !== undefined,
  );
  if (given.length > 1)
    throw new CouldNot(
      problem(
        'option-wrong',
        { field: `--${given[0]}` },
        {
          facts: { command: 'restrict', why: 'not-together', other: `--${given[1]}` },
        },
      ),
    );
  if (parts !== undefined) return readRegions(line, parts);
  if (line.option('page') !== undefined)
    throw new CouldNot(
      problem('argument-missing', { field: '--regions' }, { facts: { command: 'restrict' } }),
    );
  const blocks = line.option('blocks');
  if (blocks !== undefined) return { kind: 'blocks', blocks: blocks.split(',').map((id) => id.trim()) };
  const rendition = line.option('rendition');
  if (rendition !== undefined) return { kind: 'rendition', rendition };
  const field = line.option('field');
  return field === undefined
    ? { kind: 'whole' }
    : { kind: 'field', field: chosen(RESTRICTABLE_FIELDS, field) };
}

/** One of several words, which the reading of the line has made sure of. */
function chosen<T extends string>(words: readonly T[], written: string | undefined): T {
  const word = words.find((one) => one === written);
  if (word === undefined) throw new Impossible(`not one of ${words.join(', ')}: ${written}`);
  return word;
}
