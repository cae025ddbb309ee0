/** An archive as citations name it. `country`: ISO 3166-1; it decides what "f." or "k." stands for. */
export interface KnownRepository {
  /** What it is called in full, in its own words or those usual in English. */
  readonly name: string;
  readonly names: readonly string[];
  readonly country: string;
}

const row = (country: string, name: string, ...names: readonly string[]): KnownRepository => ({
  country,
  name,
  names,
});

/**
 * Archives that the citations of international history name by an abbreviation or a short name. Facts,
 * from the archives' own sites; names as written in citations, the abbreviation first.
 */
export const KNOWN_REPOSITORIES: readonly KnownRepository[] = [
  row('RU', 'Russian State Archive of Socio-Political History', 'RGASPI', 'РГАСПИ', 'RTsKhIDNI', 'РЦХИДНИ'),
  row('RU', 'Russian State Archive of Contemporary History', 'RGANI', 'РГАНИ', 'TsKhSD', 'ЦХСД'),
  row(
    'RU',
    'Archive of Foreign Policy of the Russian Federation',
    'AVPRF',
    'AVP RF',
    'АВПРФ',
    'АВП РФ',
    'AVP SSSR',
  ),
  row('RU', 'State Archive of the Russian Federation', 'GARF', 'ГАРФ', 'TsGAOR', 'ЦГАОР'),
  row('RU', 'Archive of the President of the Russian Federation', 'APRF', 'AP RF', 'АПРФ', 'АП РФ'),
  row('RU', 'Russian State Military Archive', 'RGVA', 'РГВА'),
  row('RU', 'Russian State Archive of the Economy', 'RGAE', 'РГАЭ'),
  row(
    'RU',
    'Central Archive of the Ministry of Defence of the Russian Federation',
    'TsAMO RF',
    'TsAMO',
    'TSAMO',
    'ЦАМО РФ',
    'ЦАМО',
  ),
  row('RU', 'Central Archive of the Federal Security Service', 'TsA FSB', 'ЦА ФСБ'),
  row('UA', 'Central State Archive of Public Organizations of Ukraine', 'TsDAHOU', 'ЦДАГОУ', 'TsDAGOU'),
  row('UA', 'Sectoral State Archive of the Security Service of Ukraine', 'HDA SBU', 'ГДА СБУ'),
  row(
    'AZ',
    'State Archive of Political Parties and Social Movements of the Republic of Azerbaijan',
    'AAPDHDA',
    'AGAPPOD',
    'GAPPOD AzR',
    'GAPPOD',
  ),
  row('GE', 'Archive of the Ministry of Internal Affairs of Georgia', 'sakartvelos shss arkivi', 'SShSSA'),
  row(
    'US',
    'National Archives and Records Administration',
    'NARA',
    'National Archives and Records Administration',
    'U.S. National Archives',
    'US National Archives',
    'National Archives II',
  ),
  row('US', 'Washington National Records Center', 'Washington National Records Center', 'WNRC'),
  row('US', 'Department of State', 'Department of State', 'U.S. Department of State'),
  row('US', 'Department of Defense', 'Department of Defense'),
  row('US', 'Central Intelligence Agency', 'Central Intelligence Agency', 'CIA'),
  row('US', 'National Security Council', 'National Security Council'),
  row('US', 'National Security Agency', 'National Security Agency'),
  row('US', 'National Security Archive', 'National Security Archive', 'The National Security Archive'),
  row(
    'US',
    'Franklin D. Roosevelt Library',
    'Roosevelt Library',
    'Franklin D. Roosevelt Library',
    'FDR Library',
  ),
  row('US', 'Harry S. Truman Library', 'Truman Library', 'Harry S. Truman Library', 'HSTL'),
  row('US', 'Dwight D. Eisenhower Library', 'Eisenhower Library', 'Dwight D. Eisenhower Library', 'DDEL'),
  row('US', 'John F. Kennedy Library', 'Kennedy Library', 'John F. Kennedy Library', 'JFKL'),
  row(
    'US',
    'Lyndon B. Johnson Library',
    'Johnson Library',
    'Lyndon B. Johnson Library',
    'LBJ Library',
    'LBJL',
  ),
  row('US', 'Richard Nixon Library', 'Nixon Library', 'Richard Nixon Library'),
  row('US', 'Gerald R. Ford Library', 'Ford Library', 'Gerald R. Ford Library'),
  row('US', 'Jimmy Carter Library', 'Carter Library', 'Jimmy Carter Library'),
  row('US', 'Ronald Reagan Library', 'Reagan Library', 'Ronald Reagan Library'),
  row('US', 'George H. W. Bush Library', 'George H. W. Bush Library', 'Bush Library'),
  row('US', 'U.S. Mission to the United Nations', 'U.S. Mission to the United Nations', 'USUN'),
  row('US', 'Library of Congress', 'Library of Congress', 'LOC'),
  row('US', 'Hoover Institution Archives', 'Hoover Institution Archives', 'Hoover Institution'),
  row('US', 'National Defense University', 'National Defense University'),
  row('US', 'Naval Historical Center', 'Naval Historical Center'),
  row(
    'US',
    'U.S. Army Center of Military History',
    'U.S. Army Center of Military History',
    'Center of Military History',
  ),
  row('US', 'Princeton University', 'Princeton University'),
  row('US', 'Yale University', 'Yale University'),
  row('GB', 'The National Archives (United Kingdom)', 'TNA', 'The National Archives of the UK', 'UKNA'),
  row('GB', 'Public Record Office', 'PRO', 'Public Record Office'),
  row(
    'DE',
    'Stiftung Archiv der Parteien und Massenorganisationen der DDR im Bundesarchiv',
    'SAPMO-BArch',
    'SAPMO-BA',
    'SAPMO',
    'BArch-SAPMO',
    'SAPMO BArch',
  ),
  row('DE', 'Bundesarchiv', 'BArch', 'Bundesarchiv', 'BA Berlin', 'BA Koblenz'),
  row(
    'DE',
    'Politisches Archiv des Auswärtigen Amts',
    'PA AA',
    'PAAA',
    'PA-AA',
    'PolA AA',
    'Politisches Archiv des Auswärtigen Amts',
  ),
  row('DE', 'Der Bundesbeauftragte für die Stasi-Unterlagen', 'BStU'),
  row('AT', 'Österreichisches Staatsarchiv', 'ÖStA', 'OeStA', 'Österreichisches Staatsarchiv'),
  row('CH', 'Schweizerisches Bundesarchiv', 'CH-BAR', 'BAR', 'Schweizerisches Bundesarchiv'),
  row(
    'FR',
    'Archives diplomatiques',
    'AMAE',
    'MAE',
    'Archives diplomatiques',
    'Archives du ministère des Affaires étrangères',
  ),
  row('FR', 'Archives nationales', 'Archives nationales', 'AN'),
  row('FR', 'Service historique de la Défense', 'SHD', 'Service historique de la Défense'),
  row('IT', 'Fondazione Istituto Gramsci', 'Fondazione Istituto Gramsci', 'APC'),
  row('PL', 'Archiwum Akt Nowych', 'AAN', 'Archiwum Akt Nowych'),
  row('PL', 'Archiwum Ministerstwa Spraw Zagranicznych', 'AMSZ', 'Archiwum MSZ'),
  row('PL', 'Instytut Pamięci Narodowej', 'IPN', 'AIPN', 'Instytut Pamięci Narodowej'),
  row('CZ', 'Národní archiv', 'NA ČR', 'Národní archiv', 'SÚA', 'SUA'),
  row('CZ', 'Archiv Ministerstva zahraničních věcí', 'AMZV'),
  row('SK', 'Slovenský národný archív', 'SNA'),
  row(
    'HU',
    'Magyar Nemzeti Levéltár Országos Levéltára',
    'MNL OL',
    'MNL-OL',
    'MOL',
    'MNL',
    'Magyar Országos Levéltár',
  ),
  row('RO', 'Arhivele Naționale Istorice Centrale', 'ANIC', 'Arhivele Naționale ale României', 'ANR'),
  row('RO', 'Arhiva Ministerului Afacerilor Externe', 'AMAE Romania'),
  row('BG', 'Central State Archives (Bulgaria)', 'TsDA', 'ЦДА', 'CDA'),
  row('AL', 'Central State Archive (Albania)', 'AQSH', 'AQPPSH', 'Central State Archive, Tirana'),
  row('RS', 'Arhiv Jugoslavije', 'AJ', 'Arhiv Jugoslavije', 'Arhiv Josipa Broza Tita'),
  row('RS', 'Diplomatski arhiv Ministarstva spoljnih poslova', 'DASMIP', 'DAMSPS'),
  row(
    'CN',
    '中华人民共和国外交部档案馆',
    '外交部档案馆',
    '中国外交部档案馆',
    '中华人民共和国外交部档案馆',
    'PRC FMA',
    'PRCFMA',
    'CFMA',
    'AMFA',
    'Chinese Foreign Ministry Archives',
  ),
  row('CN', '中央档案馆', '中央档案馆', 'CCA'),
  row('CN', '上海市档案馆', '上海市档案馆', 'SMA', 'Shanghai Municipal Archives'),
  row('CN', '江苏省档案馆', '江苏省档案馆', 'Jiangsu Provincial Archives'),
  row('TW', '國史館', '國史館', '国史馆', 'Academia Historica'),
  row('TW', '中央研究院近代史研究所檔案館', '中央研究院近代史研究所檔案館', 'IMH Archives'),
  row(
    'KR',
    '외교사료관',
    '외교사료관',
    '외무부 외교사료관',
    'South Korean Foreign Ministry Archive',
    'Diplomatic Archives, Seoul',
  ),
  row('KR', '국가기록원', '국가기록원', 'National Archives of Korea'),
  row(
    'JP',
    '外務省外交史料館',
    '外務省外交史料館',
    '外交史料館',
    'Diplomatic Archives of the Ministry of Foreign Affairs of Japan',
    'DAMOFA',
  ),
  row('JP', '国立公文書館', '国立公文書館', 'JACAR'),
  row(
    'MN',
    'Archive of the Ministry of Foreign Affairs of Mongolia',
    'Mongolian Foreign Ministry Archive',
    'GHYaTA',
  ),
  row(
    'VN',
    'Trung tâm Lưu trữ Quốc gia III',
    'Trung tâm Lưu trữ Quốc gia III',
    'TTLTQGIII',
    'VNA3',
    'Vietnam National Archives Center 3',
  ),
  row('IN', 'National Archives of India', 'National Archives of India', 'NAI'),
  row('IN', 'Nehru Memorial Museum and Library', 'Nehru Memorial Museum and Library', 'NMML'),
  row('CA', 'Library and Archives Canada', 'Library and Archives Canada', 'LAC'),
  row('AU', 'National Archives of Australia', 'National Archives of Australia', 'NAA'),
  row('BR', 'Arquivo Histórico do Itamaraty', 'AHMRE', 'Arquivo Histórico do Itamaraty', 'AHMRE-B'),
  row('IL', 'Israel State Archives', 'Israel State Archives', 'ISA'),
  row('ZA', 'Department of International Relations and Cooperation Archives', 'DIRCO', 'SADFA'),
  row('US', 'United Nations Archives', 'United Nations Archives', 'UN Archives', 'UNARMS'),
  row('BE', 'NATO Archives', 'NATO Archives'),
  row('US', 'National Archives and Records Administration', 'National Archives'),
];

const BY_NAME: readonly (readonly [name: string, repository: KnownRepository])[] = KNOWN_REPOSITORIES.flatMap(
  (repository) => repository.names.map((name) => [name, repository] as const),
).sort(([a], [b]) => b.length - a.length);

/** The archive that a name in a citation stands for; undefined if it is none that is known. */
export const knownRepository = (name: string): KnownRepository | undefined => NAMES.get(name);
const NAMES: ReadonlyMap<string, KnownRepository> = new Map(BY_NAME.toReversed());

/** What stands at the beginning of a reference: the archive's name as written, and what follows it. */
export interface RepositoryThenRest {
  readonly name: string;
  readonly known?: KnownRepository;
  readonly rest: string;
}

const GENERIC =
  /\b(?:Librar(?:y|ies)|Archives?|Archivo|Archivio|Arhiv\p{L}*|Archiv|Archiwum|[\p{L}]*archiv|Arkiv|Levéltár|University|Universität|Museum|Institut(?:e|ion)?|Cent(?:er|re)|Foundation|Society|Ministry|Bibliothek|Архив|архив)\b|档案馆|檔案館|기록원|史料館|公文書館/u;

/** A body of papers that citations name as if it were an archive, without saying where it is. */
const PAPERS =
  /^(?!Central |Public |The |Department of State)\p{Lu}[\p{L}\p{N}.’'&/–-]*(?: (?:of|the|and|de|von|[\p{Lu}\p{N}][\p{L}\p{N}.’'&/–-]*|Post)){0,6} (?:Papers|Files?|files?|Records|Collection|Materials|Diar(?:y|ies))$/u;

/** A body of papers known by its own name at the beginning of a reference: "Roosevelt Papers", "J.C.S. Files". */
export function papersAtStart(reference: string): RepositoryThenRest | undefined {
  const [first = ''] = reference.split(/[,;:]/u);
  if (first.length > 60 || !PAPERS.test(first)) return undefined;
  return { name: first, rest: reference.slice(first.length).replace(/^[\s,;:]+/u, '') };
}

/** Finds the archive at the beginning of a reference: a known name, else a first part that calls itself one. */
export function repositoryAtStart(reference: string): RepositoryThenRest | undefined {
  for (const [name, known] of BY_NAME) {
    if (!reference.startsWith(name)) continue;
    const rest = reference.slice(name.length);
    if (rest === '' || /^[\s,;:.，、：]/u.test(rest))
      return { name, known, rest: rest.replace(/^[\s,;:.，、：]+/u, '') };
  }
  const [first = ''] = reference.split(/[,;:，；：]/u);
  const rest = reference.slice(first.length).replace(/^[\s,;:，；：]+/u, '');
  if (first.length <= 80 && GENERIC.test(first) && rest !== '') return { name: first.trim(), rest };
  const isAbbreviation = /^\p{Lu}[\p{L}-]*\p{Lu}(?: \p{Lu}{2,})?$/u.test(first) && first.length <= 12;
  if (isAbbreviation && /^(?:f|fond|ф|RG|Box|op)[.\s]/.test(rest)) return { name: first, rest };
  return undefined;
}
