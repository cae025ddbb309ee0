import type { Repository } from '../../src/core/repository.ts';
import type { SourceKey } from '../../src/core/draft.ts';
import type { Term } from '../../src/core/term.ts';
import { INVENTED, agent, authority, en, key, names, place } from './build.ts';
import type { Entry } from './build.ts';
import { lang } from './markup.ts';

const invented = true;

export const dossierAgents: readonly Entry[] = [
  agent(
    'terling',
    'person',
    names(
      'Terling, Anna|de',
      'Anna Terling|de',
      'Терлинг, Анна|ru',
      'آنا تيرلينغ|ar',
      'Lamplighter|en|cover||1955/1957',
      'Фонарщик|ru|cover||1955/1957',
    ),
    {
      years: '1904/1979',
      note: 'Keeper of Skarn Light for Halvern, 1949–1963. In the files of the Velgorian Third Department she is Fonarshchik, the Lamplighter.',
      invented,
    },
  ),
  agent(
    'sorin',
    'person',
    names(
      'Sorin, Matvei Ilyich|ru-Latn|preferred|bgn-pcgn',
      'Matvej Sorin|de',
      'Сорин, Матвей Ильич|ru',
      'ماتفي سورين|ar',
      'Pilot|en|cover||1954/1957',
      'Lotse|de|cover||1954/1957',
    ),
    {
      years: '1899/1968',
      note: 'Keeper of Skarn Light for Velgora, 1951–1958. In the files of Halvern’s N IV he is Lotse, the Pilot.',
      invented,
    },
  ),
  agent(
    'reuter-official',
    'person',
    names(
      'Reuter, Jonas|de',
      'Jonas Reuter|de',
      'Йонас Рейтер|ru',
      'Counsellor Reuter|en|variant||1955/1970',
    ),
    {
      years: '1911/1983',
      note: 'Deputy head of the Straits desk in the Foreign Office at Brandsee. Not the master of the ferry Adelheid, who bore the same name.',
      invented,
    },
  ),
  agent(
    'reuter-ferry',
    'person',
    names('Reuter, Jonas|de', 'Jonas Reuter|de', 'Kapitän Reuter|de', 'Captain Reuter|en'),
    {
      years: '1908/1960',
      note: 'Master of the ferry Adelheid. Not the official of the Straits desk, who bore the same name.',
      invented,
    },
  ),
  agent(
    'falk',
    'person',
    names('Falk, Henriette|de', 'Dr. Falk|de', 'Хенриетта Фальк|ru', 'هنرييت فالك|ar'),
    {
      years: '1901/1977',
      note: 'Head of the Straits desk in the Foreign Office at Brandsee, 1952–1961.',
      invented,
    },
  ),
  agent(
    'kostina',
    'person',
    names(
      'Kostina, Vera Pavlovna|ru-Latn|preferred|bgn-pcgn',
      'Костина, Вера Павловна|ru',
      'Wera Kostina|de',
      'فيرا كوستينا|ar',
    ),
    {
      years: '1909/1991',
      note: 'Deputy Minister of Foreign Affairs of Velgora, 1955–1964.',
      invented,
    },
  ),
  agent(
    'zimorin',
    'person',
    names(
      'Zimorin, P.|ru-Latn|preferred|bgn-pcgn',
      'Зиморин, П.|ru',
      'Oberst Simorin|de',
      'Colonel Zimorin|en',
    ),
    {
      note: 'Officer of the Velgorian Third Department, present at Marsa Nur, where by all accounts he said nothing.',
      invented,
    },
  ),
  agent(
    'manari',
    'person',
    names(
      'al-Manari, Idris|ar-Latn|preferred|ala-lc',
      'Idris al-Manārī|ar-Latn|variant|ala-lc',
      'إدريس المناري|ar',
      'Идрис аль-Манари|ru',
    ),
    {
      years: '1889/1966',
      note: 'Harbour Master of Marsa Nur, 1931–1961, and by the Convention inspector of Skarn Light.',
      invented,
    },
  ),
  agent(
    'nuwari',
    'person',
    names(
      'Nuwari, Layla|ar-Latn|preferred|ala-lc',
      'Laylá al-Nuwārī|ar-Latn|variant|ala-lc',
      'ليلى النوّاري|ar',
      'Лейла Нуари|ru',
    ),
    {
      years: '1928/2004',
      note: 'Interpreter of the Harbour Office at Marsa Nur, from Arabic into German and Russian and back.',
      invented,
    },
  ),
  agent(
    'shen-bonian',
    'person',
    names(
      'Shen Bonian|zh-Latn|preferred|pinyin',
      'Shen Po-nien|zh-Latn|variant|wade-giles',
      '沈伯年|zh-Hant',
    ),
    {
      note: 'Second mate of the steamer Hai Deng.',
      invented,
    },
  ),
  agent('tarn', 'person', names('Tarn, Edmund|en', 'E. Tarn|en'), {
    years: '1915/1988',
    note: 'Second secretary of the Aldmere legation at Brandsee.',
    invented,
  }),
  agent(
    'halvern-foreign-office',
    'body',
    names('Foreign Office (Halvern)|en', 'Amt für Äußeres der Republik Halvern|de', 'AfÄ|de|abbreviation'),
    { invented },
  ),
  agent(
    'n-iv-office',
    'body',
    names('N IV (Halvern)|en', 'Nachrichtenstelle IV|de', 'N IV|de|abbreviation'),
    {
      note: 'The office of Halvern that ran the source Lotse.',
      invented,
    },
  ),
  agent(
    'velgora-ministry',
    'body',
    names(
      'Ministry of Foreign Affairs (Velgora)|en',
      'Министерство иностранных дел Вельгорской Народной Республики|ru',
      'МИД ВНР|ru|abbreviation',
    ),
    { invented },
  ),
  agent('third-department', 'body', names('Third Department (Velgora)|en', 'Третий отдел|ru'), {
    note: 'The office of Velgora that ran the source Fonarshchik.',
    invented,
  }),
  agent('harbour-office', 'body', names('Harbour Office of Marsa Nur|en', 'ديوان الميناء، مرسى نور|ar'), {
    years: '1868/',
    invented,
  }),
  agent('dominion-office', 'body', names('Dominion Office (Aldmere)|en', 'DO|en|abbreviation'), { invented }),
  agent('release-board', 'body', names('Aldmere Records Release Board|en'), { years: '1979/', invented }),
  agent('legation-brandsee', 'office', names('Aldmere Legation at Brandsee|en'), { invented }),
];

const nowhere = 'An invented place: it has no position on any map but the drawn one of this dossier.';
export const dossierPlaces: readonly Entry[] = [
  place(
    'lantern-strait',
    names('Lantern Strait|en', 'Laternensund|de', 'Фонарный пролив|ru', 'مضيق الفانوس|ar', '燈峽|zh-Hant'),
    { note: nowhere, invented },
  ),
  place(
    'skarn',
    names('Skarn Rock|en', 'Skarnfels|de', 'Скарн|ru', 'صخرة سكارن|ar', '斯卡岩|zh-Hant', 'The Rock|en'),
    {
      within: 'lantern-strait',
      note: `A rock of four acres with a lighthouse and one kitchen. ${nowhere}`,
      invented,
    },
  ),
  place('skarn-bank', names('Skarn Bank|en', 'Skarnbank|de', 'Скарнская банка|ru'), {
    within: 'lantern-strait',
    note: nowhere,
    invented,
  }),
  place('halvern', names('Halvern|en', 'Republik Halvern|de', 'Хальверн|ru', 'هالفرن|ar'), {
    note: nowhere,
    invented,
  }),
  place('brandsee', names('Brandsee|de', 'Брандзе|ru', 'برانديسي|ar'), {
    within: 'halvern',
    note: `Capital and chief port of Halvern. ${nowhere}`,
    invented,
  }),
  place(
    'velgora',
    names(
      'Velgora|en',
      'Вельгора|ru',
      'Velgorian People’s Republic|en',
      'Вельгорская Народная Республика|ru',
      'Welgora|de',
      'فيلغورا|ar',
    ),
    { note: nowhere, invented },
  ),
  place('stavin', names('Stavin|en', 'Ставин|ru', 'Stawin|de'), {
    within: 'velgora',
    note: `Capital of Velgora. ${nowhere}`,
    invented,
  }),
  place(
    'marsa-nur',
    names('Marsa Nur|ar-Latn|preferred|ala-lc', 'مرسى نور|ar', 'Марса-Нур|ru', 'Free Port of Marsa Nur|en'),
    {
      note: `A free port at the mouth of the strait; its name means anchorage of light. ${nowhere}`,
      invented,
    },
  ),
  place('aldmere', names('Aldmere|en', 'Dominion of Aldmere|en'), { note: nowhere, invented }),
  place('carrow', names('Carrow|en'), {
    within: 'aldmere',
    note: `Capital of Aldmere. ${nowhere}`,
    invented,
  }),
];

function repository(
  name: string,
  forms: readonly string[],
  at: string,
  country: string,
  note: string,
): Entry {
  const record: Repository<SourceKey> = {
    kind: 'repository',
    ...authority(name, names(...forms), { note, invented }),
    place: key(at),
    country,
  };
  return { key: key(name), record };
}
export const repositories: readonly Entry[] = [
  repository(
    'halvern-archive',
    [
      'State Archive of the Republic of Halvern|en',
      'Staatsarchiv der Republik Halvern|de',
      'StAH|de|abbreviation',
    ],
    'brandsee',
    'Halvern (invented)',
    'Keeps the papers of the Straits desk and what N IV did not burn in 1971.',
  ),
  repository(
    'velgora-archive',
    [
      'Central Archive of the Velgorian People’s Republic|en',
      'Центральный архив Вельгорской Народной Республики|ru',
      'ЦАВНР|ru|abbreviation',
      'TsAVNR|ru-Latn|abbreviation|bgn-pcgn',
    ],
    'stavin',
    'Velgora (invented)',
    'Open to readers since 1992, on Tuesdays.',
  ),
  repository(
    'aldmere-records',
    ['Dominion Record Office|en', 'DRO|en|abbreviation'],
    'carrow',
    'Aldmere (invented)',
    'Its papers are let out by the Aldmere Records Release Board.',
  ),
  repository(
    'marsa-nur-records',
    ['Harbour Records of Marsa Nur|en', 'سجلات الميناء، مرسى نور|ar'],
    'marsa-nur',
    'Marsa Nur (invented)',
    'One room above the weighing house, arranged by ship.',
  ),
];

function term(name: string, form: string, expansion: string, note: string, language = 'en'): Entry {
  const record: Term<SourceKey> = {
    kind: 'term',
    identifiers: [{ scheme: 'sample', value: name }],
    form,
    lang: lang(language),
    expansion,
    notes: [en(note)],
    explainedIn: [key('skarn-light')],
    attestations: [],
    invented: INVENTED,
  };
  return { key: key(name), record };
}
export const terms: readonly Entry[] = [
  term('n-iv', 'N IV', 'Nachrichtenstelle IV', 'Halvern’s office for news from across the strait.', 'de'),
  term('vnr', 'ВНР', 'Вельгорская Народная Республика', 'The Velgorian People’s Republic.', 'ru'),
  term(
    'zda',
    'z. d. A.',
    'zu den Akten',
    '“To the files”: written on a paper about which nothing more will be done.',
    'de',
  ),
  term(
    'lotse',
    'LOTSE',
    'Pilot',
    'Cover name at N IV of a source on Skarn Rock, 1954–1957. Whose it was, the documents tell one after the other.',
    'de',
  ),
  term(
    'fonarshchik',
    'ФОНАРЩИК',
    'Lamplighter',
    'Cover name in the Third Department of a source on Skarn Rock, 1955–1957.',
    'ru',
  ),
  term(
    'fl2',
    'Fl(2) 15s',
    'two flashes every fifteen seconds',
    'The character of Skarn Light, by which ships tell it from every other.',
  ),
  term('f-light', 'F', 'fixed: a light that does not flash', 'The character of the light on Brandsee pier.'),
  term('do', 'DO', 'Dominion Office', 'Aldmere’s ministry of foreign affairs.'),
];
