import type { QueryNode } from '../query.ts';
import { impossible } from '../result.ts';

/**
 * A query whose words are looked for where records themselves have them, and not among the names that an
 * authority knows besides. Words that are asked for in a field stay in it.
 */
export function asWritten(node: QueryNode): QueryNode {
  switch (node.kind) {
    case 'word':
    case 'prefix':
    case 'wildcard':
    case 'phrase':
      return node.field === undefined ? { ...node, field: 'written' } : node;
    case 'and':
    case 'or':
      return { ...node, nodes: node.nodes.map(asWritten) };
    case 'not':
      return { ...node, node: asWritten(node.node) };
    case 'variants':
      return { ...node, nodes: node.nodes.map((one) => ({ ...one, node: asWritten(one.node) })) };
    case 'everything':
    case 'filter':
      return node;
    default:
      return impossible(node);
  }
}
