import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { listen } from '../../src/cli/listen.ts';
import { axeFaults, sidewaysPx } from '../support/accessibility.ts';
import { launchBrowser, withPage } from '../support/browser.ts';
import { documentLine, testId, transcription } from '../support/record-lines.ts';
import { importLines, sampleArchive, suiteCleanup } from '../support/temp-archive.ts';

const WAYS: Readonly<Record<string, BrowserContextOptions>> = {
  'on a wide screen': { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  'in the dark': { viewport: { width: 1024, height: 900 }, colorScheme: 'dark' },
  'on a phone, without JavaScript': { viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
};

const EDITED = testId('document', 73);
const FALK = 'dmp7nzt53y';
const KOSTINA = 'dtky3n1xzw';
const NUWARI = 'd6dfxk44j4';
const MEMORANDUM = 'd68q3pdme7';

const PAGES: Readonly<Record<string, string>> = {
  'two accounts': `/document/${FALK}/compare/${KOSTINA}`,
  'three accounts': `/document/${FALK}/compare/${KOSTINA}/${NUWARI}`,
  'a document and three others': `/document/${FALK}/compare/${KOSTINA}/${NUWARI}/${MEMORANDUM}`,
  'two releases': `/document/${MEMORANDUM}/compare/r1/r2`,
  'three releases': `/document/${MEMORANDUM}/compare/r1/r2/r3`,
  'two editions': `/document/${EDITED}/compare/v1`,
  'a text and its translation': `/document/${NUWARI}/compare/t-en`,
  'the document with releases': `/document/${MEMORANDUM}`,
  'an edition that is not the newest': `/document/${EDITED}/v/1`,
};

describe('side by side, in a browser', () => {
  const cleanup = suiteCleanup(after);
  let origin = '';
  let browser: Browser;

  before(async () => {
    const opened = await sampleArchive(cleanup);
    for (const [title, words] of [
      ['A letter of the keeper', 'The colonel ate seven pastries.'],
      ['A letter of the second keeper', 'The colonel ate three pastries, it is said.'],
    ] as const) {
      const line = documentLine(EDITED, title, { renditions: [transcription(words)], invented: 'Invented.' });
      assert.deepEqual(await importLines(opened, [line], true), []);
    }
    const server = await listen(opened.archive.app, '127.0.0.1', 0);
    cleanup.after(() => server.close());
    origin = `http://127.0.0.1:${server.port}`;
    browser = await launchBrowser();
    cleanup.after(() => browser.close());
  });

  for (const [way, options] of Object.entries(WAYS))
    test(`${way}: no fault that axe finds, no complaint, no outside request, no sideways scroll`, async () => {
      const faults: string[] = [];
      await withPage(
        browser,
        origin,
        async ({ page, complaints, outside }) => {
          for (const [name, address] of Object.entries(PAGES)) {
            const answer = await page.goto(address, { waitUntil: 'load' });
            if (answer?.status() !== 200) faults.push(`${name}: ${answer?.status()}`);
            if (options.javaScriptEnabled !== false)
              for (const fault of await axeFaults(page)) faults.push(`${name}: ${fault}`);
            const wide = await sidewaysPx(page);
            if (wide > 0) faults.push(`${name}: ${wide} px sideways`);
          }
          faults.push(...complaints, ...outside);
        },
        options,
      );
      assert.deepEqual(faults, []);
    });

  test('accounts stand in rows, on a phone one below the other, each cell saying whose it is', async () => {
    const places = async (width: number): Promise<readonly (readonly [number, number])[]> =>
      withPage(
        browser,
        origin,
        async ({ page }) => {
          await page.goto(PAGES['two accounts'] ?? '');
          const row = page.locator('.say', { hasText: 'ate seven pastries' });
          const other = page.locator('.say', { hasText: 'ate three' });
          const boxes = [await row.boundingBox(), await other.boundingBox()];
          if (width < 400) assert.match(await row.innerText(), /Halvern/);
          return boxes.map((box) => [Math.round(box?.x ?? -1), Math.round(box?.y ?? -1)] as const);
        },
        { viewport: { width, height: 900 } },
      );
    const [wide, phone] = [await places(1440), await places(360)];
    assert.equal(wide[0]?.[1], wide[1]?.[1], 'the same row');
    assert.ok((wide[0]?.[0] ?? 0) < (wide[1]?.[0] ?? 0), 'side by side');
    assert.equal(phone[0]?.[0], phone[1]?.[0], 'one below the other');
    assert.ok((phone[0]?.[1] ?? 0) < (phone[1]?.[1] ?? 0));
  });

  test('differences are marked until one does not want them, without JavaScript', async () => {
    await withPage(
      browser,
      origin,
      async ({ page }) => {
        await page.goto(PAGES['two releases'] ?? '');
        const opened = page.locator('ins.restored').first();
        const tag = page.locator('.restored-tag').first();
        assert.match(await page.locator('.versus').innerText(), /\[opened 1998\]/);
        assert.ok(await tag.isVisible());
        await page.locator('#mark-differences').uncheck();
        assert.ok(!(await tag.isVisible()));
        assert.ok(await opened.isVisible(), 'the words stay');
      },
      { javaScriptEnabled: false },
    );
  });

  test('from the document by its releases, its accounts and its editions', async () => {
    await withPage(browser, origin, async ({ page }) => {
      await page.goto(`/document/${MEMORANDUM}`);
      await page.locator('.releases .way').first().click();
      await page.waitForURL(/\/compare\/r1\/r2$/);
      await page.goto(`/document/${FALK}`);
      await page.locator('.accounts .way').first().click();
      await page.waitForURL(/\/compare\/d/);
      await page.goto(`/document/${EDITED}/v/1`);
      await page.locator('.doc-head a[href$="/compare/v1"]').click();
      await page.waitForURL(/\/compare\/v1$/);
      const changed = page.locator('.versus');
      assert.equal(await changed.locator('del.k').innerText(), 'seven');
      assert.match((await changed.locator('ins.k').allInnerTexts()).join('|'), /three/);
      assert.match(await page.locator('.changed').first().innerText(), /second/);
    });
  });

  test('what each leaves out leads to its row', async () => {
    await withPage(browser, origin, async ({ page }) => {
      await page.goto(PAGES['two accounts'] ?? '');
      await page.locator('.left-out a[href^="#row-"]').first().click();
      assert.equal(await page.locator(':target').count(), 1);
    });
  });
});
