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
import { halvern, harbour, inSecond } from './dossier-shelves.ts';
import { cl, h, list, note, op, p, pageBreak, part, quote, rule, table, verse } from './text.ts';

const protocol = transcription(
  't-en',
  'en',
  1000,
  [
    h(2, 'Protocol'),
    op('Drawn up at {p marsa-nur|Marsa Nur} between {d 1957-12-06|6} and {d 1957-12-09|9 December 1957}'),
    list(true, [
      'The light is presumed to have failed of itself, in the sense of Article 4 of the {i sample:skarn-convention|Convention}.',
      'The Parties have withdrawn their ships. Neither withdrew first.',
      'The Parties share the costs in equal parts, as set out below.',
      'The keepers are thanked. They are asked to button their sleeves.{n 1}',
    ]),
    table('Costs of the night and of the three weeks after it, in crowns of Marsa Nur', [
      'For what ¦ Halvern ¦ Velgora',
      'Refloating of the ferry {e italic|Adelheid} ¦ 2,100 ¦ 2,100',
      'Coal for the fleets ¦ borne by each ¦ borne by each',
      'Bread and onions for the Rock, 21 days ¦ 19 ¦ 19',
      'One glass chimney, one chain link ¦ 7 ¦ 7',
      'Bandages, two boxes; iodine ¦ 3 ¦ 3',
      'Tea and pastry ¦ waived ¦ waived',
      'Total ¦ 2,129 ¦ 2,129',
    ]),
    cl('{a falk|H. Falk} · {a kostina|V. Kostina} · {a manari|I. al-Manari}', 'center'),
  ],
  [
    note(
      '1',
      'The last sentence was put in by the Harbour Master on the last day, and signed without discussion, since neither delegation knew what it meant.',
      'editorial',
    ),
  ],
);

const reutersDe = transcription('t-de', 'de', 1000, [
  part('letter', [
    op('{p brandsee|Brandsee}, im Frühling', 'right'),
    p(
      'Sehr geehrter Herr Reuter, seit November bekomme ich Ihre Post. Man hat mir eine Stelle in {p stavin|Stawin} angeboten, eine zweite Frau, und einen Korb Blumen ohne Absender. Eine Zeitung nennt mich das Gehirn der Krise. Ich fahre eine Fähre.',
    ),
    p(
      'Wenn Sie mir im Gegenzug die meine schicken wollten: Ich erwarte eine Rechnung über zwei Anker und einen Brief vom Schulchor.',
    ),
    cl('{a reuter-ferry|Jonas Reuter}, Schiffsführer', 'right'),
  ]),
  part('reply', [
    op('{p brandsee|Brandsee}, am Tage darauf', 'right'),
    p(
      'Sehr geehrter Herr Kapitän, die Rechnung liegt bei, bezahlt. Den Brief des Chors habe ich gelesen, bevor ich den Irrtum merkte; verzeihen Sie. Ich habe ihn zweimal gelesen.',
    ),
    p(
      'Sie fragen, ob ich der bin, der sich im Datum irrt. Ich wurde beauftragt, ein Ultimatum zu schreiben, und mir wurde nicht gesagt, für welchen Tag. Ich habe den freundlichsten gewählt, den ich fand.',
    ),
    cl('{a reuter-official|Jonas Reuter}, stellv. Referatsleiter', 'right'),
  ]),
]);
const reutersEn = translation('t-en', 'en', 't-de', 2000, [
  part('letter', [
    op('{p brandsee|Brandsee}, in spring', 'right'),
    p(
      'Dear Mr. Reuter, since November I have been getting your post. I have been offered a position in {p stavin|Stavin}, a second wife, and a basket of flowers without a sender. One newspaper calls me the brain of the crisis. I drive a ferry.',
    ),
    p(
      'Should you care to send me mine in exchange: I am expecting a bill for two anchors and a letter from the school choir.',
    ),
    cl('{a reuter-ferry|Jonas Reuter}, Master', 'right'),
  ]),
  part('reply', [
    op('{p brandsee|Brandsee}, the day after', 'right'),
    p(
      'Dear Captain, the bill is enclosed, paid. The choir’s letter I had read before I noticed the error; forgive me. I read it twice.',
    ),
    p(
      'You ask whether I am the one who gets his dates wrong. I was ordered to write an ultimatum, and was not told for which day. I chose {i sample:note-31-november|the kindest that I could find}.',
    ),
    cl('{a reuter-official|Jonas Reuter}, Deputy Head of Desk', 'right'),
  ]),
]);

const rhymeDe = transcription('t-de', 'de', 1000, [
  verse([
    'Eins und zwei, das Licht geht aus,',
    'Anna und Matwej sind zu Haus.',
    'Drei und vier, wer war es, wer?',
    'Frag den Wind und frag das Meer.',
    'Fünf und sechs, die Flotten stehn,',
    'sieben Kuchen sind zu sehn.',
    'Acht und neun, der Ärmel hält:',
    'raus bist du aus dieser Welt.',
  ]),
]);
const rhymeEn = translation(
  't-en',
  'en',
  't-de',
  2000,
  [
    verse([
      'One and two, the light is out,',
      'Anna and Matvei are about.',
      'Three and four, and who was he?',
      'Ask the wind and ask the sea.',
      'Five and six, the navies wait,',
      'seven cakes upon a plate.',
      'Eight and nine, the sleeve holds tight:{n 1}',
      'out you go into the night.',
    ]),
  ],
  [
    note(
      '1',
      'Children in Brandsee skip to this. How a sleeve came into it nobody there could say; no paper that was public before 1994 has one.',
      'editorial',
    ),
  ],
);

const terlingDe = transcription(
  't-de',
  'de',
  1000,
  [
    pageBreak('1'),
    op('{p skarn|Skarnfels}', 'right'),
    p(
      'Liebe Lida, Ihr Onkel hat Ihnen nichts erzählt, weil wir es einander versprochen hatten. Nun {m deleted|ist er} bin ich mit dem Versprechen allein, und allein hält man keins.',
    ),
    p(
      'Um 21 Uhr 40 griff {a sorin|Matwej} nach der Kette, weil sie schlug. Der Ärmel war nicht geknöpft. Das Werk zog ihn hinein bis an den Ellbogen und blieb stehen, und mit ihm die Linse.',
    ),
    p(
      'Eine Linse, die steht, lügt. Von Nordosten sieht sie aus wie die Mole von {p brandsee|Brandsee}, und wer dort die Mole sucht, findet den Felsen. Ich hatte zwei Hände. Ich habe zuerst die Lampe zugedeckt und dann ihn losgemacht. Lieber dunkel als gelogen, sagte er, und dass ich mich beeilen möge. Es hat dreiundvierzig Minuten gedauert, {m added; above the line|weil man das Getriebe ganz zerlegen muss}, und zwei Finger.',
    ),
    pageBreak('2'),
    p(
      'Wir haben es ins Buch geschrieben, beide unterschrieben, er mit links. Dann kam der {a manari|Hafenmeister}, las es, wurde sehr {m unclear|still}, und schnitt das Blatt heraus. Er sagte, damit könne er zwei Kriege bezahlen.{n 1}',
    ),
    p(
      'Was Sie über das Herz Ihrer Kleinen schreiben, habe ich der Ärztin hier vorgelesen. Sie sagt: laufen lassen, nicht schonen. Lassen Sie sie laufen.',
    ),
    p(
      'Sie fragen, ob er ein Spion war. Natürlich. Ich auch. Es war das Porto wert: sie schickten Docht und Garn, und jeder einen Band von dem Vogelbuch. Die Berichte schrieben wir zusammen am Küchentisch, ich die seinen und er die meinen, denn ich konnte besser Deutsch und er besser Russisch. Die {m supplied|Enten} haben wir wirklich gezählt. Dreihundertzwölf. Die mit dem weißen Flügel kam {m gap; a corner torn away, two or three words|…} wieder.',
    ),
    cl('Ihre {a terling|Anna Terling}', 'right'),
    rule(),
    cl('{m hand; in pencil|Dame hat immer er gewonnen. Schreiben Sie das auch jemandem.}'),
  ],
  [note('1', 'Das Blatt ist nicht gefunden worden.', 'editorial', 'de')],
);
const terlingEn = translation(
  't-en',
  'en',
  't-de',
  2000,
  [
    pageBreak('1'),
    op('{p skarn|Skarn Rock}', 'right'),
    p(
      'Dear Lida, your uncle told you nothing, because we had promised each other. Now {m deleted|he is} I am alone with the promise, and alone one cannot keep one.',
    ),
    p(
      'At 21.40 {a sorin|Matvei} reached for the chain because it was slapping. His sleeve was not buttoned. The clockwork drew him in to the elbow and stopped, and the lens with it.',
    ),
    p(
      'A lens that stands still tells lies. From the north-east it looks like {p brandsee|Brandsee} pier, and whoever looks for the pier there finds the Rock. I had two hands. I covered the lamp first, and got him loose second. Better dark than a lie, he said, and would I hurry. It took forty-three minutes, {m added; above the line|because the gear has to come apart altogether}, and two fingers.',
    ),
    pageBreak('2'),
    p(
      'We wrote it in the log, and both signed, he with his left. Then the {a manari|Harbour Master} came, read it, became very {m unclear|quiet}, and cut the page out. He said that with this he could pay for two wars.{n 1}',
    ),
    p(
      'What you write of your little girl’s heart I read aloud to the doctor here. She says: let her run, do not spare her. Let her run.',
    ),
    p(
      'You ask whether he was a spy. Of course. So was I. It was worth the postage: they sent wick and thread, and each of them one volume of the book on birds. The reports we wrote together at the kitchen table, I his and he mine, since my German was the better and so was his Russian. The {m supplied|ducks} we really counted. Three hundred and twelve. The one with the white wing came back {m gap; a corner torn away, two or three words|…}.{n 2}',
    ),
    cl('Yours, {a terling|Anna Terling}', 'right'),
    rule(),
    cl('{m hand; in pencil|At draughts it was always he who won. Write that to somebody too.}'),
  ],
  [
    note('1', 'See {i sample:skarn-log-page|the page}, which has not been found.', 'editorial'),
    note(
      '2',
      'The reports are {i sample:lotse-birds|LOTSE’s} and {i sample:fonarshchik-weather|FONARSHCHIK’s}.',
      'editorial',
    ),
  ],
);

const manariAr = transcription('t-ar', 'ar', 1000, [
  op('إلى من يخلفني. يُفتح بعد موتي.'),
  p(
    'قطعتُ الورقة من سجلّ {p skarn|سكارن} بيدي. كان فيها الحقّ كلّه، في أربعة أسطر وتوقيعين. والحقّ أنّ كُمًّا علق في ساعة.',
  ),
  p(
    'قبل اللقاء سألتُ رجلَ كلّ دولةٍ على انفراد: أهو فعلُكم؟ فاصفرّ هذا واصفرّ ذاك. فعلمتُ أنّ كلًّا منهما يظنّ أنّه المذنب.',
  ),
  p(
    'البريء لا يتنازل عن شيء، لأنّ له حقًّا. والمذنب يتنازل عن كلّ شيء، ويشكرك. ولو أخرجتُ الورقة لصارا بريئين، ولتقاتلا على ثمن الفحم.',
  ),
  p('الورقة في الكتاب الوحيد الذي لا يفتحه أحدٌ في هذا الديوان. زوّرتُ السلام، وأنا به راضٍ. وزِدْ أجرَ المترجمة.'),
  cl('{a manari|إدريس المناري}'),
]);
const manariEn = translation(
  't-en',
  'en',
  't-ar',
  2000,
  [
    op('To my successor. To be opened after my death.'),
    p(
      'I cut the page from the log of {p skarn|Skarn} with my own hand. The whole truth was on it, in four lines and two signatures; and the truth is that a sleeve was caught in a clock.',
    ),
    p(
      'Before the meeting I asked each state’s man, alone: was it you? One turned pale, and so did the other. Thus I knew that each believed itself the guilty one.',
    ),
    p(
      'The innocent concede nothing, for they are in the right. The guilty concede everything, and thank you. Had I brought out the page, both would have been innocent, and would have fought over the price of the coal.',
    ),
    p(
      'The page lies in the one book of this office that nobody opens.{n 1} I forged a peace, and am content with it. Raise the interpreter’s wages.',
    ),
    cl('{a manari|Idris al-Manari}'),
  ],
  [
    note(
      '1',
      'All 212 books of the Harbour Office were opened in 1994, the complaints book last. It was not there; but its place was: a slit, the width of a page, in the binding.',
      'editorial',
    ),
  ],
);

const forged = transcription('t-en', 'en', 1000, [
  op('Statement of {a sorin|Matvei Sorin}, written by his own hand'),
  p(
    'On the night in question I put out the lamp on the order of persons in {p stavin|Stavin} whom I shall name in due course and for a due consideration. I turned the steady white beam to the south, as agreed, and waited for the signal.',
  ),
  p('I am prepared to repeat this before any newspaper.'),
]);

const interview = transcription('t-en', 'en', 1000, [
  h(2, 'Conversation with Layla Nuwari'),
  p(
    'Recorded at {p marsa-nur|Marsa Nur} by a student of the harbour school, on condition that it be kept shut until everyone named in it has been dead for a generation.',
  ),
  quote([
    p(
      'You want to know who ate the other six. I shall tell you, because you will not be able to tell anybody until you are old.',
    ),
    p('It was the Harbour Master. He had eaten nothing since the twelfth of November.'),
  ]),
]);

export const partTwoAfter: readonly Entry[] = [
  document('protocol', {
    titles: [title('Protocol of Marsa Nur', 'original')],
    summaries: [en('Four sentences and a bill. Among coal, glass and onions stand two boxes of bandages.')],
    dates: [date('6–9 December 1957', '1957-12-06/1957-12-09')],
    genre: 'Protocol',
    contributions: who(
      'signatory|H. Falk|falk',
      'signatory|V. Kostina|kostina',
      'signatory|I. al-Manari|manari',
    ),
    places: [...at('written-at', 'marsa-nur'), ...at('about', 'skarn', 'lantern-strait')],
    subjects: [key('talks'), key('lighthouses')],
    languages: [protocol.language],
    source: harbour('lights', 'S', '9'),
    renditions: [protocol],
    collections: inSecond(5),
    invented: INVENTED,
  }),
  document('reuter-to-reuter', {
    titles: [title('Letters of Captain Reuter and Counsellor Reuter')],
    summaries: [
      en(
        'Two men of one name exchange what was meant for the other: a bill, a basket of flowers, and the reason for a date.',
      ),
    ],
    dates: [date('Spring 1958', '1958-21')],
    genre: 'Letter',
    contributions: who(
      'author|Jonas Reuter, Schiffsführer|reuter-ferry',
      'author|Jonas Reuter, stellv. Referatsleiter|reuter-official',
    ),
    places: at('written-at', 'brandsee'),
    subjects: [key('groundings')],
    languages: [reutersDe.language],
    source: halvern('117-118'),
    renditions: [reutersDe, reutersEn],
    alignments: [align(reutersDe, reutersEn)],
    related: [{ document: key('note-31-november'), relation: 'related', words: 'The date in question' }],
    collections: inSecond(6),
    invented: INVENTED,
  }),
  document('skipping-rhyme', {
    titles: [title('Skipping Rhyme from Brandsee')],
    summaries: [en('Eight lines for a rope. The seventh knows more than the newspapers did.')],
    dates: [date('undated')],
    genre: 'Verse',
    places: [...at('written-at', 'brandsee'), ...at('about', 'skarn')],
    subjects: [key('lighthouses')],
    languages: [rhymeDe.language],
    source: harbour('persons', 'N', '1', 'Heard and noted by Layla Nuwari'),
    renditions: [rhymeDe, rhymeEn],
    alignments: [align(rhymeDe, rhymeEn)],
    collections: inSecond(7),
    invented: INVENTED,
  }),
  document('terling-letter', {
    titles: [title('Letter of Anna Terling to the Niece of Matvei Sorin')],
    summaries: [
      en(
        'After her colleague’s death the keeper of Skarn Light says what happened in the forty-three minutes.',
      ),
    ],
    dates: [date('1960s', '196X', { inferredFrom: 'it was written after Sorin’s death in 1968' })],
    genre: 'Letter',
    contributions: who('author|Anna Terling|terling|Skarn Rock', 'recipient|Lida', 'subject|Matwej|sorin'),
    places: [...at('written-at', 'skarn'), ...at('mentioned', 'brandsee')],
    subjects: [key('lighthouses'), key('intelligence'), key('seabirds')],
    languages: [terlingDe.language],
    source: harbour('persons', 'T', '1', 'Given by a private person, 2011'),
    creditLine: 'Private gift',
    renditions: [terlingDe, terlingEn],
    alignments: [align(terlingDe, terlingEn)],
    related: [
      { document: key('lotse-birds'), relation: 'related', words: 'Written at the same table' },
      { document: key('fonarshchik-weather'), relation: 'related', words: 'Written at the same table' },
    ],
    collections: inSecond(8),
    invented: INVENTED,
  }),
  document('manari-note', {
    titles: [title('Note of the Harbour Master to His Successor')],
    summaries: [en('Idris al-Manari explains why he cut a page from a book, and what peace is made of.')],
    dates: [date('after January 1961', '1961-01/..', { inferredFrom: 'he left his office in that month' })],
    genre: 'Note',
    contributions: who('author|إدريس المناري|manari'),
    places: [...at('written-at', 'marsa-nur'), ...at('about', 'skarn')],
    subjects: [key('talks'), key('lighthouses')],
    languages: [manariAr.language],
    source: harbour('persons', 'M', '4'),
    renditions: [manariAr, manariEn],
    alignments: [align(manariAr, manariEn)],
    related: [{ document: key('skarn-log-page'), relation: 'related', words: 'The page that he cut' }],
    collections: inSecond(9),
    invented: INVENTED,
  }),
  document('forged-statement', {
    titles: [title('Statement Ascribed to Matvei Sorin')],
    summaries: [en('A statement offered to three newspapers under the name of the Velgorian keeper.')],
    dates: [date('1959?', '1959?')],
    genre: 'Statement',
    contributions: who('author|Matvei Sorin (ascribed)'),
    languages: [forged.language],
    source: harbour('persons', 'S', '2'),
    renditions: [forged],
    collections: inSecond(10),
    invented: INVENTED,
  }),
  document('nuwari-interview', {
    titles: [title('Conversation with Layla Nuwari')],
    summaries: [en('The interpreter answers one question that had been left open.')],
    dates: [date('before 1980', '../1979')],
    genre: 'Interview',
    contributions: who('participant|Layla Nuwari|nuwari'),
    places: at('written-at', 'marsa-nur'),
    subjects: [key('translation')],
    languages: [interview.language],
    source: harbour('persons', 'N', '2'),
    renditions: [interview],
    collections: inSecond(11),
    invented: INVENTED,
  }),
];
