import fc from 'fast-check';
import type { AuthorityBase, Name } from '../../src/core/agent.ts';
import type { Collection } from '../../src/core/collection.ts';
import type { ArchiveRecord } from '../../src/core/record.ts';
import { blockId } from '../../src/core/text.ts';
import { anyDocument } from './any-document.ts';
import { anyText } from './any-text.ts';
import {
  anyAttestation,
  anyContribution,
  anyDate,
  anyId,
  anyIdentifier,
  anyLangText,
  anyLanguage,
  anyRights,
  anyStep,
  anyTitle,
  few,
  words,
} from './any-values.ts';

const anyName: fc.Arbitrary<Name> = fc.record(
  {
    form: words,
    lang: anyLanguage,
    romanisation: fc.constantFrom('pinyin', 'wade-giles', 'other'),
    kind: fc.constantFrom('preferred', 'variant', 'former', 'cover', 'pseudonym', 'abbreviation'),
    years: words,
    from: anyId('agent'),
  },
  { requiredKeys: ['form', 'kind'] },
);
const authority = {
  identifiers: few(anyIdentifier),
  names: few(anyName),
  notes: few(anyLangText),
  links: few(fc.record({ scheme: words, url: words })),
  attestations: few(anyAttestation),
  invented: words,
} satisfies { [Key in keyof Required<AuthorityBase>]: unknown };
const authorityKeys = ['kind', 'identifiers', 'names', 'notes', 'links', 'attestations'] as const;

const member = fc.record({ collection: anyId('collection'), sequence: fc.nat() });
const anyCollection: fc.Arbitrary<Collection> = fc.record(
  {
    kind: fc.constant('collection' as const),
    identifiers: few(anyIdentifier),
    titles: few(anyTitle),
    description: anyText.map((text) => text.blocks),
    descriptionLang: words,
    seeAlso: few(fc.record({ collection: anyId('collection'), words }, { requiredKeys: ['collection'] })),
    period: words,
    image: fc.record(
      {
        digest: words,
        mediaType: words,
        widthPx: fc.nat(),
        heightPx: fc.nat(),
        caption: words,
        credit: words,
        alt: words,
      },
      { requiredKeys: [] },
    ),
    curators: few(words),
    parents: few(member),
    matter: few(
      fc.record({
        slug: words,
        title: words,
        position: fc.constantFrom('front', 'back'),
        text: anyText,
        mentions: few(fc.record({ key: words, to: anyId('agent') })),
      }),
    ),
    savedQuery: words,
    rights: anyRights,
    notes: few(anyLangText),
    attestations: few(anyAttestation),
    isFeatured: fc.boolean(),
    invented: words,
  },
  {
    requiredKeys: [
      'kind',
      'identifiers',
      'titles',
      'description',
      'seeAlso',
      'curators',
      'parents',
      'matter',
      'rights',
      'notes',
      'attestations',
    ],
  },
);

/** Any record that core's types allow, of any kind, with and without each optional field. */
export const anyRecord: fc.Arbitrary<ArchiveRecord> = fc.oneof(
  { weight: 4, arbitrary: anyDocument },
  { weight: 2, arbitrary: anyCollection },
  fc.record(
    {
      kind: fc.constant('agent' as const),
      ...authority,
      agentKind: fc.constantFrom('person', 'body', 'office'),
      years: words,
    },
    { requiredKeys: [...authorityKeys, 'agentKind'] },
  ),
  fc.record(
    {
      kind: fc.constant('place' as const),
      ...authority,
      coordinates: fc.record({
        latitude: fc.double({ min: -90, max: 90, noNaN: true }).map((degrees) => degrees + 0),
        longitude: fc.double({ min: -180, max: 180, noNaN: true }).map((degrees) => degrees + 0),
      }),
      within: anyId('place'),
    },
    { requiredKeys: [...authorityKeys] },
  ),
  fc.record(
    { kind: fc.constant('subject' as const), ...authority, broader: few(anyId('subject')) },
    { requiredKeys: [...authorityKeys, 'broader'] },
  ),
  fc.record(
    { kind: fc.constant('repository' as const), ...authority, place: anyId('place'), country: words },
    { requiredKeys: [...authorityKeys] },
  ),
  fc.record(
    {
      kind: fc.constant('unit' as const),
      identifiers: few(anyIdentifier),
      repository: anyId('repository'),
      path: few(anyStep),
      level: words,
      titles: few(anyLangText),
      dateWords: words,
      edtf: words,
      extent: words,
      elements: few(fc.record({ element: words, text: words })),
      accessWords: words,
      order: fc.nat(),
      attestations: few(anyAttestation),
      invented: words,
    },
    {
      requiredKeys: [
        'kind',
        'identifiers',
        'repository',
        'path',
        'level',
        'titles',
        'elements',
        'order',
        'attestations',
      ],
    },
  ),
  fc.record(
    {
      kind: fc.constant('term' as const),
      identifiers: few(anyIdentifier),
      form: words,
      lang: anyLanguage,
      expansion: words,
      notes: few(anyLangText),
      explainedIn: few(anyId('collection')),
      attestations: few(anyAttestation),
      invented: words,
    },
    { requiredKeys: ['kind', 'identifiers', 'form', 'expansion', 'notes', 'explainedIn', 'attestations'] },
  ),
  fc.record(
    {
      kind: fc.constant('event' as const),
      ...authority,
      dates: few(anyDate),
      places: few(anyId('place')),
      participants: few(anyContribution),
      accounts: few(fc.record({ document: anyId('document'), side: words })),
      agenda: few(
        fc.record({
          title: words,
          passages: few(fc.record({ document: anyId('document'), blocks: few(fc.nat(99).map(blockId)) })),
        }),
      ),
    },
    { requiredKeys: [...authorityKeys, 'dates', 'places', 'participants', 'accounts'] },
  ),
);
