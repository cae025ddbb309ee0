import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDocument } from '../../../test/support/any-document.ts';
import { asPublic } from '../../../test/support/as-public.ts';
import { fakeRecords, ID } from '../../../test/support/fake-records.ts';
import { parseEdtf } from '../../core/date/edtf.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import { mapReferences } from '../../core/references.ts';
import { sourceKey, type SourceKey } from '../../core/draft.ts';
import { readTei } from './read-tei.ts';
import { writeTei } from './write-tei.ts';

const about = {
  url: 'https://archive.example/document/x',
  archive: 'Test archive',
  nameOf: (id: string) => ({ ref: `https://archive.example/person/${id}`, isBody: false }),
};

async function readBack(xml: string) {
  const problems: Problem[] = [];
  const documents: ArchiveDocument<SourceKey>[] = [];
  const others: string[] = [];
  const chunks = (async function* () {
    yield xml;
  })();
  for await (const read of readTei({ name: 'back.xml', chunks })) {
    if (read.kind === 'problem') problems.push(read.problem);
    else if (read.draft.record.kind === 'document') documents.push(read.draft.record);
    else others.push(read.draft.key);
  }
  return { document: documents[0], problems, others };
}

const written = (record: ArchiveDocument): string => writeTei(asPublic(ID.document, record), about);

/** As import reads our own: references by id, and what nobody said left out. */
function expected(record: ArchiveDocument): ArchiveDocument<SourceKey> | undefined {
  const sure = record.alignments.flatMap((one) => {
    const links = one.links.filter(({ basis }) => basis !== 'guessed');
    return links.length === 0 ? [] : [{ ...one, links }];
  });
  const mapped = mapReferences<(typeof ID)['document'], SourceKey>({ ...record, alignments: sure }, (id) =>
    sourceKey('id', id),
  );
  return mapped?.kind === 'document' ? mapped : undefined;
}

const documents = [...fakeRecords.values()].flatMap((one) => (one.kind === 'document' ? [one] : []));

for (const record of documents)
  test(`all that a document says reads back: ${record.titles[0]?.text}`, async () => {
    const { document, problems, others } = await readBack(written(record));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      others.filter((key) => !key.startsWith('id:')),
      [],
      'what it names is the record that it was',
    );
    assert.deepEqual(document, expected(record));
  });

/** What is read of the texts themselves, which have a property of their own. */
const APART = { renditions: [], alignments: [], mentions: [] };
const plain = (record: object): unknown => JSON.parse(JSON.stringify(record));

test('whatever a document says reads back', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (record) => {
      const { document } = await readBack(written(record));
      assert.deepEqual({ ...document, ...APART }, plain({ ...expected(record), ...APART }));
    }),
    { numRuns: 40, seed: 20261123 },
  );
});

test('what somebody has altered in the elements is believed', async () => {
  const [record] = documents;
  assert.ok(record);
  const altered = written(record)
    .replace('>Record by Dr. Falk<', '>Record by Dr. Falk, corrected<')
    .replace('>2 December 1957<', '>3 December 1957<')
    .replace('when="1957-12-02T15:00:00"', 'when="1957-12-03"');
  const { document } = await readBack(altered);
  assert.equal(document?.titles[0]?.text, 'Record by Dr. Falk, corrected');
  assert.equal(document?.dates[0]?.edtf, '1957-12-03');
  assert.deepEqual(document?.numbers, record.numbers);
  assert.equal(document?.contributions.length, record.contributions.length);
});

test('a description that is broken is said, and the elements are read', async () => {
  const [record] = documents;
  assert.ok(record);
  const broken = written(record).replace('{"kind":"document"', '{"kind":"documents"');
  const { document, problems } = await readBack(broken);
  assert.ok(problems.some(({ code }) => code === 'record-broken'));
  assert.equal(document?.titles[0]?.text, 'Record by Dr. Falk');
});

test('a season is no month of any calendar', () => {
  const [record] = documents;
  assert.ok(record);
  const edtf = parseEdtf('1956-24');
  assert.ok(edtf);
  const dated = written({ ...record, dates: [{ kind: 'created', words: 'Winter 1956', edtf }] });
  assert.match(dated, /<date when-custom="1956-24" type="created">Winter 1956<\/date>/);
});
