import type { FieldName } from '../fields/field-names.ts';
import { plainOf, type XmlElement } from '../xml/xml-node.ts';
import { bare, elementsOf } from './mets-names.ts';

/** Codes of MARC's relators, and the words that catalogues use for them. */
const ROLES: ReadonlyMap<string, FieldName> = new Map([
  ['aut', 'author'],
  ['author', 'author'],
  ['verfasser', 'author'],
  ['verfasserin', 'author'],
  ['auteur', 'author'],
  ['cre', 'creator'],
  ['creator', 'creator'],
  ['crp', 'sender'],
  ['sender', 'sender'],
  ['absender', 'sender'],
  ['correspondent', 'sender'],
  ['rcp', 'recipient'],
  ['recipient', 'recipient'],
  ['addressee', 'recipient'],
  ['adressat', 'recipient'],
  ['empfänger', 'recipient'],
  ['destinataire', 'recipient'],
  ['sgn', 'signatory'],
  ['signer', 'signatory'],
  ['trl', 'translator'],
  ['translator', 'translator'],
  ['übersetzer', 'translator'],
  ['traducteur', 'translator'],
  ['trc', 'transcriber'],
  ['transcriber', 'transcriber'],
  ['edt', 'editor'],
  ['editor', 'editor'],
  ['herausgeber', 'editor'],
  ['ctb', 'contributor'],
  ['contributor', 'contributor'],
  ['pbl', 'publisher'],
  ['publisher', 'publisher'],
]);

/**
 * In which roles a name stands: the fields for them, or none where no field takes the role. A name without a role
 * made it.
 */
export function fieldsOfName(
  name: XmlElement,
): readonly { readonly field: FieldName | undefined; readonly role: string }[] {
  const roles = elementsOf(name)
    .filter((element) => bare(element) === 'role')
    .map((role) =>
      elementsOf(role)
        .map((term) => plainOf(term))
        .filter(Boolean),
    );
  const known = roles
    .filter((terms) => terms.length > 0)
    .map((terms) => {
      const [field] = terms.flatMap((term) => ROLES.get(term.toLowerCase()) ?? []);
      return { field, role: terms.at(-1) ?? '' };
    });
  return known.length > 0 ? known : [{ field: 'creator', role: '' }];
}

/** A name as it is to be shown; else of its parts, the family's name first. Years of life are no part of it. */
export function modsName(name: XmlElement): string {
  const all = elementsOf(name);
  const display = plainOf(all.find((element) => bare(element) === 'displayForm'));
  if (display !== '') return display;
  const parts = all.filter((element) => bare(element) === 'namePart');
  const of = (type: string | undefined): string =>
    parts
      .filter(({ attributes }) => attributes['type'] === type)
      .map((part) => plainOf(part))
      .filter(Boolean)
      .join(' ');
  const byParts = [of('family'), of('given')].filter(Boolean).join(', ');
  return [byParts || of(undefined), of('termsOfAddress')].filter(Boolean).join(', ');
}
