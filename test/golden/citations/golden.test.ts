import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { citeprocWriter } from '../../../src/adapters/citeproc/citation-writer.ts';
import type { RecordPage } from '../../../src/actions/pages.ts';
import { BLANK_DOCUMENT } from '../../../src/core/blank-document.ts';
import type { ArchiveDocument } from '../../../src/core/document.ts';
import { labelOf } from '../../../src/core/label.ts';
import { withIds } from '../../../src/formats/json/json-lines.ts';
import { recordSchema } from '../../../src/formats/json/record-schema.ts';
import { citationOfPage, writtenCitations } from '../../../src/web/public/citation.ts';
import { en } from '../../../src/words/en.ts';
import { asPublic } from '../../support/as-public.ts';
import { ID } from '../../support/fake-records.ts';

/**
 * What is expected was written by hand from the guides (Chicago 17, 14.221–14.231; MLA 9 and its Style Center on
 * archives; APA 7, chapter 10, and its page on archival documents; history.state.gov on citing its series), not
 * from what we print. Records are invented, but for the volume of FRUS, which is a fact.
 */
const folder = import.meta.dirname;
const namesIn = (side: string, end: string): string[] =>
  readdirSync(join(folder, side))
    .filter((name) => name.endsWith(end))
    .map((name) => name.slice(0, -end.length))
    .sort();

const part = z.string().optional();
const input = z.object({
  document: z.record(z.string(), z.unknown()),
  place: part,
  volume: z
    .object({
      title: z.string(),
      published: z.object({
        series: z.string(),
        subseries: z.string(),
        volume: z.string(),
        title: z.string(),
        editors: z.array(z.string()),
        publisher: z.string(),
        place: z.string(),
        year: z.string(),
      }),
    })
    .optional(),
});

const settings = {
  name: 'Lantern Archive',
  motto: '',
  address: 'https://lantern.example',
  languages: ['en'],
  timeZone: 'UTC',
};

function pageOf(name: string): RecordPage<ArchiveDocument> {
  const read = input.parse(JSON.parse(readFileSync(join(folder, 'input', `${name}.json`), 'utf8')));
  const record = withIds(recordSchema.parse({ ...BLANK_DOCUMENT, ...read.document }));
  assert.ok(record?.kind === 'document');
  const view = asPublic(ID.document, record);
  return {
    view,
    label: labelOf(view),
    labels: new Map(),
    links: new Map(),
    ...(read.place === undefined ? {} : { repositoryPlace: read.place }),
    ...(read.volume === undefined ? {} : { volume: read.volume }),
  };
}

const citations = citeprocWriter();
after(() => citations.close());
const citing = {
  site: { words: en, mode: 'live' as const },
  room: { cite: citations.write, today: () => '2026-11-23' },
};

test('each input has its expected citations, and each of those its input', () => {
  assert.deepEqual(namesIn('input', '.json'), namesIn('expected', '.txt'));
  assert.ok(namesIn('input', '.json').length >= 12);
});

for (const name of namesIn('input', '.json')) {
  const lines = readFileSync(join(folder, 'expected', `${name}.txt`), 'utf8')
    .trimEnd()
    .split('\n');
  for (const line of lines) {
    const [, form = '', expected = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
    test(`${name}, ${form}: as the guide asks`, async () => {
      const citation = citationOfPage({ settings, language: 'en' }, pageOf(name));
      const written = (await writtenCitations(citing, citation)).find((one) => one.form === form);
      const said = written?.runs.map(({ text, isItalic }) => (isItalic ? `*${text}*` : text)).join('');
      assert.equal(said, expected);
    });
  }
}
