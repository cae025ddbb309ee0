/** Family names that stand first, as they are written in Latin letters: the frequent ones of China, Korea and Vietnam. */
export const ASIAN_SURNAMES: ReadonlySet<string> = new Set(
  (
    'Bai Bo Cai Cao Chai Chang Chao Che Chen Cheng Chiang Chou Chu Cui Dai Deng Ding Dong Du Duan Fan Fang Feng Fu ' +
    'Gao Geng Gong Gu Guo Han Hao He Hong Hou Hsieh Hsu Hu Hua Huang Jia Jiang Jin Kang Kao Kong Kuo Lai Lei Li ' +
    'Liang Liao Lin Liu Long Lou Lu Luo Ma Mao Meng Mo Nie Pan Peng Pu Qian Qiao Qin Qiu Ren Shao Shen Shi Shih ' +
    'Song Soong Su Sun Sung Tan Tang Tao Teng Tian Tsai Tseng Wan Wang Wei Wen Wu Xi Xia Xiang Xiao Xie Xu Xue Yan ' +
    'Yang Yao Ye Yeh Yi Yin You Yu Yuan Zeng Zhang Zhao Zheng Zhong Zhou Zhu Zou ' +
    'An Bae Baek Choe Choi Chon Chong Cho Han Hong Hwang Im Jang Jeon Jeong Jo Kang Kim Ko Kwon Min Nam No O Oh ' +
    'Paek Pae Pak Park Ri Rim Ro Roh Ryu Seo Shin Sin So Son U Yi Yim Yun Yoon ' +
    'Bui Dang Dao Dinh Duong Ho Hoang Le Ngo Nguyen Pham Phan Tran Truong Vo Vu Xuan'
  ).split(' '),
);
