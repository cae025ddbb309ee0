import { number } from './en-numbers.ts';

/** The page on searching. The examples themselves come from what the archive holds; here is what each shows. */
export const enHelpSearch = {
  helpSearch: {
    title: 'How to search',
    lede: 'Words are enough. What follows says more exactly what you want. Every example is a link to a search of this archive.',
    example: 'Example',
    means: 'What it finds',
    results: (count: number) => (count === 1 ? '1 result' : `${number(count)} results`),
    none: 'This archive has nothing yet that an example could find.',
    groups: {
      words: 'Words',
      fields: 'In a field',
      dates: 'Dates',
      references: 'Archival references',
      names: 'Names',
    },
    intro: {
      words:
        'Capitals and accents make no difference. A word finds its other forms of number and case: “treaty” finds “treaties”, “комиссия” finds “комиссии”. What was searched besides is shown above the results, with a way to leave it out; in quotation marks a word is as it stands. Verbs and words made of others (“negotiate”, “negotiator”) are found by their beginning: “negotiat*”. Chinese, Japanese and Korean are searched as they are written, in traditional or simplified characters.',
      fields:
        'A field, a colon, and a word, a “phrase” or a (group). Further fields: summary, text, note, name, number, collection, event, marking, release, id. “|” between values means either; a minus before the field means not.',
      dates:
        'A date can be written as people write it, also in German, French or Russian, with quotation marks or without. A document whose date is uncertain is found by “date” wherever it may fall, and by “within” only where it surely does. A date among plain words finds what has them, and what is surely of that date.',
      references:
        'A reference can be pasted from a footnote as it stands: punctuation, spaces and the script of “f.”, “op.”, “d.” make no difference. The file’s documents come first, then those that name it in words. In quotation marks it is words only.',
      names:
        'A name is searched in all its forms: other scripts and spellings, cover names in the years when they were borne, and documents that are linked with the person, body or place though they name it otherwise. What was searched besides is shown above the results; the ✕ beside a form leaves it out, and “Search exactly as written” leaves out all. Where several bear a name, the page asks which of them is meant, and searches the words as they stand.',
    },
    says: {
      words: 'both words, anywhere in the record',
      phrase: 'the words next to each other, in this order',
      near: 'the words in any order, at most nine others between them',
      either: 'either word; OR in capitals',
      without: 'the first word, and not the second',
      group: 'either of two, together with a third',
      beginning: 'every word that begins so',
      letters: '“*” stands for any letters, “?” for one',
      title: 'in the title only',
      person: 'a person or body, by any of their names, in whatever role',
      from: 'from them: who wrote, sent or signed',
      to: 'to them',
      place: 'a place',
      subject: 'a subject',
      archive: 'where the original is kept, by name or abbreviation',
      type: 'a kind of document',
      language: 'a language, by its name or code',
      has: 'what can be read here as scan, transcription or translation',
      any: '“*” for any value, with a minus for none',
      year: 'a year',
      years: 'from one year to another; either end may be left open',
      month: 'a month; a day, a season (“summer 1947”) or a decade (1950s) likewise',
      certainly: 'only what surely lies in that year',
      before: 'before; also “after July 1950”, “since 1945”',
      reference: 'the documents of that file, and what names it',
      'in-file': 'a part of a reference, in whatever archive',
      name: 'another name of somebody in this archive',
    },
    rest: 'What is not understood is searched as words, and said beside the box. At most 2,000 characters and 64 words are read, of which 2 may begin with “*” or “?”, and brackets eight deep. A backslash takes the sign after it as it is.',
    further: [
      [
        'Search in',
        'Everything; documents; titles alone; collections; people; places; or, from a collection’s page, this collection and those within it.',
      ],
      [
        'Filters',
        '“Add search filter” adds a row: a field, a condition, a value. Several values of one field are alternatives; different fields must all hold. “Cancel search filter” takes a row away, and so does the ✕ beside what is applied.',
        'A name may be written as anyone has it; if several are called so, you are asked which is meant. “has any” and “has none” find what has, or lacks, any value of a field.',
        'From and to are written as people say them: 1945, July 1945, summer 1947, July 2, 1945, 1950s. A document whose date is uncertain is found in every year it may fall in, and says so; “certainly” leaves out what may lie outside.',
      ],
      [
        'Results',
        'The bars beside the results show when they are from. Draw a range across them, or move a grip by the arrow keys and press Enter; a bar leads closer in, to months and then to days.',
        'As a list, each says where it was found, and leads to that very paragraph; as a table, who wrote to whom, in which language, and where the original is; as a timeline, under their years or months. A point that is not filled is a date that is not sure.',
        'On a document’s page, “Search this document” lists its passages in order.',
      ],
      [
        'The address',
        'The address of a search says the whole question: keep it, send it, or read it by a program at /search.json. The same question at /search.csv is a table, at /search.ris what Zotero takes in, and at /search.atom a feed of what is newly opened.',
      ],
    ],
  },
};
