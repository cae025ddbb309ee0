import fc from 'fast-check';
import type { ArchiveDocument } from '../../src/core/document.ts';
import { blockId } from '../../src/core/text.ts';
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

const anyPath = fc.record(
  { repositoryName: words, repository: anyId('repository'), steps: few(anyStep) },
  { requiredKeys: ['repositoryName', 'steps'] },
);
const anyMadeBy = fc.record({ engine: words, model: words, fromDigest: words }, { requiredKeys: ['engine'] });
const renditionBase = {
  key: words,
  file: fc.record({ digest: words, name: words, mediaType: words }),
  madeBy: anyMadeBy,
  rightsWords: words,
};
const anyPage = fc.record(
  {
    label: words,
    image: fc.record(
      { digest: words, mediaType: words, widthPx: fc.nat(), heightPx: fc.nat(), page: fc.nat() },
      { requiredKeys: ['digest', 'mediaType', 'widthPx', 'heightPx'] },
    ),
    alt: words,
    name: words,
    textLayer: fc.record(
      {
        digest: words,
        words: fc.nat(),
        confidence: fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true }),
        madeBy: anyMadeBy,
      },
      { requiredKeys: ['digest', 'words'] },
    ),
  },
  { requiredKeys: ['label', 'image'] },
);
const anyRendition = fc.oneof(
  fc.record(
    { kind: fc.constant('facsimile' as const), ...renditionBase, pages: few(anyPage) },
    { requiredKeys: ['kind', 'key', 'pages'] },
  ),
  fc.record(
    {
      kind: fc.constant('transcription' as const),
      ...renditionBase,
      language: anyLanguage,
      by: words,
      text: anyText,
    },
    { requiredKeys: ['kind', 'key', 'language', 'text'] },
  ),
  fc.record(
    {
      kind: fc.constant('translation' as const),
      ...renditionBase,
      language: anyLanguage,
      of: words,
      by: words,
      text: anyText,
    },
    { requiredKeys: ['kind', 'key', 'language', 'text'] },
  ),
);
const anyRelease = fc.record(
  {
    key: words,
    date: words,
    authority: words,
    authorityAgent: anyId('agent'),
    caseNumber: words,
    outcome: fc.constantFrom('full', 'part', 'denied'),
    exemptions: few(words),
    words,
    rendition: words,
  },
  { requiredKeys: ['key', 'authority', 'outcome', 'exemptions'] },
);
const anyBlockIds = few(fc.nat(99).map(blockId));

/** Any document that core's types allow, with and without each optional field. */
export const anyDocument: fc.Arbitrary<ArchiveDocument> = fc.record(
  {
    kind: fc.constant('document' as const),
    identifiers: few(anyIdentifier),
    titles: few(anyTitle),
    summaries: few(anyLangText),
    dates: few(anyDate),
    genre: words,
    contributions: few(anyContribution),
    subjects: few(anyId('subject')),
    places: few(
      fc.record(
        { place: anyId('place'), role: fc.constantFrom('written-at', 'about', 'event'), name: words },
        { requiredKeys: ['place', 'role'] },
      ),
    ),
    languages: few(anyLanguage),
    marking: fc.record({ classification: words, handling: few(words) }, { requiredKeys: ['handling'] }),
    numbers: few(
      fc.record(
        { numberKind: fc.constantFrom('telegram', 'case', 'other'), value: words, from: words, to: words },
        { requiredKeys: ['numberKind', 'value'] },
      ),
    ),
    source: fc.record(
      {
        verbatim: words,
        original: anyPath,
        copy: anyPath,
        edition: fc.record({ words, url: words }, { requiredKeys: ['words'] }),
        unparsed: words,
      },
      { requiredKeys: [] },
    ),
    rights: anyRights,
    funders: few(words),
    creditLine: words,
    releases: few(anyRelease),
    renditions: few(anyRendition),
    alignments: few(
      fc.record({
        from: words,
        to: words,
        links: few(
          fc.record({
            from: anyBlockIds,
            to: anyBlockIds,
            basis: fc.constantFrom('given', 'by-hand', 'guessed'),
          }),
        ),
      }),
    ),
    related: few(
      fc.record(
        { document: anyId('document'), relation: fc.constantFrom('reply-to', 'encloses'), words },
        { requiredKeys: ['document', 'relation'] },
      ),
    ),
    collections: few(fc.record({ collection: anyId('collection'), sequence: fc.nat() })),
    mentions: few(fc.record({ key: words, to: anyId('agent') })),
    holding: fc.oneof(
      fc.constant({ kind: 'held' as const }),
      fc.record({
        kind: fc.constant('not-held' as const),
        reason: fc.constantFrom('not-found', 'destroyed', 'other'),
        words,
      }),
    ),
    otherFields: few(fc.record({ name: words, value: words })),
    attestations: few(anyAttestation),
    invented: words,
  },
  {
    requiredKeys: [
      'kind',
      'identifiers',
      'titles',
      'summaries',
      'dates',
      'contributions',
      'subjects',
      'places',
      'languages',
      'marking',
      'numbers',
      'source',
      'rights',
      'funders',
      'releases',
      'renditions',
      'alignments',
      'related',
      'collections',
      'mentions',
      'holding',
      'attestations',
    ],
  },
);
