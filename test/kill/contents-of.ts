import assert from 'node:assert/strict';
import { printIdentifier, type RecordId } from '../../src/core/id.ts';
import type { Standing } from '../../src/core/lifecycle.ts';
import type { RecordStore } from '../../src/ports/record-store.ts';
import { everyStanding } from './check-archive.ts';

interface Head {
  readonly standing: Standing;
  readonly json: string;
  readonly name: string;
}

/**
 * What an archive holds, apart from ids that chance gave: each head by its first identifier, with its
 * state, and with every id in it put as the identifier of what it names.
 */
export async function contentsOf(store: RecordStore): Promise<ReadonlyMap<string, string>> {
  const heads = new Map<string, Head>();
  for await (const standing of everyStanding(store)) {
    const head = await store.version(standing.id, standing.head);
    assert.ok(head);
    const names = head.record.identifiers.map(printIdentifier).sort();
    heads.set(standing.id, { standing, json: JSON.stringify(head.record), name: names[0] ?? standing.id });
  }
  return new Map([...heads.values()].map((head) => [head.name, contentOf(head, heads)]));
}

function contentOf({ standing: { state, editions }, json }: Head, heads: ReadonlyMap<string, Head>): string {
  const nameOf = (id: RecordId | string) => heads.get(id)?.name ?? id;
  const into = state.kind === 'merged' ? ` into ${nameOf(state.into)}` : '';
  const named = json.replace(/\b[dcapsrfteh][0-9a-hjkmnp-tv-z]{9}\b/g, nameOf);
  return `${state.kind}${into}${editions.length > 0 ? ', public' : ''} ${named}`;
}

/** Throws with the first differences where two archives do not hold the same. */
export function assertSame(actual: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): void {
  const wrong: string[] = [];
  for (const [name, content] of expected)
    if (actual.get(name) !== content) wrong.push(`${name}\n  is   ${actual.get(name)}\n  not  ${content}`);
  for (const name of actual.keys()) if (!expected.has(name)) wrong.push(`${name} is too many`);
  assert.equal(wrong.length, 0, `${wrong.length} differ:\n${wrong.slice(0, 3).join('\n').slice(0, 4000)}`);
}
