import type { RecordKind } from '../core/id.ts';
import * as pages from './public/handlers.ts';
import { formsByKind } from './form-table.ts';
import type { Route } from './route.ts';

const RECORD_PATHS = {
  person: 'a person',
  organization: 'a body or office',
  place: 'a place',
  subject: 'a subject',
  term: 'an abbreviation or code word',
  event: 'an event, with its accounts',
  repository: 'an archive',
} as const;

const SEGMENTS = [
  'person',
  'organization',
  'place',
  'subject',
  'term',
  'event',
  'repository',
] as const satisfies readonly (keyof typeof RECORD_PATHS)[];

const KINDS = {
  person: 'agent',
  organization: 'agent',
  place: 'place',
  subject: 'subject',
  term: 'term',
  event: 'event',
  repository: 'repository',
} as const;

/** In which other forms a record is had. */
export const inOtherForms = (kind: RecordKind): string =>
  `With a suffix (${[...(formsByKind.get(kind)?.keys() ?? [])].map((suffix) => `.${suffix}`).join(' ')}), or by \`Accept\`: in another form`;

const inRoles = (segment: string): readonly Route[] => [
  {
    path: `/${segment}/:asked/as/:role`,
    says: 'the same with its documents in one role: author, recipient, participant, mentioned',
    for: 'readers',
    handle: pages.authority,
  },
  {
    path: `/${segment}/:asked/as/:role/page/:page`,
    says: 'the same, further pages',
    for: 'readers',
    handle: pages.authority,
  },
];

/** Persons, bodies, places, subjects, terms, events and archives. */
export const authorities: readonly Route[] = SEGMENTS.flatMap((segment): readonly Route[] => {
  const says = RECORD_PATHS[segment];
  return [
    {
      path: `/${segment}/:asked`,
      says: `${says}; any slug may follow the id. ${inOtherForms(KINDS[segment])}`,
      for: 'readers',
      leadsToForms: KINDS[segment],
      handle: pages.authority,
    },
    {
      path: `/${segment}/:asked/:slug`,
      says: `${says}: the canonical address`,
      for: 'readers',
      leadsToForms: KINDS[segment],
      handle: pages.authority,
    },
    ...(segment === 'person' || segment === 'organization' ? inRoles(segment) : []),
    {
      path: `/${segment}/:asked/page/:page`,
      says: `${says}: further pages of its documents`,
      for: 'readers',
      handle: pages.authority,
    },
  ];
});
