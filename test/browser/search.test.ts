import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { listen } from '../../src/cli/listen.ts';
import { axeFaults, sidewaysPx } from '../support/accessibility.ts';
import { launchBrowser, withPage } from '../support/browser.ts';
import { sampleArchive, suiteCleanup } from '../support/temp-archive.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true } as const;

describe('the search page in a browser', () => {
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

  /** Opens a page, works on it, and holds that nothing complained, went elsewhere or scrolls sideways. */
  const on = (address: string, work: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
    withPage(
      browser,
      origin,
      async ({ page, complaints, outside }) => {
        page.setDefaultTimeout(10_000);
        await page.goto(address);
        await work(page);
        assert.deepEqual([...complaints, ...outside], []);
        assert.equal(await sidewaysPx(page), 0);
      },
      options,
    );

  test('suggestions: by keys alone one is heard of, chosen, and opened', () =>
    on('/', async (page) => {
      const box = page.locator('main input[name=q]');
      await box.focus();
      await page.keyboard.type('stal');
      const options = page.locator('main [role=option]');
      await options.first().waitFor();
      assert.equal(await box.getAttribute('aria-expanded'), 'true');
      assert.match(await page.locator('main form [role=status]').innerText(), /\d+ suggestion/);
      assert.deepEqual(await axeFaults(page), []);
      await page.keyboard.press('ArrowDown');
      const active = await box.getAttribute('aria-activedescendant');
      assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
      await page.keyboard.press('Escape');
      assert.equal(await options.first().isVisible(), false);
      assert.equal(await box.inputValue(), 'stal', 'what was typed stays');
      await page.keyboard.press('ArrowDown');
      await options.first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/person\//);
    }));

  test('suggestions: Enter on what was typed searches it', () =>
    on('/search', async (page) => {
      await page.locator('main input[name=q]').pressSequentially('soong');
      await page.locator('main [role=option]').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?.*q=soong/);
      assert.match(await page.locator('main h2.count').innerText(), /^\d+ results/);
    }));

  test('suggestions: another name says whose it is', () =>
    on('/search', async (page) => {
      await page.locator('main input[name=q]').pressSequentially('dzhuga');
      const first = page.locator('main [role=option]').first();
      await first.waitFor();
      assert.match(await first.innerText(), /→ .*Stalin/);
    }));

  test('suggestions: on a phone one is pressed, and the list is as wide as the box', () =>
    on(
      '/',
      async (page) => {
        await page.locator('main input[name=q]').fill('mao');
        const first = page.locator('main [role=option]').first();
        await first.waitFor();
        const height = (await first.boundingBox())?.height ?? 0;
        assert.ok(height >= 24, `${height} px`);
        assert.equal(await sidewaysPx(page), 0);
        await first.tap();
        await page.waitForURL(/\/person\//);
      },
      PHONE,
    ));

  test('filters: a row is added, filled from suggestions and applied by keys alone', () =>
    on('/search?q=stalin', async (page) => {
      await page.locator('button[name=add]').press('Enter');
      const row = page.locator('main fieldset.filter');
      assert.equal(await row.count(), 1, 'in place');
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'field');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type('soong');
      await row.locator('[role=option]').first().waitFor();
      assert.deepEqual(await axeFaults(page), []);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      assert.equal(await row.locator('input[name=value]').inputValue(), 'Soong, T. V.');
      await page.keyboard.press('Enter');
      await page.waitForURL(/person=a/);
      assert.match(await page.locator('.chips').first().innerText(), /Person: Soong, T. V./);
    }));

  test('filters: fields show what can be asked of them, and a row goes in place', () =>
    on('/search', async (page) => {
      await page.locator('button[name=add]').click();
      await page.locator('button[name=add]').click();
      assert.equal(await page.locator('fieldset.filter').count(), 2);
      const row = page.locator('fieldset.filter').first();
      await row.locator('select[name=field]').selectOption('date');
      assert.equal(await row.locator('input[name=value2]').isVisible(), true);
      assert.equal(await row.locator('select[name=condition]').inputValue(), 'between');
      await row.locator('select[name=field]').selectOption('title');
      assert.equal(await row.locator('input[name=value2]').isVisible(), false);
      assert.equal(await row.locator('select[name=condition]').inputValue(), 'contains');
      await row.locator('select[name=field]').selectOption('place');
      await row.locator('select[name=condition]').selectOption('none');
      assert.equal(await row.locator('input[name=value]').isVisible(), false);
      await page.locator('button[name=cancel]').last().click();
      assert.equal(await page.locator('fieldset.filter').count(), 1);
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'add');
      await page.locator('main button.primary').click();
      await page.waitForURL(/place=-\*/);
    }));

  test('filters: dates are taken in words, possibly or certainly', () =>
    on('/search', async (page) => {
      await page.locator('input[name=date-from]').fill('July 1945');
      await page.locator('input[name=date-to]').fill('summer 1947');
      await page.locator('select[name=date-how]').selectOption('certainly');
      await page.locator('.years button').press('Enter');
      await page.waitForURL(/date=1945-07\.\.1947-08!/);
      assert.match(await page.locator('.chips').first().innerText(), /July 1945 to August 1947, certainly/);
    }));

  test('the histogram: grips are moved by keys, say where they are, and Enter asks', () =>
    on('/search', async (page) => {
      const [from, to] = [page.locator('[role=slider]').first(), page.locator('[role=slider]').last()];
      await from.focus();
      const first = Number(await from.getAttribute('aria-valuetext'));
      await page.keyboard.press('ArrowRight');
      assert.equal(await from.getAttribute('aria-valuetext'), String(first + 1));
      await page.keyboard.press('PageUp');
      assert.equal(await from.getAttribute('aria-valuetext'), String(first + 11));
      await to.focus();
      await page.keyboard.press('Home');
      assert.equal(await to.getAttribute('aria-valuetext'), String(first + 11), 'it stops at the other');
      await page.keyboard.press('PageUp');
      assert.deepEqual(await axeFaults(page), []);
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`date=${first + 11}\\.\\.${first + 21}`));
    }));

  test('the histogram: a range is drawn across it, and letting go asks', () =>
    on('/search', async (page) => {
      const box = await page.locator('time-range .chart').boundingBox();
      assert.ok(box);
      const y = box.y + box.height / 3;
      await page.mouse.move(box.x + box.width * 0.3, y);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.45, y, { steps: 4 });
      await page.mouse.move(box.x + box.width * 0.6, y, { steps: 4 });
      await page.mouse.up();
      await page.waitForURL(/date=19\d\d\.\.19\d\d/);
    }));

  test('the histogram: a grip is drawn by a finger', () =>
    on(
      '/search',
      async (page) => {
        await page.locator('a.to-facets').tap();
        const chart = page.locator('time-range .chart');
        await chart.scrollIntoViewIfNeeded();
        const box = await chart.boundingBox();
        assert.ok(box);
        const devtools = await page.context().newCDPSession(page);
        const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number): Promise<unknown> =>
          devtools.send('Input.dispatchTouchEvent', {
            type,
            touchPoints:
              type === 'touchEnd' ? [] : [{ x: box.x + box.width * share, y: box.y + box.height / 2 }],
          });
        await touch('touchStart', 0);
        for (const share of [0.1, 0.2, 0.3, 0.4]) await touch('touchMove', share);
        await touch('touchEnd', 0.4);
        await page.waitForURL(/date=19\d\d/);
      },
      PHONE,
    ));

  test('a collection has the same rows and the same histogram', () =>
    on('/collections', async (page) => {
      await page.locator('main h2 a, main h3 a').first().click();
      await page.locator('[role=slider]').first().waitFor();
      await page.locator('input[name=value]').first().pressSequentially('s');
      await page.locator('main [role=option]').first().waitFor();
      assert.deepEqual(await axeFaults(page), []);
    }));

  test('the histogram: a bar leads closer in, and there is a way back', () =>
    on('/search?date=1945', async (page) => {
      assert.match(await page.locator('.facet h3').first().innerText(), /Months/);
      await page.locator('.numbers summary').click();
      await page.locator('.numbers a', { hasText: 'July 1945' }).click();
      await page.waitForURL(/date=1945-07/);
      assert.match(await page.locator('.facet h3').first().innerText(), /Days/);
      await page.locator('.wider a', { hasText: '1945' }).click();
      await page.waitForURL(/date=1945(?!-)/);
    }));

  test('results: as a table and along a timeline, without a fault', () =>
    on('/search?q=stalin', async (page) => {
      await page.locator('.switch a', { hasText: 'Table' }).click();
      await page.locator('.results-table tbody tr').first().waitFor();
      assert.deepEqual(await axeFaults(page), []);
      await page.locator('.switch a', { hasText: 'Timeline' }).click();
      await page.locator('.line-of-time .point').first().waitFor();
      assert.deepEqual(await axeFaults(page), []);
    }));

  // By a script: axe runs in the page, and never comes back from one that has none.
  test('the passages of a document have nothing that axe finds', () =>
    on('/search?q=lamp&in=documents&has=transcription', async (page) => {
      const way = await page.locator('.results h3 a').first().getAttribute('href');
      await page.goto(`/search?in=${/d\w{9}/.exec(way ?? '')?.[0] ?? ''}&q=the`);
      assert.ok((await page.locator('.results .entry').count()) > 1);
      assert.deepEqual(await axeFaults(page), []);
    }));

  const without = { javaScriptEnabled: false } as const;
  test('without JavaScript a document is searched within: its passages in order, each the way to its paragraph', () =>
    on(
      '/search?q=lamp&in=documents&has=transcription',
      async (page) => {
        await page.locator('.results h3 a').first().click();
        await page.locator('.within-document input[name=q]').fill('the');
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/search\?in=d\w+&q=the/);
        const passages = page.locator('.results .entry');
        assert.ok((await passages.count()) > 1);
        assert.ok((await page.locator('.results mark').count()) > 1);
        await passages.last().locator('.found a').click();
        await page.waitForURL(/\/document\/.*#\w+/);
      },
      without,
    ));

  test('without JavaScript: rows come and go, a name is understood, a wrong date is said to be one', () =>
    on(
      '/search?q=stalin',
      async (page) => {
        await page.locator('button[name=add]').click();
        await page.waitForURL(/row=person:is/);
        assert.ok((await page.locator('datalist option').count()) > 3, 'values to choose from');
        await page.locator('input[name=value]').fill('Soong, T. V.');
        await page.locator('main button.primary').click();
        await page.waitForURL(/person=a/);
        await page.locator('button[name=add]').click();
        await page.locator('select[name=field]').last().selectOption('date');
        await page.locator('input[name=value]').last().fill('someday');
        await page.locator('main button.primary').click();
        assert.match(await page.locator('fieldset .problems').innerText(), /not understood as a date/);
        await page.locator('input[name=value]').last().fill('July 1945');
        await page.locator('main button.primary').click();
        await page.waitForURL(/date=1945-07/);
        const rows = page.locator('fieldset.filter');
        await rows
          .filter({ has: page.locator('[name=value][value^=Soong]') })
          .locator('[name=cancel]')
          .click();
        await page.waitForURL((url) => !url.searchParams.has('person') && url.searchParams.has('date'));
      },
      without,
    ));

  test('without JavaScript: a bar of the histogram narrows', () =>
    on(
      '/search',
      async (page) => {
        await page
          .locator('svg.hist a')
          .first()
          .click({ position: { x: 1, y: 40 }, force: true });
        await page.waitForURL(/date=\d{4}/);
      },
      without,
    ));

  test('on a phone: what narrows is folded, and the button leads to it and opens it', () =>
    on(
      '/search?q=stalin',
      async (page) => {
        assert.equal(await page.locator('.facet').first().isVisible(), false);
        await page.locator('a.to-facets').tap();
        await page.locator('.facet').first().waitFor({ state: 'visible' });
        assert.deepEqual(await axeFaults(page), []);
      },
      PHONE,
    ));
});
