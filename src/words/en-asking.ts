import { number } from './en-numbers.ts';

/** How a question was read, what else it could mean, and that there are too many at once. */
export const enAsking = {
  asking: {
    /** Before the reference: "Read as a reference: f. 558, op. 11." */
    reference: (words: string, files: number) =>
      files === 0
        ? `Read as a reference: ${words}. No file here has it; its parts were looked for as words.`
        : `Read as a reference: ${words}. The documents of ${files === 1 ? 'that file' : `the ${number(files)} files that bear it`} come first, then what names it.`,
    asWords: 'Look for the words only',
    bears: (words: string) => `“${words}” is read as`,
    bear: (words: string, count: number) =>
      `“${words}” is borne by ${number(count)} here, and any of them is searched:`,
    more: (count: number) => `and ${number(count)} more`,
    nobody: (field: string, words: string) =>
      `${field}: nothing here is called “${words}”; it was looked for as words.`,
    noValue: (field: string, words: string) =>
      `${field}: nothing here has the value “${words}”; it was looked for as words.`,
    dated: (words: string) => `Did you mean a date? Documents dated ${words}`,
    howTo: 'How to search',
  },
  busy: {
    title: 'Many are searching at this moment',
    says: 'There are more searches at once than can be answered. Yours was not begun: ask it again in a few seconds.',
    again: 'Ask again',
    plain: 'Too many searches at once. Ask again in a few seconds.',
  },
  /** Said to one who asked for too much in a short time. */
  tooMany: {
    title: 'That was too much at once',
    says: 'From where you are, more pages were asked for in a short time than one may have beside everybody else. Wait a moment, and ask again.',
    again: 'Ask again',
    whole: 'Whoever wants everything need not ask page by page:',
    data: 'Everything public in one piece, as files',
    oai: 'Everything public by OAI-PMH, and what has changed since',
    api: 'The interface for programs',
  },
  /** At the head of /robots.txt. */
  robots: {
    welcome: 'Welcome. Everything here may be read by robots.',
    everything: 'Whoever wants all of it need not fetch it page by page:',
    dumps: 'files with everything public:',
    harvest: 'OAI-PMH, and what has changed since:',
    assistants: 'for assistants:',
  },
  tooLong: {
    title: 'The address is too long',
    says: 'A question of at most 2,000 characters is read. Go back, ask with fewer words, and search again.',
  },
};
