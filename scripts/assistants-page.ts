import { z } from 'zod';
import { NOTICE } from '../src/web/mcp/answer-text.ts';
import { PROMPTS } from '../src/web/mcp/prompts.ts';
import { RESOURCES } from '../src/web/mcp/resources.ts';
import type { Tool } from '../src/web/mcp/tool.ts';
import { TOOLS } from '../src/web/mcp/tools.ts';

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

/** What an assistant can ask for, as it is offered to one. */
export const assistantsPage = (printed: string, table: Table): string =>
  [
    '# Assistants',
    `${printed} How an assistant is connected: [Connect an assistant](../howto/connect-an-assistant.md).`,
    'By the Model Context Protocol, at `/mcp` of the site (streamable HTTP without sessions, answered in JSON) and by `unsealed mcp` (over input and output). All of it reads, nothing alters, and no key is asked for.',
    '## Answers',
    `Each is an object, in \`structuredContent\` and once more as JSON in the text: \`notice\`, \`archive\`, what the tool says of its own (\`total\`, \`page\`, \`next\`, \`verdict\` …), and \`material\`: all that was taken from records. The notice says: “${NOTICE}” No text can end the field that it stands in: it is a string of JSON.`,
    'In `material` a record has `id`, `url`, `edition`, `rights` and `know`: what must be known before it is believed (invented, held back in part, not held, read by a machine, translated by a machine, of a date that is uncertain or inferred). A block of a text has `block`, `number`, `cite`, `digest`, `url` and `words`; in these `[1]` is the mark of a note, `[p. 68]` the beginning of a page, other words in brackets what an agency held back.',
    'What cannot be done is an answer with `isError`: `problem`, `wayOut`, and `status` as the site has it: 404, or 410 with the reason and the day where a record was withdrawn or is closed.',
    '## Tools',
    ...TOOLS.flatMap((tool) => partsOf(tool, table)),
    '## Resources',
    table(
      ['Address', ''],
      RESOURCES.map(({ uri, about }) => [`\`${uri}\``, about]),
    ),
    'A document is also had under its own address (`https://archive.example/document/{id}`). The list has the first collections.',
    '## Prompts',
    table(
      ['Prompt', ''],
      PROMPTS.map(({ name, about, argument }) => [`\`${name}\` (\`${argument}\`)`, about]),
    ),
    '',
  ].join('\n\n');

const described = z.looseObject({
  properties: z.record(z.string(), z.looseObject({})),
  required: z.array(z.string()).default([]),
});
const property = z.looseObject({
  description: z.string().default(''),
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  default: z.unknown().optional(),
});

function partsOf({ name, about, input }: Tool, table: Table): readonly string[] {
  const { properties, required } = described.parse(z.toJSONSchema(input, { io: 'input' }));
  const rows = Object.entries(properties).map(([key, of]) => {
    const { description, type, enum: values, default: usual } = property.parse(of);
    const kind = values === undefined ? (type ?? '') : values.map((value) => `\`${value}\``).join(' ');
    const otherwise = required.includes(key)
      ? 'must be given'
      : usual === undefined
        ? ''
        : `\`${JSON.stringify(usual)}\``;
    return [`\`${key}\``, kind, description, otherwise];
  });
  return [
    `### ${name}`,
    about,
    ...(rows.length === 0 ? [] : [table(['Argument', 'Kind', '', 'Otherwise'], rows)]),
  ];
}
