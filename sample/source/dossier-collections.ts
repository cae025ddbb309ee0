import type { HistoricalEvent } from '../../src/core/event.ts';
import type { Unit } from '../../src/core/repository.ts';
import type { SourceKey } from '../../src/core/draft.ts';
import type { ReferencePath } from '../../src/core/source.ts';
import { INVENTED, authority, collection, date, en, key, names, step, title, who } from './build.ts';
import type { Entry } from './build.ts';
import { h, list, p, text } from './text.ts';
import { MEETING_AGENDA } from './dossier-agenda.ts';
import { MAP } from './scans.ts';

export const dossierCollections: readonly Entry[] = [
  collection('skarn-light', {
    titles: [title('The Dark of Skarn Light')],
    description: text(1000, [
      p(
        'On the night of 11 November 1957 the lighthouse on Skarn Rock went dark for forty-three minutes. A ferry ran aground; two navies put to sea; for three weeks the two states on either shore of the Lantern Strait stood closer to war than either has admitted. Then, at one meeting, both gave way at once, and neither ever learned why the other did.',
      ),
      p(
        'The papers of four archives tell it between them: telegrams and their misreadings, what two secret services believed of their own agents, three accounts of the same afternoon, and what came out in 1985, in 1998, in 2012. Begin with how this dossier was made, below, or with {i sample:skarn-i|the night itself}. Readers are advised to count the ducks.',
      ),
      p(
        '{e bold|All of this is invented.} There is no Skarn, no Halvern and no Velgora; it was written for this sample archive, to show what a document can have. For real papers see {i sample:sino-soviet-relations|Sino-Soviet Relations}.',
      ),
    ]).blocks,
    seeAlso: [{ collection: key('sino-soviet-relations'), words: 'Real documents, described' }],
    period: '1921/1979',
    ...(MAP ? { image: MAP } : {}),
    curators: ['Unsealed sample archive'],
    isFeatured: true,
    matter: [
      {
        slug: 'how-this-dossier-was-made',
        title: 'How this dossier was made',
        position: 'front',
        text: text(2000, [
          h(2, 'What is here'),
          p(
            'Twenty-three records: nineteen papers that are held, one that an office withholds in full, one that nobody has found, and two that this archive itself holds back. Each is written in the language that its people would have used. The states are invented, and so they have no languages of their own; German stands in for that of Halvern, Russian for that of Velgora, Arabic for that of Marsa Nur, English for that of Aldmere. One steamer passes through in Chinese.',
          ),
          h(2, 'How the papers are printed'),
          list(false, [
            'Black bars are what an agency held back, with the article that it claimed. Where a later release showed the words, they are given beside.',
            'Words in angle marks are supplied, struck or unclear in the original; the mark says which.',
            'Dates stand as the papers have them, including a day that the calendar does not.',
            'Numbers such as “your 212” lead to the telegram that bears the number, as far as that can be known. Two telegrams here are numbered 212.',
          ]),
          h(2, 'Who is who'),
          p(
            'There are two men called Jonas Reuter in these papers. One was {a reuter-official|deputy head of the Straits desk} and was never on a ship. The other was {a reuter-ferry|master of a ferry} and was never in an office. It would have been better for everyone had this been said on 12 November 1957.',
          ),
        ]),
        mentions: [
          { key: 'reuter-official', to: key('reuter-official') },
          { key: 'reuter-ferry', to: key('reuter-ferry') },
        ],
      },
      {
        slug: 'the-light-and-its-character',
        title: 'The light and its character',
        position: 'back',
        text: text(3000, [
          p(
            'A lighthouse says where it is by how it flashes. {p skarn|Skarn} showed two flashes every fifteen seconds, {t fl2|Fl(2) 15s} in the books; the pier at {p brandsee|Brandsee} showed a fixed light, {t f-light|F}. The flashes were made by a lens of three tons that turned around the lamp, driven by a weight on a chain, wound by hand every two hours. If such a lens stops, the lamp goes on burning, but from most of the sea it is dark, and from two directions it is a steady light where no steady light should be.',
          ),
          p(
            'This is worth knowing before the last letter in the dossier is read. Nobody in either capital knew it.',
          ),
        ]),
        mentions: [
          { key: 'skarn', to: key('skarn') },
          { key: 'brandsee', to: key('brandsee') },
          { key: 'fl2', to: key('fl2') },
          { key: 'f-light', to: key('f-light') },
        ],
      },
    ],
    invented: INVENTED,
  }),
  collection('skarn-i', {
    titles: [title('I. The Light Goes Out, 1921–1957')],
    description: text(1000, [
      p(
        'How two hostile states came to keep one lamp, what each was told about the other by its man or woman on the Rock, and what each made of forty-three minutes.',
      ),
    ]).blocks,
    period: '1921/1957-11',
    parents: [{ collection: key('skarn-light'), sequence: 1 }],
    invented: INVENTED,
  }),
  collection('skarn-ii', {
    titles: [title('II. The Talks at Marsa Nur, and After, 1957–1979')],
    description: text(1000, [
      p(
        'A note of a day that never was, one meeting with three accounts, a bill for coal and bread, and what the people who had been there wrote when nobody asked any more.',
      ),
    ]).blocks,
    period: '1957-11/1979',
    parents: [{ collection: key('skarn-light'), sequence: 2 }],
    invented: INVENTED,
  }),
];

const event = (
  name: string,
  words: readonly string[],
  note: string,
  given: Omit<HistoricalEvent<SourceKey>, 'kind' | keyof ReturnType<typeof authority>>,
): Entry => ({
  key: key(name),
  record: { kind: 'event', ...authority(name, names(...words), { note, invented: true }), ...given },
});

export const dossierEvents: readonly Entry[] = [
  event(
    'dark-of-skarn',
    ['The dark of Skarn Light|en', 'Die Finsternis von Skarn|de', 'Тьма на Скарне|ru'],
    'Forty-three minutes on the night of 11 November 1957.',
    {
      dates: [
        date('11 November 1957, 21:40 to 22:23', '1957-11-11', {
          kind: 'event',
          time: { hour: 21, minute: 40 },
        }),
      ],
      places: [key('skarn'), key('skarn-bank')],
      participants: who(
        'participant|Anna Terling|terling',
        'participant|Matvei Sorin|sorin',
        'participant|Captain Reuter|reuter-ferry',
      ),
      accounts: [
        { document: key('adelheid-wireless'), side: 'The ferry Adelheid' },
        { document: key('hai-deng-log'), side: 'The steamer Hai Deng' },
        { document: key('skarn-log-page'), side: 'The lighthouse' },
        { document: key('terling-letter'), side: 'The lighthouse' },
      ],
    },
  ),
  event(
    'marsa-nur-meeting',
    [
      'The meeting at Marsa Nur|en',
      'Das Treffen von Marsa Nur|de',
      'Встреча в Марса-Нуре|ru',
      'لقاء مرسى نور|ar',
    ],
    'One afternoon, three accounts. They agree on the tea.',
    {
      dates: [date('2 December 1957', '1957-12-02', { kind: 'event' })],
      places: [key('marsa-nur')],
      participants: who(
        'participant|Idris al-Manari|manari',
        'participant|Dr. Falk|falk|Halvern',
        'participant|Counsellor Reuter|reuter-official|Halvern',
        'participant|V. P. Kostina|kostina|Velgora',
        'participant|Colonel Zimorin|zimorin|Velgora',
        'interpreter|Layla Nuwari|nuwari',
      ),
      accounts: [
        { document: key('meeting-halvern'), side: 'Halvern' },
        { document: key('meeting-velgora'), side: 'Velgora' },
        { document: key('meeting-marsa-nur'), side: 'Marsa Nur' },
      ],
      agenda: MEETING_AGENDA,
    },
  ),
];

export const STRAITS_FILE = [
  step('fonds', 'AfÄ', 'Best.'),
  step('series', 'Sund', 'Reihe'),
  step('file', '112', 'Akte'),
];
export const FOND_14 = [step('fonds', '14', 'ф.'), step('inventory', '3', 'оп.'), step('file', '88', 'д.')];
export const DO_31 = [step('fonds', 'DO'), step('series', '31'), step('file', '57')];

type Described = readonly [
  name: string,
  level: string,
  words: string,
  scope: string,
  more?: { dateWords?: string; edtf?: string; extent?: string; access?: string },
];
const tree = (
  repository: string,
  path: ReferencePath<SourceKey>['steps'],
  described: readonly Described[],
): Entry[] =>
  described.map(([name, level, words, scope, more], at) => {
    const record: Unit<SourceKey> = {
      kind: 'unit',
      identifiers: [{ scheme: 'sample', value: name }],
      repository: key(repository),
      path: path.slice(0, at + 1),
      level,
      titles: [en(words)],
      ...(more?.dateWords ? { dateWords: more.dateWords } : {}),
      ...(more?.edtf ? { edtf: more.edtf } : {}),
      ...(more?.extent ? { extent: more.extent } : {}),
      elements: [{ element: 'Scope and content', text: scope }],
      ...(more?.access ? { accessWords: more.access } : {}),
      order: at + 1,
      attestations: [],
      invented: INVENTED,
    };
    return { key: key(name), record };
  });

export const units: readonly Entry[] = [
  ...tree('aldmere-records', DO_31, [
    [
      'unit-do',
      'fonds',
      'Records of the Dominion Office',
      'Papers of Aldmere’s ministry of foreign affairs and its legations.',
      { dateWords: '1888–1974', edtf: '1888/1974', extent: '2,140 boxes' },
    ],
    [
      'unit-do-31',
      'series',
      'Straits and guaranteed waters',
      'Correspondence with the legations at Brandsee and Stavin on the waters whose use Aldmere had guaranteed.',
      { dateWords: '1919–1968', edtf: '1919/1968', extent: '61 files' },
    ],
    [
      'unit-do-31-57',
      'file',
      'Skarn Light: the events of November 1957',
      'Telegrams from Brandsee, one memorandum with two annexes, cuttings.',
      {
        dateWords: '1957–1958',
        edtf: '1957/1958',
        extent: '212 leaves, of which 9 are withheld',
        access: 'Let out in part in 1985, 1998 and 2012; Annex B is withheld in full.',
      },
    ],
  ]),
  ...tree('velgora-archive', FOND_14, [
    [
      'unit-f14',
      'fonds',
      'Fond 14. Ministry of Foreign Affairs',
      'The ministry’s own papers and what the Third Department sent across the corridor.',
      { dateWords: '1919–1990', edtf: '1919/1990' },
    ],
    [
      'unit-f14-3',
      'inventory',
      'Opis 3. Secretariat of Deputy Minister Kostina',
      'In the order in which she kept them, which is by colour of folder.',
      { dateWords: '1955–1964', edtf: '1955/1964', extent: '133 files' },
    ],
    [
      'unit-f14-3-88',
      'file',
      'Delo 88. Skarn',
      'Telegrams to and from Brandsee, a report on weather, the record of 2 December 1957.',
      { dateWords: '1957', edtf: '1957', extent: '41 leaves' },
    ],
  ]),
  ...tree('halvern-archive', STRAITS_FILE, [
    [
      'unit-afa',
      'fonds',
      'Amt für Äußeres',
      'The Foreign Office of the Republic.',
      { dateWords: '1904–1988', edtf: '1904/1988' },
    ],
    [
      'unit-sund',
      'series',
      'Sund: the Straits desk',
      'Treaties, lights, buoys, fish.',
      { dateWords: '1919–1961', edtf: '1919/1961', extent: '118 files' },
    ],
    [
      'unit-sund-112',
      'file',
      '112: Skarnfeuer',
      'The file of Dr. Falk on the light, closed by her with the words “to the files, with tea”.',
      { dateWords: '1921–1958', edtf: '1921/1958' },
    ],
  ]),
];
