/** What programs are told that ask for records by unAPI. */
export const enMetadata = {
  unapi: {
    noId: 'A form was asked for, but not of what: id= names a document.',
    twice: 'id= and format= are each said once at most.',
    noForm: 'The forms in which documents are had are listed at /unapi.',
  },
} as const;
