import { collectionBrowsers } from './browse-collections.ts';
import { checkQuotation } from './check-quotation.ts';
import { cite } from './cite.ts';
import { finders } from './find-authorities.ts';
import { listAccounts } from './list-accounts.ts';
import { authorityReaders } from './read-authority.ts';
import { readDocument } from './read-document.ts';
import { searchArchive } from './search-archive.ts';
import type { Tool } from './tool.ts';

/** Everything that an assistant can ask for; all of it reads, and nothing alters. */
export const TOOLS: readonly Tool[] = [
  searchArchive,
  readDocument,
  ...collectionBrowsers,
  ...finders,
  ...authorityReaders,
  listAccounts,
  checkQuotation,
  cite,
];
