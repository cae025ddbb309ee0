/** What is said at the addresses of the interface that was closed. */
export const enOldAddresses = {
  oldAddresses: {
    cannotRead: (parameter: string) =>
      `The parameter ${parameter} cannot be read, is too long, or is given more than once.`,
    tooMany: (most: number) =>
      `More than ${most} documents would have to be looked through: narrow the search by another parameter.`,
    madeByMachine: 'Read by a machine; it may hold errors.',
    invented: (why: string) => `This text is invented: ${why}`,
    withheld: (words: string) => `Withheld: ${words}`,
  },
} as const;
