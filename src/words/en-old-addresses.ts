/** What is said at the addresses of the interface that was closed. */
export const enOldAddresses = {
  oldAddresses: {
    /** On the page of the API. */
    stillHere:
      'Programs that were written for the closed interface with /srv/record.json run here as they are: put this address in the place of that one.',
    cannotRead: (parameter: string) =>
      `The parameter ${parameter} cannot be read, is too long, or is given more than once.`,
    tooMany: (most: number) =>
      `More than ${most} documents would have to be looked through: narrow the search by another parameter.`,
    madeByMachine: 'Read by a machine; it may hold errors.',
    invented: (why: string) => `This text is invented: ${why}`,
    withheld: (words: string) => `Withheld: ${words}`,
  },
} as const;
