/** The error codes of OAI-PMH 2.0. */
export type OaiCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noMetadataFormats'
  | 'noRecordsMatch'
  | 'noSetHierarchy';

const CODES = {
  'verb-missing': 'badVerb',
  'verb-unknown': 'badVerb',
  'verb-repeated': 'badVerb',
  'form-unreadable': 'badVerb',
  'form-too-long': 'badArgument',
  'argument-unknown': 'badArgument',
  'argument-repeated': 'badArgument',
  'argument-missing': 'badArgument',
  'argument-unread': 'badArgument',
  'token-not-alone': 'badArgument',
  'granularities-differ': 'badArgument',
  'until-before-from': 'badArgument',
  'token-wrong': 'badResumptionToken',
  'format-unknown': 'cannotDisseminateFormat',
  'format-not-had': 'cannotDisseminateFormat',
  'identifier-unknown': 'idDoesNotExist',
  'no-format': 'noMetadataFormats',
  'nothing-matches': 'noRecordsMatch',
  'no-sets': 'noSetHierarchy',
} as const satisfies Readonly<Record<string, OaiCode>>;

export type OaiFaultName = keyof typeof CODES;

/** What is wrong with a request, and with which of its arguments; `words/` says it. */
export interface OaiFault {
  readonly name: OaiFaultName;
  readonly code: OaiCode;
  readonly argument?: string;
}

/** A fault by its name; the code of the standard goes with it. */
export const oaiFault = (name: OaiFaultName, argument?: string): OaiFault => ({
  name,
  code: CODES[name],
  ...(argument === undefined ? {} : { argument }),
});
