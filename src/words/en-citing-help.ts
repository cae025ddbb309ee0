/** The page on citing. Addresses in it are examples, and lead nowhere. */
export const enCitingHelp = () => ({
  title: 'Citing',
  lede: 'How to cite a document or a passage so that it is found again, and how to check a citation or a quotation.',
  parts: [
    {
      heading: 'A document, a passage, a page',
      paragraphs: [
        'Each document page ends with a citation in the archival form; “Chicago, MLA, APA and more” leads to the others. Each can be copied, or taken as a file for Zotero, LaTeX and other programs.',
        'The number beside a paragraph leads to that paragraph; its citation has an address of its own, which is the document’s with “/cite/” and the name of the passage. Where the browser runs our script, a bar offers it for the paragraph that is looked at and for words that are chosen, and the key c copies. A tick beside the citation switches the key off.',
        'A page of a scan is cited by its label, under “/cite/scan/”.',
      ],
    },
    {
      heading: 'What keeps',
      paragraphs: [
        'Addresses are never taken away. Each change makes a numbered edition, and earlier ones can still be read: a citation of a passage leads to the edition it was taken from.',
        'Passages have names, such as b5, that are given once. The number that one sees beside a paragraph may change when paragraphs are added before it; the name does not.',
      ],
    },
    {
      heading: 'The sign of a passage',
      id: 'signs',
      paragraphs: [
        'Behind the address of a passage stands a sign: [b5 3f9a0c71e2]. It names the passage, and stands for its words: change a letter, and it is another. Whoever follows a citation years later can so check that the words are those that were cited: on this site, in a copy of it, or by hand.',
        'By hand: take the words of the passage without the marks of notes and pages; bring them into Unicode’s form NFC; make each run of spaces, tabs and ends of lines one space, and leave none before and after. The first ten letters and digits of the SHA-256 sum of that text, in UTF-8, are the sign.',
        "With words in a file: tr -s '[:space:]' ' ' < words.txt | sed 's/^ //; s/ $//' | tr -d '\\n' | sha256sum | cut -c 1-10",
        'A sign of several passages (b5-b9) is made of all their words, one after another.',
      ],
    },
    {
      heading: 'Is this quotation so?',
      paragraphs: [
        'Paste a quotation, with its reference if there is one. The page says whether the words stand so in a document here, where, and what differs. Kinds of quotation marks and hyphens, white space, words left out with an ellipsis or added in square brackets, and a capital at the beginning are no difference, and are said all the same.',
      ],
      links: [['Check a quotation', '/quote']] as const,
    },
  ],
});
