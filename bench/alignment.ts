/**
 * How well passages of two texts are set beside each other by guess: the Universal Declaration of Human Rights
 * in the languages of the corpus, whose articles and paragraphs are known to answer to each other, and the
 * texts of the sample archive. Nothing of what is known is told to the guess. Beside it: the n-th passage with
 * the n-th, and lengths and order alone.
 *
 *   npm run bench:alignment
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE } from '../sample/source/sample.ts';
import { guessLinks, type Manner, type Passage } from '../src/core/alignment/guess-links.ts';
import { guessRevision } from '../src/core/alignment/revision.ts';
import { passagesOfText } from '../src/core/alignment/passages.ts';
import { NO_NAMES, type KnownNames } from '../src/core/alignment/signs.ts';
import type { ArchiveDocument } from '../src/core/document.ts';
import { makeId, type RecordId } from '../src/core/id.ts';
import type { Alignment, Transcription, Translation } from '../src/core/rendition.ts';
import { decodeText } from '../src/formats/encoding/decode.ts';
import { parseMappingFile } from '../src/formats/xml-mapping/mapping.ts';
import { readManyByMapping } from '../src/formats/xml-mapping/read-xml-by-mapping.ts';
import { ACCOUNTS } from './alignment/accounts.ts';
import { machine, printTable } from './table.ts';

type TextRendition = Transcription | Translation;

const corpora = process.env['UNSEALED_CORPORA'] ?? join(import.meta.dirname, '../../shared/corpora');
const MAPPING = join(import.meta.dirname, '../sample/mappings/udhr.yaml');

async function declaration(folder: string): Promise<ArchiveDocument<string>> {
  const mapping = parseMappingFile(readFileSync(MAPPING, 'utf8'), 'udhr.yaml');
  if (!mapping.ok) throw new Error(mapping.problem.code);
  async function* sources() {
    for (const name of readdirSync(folder).sort()) {
      if (!name.endsWith('.xml')) continue;
      const bytes = readFileSync(join(folder, name));
      const text = decodeText(
        (async function* () {
          yield bytes;
        })(),
        { name },
      );
      yield { name, chunks: text.chunks };
    }
  }
  for await (const read of readManyByMapping(sources(), { mapping: mapping.value }))
    if (read.kind === 'draft' && read.draft.record.kind === 'document') return read.draft.record;
  throw new Error(`no declaration in ${folder}`);
}

interface Score {
  readonly right: number;
  readonly said: number;
  readonly found: number;
  readonly known: number;
}

/** Pairs of passages that are said to answer to each other, and how many of them do. */
function scoreOf(links: readonly Pair[], truth: readonly Pair[]): Score {
  const answers = new Map<string, Set<string>>();
  for (const { from, to } of truth)
    for (const one of from) answers.set(one, new Set([...(answers.get(one) ?? []), ...to]));
  const isAnswered = new Set([...answers.values()].flatMap((one) => [...one]));
  // Of a passage of which nothing is known, nothing said is right or wrong.
  const pairs = links
    .flatMap(({ from, to }) => from.flatMap((one) => to.map((other) => [one, other] as const)))
    .filter(([one, other]) => answers.has(one) || isAnswered.has(other));
  const right = pairs.filter(([one, other]) => answers.get(one)?.has(other) ?? false);
  const said = new Set(right.map(([one, other]) => `${one} ${other}`));
  const found = truth.filter(({ from, to }) =>
    from.some((one) => to.some((other) => said.has(`${one} ${other}`))),
  );
  return { right: right.length, said: pairs.length, found: found.length, known: truth.length };
}

interface Pair {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Links of passages only: what lies within a list or a part is no passage of its own. */
function among(links: readonly Pair[], one: readonly Passage[], other: readonly Passage[]): readonly Pair[] {
  const [mine, theirs] = [one, other].map((passages) => new Set<string>(passages.map(({ id }) => id)));
  return links
    .map(({ from, to }) => ({
      from: from.filter((id) => mine?.has(id)),
      to: to.filter((id) => theirs?.has(id)),
    }))
    .filter(({ from, to }) => from.length > 0 && to.length > 0);
}

const byOrder = (one: readonly Passage[], other: readonly Passage[]): Alignment['links'] =>
  one.slice(0, other.length).map((passage, at) => ({
    from: [passage.id],
    to: other.slice(at, at + 1).map(({ id }) => id),
    basis: 'guessed',
  }));

const withoutSigns = (passages: readonly Passage[]): readonly Passage[] =>
  passages.map((passage) => ({ ...passage, signs: new Map() }));

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;
const shown = ({ right, said, found, known }: Score): readonly string[] => [
  percent(right, said),
  percent(found, known),
];

function rowOf(
  says: string,
  one: readonly Passage[],
  other: readonly Passage[],
  truth: readonly Pair[],
  manner: Manner | 'revision',
): readonly string[] {
  const began = performance.now();
  const guessed = manner === 'revision' ? guessRevision(one, other, []) : guessLinks(one, other, manner);
  const tookMs = performance.now() - began;
  if (process.env['SHOW'] === says) show(guessed, one, other, truth);
  return [
    says,
    `${one.length} / ${other.length}`,
    ...shown(scoreOf(byOrder(one, other), truth)),
    ...shown(
      scoreOf(
        guessLinks(withoutSigns(one), withoutSigns(other), manner === 'account' ? 'account' : 'translation'),
        truth,
      ),
    ),
    ...shown(scoreOf(guessed, truth)),
    tookMs.toFixed(0),
  ];
}

function show(
  links: readonly Pair[],
  one: readonly Passage[],
  other: readonly Passage[],
  truth: readonly Pair[],
): void {
  const at = (passages: readonly Passage[], ids: readonly string[]): string =>
    ids.map((id) => passages.findIndex((passage) => passage.id === id)).join('+');
  console.log('guessed', links.map(({ from, to }) => `${at(one, from)}-${at(other, to)}`).join(' '));
  console.log('known  ', truth.map(({ from, to }) => `${at(one, from)}-${at(other, to)}`).join(' '));
}

const isText = (rendition: ArchiveDocument['renditions'][number]): rendition is TextRendition =>
  rendition.kind !== 'facsimile';

const ids = new Map<string, RecordId>();
const idOf = (key: string): RecordId => {
  const known = ids.get(key) ?? makeId('agent', String(ids.size + 1).padStart(8, '0'));
  ids.set(key, known);
  return known;
};
const namesOf = (document: ArchiveDocument<string>): KnownNames => ({
  byKey: new Map(document.mentions.map(({ key, to }) => [key, idOf(to)])),
  byForm: new Map(),
});

const HEAD = [
  'texts',
  'passages',
  'by order: right',
  'found',
  'lengths: right',
  'found',
  'guess: right',
  'found',
  'ms',
];

function pairsOf(
  document: ArchiveDocument<string>,
  names: KnownNames,
  every?: number,
): readonly (readonly string[])[] {
  const texts = document.renditions.filter(isText);
  return document.alignments.flatMap(({ from, to, links }) => {
    const [one, other] = [from, to].map((key) => texts.find((text) => text.key === key));
    if (one === undefined || other === undefined) return [];
    const [mine = [], theirs = []] = [one, other].map((text) =>
      passagesOfText(text.text, names, text.language),
    );
    const kept = every === undefined ? theirs : theirs.filter((_, at) => at % every !== every - 1);
    const manner = one.language === other.language ? 'revision' : 'translation';
    return [rowOf(`${from} ${to}`, mine, kept, among(links, mine, kept), manner)];
  });
}

console.log(machine());
const folder = join(corpora, 'udhr');
if (existsSync(folder)) {
  const udhr = await declaration(folder);
  printTable('The Declaration, English and the others', HEAD, pairsOf(udhr, NO_NAMES));
  printTable('The same, every seventh passage of the others taken away', HEAD, pairsOf(udhr, NO_NAMES, 7));
}

const entries = [...(SAMPLE['documents-dossier'] ?? [])];
const documents = new Map(
  entries.flatMap(({ key, record }) => (record.kind === 'document' ? [[String(key), record] as const] : [])),
);
printTable(
  'Texts of the sample',
  HEAD,
  [...documents].flatMap(([key, record]) =>
    record.alignments.length === 0
      ? []
      : pairsOf(record, namesOf(record)).map(([pair = '', ...rest]) => [
          `${key.replace('sample:', '')} ${pair}`,
          ...rest,
        ]),
  ),
);

printTable(
  'Accounts of one meeting, by hand',
  HEAD,
  ACCOUNTS.map(({ one, other, rendition, pairs }) => {
    const passages = [one, other].map((name) => {
      const document = documents.get(`sample:${name}`);
      const text = document?.renditions.filter(isText).find(({ key }) => key === rendition);
      if (document === undefined || text === undefined) throw new Error(`no ${name}`);
      return passagesOfText(text.text, namesOf(document), text.language);
    });
    const [mine = [], theirs = []] = passages;
    const truth = pairs.map(([from, to]) => ({
      from: from.flatMap((at) => mine[at]?.id ?? []),
      to: to.flatMap((at) => theirs[at]?.id ?? []),
    }));
    return rowOf(`${one} ${other}`, mine, theirs, truth, 'account');
  }),
);
