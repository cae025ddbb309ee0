import type { SearchPage } from '../../actions/search-page.ts';
import type { Filter } from '../../core/query.ts';
import type { Site } from '../site.ts';

/** A filter as it is said: "Person: Falk, Henriette", "Type: not Letter", "Date: 1945 to 1946". */
export function filterWords(site: Site, found: Pick<SearchPage, 'labels'>, filter: Filter): string {
  const { words } = site;
  const name = words.fields[filter.field];
  const value = (text: string): string =>
    found.labels.get(text)?.title ??
    ((filter.condition === 'is' || filter.condition === 'is-not') && filter.field !== 'id'
      ? words.facetValue(filter.field, text)
      : text);
  switch (filter.condition) {
    case 'is':
      return `${name}: ${filter.values.map(value).join(', ')}`;
    case 'is-not':
      return `${name}: ${words.search.not} ${filter.values.map(value).join(', ')}`;
    case 'any':
      return `${name}: ${words.search.any}`;
    case 'none':
      return `${name}: ${words.search.none}`;
    case 'contains':
      return `${name}: ${filter.words}`;
    case 'contains-not':
      return `${name}: ${words.search.not} ${filter.words}`;
    case 'between':
      return `${name}: ${words.search.range(filter.from, filter.to)}${filter.certainly === true ? `, ${words.finding.certainly}` : ''}`;
  }
}
