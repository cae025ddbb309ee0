import { soughtBy, wordsAsNode, type Sought } from '../../core/query/sought.ts';
import { dayNumber } from '../../core/query/span.ts';
import { passageFields, type FacetField, type Filter, type QueryNode } from '../../core/query.ts';
import { impossible } from '../../core/result.ts';
import { hasBit, narrow, noBits, setBit, without, widen, type Bits } from './bits.ts';
import { termsFor } from './expand.ts';
import type { TermPlace } from './postings.ts';
import { standingSo } from './runs.ts';
import type { Segment } from './segment.ts';
import { ANY_FIELD, facetTerm, fieldBit } from './term-space.ts';

/** The documents of a set for which a query holds; the set is left as it is. */
export function matching(segment: Segment, node: QueryNode, within: Bits): Bits {
  switch (node.kind) {
    case 'everything':
      return within.slice();
    case 'word':
    case 'prefix':
    case 'phrase':
    case 'wildcard': {
      const sought = soughtBy(node);
      return sought === undefined ? within.slice() : having(segment, sought, within);
    }
    case 'and':
      return inOrder(segment, node.nodes).reduce(
        (set, child) => matching(segment, child, set),
        within.slice(),
      );
    case 'or':
      return union(segment, node.nodes, within);
    case 'variants':
      return union(
        segment,
        node.nodes.map((one) => one.node),
        within,
      );
    case 'not':
      return without(within.slice(), matching(segment, node.node, within));
    case 'filter':
      return passing(segment, node.filter, within);
    default:
      return impossible(node);
  }
}

const union = (segment: Segment, nodes: readonly QueryNode[], within: Bits): Bits =>
  nodes.reduce((set, child) => widen(set, matching(segment, child, within)), noBits(segment.documents));

export const maskOf = ({ field }: Pick<Sought, 'field'>): number =>
  field === undefined ? ANY_FIELD : passageFields(field).reduce((mask, one) => mask | fieldBit(one), 0);

/** What narrows most comes first, what is excluded last. */
function inOrder(segment: Segment, nodes: readonly QueryNode[]): readonly QueryNode[] {
  const cost = (node: QueryNode): number => {
    if (node.kind === 'not') return 4e9;
    if (node.kind === 'word' || node.kind === 'phrase') {
      const counts = soughtBy(node)?.terms.map(({ term, isBegun }) =>
        isBegun ? 1e9 : (segment.find(term)?.documents ?? 0),
      );
      // A phrase costs more than the words of which it is made.
      return counts === undefined ? 0 : Math.min(...counts) + (counts.length > 1 ? 2e9 : 0);
    }
    return node.kind === 'filter' && node.filter.condition === 'is' ? 1e9 : 3e9;
  };
  const costed = nodes.map((node) => ({ node, cost: cost(node) }));
  return costed.sort((a, b) => a.cost - b.cost).map(({ node }) => node);
}

function anyOf(segment: Segment, terms: readonly TermPlace[], mask: number, within: Bits): Bits {
  const found = noBits(segment.documents);
  const postings = segment.postings();
  for (const term of terms) {
    postings.set(term);
    postings.addTo(found, mask, within);
  }
  return found;
}

/** The documents of a set that have what is sought. */
export function having(segment: Segment, sought: Sought, within: Bits): Bits {
  const groups = sought.terms.map((asked) => termsFor(segment, asked));
  if (groups.some((group) => group.length === 0)) return noBits(segment.documents);
  const size = (group: readonly TermPlace[]): number => group.reduce((sum, term) => sum + term.documents, 0);
  const mask = maskOf(sought);
  const documents = groups
    .toSorted((a, b) => size(a) - size(b))
    .reduce((set, group) => anyOf(segment, group, mask, set), within);
  if (groups.length === 1) return documents;
  const stand = (): Bits => standingSo(segment, { sought, groups, documents }, noBits(segment.documents));
  return segment.standing.among(JSON.stringify(sought), documents, stand);
}

/** The documents of a set that pass a filter. */
export function passing(segment: Segment, filter: Filter, within: Bits): Bits {
  switch (filter.condition) {
    case 'between':
      return dated(segment, filter, within);
    case 'contains':
      return matching(segment, wordsAsNode(filter.words, filter.field), within);
    case 'contains-not':
      return without(within.slice(), matching(segment, wordsAsNode(filter.words, filter.field), within));
    case 'any':
      return valued(segment, filter.field, within);
    case 'none':
      return without(within.slice(), valued(segment, filter.field, within));
    case 'is':
      return anyOf(segment, termsOfValues(segment, filter), ANY_FIELD, within);
    case 'is-not':
      return without(within.slice(), anyOf(segment, termsOfValues(segment, filter), ANY_FIELD, within));
    default:
      return impossible(filter);
  }
}

const termsOfValues = (
  segment: Segment,
  { field, values }: { readonly field: FacetField | 'id'; readonly values: readonly string[] },
): readonly TermPlace[] =>
  [...new Set(values)].flatMap((value) => segment.find(facetTerm(field, value)) ?? []);

/** The documents of a set that have any value in a field. */
function valued(segment: Segment, field: FacetField, within: Bits): Bits {
  const column = segment.facet(field);
  if (column === undefined) return noBits(segment.documents);
  const { sets, begins } = column;
  if (begins === undefined) return within.slice();
  const found = noBits(segment.documents);
  for (let document = 0; document < segment.documents; document++) {
    const entry = sets === undefined ? document : (sets[document] ?? 0);
    if ((begins[entry + 1] ?? 0) > (begins[entry] ?? 0)) setBit(found, document);
  }
  return narrow(found, within);
}

function dated(segment: Segment, filter: Extract<Filter, { field: 'date' }>, within: Bits): Bits {
  const first = (filter.from === undefined ? undefined : dayNumber(filter.from)) ?? -Infinity;
  const last = (filter.to === undefined ? undefined : dayNumber(filter.to)) ?? Infinity;
  const { from, to } = segment;
  const found = noBits(segment.documents);
  const isSure = filter.certainly === true;
  for (let document = 0; document < segment.documents; document++) {
    const [begin, end] = [from[document] ?? 0, to[document] ?? 0];
    const meets = isSure ? begin >= first && end <= last : begin <= last && end >= first;
    if (meets && begin <= end && hasBit(within, document)) setBit(found, document);
  }
  return found;
}
