import type { HistoricalEvent } from '../../src/core/event.ts';
import type { SourceKey } from '../../src/core/draft.ts';
import {
  CC0,
  alsoDate,
  at,
  authority,
  collection,
  date,
  document,
  en,
  key,
  names,
  title,
  who,
} from './build.ts';
import type { Entry } from './build.ts';
import { p, text } from './text.ts';

const NOT_HELD = 'Described here; its text is not held in this sample.';

export const sinoSovietCollections: readonly Entry[] = [
  collection('sino-soviet-relations', {
    titles: [title('Sino-Soviet Relations')],
    description: text(1000, [
      p(
        'Resolutions, cables, memoranda and records of talks on the dealings of the Soviet Union with China, from 1930 to the summer of 1947. Most are of July 1945, when T. V. Soong sat across from Stalin and Molotov in Moscow to settle what the Yalta agreement had left open: Outer Mongolia, the Manchurian railways, and the ports of Dairen and Port Arthur. The American ambassador was not in the room; Soong told him afterwards, and he cabled home what he heard.',
      ),
      p(
        'For the years in which the alliance came apart, see {i sample:sino-soviet-split|The Sino-Soviet Split, 1960–1984}. The twenty documents are real and are described here in this archive’s own words; their texts are not held in the sample.',
      ),
    ]).blocks,
    seeAlso: [{ collection: key('sino-soviet-split'), words: 'The years in which the alliance came apart' }],
    period: '1930/1959',
    image: { caption: 'Soviet propaganda poster, ‘Friends Forever.’' },
    isFeatured: true,
  }),
  collection('sino-soviet-split', {
    titles: [title('The Sino-Soviet Split, 1960-1984')],
    description: text(1000, [
      p(
        'In the summer of 1960 Moscow called its specialists home from China; in 1969 the two armies fired on each other along the Ussuri; talks on putting relations right began only in the 1980s. This collection is set aside for papers of those years.',
      ),
      p(
        'It has no documents in the sample yet. It stands here because {i sample:sino-soviet-relations|Sino-Soviet Relations} points to it, and an archive does not point to nothing.',
      ),
    ]).blocks,
    seeAlso: [{ collection: key('sino-soviet-relations'), words: 'The years of alliance' }],
    period: '1960/1984',
  }),
];

interface Real {
  readonly name: string;
  readonly words: readonly [title: string, dateWords: string, edtf: string];
  readonly genre: string;
  readonly summary: string;
  readonly people?: readonly string[];
  readonly places?: ReturnType<typeof at>;
  readonly subjects: readonly string[];
  readonly event?: ReturnType<typeof alsoDate>;
}

const met = (words: string, means: string) => alsoDate('event', words, means, { inferredFrom: 'the title' });
const soong = 'participant|T. V. Soong|soong';
const stalin = 'participant|Stalin|stalin';
const harrimanReports = 'author|Averell Harriman|harriman|Moscow';
const moscow = at('event', 'moscow');
const ports = at('about', 'dalian', 'port-arthur');
const mongolia = at('about', 'outer-mongolia');
const treaty = 'treaty-1945';

const reals: readonly Real[] = [
  {
    name: 'resolution-1930',
    words: [
      "Resolution of the All-Russian Central Executive Committee and Soviet of the People’s Commissars of the RSFSR, 'About the Practical Conduct of Nationalities Policy in the Far East Region in Regard to Chinese and Koreans'",
      'September 30, 1930',
      '1930-09-30',
    ],
    genre: 'Resolution',
    summary:
      'The legislature and the government of the Russian republic take stock of how nationalities policy is carried out among Chinese and Korean workers in the Far East, and where it has fallen short.',
    people: [
      'author|All-Russian Central Executive Committee|vtsik',
      'author|Soviet of the People’s Commissars of the RSFSR|sovnarkom-rsfsr',
    ],
    places: at('about', 'soviet-far-east'),
    subjects: ['nationalities-policy'],
  },
  {
    name: 'percy-chen-1944',
    words: ['Record of a Conversation with Percy Chen', 'June 26, 1944', '1944-06-26'],
    genre: 'Record of conversation',
    summary:
      'A talk with the lawyer Percy Chen about the course of the war with Japan, held in the days when Vice President Wallace was in China, whose wartime capital was Chongqing.',
    people: [
      'author|D. Godnunov|godnunov',
      'participant|Percy Chen|percy-chen',
      'subject|Henry Wallace|wallace',
    ],
    places: at('about', 'chongqing'),
    subjects: ['war-with-japan'],
  },
  {
    name: 'harriman-message-1945-07',
    words: ['Message from Averell Harriman to the President and Secretary of State', 'July, 1945', '1945-07'],
    genre: 'Message',
    summary:
      'The ambassador in Moscow sets out for Washington how far apart Chiang Kai-shek and Stalin stand on the status of Outer Mongolia. The catalogue gives the month only.',
    people: [
      harrimanReports,
      'recipient|the President|truman',
      'recipient|Secretary of State|us-secretary-of-state',
      'subject|Chiang Kai-Shek|chiang',
      'subject|Stalin|stalin',
    ],
    places: [...at('sent-from', 'moscow'), ...mongolia],
    subjects: [treaty, 'mongolian-independence'],
  },
  {
    name: 'soong-stalin-1945-07-02',
    words: ['Record of a Meeting between T.V. Soong and Stalin', 'July 02, 1945', '1945-07-02'],
    genre: 'Record of meeting',
    summary:
      'Notes of the talk of 2 July in Moscow, at which the terms of a treaty between the two states were gone into.',
    people: [soong, stalin],
    places: [...moscow, ...mongolia],
    subjects: [treaty, 'mongolian-independence'],
  },
  {
    name: 'harriman-memorandum-1945-07-03',
    words: [
      "Memorandum of Conversation between Averell Harriman and T. V. Soong, 'Far Eastern Conversations with Generalissimo Stalin'",
      'July 03, 1945',
      '1945-07-03',
    ],
    genre: 'Memorandum of conversation',
    summary:
      'The day after, Soong tells the American ambassador how the talk went on the ports and on Outer Mongolia.',
    people: [
      harrimanReports,
      'participant|Averell Harriman|harriman',
      soong,
      'subject|Generalissimo Stalin|stalin',
    ],
    places: [...moscow, ...mongolia, ...ports],
    subjects: [treaty, 'ports', 'mongolian-independence'],
  },
  {
    name: 'harriman-cable-stalin-1945-07-03',
    words: [
      'Cable, Summary of Averell Harriman Meeting with Stalin and T. V. Soong',
      'July 03, 1945',
      '1945-07-03',
    ],
    genre: 'Cable',
    summary:
      'The ambassador’s account of Stalin’s talk with Soong the day before: who should run the railway, and how open the ports should be.',
    people: ['sender|Averell Harriman|harriman|Moscow', stalin, soong],
    places: [...at('sent-from', 'moscow'), ...at('about', 'manchuria'), ...ports],
    subjects: [treaty, 'chinese-eastern-railway', 'ports'],
    event: met('July 2, 1945', '1945-07-02'),
  },
  {
    name: 'harriman-cable-soong-1945-07-03',
    words: ['Cable, Summary of Averell Harriman Meeting with T. V. Soong', 'July 03, 1945', '1945-07-03'],
    genre: 'Cable',
    summary:
      'A second report of the same day: Soong has gone through his own notes of the evening with the ambassador, and wants to know where the United States stands on Outer Mongolia.',
    people: ['sender|Averell Harriman|harriman|Moscow', soong, 'subject|Stalin|stalin'],
    places: [...at('sent-from', 'moscow'), ...mongolia, ...at('mentioned', 'korea'), ...ports],
    subjects: [treaty, 'mongolian-independence', 'ports'],
  },
  {
    name: 'harriman-cable-1945-07-05',
    words: ['Cable, Summary of Averell Harriman Meeting with T. V. Soong', 'July 05, 1945', '1945-07-05'],
    genre: 'Cable',
    summary:
      'Between two rounds of talks, Soong discusses with the ambassador how the Yalta wording on Outer Mongolia is to be read.',
    people: ['sender|Averell Harriman|harriman|Moscow', soong, 'subject|Stalin|stalin'],
    places: [...at('sent-from', 'moscow'), ...mongolia],
    subjects: [treaty, 'mongolian-independence'],
  },
  {
    name: 'soong-stalin-1945-07-07',
    words: ['Record of a Meeting Between T. V. Soong and Stalin', 'July 07, 1945', '1945-07-07'],
    genre: 'Record of meeting',
    summary: 'The talks turn on Outer Mongolia alone, and the evening ends without agreement.',
    people: [soong, stalin, 'subject|Chiang Kai-Shek|chiang'],
    places: [...moscow, ...mongolia],
    subjects: [treaty, 'mongolian-independence'],
  },
  {
    name: 'soong-stalin-1945-07-09',
    words: ['Record of a Meeting Between T. V. Soong and Stalin', 'July 09, 1945', '1945-07-09'],
    genre: 'Record of meeting',
    summary:
      'Soong brings Chiang Kai-shek’s answer to the deadlock: on one side Outer Mongolia, on the other Manchuria and its two ports.',
    people: [soong, stalin, 'participant|Molotov|molotov', 'subject|Chiang Kai-shek|chiang'],
    places: [...moscow, ...mongolia, ...at('about', 'manchuria'), ...ports],
    subjects: [treaty, 'mongolian-independence', 'ports'],
  },
  {
    name: 'harriman-cable-1945-07-10',
    words: ['Cable, Summary of Averell Harriman Meeting with T. V. Soong', 'July 10, 1945', '1945-07-10'],
    genre: 'Cable',
    summary:
      'The ambassador hears that agreement on Outer Mongolia is near, and what remains: borders, the railway, the two ports.',
    people: ['sender|Averell Harriman|harriman|Moscow', soong, 'subject|Stalin|stalin'],
    places: [...at('sent-from', 'moscow'), ...mongolia, ...at('about', 'sinkiang'), ...ports],
    subjects: [treaty, 'mongolian-independence', 'chinese-eastern-railway', 'ports'],
  },
  {
    name: 'soong-molotov-1945-07-10',
    words: ['Record of a Meeting Between T. V. Soong and V. M. Molotov', 'July 10, 1945', '1945-07-10'],
    genre: 'Record of meeting',
    summary:
      'Soong and the People’s Commissar of Foreign Affairs work on the texts themselves: Outer Mongolia, troops, the railways, the ports.',
    people: [soong, 'participant|V. M. Molotov|molotov'],
    places: [...moscow, ...mongolia, ...ports],
    subjects: [treaty, 'chinese-eastern-railway', 'ports', 'troop-withdrawal'],
  },
  {
    name: 'harriman-cable-1945-07-11',
    words: ['Cable, Summary of Averell Harriman Meeting with T. V. Soong', 'July 11, 1945', '1945-07-11'],
    genre: 'Cable',
    summary:
      'What each side gave up at the meeting of 11 July, as Soong told it to the ambassador, with the railway still in dispute.',
    people: ['sender|Averell Harriman|harriman|Moscow', soong, 'subject|Stalin|stalin'],
    places: [...at('sent-from', 'moscow'), ...mongolia, ...at('about', 'manchuria'), ...ports],
    subjects: [treaty, 'mongolian-independence', 'chinese-eastern-railway', 'ports'],
    event: met('July 11', '1945-07-11'),
  },
  {
    name: 'soong-stalin-1945-07-12',
    words: ['Record of a Meeting Between T.V. Soong and Stalin', 'July 12, 1945', '1945-07-12'],
    genre: 'Record of meeting',
    summary:
      'A review of what is still open, the last before Stalin leaves for the conference at Potsdam and the talks rest until August.',
    people: [soong, stalin],
    places: moscow,
    subjects: [treaty],
  },
  {
    name: 'harriman-stalin-1945-08-08',
    words: ['Memorandum of Conversation between W. A. Harriman and Stalin', 'August 08, 1945', '1945-08-08'],
    genre: 'Memorandum of conversation',
    summary:
      'On the day on which the Soviet Union declares war on Japan, the American ambassador takes up the Manchurian railways and the status of Dairen and Port Arthur.',
    people: ['participant|W. A. Harriman|harriman', stalin],
    places: [...moscow, ...at('about', 'manchuria'), ...ports],
    subjects: [treaty, 'chinese-eastern-railway', 'ports', 'war-with-japan'],
  },
  {
    name: 'petrov-wang-1946-02-19',
    words: [
      'Memorandum of Conversation of the Soviet Ambassador to China A.A. Petrov with the Chinese Minister of Foreign Affairs Wang Shijie',
      'February 19, 1946',
      '1946-02-19',
    ],
    genre: 'Memorandum of conversation',
    summary:
      'Six months after the war, minister and ambassador differ over Soviet troops in Manchuria and over the Japanese property found there.',
    people: [
      'author|A.A. Petrov|petrov',
      'participant|A.A. Petrov|petrov',
      'participant|Wang Shijie|wang-shijie',
    ],
    places: at('about', 'manchuria'),
    subjects: ['troop-withdrawal', 'economic-cooperation'],
  },
  {
    name: 'molotov-jing-tai-1946-05-06',
    words: [
      'From the Diary of V.M. Molotov, Reception of the Chinese Ambassador to France, Jing Tai, on 6 May 1946 at 3:00 p.m. in the Soviet Embassy in Paris',
      'May 06, 1946',
      '1946-05-06',
    ],
    genre: 'Diary entry',
    summary:
      'During the meeting of foreign ministers in Paris, China asks to be heard on Germany, with the coming peace with Japan in mind.',
    people: ['author|V.M. Molotov|molotov', 'participant|Jing Tai|jing-tai'],
    places: [...at('event', 'paris'), ...at('about', 'germany', 'japan')],
    subjects: ['peace-settlements'],
  },
  {
    name: 'petrov-wang-1946-06-04',
    words: [
      'Memorandum of Conversation, Soviet Ambassador to China A.A. Petrov with Minister of Foreign Affairs Wang Shijie, 1 June 1946',
      'June 04, 1946',
      '1946-06-04',
    ],
    genre: 'Memorandum of conversation',
    summary:
      'The minister hands over a Chinese draft on working together in Manchuria: mines, and the former Japanese works. The talk was on 1 June; the catalogue dates the paper three days later.',
    people: [
      'author|A.A. Petrov|petrov',
      'participant|A.A. Petrov|petrov',
      'participant|Wang Shijie|wang-shijie',
    ],
    places: at('about', 'manchuria'),
    subjects: ['economic-cooperation'],
    event: met('1 June 1946', '1946-06-01'),
  },
  {
    name: 'kuznetsov-cable-1947-06-15',
    words: ['Cable, Stalin [Kuznetsov] to Mao Zedong [via Terebin]', 'June 15, 1947', '1947-06-15'],
    genre: 'Cable',
    summary:
      'Under the name of his chief of military intelligence, Stalin has a secret journey of Mao to Moscow arranged through the physician Orlov.',
    people: [
      'sender|Kuznetsov|stalin',
      'recipient|Mao Zedong|mao',
      'other|Terebin|orlov',
      'subject|Kuznetsov|fyodor-kuznetsov',
    ],
    places: at('sent-from', 'moscow'),
    subjects: ['communist-parties'],
  },
  {
    name: 'kuznetsov-cable-1947-07-01',
    words: ['Cable, Stalin [Kuznetsov] to Mao Zedong [via Terebin]', 'July 01, 1947', '1947-07-01'],
    genre: 'Cable',
    summary: 'Two weeks later, by the same way and under the same name, the journey is put off.',
    people: [
      'sender|Kuznetsov|stalin',
      'recipient|Mao Zedong|mao',
      'other|Terebin|orlov',
      'subject|Kuznetsov|fyodor-kuznetsov',
    ],
    places: at('sent-from', 'moscow'),
    subjects: ['communist-parties'],
  },
];

export const sinoSovietDocuments: readonly Entry[] = reals.map((real, index) => {
  const [words, dateWords, means] = real.words;
  return document(real.name, {
    titles: [title(words)],
    summaries: [en(real.summary)],
    dates: [date(dateWords, means), ...(real.event ? [real.event] : [])],
    genre: real.genre,
    contributions: who(...(real.people ?? [])),
    places: real.places ?? [],
    subjects: real.subjects.map(key),
    collections: [{ collection: key('sino-soviet-relations'), sequence: index + 1 }],
    rights: {
      uri: CC0,
      words: 'This description may be used without asking. The document itself is not held here.',
    },
    holding: { kind: 'not-held', reason: 'other', words: NOT_HELD },
    attestations: [
      {
        field: 'summaries.0',
        by: 'human',
        from: 'written for the sample from title, date and general knowledge',
      },
      { field: 'places', by: 'human', from: 'the title and the subject' },
    ],
  });
});

const recorded = (name: string) => ({ document: key(name), side: 'Record of the talks' });
const told = (name: string) => ({ document: key(name), side: 'United States, from what Soong told' });

function event(
  name: string,
  given: Pick<HistoricalEvent<SourceKey>, 'dates' | 'places' | 'participants' | 'accounts'>,
  words: string,
  note: string,
): Entry {
  return {
    key: key(name),
    record: { kind: 'event', ...authority(name, names(`${words}|en`), { note }), ...given },
  };
}

export const sinoSovietEvents: readonly Entry[] = [
  event(
    'moscow-talks-1945',
    {
      dates: [date('30 June – 14 August 1945', '1945-06-30/1945-08-14', { kind: 'event' })],
      places: [key('moscow')],
      participants: who(
        soong,
        stalin,
        'participant|V. M. Molotov|molotov',
        'participant|Wang Shijie|wang-shijie',
      ),
      accounts: [
        ...['soong-stalin-1945-07-02', 'soong-stalin-1945-07-07', 'soong-stalin-1945-07-09'].map(recorded),
        ...['soong-molotov-1945-07-10', 'soong-stalin-1945-07-12'].map(recorded),
        ...['harriman-message-1945-07', 'harriman-memorandum-1945-07-03'].map(told),
        ...['harriman-cable-stalin-1945-07-03', 'harriman-cable-soong-1945-07-03'].map(told),
        ...['harriman-cable-1945-07-05', 'harriman-cable-1945-07-10', 'harriman-cable-1945-07-11'].map(told),
      ],
    },
    'Sino-Soviet talks in Moscow, summer 1945',
    'The talks from which the treaty of 14 August 1945 came: first with Soong until 12 July, then, after the conference at Potsdam, in August, with Wang Shijie, who signed for China.',
  ),
  event(
    'moscow-meeting-1945-07-02',
    {
      dates: [date('2 July 1945', '1945-07-02', { kind: 'event' })],
      places: [key('moscow')],
      participants: who(soong, stalin),
      accounts: [
        recorded('soong-stalin-1945-07-02'),
        told('harriman-memorandum-1945-07-03'),
        told('harriman-cable-stalin-1945-07-03'),
        told('harriman-cable-soong-1945-07-03'),
      ],
    },
    'Meeting of T. V. Soong and Stalin, 2 July 1945',
    'One evening in four papers: a record of the talk itself, and three American reports of the next day.',
  ),
  event(
    'moscow-meeting-1945-07-11',
    {
      dates: [date('11 July 1945', '1945-07-11', { kind: 'event' })],
      places: [key('moscow')],
      participants: who(soong, stalin),
      accounts: [told('harriman-cable-1945-07-11')],
    },
    'Meeting of T. V. Soong and Stalin, 11 July 1945',
    'Known in this sample only from the American ambassador’s cable.',
  ),
];
