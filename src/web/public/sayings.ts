import type { Attestation } from '../../core/attestation.ts';
import type { Site } from '../site.ts';

/** Who says what, a line for each who says: "Place, genre: by rule, from the heading". */
export function sayings(
  { words }: Pick<Site, 'words'>,
  attestations: readonly Attestation[],
): readonly string[] {
  const fields = new Map<string, { readonly one: Attestation; readonly says: Set<string> }>();
  for (const one of attestations) {
    const key = `${one.by} ${one.from}`;
    const known = fields.get(key) ?? { one, says: new Set() };
    known.says.add(words.attested(one.field));
    fields.set(key, known);
  }
  return [...fields.values()].map(({ one, says }) => {
    const list = [...says].join(', ');
    return `${list.charAt(0).toUpperCase()}${list.slice(1)}: ${words.saidBy(one.by, one.from)}`;
  });
}
