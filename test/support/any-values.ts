import fc from 'fast-check';
import type { Attestation } from '../../src/core/attestation.ts';
import { CONTRIBUTION_ROLES } from '../../src/core/contribution.ts';
import type { Contribution } from '../../src/core/contribution.ts';
import type { CataloguedDate } from '../../src/core/date/catalogued-date.ts';
import { parseEdtf } from '../../src/core/date/edtf.ts';
import type { LangText, Title } from '../../src/core/document.ts';
import { ALPHABET, makeId } from '../../src/core/id.ts';
import type { Identifier, RecordId, RecordKind } from '../../src/core/id.ts';
import { parseLanguage } from '../../src/core/language.ts';
import type { Rights } from '../../src/core/rights.ts';
import { REFERENCE_LEVELS } from '../../src/core/source.ts';

/** Those of the texts that a checking function accepts, as what it makes of them. */
export const oneOf = <T>(
  read: (text: string) => T | undefined,
  ...texts: readonly string[]
): fc.Arbitrary<T> => fc.constantFrom(...texts.flatMap((text) => read(text) ?? []));

export const words: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('Сталин', '斯大林', 'a\u2028b "c" \\', '\n'),
  )
  .map((text) => text.normalize('NFC'));
export const anyLanguage = oneOf(parseLanguage, 'en', 'ru', 'zh-Hant', 'sr-Latn', 'und', 'ar');
export const anyEdtf = oneOf(parseEdtf, '1945-07', '1945-07-02', '1946/1948', '195X', '1953~', '../1949');

export const anyId = (kind: RecordKind): fc.Arbitrary<RecordId> =>
  fc
    .array(fc.constantFrom(...ALPHABET), { minLength: 8, maxLength: 8 })
    .map((eight) => makeId(kind, eight.join('')));

export const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 2 });

export const anyIdentifier: fc.Arbitrary<Identifier> = fc.record({
  scheme: fc.constantFrom('former', 'tei'),
  value: words,
});
export const anyAttestation: fc.Arbitrary<Attestation> = fc.record({
  field: words,
  by: fc.constantFrom('human', 'rule', 'machine'),
  from: words,
});
export const anyLangText: fc.Arbitrary<LangText> = fc.record(
  { text: words, lang: anyLanguage, by: words },
  { requiredKeys: ['text', 'lang'] },
);
export const anyTitle: fc.Arbitrary<Title> = fc.record(
  {
    text: words,
    lang: anyLanguage,
    by: words,
    titleKind: fc.constantFrom('original', 'supplied', 'translated'),
  },
  { requiredKeys: ['text', 'lang', 'titleKind'] },
);
export const anyRights: fc.Arbitrary<Rights> = fc.record(
  { uri: words, words, holder: words },
  { requiredKeys: [] },
);
export const anyDate: fc.Arbitrary<CataloguedDate> = fc.record(
  {
    kind: fc.constantFrom('created', 'sent', 'received', 'event'),
    words,
    edtf: anyEdtf,
    time: fc.record({ hour: fc.nat(23), minute: fc.nat(59), zone: words }, { requiredKeys: ['hour'] }),
    inferredFrom: words,
    isCatalogueDate: fc.boolean(),
    doubt: fc.record({ kind: fc.constantFrom('impossible', 'out-of-range'), words }),
  },
  { requiredKeys: ['kind', 'words'] },
);
export const anyStep = fc.record(
  { level: fc.constantFrom(...REFERENCE_LEVELS), code: words, label: words },
  { requiredKeys: ['level', 'code'] },
);
export const anyContribution: fc.Arbitrary<Contribution> = fc.record(
  {
    role: fc.constantFrom(...CONTRIBUTION_ROLES),
    name: words,
    agent: anyId('agent'),
    rendition: words,
    station: words,
  },
  { requiredKeys: ['role', 'name'] },
);
