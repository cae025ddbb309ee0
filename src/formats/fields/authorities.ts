import type { Draft, SourceKey } from '../../core/draft.ts';
import { sourceKey } from '../../core/draft.ts';
import { knownRepository } from '../../core/source-line/repositories.ts';
import type { LanguageTag } from '../../core/language.ts';

/** What a field can name: the kind of record its name stands for. */
export type Named = 'person' | 'organization' | 'place' | 'subject' | 'repository' | 'collection';

/** A name for a key: small letters and digits, "-" between. */
export const foldName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The key of a record of which only the name is known: met again in any file, it is the same record. */
export const nameKey = (named: Named, name: string): SourceKey =>
  sourceKey('name', `${named}:${foldName(name) || name.trim()}`);

/** A record that another needs, by name alone: it never replaces what is here. */
export function stubOf(named: Named, name: string, lang: LanguageTag | undefined, line?: number): Draft {
  const base = {
    key: nameKey(named, name),
    joins: 'stub' as const,
    ...(line === undefined ? {} : { line }),
  };
  const authority = {
    identifiers: [],
    names: [{ form: name, kind: 'preferred' as const, ...(lang ? { lang } : {}) }],
    notes: [],
    links: [],
    attestations: [],
  };
  switch (named) {
    case 'person':
      return { ...base, record: { kind: 'agent', agentKind: 'person', ...authority } };
    case 'organization':
      return { ...base, record: { kind: 'agent', agentKind: 'body', ...authority } };
    case 'place':
      return { ...base, record: { kind: 'place', ...authority } };
    case 'subject':
      return { ...base, record: { kind: 'subject', broader: [], ...authority } };
    case 'repository':
      return { ...base, record: { kind: 'repository', ...authority } };
    case 'collection':
      return {
        ...base,
        record: {
          kind: 'collection',
          identifiers: [],
          titles: lang ? [{ text: name, lang, titleKind: 'supplied' }] : [],
          description: [],
          seeAlso: [],
          curators: [],
          parents: [],
          matter: [],
          rights: {},
          notes: [],
          attestations: [],
        },
      };
  }
}

/**
 * An archive by one of its names: "RGASPI" and "РГАСПИ" are one. `alias`: another name it goes by here.
 */
export function repositoryStub(name: string, alias?: string, line?: number): Draft {
  const known = knownRepository(name);
  const stub = stubOf('repository', known?.name ?? name, undefined, line);
  if (stub.record.kind !== 'repository') return stub;
  const others = [...(known?.names ?? []), ...(alias === undefined ? [] : [alias])];
  const names = [
    ...stub.record.names,
    ...[...new Set(others)]
      .filter((form) => form !== (known?.name ?? name))
      .map((form) => ({ form, kind: 'variant' as const })),
  ];
  return { ...stub, record: { ...stub.record, names, ...(known ? { country: known.country } : {}) } };
}

const BODY_WORDS =
  /\b(academy|administration|agency|air force|alliance|archives?|army|assembly|association|board|bureau|cabinet|center|centre|chancellery|college|commission|committee|company|conference|congress|council|delegation|department|directorate|division|embassy|executive|federation|foundation|front|government|group|institute|institution|intelligence|kgb|library|league|legation|military|ministry|mission|museum|nato|navy|office|organi[sz]ation|parliament|party|politburo|presidium|press|republic|secretariat|senate|service|society|soviet|staff|studio|co\.|inc\.|ltd|treaty|tribunal|troops|union|united nations|university|министерство|комитет|посольство|партия|ministerium|botschaft|partei|komitee|ministère|ambassade)(?=$|[^\p{L}])/iu;

/** Whether a name is a body's, by its words; and it is said that a rule says so. */
export const looksLikeBody = (name: string): boolean =>
  BODY_WORDS.test(name) || /^[A-Z]{3,}$/.test(name) || /部$|委员会$|使馆$|党$/.test(name);
