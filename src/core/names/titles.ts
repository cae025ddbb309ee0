const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words before a forename that are no part of the name: honorifics, ranks, offices. Folded. */
export const TITLES = set(`
  mr mrs miss ms madame mme mlle m monsieur herr frau dr doctor prof professor
  sir dame lord lady baron baroness count countess viscount earl duke duchess marquis marquess
  prince princess king queen emperor shah sheikh shaikh sultan pope cardinal archbishop bishop
  monsignor msgr father reverend rev rabbi imam ayatollah
  general gen lieutenant lt lieut major maj brigadier brig colonel col captain capt commander cdr cmdr
  admiral adm rear vice commodore ensign sergeant sgt marshal field air chief generalissimo warrant
  ambassador amb senator sen representative rep congressman congresswoman governor gov
  president premier minister chancellor secretary consul justice judge chairman comrade tov
  hon honorable honourable the right his her excellency majesty highness eminence
  general-major генерал маршал адмирал полковник тов товарищ г господин доктор профессор
  ret retired usa usn usaf usmc uscg raf rn phd md esq cbe kbe gcb obe
`);

/** Ends of a name that tell father from son. */
export const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['jr', 'jr'],
  ['junior', 'jr'],
  ['sr', 'sr'],
  ['senior', 'sr'],
  ['ii', 'ii'],
  ['2d', 'ii'],
  ['2nd', 'ii'],
  ['iii', 'iii'],
  ['3d', 'iii'],
  ['3rd', 'iii'],
  ['iv', 'iv'],
  ['4th', 'iv'],
]);

/** Short forms of forenames, with the forename that they mostly are. Enough to ask, never to be sure. */
const SHORT: ReadonlyMap<string, string> = new Map(
  [
    'william bill billy will willie',
    'robert bob bobby rob',
    'richard dick rick rich',
    'james jim jimmy jamie',
    'thomas tom tommy',
    'edward ed ted teddy eddie ned',
    'john jack johnny',
    'michael mike mickey',
    'joseph joe',
    'daniel dan danny',
    'frederick fred freddie',
    'samuel sam',
    'charles chuck charlie chip',
    'anthony tony',
    'henry hank harry',
    'lawrence larry',
    'donald don',
    'kenneth ken',
    'david dave',
    'stephen steve',
    'gerald jerry',
    'benjamin ben',
    'francis frank',
    'george geo',
    'patrick pat',
    'peter pete',
    'philip phil',
    'raymond ray',
    'ronald ron',
    'timothy tim',
    'walter walt',
    'andrew andy',
    'alexander alex',
    'albert al',
    'zbigniew zbig',
  ].flatMap((line) => {
    const [full = '', ...short] = line.split(' ');
    return short.map((word) => [word, full] as const);
  }),
);

/** "william" of "bill"; the word itself if it is no short form. */
export const fullForename = (word: string): string => SHORT.get(word) ?? word;
