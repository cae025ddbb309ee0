import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCOUNTS } from '../../bench/alignment/accounts.ts';
import { SAMPLE } from '../../sample/source/sample.ts';
import { guessLinks, type Passage } from '../../src/core/alignment/guess-links.ts';
import { passagesOfText } from '../../src/core/alignment/passages.ts';
import { guessRevision } from '../../src/core/alignment/revision.ts';
import type { ArchiveDocument } from '../../src/core/document.ts';
import { makeId, type RecordId } from '../../src/core/id.ts';
import type { Rendition } from '../../src/core/rendition.ts';

const documents = new Map(
  (SAMPLE['documents-dossier'] ?? []).flatMap(({ key, record }) =>
    record.kind === 'document' ? [[String(key), record] as const] : [],
  ),
);
const ids = new Map<string, RecordId>();
function idOf(key: string): RecordId {
  const known = ids.get(key) ?? makeId('agent', String(ids.size + 1).padStart(8, '0'));
  ids.set(key, known);
  return known;
}

function passagesOf(document: ArchiveDocument<string>, key: string): readonly Passage[] {
  const text = document.renditions.find(
    (one): one is Exclude<Rendition, { kind: 'facsimile' }> => one.kind !== 'facsimile' && one.key === key,
  );
  assert.ok(text, key);
  const byKey = new Map(document.mentions.map((mention) => [mention.key, idOf(mention.to)]));
  return passagesOfText(text.text, { byKey, byForm: new Map() }, text.language);
}

type Pairs = readonly { readonly from: readonly string[]; readonly to: readonly string[] }[];
const pairsOf = (links: Pairs): readonly string[] =>
  links.flatMap(({ from, to }) => from.flatMap((one) => to.map((other) => `${one} ${other}`)));

for (const [key, document] of documents)
  for (const { from, to, links } of document.alignments) {
    const [one, other] = [passagesOf(document, from), passagesOf(document, to)];
    const places = new Set([...one, ...other].map(({ id }) => String(id)));
    const known = pairsOf(links).filter((pair) => pair.split(' ').every((id) => places.has(id)));
    if (known.length === 0) continue;
    test(`${key}: what answers to what in ${from} and ${to} is guessed as it is known`, () => {
      const isOneLanguage = from.slice(0, 4) === to.slice(0, 4);
      const guessed = isOneLanguage ? guessRevision(one, other, []) : guessLinks(one, other, 'translation');
      assert.deepEqual(pairsOf(guessed).toSorted(), known.toSorted());
    });
  }

for (const { one, other, rendition, pairs } of ACCOUNTS)
  test(`${one} and ${other}: of what tells of the same at least four fifths are found, and are so`, () => {
    const [mine = [], theirs = []] = [one, other].map((name) => {
      const document = documents.get(`sample:${name}`);
      assert.ok(document, name);
      return passagesOf(document, rendition);
    });
    const at = (passages: readonly Passage[], id: string): number =>
      passages.findIndex((passage) => passage.id === id);
    const guessed = guessLinks(mine, theirs, 'account').flatMap(({ from, to }) =>
      from.flatMap((id) => to.map((answer) => `${at(mine, id)} ${at(theirs, answer)}`)),
    );
    const known = new Set(pairs.flatMap(([from, to]) => from.flatMap((a) => to.map((b) => `${a} ${b}`))));
    const isKnown = (place: string): boolean => [...known].some((pair) => pair.startsWith(`${place} `));
    const judged = guessed.filter((pair) => isKnown(pair.split(' ')[0] ?? ''));
    const right = judged.filter((pair) => known.has(pair));
    const found = pairs.filter(([from, to]) =>
      from.some((a) => to.some((b) => guessed.includes(`${a} ${b}`))),
    );
    assert.ok(right.length >= 0.8 * judged.length, guessed.join(', '));
    assert.ok(found.length >= 0.8 * pairs.length, guessed.join(', '));
  });
