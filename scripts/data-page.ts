import { DATA_TABLES } from '../src/formats/dump/tables.ts';
import { enData } from '../src/words/en-data.ts';

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

/** The whole data: their files, and the tables of the CSV and the database. */
export function dataPage(printed: string, table: Table): string {
  return [
    '# The whole data',
    printed,
    'What `unsealed export --data` writes, and `/data` offers. [How to make and use it](../howto/take-all-the-data.md).',
    '## Files',
    table(
      ['File', 'What it is'],
      Object.entries(enData.files).map(([name, says]) => [`\`${name}\``, says]),
    ),
    'Everything is UTF-8. The same records give the same bytes: nothing says when a dump was made, records stand in the order of their ids, packed files have neither names nor times. Another version of the program, or of what packs, may pack otherwise: `manifest.json` has for `.gz` files the size and digest of what they unpack to as well.',
    '## Tables',
    'In `tables.csv.zip`, a file a table, and in the database. In the CSV stands `catalogue.csv` besides: every record in one line, with the columns of [`/search.csv`](addresses.md). New columns come last. A column that leads to another table has ids of it; where what is named is not public, it is empty.',
    ...DATA_TABLES.flatMap(({ name, says, columns, isInDatabaseOnly }) => [
      `### ${name}`,
      `${says[0]?.toUpperCase() ?? ''}${says.slice(1)}.${isInDatabaseOnly === true ? ' In the database alone.' : ''}`,
      table(
        ['Column', 'Type', 'What it says'],
        columns.map((column) => [
          `\`${column.name}\``,
          column.refersTo === undefined ? column.type : `id of \`${column.refersTo}\``,
          column.says,
        ]),
      ),
    ]),
    '',
  ].join('\n\n');
}
