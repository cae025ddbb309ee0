import type { FacetField } from '../core/query.ts';
import { catalogued, date, day, life } from './en-days.ts';
import { enDocument } from './en-document.ts';
import { enRecords } from './en-records.ts';
import { enSearch } from './en-search.ts';
import { enSite } from './en-site.ts';
import { enApi } from './en-api.ts';
import { enAsking } from './en-asking.ts';
import { enAssistants } from './en-assistants.ts';
import { enNames } from './en-names.ts';
import { enCompare } from './en-compare.ts';
import { enData } from './en-data.ts';
import { enExemptions } from './en-exemptions.ts';
import { enFaults } from './en-faults.ts';
import { enOldAddresses } from './en-old-addresses.ts';
import { enFeeds } from './en-feeds.ts';
import { enHandout } from './en-handout.ts';
import { enHelpSearch } from './en-help-search.ts';
import { enMetadata } from './en-metadata.ts';
import { enMaps } from './en-maps.ts';
import { enOai } from './en-oai.ts';
import { enPages } from './en-pages.ts';
import { enTerms } from './en-terms.ts';
import { enReading } from './en-reading.ts';
import { enRelated } from './en-related.ts';
import { enCitingHelp } from './en-citing-help.ts';
import { enQuote } from './en-quote.ts';
import { enCiting } from './en-citing.ts';
import { enFinding } from './en-finding.ts';
import { enResults } from './en-results.ts';
import { enViewing } from './en-viewing.ts';
import { enWays } from './en-ways.ts';
import { languageName } from './language-name.ts';
import { counted, number } from './en-numbers.ts';

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
const regionName = (code: string): string =>
  /^[a-z]{2}$/i.test(code) ? (regions.of(code.toUpperCase()) ?? code) : code;

/** The English words of the site. */
export const en = {
  language: { tag: 'en', direction: 'ltr' as 'ltr' | 'rtl' },
  number,
  date,
  life,
  day,
  catalogued,
  /** An ISO instant as its day. */
  instant: day,
  years: (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`),
  languageName,
  regionName,
  ...enTerms,
  facetValue: (field: FacetField, value: string): string => {
    if (field === 'language') return languageName(value);
    const values: Readonly<Record<string, string>> | undefined = enTerms.values[field];
    return values?.[value] ?? value;
  },
  count: {
    documents: (count: number) => counted(count, 'document'),
  },
  ...enSite,
  ...enRecords,
  ...enDocument,
  ...enSearch,
  data: enData,
  compare: enCompare,
  exemption: enExemptions,
  reading: enReading,
  ...enPages,
  ...enAsking,
  ...enAssistants,
  ...enApi,
  ...enFaults,
  ...enMetadata,
  ...enOai,
  ...enFeeds,
  ...enOldAddresses,
  ...enHelpSearch,
  handout: enHandout,
  results: enResults,
  names: enNames,
  ...enWays,
  related: enRelated,
  viewing: enViewing,
  ...enMaps,
  finding: enFinding,
  citing: enCiting,
  quoting: enQuote,
  citingHelp: enCitingHelp,
};
