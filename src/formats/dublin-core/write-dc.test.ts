import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPublic } from '../../../test/support/as-public.ts';
import { FAKE_SETTINGS } from '../../../test/support/fake-public.ts';
import { sampleDocument, sampleId } from '../../core/record.samples.ts';
import { UNDETERMINED } from '../../core/language.ts';
import { describedBy } from '../../actions/describe.ts';
import { oaiDcElement } from './write-dc.ts';

test('what must be said of a record is its first description', () => {
  const record = sampleDocument('A document', {
    summaries: [{ text: 'What it says.', lang: UNDETERMINED }],
    holding: { kind: 'not-held', reason: 'destroyed', words: 'Burnt.' },
  });
  const id = sampleId('document', 1);
  const described = describedBy(FAKE_SETTINGS, asPublic(id, record), new Map(), '2026-01-02T03:04:05Z');
  const said = [...oaiDcElement(described).matchAll(/<dc:description[^>]*>([^<]*)</g)].map(
    ([, words]) => words,
  );
  assert.deepEqual(said, ['Known but not held: Burnt.', 'What it says.']);
});
