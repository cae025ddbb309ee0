import { counted, number } from './en-numbers.ts';

/** The page on which quotations are checked. */
export const enQuote = {
  title: 'Is this quotation so?',
  lede: 'Paste a quotation: the page says whether it stands so in a document here, where, and what differs.',
  text: 'Quotation',
  textHint: (most: number) =>
    `As it is printed, with its ellipses and brackets; at most ${number(most)} letters.`,
  reference: 'Reference, if there is one',
  referenceHint:
    'An address, a citation with the sign of a passage, “Foreign Relations …, Document 12”, or an archive’s reference.',
  check: 'Check',
  nothing: 'Paste a quotation, a reference with the sign of a passage, or both.',
  tooLong: (most: number) => `This is longer than ${number(most)} letters. Check it in parts.`,
  tooShort: 'Two words stand in many documents: give at least three, or name the document in the reference.',
  unreadable: 'What was sent could not be read: fill in the form and send it again.',
  verdicts: {
    exact: 'It stands so, to the letter.',
    forgiven: 'It stands so.',
    differs: 'It does not stand quite so.',
    notFound: 'It was not found.',
  },
  inEarlier: (edition: number, newest: number) =>
    `So in edition ${edition}; the newest is edition ${newest}, and has it otherwise or no longer.`,
  /** What was looked at: a search that finds nothing proves no more than that. */
  looked: (questions: number, compared: number) =>
    `Looked for with ${counted(questions, 'question')} to the index of what is public here; ${counted(compared, 'document')} compared word by word. A quotation may still stand in a document whose text is not held, or in words that differ more.`,
  comparedOnly: (compared: number) => `${counted(compared, 'document')} compared word by word.`,
  share: (same: number, words: number) => `${number(same)} of its ${counted(words, 'word')} stand so.`,
  forgivenHead: 'No difference, and said all the same:',
  forgiven: {
    'quotation-marks': 'another kind of quotation marks or apostrophes',
    hyphens: 'another kind of hyphens or dashes, or a word parted at the end of a line',
    spaces: 'a space more or less',
    width: 'points and commas of another width',
    letters: 'signs that may be left out in writing: vowel signs, the points of ё',
    spelling:
      'letters written otherwise, the words are the same: ue for ü, ss for ß, oe for œ, a long ſ, joined letters',
    ellipsis: 'words are left out where the ellipsis stands',
    'added-in-brackets': 'words in square brackets are of the one who quotes',
    brackets: 'square brackets stand about words of the text',
    sic: '“[sic]” is of the one who quotes',
    'first-capital': 'a capital at the beginning',
    'note-marks': 'marks of notes were copied along',
  },
  spelt: 'Written otherwise:',
  speltBeside: (quote: string, text: string) => `“${quote}” in the quotation, “${text}” in the document`,
  speltMore: (count: number) => `and ${counted(count, 'more word', 'more words')}`,
  differences: 'Beside the document',
  legend: 'Struck out: only in the quotation. Underlined: only in the document.',
  onlyQuote: 'only in the quotation:',
  onlyText: 'only in the document:',
  where: 'Where it stands',
  inText: 'In the text',
  inTranslation: 'In the translation',
  read: 'Read it there',
  citeIt: 'Cite it',
  isReferred: 'The reference names this document.',
  notReferred: 'This is another document than the reference names.',
  referenceRead: 'The reference names:',
  referenceFile: (words: string, documents: number) =>
    `The reference was read as “${words}”: ${counted(documents, 'document')} of that file compared.`,
  referenceNotHere: 'The reference names nothing that is here in public, or could not be read.',
  lookedEverywhere: 'The quotation was looked for everywhere.',
  signOnly: 'What the reference says',
  sign: (sign: string) => `The sign ${sign}:`,
  others: 'Also near',
};
