/**
 * The syllables of Mandarin: pinyin, and the same in Wade-Giles, with its aspiration marks and ü. Made from
 * the two systems' own tables of initials and finals; tones are written in neither.
 *
 *   zhou:chou  chou:ch'ou  ju:chü  si:ssu
 */
const TABLE = `
  a:a ai:ai ao:ao an:an ang:ang
  ba:pa bo:po bai:pai bei:pei bao:pao ban:pan ben:pen bang:pang beng:peng bi:pi bie:pieh biao:piao
  bian:pien bin:pin bing:ping bu:pu
  cha:ch'a che:ch'e chi:ch'ih chai:ch'ai chao:ch'ao chou:ch'ou chan:ch'an chen:ch'en chang:ch'ang
  cheng:ch'eng chong:ch'ung chu:ch'u chua:ch'ua chuo:ch'o chuai:ch'uai chui:ch'ui chuan:ch'uan chun:ch'un
  chuang:ch'uang ca:ts'a ce:ts'e ci:tz'u cai:ts'ai cao:ts'ao cou:ts'ou can:ts'an cen:ts'en cang:ts'ang
  ceng:ts'eng cong:ts'ung cu:ts'u cuo:ts'o cui:ts'ui cuan:ts'uan cun:ts'un
  da:ta de:te dai:tai dei:tei dao:tao dou:tou dan:tan den:ten dang:tang deng:teng dong:tung di:ti
  die:tieh diao:tiao diu:tiu dian:tien ding:ting du:tu duo:to dui:tui duan:tuan dun:tun
  e:o ei:ei en:en eng:eng er:erh
  fa:fa fo:fo fei:fei fou:fou fan:fan fen:fen fang:fang feng:feng fu:fu
  ga:ka ge:ko gai:kai gei:kei gao:kao gou:kou gan:kan gen:ken gang:kang geng:keng gong:kung gu:ku gua:kua
  guo:kuo guai:kuai gui:kuei guan:kuan gun:kun guang:kuang
  ha:ha he:ho hai:hai hei:hei hao:hao hou:hou han:han hen:hen hang:hang heng:heng hong:hung hu:hu hua:hua
  huo:huo huai:huai hui:hui huan:huan hun:hun huang:huang
  ji:chi jia:chia jie:chieh jiao:chiao jiu:chiu jian:chien jin:chin jiang:chiang jing:ching jiong:chiung
  ju:chü jue:chüeh juan:chüan jun:chün
  ka:k'a ke:k'o kai:k'ai kao:k'ao kou:k'ou kan:k'an ken:k'en kang:k'ang keng:k'eng kong:k'ung ku:k'u
  kua:k'ua kuo:k'uo kuai:k'uai kui:k'uei kuan:k'uan kun:k'un kuang:k'uang
  la:la le:le lai:lai lei:lei lao:lao lou:lou lan:lan lang:lang leng:leng long:lung li:li lia:lia
  lie:lieh liao:liao liu:liu lian:lien lin:lin liang:liang ling:ling lu:lu luo:lo luan:luan lun:lun lü:lü
  lüe:lüeh
  ma:ma mo:mo me:me mai:mai mei:mei mao:mao mou:mou man:man men:men mang:mang meng:meng mi:mi mie:mieh
  miao:miao miu:miu mian:mien min:min ming:ming mu:mu
  na:na ne:ne nai:nai nei:nei nao:nao nou:nou nan:nan nen:nen nang:nang neng:neng nong:nung ni:ni
  ne:ne nie:nieh niao:niao niu:niu nian:nien nin:nin niang:niang ning:ning nu:nu nuo:no nuan:nuan nü:nü
  nüe:nüeh
  o:o ou:ou
  pa:p'a po:p'o pai:p'ai pei:p'ei pao:p'ao pou:p'ou pan:p'an pen:p'en pang:p'ang peng:p'eng pi:p'i
  pie:p'ieh piao:p'iao pian:p'ien pin:p'in ping:p'ing pu:p'u
  qi:ch'i qia:ch'ia qie:ch'ieh qiao:ch'iao qiu:ch'iu qian:ch'ien qin:ch'in qiang:ch'iang qing:ch'ing
  qiong:ch'iung qu:ch'ü que:ch'üeh quan:ch'üan qun:ch'ün
  re:je ri:jih rao:jao rou:jou ran:jan ren:jen rang:jang reng:jeng rong:jung ru:ju rua:jua ruo:jo rui:jui
  ruan:juan run:jun
  sha:sha she:she shi:shih shai:shai shei:shei shao:shao shou:shou shan:shan shen:shen shang:shang
  sheng:sheng shu:shu shua:shua shuo:shuo shuai:shuai shui:shui shuan:shuan shun:shun shuang:shuang sa:sa
  se:se si:ssu sai:sai sao:sao sou:sou san:san sen:sen sang:sang seng:seng song:sung su:su suo:so sui:sui
  suan:suan sun:sun
  ta:t'a te:t'e tai:t'ai tao:t'ao tou:t'ou tan:t'an tang:t'ang teng:t'eng tong:t'ung ti:t'i tie:t'ieh
  tiao:t'iao tian:t'ien ting:t'ing tu:t'u tuo:t'o tui:t'ui tuan:t'uan tun:t'un
  wu:wu wa:wa wo:wo wai:wai wei:wei wan:wan wen:wen wang:wang weng:weng
  xi:hsi xia:hsia xie:hsieh xiao:hsiao xiu:hsiu xian:hsien xin:hsin xiang:hsiang xing:hsing xiong:hsiung
  xu:hsü xue:hsüeh xuan:hsüan xun:hsün
  yi:i ya:ya yo:yo ye:yeh yai:yai yao:yao you:yu yan:yen yin:yin yang:yang ying:ying yong:yung yu:yü
  yue:yüeh yuan:yüan yun:yün
  zha:cha zhe:che zhi:chih zhai:chai zhei:chei zhao:chao zhou:chou zhan:chan zhen:chen zhang:chang
  zheng:cheng zhong:chung zhu:chu zhua:chua zhuo:cho zhuai:chuai zhui:chui zhuan:chuan zhun:chun
  zhuang:chuang za:tsa ze:tse zi:tzu zai:tsai zei:tsei zao:tsao zou:tsou zan:tsan zen:tsen zang:tsang
  zeng:tseng zong:tsung zu:tsu zuo:tso zui:tsui zuan:tsuan zun:tsun
`;

/** Pinyin and Wade-Giles of every syllable, in pairs. */
export const SYLLABLES: readonly (readonly [pinyin: string, wadeGiles: string])[] = TABLE.trim()
  .split(/\s+/u)
  .map((pair) => {
    const [pinyin = '', wadeGiles = ''] = pair.split(':');
    return [pinyin, wadeGiles];
  });
