/**
 * Names in queries: how often a query by one person's name, as rules spell it otherwise, also brings in the
 * name of another; and what finding the names of a query costs.
 *
 *   npm run bench:names             the lists of persons of every volume, then 100,000 names
 *   npm run bench:names -- 3        of the first three
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecordStore } from '../src/adapters/sqlite/record-store.ts';
import { systemWorld } from '../src/adapters/system/world.ts';
import { expandNames } from '../src/actions/expand-names.ts';
import { NameTable } from '../src/actions/name-table.ts';
import { PublicViews } from '../src/actions/public-views.ts';
import type { Agent } from '../src/core/agent.ts';
import { makeId } from '../src/core/id.ts';
import { namesAmong, stretchesOf } from '../src/core/names/find-names.ts';
import { nameKeysOf } from '../src/core/names/name-keys.ts';
import { searchFormsOf } from '../src/core/names/search-forms.ts';
import { readQuery } from '../src/core/query-language.ts';
import { terms } from '../src/core/tokens/tokenize.ts';
import { listedIn } from '../test/corpora/check-people.ts';
import { machine, printTable } from './table.ts';

const corpora = process.env['UNSEALED_CORPORA'] ?? join(import.meta.dirname, '../../shared/corpora');
const most = Number(process.argv[2] ?? Infinity);
const MANY = 100_000;
const BATCH = 1000;

const person = (form: string): Agent => ({
  kind: 'agent',
  agentKind: 'person',
  identifiers: [],
  names: [{ form, kind: 'preferred' }],
  notes: [],
  links: [],
  attestations: [],
});

/** Every form of name that the lists have, once. */
function listedNames(): readonly string[] {
  const folder = join(corpora, 'frus');
  const names = new Set<string>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .slice(0, most))
    for (const { name } of listedIn(file, readFileSync(join(folder, file), 'utf8')))
      names.add(name.replace(/[.,;:]+$/, ''));
  return [...names].filter((name) => terms(name).length > 0);
}

/** Invented names, none of which is the same. */
function inventedNames(count: number): readonly string[] {
  const parts = 'bar len tor mis kel dan vor sil ran pol gir tem har los nik fal'.split(' ');
  const word = (at: number): string =>
    [at % 16, Math.floor(at / 16) % 16, Math.floor(at / 256) % 16].map((part) => parts[part]).join('');
  const named = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
  return Array.from(
    { length: count },
    (_, at) => `${named(word(at))}, ${named(word(at * 7 + 3))} ${named(word(Math.floor(at / 4096)))}`,
  );
}

type Opened = Awaited<ReturnType<typeof open>>;
async function open(folder: string) {
  const opened = await openRecordStore(join(folder, 'archive.sqlite'), { nameKeysOf, ifAbsent: 'make' });
  if (!opened.ok) throw new Error(opened.problem.code);
  const records = opened.value;
  const views = new PublicViews({ records, world: systemWorld({ timeZone: 'UTC' }) });
  let made = 0;
  const eight = (): string =>
    (made++)
      .toString(32)
      .padStart(8, '0')
      .replace(/[ilou]/g, (letter) => ({ i: 'w', l: 'x', o: 'y', u: 'z' })[letter] ?? letter);
  const add = async (names: readonly string[]): Promise<void> => {
    for (let at = 0; at < names.length; at += BATCH)
      await records.commit({
        at: '2026-01-01T00:00:00.000Z',
        by: 'bench',
        changes: names.slice(at, at + BATCH).map((form) => ({
          id: makeId('agent', eight()),
          kind: 'agent',
          expected: 'absent',
          version: { record: person(form) },
          publish: {},
          state: { kind: 'published' },
          announce: 'public',
        })),
      });
    await views.refresh();
  };
  return { records, views, add, names: () => new NameTable({ records, views }) };
}

interface Counted {
  queries: number;
  withForms: number;
  forms: number;
  bringOthers: number;
  wrongBearer: number;
  asks: number;
  readonly examples: string[];
}

/** Whose names hold these words next to each other. */
function bearersByWords(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const name of names)
    for (const { form } of searchFormsOf(person(name), name)) {
      const words = terms(form);
      for (let from = 0; from < words.length; from++)
        for (let to = from + 1; to <= words.length; to++) {
          const key = words.slice(from, to).join(' ');
          found.set(key, (found.get(key) ?? new Set()).add(name));
        }
    }
  return found;
}

/** Two listings that are surely one person's: the same words but for initials. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => new Set(terms(name).filter((word) => word.length > 1)));
  if (!a || !b) return false;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return [...few].every((word) => many.has(word));
}

async function count(
  opened: Opened,
  listed: readonly string[],
  queryOf: (name: string) => string | undefined,
): Promise<Counted> {
  const bearers = bearersByWords(listed);
  const counted: Counted = {
    queries: 0,
    withForms: 0,
    forms: 0,
    bringOthers: 0,
    wrongBearer: 0,
    asks: 0,
    examples: [],
  };
  const names = opened.names();
  for (const name of listed) {
    const q = queryOf(name);
    if (q === undefined) continue;
    counted.queries++;
    const { alsoSearched, which } = await expandNames(names, readQuery(q).node, { filters: [] });
    if (which.length > 0) counted.asks++;
    const made = alsoSearched.filter(({ by }) => by !== 'link' && by !== 'authority');
    if (made.length > 0) counted.withForms++;
    counted.forms += made.length;
    const others = made.flatMap(({ words }) =>
      [...(bearers.get(terms(words).join(' ')) ?? [])]
        .filter((other) => !isSame(name, other))
        .map((other) => `${q} -> ${words}: ${other}`),
    );
    if (others.length > 0) counted.bringOthers++;
    const led = alsoSearched.filter(({ by, words }) => by === 'link' && !isSame(name, words));
    if (led.length > 0) counted.wrongBearer++;
    if (counted.examples.length < 60)
      counted.examples.push(
        ...others.slice(0, 1),
        ...led.slice(0, 1).map(({ words }) => `${q} leads to ${words}`),
      );
  }
  return counted;
}

const natural = (name: string): string | undefined =>
  searchFormsOf(person(name), name)[0]?.form.toLowerCase();
const family = (name: string): string | undefined =>
  searchFormsOf(person(name), name)[0]?.family?.toLowerCase();

/** Running text without its tagged names, six words at a time: how often a rule takes words of it for a name. */
function inRunningText(): { readonly words: number; readonly taken: ReadonlyMap<string, number> } {
  const folder = join(corpora, 'frus');
  const taken = new Map<string, number>();
  let words = 0;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .slice(0, most)) {
    const xml = readFileSync(join(folder, file), 'utf8').replace(/<persName[\s\S]*?<\/persName>/g, ' ');
    for (const [at, [, paragraph = '']] of [...xml.matchAll(/<p\b[^>]*>([\s\S]*?)<\/p>/g)].entries()) {
      if (at % 40 !== 0) continue;
      const all = paragraph
        .replace(/<[^>]+>/g, ' ')
        .toLowerCase()
        .replace(/[^\p{L}\s'’-]/gu, ' ')
        .split(/\s+/)
        .filter(Boolean);
      for (let from = 0; from + 6 <= all.length; from += 6) {
        words += 6;
        const stretches = stretchesOf({ words: all.slice(from, from + 6), isPhrase: false });
        for (const { words: name } of namesAmong(stretches, () => []))
          taken.set(name.join(' '), (taken.get(name.join(' ')) ?? 0) + 1);
      }
    }
  }
  return { words, taken };
}

async function timeOf(opened: Opened, queries: readonly string[], isWarm: boolean): Promise<number> {
  const before = process.cpuUsage();
  const kept = opened.names();
  for (const q of queries)
    await expandNames(isWarm ? kept : opened.names(), readQuery(q).node, { filters: [] });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / queries.length;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'unsealed-bench-'));
  const opened = await open(folder);
  const listed = listedNames();
  await opened.add(listed);
  const rows: (readonly string[])[] = [];
  const examples: string[] = [];
  for (const [says, queryOf] of [
    ['whole name, small letters', natural],
    ['family name, small letters', family],
  ] as const) {
    const c = await count(opened, listed, queryOf);
    rows.push([says, c.queries, c.withForms, c.forms, c.bringOthers, c.wrongBearer, c.asks].map(String));
    examples.push(...c.examples);
  }
  printTable(
    `Queries by the ${listed.length} names of the lists of persons`,
    ['query', 'asked', 'spelled otherwise', 'forms', 'bring in others', 'lead to others', 'ask which'],
    rows,
  );
  console.log(`\n${examples.join('\n')}`);
  const { words, taken } = inRunningText();
  const places = [...taken.values()].reduce((sum, count) => sum + count, 0);
  console.log(`\nIn ${words} words of running text, in small letters, rules take ${places} for a name:`);
  console.log(
    [...taken]
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  );
  await opened.add(inventedNames(MANY));
  const whole = listed.flatMap((name) => natural(name) ?? []).slice(0, 1000);
  const long = whole.map((name) => `what ${name} said of the treaty and the railway in manchuria`);
  const costs: (readonly string[])[] = [];
  for (const [says, queries] of [
    ['a name', whole],
    ['a name among ten words', long],
  ] as const)
    for (const isWarm of [false, true]) {
      await timeOf(opened, queries, isWarm);
      costs.push([
        says,
        isWarm ? 'names kept' : 'nothing kept',
        (await timeOf(opened, queries, isWarm)).toFixed(3),
      ]);
    }
  printTable(
    `What finding the names of a query costs, ${listed.length + MANY} persons; ${machine()}`,
    ['query', '', 'CPU ms'],
    costs,
  );
  await opened.records.close();
  rmSync(folder, { recursive: true });
}

await main();
