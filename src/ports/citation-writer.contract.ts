import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { CslItem } from '../core/citation/csl-item.ts';
import { CITATION_STYLES } from '../core/citation/styles.ts';
import type { CitationAsked, CitationWriter } from './citation-writer.ts';

const item: CslItem = {
  id: 'd1',
  type: 'document',
  title: 'Oil & <i>lamps</i> in winter',
  author: [{ family: 'Falk', given: 'Henriette' }],
  issued: { 'date-parts': [[1957, 12, 2]] },
  archive: 'State Archive',
  archive_location: 'Akte 112',
  URL: 'https://archive.example/document/d1',
};

/** What every writer of citations keeps to. */
export function citationWriterContract(name: string, open: () => CitationWriter): void {
  describe(`citation writer: ${name}`, () => {
    const writer = open();
    after(() => writer.close());
    const entry = async (style: CitationAsked['style'], more: Partial<CslItem> = {}): Promise<string> =>
      (await writer.write([{ style, form: 'entry', item: { ...item, ...more } }]))[0] ?? '';

    for (const style of CITATION_STYLES) {
      test(`${style}: who, what, when and where stand in an entry`, async () => {
        const written = await entry(style);
        for (const part of [
          'Falk',
          '1957',
          'State Archive',
          'Akte 112',
          'https://archive.example/document/d1',
        ])
          assert.ok(written.includes(part), `${part} in ${written}`);
      });
      test(`${style}: another record of the same id is not taken for the one before`, async () => {
        assert.match(await entry(style, { author: [{ literal: 'Office of Lights' }] }), /Office of Lights/);
        assert.match(await entry(style), /Falk/);
      });
      test(`${style}: what has no author and no date is written all the same`, async () => {
        const { author: _author, issued: _issued, ...bare } = item;
        const [written = ''] = await writer.write([{ style, form: 'entry', item: bare }]);
        assert.match(written, /State Archive/);
        assert.doesNotMatch(written, /undefined|null|NaN/);
      });
    }

    test('letters that markup gives a meaning to are entities', async () => {
      const written = await entry('chicago', { title: 'Oil & tea < 3 <script>' });
      assert.doesNotMatch(written, /<script|& /);
    });

    test('answers stand in the order asked for', async () => {
      const asked = CITATION_STYLES.flatMap((style) => [
        { style, form: 'mention' as const, item },
        { style, form: 'entry' as const, item },
      ]);
      const together = await writer.write(asked);
      const alone = await Promise.all(asked.map(async (one) => (await writer.write([one]))[0]));
      assert.deepEqual(together, alone);
      assert.deepEqual(await writer.write([]), []);
    });

    test('several may ask at once, and closing twice does no harm', async () => {
      const other = open();
      const both = await Promise.all(
        ['One', 'Two'].map((title) =>
          other.write([{ style: 'mla', form: 'entry', item: { ...item, title } }]),
        ),
      );
      assert.match(both[0]?.[0] ?? '', /One/);
      assert.match(both[1]?.[0] ?? '', /Two/);
      await other.close();
      await other.close();
    });

    test('a paragraph is named in a mention', async () => {
      const [written = ''] = await writer.write([
        { style: 'apa', form: 'mention', item, locator: { label: 'paragraph', value: '4' } },
      ]);
      assert.match(written, /Falk.*4/);
    });
  });
}
