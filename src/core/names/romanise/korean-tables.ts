const entries = (table: string): readonly (readonly [hangul: string, spellings: readonly string[]])[] =>
  table
    .trim()
    .split(/\s+/u)
    .map((pair) => {
      const [hangul = '', spellings = ''] = pair.split(':');
      return [hangul, spellings.split(',').filter(Boolean)] as const;
    });

/** Family names, and how families write themselves whatever the systems say; the first is the most usual. */
export const KOREAN_FAMILIES: ReadonlyMap<string, readonly string[]> = new Map(
  entries(`
    김:Kim 이:Lee,Yi,Rhee,Ri,Li,I 박:Park,Pak,Bak 최:Choi,Choe 정:Chung,Chong,Jung,Jeong 강:Kang 조:Cho,Jo
    윤:Yoon,Yun 장:Chang,Jang 임:Lim,Im,Rim 한:Han 오:Oh,O 서:Suh,So,Seo 신:Shin,Sin 권:Kwon 황:Hwang
    안:Ahn,An 송:Song 유:Yoo,Yu,Ryu 류:Ryu,Yu 홍:Hong 전:Chun,Chon,Jeon 고:Koh,Ko,Go 문:Moon,Mun 손:Son
    양:Yang 배:Bae,Pae 백:Paik,Paek,Baek 허:Huh,Ho,Heo 남:Nam 심:Shim,Sim 노:Roh,No,Noh 하:Ha 곽:Kwak
    성:Sung,Song,Seong 차:Cha 주:Chu,Joo,Ju 우:Woo,U 구:Koo,Ku,Gu 민:Min 나:Na 진:Chin,Jin 지:Chi,Ji
    엄:Um,Om,Eom 변:Byun,Pyon,Byeon 현:Hyun,Hyon,Hyeon 태:Tae 림:Rim,Lim 리:Ri,Li,Lee 로:Ro,Roh 량:Ryang
  `),
);

/** Syllables of given names, the most frequent first: where a spelling fits several, the first are meant. */
export const GIVEN_SYLLABLES: readonly string[] =
  '영 정 성 철 희 일 수 호 훈 준 석 종 상 용 경 승 현 진 재 민 은 동 병 태 국 근 기 남 대 덕 도 두 만 명 모 무 문 미 배 범 복 봉 부 빈 삼 서 선 섭 세 소 순 숙 식 신 안 양 연 열 염 옥 완 우 욱 운 웅 원 유 윤 의 이 익 인 임 장 전 제 조 주 중 지 창 천 춘 충 치 택 표 필 하 학 한 해 헌 혁 형 혜 홍 화 환 황 회 효 후 흥 구 규 균 금 길 건 갑 강 관 광 권 란 록 림 련 례 룡 률 애 아 자 찬 채 추 탁 평 풍 헌 휘 흠'.split(
    ' ',
  );
