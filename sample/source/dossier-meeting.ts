import {
  INVENTED,
  align,
  alsoDate,
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
import { halvern, harbour, inSecond, velgora } from './dossier-shelves.ts';
import { cl, h, list, note, op, p } from './text.ts';
import { facsimileOf } from './scans.ts';

const halvernDe = transcription(
  't-de',
  'de',
  1000,
  [
    h(2, 'Aufzeichnung'),
    op('{p marsa-nur|Marsa Nur}, {d 1957-12-02|2. Dezember 1957}, 15 bis 19 Uhr'),
    list(
      false,
      [
        '{a manari|Idris al-Manari}, Hafenmeister',
        '{a falk|Dr. Falk} und {a reuter-official|Reuter}',
        '{a kostina|Frau Kostina} und ein Oberst, der {a zimorin|Simorin} heißen soll',
        'Dolmetscherin: {a nuwari|Fräulein Nuwari}',
      ],
      'Anwesend',
    ),
    p(
      'Der Hafenmeister eröffnete mit der Bitte, niemand möge fragen, wer das Feuer gelöscht habe. Die Frage sei für dieses Zimmer zu groß und für die Meerenge zu klein. Beide Seiten nickten, für meinen Geschmack zu schnell.',
    ),
    p(
      'Ich hatte Weisung, unser Nachgeben nicht vor der dritten Stunde zu zeigen. Frau Kostina begann zu sprechen; im selben Augenblick begann auch ich. Die Dolmetscherin schwieg. Der Hafenmeister ließ Tee bringen.',
    ),
    p(
      'Nach dem Tee eröffnete uns die Dolmetscherin, Welgora ziehe seine Schiffe zurück und verlange keine Entschuldigung. Von uns war bis dahin kein Wort übersetzt worden. Wir konnten uns also großmütig zeigen und taten es.{n 1}',
    ),
    p(
      'Reuter flüsterte: Wer so schnell nachgibt, hat etwas getan. Ich habe ihm nicht widersprochen. Ich hätte ihm sagen müssen, woher ich es besser weiß.',
    ),
    p('Der Oberst sagte nichts. Er aß sieben Stück Gebäck.'),
    cl('{a falk|Falk}. {t zda|z. d. A.}, mit Tee.', 'right'),
  ],
  [note('1', 'Gestrichen: „und nicht ohne Erleichterung“.', 'editorial', 'de')],
);
const halvernEn = translation(
  't-en',
  'en',
  't-de',
  2000,
  [
    h(2, 'Record'),
    op('{p marsa-nur|Marsa Nur}, {d 1957-12-02|2 December 1957}, 3 to 7 p.m.'),
    list(
      false,
      [
        '{a manari|Idris al-Manari}, Harbour Master',
        '{a falk|Dr. Falk} and {a reuter-official|Reuter}',
        '{a kostina|Mrs. Kostina} and a colonel, said to be called {a zimorin|Zimorin}',
        'Interpreter: {a nuwari|Miss Nuwari}',
      ],
      'Present',
    ),
    p(
      'The Harbour Master opened by asking that nobody ask who had put out the light. The question, he said, was too large for this room and too small for the strait. Both sides nodded, to my taste too quickly.',
    ),
    p(
      'My instructions were not to show before the third hour that we would give way. Mrs. Kostina began to speak; at the same moment I began too. The interpreter was silent. The Harbour Master had tea brought.',
    ),
    p(
      'After the tea the interpreter told us that {p velgora|Velgora} would withdraw its ships and asked no apology. Of ours not one word had until then been translated. We were thus in a position to be generous, and were.{n 1}',
    ),
    p(
      '{a reuter-official|Reuter} whispered: whoever gives way so quickly has done something. I did not contradict him. I should have had to tell him how I know better.',
    ),
    p('The colonel said nothing. He ate seven pastries.'),
    cl('{a falk|Falk}. {t zda|To the files}, with tea.', 'right'),
  ],
  [note('1', 'Struck out: “and not without relief”.', 'editorial')],
);

const velgoraRu = transcription(
  't-ru',
  'ru',
  1000,
  [
    h(2, 'Запись беседы'),
    op('{p marsa-nur|Марса-Нур}, {d 1957-12-02|2 декабря 1957 г.} Записано 3 декабря на обратном пути'),
    p(
      '{a manari|Капитан порта} предложил не спрашивать, кто погасил огонь. Мы согласились сразу; они тоже сразу, что странно.',
    ),
    p(
      'Имея указание уступить, если не спросят, и стоять, если спросят, я начала говорить. {a falk|Г-жа Фальк} заговорила одновременно. Переводчица не перевела ничего. Подали чай.',
    ),
    p(
      'После чая {a nuwari|переводчица} сообщила, что Хальверн отводит корабли и не требует возмещения за паром. С нашей стороны ещё ничего не было сказано. Мы ответили с достоинством, что принимаем к сведению и поступим так же.',
    ),
    p(
      'О {a reuter-official|Рейтере}, который, по {# 212; Brandsee; Stavin|вашему 212}, знал обо всём заранее: он не знал даже, в какую сторону открывается дверь. Либо это большой актёр, либо мы ошиблись. Прошу проверить, нет ли второго.{n 1}',
    ),
    p('Вывод: огонь погасили они. Вывод для записи. Для соседей: ваш человек, видимо, цел.'),
    p(
      '{a zimorin|П. Зиморин} молчал, как было условлено. Пирожных он съел три, остальные завернул для дочери.',
    ),
    cl('{a kostina|Костина}', 'right'),
  ],
  [note('1', 'Не проверено.', 'margin', 'ru')],
);
const velgoraEn = translation(
  't-en',
  'en',
  't-ru',
  2000,
  [
    h(2, 'Record of conversation'),
    op(
      '{p marsa-nur|Marsa Nur}, {d 1957-12-02|2 December 1957}. Written down on 3 December, on the way home',
    ),
    p(
      '{a manari|The Harbour Master} proposed that we not ask who put out the light. We agreed at once; so did they at once, which is strange.',
    ),
    p(
      'Having instructions to yield if not asked and to stand firm if asked, I began to speak. {a falk|Mrs. Falk} spoke at the same time. The interpreter translated nothing. Tea was served.',
    ),
    p(
      'After the tea {a nuwari|the interpreter} informed us that {p halvern|Halvern} was withdrawing its ships and asked no compensation for the ferry. Nothing had yet been said on our side. We answered with dignity that we took note and would do the same.',
    ),
    p(
      'As to {a reuter-official|Reuter}, who according to {# 212; Brandsee; Stavin|your 212} knew of everything beforehand: he did not know which way the door opened. Either he is a great actor or we were wrong. Please check whether there is a second one.{n 1}',
    ),
    p(
      'Conclusion: they put out the light. That is the conclusion for the record. For the neighbours: your person is, it seems, unharmed.',
    ),
    p(
      '{a zimorin|P. Zimorin} was silent, as agreed. Of the pastries he ate three, and wrapped the rest for his daughter.',
    ),
    cl('{a kostina|Kostina}', 'right'),
  ],
  [note('1', '[In the margin:] Not checked.', 'margin')],
);

const marsaAr = transcription('t-ar', 'ar', 1000, [
  h(2, 'دفتر المترجمة'),
  op('{p marsa-nur|مرسى نور}، ليلة الثاني إلى الثالث من ديسمبر ١٩٥٧. لنفسي، لا للديوان.'),
  p('قال {a manari|ريّس الميناء}: لا يسألنّ أحدٌ من أطفأ النور. فأومأ الوفدان معًا كأنّ حملًا رُفع عنهما.'),
  p(
    'ثمّ تكلّما في نَفَسٍ واحد. قالت {a falk|الدكتورة فالك} بالألمانية: {s de|„Wir ziehen zurück“}، وقالت {a kostina|السيدة كوستينا} بالروسية: {s ru|«Мы отводим»}. الكلمة نفسها في اللحظة نفسها.',
  ),
  p('لو ترجمتُ القولين لعلم كلٌّ منهما أنّ عند الآخر ما يخفيه، ولبدآ يبحثان. نظر إليّ الريّس وقال: الشاي.'),
  p(
    'بعد الشاي قلتُ لكلّ وفدٍ ما قاله الآخر، ولم أقل لأيٍّ منهما إنّه قاله هو أيضًا. هذه هي المرّة الوحيدة التي أسقطتُ فيها شيئًا من الترجمة. أسقطتُ: «في الوقت نفسه».',
  ),
  p(
    'أمّا الحلوى فكانت عشرين قطعة. أكل العقيد ثلاثًا، والسيّد {a reuter-official|رويتر} سبعًا، وبقي في جيب العقيد أربع. والحساب لا يستقيم، ولم يسألني عنه أحد.',
  ),
  cl('{a nuwari|ليلى}'),
]);
const marsaEn = translation(
  't-en',
  'en',
  't-ar',
  2000,
  [
    h(2, 'The interpreter’s notebook'),
    op(
      '{p marsa-nur|Marsa Nur}, the night of the second to the third of December 1957. For myself, not for the Office.',
    ),
    p(
      '{a manari|The Harbour Master} said: let nobody ask who put out the light. Both delegations nodded together, as if a load had been lifted from them.',
    ),
    p(
      'Then they spoke in one breath. {a falk|Dr. Falk} said in German: {s de|„Wir ziehen zurück“}; {a kostina|Mrs. Kostina} said in Russian: {s ru|«Мы отводим»}. We withdraw: the same word at the same moment.',
    ),
    p(
      'Had I translated both, each would have known that the other had something to hide, and they would have begun to look.',
    ),
    p('The Harbour Master looked at me and said: tea.'),
    p(
      'After the tea I told each delegation what the other had said, and did not tell either that it had said the same itself. It is the only time that I have left something out of a translation. I left out “at the same time”.',
    ),
    p(
      'As to the pastries, there were twenty. The colonel ate three, Mr. {a reuter-official|Reuter} seven, and four were left in the colonel’s pocket. The sum does not come out, and nobody has asked me about it.{n 1}',
    ),
    cl('{a nuwari|Layla}'),
  ],
  [
    note(
      '1',
      'Dr. Falk gives the seven to the colonel. Of the six that are wanting no account has come to light.',
      'editorial',
    ),
  ],
);

const noteDe = transcription('t-de', 'de', 1000, [
  op('{p brandsee|Brandsee}, den 31. November 1957', 'right'),
  p(
    'Das Amt für Äußeres der Republik {p halvern|Halvern} begrüßt das Ministerium für Auswärtige Angelegenheiten der Welgorischen Volksrepublik und beehrt sich, Folgendes mitzuteilen.',
  ),
  p(
    'Die Republik sieht in dem Erlöschen des {p skarn|Skarnfeuers} einen Vorgang, zu dem sie sich jede Auffassung vorbehält. Sie fordert, dass die welgorischen Schiffe die Meerenge verlassen, und zwar binnen drei Tagen, gerechnet vom Tage dieser Note.',
  ),
  p('Nach Ablauf dieser Frist wird die Republik tun, was sie tun muss.'),
  cl('Im Auftrag: {a reuter-official|Reuter}', 'right'),
  p(
    '[Handschriftlich:] {m hand; Dr. Falk|Diesen Tag gibt es nicht. F.} {m hand; in Cyrillic, green ink|{s ru|Возвращается: нота не датирована никаким днём. К.}}',
  ),
]);
const noteEn = translation(
  't-en',
  'en',
  't-de',
  2000,
  [
    op('{p brandsee|Brandsee}, 31 November 1957{n 1}', 'right'),
    p(
      'The Foreign Office of the Republic of {p halvern|Halvern} presents its compliments to the Ministry of Foreign Affairs of the Velgorian People’s Republic and has the honour to state the following.',
    ),
    p(
      'The Republic regards the failing of {p skarn|Skarn Light} as an occurrence on which it reserves every view. It demands that the Velgorian ships leave the strait, and this within three days, counted from the day of this note.',
    ),
    p('When that term has run out, the Republic will do what it must.'),
    cl('By order: {a reuter-official|Reuter}', 'right'),
    p(
      '[By hand:] {m hand; Dr. Falk|There is no such day. F.} {m hand; in Cyrillic, green ink|Returned: the note is not dated on any day. K.}',
    ),
  ],
  [
    note(
      '1',
      'November has thirty days. A term of three days from the thirty-first never begins, and so never ends. Compare {i sample:reuter-to-reuter|the letters of the two Reuters}.',
      'editorial',
    ),
  ],
);

const others = (...names: readonly string[]) =>
  names.map((name) => ({
    document: key(name),
    relation: 'related' as const,
    words: 'Another account of the meeting',
  }));
const present = [
  'participant|Idris al-Manari|manari',
  'participant|Falk|falk',
  'participant|Reuter|reuter-official',
  'participant|Kostina|kostina',
  'participant|Zimorin|zimorin',
  'interpreter|Layla Nuwari|nuwari',
];
const met = {
  dates: [date('2 December 1957', '1957-12-02', { kind: 'event' })],
  subjects: [key('talks'), key('translation')],
  places: [...at('event', 'marsa-nur'), ...at('about', 'skarn')],
  genre: 'Record of meeting',
};

export const meetingDocuments: readonly Entry[] = [
  document('note-31-november', {
    titles: [
      title('Note of Halvern to Velgora, Dated 31 November 1957'),
      title('Note vom 31. November 1957', 'original', 'de'),
    ],
    summaries: [
      en(
        'An ultimatum of three days, counted from a day that does not exist, and what two readers wrote under it.',
      ),
    ],
    dates: [
      date('31 November 1957', undefined, {
        doubt: { kind: 'impossible', words: 'November has thirty days.' },
      }),
      alsoDate('received', '1 December 1957', '1957-12-01', { inferredFrom: 'a stamp of receipt' }),
    ],
    genre: 'Note',
    contributions: who(
      'author|Reuter|reuter-official',
      'sender|Amt für Äußeres|halvern-foreign-office|Brandsee',
      'recipient|Ministerium für Auswärtige Angelegenheiten|velgora-ministry|Stavin',
    ),
    places: [...at('sent-from', 'brandsee'), ...at('about', 'lantern-strait')],
    subjects: [key('talks')],
    languages: [noteDe.language],
    source: halvern('90'),
    renditions: [...facsimileOf('note-31-november'), noteDe, noteEn],
    alignments: [align(noteDe, noteEn)],
    collections: inSecond(1),
    invented: INVENTED,
  }),
  document('meeting-halvern', {
    ...met,
    titles: [
      title('Record of the Meeting at Marsa Nur, by Dr. Falk'),
      title('Aufzeichnung', 'original', 'de'),
    ],
    summaries: [
      en('Halvern’s account: Velgora gave way first, before a word of ours had been put into Russian.'),
    ],
    contributions: who('author|Falk|falk', ...present),
    languages: [halvernDe.language],
    source: halvern('94-95'),
    renditions: [...facsimileOf('meeting-halvern'), halvernDe, halvernEn],
    alignments: [align(halvernDe, halvernEn)],
    related: others('meeting-velgora', 'meeting-marsa-nur'),
    collections: inSecond(2),
    invented: INVENTED,
  }),
  document('meeting-velgora', {
    ...met,
    titles: [
      title('Record of Conversation at Marsa Nur, by V. P. Kostina'),
      title('Запись беседы', 'original', 'ru'),
    ],
    summaries: [en('Velgora’s account: Halvern gave way first, before anything had been said by us.')],
    dates: [...met.dates, alsoDate('created', '3 December 1957', '1957-12-03')],
    contributions: who('author|Костина|kostina', ...present),
    languages: [velgoraRu.language],
    marking: { classification: 'Секретно', handling: [] },
    source: velgora('30-32'),
    renditions: [velgoraRu, velgoraEn],
    alignments: [align(velgoraRu, velgoraEn)],
    related: [
      ...others('meeting-halvern', 'meeting-marsa-nur'),
      { document: key('telegram-212-stavin'), relation: 'related', words: '“Your 212”' },
    ],
    collections: inSecond(3),
    invented: INVENTED,
  }),
  document('meeting-marsa-nur', {
    ...met,
    titles: [
      title('The Interpreter’s Notebook: The Meeting at Marsa Nur'),
      title('دفتر المترجمة', 'original', 'ar'),
    ],
    summaries: [
      en(
        'The account of the only person in the room who understood everything that was said, and what she left out.',
      ),
    ],
    dates: [date('The night of 2 to 3 December 1957', '1957-12-02/1957-12-03')],
    genre: 'Notebook',
    contributions: who('author|ليلى|nuwari', ...present),
    languages: [marsaAr.language],
    source: harbour('persons', 'N', '1', 'Given by Layla Nuwari, 1994'),
    renditions: [marsaAr, marsaEn],
    alignments: [align(marsaAr, marsaEn, [5])],
    related: others('meeting-halvern', 'meeting-velgora'),
    creditLine: 'Gift of Layla Nuwari',
    collections: inSecond(4),
    invented: INVENTED,
  }),
];
