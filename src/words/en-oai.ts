/** What harvesters are told that asked wrongly (OAI-PMH), by what is wrong; `argument`: with which argument. */
export const enOai = {
  oai: {
    'verb-missing': () => 'There is no verb. Identify says what this is.',
    'verb-unknown': () =>
      'There is no such verb. There are Identify, ListMetadataFormats, ListSets, ListIdentifiers, ListRecords and GetRecord.',
    'verb-repeated': () => 'The verb may be said once.',
    'form-unreadable': () => 'What is sent must be a form: application/x-www-form-urlencoded.',
    'form-too-long': () => 'More was sent than is read.',
    'argument-unknown': (argument: string) => `This verb takes no argument “${argument}”.`,
    'argument-repeated': (argument: string) => `The argument ${argument} may be said once.`,
    'argument-missing': (argument: string) => `The argument ${argument} is missing.`,
    'argument-unread': (argument: string) =>
      argument === 'from' || argument === 'until'
        ? `The argument ${argument} is no date: it must be like 2026-01-31 or 2026-01-31T12:00:00Z.`
        : `The argument ${argument} is not of the form that it must have.`,
    'token-not-alone': () => 'A resumptionToken holds all other arguments: none may stand beside it.',
    'granularities-differ': () => 'The arguments from and until must both be days, or both be seconds.',
    'until-before-from': () => 'The argument until is earlier than from.',
    'token-wrong': () =>
      'This resumptionToken was not given here for this verb. Tokens that were do not expire; begin the list again.',
    'format-unknown': () => 'There is no such format. ListMetadataFormats has those that there are.',
    'format-not-had': () =>
      'This record is not had in this format. ListMetadataFormats with its identifier has those in which it is.',
    'identifier-unknown': () => 'No record has this identifier.',
    'no-format': () => 'This record is had in no format: it is not public.',
    'no-sets': () => 'There are no collections here, and so no sets.',
    'nothing-matches': () => 'No record answers to these arguments.',
  },
} as const satisfies {
  readonly oai: Readonly<Record<string, (argument: string) => string>>;
};
