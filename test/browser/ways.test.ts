import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { listen } from '../../src/cli/listen.ts';
import { launchBrowser, withPage } from '../support/browser.ts';
import { sampleArchive, suiteCleanup } from '../support/temp-archive.ts';

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  javaScriptEnabled: false,
  hasTouch: true,
};
const WAYS = [
  'collections',
  'timeline',
  'map',
  'people',
  'organizations',
  'places',
  'subjects',
  'events',
  'types',
  'languages',
  'repositories',
  'terms',
  'new',
];
/** More stops than these before a link is reached would be a page that no one reaches it on. */
const MOST_STOPS = 140;

describe('every way in', () => {
  const cleanup = suiteCleanup(after);
  let browser: Browser;
  let origin = '';

  before(async () => {
    const { archive } = await sampleArchive(cleanup);
    const server = await listen(archive.app, '127.0.0.1', 0);
    cleanup.after(() => server.close());
    origin = `http://127.0.0.1:${server.port}`;
    browser = await launchBrowser();
    cleanup.after(() => browser.close());
  });

  const visit = (run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> =>
    withPage(browser, origin, ({ page }) => run(page), options);

  test('is reached from the first page by the keyboard, and from it a document, person or place', async () => {
    for (const way of WAYS)
      await visit(async (page) => {
        await page.goto('/');
        await tabTo(page, `main a[href="/${way}"]`);
        await page.keyboard.press('Enter');
        await page.waitForURL(`**/${way}`);
        assert.ok((await page.locator('main h1').innerText()).length > 0);
        assert.ok((await page.locator('main').locator('ol, ul').locator('a').count()) > 0, way);
      });
  });

  test('leads into a collection too, without JavaScript on a phone', async () => {
    await visit(async (page) => {
      await page.goto('/collection/c8yn7anh68');
      const ways = page.locator('nav[aria-labelledby="ways-in"] a');
      const addresses = await ways.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
      assert.ok(addresses.length >= 8, addresses.join(' '));
      for (const address of addresses) {
        await page.goto(address);
        const heading = await page.locator('h1').innerText();
        assert.match(heading, /^Sino-Soviet Relations: /, address);
        assert.equal(await sideways(page), 0, address);
      }
    }, PHONE);
  });

  test('years typed into two fields narrow a list and the map, without JavaScript', async () => {
    for (const way of ['people', 'places', 'map'])
      await visit(async (page) => {
        await page.goto(`/${way}`);
        const before = await page.locator('main ol, main ul.names-list').last().locator('li').count();
        await page.locator('form.years input[name=from]').fill('1940');
        await page.locator('form.years input[name=to]').fill('1949');
        await page.keyboard.press('Enter');
        await page.waitForURL(`**/${way}/1940-1949`);
        const after = await page.locator('main ol, main ul.names-list').last().locator('li').count();
        assert.ok(after > 0 && after !== before, `${way}: ${before} and ${after}`);
        assert.equal(await page.locator('[aria-current]', { hasText: '1940s' }).count(), 1);
      }, PHONE);
  });

  test('from the timeline of all years to a day, by links alone', async () => {
    await visit(async (page) => {
      await page.goto('/timeline');
      await page.locator('.time-rows a', { hasText: /^1945$/ }).click();
      await page.waitForURL('**/timeline/1945');
      await page.locator('.time-rows a', { hasText: 'July 1945' }).click();
      await page.waitForURL('**/timeline/1945-07');
      await page.locator('.time-rows .nums a').first().click();
      await page.waitForURL(/\/search\?.*date=1945-07-/);
      assert.ok((await page.locator('main h3 a').count()) > 0);
    }, PHONE);
  });

  test('the map and the list beside it lead to the same places, under the name of the years', async () => {
    await visit(async (page) => {
      await page.goto('/map/1945');
      const onMap = await page
        .locator('.map .only-wide a')
        .evaluateAll((all) =>
          all.map((one) => [one.getAttribute('href'), one.querySelector('title')?.textContent]),
        );
      const inList = await page
        .locator('[aria-labelledby="places"] li > span > a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      assert.deepEqual(new Set(onMap.map(([href]) => href)), new Set(inList));
      assert.ok(onMap.some(([, says]) => says?.startsWith('Dairen: ')));
      await page.goto('/map/1950-1959');
      assert.equal(await page.locator('.map title', { hasText: 'Dairen' }).count(), 0);
    });
  });

  test('a person: by role, and who stands in the same documents, by the keyboard', async () => {
    await visit(async (page) => {
      await page.goto('/person/a3n0ph4kqg');
      await tabTo(page, '.together li > a:first-child');
      assert.ok((await focusedText(page)).length > 0);
      await tabTo(
        page,
        '#documents ~ .narrow-by a[href*="/as/participant"], .choices a[href*="/as/participant"]',
      );
      await page.keyboard.press('Enter');
      await page.waitForURL('**/as/participant#documents');
      const facts = await page.locator('.calendar .facts').allInnerTexts();
      assert.ok(facts.length > 0 && facts.every((fact) => fact.includes('Participant, as')));
    });
  });
});

/** Presses Tab until what is focused matches. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  assert.fail(`${selector} is not reached`);
}

const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? '');

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
