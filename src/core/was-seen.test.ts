import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sampleId } from './record.samples.ts';
import type { LifecycleState, Standing } from './lifecycle.ts';
import type { Restriction } from './redaction.ts';
import { rememberingSeen, wasSeen } from './was-seen.ts';

const TODAY = '2026-06-01';
const ID = sampleId('document', 1);

const held = (until?: string, scope: Restriction['scope'] = { kind: 'whole' }): Restriction => ({
  key: 'x1',
  scope,
  reason: 'other',
  words: 'Held back.',
  at: '2026-01-01T00:00:00Z',
  by: 'a',
  ...(until === undefined ? {} : { until }),
});
const standing = (
  state: LifecycleState,
  restrictions: readonly Restriction[] = [],
  editions: Standing['editions'] = [{ number: 1, version: 1, at: '2026-01-01T00:00:00Z', by: 'a' }],
): Standing => ({ id: ID, kind: 'document', head: 1, editions, state, restrictions, revision: 1 });

const embargoed = (until: string, wasPublic = false): LifecycleState => ({
  kind: 'embargoed',
  until,
  wasPublic,
});
const published: LifecycleState = { kind: 'published' };
const unseen: LifecycleState = { kind: 'published', wasPublic: false };
const withdrawn: LifecycleState = { kind: 'withdrawn', reason: 'r', at: 'x', by: 'a' };
const merged: LifecycleState = {
  kind: 'merged',
  into: sampleId('document', 2),
  reason: 'r',
  at: 'x',
  by: 'a',
};

describe('whether readers ever had a record', () => {
  const cases: readonly (readonly [says: string, standing: Standing, expected: boolean])[] = [
    ['a draft', standing({ kind: 'draft' }, [], []), false],
    ['published', standing(published), true],
    ['published, and held back since', standing(published, [held()]), true],
    ['held back from the first', standing(unseen, [held()]), false],
    [
      'held back from the first, in part',
      standing(unseen, [held(undefined, { kind: 'blocks', blocks: [] })]),
      true,
    ],
    ['held back from the first until a day that has come', standing(unseen, [held(TODAY)]), true],
    ['held back from the first until a day to come', standing(unseen, [held('2026-06-02')]), false],
    ['under embargo from the first', standing(embargoed('2026-06-02')), false],
    ['under embargo from the first, whose day has come', standing(embargoed(TODAY)), true],
    ['the same, held back', standing(embargoed(TODAY), [held()]), false],
    ['under embargo later', standing(embargoed('9999-01-01', true)), true],
    ['withdrawn', standing(withdrawn), true],
    ['withdrawn unseen', standing({ ...withdrawn, wasPublic: false }), false],
    ['merged', standing(merged), true],
    ['merged unseen', standing({ ...merged, wasPublic: false }), false],
  ];
  for (const [says, one, expected] of cases) test(says, () => assert.equal(wasSeen(one, TODAY), expected));
});

describe('a change remembers it', () => {
  const cases: readonly (readonly [
    says: string,
    before: Standing | undefined,
    after: Standing,
    expected: LifecycleState,
  ])[] = [
    ['published at once', undefined, standing(published), published],
    [
      'published under a restriction',
      standing({ kind: 'draft' }, [held()], []),
      standing(published, [held()]),
      unseen,
    ],
    ['restricted once public', standing(published), standing(published, [held()]), published],
    ['restricted twice', standing(unseen, [held()]), standing(unseen, [held(), held()]), unseen],
    ['lifted', standing(unseen, [held()]), standing(unseen), published],
    ['restricted anew after its day', standing(unseen, [held(TODAY)]), standing(unseen, [held()]), published],
    [
      'an embargo whose day came, then restricted',
      standing(embargoed(TODAY)),
      standing(embargoed(TODAY), [held()]),
      embargoed(TODAY, true),
    ],
    [
      'an embargo that ends under a restriction',
      standing(embargoed(TODAY), [held()]),
      standing(published, [held()]),
      unseen,
    ],
    [
      'withdrawn unseen',
      standing(unseen, [held()]),
      standing(withdrawn, [held()]),
      { ...withdrawn, wasPublic: false },
    ],
    ['withdrawn', standing(published), standing(withdrawn), withdrawn],
    [
      'merged unseen',
      standing(unseen, [held()]),
      standing(merged, [held()]),
      { ...merged, wasPublic: false },
    ],
    [
      'parted again, still held back',
      standing({ ...merged, wasPublic: false }, [held()]),
      standing(published, [held()]),
      unseen,
    ],
  ];
  for (const [says, before, after, expected] of cases)
    test(says, () => assert.deepEqual(rememberingSeen(before, after, TODAY), expected));
});
