import { rightsName } from './en-terms.ts';

/** What the archive says of itself, in pages: about, rights, help. Names and addresses are given. */
interface Archive {
  readonly name: string;
  readonly about?: string;
  readonly contact?: string;
  readonly licence?: string;
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
        heading: 'Everything at once',
        paragraphs: [
          'All that is public here can be had in one piece, as tables, a database, TEI and JSON, so that it can be studied whole and outlives this site.',
        ],
        links: [
          ['All the data', '/data'],
          ['The API', '/api'],
        ] as const,
      },
      {
        heading: 'Made with',
        paragraphs: [
          'The site is made by Unsealed, free software under the MIT licence. Type: STIX Two Text, Golos Text and IBM Plex Mono, under the SIL Open Font License. Citations are written by citeproc-js, © Frank Bennett, under the Common Public Attribution License 1.0, with styles of the Citation Style Language project (CC BY-SA 3.0). It sets no cookies for readers, follows nobody and asks nothing of other sites.',
        ],
      },
    ],
  }),
  rights: ({ name, licence }: Archive) => ({
    title: 'Rights and reuse',
    lede: 'Read, quote and reuse: each document says under which terms.',
    parts: [
      {
        heading: 'Whose they are',
        paragraphs: [
          'The rights in a document stand on its page, under Description, with a statement of rightsstatements.org or a Creative Commons licence where one fits. Transcriptions and translations can have rights of their own, named with the text.',
          'Where nothing is said, nothing is known: ask the archive that holds the original.',
          ...(licence === undefined
            ? []
            : [
                'What the archive itself writes, titles, summaries and descriptions, has a licence of its own:',
              ]),
        ],
        links: licence === undefined ? [] : ([[rightsName(licence) ?? licence, licence]] as const),
      },
      {
        heading: 'How to cite',
        paragraphs: [
          `Each document page ends with a citation: the title, the date, the archive and reference of the original, then ${name}, the document’s id and edition, and its address. The same in the styles of Chicago, MLA and APA, and of each paragraph, is one step away.`,
          'The number beside a paragraph leads to an address of just that paragraph, which keeps even if paragraphs are added before it.',
        ],
        links: [['How to cite, and how a citation is checked', '/help/citing']] as const,
      },
      {
        heading: 'Taking documents away',
        links: [['All the data, in one piece', '/data']] as const,
        paragraphs: [
          'Each document can be had in other forms from its own page, under “Cite and keep”; those of collections, people, places and archives stand at the foot of theirs. The address is the id with an ending.',
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
          'Begin with a collection, a year, a place on the map, a person, or an archive and its files; or search everything at once. Each collection has the same ways in of its own.',
        ],
        links: [
          ['Searching', '/help/search'],
          ['Collections', '/collections'],
          ['Timeline', '/timeline'],
          ['Map', '/map'],
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
      {
        heading: 'Citing and keeping',
        paragraphs: [
          'Zotero saves from a document’s page, and all of a page of results, with people by role, archive and PDF; nothing needs to be installed but its connector.',
        ],
        links: [
          ['Citing', '/help/citing'],
          ['Is this quotation so?', '/quote'],
          ['Rights and reuse', '/rights'],
        ] as const,
      },
      {
        heading: 'With a program',
        paragraphs: [
          'Everything public here can be read by programs, without a key: records, texts, searches, and what has changed. A client for TypeScript and JavaScript comes with the software.',
        ],
        links: [
          ['The API, with examples', '/api'],
          ['All the data, in one piece', '/data'],
        ] as const,
      },
      {
        heading: 'Following and harvesting',
        paragraphs: [
          'What is newly opened, changed or taken back is told by feeds: of the whole archive, of each collection, and of any search, so that nobody needs to look again. Libraries and programs take the records by OAI-PMH and ResourceSync, which tell of changes and withdrawals too.',
        ],
        links: [
          ['What is new, as a feed', '/feed.atom'],
          ['OAI-PMH', '/oai?verb=Identify'],
          ['ResourceSync', '/.well-known/resourcesync'],
        ] as const,
      },
      {
        heading: 'With an assistant',
        paragraphs: [
          'An assistant that speaks the Model Context Protocol (MCP) can search and read here, check quotations and cite: give it the address of this site with /mcp at its end. What it says is its own; what it quotes can be checked here.',
        ],
        links: [['What assistants are told', '/llms.txt']] as const,
      },
    ],
  }),
};
