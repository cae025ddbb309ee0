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
import { aldmere, inFirst, velgora } from './dossier-shelves.ts';
import { cl, note, op, p } from './text.ts';
import { facsimileOf } from './scans.ts';

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

export const telegramDocuments: readonly Entry[] = [
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
    collections: inFirst(8),
    invented: INVENTED,
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
    collections: inFirst(9),
    invented: INVENTED,
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
    source: aldmere('12'),
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
    collections: inFirst(10),
    invented: INVENTED,
  }),
];
