/** A value of JSON-LD: a node, a text, a number, or several of them. */
export type LdValue = string | number | boolean | LdNode | readonly LdValue[];
export interface LdNode {
  readonly [key: string]: LdValue;
}

type Loose = Readonly<Record<string, LdValue | undefined>>;

/**
 * A node of some types with what is known of it: what is undefined or empty is left out, one of one stands
 * by itself.
 *
 *   node('Person', { name: 'Henriette Falk', sameAs: [], url: undefined }) -> { "@type": "Person", "name": … }
 */
export function node(type: string | readonly string[], said: Loose): LdNode {
  const made: Record<string, LdValue> = { '@type': soleOf(type) };
  for (const key in said) {
    const value = said[key];
    if (value === undefined || value === '') continue;
    if (!Array.isArray(value)) {
      made[key] = value;
      continue;
    }
    const held: readonly LdValue[] = value.includes('') ? value.filter((one) => one !== '') : value;
    if (held.length > 0) made[key] = soleOf(held);
  }
  return made;
}

const soleOf = (value: LdValue): LdValue =>
  Array.isArray(value) && value.length === 1 ? (value[0] ?? value) : value;

/** Terms are those of schema.org: the one context that is named everywhere. */
export const CONTEXT = 'https://schema.org';

/** A whole text of JSON-LD: one node as the root, or several beside each other. */
export const inContext = (...nodes: readonly LdNode[]): LdNode => {
  const [only, ...others] = nodes;
  return only !== undefined && others.length === 0
    ? { '@context': CONTEXT, ...only }
    : { '@context': CONTEXT, '@graph': nodes };
};
