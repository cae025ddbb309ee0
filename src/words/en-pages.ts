/** What the archive says of itself, in pages: about, rights, help. Names and addresses are given. */
interface Archive {
  readonly name: string;
  readonly about?: string;
  readonly contact?: string;
}

export const enPages = {
  about: ({ name, about, contact }: Archive) => ({
    title: `About ${name}`,
    lede:
      about ??
      'An archive of declassified and historical primary sources: the documents themselves, with where each came from and who released it.',
    parts: [
      {
        heading: 'What is kept here',
        paragraphs: [
          'Each document has a page of its own with its text, in the original language and in translation where there is one, the images of its pages where they are held, and a full description: who wrote to whom, when and where, from which archive and file it comes, and who opened it.',
          'Documents that are known but not held have a page too, with the reason: withheld, not found, closed, or not printed. A researcher may want to ask for them.',
        ],
      },
      {
        heading: 'How far it can be trusted',
        paragraphs: [
          'Texts are given as they stand in their sources. Dates and source lines are shown as catalogued beside how they were read. What a rule or a machine worked out says so.',
          'A black bar marks what an agency held back. What the archive itself holds back, for a living person or by a court’s order, is said in words, without what it is.',
          'Each change makes a numbered edition, and a citation names the edition it was taken from. Addresses are kept: what is withdrawn says so, and what moves leads on.',
        ],
      },
      {
        heading: 'Reaching the archive',
        paragraphs: [
          contact === undefined
            ? 'This archive has given no address to write to.'
            : 'To report a mistake, to ask that something be taken down, or to offer a document:',
        ],
        ...(contact === undefined
          ? {}
          : {
              links: [
                [
                  contact.replace(/^mailto:/, ''),
                  contact.startsWith('http') ? contact : `mailto:${contact.replace(/^mailto:/, '')}`,
                ],
              ] as const,
            }),
      },
      {
        heading: 'Content',
        paragraphs: [
          'These are papers of their time. They may hold words and views that hurt, and accounts of violence; they are kept as evidence.',
        ],
      },
      {
        heading: 'Made with',
        paragraphs: [
          'The site is made by Unsealed, free software under the MIT licence. Type: STIX Two Text, Golos Text and IBM Plex Mono, under the SIL Open Font License. It sets no cookies for readers, follows nobody and asks nothing of other sites.',
        ],
      },
    ],
  }),
  rights: ({ name }: Archive) => ({
    title: 'Rights and reuse',
    lede: 'Read, quote and reuse: each document says under which terms.',
    parts: [
      {
        heading: 'Whose they are',
        paragraphs: [
          'The rights in a document stand on its page, under Description, with a statement of rightsstatements.org or a Creative Commons licence where one fits. Transcriptions and translations can have rights of their own, named with the text.',
          'Where nothing is said, nothing is known: ask the archive that holds the original.',
        ],
      },
      {
        heading: 'How to cite',
        paragraphs: [
          `Each document page ends with a citation: the title, the date, the archive and reference of the original, then ${name}, the document’s id and edition, and its address.`,
          'The number beside a paragraph leads to an address of just that paragraph, which keeps even if paragraphs are added before it.',
        ],
      },
      {
        heading: 'Taking documents away',
        paragraphs: [
          'Each document can be had in other forms from its own page, under “Cite and keep”. The address is its id with an ending.',
        ],
      },
    ],
  }),
  help: () => ({
    title: 'Help',
    lede: 'How to find, read and cite.',
    parts: [
      {
        heading: 'Finding',
        paragraphs: [
          'Begin with a collection, a person, a place, or an archive and its files; or search everything at once.',
        ],
        links: [
          ['Searching', '/help/search'],
          ['Collections', '/collections'],
          ['People', '/people'],
          ['Sources', '/repositories'],
        ] as const,
      },
      {
        heading: 'Reading',
        paragraphs: [
          'Where a document is held in several forms, the ticks above the text show or shut each one: the scan, the original, each translation. Paragraphs that answer to each other stand in one row.',
          'A small number leads to a note at the foot of the text, and the note leads back. A broken line marks where a page of the original begins.',
          'A name in the text that is underlined leads to the page of that person, place or term.',
        ],
      },
      {
        heading: 'Access',
        terms: [
          ['Open in full', 'Nothing is known to be held back.'],
          ['Open in part', 'Something is held back: a black bar shows where an agency did so.'],
          ['Closed', 'The document is known, and no text of it may be shown.'],
        ] as const,
      },
      { heading: 'Citing and keeping', links: [['Rights and reuse', '/rights']] as const },
    ],
  }),
  helpSearch: () => ({
    title: 'Searching',
    lede: 'Words, names in any script, dates.',
    parts: [
      {
        heading: 'Words',
        terms: [
          ['soong stalin', 'both words, anywhere in a document'],
          ['"outer mongolia"', 'the words next to each other'],
          ['rail*', 'every word that begins so'],
          ['port OR harbour', 'either'],
          ['port -arthur', 'the first without the second'],
          ['title:treaty', 'in the title only; also summary, text, note, name, source, number'],
        ] as const,
        paragraphs: [
          'Capitals and accents make no difference. Russian, Chinese and other scripts are searched as they are written.',
        ],
      },
      {
        heading: 'Names',
        paragraphs: [
          'A name is searched in all its forms: other scripts and spellings, cover names in the years when they were borne, and documents that are linked with the person, body or place though they name it otherwise. What was searched besides is shown above the results; the ✕ beside a form leaves it out, and “Search exactly as written” leaves out all.',
          'Where several bear a name, the page asks which of them is meant, and searches the words as they stand.',
        ],
      },
      {
        heading: 'Search in',
        paragraphs: [
          'Everything; documents; titles alone; collections; people; places; or, from a collection’s page, this collection and those within it.',
        ],
      },
      {
        heading: 'Filters',
        paragraphs: [
          '“Add search filter” adds a row: a field, a condition, a value. Several values of one field are alternatives; different fields must all hold. “Cancel search filter” takes a row away, and so does the ✕ beside what is applied.',
          'A name may be written as anyone has it; if several are called so, you are asked which is meant. “has any” and “has none” find what has, or lacks, any value of a field.',
        ],
      },
      {
        heading: 'Dates',
        paragraphs: [
          'From and to are written as people say them: 1945, July 1945, summer 1947, July 2, 1945, 1950s. A document whose date is uncertain is found in every year it may fall in, and says so; “certainly” leaves out what may lie outside.',
          'The bars beside the results show when they are from. Draw a range across them, or move a grip by the arrow keys and press Enter; a bar leads closer in, to months and then to days.',
        ],
      },
      {
        heading: 'Results',
        paragraphs: [
          'As a list, each says where it was found, and leads to that very paragraph; as a table, who wrote to whom, in which language, and where the original is; as a timeline, under their years or months. A point that is not filled is a date that is not sure.',
          'On a document’s page, “Search this document” lists its passages in order.',
        ],
      },
      {
        heading: 'The address',
        paragraphs: [
          'The address of a search says the whole question: keep it, send it, or read it by a program at /search.json. The same question at /search.csv is a table, at /search.ris what Zotero takes in, and at /search.atom a feed of what is newly opened.',
        ],
      },
    ],
  }),
};
