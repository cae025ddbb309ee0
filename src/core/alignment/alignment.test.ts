import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { makeId } from '../id.ts';
import { parseLanguage, UNDETERMINED } from '../language.ts';
import { blockId, type Block, type Inline } from '../text.ts';
import { bestPath } from './best-path.ts';
import { guessLinks, MOST_PASSAGES, type Manner, type Passage } from './guess-links.ts';
import { passagesOfText } from './passages.ts';
import { guessRevision, linksById } from './revision.ts';
import { rowsBeside, type Beside } from './rows-beside.ts';
import { NO_NAMES, signsOf, type KnownNames } from './signs.ts';

const REUTER = makeId('agent', '00000001');
const NAMES: KnownNames = {
  byKey: new Map([['reuter', REUTER]]),
  byForm: new Map(['рейтер', 'reuter'].map((form) => [form, [{ terms: [form], to: REUTER }]] as const)),
};

const paragraph = (at: number, ...content: readonly Inline[]): Block => ({
  kind: 'paragraph',
  id: blockId(at),
  content,
});
const tag = (text: string) => parseLanguage(text) ?? UNDETERMINED;
const passages = (from: number, ...texts: readonly string[]): readonly Passage[] =>
  passagesOfText(
    { blocks: texts.map((text, at) => paragraph(from + at, text)), notes: [] },
    NAMES,
    tag(/[а-я]/.test(texts.join('')) ? 'ru' : 'de'),
  );

/** "0-0 1-1+2": places of the first, of the second. */
function said(
  one: readonly Passage[],
  other: readonly Passage[],
  links: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[],
): string {
  const at = (among: readonly Passage[], ids: readonly string[]): string =>
    ids.map((id) => among.findIndex((passage) => passage.id === id)).join('+');
  return links.map(({ from, to }) => `${at(one, from)}-${at(other, to)}`).join(' ');
}

describe('what a passage is known by', () => {
  const cases: readonly (readonly [name: string, lang: string, text: string, keys: readonly string[]])[] = [
    ['a day in German', 'de', 'am 2. Dezember 1957', ['#2', '#1957', 'm:12', 'd:1957-12-02']],
    ['the same in English', 'en', 'December 2, 1957', ['m:12', 'd:1957-12-02']],
    ['the same in Russian', 'ru', '2 декабря 1957 г.', ['m:12', 'd:1957-12-02']],
    ['the same in Chinese', 'zh', '1957年12月2日', ['m:12', 'd:1957-12-02']],
    ['Arabic digits', 'ar', 'سنة ١٩٥٧', ['#1957']],
    ['a number in words', 'de', 'Er aß sieben Stück', ['#7']],
    ['another', 'ru', 'Он съел семь', ['#7']],
    ['a form of a known name', 'ru', 'сказал Рейтер', [`n:${REUTER}`]],
    ['a Cyrillic name in Latin letters', 'ru', 'г-жа Костина', ['w:kosti']],
  ];
  for (const [name, lang, text, keys] of cases)
    test(name, () => {
      const signs = signsOf(paragraph(1, text), NAMES, tag(lang));
      for (const key of keys) assert.ok(signs.has(key), `${key} of ${[...signs.keys()].join(' ')}`);
    });

  test('"once" is eleven in Spanish only', () => {
    assert.ok(signsOf(paragraph(1, 'once barcos'), NO_NAMES, tag('es')).has('#11'));
    assert.ok(!signsOf(paragraph(1, 'at once'), NO_NAMES, tag('en')).has('#11'));
  });

  test('May, which also may be a word, is a month only beside a number', () => {
    assert.ok(signsOf(paragraph(1, 'on 3 May'), NO_NAMES, tag('en')).has('m:5'));
    assert.ok(!signsOf(paragraph(1, 'he may go'), NO_NAMES, tag('en')).has('m:5'));
  });

  test('whom a bound name means, and the day that a date gives', () => {
    const signs = signsOf(
      paragraph(1, { kind: 'name', of: 'agent', key: 'reuter', content: ['R.'] }),
      NAMES,
      tag('de'),
    );
    assert.ok(signs.has(`n:${REUTER}`));
  });
});

const GERMAN = passages(
  0,
  'Am 2. Dezember 1957 eröffnete der Hafenmeister um 15 Uhr die Sitzung mit einer Bitte.',
  'Es gab Tee, den niemand trank, und danach wurde lange geschwiegen.',
  'Der Oberst aß sieben Stück Gebäck und sagte den ganzen Abend lang nichts.',
  'Reuter flüsterte, wer so schnell nachgebe, der habe etwas getan.',
);
const RUSSIAN = passages(
  100,
  'Полковник съел семь пирожных и весь вечер ничего не говорил.',
  'Рейтер шепнул, что кто так быстро уступает, тот что-то сделал.',
);

const WITHOUT_TEA = [
  ...passages(99, '2 декабря 1957 года в 15 часов капитан порта открыл заседание с одной просьбой.'),
  ...RUSSIAN,
];

describe('what answers to what is guessed', () => {
  const cases: readonly (readonly [Manner, readonly Passage[], readonly Passage[], string])[] = [
    ['translation', GERMAN, WITHOUT_TEA, '0-0 2-1 3-2'],
    ['translation', WITHOUT_TEA, GERMAN, '0-0 1-2 2-3'],
    ['account', GERMAN, RUSSIAN, '2-0 3-1'],
    ['account', GERMAN, passages(200, 'Nothing of the kind.', 'Nor this.'), ''],
    ['translation', [], RUSSIAN, ''],
  ];
  for (const [manner, one, other, expected] of cases)
    test(`${manner}: ${one.length} beside ${other.length}`, () =>
      assert.equal(said(one, other, guessLinks(one, other, manner)), expected));

  test('says what made the link', () => {
    const [first, second] = guessLinks(GERMAN, RUSSIAN, 'account');
    assert.deepEqual(first?.shared, [{ kind: 'number', words: 'sieben' }]);
    assert.deepEqual(second?.shared, [{ kind: 'name', to: REUTER }]);
  });

  test('what is known is kept to: only what lies between is guessed', () => {
    const known = [{ from: [blockId(3)], to: [blockId(100)], basis: 'by-hand' as const }];
    assert.equal(said(GERMAN, RUSSIAN, guessLinks(GERMAN, RUSSIAN, 'account', known)), '');
  });

  test('longer texts than can be looked at are not guessed at', () => {
    const [one] = GERMAN;
    assert.ok(one);
    const many = Array.from({ length: MOST_PASSAGES + 1 }, () => one);
    assert.deepEqual(guessLinks(many, RUSSIAN, 'account'), []);
  });

  test('links never cross, and name each passage once at most', () => {
    const sentences = fc.array(
      fc.constantFrom('Reuter 212', '2 May 1957', 'the light', 'tea, tea', 'Rock 7'),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(sentences, sentences, fc.constantFrom<Manner>('account', 'translation'), (a, b, manner) => {
        const [one, other] = [passages(0, ...a), passages(100, ...b)];
        let [at, otherAt] = [-1, -1];
        for (const { from, to } of guessLinks(one, other, manner)) {
          for (const id of from) at = later(one, id, at);
          for (const id of to) otherAt = later(other, id, otherAt);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

function later(among: readonly Passage[], id: string, before: number): number {
  const at = among.findIndex((passage) => passage.id === id);
  assert.ok(at > before);
  return at;
}

describe('two states of one text', () => {
  test('passages of the same id belong together, and those that changed places do not', () => {
    const [a, b, c] = passages(0, 'one', 'two', 'three');
    assert.ok(a && b && c);
    assert.equal(said([a, b, c], [b, c, a], linksById([a, b, c], [b, c, a])), '1-0 2-1');
  });

  test('what was held back stands beside what is open now, where as many are between', () => {
    const then = passages(
      0,
      'I was told the following in the evening.',
      'paragraph, 5 lines',
      'I recommend that nobody ask.',
    );
    const now = passages(
      100,
      'I was told the following in the evening.',
      'In October an order was sent inside a tin of wick.',
      'I recommend that nobody ask.',
    );
    const links = guessRevision(then, now, []);
    assert.deepEqual(said(then, now, links).split(' ').toSorted(), ['0-0', '1-1', '2-2']);
  });

  test('unequal counts are not paired by order', () => {
    const [then, now] = [passages(0, 'xxxx'), passages(100, 'yyyy', 'zzzz')];
    assert.deepEqual(guessRevision(then, now, []), []);
  });
});

describe('rows', () => {
  const tie = (texts: readonly [number, number], ...places: readonly string[]): Beside => ({
    texts,
    stretches: places.map((place) => {
      const [from = 0, to = 0, otherFrom = 0, otherTo = 0] = place.split(/[-=]/).map(Number);
      return { from, to, otherFrom, otherTo };
    }),
  });
  const cases: readonly (readonly [
    name: string,
    lengths: readonly number[],
    beside: readonly Beside[],
    expected: string,
  ])[] = [
    ['what has no partner has a row of its own', [3, 2], [tie([0, 1], '2-3=0-1')], '0| 1| 2|0 |1'],
    ['nothing linked', [1, 1], [tie([0, 1])], '0| |0'],
    [
      'several to several, of three texts',
      [3, 2, 2],
      [tie([0, 1], '0-2=0-1'), tie([0, 2], '1-3=1-2')],
      '||0 012|0|1 |1|',
    ],
    ['no text at all', [0, 0], [], ''],
    [
      'what the second and the third alone tell',
      [2, 2, 2],
      [tie([0, 1], '0-1=0-1'), tie([1, 2], '1-2=0-1')],
      '0|0| |1|0 1|| ||1',
    ],
    [
      'what the third and the fourth tell before all others',
      [1, 1, 2, 2],
      [tie([0, 1], '0-1=0-1'), tie([0, 2], '0-1=1-2'), tie([2, 3], '0-1=0-1')],
      '||0|0 0|0|1| |||1',
    ],
    [
      'what crosses between the second and the third is one row',
      [2, 2, 2],
      [tie([0, 1], '0-1=0-1', '1-2=1-2'), tie([0, 2], '0-1=1-2'), tie([1, 2], '1-2=0-1')],
      '01|01|01',
    ],
  ];
  for (const [name, lengths, beside, expected] of cases)
    test(name, () => {
      const rows = rowsBeside(lengths, beside).map((row) =>
        row.map(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n).join('')).join('|'),
      );
      assert.equal(rows.join(' '), expected);
    });

  test('each passage stands once, in the order of its text, whatever answers to what', () => {
    const span = fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 2 }));
    const ties = fc.array(
      fc.record({ texts: fc.constantFrom([0, 1], [0, 2], [1, 2] as const), one: span, other: span }),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(ties, (all) => {
        const beside = all.map(
          ({ texts: [one = 0, other = 1], one: [from, size], other: [otherFrom, otherSize] }) => ({
            texts: [one, other] as const,
            stretches: [{ from, to: from + size, otherFrom, otherTo: otherFrom + otherSize }],
          }),
        );
        const rows = rowsBeside([7, 7, 7], beside);
        for (const text of [0, 1, 2])
          assert.deepEqual(
            rows.flatMap((row) => {
              const { from = 0, to = 0 } = row[text] ?? {};
              return Array.from({ length: to - from }, (_, at) => from + at);
            }),
            [0, 1, 2, 3, 4, 5, 6],
          );
        for (const {
          texts: [one, other],
          stretches: [stretch],
        } of beside)
          assert.ok(
            rows.some((row) => includes(row[one], stretch?.from) && includes(row[other], stretch?.otherFrom)),
          );
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});

const includes = (span: { readonly from: number; readonly to: number } | undefined, at = -1): boolean =>
  span !== undefined && span.from <= at && at < span.to;

test('the best path goes through all, and looks at a bounded part of long texts', () => {
  let looked = 0;
  const path = bestPath(2000, 1500, {
    bead: (_, __, ones, others) => {
      looked++;
      return ones === 1 && others === 1 ? 1 : -5;
    },
    gapOne: () => -1,
    gapOther: () => -1,
  });
  assert.equal(
    path.reduce((sum, { ones }) => sum + ones, 0),
    2000,
  );
  assert.equal(
    path.reduce((sum, { others }) => sum + others, 0),
    1500,
  );
  assert.ok(looked < 6 * 420_000, String(looked));
});
