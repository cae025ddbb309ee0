import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPublic } from '../../../test/support/as-public.ts';
import { documentWithTexts, sampleId } from '../../core/record.samples.ts';
import { readTei } from './read-tei.ts';
import { writeTei } from './write-tei.ts';

test('a text that an engine read names it, and is read back as the engine’s; its scan comes back as it was', async () => {
  const { renditions, ...rest } = documentWithTexts('words');
  const madeBy = { engine: 'tesseract 5.3.0 & more', model: 'fra+deu' };
  const read = renditions.map((one) => (one.kind === 'facsimile' ? one : { ...one, madeBy }));
  const xml = writeTei(asPublic(sampleId('document', 1), { ...rest, renditions: read }));
  assert.match(xml, /<application xml:id="engine-t-ru" ident="engine" version="5\.3\.0">/);
  assert.match(xml, /<div type="transcription" n="t-ru"[^>]* resp="#engine-t-ru">/);
  const chunks = async function* () {
    yield xml;
  };
  const found = [];
  for await (const one of readTei({ name: 'back.xml', chunks: chunks() }))
    if (one.kind === 'draft' && one.draft.record.kind === 'document') found.push(one.draft.record);
  assert.deepEqual(
    found.map((one) => one.renditions.map((text) => text.madeBy)),
    [[madeBy, undefined]],
  );
});

test('a text of a person names no engine', () => {
  assert.doesNotMatch(writeTei(asPublic(sampleId('document', 1), documentWithTexts('words'))), /engine/);
});
