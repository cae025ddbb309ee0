import { PARTS, type Endpoint } from './endpoint.ts';
import { archiveEndpoints, otherEndpoints } from './others.ts';
import { documentLists, recordEndpoints } from './records.ts';
import { searchEndpoints } from './search.ts';
import { textEndpoints } from './texts.ts';
import { wayEndpoints } from './ways.ts';

/** Everything that can be asked of the API, part by part. What stands earlier goes before: "tree" is no id. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...archiveEndpoints,
  ...wayEndpoints,
  ...recordEndpoints,
  ...documentLists,
  ...textEndpoints,
  ...searchEndpoints,
  ...otherEndpoints,
].toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part));
