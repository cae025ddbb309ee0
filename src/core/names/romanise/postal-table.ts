/**
 * Places of China by the names that the post, the press and diplomats gave them: pinyin, then the other
 * spellings. A spelling that stood for two of the places is left out ("Suchow").
 */
const TABLE = `
Beijing: Peking, Pekin, Peiping, Beiping, Pei-ching
Nanjing: Nanking, Nankin
Tianjin: Tientsin
Chongqing: Chungking
Guangzhou: Canton, Kwangchow
Qingdao: Tsingtao, Tsingtau
Jinan: Tsinan
Yantai: Chefoo
Xi'an: Sian, Sianfu
Yan'an: Yenan
Chengdu: Chengtu
Kunming: Yunnanfu
Guilin: Kweilin
Guiyang: Kweiyang
Liuzhou: Liuchow
Changchun: Hsinking
Shenyang: Mukden, Fengtien
Harbin: Kharbin
Dalian: Dairen, Talien, Dalny
Lüshun: Port Arthur, Ryojun
Jinzhou: Chinchow
Andong: Antung
Yingkou: Newchwang
Jilin: Kirin
Heilongjiang: Heilungkiang
Hangzhou: Hangchow
Ningbo: Ningpo
Suzhou: Soochow
Wuxi: Wusih
Zhenjiang: Chinkiang
Xuzhou: Hsuchow
Fuzhou: Foochow
Xiamen: Amoy
Shantou: Swatow
Jiujiang: Kiukiang
Hankou: Hankow
Zhengzhou: Chengchow
Luoyang: Loyang
Zhangjiakou: Kalgan
Shanhaiguan: Shanhaikwan
Lanzhou: Lanchow
Xining: Sining
Urumqi: Tihwa, Urumchi, Dihua
Yining: Ining, Kuldja
Kashgar: Kashi
Xiaguan: Hsiakwan
Jinmen: Quemoy, Kinmen
Mazu: Matsu
Taibei: Taipei
Gaoxiong: Kaohsiung
Jilong: Keelung
Xinjiang: Sinkiang
Xizang: Tibet
Gansu: Kansu
Shaanxi: Shensi
Shanxi: Shansi
Hebei: Hopeh, Hopei, Chihli
Henan: Honan
Hubei: Hupeh, Hupei
Zhejiang: Chekiang
Jiangsu: Kiangsu
Jiangxi: Kiangsi
Anhui: Anhwei
Fujian: Fukien
Guangdong: Kwangtung
Guangxi: Kwangsi
Guizhou: Kweichow
Sichuan: Szechwan, Szechuan
Shandong: Shantung
Rehe: Jehol
Xikang: Sikang
Ningxia: Ninghsia, Ningsia
Qinghai: Tsinghai, Chinghai
Hong Kong: Hongkong, Xianggang
Macau: Macao, Aomen
`;

/** Each place's spellings: pinyin first, or the name by which it is most known. */
export const POSTAL: readonly (readonly string[])[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [pinyin = '', others = ''] = line.split(': ');
    return [pinyin, ...others.split(', ')];
  });
