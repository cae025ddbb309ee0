import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Agent } from '../agent.ts';
import { blockingKeysOf } from './blocking-keys.ts';
import { comparePersons } from './compare-persons.ts';
import { foldName } from './fold-name.ts';
import { nameKeysOf, sortFormOf } from './name-keys.ts';
import { readPersonName } from './person-name.ts';
import { parseLanguage, UNDETERMINED } from '../language.ts';

const person = (form: string, note = '', more: Partial<Agent> = {}): Agent => ({
  kind: 'agent',
  agentKind: 'person',
  identifiers: [],
  names: [{ form, kind: 'preferred' }],
  notes: note === '' ? [] : [{ text: note, lang: parseLanguage('en') ?? UNDETERMINED }],
  links: [],
  attestations: [],
  ...more,
});

const FOLDED: readonly (readonly [string, string])[] = [
  ['Dulles, John Foster', 'dulles john foster'],
  ['Ch’en Ch’eng', 'chen cheng'],
  ["Ch'En Ch'Eng", 'chen cheng'],
  ['T.V. Soong', 't v soong'],
  ['Chou En-lai', 'chou en lai'],
  ['Perón, Juan', 'peron juan'],
  ['Hammarskjöld, Dag', 'hammarskjold dag'],
  ['Ørsted', 'orsted'],
  ['Сталин, И. В.', 'сталин и в'],
  ['Андрей', 'андрей'],
  ['Пётр', 'петр'],
  ['周恩来', '周恩来'],
  ['박정희', '박정희'],
  ['  O’Neill,  Thomas P. (Tip) ', 'oneill thomas p tip'],
  ['', ''],
  ['…', ''],
];
test('names are folded for comparing', () => {
  for (const [form, folded] of FOLDED) assert.equal(foldName(form), folded, form);
});

const READ: readonly (readonly [string, string])[] = [
  ['Dulles, John Foster', 'dulles/john foster'],
  ['Acheson, Dean G.', 'acheson/dean g'],
  ['Soong, T. V.', 'soong/t v'],
  ['T.V. Soong', 'soong/t v'],
  ['John Foster Dulles', 'dulles/john foster; john/foster dulles'],
  ['Chou En-lai', 'enlai/chou; chou/enlai'],
  ['Chou En-lai (Zhou Enlai)', 'enlai/chou; chou/enlai; enlai/zhou; zhou/enlai'],
  ['Bowen, General Frank Sayles, Jr.', 'bowen/frank sayles jr'],
  ['Goodpaster, Lieutenant General Andrew J.', 'goodpaster/andrew j'],
  ['MacArthur, Douglas, II', 'macarthur/douglas ii'],
  ['MacArthur, Douglas II', 'macarthur/douglas ii'],
  ['Chiang Kai-shek, Generalissimo', 'kaishek/chiang; chiang/kaishek'],
  ['Kennedy, Edward M. “Ted”', 'kennedy/edward m "ted"'],
  ['Bohlen, Charles E. (Chip)', 'bohlen/charles e "chip"'],
  [
    'Home, Lord (Alexander Frederick Douglas)',
    'home/alexander frederick douglas; douglas/alexander frederick; alexander/frederick douglas',
  ],
  ['Barnes, Tracy (Playdon, William D.)', 'barnes/tracy; playdon/william d'],
  ['Prince Norodom Sihanouk', 'sihanouk/norodom; norodom/sihanouk'],
  ['Persons, General Wilton B. (ret.)', 'persons/wilton b'],
  ['Paul, Perry, V.', 'paul/perry v'],
  ['Starke', 'starke/'],
  ['Сталин, И. В.', 'сталин/и в'],
  ['', ''],
  ['?!', ''],
];
test('the parts of a name are read', () => {
  for (const [form, expected] of READ) {
    const names = readPersonName(form).map(
      ({ family, forenames, suffix, nicknames }) =>
        `${family}/${[...forenames, ...(suffix ? [suffix] : []), ...nicknames.map((nick) => `"${nick}"`)].join(' ')}`,
    );
    assert.equal(names.join('; '), expected, form);
  }
});

type Row = readonly [
  verdict: 'same' | 'maybe' | 'different',
  a: readonly [form: string, note?: string],
  b: readonly [form: string, note?: string],
];
const STATE = 'Secretary of State until January 1953';
const PAIRS: readonly Row[] = [
  ['same', ['Acheson, Dean', STATE], ['Acheson, Dean G.', 'Secretary of State, 1949–1953']],
  [
    'same',
    ['Dulles, John Foster', 'Secretary of State'],
    ['John Foster Dulles', 'Consultant to the Secretary of State'],
  ],
  ['same', ['Dulles, John Foster'], ['Dulles, John Foster', 'Senator from New York, 1949']],
  [
    'same',
    ['Khrushchev, Nikita Sergeevich', 'Chairman of the Council of Ministers of the Soviet Union'],
    ['Khrushchev, Nikita S.', 'First Secretary, Communist Party of the Soviet Union'],
  ],
  [
    'same',
    ['Ch’en Ch’eng', 'Vice President of the Republic of China'],
    ["Ch'En Ch'Eng", 'Vice President and Premier'],
  ],
  ['same', ['Goodpaster, Colonel Andrew J.', 'Staff Secretary'], ['Goodpaster, Andrew J.', 'General, USA']],
  [
    'same',
    ['Chou En-lai (Zhou Enlai)', 'Premier and Foreign Minister'],
    ['Zhou Enlai', 'Foreign Minister, then Premier'],
  ],
  ['maybe', ['Acheson, Dean', STATE], ['Acheson, Dean G.', 'lawyer in Boston']],
  ['maybe', ['Brown, George', 'General'], ['Brown, George', 'labor attaché']],
  ['maybe', ['Dulles, John Foster', 'Secretary of State'], ['Dulles, J. F.', 'Secretary of State']],
  ['maybe', ['T.V. Soong', 'Foreign Minister'], ['Soong, T. V.', 'Foreign Minister']],
  ['maybe', ['Smith, Walter Bedell', 'Under Secretary of State'], ['Smith, W.', 'Under Secretary of State']],
  ['maybe', ['MacArthur, Douglas', 'General'], ['MacArthur, Douglas, II', 'Counselor']],
  ['maybe', ['Hoover, Herbert', 'President'], ['Hoover, Herbert, Jr.', 'Under Secretary']],
  ['maybe', ['Cleveland, J. Harlan', 'Assistant Secretary'], ['Cleveland, Harlan', 'Assistant Secretary']],
  ['maybe', ['Kennedy, Edward M. “Ted”', 'Senator'], ['Kennedy, Ted', 'Senator']],
  ['maybe', ['Cochran, William P.', 'Counselor'], ['Cochran, Bill', 'Counselor']],
  ['maybe', ['Henderson, Loy W.', 'Ambassador to Iran'], ['Henderson, Loy J.', 'Ambassador to Iran']],
  ['maybe', ['Jones, John Paul', 'Officer in 1914'], ['Jones, John Paul', 'Ambassador in 1970']],
  [
    'maybe',
    ['Malik, Yakov Aleksandrovich', 'Soviet Representative'],
    ['Malik, Yakov Aleksandrovich', 'British journalist'],
  ],
  [
    'maybe',
    ['Chiang Kai-shek', 'President of the Republic of China'],
    ['Chiang Kai-shek, Madame', 'wife of the President of the Republic of China'],
  ],
  ['maybe', ['Starke'], ['Starke']],
  ['different', ['Johnson, J.', 'Consul from 1914'], ['Johnson, J.', 'Consul from 1970']],
  ['different', ['Johnson, U. Alexis'], ['Johnson, Lyndon B.']],
  ['different', ['Johnson, U. Alexis'], ['Johnson, Robert H.']],
  ['different', ['Dulles, John Foster', STATE], ['Dulles, Allen W.', STATE]],
  ['different', ['Smith, Walter Bedell'], ['Smith, K. Wayne']],
  [
    'different',
    ['Rogers, William P.', 'Secretary of State'],
    ['Rogers, William D.', 'Assistant Secretary for Latin America'],
  ],
  ['different', ['Lodge, Henry Cabot, Jr.'], ['Lodge, Henry Cabot, Sr.']],
  ['different', ['Starke'], ['Starke, Helmut']],
  ['different', ['Kennedy, Robert F.', 'Attorney General'], ['Kennedy, John F.', 'President']],
  ['different', [''], ['']],
];
for (const [verdict, [a, aNote], [b, bNote]] of PAIRS)
  test(`${a} (${aNote ?? ''}) and ${b} (${bNote ?? ''}): ${verdict}`, () => {
    const [one, other] = [person(a, aNote), person(b, bNote)];
    assert.equal(comparePersons(one, other).verdict, verdict);
    assert.equal(comparePersons(other, one).verdict, verdict, 'the other way round');
    assert.notEqual(comparePersons(one, other).reason, '');
  });

test('lives of other years keep two namesakes apart', () => {
  const [a, b] = ['1888/1959', '1914/1980'].map((years) => person('Dulles, John Foster', STATE, { years }));
  assert.ok(a && b);
  assert.equal(comparePersons(a, b).verdict, 'maybe');
});

test('a body is never the same person', () => {
  const body = person('Acheson, Dean', STATE, { agentKind: 'body' });
  assert.equal(comparePersons(body, person('Acheson, Dean', STATE)).verdict, 'different');
});

const word = fc.constantFrom(
  'John',
  'J.',
  'F.',
  'Foster',
  'Bill',
  'William',
  'W',
  'En-lai',
  'Jr.',
  'General',
  'Lord',
  'Ted',
  '“Ted”',
  '(Bill)',
);
const anyName = fc
  .tuple(
    fc.constantFrom('Smith', 'Chou', 'Van Deman', 'Starke'),
    fc.array(word, { maxLength: 4 }),
    fc.boolean(),
  )
  .map(([family, words, inverted]) =>
    inverted ? `${family}, ${words.join(' ')}` : [...words, family].join(' '),
  );

test('two who are the same or maybe so share a blocking key', () => {
  fc.assert(
    fc.property(anyName, anyName, (a, b) => {
      const [one, other] = [person(a, STATE), person(b, STATE)];
      if (comparePersons(one, other).verdict === 'different') return;
      const keys = new Set(blockingKeysOf(one));
      assert.ok(
        blockingKeysOf(other).some((key) => keys.has(key)),
        `${a} | ${b}`,
      );
    }),
    { seed: 1945, numRuns: 2000 },
  );
});

test('no text is too odd to be a name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      nameKeysOf(person(text));
      comparePersons(person(text), person(`${text}, ${text}`));
      sortFormOf({ form: text });
    }),
    { seed: 1945, numRuns: 1000 },
  );
  assert.ok(nameKeysOf(person('((“,'.repeat(250_000))).length < 50);
});

test('a person is found by name, inverted name, initials and blocking keys', () => {
  const keys = nameKeysOf(person('John Foster Dulles'));
  for (const key of ['john foster dulles', 'dulles john foster', 'dulles j f', 'dulles j*', 'dulles f*'])
    assert.ok(keys.includes(key), key);
  for (const key of blockingKeysOf(person('Dulles, John Foster')))
    assert.ok(nameKeysOf(person('Dulles, John Foster')).includes(key), key);
});

test('other authorities are found by their folded names, each once', () => {
  const body = person('The Presidium', '', {
    agentKind: 'body',
    names: [
      { form: 'Politburo', kind: 'preferred' },
      { form: 'POLITBURO', kind: 'variant' },
      { form: '—', kind: 'variant' },
    ],
  });
  assert.deepEqual(nameKeysOf(body), ['politburo', '=politburo']);
  assert.deepEqual(blockingKeysOf(body), []);
});

const SORTED: readonly (readonly [string, string])[] = [
  ['Dulles, John Foster', 'dulles john foster'],
  ['Prince Norodom Sihanouk', 'norodom sihanouk'],
  ['The Hague', 'hague'],
  ['Lord, Winston', 'lord winston'],
  ['Chou En-lai', 'chou en lai'],
  ['General Assembly', 'general assembly'],
  ['The', 'the'],
];
test('names are put in order without articles and titles', () => {
  for (const [form, sorted] of SORTED) assert.equal(sortFormOf({ form }), sorted, form);
});

test('a name turned round is no other name: Walter Cronkite is no Mr Walter', () => {
  const person = (form: string, turned: string): Agent => ({
    kind: 'agent',
    agentKind: 'person',
    identifiers: [],
    names: [
      { form, kind: 'preferred' },
      { form: turned, kind: 'variant' },
    ],
    notes: [],
    links: [],
    attestations: [],
  });
  const [one, other] = [
    person('Twicker, Walter C.', 'Walter C. Twicker'),
    person('Cronkite, Walter', 'Walter Cronkite'),
  ];
  assert.equal(comparePersons(one, other).verdict, 'different');
});
