/** Words whose plural no rule makes; both ways. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  analysis: ['analyses'],
  appendix: ['appendices', 'appendixes'],
  axis: ['axes'],
  basis: ['bases'],
  calf: ['calves'],
  child: ['children'],
  crisis: ['crises'],
  criterion: ['criteria'],
  datum: ['data'],
  emphasis: ['emphases'],
  foot: ['feet'],
  half: ['halves'],
  hypothesis: ['hypotheses'],
  index: ['indices', 'indexes'],
  knife: ['knives'],
  leaf: ['leaves'],
  life: ['lives'],
  loaf: ['loaves'],
  medium: ['media'],
  memorandum: ['memoranda', 'memorandums'],
  parenthesis: ['parentheses'],
  person: ['persons', 'people'],
  phenomenon: ['phenomena'],
  shelf: ['shelves'],
  synthesis: ['syntheses'],
  thesis: ['theses'],
  thief: ['thieves'],
  tooth: ['teeth'],
  wife: ['wives'],
  wolf: ['wolves'],
};
const PLURALS = new Map(Object.entries(IRREGULAR));
const SINGULAR = new Map([...PLURALS].flatMap(([one, many]) => many.map((plural) => [plural, one] as const)));

/** Words without another number, that look like one, or whose plural is another matter: "between", "news", "arms". */
const ALONE: ReadonlySet<string> = new Set(
  (
    'about above across after afterwards against along also always among and any arm arms around as ' +
    'because been before behind being below besides between beyond both but can corps could custom ' +
    'customs doe does during each either else even ever every few for from good goods had has have her ' +
    'him his how into its just less many may mean means might more most much must near neither never new ' +
    'news nor not now off often once only onto other others our ours out over overseas perhaps plus ' +
    'regard regards shall she should since some sometimes soon spirit spirits still such than that the ' +
    'their theirs them then there these they this those through thus too towards under until upon very ' +
    'was were what when whether which while who whom whose why will with within without would yes yet you ' +
    'your yours'
  ).split(' '),
);

/** Names of sciences and states end so, and no plural of a word in "ic": "politics", "economics". */
const NO_PLURAL = /(?:ss|us|is|ics)$/;
const SHORTEST = 3;

/**
 * The plural of an English word, or what it may be the plural of; verbs in the third person alike.
 *
 *   "treaty" -> "treaties"      "crises" -> "crisis", …      "congress" -> "congresses"      "news" -> (none)
 */
export const englishForms = (word: string): readonly string[] =>
  word.length < SHORTEST || ALONE.has(word) ? [] : allForms(word).filter((form) => !ALONE.has(form));

function allForms(word: string): readonly string[] {
  const isPlural = word.endsWith('s') && !NO_PLURAL.test(word) && word.length > SHORTEST;
  const one = SINGULAR.get(word);
  // "bases" are of a base, or of a basis.
  if (one !== undefined) return [one, ...(PLURALS.get(one) ?? []), ...(isPlural ? singulars(word) : [])];
  const irregular = PLURALS.get(word);
  if (irregular !== undefined) return irregular;
  if (word.endsWith('men')) return [`${word.slice(0, -2)}an`];
  if (word.endsWith('man')) return [`${word.slice(0, -2)}en`, `${word}s`];
  return isPlural ? singulars(word) : plurals(word);
}

function plurals(word: string): readonly string[] {
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`];
  if (word.endsWith('ics')) return [];
  if (/(?:s|x|z|ch|sh)$/.test(word)) return [`${word}es`];
  return word.endsWith('o') ? [`${word}s`, `${word}es`] : [`${word}s`];
}

function singulars(word: string): readonly string[] {
  const [withoutS, withoutEs] = [word.slice(0, -1), word.slice(0, -2)];
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`, withoutS];
  if (word.endsWith('oes')) return [withoutEs, withoutS];
  return /(?:s|x|z|ch|sh)es$/.test(word) ? [withoutEs, withoutS] : [withoutS];
}
