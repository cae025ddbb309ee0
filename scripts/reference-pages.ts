import { COMMANDS } from '../src/cli/commands.ts';
import { GLOBAL_OPTIONS, type Command, type Option } from '../src/cli/command.ts';
import { optionAbout, printOption, usageOf } from '../src/cli/help.ts';
import { settingsSchema } from '../src/config.ts';
import { PROBLEM_CODES } from '../src/core/problem.ts';
import { table } from './markdown-table.ts';
import { apiReference } from './api-reference.ts';
import { ROUTES } from '../src/web/routes.ts';
import { RECORD_COLUMNS } from '../src/formats/csv/record-columns.ts';
import { dataPage } from './data-page.ts';
import { formsPage } from './forms-page.ts';
import { PROBLEM_WORDS } from '../src/words/problems.ts';
import { assistantsPage } from './assistants-page.ts';

/** The reference pages, by file name, as the code prints them. */
export const referencePages = (): ReadonlyMap<string, string> =>
  new Map([
    ['commands.md', commandsPage()],
    ['settings.md', settingsPage()],
    ['addresses.md', addressesPage()],
    ['problems.md', problemsPage()],
    ['api.md', apiReference()],
    ['assistants.md', assistantsPage(PRINTED, table)],
    ['forms.md', formsPage(PRINTED, table)],
    ['data.md', dataPage(PRINTED, table)],
  ]);

const PRINTED = 'Printed by the code (`npm run reference`); a test fails when it differs.';

function commandsPage(): string {
  return [
    '# Commands',
    `${PRINTED} In a checkout: \`npm run -s unsealed -- COMMAND\`.`,
    'Exit codes: 0 done; 1 done, with problems listed; 2 could not.',
    '## Options of every command',
    optionTable(GLOBAL_OPTIONS),
    ...COMMANDS.flatMap(commandParts),
    '',
  ].join('\n\n');
}

function commandParts(command: Command): readonly string[] {
  return [
    `## ${command.name}`,
    [command.summary, command.about].filter(Boolean).join(' '),
    `\`\`\`\n${usageOf(command)}\n\`\`\``,
    ...(command.args.length > 0
      ? [
          table(
            ['Argument', ''],
            command.args.map(({ name, about }) => [`\`${name}\``, about]),
          ),
        ]
      : []),
    ...(Object.keys(command.options).length > 0 ? [optionTable(command.options)] : []),
    command.examples.map(({ line, about }) => `${about}\n\n    ${line}`).join('\n\n'),
  ];
}

const optionTable = (options: Readonly<Record<string, Option>>): string =>
  table(
    ['Option', ''],
    Object.entries(options).map(([name, option]) => [
      `\`${printOption(name, option)}\``,
      optionAbout(option),
    ]),
  );

function settingsPage(): string {
  const rows = Object.entries(settingsSchema.shape).map(([name, field]) => {
    const isOptional = field.safeParse(undefined).success;
    const given = field.safeParse(undefined).data;
    const otherwise =
      given === undefined ? (isOptional ? 'none' : 'must be given') : `\`${JSON.stringify(given)}\``;
    return [`\`${name}\``, field.description ?? '', otherwise];
  });
  return [
    '# Settings',
    PRINTED,
    'A folder is an archive when it holds `unsealed.json`. A setting that is not listed here is refused.',
    table(['Setting', '', 'Otherwise'], rows),
    '## Environment',
    table(
      ['Variable', ''],
      ENVIRONMENT.map(([name, about]) => [`\`${name}\``, about]),
    ),
    '',
  ].join('\n\n');
}

const ENVIRONMENT: readonly (readonly [name: string, about: string])[] = [
  [
    'UNSEALED_DIR',
    'The folder of the archive, where `--dir` is not given; for `npm start`, `./sample-archive` unless said.',
  ],
  ['PORT', 'The port that `serve` and `npm start` listen on; 4848 unless said, 0 takes a free one.'],
  ['HOST', 'The address that they listen on; 127.0.0.1 unless said.'],
  ['NO_COLOR', 'Set to anything: no colour on the terminal.'],
  ['CHROMIUM_PATH', 'For the browser tests: a Chromium to use instead of the one that npm brings.'],
  [
    'UNSEALED_CORPORA',
    'For `npm run prove:corpora` and `bench:relevance`: the folder of the real files; ../shared/corpora unless said.',
  ],
  [
    'UNSEALED_SCHEMAS',
    'For `npm run prove:schemas` and `prove:corpora`: the folder of the schemas of the standards; ../shared/schemas unless said.',
  ],
  ['UNSEALED_SEED', 'For the same: the number by which files are drawn, where not all are taken.'],
];

function addressesPage(): string {
  const rows = ROUTES.map(({ path, says, for: who, isLiveOnly }) => [
    `\`${path}\``,
    says,
    who,
    isLiveOnly === true ? 'needs a server' : '',
  ]);
  return [
    '# Addresses',
    PRINTED,
    'A promise: they never change their meaning. `:name` is one segment, `*` the rest. `:asked` is an id, or a former identifier, which answers 301. The slug after an id is decoration: the canonical address has it, and without it, it works too. The first language of the archive has no prefix; another that is switched on has one before everything (`/ru/document/…`).',
    table(['Address', 'What one finds there', 'For', ''], rows),
    'An unknown address answers 404; one that was withdrawn, or is held back, 410 with the reason; a merged or former one 301.',
    '## Columns of `/search.csv`',
    'UTF-8 with a byte order mark, commas, a line of names first, lines end in CR LF (RFC 4180). Several values of one cell stand apart by ` | `. A cell that a spreadsheet would run as a formula has an apostrophe before it. New columns come last. Where there are further pages, the header `Link` leads to them, and the file’s name says which results it has.',
    table(
      ['Column', 'What it says'],
      RECORD_COLUMNS.map(({ name, says }) => [`\`${name}\``, says]),
    ),
    '',
  ].join('\n\n');
}

function problemsPage(): string {
  const rows = Object.entries(PROBLEM_CODES).map(([code, severity]) => {
    const words = Object.entries(PROBLEM_WORDS).find(([name]) => name === code)?.[1];
    return [`\`${code}\``, severity, words?.sentence ?? '', words?.wayOut ?? ''];
  });
  return [
    '# Problems',
    PRINTED,
    'An **error** could not be taken in, and its original is kept; a **warning** is in, but a person should look; a **note** is in, and is said so that nothing passes in silence. A report (`--report FILE`) has a JSON object a line: `code`, `severity`, `where` (`file`, `line`, `column`, `field`, `record`), `value`, `facts`, `sentence`, `wayOut`.',
    table(['Code', 'Usually', 'What is so', 'The way out'], rows),
    '',
  ].join('\n\n');
}
