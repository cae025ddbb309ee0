import { number } from './en-numbers.ts';

/** What the words need to know of a dump of everything public. */
interface Dump {
  readonly archive: { readonly name: string; readonly url: string };
  readonly date: string;
  readonly change: { readonly seq: number; readonly at: string };
  readonly counts: Readonly<Record<string, number>>;
  readonly tables: Readonly<Record<string, number>>;
  readonly files: readonly { readonly name: string; readonly sizeBytes: number; readonly sha256: string }[];
}

interface Table {
  readonly name: string;
  readonly says: string;
}

/** "812 bytes", "3.4 MB" */
function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [value, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}

/** What each file is; files that are not named here explain themselves. */
const FILES: Readonly<Record<string, string>> = {
  'records.jsonl.gz':
    'JSON Lines: every record whole, one a line, as its public JSON. What “unsealed import” reads back; schema.json says what a line may hold.',
  'tables.csv.zip':
    'CSV: a table of every record at a glance (catalogue.csv, the columns of a search’s results), and tables of documents, names, places, sources and what links them, without the texts. csv-metadata.json describes them for programs (CSV on the Web).',
  'texts.tei.zip': 'TEI P5: a file for each document of which there is a text.',
  'database.sqlite.gz':
    'SQLite: the same tables, with the words of all texts by paragraph, ready for questions in SQL. Its schema says what each column is.',
  'schema.json': 'The JSON Schema of a line of records.jsonl.',
  'README.md': 'What this is, under which terms, and how it is read.',
  'manifest.json': 'All of this for programs: counts, files, sizes, digests.',
  SHA256SUMS: 'The digests of the files, for “sha256sum --check”.',
};

/** How many there are of what, by the names in which they are counted. */
const COUNTS: readonly (readonly [key: string, one: string, many: string])[] = [
  ['records', 'record', 'records'],
  ['document', 'document', 'documents'],
  ['notHeld', 'document known but not held', 'documents known but not held'],
  ['withText', 'document with a text', 'documents with a text'],
  ['collection', 'collection', 'collections'],
  ['agent', 'person or body', 'persons and bodies'],
  ['place', 'place', 'places'],
  ['subject', 'subject', 'subjects'],
  ['repository', 'archive', 'archives'],
  ['unit', 'described unit', 'described units'],
  ['term', 'abbreviation or term', 'abbreviations and terms'],
  ['event', 'event', 'events'],
];

/** "8,756 documents", one for each kind of which there is any. */
const counts = (counted: Readonly<Record<string, number>>): readonly string[] =>
  COUNTS.flatMap(([key, one, many]) => {
    const count = counted[key] ?? 0;
    return count === 0 ? [] : [`${number(count)} ${count === 1 ? one : many}`];
  });

const RIGHTS = [
  'What a record says of its rights holds for it here as on its own page: in the JSON under “rights”, in the tables as rights_uri, rights and rights_holder of documents and collections, and beside texts that have rights of their own. Standing together in one file changes nothing of that; where nothing is said, nothing is known.',
  'Name the archive, the record’s address and its edition when you use it. What was made by a machine, inferred by a rule, or invented says so, in the JSON as in the tables: keep that with it.',
] as const;

const LICENSED = 'What the archive itself writes (titles, summaries, descriptions) is licensed under';

const READ = (table: string): readonly (readonly [says: string, lines: readonly string[]])[] => [
  ['Check that all came whole', ['sha256sum --check SHA256SUMS']],
  ['Look at the first record', ['zcat records.jsonl.gz | head -1 | jq .']],
  [
    'Bring it all into an archive of your own',
    ['gunzip records.jsonl.gz', 'unsealed import records.jsonl --publish'],
  ],
  [
    'Ask in SQL',
    [
      'gunzip database.sqlite.gz',
      `sqlite3 database.sqlite 'SELECT count(*) FROM ${table}'`,
      'sqlite3 database.sqlite .schema',
    ],
  ],
  [
    'Search the words, once an index is made',
    [
      `sqlite3 database.sqlite "CREATE VIRTUAL TABLE found USING fts5(words, content='passages'); INSERT INTO found(found) VALUES ('rebuild')"`,
      `sqlite3 database.sqlite "SELECT document, block, snippet(found, 0, '[', ']', '…', 12) FROM found JOIN passages ON passages.rowid = found.rowid WHERE found MATCH 'armistice' LIMIT 5"`,
    ],
  ],
];

/** README.md of a dump. */
function readme(
  dump: Dump,
  tables: readonly Table[],
  { contact, licence }: { readonly contact?: string; readonly licence?: string },
): string {
  const { archive, date, change, files } = dump;
  const parts = [
    `# The public data of ${archive.name}, ${date}`,
    `Everything that was public at <${archive.url}> after its change ${change.seq} of ${change.at}: ${counts(dump.counts).join(', ')}. Nothing else is in it; what was withdrawn or is held back is not.`,
    '## Terms',
    ...(licence === undefined ? [] : [`${LICENSED} <${licence}>.`]),
    ...RIGHTS,
    `What is taken back later is not taken back from your copy: look at <${archive.url}/data> for a newer one before you pass it on.${contact === undefined ? '' : ` Questions: <${contact}>.`}`,
    '## Files',
    files.map(({ name, sizeBytes }) => `- **${name}** (${size(sizeBytes)}). ${FILES[name] ?? ''}`).join('\n'),
    'Made again from the same records by the same program, every file is the same, byte for byte. Packed files say in manifest.json also what they are unpacked, whatever packed them.',
    '## How to read it',
    ...READ('documents').map(
      ([says, lines]) => `${says}:\n\n${lines.map((line) => `    ${line}`).join('\n')}`,
    ),
    '## Tables',
    'In the CSV and the database. Records are joined by their ids; rows stand in the order of ids. A cell of CSV that a spreadsheet would run as a formula has an apostrophe before it.',
    tables
      .map(({ name, says }) => `- **${name}** (${number(dump.tables[name] ?? 0)} rows): ${says}.`)
      .join('\n'),
    'Dates are as their sources have them, with what they mean in EDTF (ISO 8601-2) and the first and last day they may be of. Languages are BCP 47 tags. Everything is UTF-8.',
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The whole data: its page, and what lies beside it. */
export const enData = {
  readme,
  size,
  counts,
  files: FILES,
  rights: RIGHTS,
  licensed: LICENSED,
  read: READ('documents'),
  title: 'All the data',
  lede: 'Everything that is public here, in one piece: for research, for other programs, and so that it outlives this site.',
  none: 'No dump of this archive has been made yet. Each record can be had by itself in many forms, and whoever keeps the archive can make one:',
  make: 'unsealed export --data',
  of: (date: string) => `The data of ${date}`,
  newest: 'the newest',
  upTo: (at: string) => `Everything that was public after the change of ${at}.`,
  behind: 'Something has changed since; the next dump will have it.',
  takenBack:
    'Something that is in it was withdrawn or held back since it was made, so it can no longer be had. The next one that is made has the rest.',
  takenBackTitle: 'Taken back',
  filesOf: (count: number) => `${number(count)} files`,
  digest: 'SHA-256',
  digestSays: 'By it a copy is known to be whole',
  terms: 'Terms',
  howTo: 'How to read it',
  copy: 'The newest is always under the same address:',
  programs: 'For programs',
  programsSay: 'The list of dumps as linked data (schema.org Dataset):',
} as const;
