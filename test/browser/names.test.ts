import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { listen } from '../../src/cli/listen.ts';
import { launchBrowser, withPage } from '../support/browser.ts';
import { sampleArchive, suiteCleanup } from '../support/temp-archive.ts';

const WAYS: Readonly<Record<string, BrowserContextOptions>> = {
  'with JavaScript': { viewport: { width: 1280, height: 900 } },
  'without JavaScript, on a phone': { viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
};

const chipsOf = (page: Page): Promise<readonly string[]> =>
  page.locator('.also-searched .chip.also > span').allInnerTexts();
const countOf = (page: Page): Promise<string> => page.locator('.count').innerText();

describe('names in a search, in a browser', () => {
  const cleanup = suiteCleanup(after);
  let origin = '';
  let browser: Browser;

  before(async () => {
    const { archive } = await sampleArchive(cleanup);
    const server = await listen(archive.app, '127.0.0.1', 0);
    cleanup.after(() => server.close());
    origin = `http://127.0.0.1:${server.port}`;
    browser = await launchBrowser();
    cleanup.after(() => browser.close());
  });

  const asked = async (page: Page, q: string): Promise<void> => {
    await page.goto('/');
    await page.locator('input[name=q]').first().fill(q);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?/);
  };

  for (const [way, options] of Object.entries(WAYS)) {
    test(`${way}: a cover name says whose it is`, async () => {
      await withPage(
        browser,
        origin,
        async ({ page }) => {
          await asked(page, 'Filippov');
          assert.ok(
            (await chipsOf(page)).includes('Filippov: cover name of Stalin, I. V., 1949–1953'),
            (await chipsOf(page)).join('\n'),
          );
        },
        options,
      );
    });

    test(`${way}: any form of a name finds the same, and can be left out and taken in again`, async () => {
      await withPage(
        browser,
        origin,
        async ({ page }) => {
          await asked(page, '宋子文');
          const count = await countOf(page);
          await asked(page, 'Song Ziwen');
          assert.equal(await countOf(page), count);
          assert.ok((await chipsOf(page)).includes('宋子文'));
          await page.getByRole('link', { name: 'Do not search for 宋子文 beside Song Ziwen' }).click();
          await page.waitForURL(/without=/);
          await page.getByRole('link', { name: 'Search for 宋子文 again' }).click();
          await page.waitForURL((url) => !url.search.includes('without='));
          assert.equal(await countOf(page), count);
        },
        options,
      );
    });

    test(`${way}: exactly as written, nothing else is searched, on every page of the question`, async () => {
      await withPage(
        browser,
        origin,
        async ({ page }) => {
          await asked(page, 'Stalin');
          assert.ok((await chipsOf(page)).includes('Сталин'));
          await page.getByRole('link', { name: 'Search exactly as written' }).click();
          await page.waitForURL(/exact=1/);
          assert.deepEqual(await chipsOf(page), []);
          const facets = await page
            .locator('.facet a:not(.not)')
            .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
          assert.ok(facets.length > 0);
          assert.deepEqual(
            facets.filter((href) => !href.includes('exact=1')),
            [],
          );
          await page.getByRole('link', { name: 'Search other forms of names and words again' }).click();
          await page.waitForURL((url) => !url.search.includes('exact'));
          assert.ok((await chipsOf(page)).includes('Сталин'));
        },
        options,
      );
    });

    test(`${way}: a name that two bear asks which, and narrows to the one that is chosen`, async () => {
      await withPage(
        browser,
        origin,
        async ({ page }) => {
          await asked(page, 'Jonas Reuter');
          const which = page.locator('.which');
          assert.match(await which.innerText(), /^Which Jonas Reuter\?/);
          assert.equal(await which.locator('a').count(), 2);
          await which.locator('a').first().click();
          await page.waitForURL(/person=a/);
          assert.equal(await page.locator('.which').count(), 0);
        },
        options,
      );
    });
  }

  test('every way to leave a form out is large enough for a finger, and the page is no wider than a phone', async () => {
    await withPage(
      browser,
      origin,
      async ({ page }) => {
        await page.goto('/search?q=Filippov');
        await page.locator('.more-forms summary').click();
        const small = await page
          .locator('.also-searched a, .also-searched summary, .which a')
          .evaluateAll((targets) =>
            targets.flatMap((target) => {
              const { width, height } = target.getBoundingClientRect();
              return width < 24 || height < 24 ? [`${target.textContent} ${width} x ${height}`] : [];
            }),
          );
        assert.deepEqual(small, []);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
      },
      WAYS['without JavaScript, on a phone'] ?? {},
    );
  });
});
