import { z } from 'zod';
import { parseEdtf } from '../../core/date/edtf.ts';
import type { Edtf } from '../../core/date/edtf.ts';
import { sourceKey } from '../../core/draft.ts';
import type { SourceKey } from '../../core/draft.ts';
import { parseId } from '../../core/id.ts';
import type { RecordId } from '../../core/id.ts';
import { parseLanguage } from '../../core/language.ts';
import type { LanguageTag } from '../../core/language.ts';
import { parseBlockId } from '../../core/text.ts';
import type { BlockId } from '../../core/text.ts';

/** A text that one of core's checking functions must accept; what it answers is the value. */
const checked = <T>(read: (text: string) => T | undefined, expected: string) =>
  z.string().transform((text, context): T => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });

/** A reference as it is written: one of our ids, or a key "scheme:value". */
function readReference(text: string): SourceKey | undefined {
  const id = parseId(text);
  if (id !== undefined) return sourceKey('id', id);
  const colon = text.indexOf(':');
  return colon > 0 && colon < text.length - 1
    ? sourceKey(text.slice(0, colon), text.slice(colon + 1))
    : undefined;
}

export const reference = checked<SourceKey>(readReference, 'an id or a key "scheme:value"');
export const recordId = checked<RecordId>(parseId, 'an id');
export const edtf = checked<Edtf>(parseEdtf, 'a date in EDTF');
export const language = checked<LanguageTag>(parseLanguage, 'a BCP 47 language tag');
export const blockIdValue = checked<BlockId>(parseBlockId, 'a block id');
export const direction = z.enum(['rtl', 'ltr']);

export const identifier = z.strictObject({ scheme: z.string(), value: z.string() });
export const attestation = z.strictObject({
  field: z.string(),
  by: z.enum(['human', 'rule', 'machine']),
  from: z.string(),
});
export const langText = z.strictObject({
  text: z.string(),
  lang: language,
  by: z.string().exactOptional(),
});
export const title = langText.extend({ titleKind: z.enum(['original', 'supplied', 'translated']) });
export const rights = z.strictObject({
  uri: z.string().exactOptional(),
  words: z.string().exactOptional(),
  holder: z.string().exactOptional(),
});
export const cataloguedDate = z.strictObject({
  kind: z.enum(['created', 'sent', 'received', 'event']),
  words: z.string(),
  edtf: edtf.exactOptional(),
  time: z
    .strictObject({
      hour: z.number(),
      minute: z.number().exactOptional(),
      zone: z.string().exactOptional(),
    })
    .exactOptional(),
  inferredFrom: z.string().exactOptional(),
  isCatalogueDate: z.boolean().exactOptional(),
  doubt: z.strictObject({ kind: z.enum(['impossible', 'out-of-range']), words: z.string() }).exactOptional(),
});
