import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { chanceOf } from './chance.ts';
import { killExport } from './kill-export.ts';
import { killIndex } from './kill-index.ts';
import { killPlan } from './kill-plan.ts';
import { killWork } from './kill-work.ts';

test('a process killed while it writes leaves whole commits only, and the next one goes on to the same end', async () => {
  const root = mkdtempSync(join(tmpdir(), 'unsealed-kill-'));
  try {
    const rounds = await killPlan(root, { rounds: 3, commits: 24, chance: chanceOf(7) });
    assert.equal(rounds.length, 3);
    assert.ok((rounds[0]?.found ?? 24) < 24, 'the first was killed on its way');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('a process killed while it fills an index leaves all that it acknowledged, and the next one goes on', async () => {
  const root = mkdtempSync(join(tmpdir(), 'unsealed-kill-'));
  try {
    const rounds = await killIndex(root, { rounds: 3, changes: 40, chance: chanceOf(7) });
    assert.equal(rounds.length, 3);
    assert.ok((rounds[0]?.covered ?? 40) < 40, 'the first was killed on its way');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('a process killed while it brings scans in and reads them leaves whole versions, and the next one ends the work', async () => {
  const root = mkdtempSync(join(tmpdir(), 'unsealed-kill-'));
  try {
    const rounds = await killWork(root, { documents: 3, rounds: 3, chance: chanceOf(7) });
    assert.equal(rounds.length, 3);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('a process killed while it makes a dump leaves only whole ones to be had, and the next run makes the right one', async () => {
  const root = mkdtempSync(join(tmpdir(), 'unsealed-kill-'));
  try {
    const moments = ['begun', 'manifest.json', '.standing.json', 0.8] as const;
    const rounds = await killExport(root, { documents: 300, moments });
    assert.ok(rounds.filter(({ isKilled }) => isKilled).length >= 2, JSON.stringify(rounds));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
