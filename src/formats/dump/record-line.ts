import { z } from 'zod';
import { documentJson } from '../json/document-json.ts';
import { recordSchema } from '../json/record-schema.ts';
import type { Described } from '../fields/described.ts';

/**
 * A record as a line of the whole data: its public JSON, with when readers first had it and when it last changed.
 * `readJsonLines` reads it back.
 *
 *   {"id":"dk4m7q2zxh","url":"https://…","edition":{…},"withheld":[],"opened":"…","changed":"…","record":{…}}
 */
export function writeRecordLine({ view, url, opened, changed }: Described): string {
  const { record, ...about } = documentJson(view, url);
  return JSON.stringify({ ...about, opened, changed, record });
}

/** What a line of the whole data may say, as a JSON Schema (2020-12), which is made of what reads it back. */
export function recordLineSchema(): object {
  const record = z.toJSONSchema(recordSchema, { io: 'input', unrepresentable: 'any', reused: 'ref' });
  const { $schema, $defs, ...rest } = record;
  const said = { type: 'string' };
  return {
    $schema,
    title: 'A public record of an archive: one line of records.jsonl',
    type: 'object',
    required: ['id', 'url', 'edition', 'withheld', 'opened', 'changed', 'record'],
    additionalProperties: false,
    properties: {
      id: { ...said, pattern: '^[dcapsrfteh][0-9a-hjkmnp-tv-z]{9}$', description: 'kept for ever' },
      url: { ...said, description: 'its canonical address' },
      edition: {
        type: 'object',
        required: ['number', 'version', 'at', 'by'],
        properties: {
          number: { type: 'integer' },
          version: { type: 'integer' },
          at: said,
          by: said,
          why: said,
        },
      },
      withheld: {
        type: 'array',
        description: 'what the archive holds back of it, without a word of what that is',
        items: {
          type: 'object',
          required: ['scope', 'reason', 'words'],
          properties: { scope: said, reason: said, words: said, until: said },
        },
      },
      opened: { ...said, description: 'when readers first had it' },
      changed: { ...said, description: 'when its public form last changed' },
      record: rest,
    },
    $defs,
  };
}
