import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { listen, type Listening } from '../../src/cli/listen.ts';
import { axeFaults, sidewaysPx } from '../support/accessibility.ts';
import { launchBrowser, withPage } from '../support/browser.ts';
import { sampleArchive, suiteCleanup } from '../support/temp-archive.ts';

const RECORD = '/document/dmp7nzt53y';

describe('citing in a browser', () => {
  const cleanup = suiteCleanup(after);
  let origin = '';
  let browser: Browser;

  before(async () => {
    const { archive } = await sampleArchive(cleanup);
    const server: Listening = await listen(archive.app, '127.0.0.1', 0);
    cleanup.after(() => server.close());
    origin = `http://127.0.0.1:${server.port}`;
    browser = await launchBrowser();
    cleanup.after(() => browser.close());
  });

  const open = (work: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> =>
    withPage(
      browser,
      origin,
      async ({ page, complaints, outside }) => {
        await work(page);
        assert.deepEqual([complaints, outside], [[], []]);
      },
      { permissions: ['clipboard-read', 'clipboard-write'], ...options },
    );
  const pasted = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const copiedBy = async (page: Page, act: () => Promise<void>, says: RegExp): Promise<string> => {
    await act();
    await page.waitForFunction(
      (source) =>
        [...document.querySelectorAll('[role="status"]')].some((one) =>
          new RegExp(source).test(one.textContent),
        ),
      says.source,
    );
    return pasted(page);
  };
  /** The first numbered paragraph of the text. */
  const firstBlock = (page: Page): Promise<string> =>
    page.evaluate(() => document.querySelector('.pair .num')?.getAttribute('href')?.slice(1) ?? '');

  test('the key copies the document’s citation, in the style that is chosen, and says so', () =>
    open(async (page) => {
      await page.goto(RECORD);
      const note = await copiedBy(page, () => page.keyboard.press('c'), /Copied: Chicago, note/);
      assert.match(note, /^Henriette Falk, “Aufzeichnung” \[.*\/document\/dmp7nzt53y\.$/);
      await page.locator('cite-box select').selectOption('apa');
      const apa = await copiedBy(page, () => page.locator('h1').press('c'), /Copied: APA/);
      assert.match(apa, /^Falk, H\. \(1957, December 2\)\./);
    }));

  test('the key does nothing where one types, with another key, or when it is switched off', () =>
    open(async (page) => {
      await page.goto(RECORD);
      await page.evaluate(() => navigator.clipboard.writeText('before'));
      await page.locator('.within-document input[type="search"]').press('c');
      await page.keyboard.press('Escape');
      await page.locator('cite-box input[type="checkbox"]').uncheck();
      await page.locator('h1').press('c');
      assert.equal(await page.locator('cite-box [role="status"]').textContent(), '');
      assert.equal(await pasted(page), 'before');
    }));

  test('a paragraph that is looked at is offered to be cited, and copied with its sign', () =>
    open(async (page) => {
      await page.goto(RECORD);
      const block = await firstBlock(page);
      await page.goto(`${RECORD}#${block}`);
      await page.reload();
      await page.locator('.cite-bar a').waitFor();
      assert.match(
        (await page.locator('.cite-bar a').getAttribute('href')) ?? '',
        new RegExp(`/cite/${block}$`),
      );
      const cited = await copiedBy(page, () => page.keyboard.press('c'), /Copied/);
      assert.match(cited, new RegExp(`/v/1#${block} \\[${block} [0-9a-f]{10}\\]\\.$`));
      await page.locator('.cite-bar a').click();
      assert.match(await page.locator('h1').innerText(), /Cite a passage/);
    }));

  test('words that are chosen are copied with their citation', () =>
    open(async (page) => {
      await page.goto(RECORD);
      const block = await firstBlock(page);
      await page.evaluate((id) => {
        const words = document.getElementById(id);
        if (words !== null) getSelection()?.selectAllChildren(words);
      }, block);
      await page.locator('.cite-bar button').waitFor();
      const cited = await copiedBy(page, () => page.locator('.cite-bar button').click(), /Copied/);
      assert.match(cited, new RegExp(`^“[^]+” Henriette Falk.*\\[${block} [0-9a-f]{10}\\]\\.$`));
    }));

  test('each form has its own button, with a name of its own', () =>
    open(async (page) => {
      await page.goto(`${RECORD}/cite`);
      const copied = await copiedBy(
        page,
        () => page.getByRole('button', { name: 'Copy: MLA' }).press('Enter'),
        /Copied: MLA/,
      );
      assert.match(copied, /^Falk, Henriette\. Aufzeichnung \[/);
    }));

  const WAYS: Readonly<Record<string, BrowserContextOptions>> = {
    'in the light': { viewport: { width: 1440, height: 900 } },
    'in the dark': { viewport: { width: 768, height: 1024 }, colorScheme: 'dark' },
    'on a phone': { viewport: { width: 360, height: 740 }, hasTouch: true },
  };
  for (const [way, options] of Object.entries(WAYS))
    test(`${way}: axe finds no fault, and nothing scrolls sideways`, () =>
      open(async (page) => {
        const addresses = [
          `${RECORD}/cite`,
          `${RECORD}/cite/bs0`,
          `${RECORD}/check/bs0/0123456789`,
          '/help/citing',
          '/quote',
          `/quote?${new URLSearchParams({ text: 'Ich hatte Weisung … begann sie zu sprechen; im selben Augenblicke' }).toString()}`,
          `${RECORD}#bs0`,
        ];
        for (const address of addresses) {
          await page.goto(address);
          assert.deepEqual(await axeFaults(page), [], address);
          assert.ok((await sidewaysPx(page)) <= 0, address);
        }
      }, options));

  test('without JavaScript a quotation is checked, and a paragraph cited', () =>
    open(
      async (page) => {
        await page.goto('/quote');
        await page.getByLabel('Quotation', { exact: true }).fill('Ich hatte Weisung, unser Nachgeben nicht');
        await page.getByRole('button', { name: 'Check', exact: true }).click();
        assert.equal(await page.locator('h2.verdict').innerText(), 'It stands so, to the letter.');
        await page.goto(RECORD);
        await page.getByRole('link', { name: 'Chicago, MLA, APA and more' }).click();
        await page.getByRole('link', { name: 'Cite paragraph 2' }).click();
        assert.match(
          await page.locator('[data-form="archival"]').innerText(),
          /paragraph 2; .*\[b\w+ [0-9a-f]{10}\]/,
        );
        await page.getByRole('link', { name: 'Check it now' }).click();
        assert.match(await page.locator('.verdict').innerText(), /stand so in edition 1, the newest/);
      },
      { javaScriptEnabled: false },
    ));
});
