import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { run } from '../../src/cli/run.ts';
import { writeAlto } from '../../src/formats/alto/write-alto.ts';
import { suiteCleanup, temporaryFolder } from '../support/temp-archive.ts';
import { testTerminal } from '../support/test-terminal.ts';

const [WIDTH, HEIGHT] = [600, 400];

/** A page of paragraphs, each a line of words ten pixels wide a letter, a hundred pixels below the one before. */
const alto = (name: string, paragraphs: readonly string[], confidence?: number): string =>
  writeAlto(
    {
      widthPx: WIDTH,
      heightPx: HEIGHT,
      lines: paragraphs.map((line, row) => {
        let right = 0;
        const words = line.split(' ').map((text) => {
          const x = right;
          right += text.length * 10 + 10;
          return {
            text,
            x,
            y: row * 100 + 10,
            w: text.length * 10,
            h: 20,
            ...(confidence ? { confidence } : {}),
          };
        });
        return { isBlockStart: true, words };
      }),
    },
    name,
  );

const FORMS = ['', '.txt', '.tei', '.json'];

describe('words under a part of a scan that is held back', () => {
  let [folder, archive, id] = ['', '', ''];
  const cleanup = suiteCleanup(after);
  const say = async (...words: readonly string[]) => {
    const terminal = testTerminal({ cwd: folder });
    const code = await run([...words, '--dir', archive], terminal);
    return { code, out: terminal.outText(), err: terminal.errText() };
  };
  const hits = async (word: string): Promise<readonly { readonly id: string }[]> =>
    JSON.parse((await say('get', `/search.json?q=${word}`)).out).hits;
  const everywhere = async (): Promise<string> => {
    const asked = [
      ...FORMS.map((form) => `/document/${id}${form}`),
      `/document/${id}?edition=1`,
      `/iiif/${id}/annotations/s1/1`,
      '/search.csv?q=harbour',
    ];
    let all = '';
    for (const path of asked) all += (await say('get', path)).out;
    return all;
  };
  const restrict = (...where: readonly string[]) =>
    say('restrict', id, '--reason', 'living-person', '--words', 'A name is covered.', ...where);
  const AT_WITNESS = ['--rendition', 's1', '--page', '1', '--regions', '200,105,40,30'];

  before(async () => {
    folder = await temporaryFolder(cleanup);
    archive = join(folder, 'archive');
    await mkdir(join(folder, 'box'));
    for (const [name, paragraphs] of [
      [
        'p1.png',
        ['The harbour board met', 'It was told by Quillfisher himself', 'Lamps were lit', 'At seven'],
      ],
      ['p2.png', ['On the second page', 'all is lanternlike']],
    ] as const) {
      const size = { width: WIDTH, height: HEIGHT, channels: 3, background: '#fff' } as const;
      await writeFile(join(folder, 'box', name), await sharp({ create: size }).png().toBuffer());
      await writeFile(join(folder, 'box', name.replace('png', 'xml')), alto(name, paragraphs));
    }
    await say('init', archive);
    await say('import', 'box', '--publish', '--language', 'en');
    id = (await hits('quillfisher'))[0]?.id ?? '';
  });

  test('before, they are read and found', async () => {
    assert.match(id, /^d/);
    assert.match(await everywhere(), /Quillfisher/);
  });

  test('then their paragraph is nowhere, and the others are', async () => {
    assert.equal((await restrict(...AT_WITNESS)).code, 0);
    const all = await everywhere();
    assert.doesNotMatch(all, /Quillfisher/);
    for (const words of [/harbour board met/, /Lamps were lit/, /lanternlike/]) assert.match(all, words);
    assert.deepEqual(await hits('quillfisher'), []);
    assert.deepEqual(await hits('himself'), [], 'its paragraph is left out as a whole');
    assert.equal((await hits('lamps')).length, 1);
  });

  test('a page that has other words by now keeps them back until it is said again what is clear', async () => {
    const name = 'p1.png';
    await writeFile(
      join(folder, 'box', 'p1.xml'),
      alto(name, ['The harbour bord met', 'It was told by Quillfisher here']),
    );
    await say('import', 'box', '--publish', '--language', 'en');
    assert.doesNotMatch(await everywhere(), /Quillfisher/);
    assert.deepEqual(await hits('quillfisher'), []);
    assert.match(await everywhere(), /lanternlike/);
  });

  test('lifted, they are read again', async () => {
    assert.equal((await say('restrict', id, '--lift', 'x1')).code, 0);
    assert.match(await everywhere(), /told by Quillfisher here/);
    assert.equal((await hits('quillfisher')).length, 1);
  });
});
