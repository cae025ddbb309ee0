import {
  INVENTED,
  align,
  at,
  date,
  document,
  en,
  key,
  title,
  transcription,
  translation,
  who,
} from './build.ts';
import type { Entry } from './build.ts';
import { halvern, harbour, inFirst } from './dossier-shelves.ts';
import { cl, note, op, p, table } from './text.ts';
import { facsimileOf } from './scans.ts';

const logZh = transcription('t-zh', 'zh-Hant', 1000, [
  op('海燈輪航海日誌 一九五七年十一月十一日 {p lantern-strait|燈峽}，東行'),
  table('夜間記事', [
    '船鐘 ¦ 記事',
    '21:28 ¦ {p skarn|斯卡岩}燈在左舷前方，雙閃十五秒，甚明。',
    '21:42 ¦ 燈滅。非漸暗，乃一次遮滅。減速，鳴笛。',
    '21:58 ¦ 聞南方有輪船擱淺之聲，繼有人唱歌。',
    '22:25 ¦ 燈復明，雙閃十五秒如前。',
    '22:40 ¦ 兩國巡艇各一，皆問我船是否曾見對方熄燈。答曰：只見黑。',
  ]),
  p(
    '按：熄燈凡四十三分。燈滅之前，雙閃一度停頓，光定而不動，約半分鐘；其後即滅。余航海二十年，未見有人如此熄燈而懷惡意者。',
  ),
  cl('二副 {a shen-bonian|沈伯年} 謹記', 'right'),
]);

const logEn = translation(
  't-en',
  'en',
  't-zh',
  2000,
  [
    op(
      'Log of the steamer {e italic|Hai Deng}, 11 November 1957, {p lantern-strait|Lantern Strait}, eastbound',
    ),
    table('Entries of the night', [
      'Ship’s clock ¦ Entry',
      '21:28 ¦ {p skarn|Skarn} Light fine on the port bow, two flashes in fifteen seconds, very clear.',
      '21:42 ¦ Light gone. It did not fade; it was covered, all at once. Reduced speed, sounded the whistle.',
      '21:58 ¦ Heard a steamer take the ground to the south; then people singing.',
      '22:25 ¦ Light back, two flashes in fifteen seconds as before.',
      '22:40 ¦ Patrol boats of both countries, one each, asked us whether we had seen the other put out the light. Answered: we saw the dark.{n 1}',
    ]),
    p(
      'Remark: the light was out for forty-three minutes in all. Before it went, the flashing stopped, and the beam stood still and did not turn, for about half a minute; only then was it dark. In twenty years at sea I have not known a person put out a light in that manner who meant harm by it.',
    ),
    cl('Entered by {a shen-bonian|Shen Bonian}, second mate', 'right'),
  ],
  [
    note(
      '1',
      'The ship’s clock was two minutes fast on the time of the Rock. Nobody from either capital asked to see this log; it was sold with the ship in 1963.',
      'editorial',
    ),
  ],
);

const wirelessDe = transcription('t-de', 'de', 1000, [
  op('FUNKSPRUCH 17. FÄHRE ADELHEID AN HAFENAMT {p brandsee|BRANDSEE}. {d 1957-11-11|11.11.57}, 2205 UHR.'),
  p(
    '{p skarn|SKARNFEUER} SEIT 2140 AUS. AUFGELAUFEN {p skarn-bank|SKARNBANK} 2156. 61 PERSONEN AN BORD, KEINE VERLETZT. LAGE FEST. WASSER STEIGT AB MITTERNACHT. BRAUCHE KEINE MARINE.',
  ),
  p('EIN SCHULCHOR AN BORD. ER SINGT. KANN DAS NICHT ABSTELLEN.'),
  cl('{a reuter-ferry|REUTER}', 'right'),
]);

const wirelessEn = translation(
  't-en',
  'en',
  't-de',
  2000,
  [
    op(
      'WIRELESS MESSAGE 17.{n *} FERRY ADELHEID TO HARBOUR OFFICE {p brandsee|BRANDSEE}. {d 1957-11-11|11.11.57}, 22.05.',
    ),
    p(
      '{p skarn|SKARN LIGHT} OUT SINCE 21.40. AGROUND {p skarn-bank|SKARN BANK} 21.56. 61 PERSONS ABOARD, NONE HURT. SHIP STEADY. WATER RISES FROM MIDNIGHT. NEED NO NAVY.',
    ),
    p('A SCHOOL CHOIR ABOARD. IT IS SINGING. CANNOT STOP IT.'),
    cl('{a reuter-ferry|REUTER}', 'right'),
  ],
  [
    note(
      '*',
      'At 23.00 the Harbour Office told the newspapers: “Reuter reported the light out at 21.40.” It saw no need to say which Reuter.',
      'editorial',
    ),
  ],
);

export const nightDocuments: readonly Entry[] = [
  document('skarn-log-page', {
    titles: [title('Log of Skarn Light, the Page of 11 November 1957')],
    summaries: [
      en(
        'The page on which both keepers signed the cause of the darkness. Known from the Harbour Master’s note; cut from the book and not found.',
      ),
    ],
    dates: [date('11 November 1957', '1957-11-11')],
    genre: 'Log',
    contributions: who('author|Anna Terling|terling', 'author|Matvei Sorin|sorin'),
    places: at('written-at', 'skarn'),
    subjects: [key('lighthouses')],
    source: harbour('lights', 'S', '9', 'The book; the page is wanting'),
    related: [{ document: key('manari-note'), relation: 'mentioned-in', words: 'The one who cut it' }],
    holding: {
      kind: 'not-held',
      reason: 'not-found',
      words:
        'Cut from the log with a straight blade before the book reached the Harbour Records. Not found in 1958, 1966 or 1994.',
    },
    collections: inFirst(5),
    invented: INVENTED,
  }),
  document('hai-deng-log', {
    titles: [
      title('Log of the Steamer Hai Deng in the Lantern Strait'),
      title('海燈輪航海日誌', 'original', 'zh-Hant'),
    ],
    summaries: [
      en('A second mate with no side in the matter times the darkness to the minute and notes how it began.'),
    ],
    dates: [date('11 November 1957', '1957-11-11')],
    genre: 'Log',
    contributions: who('author|沈伯年|shen-bonian'),
    places: [...at('written-at', 'lantern-strait'), ...at('about', 'skarn')],
    subjects: [key('lighthouses'), key('navigation')],
    languages: [logZh.language],
    source: harbour('ships', 'H', '2'),
    renditions: [logZh, logEn],
    alignments: [align(logZh, logEn)],
    collections: inFirst(6),
    invented: INVENTED,
  }),
  document('adelheid-wireless', {
    titles: [
      title('Wireless Message of the Ferry Adelheid, Aground on the Skarn Bank'),
      title('Funkspruch 17 der Fähre Adelheid', 'original', 'de'),
    ],
    summaries: [
      en('Captain Reuter reports the light out, his ship aground, his passengers unhurt, and a choir.'),
    ],
    dates: [date('11 November 1957, 22:05', '1957-11-11', { kind: 'sent', time: { hour: 22, minute: 5 } })],
    genre: 'Telegram',
    contributions: who('sender|REUTER|reuter-ferry|Ferry Adelheid', 'recipient|Hafenamt Brandsee||Brandsee'),
    places: [...at('sent-from', 'skarn-bank'), ...at('received-at', 'brandsee'), ...at('about', 'skarn')],
    subjects: [key('groundings'), key('lighthouses')],
    languages: [wirelessDe.language],
    marking: { handling: ['Seenot'] },
    numbers: [{ numberKind: 'telegram', value: '17', from: 'Adelheid', to: 'Brandsee' }],
    source: halvern('58'),
    renditions: [...facsimileOf('adelheid-wireless'), wirelessDe, wirelessEn],
    alignments: [align(wirelessDe, wirelessEn)],
    identifiers: [{ scheme: 'former', value: '570007' }],
    collections: inFirst(7),
    invented: INVENTED,
  }),
];
