import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { listen, type Listening } from '../../src/cli/listen.ts';
import { launchBrowser, withPage } from '../support/browser.ts';
import { ROOT } from '../support/source-files.ts';
import { sampleArchive, suiteCleanup, type Cleanup } from '../support/temp-archive.ts';

/** A site of somebody else's, that has the client as the package has it. */
async function anotherSite(cleanup: Cleanup): Promise<string> {
  const server = createServer(({ url = '/' }, answer) => {
    const name = /^\/client\/([a-z-]+\.js)$/.exec(url)?.[1];
    if (name === undefined)
      return void answer
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><title>Elsewhere</title>');
    void readFile(join(ROOT, 'client', name)).then(
      (bytes) => answer.setHeader('content-type', 'text/javascript').end(bytes),
      () => answer.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  cleanup.after(async () => void server.close());
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return `http://localhost:${address.port}`;
}

describe('programs in a browser', () => {
  const cleanup = suiteCleanup(after);
  let origin = '';
  let elsewhere = '';
  let browser: Browser;

  before(async () => {
    const { archive } = await sampleArchive(cleanup);
    const server: Listening = await listen(archive.app, '127.0.0.1', 0);
    cleanup.after(() => server.close());
    origin = `http://127.0.0.1:${server.port}`;
    elsewhere = await anotherSite(cleanup);
    browser = await launchBrowser();
    cleanup.after(() => browser.close());
  });

  /** Runs a module of the other site's, which has `openArchive`, `ApiError` and the archive's address. */
  const run = async (page: Page, lines: string): Promise<unknown> => {
    await page.goto(elsewhere);
    return page.evaluate(
      `(async () => { const { openArchive, ApiError } = await import('/client/client.js'); const address = ${JSON.stringify(origin)}; ${lines} })()`,
    );
  };

  test('the client is a module as it is packed: it searches and reads from another site', async () => {
    await withPage(browser, elsewhere, async ({ page }) => {
      const found = await run(
        page,
        `const archive = openArchive(address);
         const answer = await archive.ask('search', { q: 'lamp', limit: 2, in: 'documents' });
         const { title } = await archive.ask('document', { id: answer.hits[0].id });
         let listed = 0;
         for await (const one of archive.each('agents', { limit: 5 })) { listed += 1; if (listed === 12) break; }
         return { same: title === answer.hits[0].title, total: answer.total > 0, listed };`,
      );
      assert.deepEqual(found, { same: true, total: true, listed: 12 });
    });
  });

  test('it sends what it has read of a quotation, asks with the tags of what it has, and hears why not', async () => {
    await withPage(browser, elsewhere, async ({ page }) => {
      const asked: string[] = [];
      page.on('response', (answer) => {
        if (answer.url().startsWith(origin)) asked.push(`${answer.request().method()} ${answer.status()}`);
      });
      const found = await run(
        page,
        `const archive = openArchive(address, { cache: new Map(), userAgent: 'a test' });
         const { compared } = await archive.ask('checkQuotation', { text: 'the lamp was out and nobody came up the stairs' });
         const first = await archive.ask('documents', { limit: 3 });
         const again = await archive.ask('documents', { limit: 3 });
         let refused;
         try { await archive.ask('documents', { limit: 1000 }); } catch (failure) {
           refused = failure instanceof ApiError && [failure.kind, failure.problems[0]?.name];
         }
         return { compared, same: JSON.stringify(first) === JSON.stringify(again), refused };`,
      );
      assert.deepEqual(found, { compared: 1, same: true, refused: ['refused', 'limit'] });
      assert.ok(asked.includes('GET 400'), asked.join(', '));
    });
  });

  test('a script elsewhere is told as a program at a reader’s address that is gone or never was', async () => {
    await withPage(browser, elsewhere, async ({ page }) => {
      await page.goto(elsewhere);
      const told = await page.evaluate(async (address) => {
        const answer = await fetch(`${address}/nowhere/at-all`, { headers: { accept: 'application/json' } });
        const { status } = await answer.json();
        return [answer.status, status, answer.headers.get('content-type')];
      }, origin);
      assert.deepEqual(told, [404, 404, 'application/problem+json']);
    });
  });

  const openOnes = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() => [...document.querySelectorAll('details[open]')].map((one) => one.className));

  test('the API page is folded on a phone, where an address of a part opens it', async () => {
    await withPage(
      browser,
      origin,
      async ({ page }) => {
        await page.goto('/api');
        assert.deepEqual(await openOnes(page), []);
        assert.equal(await page.locator('.api-contents').isVisible(), false);
        assert.equal(await page.locator('#op-documents').isVisible(), false);
        await page.locator('.api-part > summary').nth(1).click();
        await page.locator('#documents .endpoint > summary').nth(1).click();
        assert.equal(await page.locator('#op-document').isVisible(), true);
        await page.goto('/help');
        await page.goto('/api#op-search');
        assert.deepEqual(await openOnes(page), ['api-part', 'endpoint']);
        assert.equal(await page.locator('#op-search').isVisible(), true);
      },
      { viewport: { width: 360, height: 740 } },
    );
  });

  test('with room it lies open but for its addresses, beside its contents; printed it is whole', async () => {
    await withPage(
      browser,
      origin,
      async ({ page }) => {
        await page.goto('/api');
        assert.equal(await page.locator('.api-contents').isVisible(), true);
        const isEach = (isShown: boolean): Promise<unknown> =>
          page.waitForFunction(
            (is) =>
              [...document.querySelectorAll('.endpoint')].every((one) => {
                const summary = one.firstElementChild?.getBoundingClientRect().height ?? 0;
                return one.getBoundingClientRect().height > summary + 20 === is;
              }),
            isShown,
          );
        const parts = await page.locator('.endpoint > summary').all();
        assert.ok(parts.length > 50);
        for (const summary of parts.slice(0, 5)) assert.equal(await summary.isVisible(), true);
        await isEach(false);
        await page.emulateMedia({ media: 'print' });
        await isEach(true);
      },
      { viewport: { width: 1440, height: 900 } },
    );
  });
});
