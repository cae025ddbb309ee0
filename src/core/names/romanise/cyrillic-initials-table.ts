const PAIRS =
  'zh:Ж kh:Х ts:Ц ch:Ч sh:Ш ya:Я ia:Я yu:Ю iu:Ю ye:Е a:А b:Б v:В w:В g:Г d:Д e:Е z:З i:И y:И j:Я k:К l:Л m:М n:Н o:О p:П r:Р s:С t:Т u:У f:Ф h:Х c:Ц';
const LETTERS: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair) => {
    const [latin = '', cyrillic = ''] = pair.split(':');
    return [latin, cyrillic] as const;
  }),
);

/** Initials in Latin letters as Cyrillic has them: "N.S." is "Н.С.". */
export const spelled = (initials: string): string =>
  initials.replace(/\p{L}+/gu, (letters) => LETTERS.get(letters.toLowerCase()) ?? letters);
