/** Chinese family names in pinyin, the most frequent first; those of two syllables last. */
const TABLE = `
  wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie
  han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lü su lu jiang cai jia ding wei xue ye yan
  pan du dai xia zhong wan tian ren shi yao tan fan fang jin qiu bai meng xiong qin hou kong shao
  mao long duan lei qian kang hao gong wen shang kuang nie ke bao zuo pu chu ni gu rao zhai mei gan
  geng guan qiao chai niu ning ling zhan ou xing bo pei hua qi lai tong bu chi ji mi cui you jing
  ouyang sima zhuge situ shangguan
`;

/** Each family name with its rank, from 0. */
export const SURNAMES: ReadonlyMap<string, number> = new Map(
  TABLE.trim()
    .split(/\s+/u)
    .map((surname, rank) => [surname, rank] as const),
);
