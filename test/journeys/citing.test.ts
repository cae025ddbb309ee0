import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { OpenArchive } from '../../src/compose.ts';
import { documentLine, paragraph, testId, transcription } from '../support/record-lines.ts';
import { emptyArchive, importLines, NAAN, ORIGIN, suiteCleanup } from '../support/temp-archive.ts';

const LETTER = testId('document', 41);
const REPORT = testId('document', 42);
const GONE = testId('document', 43);
const DRAFT = testId('document', 44);
const FIRST = 'The  lamp was lit at dusk,\nand put out at dawn.';
const SECOND = 'Nobody saw the second ship, nor its lights.';
const CHANGED = 'Nobody saw the third ship, nor its lights.';

/** By the words of docs/reference/citations.md: NFC, white space folded, SHA-256, ten digits. */
const signOf = (text: string): string =>
  createHash('sha256').update(text.normalize('NFC').replace(/\s+/gu, ' ').trim()).digest('hex').slice(0, 10);

const letter = (second: string, more: readonly object[] = []): object =>
  documentLine(LETTER, 'Letter on the lamp', {
    genre: 'Letter',
    identifiers: [{ scheme: 'former', value: '8214' }],
    dates: [{ kind: 'sent', words: '1957', edtf: '1957', isCatalogueDate: true }],
    contributions: [{ role: 'author', name: 'Falk, Henriette' }],
    source: {
      original: {
        repositoryName: 'State Archive',
        steps: [{ level: 'file', code: '112', label: 'Akte' }],
      },
    },
    renditions: [
      {
        kind: 'transcription',
        key: 't-en',
        language: 'en',
        text: { blocks: [paragraph('b1', FIRST), paragraph('b2', second), ...more], notes: [] },
      },
    ],
  });

describe('a passage that was cited can be checked', () => {
  const cleanup = suiteCleanup(after);
  let archive: OpenArchive;
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await archive.app.fetch(new Request(ORIGIN + path, init));
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
  };
  const send = (fields: Readonly<Record<string, string>>) =>
    ask('/quote', { method: 'POST', body: new URLSearchParams(fields) });
  const verdictOf = (text: string): string | undefined => /data-verdict="([\w-]+)"/.exec(text)?.[1];

  before(async () => {
    const opened = await emptyArchive(cleanup);
    ({ archive } = opened);
    const last = paragraph('b3', 'A third paragraph, which will go.');
    const lines = [
      letter(SECOND, [last]),
      documentLine(REPORT, 'Report on oil', {
        renditions: [
          transcription(
            'Oil was counted twice in winter.',
            'Die Wärter prüfen während größerer Stürme täglich die Öllampen.',
            'Waehrend der Stuerme pruefte niemand die Schluessel.',
          ),
        ],
      }),
      documentLine(GONE, 'Gone', { renditions: [transcription('What was here was taken away again.')] }),
    ];
    assert.deepEqual(await importLines(opened, lines, true), []);
    const draft = documentLine(DRAFT, 'Draft', {
      renditions: [transcription('None of this is public yet.')],
    });
    assert.deepEqual(await importLines(opened, [draft], false), []);
    assert.deepEqual(await importLines(opened, [letter(CHANGED)], true), []);
    assert.ok((await archive.withdraw(GONE, 'A mistake.', { by: 'test' })).ok);
  });

  test('its citation names edition, block and sign, in every style', async () => {
    const { text } = await ask(`/document/${LETTER}/cite/b2`);
    const end = `${ORIGIN}/document/${LETTER}/v/2#b2 [b2 ${signOf(CHANGED)}]`;
    for (const form of ['note', 'bibliography', 'mla', 'apa', 'archival']) {
      const [, cited = ''] = new RegExp(`data-form="${form}">([^]*?)</p>`).exec(text) ?? [];
      assert.ok(cited.includes(end), `${form}: ${cited}`);
    }
    assert.match(text, /para\. 2/);
  });

  test('without a script each paragraph of the page leads to its citation, in the edition that is read', async () => {
    const cases: readonly (readonly [page: string, citing: string])[] = [
      [`/document/${LETTER}/letter-on-the-lamp`, `/document/${LETTER}/cite/b2`],
      [`/document/${LETTER}/v/1`, `/document/${LETTER}/v/1/cite/b2`],
    ];
    for (const [page, citing] of cases) {
      const { text } = await ask(page);
      assert.ok(
        text.includes(
          `<a class="cite-it" href="${citing}" rel="nofollow" aria-label="Cite paragraph 2"></a>`,
        ),
        page,
      );
      assert.equal((await ask(citing)).status, 200);
    }
  });

  test('a stretch of passages has one sign', async () => {
    const { text } = await ask(`/document/${LETTER}/cite/b1-b2`);
    assert.ok(text.includes(`[b1-b2 ${signOf(`${FIRST}\n${CHANGED}`)}]`));
    assert.match(text, /1–2/);
  });

  const checks: readonly (readonly [says: string, path: string, verdict: string, edition?: number])[] = [
    ['as it is now', `b2/${signOf(CHANGED)}`, 'stands', 2],
    ['unchanged since', `b1/${signOf(FIRST)}`, 'stands', 2],
    ['as it was', `b2/${signOf(SECOND)}`, 'stood', 1],
    ['gone since', `b3/${signOf('A third paragraph, which will go.')}`, 'stood', 1],
    ['never so', 'b2/0123456789', 'not-found'],
    ['never there', `b9/${signOf(FIRST)}`, 'not-found'],
  ];
  for (const [says, path, verdict, edition] of checks)
    test(`${says}: ${verdict}`, async () => {
      const { status, text } = await ask(`/document/${LETTER}/check/${path}`);
      assert.equal(status, 200);
      assert.equal(verdictOf(text), verdict);
      if (edition !== undefined) assert.match(text, new RegExp(`edition ${edition}\\b`, 'i'));
    });

  const statuses: readonly (readonly [path: string, status: number, to?: string])[] = [
    [`/document/${LETTER}/cite/b99`, 404],
    [`/document/${LETTER}/cite/nonsense`, 404],
    [`/document/${LETTER}/cite/b2-b1`, 404],
    [`/document/${LETTER}/check/b1/xyz`, 404],
    [`/document/${LETTER}/v/1/cite/b3`, 200],
    [`/document/${LETTER}/v/9/cite`, 404],
    ['/document/8214/cite/b1', 301, `/document/${LETTER}/cite/b1`],
    [`/document/${GONE}/cite`, 410],
    [`/document/${GONE}/cite/b1`, 410],
    [`/document/${GONE}/check/b1/0123456789`, 410],
    [`/document/${DRAFT}/cite`, 404],
    [`/document/${DRAFT}/check/b1/0123456789`, 404],
    [`/ark:/${NAAN}/${LETTER}`, 301, `/document/${LETTER}/letter-on-the-lamp`],
    [`/ark:${NAAN}/${LETTER}`, 301, `/document/${LETTER}/letter-on-the-lamp`],
    [
      `/ark:/${NAAN}/${LETTER.slice(0, 4)}-${LETTER.slice(4).toUpperCase()}`,
      301,
      `/document/${LETTER}/letter-on-the-lamp`,
    ],
    [`/ark:/${NAAN}/${LETTER}/b2`, 301, `/document/${LETTER}/letter-on-the-lamp#b2`],
    [`/ark:/${NAAN}/${LETTER}.v1/b2`, 301, `/document/${LETTER}/v/1#b2`],
    [`/ark:/${NAAN}/${LETTER}.v7`, 404],
    [`/ark:/${NAAN}/${LETTER.slice(0, -1)}0`, 404],
    [`/ark:/99999/${LETTER}`, 404],
    [`/ark:/${NAAN}/${GONE}`, 410],
    [`/ark:/${NAAN}/${DRAFT}`, 404],
  ];
  for (const [path, status, to] of statuses)
    test(`${path}: ${status}`, async () => {
      const answer = await ask(path);
      assert.equal(answer.status, status);
      if (to !== undefined) assert.equal(answer.to, to);
    });

  test('a key says in plain text what it names', async () => {
    const { text } = await ask(`/ark:/${NAAN}/${LETTER}?info`);
    assert.match(
      text,
      /^erc:\nwho: Falk, Henriette\nwhat: Letter on the lamp\nwhen: 1957\nwhere: https:\/\/archive\.example\/ark:\/12345\//,
    );
    assert.match(text, /\nerc-support:\nwho: Papers\nwhat: /);
  });

  for (const [suffix, pattern] of [
    ['bib', /^@unpublished\{d\w{9},\n {2}title = \{\{Letter on the lamp\}\}/],
    ['csl.json', /^\[\n \{\n {2}"id": "d\w{9}"/],
    ['ris', /^TY {2}- PCOMM\r\nTI {2}- Letter on the lamp\r\n/],
  ] as const)
    test(`it can be had as .${suffix}`, async () => {
      const answer = await ask(`/document/${LETTER}.${suffix}`);
      assert.equal(answer.status, 200);
      assert.match(answer.text, pattern);
    });

  const quotations: readonly (readonly [
    says: string,
    text: string,
    reference: string,
    verdict: string,
    has: RegExp,
  ])[] = [
    ['to the letter', 'Nobody saw the third ship', '', 'exact', /Letter on the lamp/],
    ['in other dress', '“nobody saw the third ship … its lights”', '', 'forgiven', /ellipsis/],
    [
      'another word',
      'Nobody saw the fourth ship, nor its lights',
      '',
      'differs',
      /<del>.*fourth.*<ins>.*third/s,
    ],
    ['so in an earlier edition', 'Nobody saw the second ship, nor its lights', '', 'exact', /edition 1/],
    ['with a reference', 'The lamp was lit', `${ORIGIN}/document/${LETTER}`, 'exact', /names this document/],
    ['of another document', 'counted twice in winter', LETTER, 'exact', /another document/],
    ['two words of a named one', 'put out', LETTER, 'exact', /Letter on the lamp/],
    [
      'by a former number only found by search',
      'Oil was counted twice',
      'nothing known',
      'exact',
      /Report on oil/,
    ],
    [
      'whose every third word is spelt with two letters for one',
      'die Waerter pruefen waehrend groesserer Stuerme taeglich die Oellampen',
      '',
      'forgiven',
      /letters written otherwise.*“Waerter” in the quotation, “Wärter” in the document/s,
    ],
    [
      'with umlauts where the telegram has none',
      'Während der Stürme prüfte niemand die Schlüssel',
      '',
      'forgiven',
      /“Schlüssel” in the quotation, “Schluessel” in the document/,
    ],
    ['not public', 'None of this is public yet', '', 'not-found', /compared word by word/],
    ['withdrawn', 'What was here was taken away again', GONE, 'not-found', /nothing that is here/],
  ];
  for (const [says, text, reference, verdict, has] of quotations)
    test(`a quotation ${says}: ${verdict}`, async () => {
      const answer = await send({ text, reference });
      assert.equal(answer.status, 200);
      assert.equal(verdictOf(answer.text), verdict);
      assert.match(answer.text, has);
    });

  test('a sign in the reference is checked along', async () => {
    const { text } = await send({ text: '', reference: `${LETTER} [b2 ${signOf(SECOND)}]` });
    assert.equal(verdictOf(text), 'stood');
  });

  test('the same is answered by an address', async () => {
    const answer = await ask(`/quote?${new URLSearchParams({ text: 'The lamp was lit' }).toString()}`);
    assert.equal(verdictOf(answer.text), 'exact');
  });

  const refused: readonly (readonly [says: string, init: RequestInit, words: RegExp])[] = [
    ['nothing', { body: new URLSearchParams({ text: ' ', reference: '' }) }, /Paste a quotation/],
    ['one word', { body: new URLSearchParams({ text: 'lamp' }) }, /at least three/],
    ['too much', { body: new URLSearchParams({ text: 'x '.repeat(5001) }) }, /10,000/],
    ['far too much', { body: new URLSearchParams({ text: 'x'.repeat(400_000) }) }, /10,000/],
    [
      'no form',
      { body: '{"text":"x"}', headers: { 'content-type': 'application/json' } },
      /could not be read/,
    ],
  ];
  for (const [says, init, words] of refused)
    test(`sent with ${says}: 400, in words`, async () => {
      const answer = await ask('/quote', { method: 'POST', ...init });
      assert.equal(answer.status, 400);
      assert.match(answer.text, words);
    });

  test('what is sent is not taken elsewhere', async () => {
    assert.equal((await ask('/search', { method: 'POST', body: 'q=x' })).status, 405);
    assert.equal((await ask('/quote', { method: 'DELETE' })).status, 405);
  });

  test('what a quotation holds is text on the page', async () => {
    const { text } = await send({ text: '</textarea><script>x</script> & more', reference: '"><img src=x>' });
    assert.doesNotMatch(text, /<script>x|<img src=x/);
  });
});
