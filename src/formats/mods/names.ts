import { citedPerson } from '../../core/citation/cited-name.ts';
import type { ContributionRole } from '../../core/contribution.ts';
import type { Contributor } from '../fields/contributors.ts';
import { printElement, printWords } from '../xml/print-xml.ts';

/**
 * The relators of MARC for our roles, the narrowest first; where that is one that few programs know, a contributor
 * besides, since some take whoever has no role that they know for the author. Who is written to, or takes part, is
 * no author. Source: id.loc.gov/vocabulary/relators, read 2026-11-23.
 */
const RELATORS: Readonly<Record<ContributionRole, readonly string[]>> = {
  author: ['aut'],
  creator: ['cre'],
  sender: ['crp'],
  drafter: ['aut'],
  signatory: ['sgn'],
  recipient: ['rcp'],
  'copied-to': ['rcp', 'ctb'],
  participant: ['ctb'],
  interpreter: ['ctb'],
  'note-taker': ['ctb'],
  translator: ['trl'],
  transcriber: ['trc', 'ctb'],
  contributor: ['ctb'],
  editor: ['edt'],
  publisher: ['pbl', 'ctb'],
  subject: [],
  other: ['oth', 'ctb'],
};

const RELATOR_URI = 'http://id.loc.gov/vocabulary/relators';

const roleOf = (role: ContributionRole): string =>
  printElement(
    'role',
    {},
    printWords('roleTerm', { type: 'text' }, role) +
      RELATORS[role]
        .map((code) =>
          printWords(
            'roleTerm',
            {
              type: 'code',
              authority: 'marcrelator',
              authorityURI: RELATOR_URI,
              valueURI: `${RELATOR_URI}/${code}`,
            },
            code,
          ),
        )
        .join(''),
  );

/**
 * The parts of a name: of a person by family and given name where their order is plain, else whole.
 *
 *   "Falk, Henriette" -> <namePart type="family">Falk</namePart><namePart type="given">Henriette</namePart>
 */
export function namePartsOf(name: string, isBody: boolean): { readonly type?: string; readonly xml: string } {
  const parts = isBody ? undefined : citedPerson(name);
  if (parts?.kind !== 'person')
    return { ...(isBody ? { type: 'corporate' } : {}), xml: printWords('namePart', {}, name) };
  return {
    type: 'personal',
    xml:
      printWords('namePart', { type: 'family' }, parts.family) +
      printWords('namePart', { type: 'given' }, parts.given) +
      printWords('namePart', { type: 'termsOfAddress' }, parts.suffix),
  };
}

/** Someone's part in a document. A whole name has no type, so that no program turns "Mao Zedong" round. */
export function nameElement(person: Contributor): string {
  const { type, xml } = namePartsOf(person.name, isBody(person));
  return printElement(
    'name',
    { type, valueURI: person.url },
    xml +
      printWords('displayForm', {}, person.asWritten) +
      printWords('affiliation', {}, person.station) +
      roleOf(person.role),
  );
}

/** Someone whom a document is about. */
export function subjectName(person: Contributor): string {
  const { type, xml } = namePartsOf(person.name, isBody(person));
  return printElement('subject', {}, printElement('name', { type, valueURI: person.url }, xml));
}

const isBody = ({ agentKind }: Contributor): boolean => agentKind === 'body' || agentKind === 'office';
