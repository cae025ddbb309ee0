import { INVENTED, align, at, date, document, en, key, title, transcription, who } from './build.ts';
import type { Entry } from './build.ts';
import { aldmere, inFirst } from './dossier-shelves.ts';
import { cl, held, note, op, p } from './text.ts';
import { facsimileOf } from './scans.ts';

const BOARD = 'Aldmere Records Release Board';
const OPENER =
  'MEMORANDUM. The Source on the Rock. {p brandsee|Brandsee}, {d 1957-11-14|14 November 1957}. Top Secret. One copy, by bag.';

const r1 = transcription('t-en-1985', 'en', 1000, [
  op(OPENER),
  p(
    '1. I was told the following on the evening of 13 November by {r name not released; name 1; s. 4(1)(b)}, who was not sober.',
  ),
  p(
    '2. {r less than 1 line not released; line 1 about; s. 4(1)(a); r2: N IV has had a source} on {p skarn|Skarn Rock} {r 1½ lines not released; line 1.5; s. 4(1)(a); r3: since 1954, under the cover name LOTSE. He is the Velgorian keeper, Matvei Sorin.} His reports are read by three persons and believed by two.',
  ),
  held(
    'paragraph 3, 5 lines, not released; line 5; s. 4(1)(a), s. 6; r2: In October N IV sent LOTSE, inside a tin of wick, an order to report “any occasion on which the light might be made to fail”. On 11 November the light failed. N IV has concluded that its source took the order for a command, and that under Article 3 of the Convention Halvern has therefore attacked Velgora.',
  ),
  p(
    '4. The Foreign Office has been told. {a falk|Dr. Falk} asked whether {r 1 line not released; line 1; s. 6; r2: the order could be produced. It could not; it was in the tin.}',
  ),
  p(
    '5. {r 3 lines not released; line 3; s. 6; r2: It follows that Halvern will give way at any meeting at which it is not asked who put out the light, and will fight at any meeting at which it is.} I recommend that nobody ask.',
  ),
  held(
    'paragraph 6, 3 lines, not released; line 3; s. 4(1)(a), s. 4(1)(b), s. 6; r3: I have since been told by [name] that the Third Department at Stavin has a person on the Rock as well, and fears what N IV fears. If so, each side believes that it was itself. There are only two persons on the Rock.',
  ),
  cl(
    '{a tarn|E. TARN}{br}Annex A: chart. Annex B: {r title of annex not released; line 1 about; s. 4(1)(a); r2: assessment of the second keeper}',
    'right',
  ),
]);
const r2 = transcription('t-en-1998', 'en', 2000, [
  op(OPENER),
  p(
    '1. I was told the following on the evening of 13 November by {r name not released; name 1; s. 4(1)(b)}, who was not sober.',
  ),
  p(
    '2. {t n-iv|N IV} has had a source on {p skarn|Skarn Rock} since 1954, under the cover name {t lotse|LOTSE}. {r name and nationality not released; name 1; s. 4(1)(a); r3: He is the Velgorian keeper, Matvei Sorin.} His reports are read by three persons and believed by two.',
  ),
  p(
    '3. In October {t n-iv|N IV} sent {t lotse|LOTSE}, inside a tin of wick, an order to report “any occasion on which the light might be made to fail”. On 11 November the light failed. N IV has concluded that its source took the order for a command, and that under Article 3 of the {i sample:skarn-convention|Convention} Halvern has therefore attacked Velgora.',
  ),
  p(
    '4. The Foreign Office has been told. {a falk|Dr. Falk} asked whether the order could be produced. It could not; it was in the tin.',
  ),
  p(
    '5. It follows that {p halvern|Halvern} will give way at any meeting at which it is not asked who put out the light, and will fight at any meeting at which it is. I recommend that nobody ask.',
  ),
  held(
    'paragraph 6, 3 lines, not released; line 3; s. 4(1)(a), s. 4(1)(b); r3: I have since been told by [name] that the Third Department at Stavin has a person on the Rock as well, and fears what N IV fears. If so, each side believes that it was itself. There are only two persons on the Rock.',
  ),
  cl(
    '{a tarn|E. TARN}{br}Annex A: chart. Annex B: {i sample:annex-b|assessment of the second keeper}',
    'right',
  ),
]);
const r3 = transcription(
  't-en-2012',
  'en',
  3000,
  [
    op(`${OPENER}{n *}`),
    p(
      '1. I was told the following on the evening of 13 November by {r name not released; name 1; s. 4(1)(b)}, who was not sober.',
    ),
    p(
      '2. {t n-iv|N IV} has had a source on {p skarn|Skarn Rock} since 1954, under the cover name {t lotse|LOTSE}. He is the Velgorian keeper, {a sorin|Matvei Sorin}. His reports are read by three persons and believed by two.{n 1}',
    ),
    p(
      '3. In October {t n-iv|N IV} sent {t lotse|LOTSE}, inside a tin of wick, an order to report “any occasion on which the light might be made to fail”. On 11 November the light failed. N IV has concluded that its source took the order for a command, and that under Article 3 of the {i sample:skarn-convention|Convention} Halvern has therefore attacked Velgora.',
    ),
    p(
      '4. The Foreign Office has been told. {a falk|Dr. Falk} asked whether the order could be produced. It could not; it was in the tin.',
    ),
    p(
      '5. It follows that {p halvern|Halvern} will give way at any meeting at which it is not asked who put out the light, and will fight at any meeting at which it is. I recommend that nobody ask.',
    ),
    p(
      '6. I have since been told by {r name not released; name 1; s. 4(1)(b)} that the Third Department at {p stavin|Stavin} has a person on the Rock as well, and fears what N IV fears. If so, each side believes that it was itself. There are only two persons on the Rock.',
    ),
    cl(
      '{a tarn|E. TARN}{br}Annex A: chart. Annex B: {i sample:annex-b|assessment of the second keeper}',
      'right',
    ),
  ],
  [
    note(
      '*',
      'Three releases of one paper. Read the last paragraph in each: it is what the Board thought about longest.',
      'source',
    ),
    note('1', 'One of the reports is {i sample:lotse-birds|here}.', 'editorial'),
  ],
);

export const releasedDocuments: readonly Entry[] = [
  document('source-on-the-rock', {
    titles: [title('Memorandum: The Source on the Rock', 'original')],
    summaries: [
      en(
        'What an officer of N IV told Aldmere’s second secretary over a bottle: why Halvern was afraid, and of whom. Let out three times, each time by a little more.',
      ),
    ],
    dates: [date('14 November 1957', '1957-11-14')],
    genre: 'Memorandum',
    contributions: who(
      'author|E. Tarn|tarn|Legation, Brandsee',
      'recipient|Dominion Office|dominion-office|Carrow',
      'subject|LOTSE|sorin',
    ),
    places: [...at('written-at', 'brandsee'), ...at('about', 'skarn', 'halvern')],
    subjects: [key('intelligence'), key('lighthouses')],
    languages: [r3.language],
    marking: { classification: 'Top Secret', handling: ['One copy', 'By bag'] },
    numbers: [{ numberKind: 'file', value: 'DO 31/57/14' }],
    source: aldmere('14-15'),
    releases: [
      {
        key: 'r1',
        date: '1985-06-03',
        authority: BOARD,
        caseNumber: '85-0114',
        outcome: 'part',
        exemptions: ['s. 4(1)(a)', 's. 4(1)(b)', 's. 6'],
        words: 'Sources, names, and relations with other states.',
        rendition: 't-en-1985',
      },
      {
        key: 'r2',
        date: '1998-11-11',
        authority: BOARD,
        caseNumber: '98-0702',
        outcome: 'part',
        exemptions: ['s. 4(1)(a)', 's. 4(1)(b)'],
        words: 'On appeal; relations with other states no longer claimed.',
        rendition: 't-en-1998',
      },
      {
        key: 'r3',
        date: '2012-02-20',
        authority: BOARD,
        caseNumber: '2011-0031',
        outcome: 'part',
        exemptions: ['s. 4(1)(b)'],
        words: 'The names of two officers remain withheld.',
        rendition: 't-en-2012',
      },
    ],
    renditions: [r3, r2, r1, ...facsimileOf('source-on-the-rock')],
    alignments: [align(r1, r2), align(r2, r3), align(r1, r3)],
    related: [
      { document: key('annex-b'), relation: 'encloses' },
      { document: key('telegram-212-carrow'), relation: 'related', words: 'Announces it' },
    ],
    identifiers: [{ scheme: 'former', value: '570011' }],
    collections: inFirst(11),
    invented: INVENTED,
  }),
  document('annex-b', {
    titles: [title('Annex B to the Memorandum on the Source on the Rock: Assessment of the Second Keeper')],
    summaries: [
      en(
        'Nine leaves on Anna Terling, of which no word has been let out. Requests were refused in 1985, 1998 and 2012.',
      ),
    ],
    dates: [date('November 1957, day not known', '1957-11')],
    genre: 'Assessment',
    contributions: who(
      'subject|the second keeper|terling',
      'recipient|Dominion Office|dominion-office|Carrow',
    ),
    places: at('about', 'skarn'),
    subjects: [key('intelligence')],
    marking: { classification: 'Top Secret', handling: [] },
    source: aldmere('16-24'),
    releases: [
      {
        key: 'r1',
        date: '1985-06-03',
        authority: BOARD,
        caseNumber: '85-0114',
        outcome: 'denied',
        exemptions: ['s. 4(1)(a)'],
      },
      {
        key: 'r2',
        date: '1998-11-11',
        authority: BOARD,
        caseNumber: '98-0702',
        outcome: 'denied',
        exemptions: ['s. 4(1)(a)'],
      },
      {
        key: 'r3',
        date: '2012-02-20',
        authority: BOARD,
        caseNumber: '2011-0031',
        outcome: 'denied',
        exemptions: ['s. 4(1)(a)'],
        words: 'To be reviewed in 2032.',
      },
    ],
    related: [{ document: key('source-on-the-rock'), relation: 'enclosed-in' }],
    holding: {
      kind: 'not-held',
      reason: 'withheld-in-full',
      words:
        'Withheld in full by the Aldmere Records Release Board under s. 4(1)(a) of the Records Act; nine leaves.',
    },
    collections: inFirst(12),
    invented: INVENTED,
  }),
];
