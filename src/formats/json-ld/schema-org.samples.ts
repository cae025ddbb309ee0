/**
 * What of schema.org we use: of each type the properties that it has, itself or from the types above it, as
 * far as we say them. Source: schema.org, the pages of these types, read 2026-11-23.
 */
const THING =
  'name alternateName description disambiguatingDescription url sameAs identifier image mainEntityOfPage subjectOf';
const CREATIVE_WORK =
  `${THING} about abstract author conditionsOfAccess contentLocation contributor copyrightHolder copyrightNotice ` +
  'creator creditText dateCreated dateModified datePublished editor encoding encodingFormat funder genre inLanguage ' +
  'isAccessibleForFree isBasedOn isPartOf license locationCreated materialExtent mentions provider publisher temporal ' +
  'temporalCoverage translationOfWork translator usageInfo version workTranslation';
const ORGANIZATION = `${THING} address location foundingDate dissolutionDate`;
const MEDIA_OBJECT = `${CREATIVE_WORK} contentUrl contentSize sha256`;

export const PROPERTIES: Readonly<Record<string, string>> = {
  Thing: THING,
  ArchiveComponent: `${CREATIVE_WORK} holdingArchive itemLocation`,
  Message: `${CREATIVE_WORK} sender recipient ccRecipient dateSent dateReceived`,
  Report: CREATIVE_WORK,
  CreativeWork: CREATIVE_WORK,
  Collection: CREATIVE_WORK,
  Dataset: `${CREATIVE_WORK} distribution`,
  DataDownload: MEDIA_OBJECT,
  MediaObject: MEDIA_OBJECT,
  WebSite: `${CREATIVE_WORK} potentialAction`,
  SearchAction: `${THING} target query-input`,
  EntryPoint: `${THING} urlTemplate`,
  Person: `${THING} birthDate deathDate`,
  Organization: ORGANIZATION,
  ArchiveOrganization: ORGANIZATION,
  Place: `${THING} geo containedInPlace`,
  GeoCoordinates: `${THING} latitude longitude`,
  PostalAddress: `${THING} addressCountry`,
  DefinedTerm: `${THING} inDefinedTermSet`,
  DefinedTermSet: CREATIVE_WORK,
  Event: `${THING} startDate endDate location attendee`,
  PropertyValue: `${THING} propertyID value`,
  Role: `${THING} roleName contributor`,
  BreadcrumbList: `${THING} itemListElement`,
  ListItem: `${THING} position item`,
};

/** Properties that hold a date or a time of ISO 8601, and those that hold a stretch of it. */
export const DATES: ReadonlySet<string> = new Set(
  (
    'dateCreated dateModified datePublished dateSent dateReceived birthDate deathDate foundingDate ' +
    'dissolutionDate startDate endDate'
  ).split(' '),
);
export const STRETCHES: ReadonlySet<string> = new Set(['temporalCoverage']);
