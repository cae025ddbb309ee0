import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HandoutBlock } from '../../core/handout.ts';
import { handoutWith, paragraph } from '../../../test/support/fake-handout.ts';
import { textOfPdf } from '../../../test/support/pdf-text.ts';
import { handoutPrinter } from './handout-printer.ts';

const long = (count: number): readonly HandoutBlock[] =>
  Array.from({ length: count }, () => paragraph('Filler. '.repeat(40)));

test('handouts are set in a thread, one after the other, each its own', async () => {
  const printer = handoutPrinter();
  const printed = await Promise.all(
    ['first', 'second', 'third'].map((word) => printer.print(handoutWith([paragraph(`The ${word} text.`)]))),
  );
  const texts = await Promise.all(printed.map(async (one) => (one.ok ? textOfPdf(one.value) : [])));
  await printer.close();
  assert.deepEqual(
    texts.map(([page]) => /The (\w+) text/.exec(page ?? '')?.[1]),
    ['first', 'second', 'third'],
  );
});

test('what is too long in pages is refused, and the next is set', async () => {
  const printer = handoutPrinter({ mostPages: 2 });
  const [refused, next] = [
    await printer.print(handoutWith(long(300))),
    await printer.print(handoutWith([paragraph('Short.')])),
  ];
  await printer.close();
  assert.equal(refused.ok ? '' : refused.problem.code, 'handout-too-long');
  assert.ok(next.ok);
});

test('what is too long in time is ended, and the next is set by another thread', async () => {
  const printer = handoutPrinter({ timeLimitMs: 1, mostPages: 5000 });
  const refused = await printer.print(handoutWith(long(3000)));
  await printer.close();
  assert.equal(refused.ok ? '' : refused.problem.code, 'handout-too-long');
  const patient = handoutPrinter();
  assert.ok((await patient.print(handoutWith([paragraph('Short.')]))).ok);
  await patient.close();
});

test('too many at once are told to come again', async () => {
  const printer = handoutPrinter({ mostWaiting: 2 });
  const all = await Promise.all(
    Array.from({ length: 5 }, () => printer.print(handoutWith([paragraph('Short.')]))),
  );
  await printer.close();
  assert.deepEqual(
    all.map((one) => (one.ok ? 'set' : one.problem.code)),
    ['set', 'set', 'handout-busy', 'handout-busy', 'handout-busy'],
  );
});
