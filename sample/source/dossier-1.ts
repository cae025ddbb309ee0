import {
  INVENTED,
  align,
  alsoDate,
  at,
  date,
  document,
  en,
  key,
  path,
  step,
  title,
  transcription,
  translation,
  who,
} from './build.ts';
import type { Entry } from './build.ts';
import { DO_31, FOND_14, STRAITS_FILE } from './dossier-collections.ts';
import { cl, h, list, note, op, p, table } from './text.ts';
import { facsimileOf } from './scans.ts';

const inPart = (sequence: number) => [{ collection: key('skarn-i'), sequence }];
const invented = INVENTED;
const halvern = (leaf: string) => ({
  verbatim: `Staatsarchiv der Republik Halvern, Best. AfÄ, Reihe Sund, Akte 112, Bl. ${leaf}`,
  original: path(
    'Staatsarchiv der Republik Halvern',
    'halvern-archive',
    ...STRAITS_FILE,
    step('leaf', leaf, 'Bl.'),
  ),
});
const velgora = (leaf: string) => ({
  verbatim: `ЦАВНР, ф. 14, оп. 3, д. 88, л. ${leaf}`,
  original: path('ЦАВНР', 'velgora-archive', ...FOND_14, step('leaf', leaf, 'л.')),
});

const conventionDe = transcription(
  't-de',
  'de',
  1000,
  [
    h(2, 'Abkommen über das Skarnfeuer'),
    op('Geschehen zu {p marsa-nur|Marsa Nur} am {d 1921-03-14|14. März 1921}.'),
    p(
      '{e bold|Artikel 1.} Das Feuer auf dem {p skarn|Skarnfels} brennt von Sonnenuntergang bis Sonnenaufgang und zeigt {t fl2|zwei Blitze alle fünfzehn Sekunden}. Es gehört niemandem.',
    ),
    p(
      '{e bold|Artikel 2.} Jede Vertragspartei stellt einen Wärter. Die beiden Wärter führen ein Buch, eine Küche und keine Politik.',
    ),
    p(
      '{e bold|Artikel 3.} Wer das Feuer mit Absicht löscht, hat die andere Vertragspartei angegriffen.{n 1}',
    ),
    p(
      '{e bold|Artikel 4.} Erlischt das Feuer ohne Absicht, so haften beide Vertragsparteien zu gleichen Teilen.',
    ),
    p(
      '{e bold|Artikel 5.} Der Hafenmeister von Marsa Nur besichtigt das Feuer, wann er will. Was er feststellt, ist festgestellt.',
    ),
  ],
  [
    note(
      '1',
      'In den Entwürfen stand „so gut wie angegriffen“. Die drei Wörter wurden gestrichen, weil sie sich nicht übersetzen ließen.',
      'editorial',
      'de',
    ),
  ],
);
const conventionRu = transcription('t-ru', 'ru', 2000, [
  h(2, 'Соглашение о Скарнском маяке'),
  op('Совершено в {p marsa-nur|Марса-Нуре} {d 1921-03-14|14 марта 1921 года}.'),
  p(
    '{e bold|Статья 1.} Огонь на {p skarn|Скарне} горит от захода до восхода солнца и даёт {t fl2|два проблеска каждые пятнадцать секунд}. Он не принадлежит никому.',
  ),
  p(
    '{e bold|Статья 2.} Каждая сторона назначает одного смотрителя. Оба смотрителя ведут один журнал, одну кухню и никакой политики.',
  ),
  p('{e bold|Статья 3.} Погасивший огонь умышленно тем самым напал на другую сторону.'),
  p('{e bold|Статья 4.} Если огонь погаснет без умысла, обе стороны несут расходы поровну.'),
  p(
    '{e bold|Статья 5.} Капитан порта Марса-Нур осматривает маяк, когда пожелает. Что он установил, то установлено.',
  ),
]);
const conventionEn = translation(
  't-en',
  'en',
  't-de',
  3000,
  [
    h(2, 'Convention on the Skarn Light'),
    op('Done at {p marsa-nur|Marsa Nur} on {d 1921-03-14|14 March 1921}.'),
    p(
      '{e bold|Article 1.} The light on {p skarn|Skarn Rock} burns from sunset to sunrise and shows {t fl2|two flashes every fifteen seconds}. It belongs to nobody.',
    ),
    p(
      '{e bold|Article 2.} Each Party provides one keeper. The two keepers shall keep one log, one kitchen and no politics.',
    ),
    p('{e bold|Article 3.} Whoever puts out the light with intent has attacked the other Party.{n 1}'),
    p('{e bold|Article 4.} Should the light fail without intent, both Parties bear the cost in equal parts.'),
    p(
      '{e bold|Article 5.} The Harbour Master of Marsa Nur inspects the light when he pleases. What he has found is found.',
    ),
  ],
  [
    note(
      '1',
      'Both languages are authentic. Neither Party noticed, until 1957, that under this article a keeper could start a war with a bucket of sand.',
      'editorial',
    ),
  ],
);

const instructions = translation(
  't-en',
  'en',
  undefined,
  1000,
  [
    h(2, 'Instructions for the keepers{n *}'),
    p(
      'The keepers shall agree the following between them and hang it in the kitchen. Where the two Governments have sent instructions that differ from these, the keepers shall read them aloud to each other and file them under F.',
    ),
    list(
      true,
      [
        'The weight is wound every two hours. Who winds also trims.',
        'The lens shall turn. {e underline|A lens that stands still is worse than no light:} from north-east and from south-west it shows steady, and a steady light in the strait is {p brandsee|Brandsee} pier. A master who takes the Rock for the pier will put his ship on the Rock.',
        'If the lens stops, first cover the lamp, then mend the lens.',
        'Sleeves are to be buttoned in the clockwork room.{n 1}',
        'Every minute of darkness is entered in the log with its cause. Both keepers sign.',
      ],
      'Rules of the light',
    ),
    table('The watches in winter', [
      'Hours ¦ Lamp ¦ Clockwork ¦ Kitchen',
      '16–20 ¦ {a terling|Terling} ¦ {a sorin|Sorin} ¦ Sorin',
      '20–24 ¦ Terling ¦ Sorin ¦ nobody',
      '0–4 ¦ Sorin ¦ Terling ¦ nobody',
      '4–8 ¦ Sorin ¦ Terling ¦ Terling',
    ]),
    cl('Seen and approved: {a manari|Idris al-Manari}, Harbour Master.', 'right'),
  ],
  [
    note(
      '*',
      'Translated from a German text of which only this translation was kept, in the papers of the Harbour Office.',
      'source',
    ),
    note('1', 'This rule is in another ink, and later.', 'editorial'),
  ],
);

const lotseDe = transcription(
  't-de',
  'de',
  1000,
  [
    op('Bericht Nr. 9 des {t lotse|LOTSEN}. Vom {p skarn|Felsen}. Nur für {t n-iv|N IV}.'),
    p(
      '1. {e spaced|Seeverkehr.} Am stärksten Tag, Donnerstag, den 25. Januar, zählte ich im Lee des Felsens 312 Einheiten, in Kiellinie, darunter eine mit weißem Flügel. Sie hielten Westkurs und tauchten, sobald das Wachboot kam.{n 1}',
    ),
    p(
      '2. {e spaced|Wetter.} Nebel an elf Tagen, Eis an der Leiter an vieren. Die Flotte von {p stavin|Stawin} blieb im Hafen, soweit man das im Nebel sagen kann.',
    ),
    p(
      '3. {e spaced|Stimmung.} Die Stimmung auf der Gegenseite ist gut, besonders seit es wieder Zwiebeln gibt. Die Wärterin der eigenen Seite ist zuverlässig, sie weiß von nichts und spielt schlecht Dame.',
    ),
    p(
      '4. {e spaced|Wünsche.} Ich bitte wie im Vorjahr um Lampendocht, Nähgarn und das Buch über Vögel, zweiter Band.',
    ),
    cl('{a sorin|LOTSE}', 'right'),
  ],
  [note('1', '[Am Rand, andere Hand:] 312? Welche Klasse? Bitte Schlüssel prüfen.', 'margin', 'de')],
);
const lotseEn = translation(
  't-en',
  'en',
  't-de',
  2000,
  [
    op('Report No. 9 of {t lotse|LOTSE}. From the {p skarn|Rock}. For {t n-iv|N IV} only.'),
    p(
      '1. {e spaced|Traffic.} On the strongest day, Thursday 25 January, I counted in the lee of the Rock 312 units, line ahead, among them one with a white wing. They held a westerly course and dived as soon as the patrol boat came.{n 1}',
    ),
    p(
      '2. {e spaced|Weather.} Fog on eleven days, ice on the ladder on four. The {p stavin|Stavin} fleet stayed in port, so far as one can say that in fog.',
    ),
    p(
      '3. {e spaced|Morale.} Morale on the opposing side is good, above all since there have been onions again. Our own side’s keeper is reliable, suspects nothing, and plays draughts badly.',
    ),
    p('4. {e spaced|Requests.} As last year I ask for lamp wick, thread, and the book on birds, volume two.'),
    cl('{a sorin|LOTSE}', 'right'),
  ],
  [note('1', '[In the margin, in another hand:] 312? What class? Please check the cipher.', 'margin')],
);

const fonarRu = transcription(
  't-ru',
  'ru',
  1000,
  [
    op('От {t fonarshchik|ФОНАРЩИКА}. Третьему отделу. Без даты.'),
    p(
      'О движении. В самый оживлённый день, в четверг 25 января, у подветренной стороны {p skarn|скалы} насчитано 312 единиц кильватерной колонной, одна с белым крылом. Шли курсом вест, при появлении катера погружались.{n 1}',
    ),
    p(
      'О погоде. Туман одиннадцать дней, лёд на трапе четыре. Суда из {p brandsee|Брандзе} в море не выходили, насколько это видно в тумане.',
    ),
    p(
      'О настроениях. Настроение у противной стороны хорошее, особенно с тех пор, как снова есть лук. Смотритель нашей стороны надёжен, ни о чём не догадывается и плохо играет в шашки.',
    ),
    p('Просьбы. Фитиль, нитки и определитель птиц, том первый. Второй обещали другие люди.'),
    cl('{a terling|ФОНАРЩИК}', 'right'),
  ],
  [
    note(
      '1',
      '[Резолюция:] 312 единиц — это вся их мобилизация. Доложить министру. {a zimorin|Зиморин}',
      'margin',
      'ru',
    ),
  ],
);
const fonarEn = translation(
  't-en',
  'en',
  't-ru',
  2000,
  [
    op('From {t fonarshchik|FONARSHCHIK}. To the Third Department. Undated.'),
    p(
      'On traffic. On the busiest day, Thursday 25 January,{n 1} 312 units were counted to leeward of the {p skarn|rock}, line ahead, one with a white wing. They steered west and submerged when the cutter appeared.{n 2}',
    ),
    p(
      'On weather. Fog eleven days, ice on the ladder four. No vessels from {p brandsee|Brandsee} put to sea, so far as can be seen in fog.',
    ),
    p(
      'On morale. Morale on the opposing side is good, above all since there have been onions again. Our own side’s keeper is reliable, suspects nothing, and plays draughts badly.',
    ),
    p(
      'Requests. Wick, thread, and the guide to birds, volume one. Volume two has been promised by other people.',
    ),
    cl('{a terling|FONARSHCHIK}', 'right'),
  ],
  [
    note(
      '1',
      'The twenty-fifth of January was a Friday in 1957. The reader may know another paper that makes the same mistake.',
      'editorial',
    ),
    note(
      '2',
      '[Minute:] 312 units is their whole mobilisation. Report to the Minister. {a zimorin|Zimorin}',
      'margin',
    ),
  ],
);

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

const stavinRu = transcription(
  't-ru',
  'ru',
  1000,
  [
    op(
      'ТЕЛЕГРАММА № 212. Из {p brandsee|Брандзе} в {p stavin|Ставин}. {d 1957-11-12|12 ноября 1957 г.}, 3 ч. 40 м. Вне очереди. Секретно.',
    ),
    p(
      '1. Портовое управление сообщило газетам: «Рейтер донёс, что огонь погас в 21.40». {a reuter-official|Й. Рейтер} — заместитель заведующего отделом проливов здешнего МИДа.',
    ),
    p(
      '2. Таким образом, отдел проливов знал о погасшем огне в ту же минуту, раньше порта, раньше флота и раньше нас. Узнать об этом так скоро можно только заранее.',
    ),
    p(
      '3. Паром с шестьюдесятью пассажирами посажен на мель на глубине, где утонуть нельзя. На борту хор. Считаю это постановкой.{n 1}',
    ),
    p('4. Прошу указаний, и прошу узнать у соседей, что думает об этом их человек на {p skarn|скале}.'),
  ],
  [note('1', 'Подчёркнуто синим карандашом; на полях: «Хор!»', 'editorial', 'ru')],
);
const stavinEn = translation(
  't-en',
  'en',
  't-ru',
  2000,
  [
    op(
      'TELEGRAM No. 212. From {p brandsee|Brandsee} to {p stavin|Stavin}. {d 1957-11-12|12 November 1957}, 03:40. Immediate. Secret.',
    ),
    p(
      '1. The harbour office has told the papers: “Reuter reported the light out at 21.40.” {a reuter-official|J. Reuter} is deputy head of the Straits desk in the Foreign Office here.{n 1}',
    ),
    p(
      '2. The Straits desk therefore knew that the light was out in the same minute, before the port, before the navy and before us. To know a thing so soon one must know it beforehand.',
    ),
    p(
      '3. A ferry with sixty passengers has been put aground in a depth in which it is impossible to drown. There is a choir on board. I take this to be staged.{n 2}',
    ),
    p(
      '4. I request instructions, and request that the neighbours be asked what their person on the {p skarn|rock} makes of it.{n 3}',
    ),
  ],
  [
    note(
      '1',
      'The Reuter who reported it was {a reuter-ferry|the master of the ferry}; see {i sample:adelheid-wireless|his message}. The official of that name was asleep.',
      'editorial',
    ),
    note('2', 'Underlined in blue pencil; in the margin: “A choir!”'),
    note('3', '“The neighbours”: the Third Department, whose windows faced the Ministry’s.'),
  ],
);

const replyRu = transcription('t-ru', 'ru', 1000, [
  op(
    'ТЕЛЕГРАММА № 97. Из {p stavin|Ставина} в {p brandsee|Брандзе}. {d 1957-11-12|12 ноября 1957 г.}, 14 ч. 10 м. Секретно.',
  ),
  p(
    'На {# 212; Brandsee; Stavin|ваш 212}. С выводом согласны. Флоту приказано выйти и стоять. Не стрелять, не сигналить, не петь.',
  ),
  p('Соседи своего человека не спрашивают и просят не спрашивать. Они очень бледны.'),
  p(
    'Если вам скажут, что огонь погасили мы, — возмутитесь. Если вам этого не скажут, — доложите немедленно: это будет значить, что они знают.',
  ),
  cl('{a kostina|Костина}', 'right'),
]);
const replyEn = translation('t-en', 'en', 't-ru', 2000, [
  op(
    'TELEGRAM No. 97. From {p stavin|Stavin} to {p brandsee|Brandsee}. {d 1957-11-12|12 November 1957}, 14:10. Secret.',
  ),
  p(
    '{# 212; Brandsee; Stavin|Your 212}. We agree with your conclusion. The fleet has been ordered out, to stand by. It is not to fire, not to signal and not to sing.',
  ),
  p('The neighbours are not asking their person and ask that their person not be asked. They are very pale.'),
  p(
    'If you are told that it was we who put out the light, be indignant. If you are not told so, report at once: it will mean that they know.',
  ),
  cl('{a kostina|Kostina}', 'right'),
]);

const aldmere212 = transcription(
  't-en',
  'en',
  1000,
  [
    op(
      'LEGATION {p brandsee|BRANDSEE} TO {t do|DO} {p carrow|CARROW}. No. 212. {d 1957-11-13|13 November 1957}, 6 p.m. Confidential. Repeated Stavin No. 40.{n *}',
    ),
    p(
      '1. Called on {a falk|Dr. Falk} this afternoon to remind her of our guarantee. She was civil and distracted. Two fleets are now at anchor within sight of one another on either side of a rock with one kitchen.',
    ),
    p(
      '2. I asked whether Halvern held Velgora to have put out the light. She did not say yes. I have known her five years, and this is the first time that I have offered her a grievance and had it declined.',
    ),
    p(
      '3. It is my impression that {p halvern|Halvern} fears something more than it resents something. A friend at {t n-iv|N IV} has been good enough to tell me what; by bag, as it is not for the wires. See {i sample:source-on-the-rock|memorandum}, to follow.',
    ),
    p('4. Your 188 about my motor-car allowance: no.'),
    cl('{a tarn|TARN}', 'right'),
  ],
  [
    note(
      '*',
      'A telegram of another service bears the same number and nearly the same day: {i sample:telegram-212-stavin|Brandsee to Stavin, No. 212}.',
      'editorial',
    ),
  ],
);

const page = (leaves: string) => ({
  verbatim: `Dominion Record Office, DO 31/57, ff. ${leaves}`,
  original: path('Dominion Record Office', 'aldmere-records', ...DO_31, step('leaf', leaves, 'ff.')),
});

export const partOne: readonly Entry[] = [
  document('skarn-convention', {
    titles: [
      title('Convention on the Skarn Light', 'translated'),
      title('Abkommen über das Skarnfeuer', 'original', 'de'),
      title('Соглашение о Скарнском маяке', 'original', 'ru'),
    ],
    summaries: [
      en(
        'Halvern and Velgora agree to keep one lamp between them, to call its putting-out an attack, and to let the Harbour Master of Marsa Nur be judge of it.',
      ),
    ],
    dates: [date('14 March 1921', '1921-03-14')],
    genre: 'Treaty',
    contributions: who(
      'signatory|Republik Halvern|halvern-foreign-office',
      'signatory|Вельгорская Народная Республика|velgora-ministry',
    ),
    places: [...at('written-at', 'marsa-nur'), ...at('about', 'skarn')],
    subjects: [key('lighthouses'), key('talks')],
    languages: [conventionDe.language, conventionRu.language],
    source: halvern('1-4'),
    renditions: [conventionDe, conventionRu, conventionEn],
    alignments: [
      align(conventionDe, conventionEn),
      align(conventionRu, conventionEn),
      align(conventionDe, conventionRu),
    ],
    identifiers: [{ scheme: 'former', value: '570001' }],
    collections: inPart(1),
    invented,
  }),
  document('keepers-instructions', {
    titles: [title('Instructions for the Keepers of Skarn Light')],
    summaries: [
      en('Five rules and a table of watches, for the kitchen wall. The third rule is the one to remember.'),
    ],
    dates: [date('about 1954', '1954~', { inferredFrom: 'the two keepers named in the table' })],
    genre: 'Instructions',
    contributions: who(
      'author|the keepers|terling',
      'author|the keepers|sorin',
      'signatory|Idris al-Manari|manari',
    ),
    places: at('about', 'skarn'),
    subjects: [key('lighthouses')],
    languages: [conventionDe.language],
    source: {
      verbatim: 'Harbour Records of Marsa Nur, lights, box 9',
      original: path(
        'Harbour Records of Marsa Nur',
        'marsa-nur-records',
        step('series', 'lights'),
        step('container', '9', 'box'),
      ),
    },
    renditions: [instructions],
    collections: inPart(2),
    invented,
  }),
  document('lotse-birds', {
    titles: [
      title('Report No. 9 of the Source “Lotse”'),
      title('Bericht Nr. 9 des LOTSEN', 'original', 'de'),
    ],
    summaries: [
      en(
        'A source on Skarn Rock tells Halvern’s N IV of 312 units in line ahead, one with a white wing, and asks for a book on birds.',
      ),
    ],
    dates: [date('Winter 1956', '1956-24', { inferredFrom: 'its place in the file' })],
    genre: 'Intelligence report',
    contributions: who('author|LOTSE|sorin', 'recipient|N IV|n-iv-office'),
    places: [...at('sent-from', 'skarn'), ...at('mentioned', 'stavin')],
    subjects: [key('intelligence'), key('seabirds')],
    languages: [lotseDe.language],
    marking: { classification: 'Nur für N IV', handling: [] },
    numbers: [{ numberKind: 'other', value: '9', from: 'LOTSE', to: 'N IV' }],
    source: halvern('31'),
    renditions: [...facsimileOf('lotse-birds'), lotseDe, lotseEn],
    alignments: [align(lotseDe, lotseEn)],
    related: [
      { document: key('fonarshchik-weather'), relation: 'related', words: 'A report to the other side' },
    ],
    collections: inPart(3),
    invented,
  }),
  document('fonarshchik-weather', {
    titles: [
      title('Report of the Source “Fonarshchik” on Traffic, Weather and Morale'),
      title('Донесение ФОНАРЩИКА', 'original', 'ru'),
    ],
    summaries: [
      en(
        'A source on Skarn Rock tells Velgora’s Third Department of 312 units in line ahead, one with a white wing, and asks for a book on birds.',
      ),
    ],
    dates: [date('Undated; January–March 1957', '1957-01/1957-03', { inferredFrom: 'a stamp of receipt' })],
    genre: 'Intelligence report',
    contributions: who('author|ФОНАРЩИК|terling', 'recipient|Третий отдел|third-department'),
    places: [...at('sent-from', 'skarn'), ...at('mentioned', 'brandsee')],
    subjects: [key('intelligence'), key('seabirds')],
    languages: [fonarRu.language],
    source: velgora('3'),
    renditions: [fonarRu, fonarEn],
    alignments: [align(fonarRu, fonarEn)],
    related: [{ document: key('lotse-birds'), relation: 'related', words: 'A report to the other side' }],
    collections: inPart(4),
    invented,
  }),
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
    source: {
      verbatim: 'Harbour Records of Marsa Nur, lights, box 9 (the book; the page is wanting)',
      original: path(
        'Harbour Records of Marsa Nur',
        'marsa-nur-records',
        step('series', 'lights'),
        step('container', '9', 'box'),
      ),
    },
    related: [{ document: key('manari-note'), relation: 'mentioned-in', words: 'The one who cut it' }],
    holding: {
      kind: 'not-held',
      reason: 'not-found',
      words:
        'Cut from the log with a straight blade before the book reached the Harbour Records. Not found in 1958, 1966 or 1994.',
    },
    collections: inPart(5),
    invented,
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
    source: {
      verbatim: 'Harbour Records of Marsa Nur, ships, H, box 2',
      original: path(
        'Harbour Records of Marsa Nur',
        'marsa-nur-records',
        step('series', 'ships'),
        step('subseries', 'H'),
        step('container', '2', 'box'),
      ),
    },
    renditions: [logZh, logEn],
    alignments: [align(logZh, logEn)],
    collections: inPart(6),
    invented,
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
    collections: inPart(7),
    invented,
  }),
  document('telegram-212-stavin', {
    titles: [
      title('Telegram No. 212 from Brandsee to Stavin: “Reuter Knew”'),
      title('Телеграмма № 212 из Брандзе в Ставин', 'original', 'ru'),
    ],
    summaries: [
      en(
        'Velgora’s legation reads in a newspaper that “Reuter” reported the light out, and takes the ferry’s master for the official of the same name.',
      ),
    ],
    dates: [date('12 November 1957, 03:40', '1957-11-12', { kind: 'sent', time: { hour: 3, minute: 40 } })],
    genre: 'Telegram',
    contributions: who(
      'sender|Legation of Velgora||Brandsee',
      'recipient|МИД ВНР|velgora-ministry|Stavin',
      'subject|Й. Рейтер|reuter-official',
    ),
    places: [...at('sent-from', 'brandsee'), ...at('received-at', 'stavin'), ...at('about', 'skarn')],
    subjects: [key('groundings'), key('intelligence')],
    languages: [stavinRu.language],
    marking: { classification: 'Секретно', handling: ['Вне очереди'] },
    numbers: [{ numberKind: 'telegram', value: '212', from: 'Brandsee', to: 'Stavin' }],
    source: velgora('11-12'),
    renditions: [...facsimileOf('telegram-212-stavin'), stavinRu, stavinEn],
    alignments: [align(stavinRu, stavinEn)],
    collections: inPart(8),
    invented,
  }),
  document('telegram-97-stavin', {
    titles: [
      title('Telegram No. 97 from Stavin to Brandsee: “Your 212”'),
      title('Телеграмма № 97 из Ставина в Брандзе', 'original', 'ru'),
    ],
    summaries: [
      en(
        'The deputy minister sends the fleet out with three prohibitions, and gives her legation a test by which to tell what the other side knows.',
      ),
    ],
    dates: [
      date('12 November 1957, 14:10', '1957-11-12', { kind: 'sent', time: { hour: 14, minute: 10 } }),
      alsoDate('received', '12 November 1975', '1975-11-12', {
        doubt: {
          kind: 'out-of-range',
          words: 'The stamp of receipt has its last two figures the wrong way round.',
        },
      }),
    ],
    genre: 'Telegram',
    contributions: who('sender|Костина|kostina|Stavin', 'recipient|Legation of Velgora||Brandsee'),
    places: [...at('sent-from', 'stavin'), ...at('received-at', 'brandsee')],
    subjects: [key('intelligence')],
    languages: [replyRu.language],
    marking: { classification: 'Секретно', handling: [] },
    numbers: [{ numberKind: 'telegram', value: '97', from: 'Stavin', to: 'Brandsee' }],
    source: velgora('13'),
    renditions: [replyRu, replyEn],
    alignments: [align(replyRu, replyEn)],
    related: [{ document: key('telegram-212-stavin'), relation: 'reply-to' }],
    collections: inPart(9),
    invented,
  }),
  document('telegram-212-carrow', {
    titles: [title('Telegram No. 212 from Brandsee to Carrow: A Grievance Declined')],
    summaries: [
      en(
        'Aldmere’s man in Brandsee offers Dr. Falk a grievance against Velgora, and is surprised that she will not have it.',
      ),
    ],
    dates: [date('13 November 1957, 6 p.m.', '1957-11-13', { kind: 'sent', time: { hour: 18 } })],
    genre: 'Telegram',
    contributions: who(
      'sender|TARN|tarn|Legation, Brandsee',
      'recipient|DO|dominion-office|Carrow',
      'copied-to|Legation, Stavin||Stavin',
      'subject|Dr. Falk|falk',
    ),
    places: [...at('sent-from', 'brandsee'), ...at('received-at', 'carrow'), ...at('about', 'skarn')],
    subjects: [key('talks')],
    languages: [aldmere212.language],
    marking: { classification: 'Confidential', handling: ['Repeated Stavin No. 40'] },
    numbers: [{ numberKind: 'telegram', value: '212', from: 'Brandsee', to: 'Carrow' }],
    source: page('12'),
    releases: [
      {
        key: 'r1',
        date: '1985-06-03',
        authority: 'Aldmere Records Release Board',
        caseNumber: '85-0114',
        outcome: 'full',
        exemptions: [],
        rendition: 't-en',
      },
    ],
    renditions: [aldmere212],
    collections: inPart(10),
    invented,
  }),
];
