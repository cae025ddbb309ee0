import { agent, names, place, subject } from './build.ts';
import type { Entry } from './build.ts';

/** People, bodies and offices of the collection Sino-Soviet Relations: well-established facts only. */
export const realAgents: readonly Entry[] = [
  agent(
    'stalin',
    'person',
    names(
      'Stalin, I. V.|en',
      'Joseph Stalin|en',
      'Stalin, Joseph Vissarionovich|en',
      'Сталин, Иосиф Виссарионович|ru',
      'Иосиф Сталин|ru',
      'Iosif Stalin|ru-Latn|variant|other',
      '斯大林|zh-Hans',
      '史達林|zh-Hant',
      'Sidalin|zh-Latn|variant|pinyin',
      'Dzhugashvili, Iosif Vissarionovich|ru-Latn|former|other',
      'Generalissimo Stalin|en|variant||1945/1953',
      'Kuznetsov|en|cover||1947',
      'Кузнецов|ru|cover||1947',
      'Filippov|en|cover||1949/1953',
      'Филиппов|ru|cover||1949/1953',
    ),
    {
      years: '1878-12-18/1953-03-05',
      wikidata: 'Q855',
      note: 'Head of the Soviet government from 1941 and General Secretary of the party from 1922. Cables to the Chinese communists went out under other names; two of 1947 are listed here under the name Kuznetsov.',
    },
  ),
  agent(
    'orlov',
    'person',
    names(
      'Orlov, Andrei|en',
      'Andrei Yakovlevich Orlov|ru-Latn|variant|bgn-pcgn',
      'Орлов, Андрей Яковлевич|ru',
      'Orlov, A. Ia.|ru-Latn|variant|ala-lc',
      'Terebin|en|cover||1947',
      'Теребин|ru|cover||1947',
    ),
    {
      note: 'Soviet physician with the leadership of the Chinese communists, who passed messages between Moscow and Mao under the name Terebin.',
    },
  ),
  agent(
    'fyodor-kuznetsov',
    'person',
    names(
      'Kuznetsov, Fyodor|en',
      'Fedor Fedotovich Kuznetsov|ru-Latn|variant|ala-lc',
      'Кузнецов, Фёдор Федотович|ru',
    ),
    {
      note: 'Chief of Soviet military intelligence. Stalin’s two cables of 1947 to Mao bear his name; he is not the one who speaks in them.',
    },
  ),
  agent(
    'mao',
    'person',
    names(
      'Mao Zedong|zh-Latn|preferred|pinyin',
      'Mao Tse-tung|zh-Latn|variant|wade-giles',
      '毛泽东|zh-Hans',
      '毛澤東|zh-Hant',
      'Мао Цзэдун|ru',
      'Мао Цзе-дун|ru',
      'Chairman Mao|en',
    ),
    {
      years: '1893-12-26/1976-09-09',
      wikidata: 'Q5816',
      note: 'Leader of the Chinese Communist Party, in Yan’an and northern Shaanxi until 1948.',
    },
  ),
  agent(
    'soong',
    'person',
    names(
      'Soong, T. V.|en',
      'Soong Tse-ven|en',
      'Dr. Soong|en',
      '宋子文|zh-Hant',
      'Song Ziwen|zh-Latn|variant|pinyin',
      'Sung Tzu-wen|zh-Latn|variant|wade-giles',
      'Сун Цзывэнь|ru',
    ),
    {
      years: '1894/1971',
      note: 'President of the Executive Yuan of the Republic of China; led its delegation at the talks in Moscow in the summer of 1945.',
    },
  ),
  agent(
    'molotov',
    'person',
    names(
      'Molotov, V. M.|en',
      'Vyacheslav Mikhailovich Molotov|ru-Latn|variant|bgn-pcgn',
      'Молотов, Вячеслав Михайлович|ru',
      '莫洛托夫|zh-Hans',
      'Skriabin, Viacheslav Mikhailovich|ru-Latn|former|ala-lc',
    ),
    {
      years: '1890/1986',
      note: 'People’s Commissar, later Minister, of Foreign Affairs of the Soviet Union, 1939–1949.',
    },
  ),
  agent(
    'harriman',
    'person',
    names(
      'Harriman, W. Averell|en',
      'Averell Harriman|en',
      'W. A. Harriman|en',
      'Гарриман, Уильям Аверелл|ru',
      '哈里曼|zh-Hans',
    ),
    { years: '1891/1986', note: 'Ambassador of the United States in Moscow, 1943–1946.' },
  ),
  agent(
    'chiang',
    'person',
    names(
      'Chiang Kai-shek|zh-Latn|preferred|other',
      'Chiang Kai-Shek|en',
      'Jiang Jieshi|zh-Latn|variant|pinyin',
      'Chiang Chieh-shih|zh-Latn|variant|wade-giles',
      '蔣介石|zh-Hant',
      '蒋介石|zh-Hans',
      '蔣中正|zh-Hant',
      'Jiang Zhongzheng|zh-Latn|variant|pinyin',
      'Чан Кайши|ru',
      'Generalissimo Chiang|en',
    ),
    {
      years: '1887-10-31/1975-04-05',
      wikidata: 'Q16574',
      note: 'Head of the Nationalist government of China, in Chongqing until 1946.',
    },
  ),
  agent(
    'truman',
    'person',
    names('Truman, Harry S.|en', 'The President|en|variant||1945/1953', 'Трумэн, Гарри|ru', '杜鲁门|zh-Hans'),
    { years: '1884/1972', wikidata: 'Q11613', note: 'President of the United States, 1945–1953.' },
  ),
  agent(
    'us-secretary-of-state',
    'office',
    names('Secretary of State of the United States|en', 'Secretary of State|en'),
    {
      note: 'The office, whoever held it: in the first days of July 1945 it passed from Edward R. Stettinius to James F. Byrnes.',
    },
  ),
  agent(
    'wallace',
    'person',
    names('Wallace, Henry A.|en', 'Henry Wallace|en', 'Уоллес, Генри|ru', '华莱士|zh-Hans'),
    {
      years: '1888/1965',
      note: 'Vice President of the United States, 1941–1945; he travelled in Siberia and China in the summer of 1944.',
    },
  ),
  agent(
    'percy-chen',
    'person',
    names(
      'Chen, Percy|en',
      'Percy Chen|en',
      '陳丕士|zh-Hant',
      '陈丕士|zh-Hans',
      'Chen Pishi|zh-Latn|variant|pinyin',
    ),
    { note: 'Lawyer, son of the diplomat Eugene Chen.' },
  ),
  agent('godnunov', 'person', names('Godnunov, D.|en'), {
    note: 'The name stands so in the catalogue from which this list was made and has not been matched to another form.',
  }),
  agent(
    'petrov',
    'person',
    names(
      'Petrov, A. A.|en',
      'Apollon Aleksandrovich Petrov|ru-Latn|variant|bgn-pcgn',
      'Петров, Аполлон Александрович|ru',
      '彼得罗夫|zh-Hans',
    ),
    {
      note: 'Ambassador of the Soviet Union in China, 1945–1947.',
    },
  ),
  agent(
    'wang-shijie',
    'person',
    names(
      'Wang Shijie|zh-Latn|preferred|pinyin',
      'Wang Shih-chieh|zh-Latn|variant|wade-giles',
      '王世杰|zh-Hant',
      'Ван Шицзе|ru',
    ),
    { years: '1891/1981', note: 'Minister of Foreign Affairs of the Republic of China, 1945–1948.' },
  ),
  agent('jing-tai', 'person', names('Jing Tai|en'), {
    note: 'Named in the title of one document as Chinese ambassador to France in May 1946. The name is given as it stands there and has not been matched to another form.',
  }),
  agent(
    'vtsik',
    'body',
    names(
      'All-Russian Central Executive Committee|en',
      'Всероссийский центральный исполнительный комитет|ru',
      'ВЦИК|ru|abbreviation',
      'VTsIK|ru-Latn|abbreviation|bgn-pcgn',
    ),
    {
      years: '1917/1938',
      note: 'The standing legislature of the Russian republic between congresses of soviets.',
    },
  ),
  agent(
    'sovnarkom-rsfsr',
    'body',
    names(
      'Council of People’s Commissars of the RSFSR|en',
      'Soviet of the People’s Commissars of the RSFSR|en',
      'Совет народных комиссаров РСФСР|ru',
      'Sovnarkom of the RSFSR|en|abbreviation',
    ),
    { years: '1917/1946', note: 'The government of the Russian republic within the Soviet Union.' },
  ),
];

export const realPlaces: readonly Entry[] = [
  place('moscow', names('Moscow|en', 'Москва|ru', '莫斯科|zh-Hans', 'Mosike|zh-Latn|variant|pinyin'), {
    at: [55.7558, 37.6173],
    wikidata: 'Q649',
  }),
  place(
    'chongqing',
    names(
      'Chongqing|zh-Latn|preferred|pinyin',
      'Chungking|zh-Latn|variant|postal',
      'Ch’ung-ch’ing|zh-Latn|variant|wade-giles',
      '重慶|zh-Hant',
      '重庆|zh-Hans',
      'Чунцин|ru',
    ),
    { at: [29.563, 106.552], note: 'Seat of the Nationalist government of China from 1937 to 1946.' },
  ),
  place(
    'outer-mongolia',
    names(
      'Outer Mongolia|en',
      'Mongolian People’s Republic|en',
      'Внешняя Монголия|ru',
      '外蒙古|zh-Hant',
      'Wai Menggu|zh-Latn|variant|pinyin',
      'Mongolia|en',
    ),
    {
      at: [46.86, 103.85],
      note: 'In 1945 in fact a state of its own, allied with the Soviet Union, and in law claimed by China, which recognised its independence in January 1946.',
    },
  ),
  place(
    'manchuria',
    names(
      'Manchuria|en',
      'Northeast China|en',
      'Маньчжурия|ru',
      '東北|zh-Hant',
      '东北|zh-Hans',
      '滿洲|zh-Hant',
      'Manchukuo|en|former||1932/1945',
    ),
    { at: [45, 126] },
  ),
  place(
    'dalian',
    names(
      'Dalian|zh-Latn|preferred|pinyin',
      'Dairen|en|former||1905/1945',
      'Dalny|en|former||1898/1905',
      'Дальний|ru|former',
      'Далянь|ru',
      '大連|zh-Hant',
      '大连|zh-Hans',
      'Darien|en',
    ),
    {
      at: [38.914, 121.615],
      within: 'manchuria',
      note: 'Commercial port at the end of the Liaodong peninsula.',
    },
  ),
  place(
    'port-arthur',
    names(
      'Port Arthur|en',
      'Lüshun|zh-Latn|variant|pinyin',
      'Lü-shun|zh-Latn|variant|wade-giles',
      'Lüshunkou|zh-Latn|variant|pinyin',
      'Порт-Артур|ru',
      '旅順|zh-Hant',
      '旅顺|zh-Hans',
      'Ryojun|en|former||1905/1945',
    ),
    { at: [38.81, 121.24], within: 'manchuria', note: 'Naval base beside Dalian.' },
  ),
  place(
    'sinkiang',
    names(
      'Xinjiang|zh-Latn|preferred|pinyin',
      'Sinkiang|zh-Latn|variant|postal',
      'Hsin-chiang|zh-Latn|variant|wade-giles',
      '新疆|zh-Hans',
      'Синьцзян|ru',
    ),
    {
      at: [41.5, 85.5],
    },
  ),
  place('korea', names('Korea|en', 'Корея|ru', '한국|ko', '조선|ko', '朝鮮|zh-Hant'), { at: [38, 127] }),
  place('soviet-far-east', names('Far East (Russia)|en', 'Far Eastern Region|en', 'Дальний Восток|ru'), {
    at: [48.48, 135.08],
    note: 'The point on the map is Khabarovsk.',
  }),
  place('paris', names('Paris|en', 'Париж|ru', '巴黎|zh-Hans'), { at: [48.8566, 2.3522], wikidata: 'Q90' }),
  place('germany', names('Germany|en', 'Deutschland|de', 'Германия|ru', '德国|zh-Hans'), {
    at: [51.2, 10.4],
  }),
  place('japan', names('Japan|en', '日本|ja', 'Япония|ru'), { at: [36.2, 138.3] }),
];

export const subjects: readonly Entry[] = [
  subject('treaty-1945', 'Sino-Soviet Treaty of Friendship and Alliance (1945)', {
    note: 'Negotiated in Moscow in July and August 1945 and signed there on 14 August 1945.',
  }),
  subject('mongolian-independence', 'Mongolia—Independence'),
  subject('chinese-eastern-railway', 'Railways—Manchuria', {
    note: 'The Chinese Eastern and South Manchurian railways, joined in 1945 as the Chinese Changchun Railway.',
  }),
  subject('ports', 'Ports, international status of'),
  subject('war-with-japan', 'World War, 1939–1945—Asia'),
  subject('nationalities-policy', 'Nationalities policy—Soviet Union'),
  subject('troop-withdrawal', 'Military withdrawal'),
  subject('economic-cooperation', 'Economic co-operation'),
  subject('peace-settlements', 'Peace settlements'),
  subject('communist-parties', 'Relations between communist parties'),
  subject('navigation', 'Navigation'),
  subject('lighthouses', 'Lighthouses', { broader: 'navigation' }),
  subject('groundings', 'Ships—Groundings', { broader: 'navigation' }),
  subject('intelligence', 'Intelligence reports'),
  subject('talks', 'Diplomatic negotiations'),
  subject('seabirds', 'Sea birds'),
  subject('translation', 'Interpreting and translation'),
];
