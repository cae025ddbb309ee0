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
import { halvern, harbour, inFirst, velgora } from './dossier-shelves.ts';
import { cl, h, list, note, op, p, table } from './text.ts';
import { facsimileOf } from './scans.ts';

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

export const lightDocuments: readonly Entry[] = [
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
    collections: inFirst(1),
    invented: INVENTED,
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
    source: harbour('lights', 'S', '9'),
    renditions: [instructions],
    collections: inFirst(2),
    invented: INVENTED,
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
    collections: inFirst(3),
    invented: INVENTED,
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
    collections: inFirst(4),
    invented: INVENTED,
  }),
];
